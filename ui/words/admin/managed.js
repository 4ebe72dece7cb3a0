// English: the page of what the machine's policy sets.

import { problem as problemWords } from "./problems.js";

export const page = {
  heading: "Managed by IT",
  purpose: "What your IT department sets for this computer, in a file that only they can write. It goes before what is set here.",
};

export const none = {
  heading: "Nothing is managed",
  what: "There is no policy file on this computer: everything can be set on these pages.",
};

export const inForce = {
  heading: "The policy is in force",
  what: "These settings show a lock on their pages and can’t be changed there. A change to the file is in force within two seconds.",
};

export const file = "File:";

export const unusable = {
  heading: "The policy can’t be used",
  /** @param {{ line: number | null, column: number | null, pointer: string | null }} place */
  where: ({ line, column, pointer }) => {
    const at = line === null ? "" : `Line ${line}${column === null ? "" : `, column ${column}`}`;
    const setting = pointer === null ? "" : `at ${pointer}`;
    return `${[at, setting].filter(Boolean).join(", ") || "The file as a whole"}:`;
  },
  /** @param {string} code */
  what: (code) => problemWords(code),
  meanwhile: "Nothing of this file was taken over: what was in force before still is.",
};

export const values = "What is set";
export const setting = "Setting";
export const value = "Value";

/** @type {Readonly<Record<string, string>>} */
const names = {
  "/mode": "Training or live",
  "/desk/name": "Desk name",
  "/desk/customerView": "Who types the code",
  "/organisation/name": "Organisation name",
  "/organisation/home": "Home country",
  "/sinch/verification": "Sinch Verification",
  "/sinch/sms": "Sinch SMS",
  "/sinch/sender": "Sender of texts",
  "/channels/sms": "Texts",
  "/channels/call": "Calls",
  "/channels/whatsApp": "WhatsApp",
  "/channels/flashCall": "Missed calls",
  "/store": "Store",
  "/rules/codeDigits": "Digits of a code",
  "/rules/lifetimeMinutes": "Minutes a code counts",
  "/rules/wrongTries": "Wrong tries before a number is locked",
  "/rules/firstLockMinutes": "Minutes of the first lock",
  "/rules/longestLockMinutes": "Minutes of the longest lock",
  "/rules/resendPausesSeconds": "Seconds before sending again",
  "/rules/sendsPerChallenge": "Sends of one code",
  "/rules/numberHourly": "Sends to a number in an hour",
  "/rules/numberDaily": "Sends to a number in a day",
  "/rules/deskHourly": "Sends by a desk in an hour",
  "/rules/siteDaily": "Sends by the site in a day",
  "/rules/alsoAllowed": "Countries beside the home country",
  "/rules/manyReferences": "References that are many for one number",
  "/rules/numberLookup/lineType": "Lines that are no mobile phone’s",
  "/rules/numberLookup/simSwap/measure": "SIM cards that were changed lately",
  "/rules/numberLookup/simSwap/withinDays": "Days that a change of SIM card counts",
  "/rules/override": "Customers who could not be verified",
  "/appearance/theme": "Light or dark",
  "/appearance/textSize": "Text size",
  "/appearance/language": "Language of the staff’s screen",
  "/updates/notice": "Telling staff of newer versions",
  "/admin/lockAfterMinutes": "Minutes until these pages lock",
};

const languages = new Intl.DisplayNames(["en-GB"], { type: "language" });

/** @param {string} pointer */
export function nameOf(pointer) {
  const language = pointer.match(/^\/texts\/(.+)$/)?.[1];
  return language === undefined ? (names[pointer] ?? pointer) : `Text in ${languages.of(language)}`;
}

/**
 * A value as one reads it; several together as the file has them.
 * @param {unknown} value
 */
export function valueOf(value) {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "On" : "Off";
  if (Array.isArray(value)) return value.length === 0 ? "None" : value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
