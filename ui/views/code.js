// Step 2: the code that the customer gives back. Checks it, and has it sent again.
// What the verdict looks like is the next view's business.

import { announce } from "../announce.js";
import { createAskingAgain } from "../asking-again.js";
import { whileBusy } from "../busy.js";
import { createCodeField } from "../code-field.js";
import { asOfNow, timed, timeLeft } from "../countdown.js";
import { codesThatCount, headline } from "../delivery-words.js";
import { byId, rest, write } from "../dom.js";
import { explainFault, explainFaultOfCheck } from "../explain.js";
import * as ipc from "../ipc.js";
import { declareKeys, showKeys } from "../keys.js";
import { problem } from "../reason-words.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import { play } from "../sounds.js";
import { handingOverWords, helpWords, words } from "../words.js";
import { createCodeFacts } from "./code-facts.js";
import { createDeliveryLine } from "./delivery-line.js";
import { createHandingOver } from "./handing-over.js";
import { createOtherWays } from "./other-ways.js";
import { createSendingAgain } from "./sending-again.js";
import { isEnd } from "./verdict.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").Checked} Checked */
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
 * @property {() => CodeInHand | null} inHand
 * @property {(inHand: CodeInHand) => void} restore what stood there before, of the one that shows
 * @property {() => boolean} isBusy a question is out, or its answer is not known
 * @property {() => boolean} isAsking a question is out
 * @property {() => boolean} isOut whether the customer is asked on their own screen
 * @property {() => void} focus
 * @property {() => void} handOver has the customer type it
 *
 * What staff have in hand in step 2. `told`: what was said of the last code, if that still stands there.
 * @typedef {object} CodeInHand
 * @property {ChallengeView} challenge
 * @property {string} typed
 * @property {Checked | null} told
 * @property {boolean} standsWrong
 *
 * @typedef {object} CodeEvents
 * @property {(verdict: Verdict) => void} onVerdict
 * @property {() => void} onLeave
 * @property {(challenge: ChallengeView) => void} onChangeNumber
 * @property {(challenge: string) => boolean} holdsNumber whether step 1 still holds its number
 * @property {(challenge: string) => Promise<string[] | null>} readBackOf that number in groups
 */

/**
 * @param {import("../desk.js").Session} session
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {CodeEvents} events
 * @returns {CodeView}
 */
