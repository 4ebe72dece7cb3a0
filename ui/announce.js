// What is said to screen readers without moving the focus. What is urgent has its own alert beside it.

import { byId } from "./dom.js";

const PAUSE_MS = 50;

/**
 * Says a sentence politely. The same sentence twice is said twice.
 * @param {string} sentence
 */
export function announce(sentence) {
  const region = byId("announcements", HTMLElement);
  region.textContent = "";
  setTimeout(() => {
    region.textContent = sentence;
  }, PAUSE_MS);
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
