// Training only: what the drawn phone received, kept while the page is drawn anew around it.

import * as ipc from "./ipc.js";

/** @typedef {import("./types/wire.ts").PhoneMessage} PhoneMessage */

/** Older ones have scrolled away long since. */
const KEPT = 50;

/**
 * @typedef {object} Inbox
 * @property {(hear: (message: PhoneMessage) => void) => void} listen from the oldest on, in place of who listened before
 */

/** @returns {Inbox} */
export function openInbox() {
  /** @type {PhoneMessage[]} */
  const messages = [];
  let hear = (/** @type {PhoneMessage} */ _message) => {};

  /** @param {PhoneMessage} message */
  function receive(message) {
    if (messages.push(message) > KEPT) messages.shift();
    hear(message);
  }

  void ipc.watchTrainingPhone(receive).catch(() => {});
  return {
    listen(next) {
      hear = next;
      messages.forEach(next);
    },
  };
}
