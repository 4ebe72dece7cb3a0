// Step 2: the code that the customer gives back. Checks it, sends it again, and says how the send fares.
// What the verdict looks like is the next view's business.

import { announce } from "../announce.js";
import { createAskingAgain } from "../asking-again.js";
import { whileBusy } from "../busy.js";
import { createCodeField } from "../code-field.js";
import { timed, timeLeft } from "../countdown.js";
import { byId, isResting, rest, write } from "../dom.js";
import { explainFault, explainFaultOfCheck, explainFaultOfSend, explainNotSent, explainNumber, explainRefusal } from "../explain.js";
import * as ipc from "../ipc.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import * as words from "../words/en.js";
import { problem } from "../words/reasons-en.js";
import { createCodeFacts } from "./code-facts.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").Checked} Checked */
/** @typedef {import("../types/wire.ts").Requested} Requested */
/** @typedef {import("../types/wire.ts").DeliveryNews} DeliveryNews */
/** @typedef {import("../countdown.js").Timed} Timed */
/** @typedef {import("./verdict.js").Outcome} Outcome */
/** @typedef {import("./verdict.js").Verdict} Verdict */

/**
 * @typedef {object} CodeView
 * @property {(challenge: ChallengeView) => void} show
 * @property {() => void} hide
 * @property {(challenge: ChallengeView) => void} update the one that shows, as the store has it now
 * @property {(skippedMs: number) => Promise<void>} lose the store no longer has it; time may have been skipped
 * @property {(news: DeliveryNews) => void} hear
 * @property {() => ChallengeView | null} shown
 * @property {() => void} leave unless a question is out
 *
 * @typedef {object} CodeEvents
 * @property {(verdict: Verdict) => void} onVerdict
 * @property {() => void} onLeave
 * @property {(challenge: ChallengeView) => void} onChangeNumber
 */

/**
 * @param {StartUp} startUp
 * @param {import("../deliveries.js").Deliveries} deliveries
 * @param {CodeEvents} events
 * @returns {CodeView}
 */
