// German: help with the number in step 1: what may have been meant.

/** @typedef {import("../../types/wire.ts").ConcernView} ConcernView */
/** @typedef {import("../../types/wire.ts").ObjectionView} ObjectionView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("de");

/** What stands around the number that may have been meant, on the button that puts it into the field. */
export const suggestion = { before: "Meinten Sie ", after: "?" };

/**
 * The same, said aloud while the focus stays in the field.
 * @param {string} number in groups
 */
export const suggested = (number) => `Meinten Sie ${number}? Die nächste Schaltfläche trägt diese Nummer in das Feld ein.`;

/** Why a number is not the one, where another may have been meant. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const refused = {
  countryNotAllowed: "Ihre Organisation prüft keine Nummern aus diesem Land.",
  numberTypeRefused: "An Nummern dieser Art werden keine Codes gesendet.",
};

/** That a number was verified a short time ago. */
export const verifiedBefore = {
  /**
   * @param {string} time of day
   * @param {string} desk
   */
  forThis: (time, desk) => `Diese Nummer wurde schon um ${time} an ${desk} bestätigt.`,
  /**
   * @param {string} time of day
   * @param {string} desk
   * @param {string} reference another one than that in hand
   */
  forAnother: (time, desk, reference) => `Diese Nummer wurde schon um ${time} an ${desk} bestätigt, für ${reference}.`,
};

/** @param {number} references */
export const manyReferences = (references) =>
  count(references, {
    one: "Diese Nummer wird heute für # Referenz verwendet. Vergewissern Sie sich, dass es die eigene Nummer der Person ist.",
    other: "Diese Nummer wird heute für # verschiedene Referenzen verwendet. Vergewissern Sie sich, dass es die eigene Nummer der Person ist.",
  });

/** What Sinch’s lookup has against a number. @type {Readonly<Record<ObjectionView, string>>} */
export const objections = {
  landline: "Laut Sinch ist das ein Festnetzanschluss: SMS erreichen ihn vielleicht nicht.",
  voip: "Laut Sinch ist das ein Internettelefon, das jeder mieten kann.",
  otherLine: "Laut Sinch ist das keine Mobilnummer.",
  simSwapped: "Die SIM-Karte dieser Nummer wurde vor Kurzem gewechselt: Vielleicht hat sie jetzt jemand anderes.",
  notLookedUp: "Diese Nummer konnte bei Sinch nicht nachgeschlagen werden.",
};

/** What follows from it. @type {Readonly<Record<ConcernView["measure"], string>>} */
export const measures = {
  warn: "Vergewissern Sie sich, dass Sie die Person kennen.",
  supervisor: "Die Leitung muss zustimmen.",
  refuse: "An diese Nummer wird kein Code gesendet.",
};

export const supervisor = {
  heading: "Die Leitung muss zustimmen",
  accept: "Zustimmen und Code senden",
};
