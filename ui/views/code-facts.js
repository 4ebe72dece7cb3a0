// The facts of a challenge in step 2 that change by themselves: time left, tries, sends, and what may be
// sent again when. Says aloud only what is worth it.

import { announce, warningDue } from "../announce.js";
import { codeLabel, ofCustomer, resend } from "../challenge-words.js";
import { clock, keepTicking, pauseOf, timeLeft } from "../countdown.js";
import { codeHint } from "../delivery-words.js";
import { byId, rest, write } from "../dom.js";
import { words } from "../words.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../countdown.js").Pause} Pause */
/** @typedef {import("../countdown.js").Timed} Timed */

const LAST_MINUTE_MS = 60_000;
const FEW_TRIES = 2;
/** As many digits as a wait can have. */
const LONG_WAIT = clock(600_000);

/**
 * @typedef {object} CodeFacts
 * @property {(timed: Timed) => void} show
 * @property {() => void} hide
 * @property {(left: number) => void} triesLeft
 * @property {(isHeld: boolean) => void} hold while a check is out, time does not end the challenge
 * @property {(isBarred: boolean) => void} barSends whatever the store's pause says
 * @property {() => string} whyNotYet why nothing can be sent again now
 */

/**
 * @param {StartUp} startUp
 * @param {{ onExpired: () => void, onPause: (pause: Pause) => void }} events
 * @returns {CodeFacts}
 */
export function createCodeFacts(startUp, { onExpired, onPause }) {
  const resendButton = byId("resend", HTMLButtonElement);
  /** @type {Timed | null} */
  let facts = null;
  let lastLeft = Infinity;
  let isHeld = false;
  let isBarred = false;
  let stopTicking = () => {};

  /** @param {Timed} timed */
  function show(timed) {
    stopTicking();
    if (facts?.challenge.id !== timed.challenge.id) lastLeft = timeLeft(timed.expiresAt);
    facts = timed;
    showChallenge(timed.challenge);
    stopTicking = keepTicking(tick);
  }

  function hide() {
    stopTicking();
    facts = null;
  }

  /** @param {ChallengeView} challenge */
  function showChallenge(challenge) {
    write(byId("code-reference", HTMLElement), ofCustomer(challenge));
    write(byId("code-label", HTMLElement), codeLabel(challenge));
    write(byId("sends", HTMLElement), String(challenge.sends));
    write(byId("sends-allowed", HTMLElement), words.sendsAllowed(startUp.sendsAllowed));
    resendButton.dataset["widest"] = widest(resend(challenge, LONG_WAIT), resend(challenge, null), words.noSendsLeft);
    triesLeft(challenge.triesLeft);
  }

  /** @param {number} left */
  function triesLeft(left) {
    write(byId("tries-left", HTMLElement), String(left));
    byId("tries-fact", HTMLElement).toggleAttribute("data-warning", left <= FEW_TRIES);
  }

  function tick() {
    if (facts === null) return false;
    const left = timeLeft(facts.expiresAt);
    if (left === 0 && !isHeld) {
      onExpired();
      return false;
    }
    showTime(facts.challenge, left);
    showSends(facts);
    return true;
  }

  /**
   * @param {ChallengeView} challenge
   * @param {number} left
   */
  function showTime(challenge, left) {
    const isLastMinute = left <= LAST_MINUTE_MS;
    write(byId("valid-for", HTMLElement), clock(left));
    write(byId("code-hint", HTMLElement), codeHint(challenge, isLastMinute));
    byId("valid-fact", HTMLElement).toggleAttribute("data-warning", isLastMinute);
    const warning = warningDue(lastLeft, left);
    if (warning !== undefined) announce(words.timeWarning(warning));
    lastLeft = left;
  }

  /** What was sent and may not have arrived can be sent once more, even where no further send is left. @param {Timed} timed */
  function showSends(timed) {
    const { mayBeSent, wait } = pauseOf(timed);
    onPause({ mayBeSent: mayBeSent && !isBarred, wait });
    if ("busy" in resendButton.dataset) return;
    const isSpent = !mayBeSent && timed.challenge.send !== "unknown";
    write(resendButton, isSpent ? words.noSendsLeft : resend(timed.challenge, wait));
    resendButton.toggleAttribute("data-spent", isSpent);
    rest(resendButton, isBarred || isSpent || wait !== null);
  }

  function whyNotYet() {
    const wait = timeLeft(facts?.resendAt ?? 0);
    return wait > 0 ? words.notYet(clock(wait)) : words.noSendsLeftWhatNow;
  }

  return {
    show,
    hide,
    triesLeft,
    hold(held) {
      isHeld = held;
    },
    barSends(barred) {
      isBarred = barred;
      if (facts !== null) showSends(facts);
    },
    whyNotYet,
  };
}

/**
 * What the button must have room for, so that nothing beside it moves when it says something else.
 * @param {string[]} labels
 */
const widest = (...labels) => labels.reduce((one, other) => (other.length > one.length ? other : one));
