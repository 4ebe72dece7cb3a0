// The verdict: one word, one shape, one colour, and what to do next. It ends the customer's turn.

import { customerName } from "../challenge-words.js";
import { timeLeft } from "../countdown.js";
import { byId, write } from "../dom.js";
import { declareKeys } from "../keys.js";
import { timeOfDay } from "../local.js";
import { endingWords, handingOverWords, helpWords, words } from "../words.js";

/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").Checked} Checked */
/** @typedef {import("../types/wire.ts").EndingView} EndingView */

/**
 * How a challenge ended. `isUnasked`: while it was on the screen, with nobody pressing a key for it.
 * `isElsewhere`: by other hands than those at this desk. `at`: when, by the page's steady clock.
 * @typedef {Extract<Checked, { outcome: "verified" | "locked" | "gone" | "expired" }>} Outcome
 * @typedef {{ outcome: "unverified", ending: Extract<EndingView, { kind: "unverified" }> }
 *   | { outcome: "accepted", ending: Extract<EndingView, { kind: "acceptedBySupervisor" }> }} WithoutProof
 * @typedef {(Outcome | WithoutProof) & { challenge: ChallengeView, at: number, isUnasked: boolean, isElsewhere: boolean }} Verdict
 *
 * @typedef {object} Sentences
 * @property {string} heading
 * @property {string} what
 * @property {string} whatNow
 */

const MINUTE_MS = 60_000;

/** A verdict that nobody asked for ignores keys this long: they were meant for the code. */
const SETTLE_MS = 700;

/**
 * @typedef {object} VerdictView
 * @property {(verdict: Verdict, canSendAgain: boolean) => void} show
 * @property {() => void} focus
 * @property {() => void} hide
 */

/**
 * @typedef {object} VerdictEvents
 * @property {() => void} onNext
 * @property {() => void} onAgain
 * @property {() => void} onUnverified
 * @property {() => void} onSupervisor
 */

/**
 * @param {import("../types/wire.ts").StartUp} startUp
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {VerdictEvents} events
 * @returns {VerdictView}
 */
export function createVerdictView(startUp, signal, { onNext, onAgain, onUnverified, onSupervisor }) {
  const panel = byId("verdict", HTMLElement);
  const next = byId("next", HTMLButtonElement);
  const again = byId("again", HTMLButtonElement);
  const endOtherwise = byId("end-otherwise", HTMLButtonElement);
  const askSupervisor = byId("ask-supervisor-after", HTMLButtonElement);
  let settledAt = 0;

  /**
   * @param {Verdict} verdict
   * @param {boolean} canSendAgain whether the number is still known
   */
  function show(verdict, canSendAgain) {
    const { heading, what, whatNow } = sentences(verdict, canSendAgain);
    settledAt = performance.now() + (verdict.isUnasked ? SETTLE_MS : 0);
    panel.dataset["verdict"] = verdict.outcome;
    byId("verdict-shape", SVGUseElement).setAttribute("href", `#shape-${verdict.outcome}`);
    write(byId("verdict-reference", HTMLElement), customerName(verdict.challenge));
    write(byId("verdict-heading", HTMLElement), heading);
    write(byId("verdict-what", HTMLElement), what);
    write(byId("verdict-what-now", HTMLElement), whatNow);
    byId("verdict-training", HTMLElement).hidden = !startUp.training;
    again.hidden = !(canSendAgain && verdict.outcome === "expired");
    const isOpenEnded = verdict.outcome === "expired" || verdict.outcome === "locked";
    endOtherwise.hidden = !isOpenEnded;
    askSupervisor.hidden = !startUp.overrideAllowed || !(isOpenEnded || verdict.outcome === "unverified");
  }

  /** @param {() => void} act */
  const onceSettled = (act) => () => {
    if (performance.now() >= settledAt) act();
  };
  next.addEventListener("click", onceSettled(onNext));
  again.addEventListener("click", onceSettled(onAgain));
  endOtherwise.addEventListener("click", onceSettled(onUnverified));
  askSupervisor.addEventListener("click", onceSettled(onSupervisor));
  declareKeys([{ keys: "Enter", views: ["verdict"], does: () => helpWords.does.nextCustomer }], signal);

  return {
    show,
    focus: () => next.focus({ preventScroll: true }),
    hide() {
      delete panel.dataset["verdict"];
    },
  };
}

/**
 * Whether an answer ends the challenge.
 * @param {Checked} checked
 * @returns {checked is Outcome}
 */
export function isEnd(checked) {
  return ["verified", "expired", "locked", "gone"].includes(checked.outcome);
}

/**
 * @param {Verdict} verdict
 * @param {boolean} canSendAgain
 * @returns {Sentences}
 */
function sentences(verdict, canSendAgain) {
  switch (verdict.outcome) {
    case "verified": {
      const { lastTwo, channel } = verdict.challenge;
      const proof = { lastTwo, time: timeOfDay(verdict.atMs), byChannel: words.byChannel[channel] };
      return { heading: words.verified.heading, what: handingOverWords.verified[verdict.by](proof), whatNow: "" };
    }
    case "locked":
      return lockedSentences(verdict.retryInMs, verdict.at);
    case "expired": {
      const { heading, what, whatNow, whatNowUnknownNumber } = words.expired;
      return { heading, what, whatNow: canSendAgain ? whatNow : whatNowUnknownNumber };
    }
    case "unverified":
      return unverifiedSentences(verdict.ending);
    case "accepted":
      return acceptedSentences(verdict.ending);
    case "gone":
      return (verdict.isElsewhere ? words.goneElsewhere : words.gone)[verdict.because];
  }
}

/** @param {Extract<EndingView, { kind: "unverified" }>} ending */
function unverifiedSentences({ because, remark, atMs }) {
  const { heading, what, whatRemarked, whatNow } = endingWords.unverified;
  const reason = endingWords.reasons[because];
  const time = timeOfDay(atMs);
  return { heading, what: remark === null ? what(reason, time) : whatRemarked(reason, remark, time), whatNow };
}

/** @param {Extract<EndingView, { kind: "acceptedBySupervisor" }>} ending */
function acceptedSentences({ reason, desk, atMs }) {
  const { heading, what, whatNow } = endingWords.accepted;
  return { heading, what: what(reason, desk, timeOfDay(atMs)), whatNow };
}

/**
 * @param {number | null} retryInMs
 * @param {number} at when that was said
 */
function lockedSentences(retryInMs, at) {
  const { heading, what, whatNow, whatForAWhile, whatNowForAWhile } = words.locked;
  if (retryInMs === null) return { heading, what: whatForAWhile, whatNow: whatNowForAWhile };
  const left = timeLeft(at + retryInMs);
  const until = timeOfDay(Date.now() + left);
  return { heading, what: what(until), whatNow: whatNow(Math.ceil(left / MINUTE_MS)) };
}