export function createCodeView(startUp, deliveries, events) {
  const error = byId("code-error", HTMLElement);
  const checkButton = byId("check", HTMLButtonElement);
  const resendButton = byId("resend", HTMLButtonElement);
  const callButton = byId("call-instead", HTMLButtonElement);
  const field = createCodeField();
  const facts = createCodeFacts(startUp, () => endUnasked({ outcome: "expired" }));
  const asking = createAskingAgain({ onKnown: showKnown, onFault: showKnownFault });
  /** @type {Timed | null} */
  let shown = null;
  /** Whether what stands in the field was found wrong: a key that sticks must not cost a second try. */
  let standsWrong = false;

  /** @param {ChallengeView} challenge */
  function show(challenge) {
    clearRefusal();
    clearError();
    field.empty();
    update(challenge);
    if (isNotKnown()) asking.begin(challenge.id);
    showWhetherKnown();
    deliveries.follow(challenge);
    showNews(deliveries.newest(challenge));
    field.focus();
  }

  /** @param {ChallengeView} challenge */
  function update(challenge) {
    shown = timed(challenge);
    field.fit(challenge);
    facts.show(shown);
  }

  /** @param {number} skippedMs */
  async function lose(skippedMs) {
    if (shown === null || isBusy() || isNotKnown()) return;
    if (timeLeft(shown.expiresAt) <= skippedMs) return endUnasked({ outcome: "expired" });
    const { id } = shown.challenge;
    const checked = await ipc.checkAgain(id).catch(() => null);
    if (id !== shown?.challenge.id || isBusy() || isNotKnown()) return;
    if (checked !== null && isEnd(checked)) endUnasked(checked, true);
  }

  function hide() {
    shown = null;
    asking.pause();
    field.empty();
    facts.hide();
    showWhetherKnown();
  }

  const isNotKnown = () => shown !== null && asking.awaits(shown.challenge.id);

  /** While it is not known whether a code was right, nothing else is tried or sent; staff may leave. */
  function showWhetherKnown() {
    const notKnown = isNotKnown();
    byId("not-known", HTMLElement).hidden = !notKnown;
    field.lock(notKnown);
    facts.hold(notKnown);
    facts.barSends(notKnown);
    rest(checkButton, notKnown);
  }

  /** @param {DeliveryNews} news */
  function hear(news) {
    if (news.challenge.id !== shown?.challenge.id) return;
    update(news.challenge);
    showNews(news);
  }

  /** @param {DeliveryNews} news */
  function showNews({ challenge, delivery, usualMs }) {
    const headline = byId("delivery-headline", HTMLElement);
    const line = words.deliveryLine(challenge, delivery, usualMs);
    const isNew = headline.textContent !== line.headline;
    byId("delivery", HTMLElement).dataset["state"] = line.state;
    write(headline, line.headline);
    write(byId("delivery-detail", HTMLElement), line.detail);
    if (isNew) announce(`${line.headline} ${line.detail}`);
  }

  async function check() {
    const challenge = shown?.challenge;
    if (challenge === undefined || isBusy()) return;
    if (isNotKnown()) return announce(words.labels.notKnown);
    if (standsWrong) return field.retype();
    clearError();
    clearRefusal();
    field.lock(true);
    facts.hold(true);
    try {
      const question = { challenge: challenge.id, typed: field.typed() };
      const checked = await whileBusy(checkButton, words.busy.check, () => ipc.checkCode(question));
      if (checked !== undefined) showChecked(checked);
    } catch (rejection) {
      showRefusal(explainFaultOfCheck(rejection));
    } finally {
      showWhetherKnown();
    }
  }

  /** @param {Checked} checked */
  function showChecked(checked) {
    switch (checked.outcome) {
      case "unreadable":
        return showError(problem(checked.problem));
      case "wrong":
        return showWrong(checked.left);
      case "nothingSent":
        return showError(words.nothingSent);
      case "notCounted":
        return showError(words.notCounted);
      case "notKnown":
        return showNotKnown();
      case "expired":
      case "verified":
      case "locked":
      case "gone":
        return end(checked);
    }
  }

  function showNotKnown() {
    if (shown === null) return;
    asking.begin(shown.challenge.id);
    showWhetherKnown();
    announce(words.labels.notKnown);
  }

  /** @param {Checked} checked */
  function showKnown(checked) {
    showWhetherKnown();
    if (isEnd(checked)) endUnasked(checked);
    else showChecked(checked);
  }

  /** @param {unknown} rejection */
  function showKnownFault(rejection) {
    showWhetherKnown();
    showRefusal(explainFault(rejection));
  }

  /** @param {number} left */
  function showWrong(left) {
    if (shown !== null) facts.triesLeft((shown.challenge.triesLeft = left));
    showError(words.wrongCode(left));
    standsWrong = true;
    error.dataset["verdict"] = "wrong";
  }

  /** @param {string} sentence */
  function showError(sentence) {
    write(error, sentence);
    byId("code", HTMLElement).setAttribute("aria-invalid", "true");
    field.retype();
    error.scrollIntoView({ block: "nearest" });
  }

  function clearError() {
    write(error, "");
    standsWrong = false;
    delete error.dataset["verdict"];
    byId("code", HTMLElement).removeAttribute("aria-invalid");
  }

  /** @param {Outcome} outcome */
  function end(outcome) {
    if (shown === null) return;
    events.onVerdict({ ...outcome, challenge: shown.challenge, isUnasked: false, isElsewhere: false });
  }

  /**
   * @param {Outcome} outcome
   * @param {boolean} isElsewhere
   */
  function endUnasked(outcome, isElsewhere = false) {
    if (shown === null) return;
    events.onVerdict({ ...outcome, challenge: shown.challenge, isUnasked: true, isElsewhere });
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {ChannelView} channel
   */
  async function sendAgain(button, channel) {
    const challenge = shown?.challenge;
    if (challenge === undefined || isBusy()) return;
    if (isNotKnown()) return announce(words.labels.notKnown);
    if (isResting(button)) return announce(facts.whyNotYet());
    clearRefusal();
    const retry = challenge.send === "unknown" && channel === challenge.channel;
    const resend = { challenge: challenge.id, channel, retry };
    try {
      const requested = await whileBusy(button, words.busy.send, () => ipc.resendCode(resend));
      if (requested !== undefined) showRequested(requested);
    } catch (rejection) {
      showRefusal(explainFaultOfSend(rejection));
    }
  }

  /** @param {Requested} requested */
  function showRequested(requested) {
    switch (requested.outcome) {
      case "open":
        return showResent(requested.challenge);
      case "unreadable":
        return showRefusal({ what: explainNumber(requested.problem) });
      case "refused":
        return showRefusal(explainRefusal(requested.refusal, startUp.regions));
      case "notSent":
        if (requested.challenge !== null) update(requested.challenge);
        return showRefusal(explainNotSent(requested.reason));
      case "expired":
      case "gone":
        return end(requested);
    }
  }

  /** @param {ChallengeView} challenge */
  function showResent(challenge) {
    clearError();
    field.empty();
    update(challenge);
    deliveries.followAnew(challenge);
    showNews(deliveries.newest(challenge));
    field.focus();
  }

  const isBusy = () => [checkButton, resendButton, callButton].some((each) => "busy" in each.dataset);

  function leave() {
    if (shown !== null && !isBusy()) events.onLeave();
  }

  function changeNumber() {
    if (shown !== null && !isBusy()) events.onChangeNumber(shown.challenge);
  }

  const form = byId("code-form", HTMLFormElement);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void check();
  });
  form.addEventListener("input", () => {
    standsWrong = false;
  });
  resendButton.addEventListener("click", () => void sendAgain(resendButton, shown?.challenge.channel ?? "sms"));
  callButton.addEventListener("click", () => void sendAgain(callButton, "call"));
  byId("change-number", HTMLElement).addEventListener("click", changeNumber);
  byId("leave", HTMLElement).addEventListener("click", leave);

  return { show, hide, update, lose, hear, shown: () => shown?.challenge ?? null, leave };
}

/**
 * Whether an answer ends the challenge.
 * @param {Checked} checked
 * @returns {checked is Outcome}
 */
function isEnd(checked) {
  return ["verified", "expired", "locked", "gone"].includes(checked.outcome);
}
