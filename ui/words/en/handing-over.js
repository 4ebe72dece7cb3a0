// English: what staff read while the customer types the code on a screen of their own.

/** @typedef {import("../../types/wire.ts").ByView} ByView */
/** @typedef {import("../../types/wire.ts").CustomerDoing} CustomerDoing */

import { countsIn } from "../count.js";

const count = countsIn("en-GB");

/** The heading of step 2 meanwhile. */
export const heading = "The customer types the code";

/** @type {Readonly<Record<CustomerDoing, string>>} */
export const doing = {
  reading: "It is asked for on their screen.",
  typing: "They are typing…",
  checking: "It is being checked…",
  waiting: "Not known yet whether it was right: the store did not answer. Asking again by itself…",
};

export const hasNoCode = "The customer says that no code has come. Send it again, or call.";

/** @param {number} left */
export const wrong = (left) =>
  count(left, {
    one: "They typed a code that is not it. # try left before this number is locked for a while.",
    other: "They typed a code that is not it. # tries left before this number is locked for a while.",
  });

export const notACode = "They typed too few digits or too many. No try was counted.";
export const notCounted = "What they typed did not arrive. They are asked to type it once more.";

export const now = "The customer types the code on their screen.";
export const backHere = "Back at this desk. Ask the customer for the code.";
export const notOpened = "The customer’s screen can’t be opened. Ask the customer for the code.";
export const beingChecked = "Not yet: the customer’s code is being checked.";

/**
 * What a verified code proves, and how it was given.
 * @type {Readonly<Record<ByView, (proof: { lastTwo: string, time: string, byChannel: string }) => string>>}
 */
export const verified = {
  staff: ({ lastTwo, time, byChannel }) =>
    `The customer holds the phone ending ${lastTwo}. ${time}, ${byChannel}, code read out.`,
  customer: ({ lastTwo, time, byChannel }) =>
    `The customer holds the phone ending ${lastTwo}. ${time}, ${byChannel}, code typed by the customer.`,
};
