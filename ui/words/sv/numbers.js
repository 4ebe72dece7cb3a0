// Swedish: help with the number in step 1: what may have been meant.

/** @typedef {import("../../types/wire.ts").ConcernView} ConcernView */
/** @typedef {import("../../types/wire.ts").ObjectionView} ObjectionView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("sv");

/** What stands around the number that may have been meant, on the button that puts it into the field. */
export const suggestion = { before: "Menade du ", after: "?" };

/**
 * The same, said aloud while the focus stays in the field.
 * @param {string} number in groups
 */
export const suggested = (number) => `Menade du ${number}? Nästa knapp skriver in det i fältet.`;

/** Why a number is not the one, where another may have been meant. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const refused = {
  countryNotAllowed: "Din organisation bekräftar inga nummer från det landet.",
  numberTypeRefused: "Koder skickas inte till nummer av det slaget.",
};

/** That a number was verified a short time ago. */
export const verifiedBefore = {
  /**
   * @param {string} time of day
   * @param {string} desk
   */
  forThis: (time, desk) => `Numret bekräftades redan kl. ${time} vid ${desk}.`,
  /**
   * @param {string} time of day
   * @param {string} desk
   * @param {string} reference another one than that in hand
   */
  forAnother: (time, desk, reference) => `Numret bekräftades redan kl. ${time} vid ${desk}, för ${reference}.`,
};

/** @param {number} references */
export const manyReferences = (references) =>
  count(references, {
    one: "Numret används i dag för # referens. Försäkra dig om att det är kundens eget.",
    other: "Numret används i dag för # olika referenser. Försäkra dig om att det är kundens eget.",
  });

/** What Sinch’s lookup has against a number. @type {Readonly<Record<ObjectionView, string>>} */
export const objections = {
  landline: "Enligt Sinch är det en fast telefon: sms når den kanske inte.",
  voip: "Enligt Sinch är det en internettelefon, som vem som helst kan hyra.",
  otherLine: "Enligt Sinch är det inget mobilnummer.",
  simSwapped: "SIM-kortet för numret byttes nyligen: någon annan kan ha det nu.",
  notLookedUp: "Numret gick inte att slå upp hos Sinch.",
};

/** What follows from it. @type {Readonly<Record<ConcernView["measure"], string>>} */
export const measures = {
  warn: "Försäkra dig om att du känner kunden.",
  supervisor: "En arbetsledare måste godkänna.",
  refuse: "Ingen kod skickas till numret.",
};

export const supervisor = {
  heading: "En arbetsledare måste godkänna",
  accept: "Godkänn och skicka koden",
};
