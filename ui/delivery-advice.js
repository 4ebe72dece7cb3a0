// What staff can do about a send that will not arrive: the first way that is open, failure by failure.
// What is said about it is in words/.

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */

/**
 * A way out: a call or a text in place of what failed, the same once more, or another number.
 * @typedef {"call" | "text" | "again" | "change"} Way
 */

/** The best way first. None for what needs none. @type {Readonly<Record<string, ReadonlyArray<Way>>>} */
const WAYS = {
  "delivery.unroutable": ["call"],
  "delivery.out_of_reach": ["call", "text", "again"],
  "delivery.blocked": ["call", "text"],
  "delivery.nobody_there": [],
  "delivery.rejected": ["call", "text"],
  "delivery.expired": ["again"],
  "delivery.cancelled": ["again"],
  "delivery.carrier_failure": ["call", "text", "again"],
  "delivery.denied": [],
};

/** What took its place is under way already. */
const NEEDS_NOTHING = "delivery.replaced";

/** A failure that this version does not know. @type {ReadonlyArray<Way>} */
const UNKNOWN = ["again"];

/**
 * @param {string} failure
 * @param {ChallengeView} challenge
 * @returns {Way | null}
 */
export function wayOut(failure, challenge) {
  if (failure === NEEDS_NOTHING) return null;
  return (WAYS[failure] ?? UNKNOWN).find((way) => isOpen(way, challenge)) ?? "change";
}

/**
 * @param {Way} way
 * @param {ChallengeView} challenge
 */
function isOpen(way, { channel, channels, resendInMs }) {
  const mayBeSent = resendInMs !== null;
  switch (way) {
    case "call":
      return mayBeSent && channel !== "call" && channels.includes("call");
    case "text":
      return mayBeSent && channel !== "sms" && channels.includes("sms");
    case "again":
      return mayBeSent;
    case "change":
      return true;
  }
}
