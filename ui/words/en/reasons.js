// English: why something did not happen, by the core's stable codes and rules.
// Each says what happened and what to do about it; an unknown code gets a sentence that is still true.

/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("en-GB");

/** Why a number or a code can't be read. @type {Readonly<Record<string, string>>} */
export const problems = {
  "phone.empty": "Enter a phone number.",
  "phone.too_short": "Digits are missing. Read the number back to the customer and add them.",
  "phone.too_long": "There are too many digits. Read the number back to the customer.",
  "phone.too_long_to_be_a_number": "That is too much text for a phone number. Enter the number alone.",
  "phone.letters": "Enter the number in digits. Letters can’t be part of it.",
  "phone.not_a_number": "Enter a phone number, such as 070-174 06 05 or +1 202 555 0100.",
  "phone.unknown_country_code": "No country has the code after the +. Check the first digits.",
  "phone.no_country": "That number belongs to no country. Ask for a mobile number.",
  "phone.not_in_country": "There is no such number ({country}). Check the digits, or choose another country.",
  "phone.extension": "A code can’t reach an extension. Enter the number without it, or another one.",
  "phone.several": "That is more than one number. Enter only one.",
  "phone.short_or_emergency": "A code can’t be sent to a short or emergency number. Ask for a mobile number.",
  "phone.doubled_country_code": "The country code is there twice. Remove one of them.",
  "phone.zero_after_country_code": "Remove the 0 after the country code.",
  "phone.missing_plus": "If this is a number from abroad ({country}), put a + in front of it.",
  "code.empty": "Enter the code.",
  "code.letters": "Enter the code in digits. There are no letters in it. No try was counted.",
  "code.not_digits": "Enter only the digits of the code. No try was counted.",
  "code.too_short": "Digits are missing. Ask the customer for the whole code. No try was counted.",
  "code.too_long": "That is more digits than the code has. No try was counted.",
};

export const unknownProblem = "That can’t be read. Check it and type it again.";

/** A country that has no name here. */
export const thisCountry = "this country";

const TELL_ADMIN = "Tell your administrator.";

/** @type {Readonly<Record<string, string>>} */
export const sinch = {
  "sinch.invalid_number": "Sinch does not know this number. Check it with the customer, digit by digit.",
  "sinch.illegal_number_type": "Sinch does not send to this kind of number. Ask for a mobile number.",
  "sinch.invalid_request": `Sinch did not understand this desk. ${TELL_ADMIN}`,
  "sinch.wrong_code": "Sinch does not await a code for this number. Send a new one.",
  "sinch.not_found": "Sinch has no record of this code. Send a new one.",
  "sinch.no_credit": "The Sinch account has no credit left. Tell your administrator: no desk can send until it is topped up.",
  "sinch.blacklisted": "This number is on Sinch’s block list. Ask for another number, or identify the customer another way.",
  "sinch.account_blocked": "The Sinch account is blocked, perhaps for want of credit. Tell your administrator: no desk can send until it is opened.",
  "sinch.denied": "Sinch did not allow a code to this number. Ask for another number, or identify the customer another way.",
  "sinch.no_route": "No carrier takes messages for this number. Ask for another number.",
  "sinch.too_soon": "Sinch sent a code to this number a moment ago. Wait a minute, then send again.",
  "sinch.capacity": "Sinch is too busy for this account. Wait a minute, then send again.",
  "sinch.bad_credentials": "Sinch does not accept this desk’s key. Tell your administrator: no code can be sent until it is replaced.",
  "sinch.wrong_region_or_plan": `This desk’s Sinch plan is not in the region that is set. ${TELL_ADMIN}`,
  "sinch.insufficient_auth_level": `The Sinch account does not let this desk send. ${TELL_ADMIN}`,
  "sinch.duplicate_reference": "Sinch has taken this send already. Ask the customer whether the code arrived.",
  "sinch.not_configured": `The Sinch account is not fully set up. ${TELL_ADMIN}`,
  "sinch.refused": "Sinch refused, and did not say why in words that this version knows. Try once more, then tell your administrator.",
  "sinch.clock_skew": "This computer’s clock is wrong, and Sinch refuses what it sends. Set the clock, then send again.",
  "sinch.unfit_text": `The text of the message can’t be sent as it is written. ${TELL_ADMIN}`,
  "sinch.unfit_id": `Sinch gave a name that can’t be used. Send again; if that does not help, tell your administrator.`,
  "sinch.name_not_found": "Sinch’s address can’t be found. Check this computer’s internet connection, then send again.",
  "sinch.unreachable": "Sinch can’t be reached. Check this computer’s internet connection, then send again.",
  "sinch.no_trusted_encryption": `No safe connection to Sinch could be made, so nothing was said. ${TELL_ADMIN}`,
  "sinch.timed_out": "Sinch did not answer in time. Ask the customer whether the code arrived before you send again.",
  "sinch.cut": "The connection to Sinch broke. Ask the customer whether the code arrived before you send again.",
  "sinch.unreadable": "Sinch’s answer could not be read. Ask the customer whether the code arrived before you send again.",
  "sinch.too_large": "Sinch’s answer was not one. Ask the customer whether the code arrived before you send again.",
  "sinch.redirected": `The answer pointed somewhere else than Sinch, and was not followed. ${TELL_ADMIN}`,
  "sinch.server_error": "Sinch failed. Ask the customer whether the code arrived before you send again.",
  "sinch.unavailable": "Sinch is not available at the moment. Wait a minute, then send again.",
};

