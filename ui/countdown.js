// Time that runs out, by the page's own steady clock. The wall clock, which people and daylight saving
// set, is never asked: every deadline comes as milliseconds in an answer of the store.

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */

/**
 * A moment on the page's steady clock, in milliseconds.
 * @typedef {number} Deadline
 */

/**
 * @param {number} milliseconds from now
 * @returns {Deadline}
 */
export function deadlineIn(milliseconds) {
  return performance.now() + milliseconds;
}

/**
 * Milliseconds left, never less than zero.
 * @param {Deadline} deadline
 */
export function timeLeft(deadline) {
  return Math.max(0, deadline - performance.now());
}

/**
 * A challenge with its deadlines. `resendAt` is nothing when no send is left.
 * @typedef {object} Timed
 * @property {ChallengeView} challenge
 * @property {Deadline} expiresAt
 * @property {Deadline | null} resendAt
 */

/**
 * A challenge, its times counted from now, the moment it arrived.
 * @param {ChallengeView} challenge
 * @returns {Timed}
 */
export function timed(challenge) {
  const { expiresInMs, resendInMs } = challenge;
  return {
    challenge,
    expiresAt: deadlineIn(expiresInMs),
    resendAt: resendInMs === null ? null : deadlineIn(resendInMs),
  };
}

/**
 * Whether a challenge may be sent a further time, and how long that has to wait still.
 * @typedef {object} Pause
 * @property {boolean} mayBeSent now or later
 * @property {string | null} wait the time until then, where there is one
 */

/**
 * @param {Timed} timed
 * @returns {Pause}
 */
export function pauseOf({ resendAt }) {
  const wait = timeLeft(resendAt ?? 0);
  return { mayBeSent: resendAt !== null, wait: wait > 0 ? clock(wait) : null };
}

/**
 * A challenge as it stands now, its times counted anew.
 * @param {Timed} timed
 * @returns {ChallengeView}
 */
export const asOfNow = ({ challenge, expiresAt, resendAt }) => ({
  ...challenge,
  expiresInMs: timeLeft(expiresAt),
  resendInMs: resendAt === null ? null : timeLeft(resendAt),
});

/**
 * Minutes and seconds, "4:31", and hours where there are any. A second that has begun counts.
 * @param {number} milliseconds
 */
export function clock(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

const TICK_MS = 200;

/**
 * Calls now and several times a second, as long as the answer is true and the answered function is
 * not called.
 * @param {() => boolean} tick
 * @returns {() => void}
 */
export function keepTicking(tick) {
  if (!tick()) return () => {};
  const timer = setInterval(() => {
    if (!tick()) clearInterval(timer);
  }, TICK_MS);
  return () => clearInterval(timer);
}
