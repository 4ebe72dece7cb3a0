// English: all that the customer's own screen says. Short, warm and formal; it names nobody.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */

/** @type {import("../../types/wire.ts").CustomerView["language"]} */
export const language = "en";

/** The language's own name. @type {string} */
export const name = "English";

/** Words that customer.html names. */
export const labels = {
  wait: "Please wait. We will be with you in a moment.",
  keypad: "Keypad",
  delete: "Delete",
  done: "OK",
  noCode: "I have no code",
  languages: "Language",
  training: "Training",
};

/**
 * @param {ChannelView} channel
 * @returns {string}
 */
export const heading = (channel) =>
  channel === "flashCall" ? "Please type the number that called you" : "Please type your code";

/**
 * Where the code went.
 * @param {ChannelView} channel
 * @param {string} lastTwo
 */
export function where(channel, lastTwo) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const ways = {
    sms: `We sent it by text to your phone ending ${lastTwo}.`,
    call: `We are calling your phone ending ${lastTwo}. A voice tells you the code.`,
    whatsApp: `We sent it by WhatsApp to your phone ending ${lastTwo}.`,
    flashCall: `Your phone ending ${lastTwo} rings briefly. Please do not answer; it shows the number.`,
  };
  return ways[channel];
}

/** @param {string} time */
export const validFor = (time) => `Valid for ${time}`;

/** @param {number} seconds 60, 30 or 10 */
export const timeWarning = (seconds) => (seconds === 60 ? "One minute left." : `${seconds} seconds left.`);

/**
 * For whoever hears the screen.
 * @param {number} count
 */
export const typedSoFar = (count) => (count === 1 ? "1 digit typed" : `${count} digits typed`);

/** @param {number} left */
export const wrong = (left) =>
  `That is not the code. Please look again and retype it. You have ${left === 1 ? "1 try" : `${left} tries`} left.`;

/** @param {number | null} length */
export const notACode = (length) =>
  length === null ? "Something is missing. Please type all of it." : `The code has ${length} digits.`;

export const says = {
  again: "That did not reach us. Please type it once more.",
  askStaff: "We can’t check it just now. Please speak to the person at the desk.",
  checking: "One moment, please…",
  noCodeTold: "The person at the desk knows. Please wait a moment.",
};

/** @type {Readonly<Record<import("../../types/wire.ts").CustomerEnding, { heading: string, what: string }>>} */
export const endings = {
  verified: { heading: "Thank you", what: "You are done." },
  locked: { heading: "Please speak to us", what: "That was not the code. The person at the desk will help you." },
  expired: { heading: "The time is up", what: "This code no longer counts. The person at the desk will help you." },
  over: { heading: "Please speak to us", what: "The person at the desk will help you." },
};
