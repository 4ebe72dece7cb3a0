// English: help with the number in step 1: what may have been meant.

/** @typedef {import("../../types/wire.ts").ConcernView} ConcernView */
/** @typedef {import("../../types/wire.ts").ObjectionView} ObjectionView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("en-GB");

/** What stands around the number that may have been meant, on the button that puts it into the field. */
export const suggestion = { before: "Did you mean ", after: "?" };

/**
 * The same, said aloud while the focus stays in the field.
 * @param {string} number in groups
 */
export const suggested = (number) => `Did you mean ${number}? The next button puts it into the field.`;

/** Why a number is not the one, where another may have been meant. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const refused = {
  countryNotAllowed: "This site verifies no numbers of that country.",
  numberTypeRefused: "Codes are not sent to that kind of number.",
};

/** That a number was verified a short time ago. */
export const verifiedBefore = {
  /**
   * @param {string} time of day
   * @param {string} desk
   */
  forThis: (time, desk) => `This number was already verified at ${time} at ${desk}.`,
  /**
   * @param {string} time of day
   * @param {string} desk
   * @param {string} reference another one than that in hand
   */
  forAnother: (time, desk, reference) => `This number was already verified at ${time} at ${desk}, for ${reference}.`,
};

/** @param {number} references */
export const manyReferences = (references) =>
  count(references, {
    one: "This number is used for # reference today. Make sure that it is this customer’s own.",
    other: "This number is used for # different references today. Make sure that it is this customer’s own.",
  });

/** What Sinch’s lookup has against a number. @type {Readonly<Record<ObjectionView, string>>} */
export const objections = {
  landline: "By Sinch’s records this is a landline: texts may not reach it.",
  voip: "By Sinch’s records this is an internet phone, which anybody can rent.",
  otherLine: "By Sinch’s records this is no mobile phone’s number.",
  simSwapped: "The SIM card of this number was changed a short time ago: somebody else may have it now.",
  notLookedUp: "This number could not be looked up at Sinch.",
};

/** What follows from it. @type {Readonly<Record<ConcernView["measure"], string>>} */
export const measures = {
  warn: "Make sure that you know the customer.",
  supervisor: "A supervisor has to agree.",
  refuse: "No code is sent to it.",
};

export const supervisor = {
  heading: "A supervisor has to agree",
  accept: "Agree, and send the code",
};
