// Which words name a challenge and tell what is awaited of its customer.

import { words } from "./words.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */

/** @param {ChallengeView} challenge */
export const customerName = ({ reference, lastTwo }) => reference ?? words.phoneEnding(lastTwo);

/**
 * Whose code it is, and where it was begun if not here.
 * @param {ChallengeView} challenge
 */
export function ofCustomer(challenge) {
  const elsewhere = challenge.ours ? [] : [words.begunAt(challenge.desk)];
  return ` · ${[customerName(challenge), ...elsewhere].join(" · ")}`;
}

/** @param {ChallengeView} challenge */
export function codeLabel({ channel, codeLength }) {
  const { anyLength, missedCall, ofLength } = words.codeLabels;
  if (channel === "flashCall") return missedCall;
  return codeLength === null ? anyLength : ofLength(codeLength);
}

/**
 * @param {ChallengeView} challenge
 * @param {string | null} wait the time until then, where there is one
 */
export function resend({ send, channel }, wait) {
  const again = send === "unknown" ? words.didNotArrive : words.sendAgain[channel];
  return wait === null ? again : words.againIn(again, wait);
}
