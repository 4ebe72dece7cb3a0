// What is said to screen readers without moving the focus. What is urgent has its own alert beside it.

import { byId, make } from "./dom.js";

/** How long a sentence stays to be read, in milliseconds: long enough to be begun after the one before. */
const KEPT_MS = 10_000;

/**
 * Says a sentence politely, after what was said before it. The same sentence twice is said twice.
 * @param {string} sentence
 */
export function announce(sentence) {
  const said = make("p", {}, sentence);
  byId("announcements", HTMLElement).append(said);
  setTimeout(() => said.remove(), KEPT_MS);
}

const WARN_AT_SECONDS = [60, 30, 10];

/**
 * Which of the warnings is due, in seconds, when the time left has gone from one value to the next.
 * @param {number} beforeMs
 * @param {number} nowMs
 * @returns {number | undefined}
 */
export function warningDue(beforeMs, nowMs) {
  return WARN_AT_SECONDS.find((seconds) => beforeMs > seconds * 1000 && nowMs <= seconds * 1000);
}
