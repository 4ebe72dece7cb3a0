// The facts of a challenge in step 2 that change by themselves: time left, tries, sends, and what may be
// sent again when. Says aloud only what is worth it.

import { announce, warningDue } from "../announce.js";
import { clock, keepTicking, timeLeft } from "../countdown.js";
import { byId, rest, write } from "../dom.js";
import * as words from "../words/en.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../countdown.js").Timed} Timed */

const LAST_MINUTE_MS = 60_000;
const FEW_TRIES = 2;

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
 * @param {() => void} onExpired
 * @returns {CodeFacts}
 */
export function createCodeFacts(startUp, onExpired) {
  const resendButton = byId("resend", HTMLButtonElement);
  const callButton = byId("call-instead", HTMLButtonElement);
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
    write(byId("code-reference", HTMLElement), words.ofCustomer(challenge));
    write(byId("code-label", HTMLElement), words.codeLabel(challenge));
    write(byId("sends", HTMLElement), String(challenge.sends));
    write(byId("sends-allowed", HTMLElement), words.sendsAllowed(startUp.sendsAllowed));
    triesLeft(challenge.triesLeft);
    callButton.hidden = challenge.channel === "call" || !startUp.channels.includes("call");
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
    showResend(facts);
    return true;
  }

  /**
   * @param {ChallengeView} challenge
   * @param {number} left
   */
  function showTime(challenge, left) {
    const isLastMinute = left <= LAST_MINUTE_MS;
    write(byId("valid-for", HTMLElement), clock(left));
    write(byId("code-hint", HTMLElement), words.codeHint(challenge, isLastMinute));
    byId("valid-fact", HTMLElement).toggleAttribute("data-warning", isLastMinute);
    const warning = warningDue(lastLeft, left);
    if (warning !== undefined) announce(words.timeWarning(warning));
    lastLeft = left;
  }

  /** @param {Timed} timed */
  function showResend({ challenge, resendAt }) {
    if ("busy" in resendButton.dataset || "busy" in callButton.dataset) return;
    const isSpent = resendAt === null && challenge.send !== "unknown";
    const wait = timeLeft(resendAt ?? 0);
    const label = isSpent ? words.noSendsLeft : words.resend(challenge, wait > 0 ? clock(wait) : null);
    write(resendButton, label);
    rest(resendButton, isBarred || isSpent || wait > 0);
    rest(callButton, isBarred || resendAt === null || wait > 0);
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
      if (facts !== null) showResend(facts);
    },
    whyNotYet,
  };
}
