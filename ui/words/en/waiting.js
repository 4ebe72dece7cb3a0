// English: the waiting list, and customers who go from one desk's hand into another's.

import { countsIn } from "../count.js";

const count = countsIn("en-GB");

/** @param {number} open */
export const customers = (open) => count(open, { one: "# customer", other: "# customers" });

/** @param {number} codes */
export const expiredCodes = (codes) => count(codes, { one: "# expired", other: "# expired" });

/**
 * @param {string} customers so many
 * @param {string} expired so many more
 */
export const customersAndExpired = (customers, expired) => `${customers}, ${expired}`;

/**
 * How many of the list the search has found.
 * @param {number} found
 * @param {number} all
 */
export const found = (found, all) => `${found} of ${all}`;

export const find = "Find a customer";
export const findHint = "Reference, last digits or desk";
export const noneFound = "No waiting customer matches.";

/** @param {number} left */
export const triesLeft = (left) => count(left, { one: "# try left", other: "# tries left" });

/** @param {string} desk */
export const at = (desk) => `at ${desk}`;

/** What is spoken of a row's countdown, which is silent. */
export const lastMinute = "less than a minute left";

export const expired = "Expired";
export const sendNewCode = "send a new code";

/** @param {string} name of whose code has run out just now */
export const codeExpired = (name) => `The code of ${name} has expired.`;

/** @param {number} codes that have run out just now */
export const codesExpired = (codes) =>
  count(codes, {
    one: "The code of # waiting customer has expired.",
    other: "The codes of # waiting customers have expired.",
  });

/** @param {string} name */
export const nowWith = (name) => `Now with ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that had it in hand
 */
export const takenOver = (name, desk) => `Taken over from ${desk}. Now with ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that has it in hand now
 */
export const takenAway = (name, desk) =>
  `${desk} has taken this customer over: ${name}. To take them back, choose them among the waiting customers.`;

export const takeBack = "Take back";

export const oneMoment = "One moment: an answer is on its way.";

/** @param {number} place */
export const nobodyThere = (place) => `Nobody waits at place ${place}.`;