export function createCodeView({ startUp, deliveries, notKnown }, signal, events) {
  const error = byId("code-error", HTMLElement);
  const checkButton = byId("check", HTMLButtonElement);
  const resendButton = byId("resend", HTMLButtonElement);
  const buttons = [checkButton, resendButton, byId("other-way", HTMLButtonElement), byId("delivery-action", HTMLButtonElement)];
  const field = createCodeField(signal);
  const line = createDeliveryLine({ onWay: takeWay, holdsNumber: events.holdsNumber, readBackOf: events.readBackOf });
  const otherWays = createOtherWays(signal, {
    isShown: () => shown !== null,
    onChoose: (channel) => void sendBy(channel, byId("other-way", HTMLButtonElement)),
    whyNotYet: () => (isNotKnown() ? words.labels.notKnown : facts.whyNotYet()),
  });
  const facts = createCodeFacts(startUp, {
    onExpired: () => endUnasked({ outcome: "expired" }),
    onPause(pause) {
      line.showPause(pause);
      otherWays.showPause(pause);
    },
  });
  const sendAgain = createSendingAgain(startUp, { whyNotYet: facts.whyNotYet, onSent: showResent, onNotSent: update, onEnd: end });
  const asking = createAskingAgain(notKnown, { onKnown: showKnown, onFault: showKnownFault });
  const customer = createHandingOver(startUp, signal, {
    shown: () => shown?.challenge ?? null,
    isFree: () => !isBusy() && !isNotKnown(),
    onChecked: showCustomers,
    onFailed: (fault) => showRefusal(explainFaultOfCheck(fault)),
    onBack: () => field.focus(),
  });
  /** @type {Timed | null} */
  let shown = null;
  /** Whether what stands in the field was found wrong: a key that sticks must not cost a second try. */
  let standsWrong = false;
  /** @type {Checked | null} */
  let told = null;

  /** @param {ChallengeView} challenge */
  function show(challenge) {
    clearRefusal();
    clearError();
    field.empty();
    customer.end();
    customer.show();
    update(challenge);
    if (isNotKnown()) asking.begin(challenge.id);
    showWhetherKnown();
    deliveries.follow(challenge);
    showKeys();
    field.focus();
  }

  /** @param {ChallengeView} challenge */
  function update(challenge) {
    shown = timed(challenge);
    field.fit(challenge);
    otherWays.show(challenge);
    line.show(challenge, deliveries.newest(challenge));
    facts.show(shown);
    customer.showHeading();
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
    customer.end();
    asking.pause();
    field.empty();
    facts.hide();
    line.hide();
    otherWays.close();
    showWhetherKnown();
  }

  const isNotKnown = () => shown !== null && asking.awaits(shown.challenge.id);

  /** While it is not known whether a code was right, nothing else is tried or sent; staff may leave. */
  function showWhetherKnown() {
    const isOpen = isNotKnown();
    byId("not-known", HTMLElement).hidden = !isOpen;
    field.lock(isOpen);
    facts.hold(isOpen);
    facts.barSends(isOpen);
    rest(checkButton, isOpen);
  }

  /** @param {DeliveryNews} news */
  function hear(news) {
    if (news.challenge.id === shown?.challenge.id) update(news.challenge);
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
      if (checked !== undefined) showCheckedOf(challenge, checked);
    } catch (rejection) {
      showRefusal(explainFaultOfCheck(rejection));
    } finally {
      showWhetherKnown();
    }
  }

  /**
   * Another challenge may show by now: an end is told all the same, and nothing less.
   * @param {ChallengeView} challenge
   * @param {Checked} checked
   */
  function showCheckedOf(challenge, checked) {
    if (challenge.id === shown?.challenge.id) return showAnswer(checked);
    if (isEnd(checked)) events.onVerdict({ ...checked, challenge, at: performance.now(), isUnasked: true, isElsewhere: false });
  }

  /**
   * What came of a code that the customer typed. The words for what is no end are about them.
   * @param {ChallengeView} challenge
   * @param {Checked} checked
   */
  function showCustomers(challenge, checked) {
    if (isEnd(checked)) return endUnasked(checked);
    clearRefusal();
    switch (checked.outcome) {
      case "unreadable":
        return customer.say(handingOverWords.notACode);
      case "wrong":
        facts.triesLeft((challenge.triesLeft = checked.left));
        return customer.say(handingOverWords.wrong(checked.left));
      case "nothingSent":
        return customer.say(words.nothingSent);
      case "notCounted":
        return customer.say(handingOverWords.notCounted);
      case "notKnown":
        return showNotKnown();
    }
  }

  /** @param {Checked} checked just now: it is heard too where it is wrong */
  function showAnswer(checked) {
    if (checked.outcome === "wrong") play("wrong");
    showChecked(checked);
  }

  /** @param {Checked} checked */
  function showChecked(checked) {
    told = checked;
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
    if (shown !== null && customer.isOut()) showCustomers(shown.challenge, checked);
    else if (isEnd(checked)) endUnasked(checked);
    else showAnswer(checked);
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
    told = null;
    delete error.dataset["verdict"];
    byId("code", HTMLElement).removeAttribute("aria-invalid");
  }

  /** @param {Outcome} outcome */
  function end(outcome) {
    if (shown === null) return;
    customer.conclude();
    events.onVerdict({ ...outcome, challenge: shown.challenge, at: performance.now(), isUnasked: false, isElsewhere: false });
  }

  /**
   * @param {Outcome} outcome
   * @param {boolean} isElsewhere
   */
  function endUnasked(outcome, isElsewhere = false) {
    if (shown === null) return;
    customer.conclude();
    events.onVerdict({ ...outcome, challenge: shown.challenge, at: performance.now(), isUnasked: true, isElsewhere });
  }

  /**
   * @param {ChannelView} channel
   * @param {HTMLButtonElement} button
   */
  async function sendBy(channel, button) {
    if (shown === null || isBusy()) return;
    if (isNotKnown()) return announce(words.labels.notKnown);
    await sendAgain(shown.challenge, channel, button);
  }

  /**
   * @param {import("../delivery-advice.js").Way} way
   * @param {HTMLButtonElement} button
   */
  function takeWay(way, button) {
    switch (way) {
      case "call":
        return void sendBy("call", button);
      case "text":
        return void sendBy("sms", button);
      case "again":
        return void sendBy(shown?.challenge.channel ?? "sms", button);
      case "change":
        return changeNumber();
    }
  }

  /** @param {ChallengeView} challenge */
  function showResent(challenge) {
    clearError();
    field.empty();
    deliveries.followAnew(challenge);
    update(challenge);
    announce(`${headline(challenge, deliveries.newest(challenge).delivery)} ${codesThatCount(challenge)}`);
    field.focus();
  }

  const isBusy = () => customer.isBusy() || buttons.some((each) => "busy" in each.dataset);

  const escapeDoes = () => (customer.isOut() ? helpWords.does.takeBack : helpWords.does.newCustomer);

  /** To the code that the customer has, or else to the next customer. */
  function stepBack() {
    if (customer.isOut()) customer.takeBack();
    else leave();
  }

  /** @returns {CodeInHand | null} */
  function inHand() {
    return shown === null ? null : { challenge: asOfNow(shown), typed: field.typed(), told, standsWrong };
  }

  /** @param {CodeInHand} before */
  function restore(before) {
    field.put(before.typed);
    if (before.told !== null && !isEnd(before.told) && before.told.outcome !== "notKnown") showChecked(before.told);
    standsWrong = before.standsWrong;
  }

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
  resendButton.addEventListener("click", () => void sendBy(shown?.challenge.channel ?? "sms", resendButton));
  byId("change-number", HTMLElement).addEventListener("click", changeNumber);
  byId("leave", HTMLElement).addEventListener("click", leave);
  declareKeys(
    [
      { keys: "Enter", views: ["code"], does: () => helpWords.does.check, when: () => !customer.isOut() },
      { keys: "Escape", views: ["code"], does: escapeDoes, run: stepBack },
    ],
    signal,
  );

  return {
    show,
    hide,
    update,
    lose,
    hear,
    shown: () => shown?.challenge ?? null,
    inHand,
    restore,
    isBusy: () => isBusy() || isNotKnown(),
    isAsking: isBusy,
    isOut: customer.isOut,
    focus: field.focus,
    handOver: () => void customer.begin(),
  };
}
