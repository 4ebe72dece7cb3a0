// The verdict: one word, one shape, one colour, and what to do next. It ends the customer's turn.

import { byId, write } from "../dom.js";
import { timeOfDay } from "../local.js";
import * as words from "../words/en.js";

/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").Checked} Checked */

/**
 * How a challenge ended. `isUnasked`: while it was on the screen, with nobody pressing a key for it.
 * `isElsewhere`: by other hands than those at this desk.
 * @typedef {Extract<Checked, { outcome: "verified" | "locked" | "gone" | "expired" }>} Outcome
 * @typedef {Outcome & { challenge: ChallengeView, isUnasked: boolean, isElsewhere: boolean }} Verdict
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
 * @param {boolean} isTraining
 * @param {{ onNext: () => void, onAgain: () => void }} events
 * @returns {VerdictView}
 */
export function createVerdictView(isTraining, { onNext, onAgain }) {
  const panel = byId("verdict", HTMLElement);
  const next = byId("next", HTMLButtonElement);
  const again = byId("again", HTMLButtonElement);
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
    write(byId("verdict-reference", HTMLElement), words.customerName(verdict.challenge));
    write(byId("verdict-heading", HTMLElement), heading);
    write(byId("verdict-what", HTMLElement), what);
    write(byId("verdict-what-now", HTMLElement), whatNow);
    byId("verdict-training", HTMLElement).hidden = !isTraining;
    again.hidden = !(canSendAgain && verdict.outcome === "expired");
  }

  /** @param {() => void} act */
  const onceSettled = (act) => () => {
    if (performance.now() >= settledAt) act();
  };
  next.addEventListener("click", onceSettled(onNext));
  again.addEventListener("click", onceSettled(onAgain));

  return {
    show,
    focus: () => next.focus({ preventScroll: true }),
    hide() {
      delete panel.dataset["verdict"];
    },
  };
}

/**
 * @param {Verdict} verdict
 * @param {boolean} canSendAgain
 * @returns {Sentences}
 */
function sentences(verdict, canSendAgain) {
  switch (verdict.outcome) {
    case "verified": {
      const { heading, what } = words.verified;
      return { heading, what: what(verdict.challenge, timeOfDay(verdict.atMs)), whatNow: "" };
    }
    case "locked":
      return lockedSentences(verdict.retryInMs);
    case "expired": {
      const { heading, what, whatNow, whatNowUnknownNumber } = words.expired;
      return { heading, what, whatNow: canSendAgain ? whatNow : whatNowUnknownNumber };
    }
    case "gone":
      return (verdict.isElsewhere ? words.goneElsewhere : words.gone)[verdict.because];
  }
}

/** @param {number | null} retryInMs */
function lockedSentences(retryInMs) {
  const { heading, what, whatNow, whatForAWhile, whatNowForAWhile } = words.locked;
  if (retryInMs === null) return { heading, what: whatForAWhile, whatNow: whatNowForAWhile };
  const until = timeOfDay(Date.now() + retryInMs);
  return { heading, what: what(until), whatNow: whatNow(Math.ceil(retryInMs / MINUTE_MS)) };
}