/** @type {Readonly<Record<string, string>>} */
export const faults = {
  "store.sealed": `This desk can’t open what another desk wrote. ${TELL_ADMIN}`,
  "settings.unreadable": `The file settings.json of this desk can’t be read. No store was opened, and the file was left as it is. ${TELL_ADMIN}`,
  "settings.unusable": `The file settings.json of this desk holds what this version can’t use. No store was opened, and the file was left as it is. ${TELL_ADMIN} It is wrong here:`,
  "settings.newer": "A newer version of Countersign wrote the file settings.json of this desk. No store was opened, and the file was left as it is. Tell your administrator: this computer needs the newer version again.",
  "settings.keptAside": "The file settings.json of this desk was damaged, as a power cut can leave it. No store was opened. The damaged file was kept beside it, under a name that begins with settings.corrupt, so that your administrator can look at it.",
  "settings.unwritten": `Countersign can’t write settings.json to its folder on this computer: the disk may be full or locked. ${TELL_ADMIN}`,
  "settings.rules": `A rule in the settings is out of its bounds. ${TELL_ADMIN}`,
  "settings.noFolder": `This computer has no folder for Countersign’s data. ${TELL_ADMIN}`,
  "training.time": "Time can’t be skipped here: the shared store goes by its own.",
  "training.sandbox": "The training desk can’t be opened on this computer. Close other copies of Countersign, then try again.",
  "training.folder": `Countersign can’t write to its folder on this computer. ${TELL_ADMIN}`,
  "training.client": `The training desk can’t be set up on this computer. ${TELL_ADMIN}`,
  "command.argument": "The desk asked for something that it can’t have. Close Countersign and open it again.",
  "admin.notSet": "No passcode is set. Close Countersign and open it again, then choose one.",
  "admin.outOfMemory": "This computer has too little memory left to compare the passcode. Close other programs, then try again.",
  "window.gone": "The window was being closed. Open Countersign again.",
};

/** @param {string} code that has no words here */
export const unknown = (code) =>
  `Something went wrong that this version has no words for (${code}). Try again, then tell your administrator.`;

/** How far off this computer's clock is. */
export const clock = {
  /** @param {number} minutes */
  minutes: (minutes) => count(minutes, { one: "# minute", other: "# minutes" }),
  /** @param {number} hours */
  hours: (hours) => count(hours, { one: "# hour", other: "# hours" }),
  /** @param {string} time */
  ahead: (time) =>
    `This computer’s clock is ${time} ahead of Sinch’s, so Sinch refuses what it sends. Set the clock, then send again.`,
  /** @param {string} time */
  behind: (time) =>
    `This computer’s clock is ${time} behind Sinch’s, so Sinch refuses what it sends. Set the clock, then send again.`,
};

export const nothingSent = "Nothing was sent.";

export const notChecked = "The code was not checked, and no try was counted.";

/** What a rule says. @type {Readonly<Record<RuleView, string>>} */
export const refusals = {
  numberLocked: "Too many wrong codes were typed for this number. Identify the customer another way.",
  resendPause: "This number was sent a code a moment ago.",
  sendsPerChallenge: "This code has been sent as often as it may be. Ask for it again, or change the number.",
  numberHourly: "This number has had its codes for this hour. Ask for another number, or identify the customer another way.",
  numberDaily: "This number has had its codes for today. Ask for another number, or identify the customer another way.",
  deskHourly: "This desk has sent its codes for this hour. Send the customer to another desk.",
  siteDaily: "Your organisation has sent its codes for today. Tell your administrator.",
  countryNotAllowed: "This site only verifies numbers from these countries: {countries}. Ask for another number.",
  numberTypeRefused: "Codes are not sent to this kind of number (premium, shared cost, free to call, pager or voicemail). Ask for a mobile number.",
  landlineNeedsCall: "This is a landline. Messages don’t reach it, but a voice can call it and speak the code.",
  lineTypeRefused: "By Sinch’s records this is no mobile phone’s number, and this site sends no codes to others. Ask for a mobile number, or identify the customer another way.",
  simSwapped: "The SIM card of this number was changed a short time ago, and somebody else may have it now. Identify the customer another way.",
  notLookedUp: "This number has to be looked up at Sinch first, and that is not possible just now. Wait a minute, then send again, or identify the customer another way.",
  channelNotSetUp: "This way of sending is not set up. Choose another one, or tell your administrator.",
};

/**
 * The words around a time left. Where it is long, the moment by the clock is told too.
 * @typedef {object} WaitWords
 * @property {string} before the time left
 * @property {string} after it
 * @property {(time: string) => string} afterUntil after it, with the time of day
 * @property {string} over when the time has come
 */

/** @type {Readonly<Record<"locked" | "send" | "try", WaitWords>>} */
export const waits = {
  locked: {
    before: "It is locked for another ",
    after: ".",
    afterUntil: (time) => ` (until ${time}).`,
    over: "You can send now.",
  },
  send: {
    before: "You can send again in ",
    after: ".",
    afterUntil: (time) => ` (at ${time}).`,
    over: "You can send now.",
  },
  try: {
    before: "You can try again in ",
    after: ".",
    afterUntil: (time) => ` (at ${time}).`,
    over: "You can try again now.",
  },
};
