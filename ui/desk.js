// The desk on the page: which view follows which, and who waits meanwhile. It can be put down with what it
// has in hand and another one taken up in its place, between two keys. What starts it is main.js's business.

import { createAdvice } from "./advice.js";
import { announce } from "./announce.js";
import { whileBusy } from "./busy.js";
import { customerName } from "./challenge-words.js";
import { byId } from "./dom.js";
import { explainFault, explainFaultOfSend, explainNotSent, explainNumber, explainRefusal, explanation } from "./explain.js";
import * as ipc from "./ipc.js";
import { openPractice } from "./practice.js";
import { clearRefusal, showRefusal, shownRefusal } from "./refusal.js";
import { createRequestingAnew } from "./requesting-anew.js";
import { playEnd } from "./sounds.js";
import { showView } from "./stage.js";
import { openTrainingPhone } from "./training-phone.js";
import { createCodeView } from "./views/code.js";
import { createRequestView } from "./views/request.js";
import { createVerdictView } from "./views/verdict.js";
import { createWaitingList } from "./waiting.js";
import { createEndings, withoutProof } from "./without-proof.js";
import { numberWords, waitingWords, words } from "./words.js";

/** @typedef {import("./types/wire.ts").StartUp} StartUp */
/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./views/verdict.js").Verdict} Verdict */

/** How soon it is looked again where a question is out: the answer may settle it. */
const LOOK_AGAIN_MS = 1000;

/**
 * What a desk has to work with, longer than it shows: the page may be drawn anew around it.
 * @typedef {object} Session
 * @property {StartUp} startUp
 * @property {import("./deliveries.js").Deliveries} deliveries
 * @property {import("./inbox.js").Inbox | null} inbox in training
 * @property {Set<string>} notKnown the challenges whose last try has no known outcome yet, by their ids
 *
 * What staff have in hand.
 * @typedef {{ view: "request" }
 *   | { view: "code", code: import("./views/code.js").CodeInHand }
 *   | { view: "verdict", ending: Verdict }} OnTop
 *
 * All that lies on the desk.
 * @typedef {object} InHand
 * @property {OnTop} onTop
 * @property {import("./views/request.js").Form | null} form
 * @property {import("./refusal.js").Explanation | null} refusal
 * @property {import("./waiting.js").WaitingInHand | null} waiting
 * @property {import("./without-proof.js").EndingInHand | null} ending without proof, of what is on top
 * @property {boolean} isInterrupted whether step 1 was left with a number in it that was not sent yet
 *
 * @typedef {object} Desk
 * @property {(challenges: ChallengeView[]) => void} showChallenges
 * @property {() => boolean} isBetweenCustomers nothing was typed and nothing is out
 * @property {() => boolean} isFree nobody is in hand, nobody waits, and nothing was typed or said
 * @property {(choice: import("./views/request.js").Choice) => void} fillIn a form that is begun anew; never sends
 * @property {() => boolean} isBusy a question is out
 * @property {() => InHand} putDown it hears and does nothing any more
 */

/** Goes on with a customer, at the desk that shows by then. */
let chooseNow = (/** @type {ChallengeView} */ _challenge) => {};

/**
 * Takes up a desk, on a page that is bare.
 * @param {Session} session
 * @param {InHand} inHand
 * @param {() => boolean} onNextCustomer before the next one is begun, and where the form is empty again; whether
 *   somebody else sees to that
 * @returns {Desk}
 */
export function takeUpDesk(session, inHand, onNextCustomer) {
  const { startUp, deliveries, inbox } = session;
  const over = new AbortController();
  /** @type {Verdict | null} */
  let ending = null;
  /** Whether step 1 was left for a customer who waits, with a number in it that was not sent yet. */
  let isInterrupted = false;
  let isCancelling = false;
  /** Whether a customer of another desk is just being taken over. */
  let isTaking = false;
  /** Whether it is known by now who waits. */
  let isToldWhoWaits = false;
  let lookingAgain = 0;
  const waiting = createWaitingList({ deliveries, triesAllowed: startUp.triesAllowed }, over.signal, {
    onChoose: choose,
    onChooseExpired: chooseExpired,
    ask: (challenge) => ipc.checkAgain(challenge).catch(() => null),
    onFocusLost: focusView,
  });
  const advice = createAdvice();
  const request = createRequestView(startUp, advice, over.signal, {
    onOpen(challenge) {
      openCode(challenge);
      if (startUp.customerView === "usual" && challenge.send === "sent") code.handOver();
    },
    onSupervisor: (question) => endings.askSupervisor(question),
    onAgreed: () => {
      endings.leave();
      turnTo("request");
    },
    onEmptied: onNextCustomer,
  });
  const code = createCodeView(session, over.signal, {
    onVerdict: showVerdict,
    onLeave: () => openRequest(),
    onChangeNumber: (challenge) => void changeNumber(challenge),
    holdsNumber: request.holds,
    readBackOf: request.readBackOf,
  });
  const verdict = createVerdictView(startUp, over.signal, {
    onNext: () => openRequest(),
    onAgain: sendNewCode,
    onUnverified: () => endings.open(),
    onSupervisor: () => endings.openSupervisor(),
  });
  const endings = createEndings(startUp, over.signal, {
    customer: () => code.shown() ?? ending?.challenge ?? null,
    verdict: () => ending,
    isCheckOut: () => code.isBusy(),
    onTurn: turnTo,
    onBack: goBackTo,
    onEnd: showVerdict,
  });

  const requestAnew = createRequestingAnew(startUp.regions, openCode);

  /** @param {import("./keys.js").ViewName} view */
  function turnTo(view) {
    advice.clear();
    showView(view);
  }

  /** The next customer, or the one whose number was being typed when another one was gone on with. */
  const nextForm = () => (isInterrupted ? request.goOn : request.startAnew);

  function openRequest(begin = nextForm()) {
    if (begin === request.startAnew && onNextCustomer()) return;
    isInterrupted = false;
    code.hide();
    hideVerdict();
    endings.leave();
    turnTo("request");
    waiting.mark(null);
    begin();
    void refresh();
  }

  /** @param {ChallengeView} challenge */
  function openCode(challenge) {
    hideVerdict();
    endings.leave();
    turnTo("code");
    code.show(challenge);
    waiting.mark(challenge.id);
    void refresh();
  }

  /** @param {Verdict} newEnding */
  function showVerdict(newEnding) {
    if (endings.keeps(newEnding)) return;
    playEnd(newEnding.outcome);
    showEnding(newEnding);
  }

  /** @param {Verdict} newEnding */
  function showEnding(newEnding) {
    const { challenge, outcome } = newEnding;
    ending = newEnding;
    code.hide();
    clearRefusal();
    verdict.show(ending, request.holds(challenge.id) || (outcome === "expired" && challenge.ours));
    turnTo("verdict");
    waiting.mark(null);
    waiting.settle(challenge.id);
    verdict.focus();
    void sayHowItEnded(newEnding);
    void refresh();
  }

  const isAtRequest = () => code.shown() === null && ending === null;
  const isAsking = () => request.isSending() || code.isAsking() || isTaking;

  /** Where the hands go when what they were on is gone. */
  function focusView() {
    if (code.shown() !== null) code.focus();
    else if (ending !== null) verdict.focus();
    else request.goOn();
  }

  /**
   * Goes on with a customer who waits. What another desk has in hand is taken over by it.
   * @param {ChallengeView} challenge
   */
  function choose(challenge) {
    if (isAsking()) return announce(waitingWords.oneMoment);
    if (challenge.id === code.shown()?.id) return code.focus();
    if (!challenge.ours) return void takeOver(challenge);
    goOnWith(challenge);
    announce(waitingWords.nowWith(customerName(challenge)));
  }

  /** @param {ChallengeView} challenge */
  function goOnWith(challenge) {
    if (isAtRequest()) isInterrupted = request.holdsUnsent();
    openCode(challenge);
  }

  /** @param {ChallengeView} challenge */
  async function takeOver(challenge) {
    isTaking = true;
    try {
      const taken = await ipc.takeOver(challenge.id);
      if (!over.signal.aborted) showTaken(challenge, taken);
    } catch (rejection) {
      if (!over.signal.aborted) showRefusal(explainFault(rejection));
    } finally {
      isTaking = false;
    }
  }

  /**
   * @param {ChallengeView} before
   * @param {import("./types/wire.ts").TakenOver} taken
   */
  function showTaken(before, taken) {
    if (taken.outcome !== "open") {
      return showVerdict({ ...taken, challenge: before, at: performance.now(), isUnasked: false, isElsewhere: true });
    }
    deliveries.followOn(taken.challenge);
    // Something else was begun meanwhile: the customer waits in the list, at this desk now.
    if (request.isSending() || code.isAsking()) return void refresh();
    goOnWith(taken.challenge);
    announce(waitingWords.takenOver(customerName(before), before.desk));
  }

  /** @param {ChallengeView} challenge */
  function chooseExpired(challenge) {
    if (isAsking()) return announce(waitingWords.oneMoment);
    if (isAtRequest()) isInterrupted = request.holdsUnsent();
    showVerdict({ outcome: "expired", challenge, at: performance.now(), isUnasked: false, isElsewhere: false });
  }

  function sendNewCode() {
    if (ending === null) return;
    const { id } = ending.challenge;
    if (request.holds(id)) openRequest(() => void request.sendAgain());
    else void requestAnew(id, () => !over.signal.aborted && ending?.challenge.id === id);
  }

  /**
   * What was ended at another desk may have been ended without proof.
   * @param {Verdict} shown
   */
  async function sayHowItEnded(shown) {
    if (shown.outcome !== "gone" || shown.because !== "cancelled") return;
    const how = await ipc.howItEnded(shown.challenge.id).catch(() => null);
    if (how === null || ending !== shown) return;
    const { challenge, at, isUnasked, isElsewhere } = shown;
    showVerdict(withoutProof(how, { challenge, at, isUnasked, isElsewhere }));
  }

  function hideVerdict() {
    ending = null;
    verdict.hide();
  }

  /**
   * From a view that stood in between, to what it stood before.
   * @param {"request" | "customer"} where
   */
  function goBackTo(where) {
    if (where === "request") {
      turnTo("request");
      return request.goOn();
    }
    turnTo(ending === null ? "code" : "verdict");
    focusView();
  }

  /** @param {ChallengeView} challenge */
  async function changeNumber(challenge) {
    if (isCancelling) return;
    isCancelling = true;
    await ipc.cancelChallenge(challenge.id).catch(() => false);
    isCancelling = false;
    openRequest(request.holds(challenge.id) ? request.changeNumber : request.startAnew);
  }

  /**
   * Asks how the challenges stand, rather than waiting to be told.
   * @param {number} skippedMs time that has passed in training and not on the page's clock
   */
  async function refresh(skippedMs = 0) {
    const before = code.shown();
    const challenges = await ipc.openChallenges().catch(() => null);
    if (challenges !== null && before?.id === code.shown()?.id) showChallenges(challenges, { skippedMs, isFresh: true });
  }

  /** @param {ChallengeView} challenge */
  const isBeingSent = ({ ours, send }) => ours && send === "sending" && request.isSending();

  /**
   * Shows the site's challenges as the store has them: who waits, and how the one in hand stands. What
   * another desk sends, that desk follows; what this one is just sending waits for its answer.
   * @param {ChallengeView[]} challenges
   * @param {{ skippedMs: number, isFresh: boolean }} how `isFresh`: asked for by what shows now
   */
  function showChallenges(challenges, { skippedMs, isFresh } = { skippedMs: 0, isFresh: false }) {
    if (over.signal.aborted) return;
    isToldWhoWaits = true;
    const inHand = code.shown();
    challenges.filter(({ ours, send }) => ours && send !== "sending").forEach(deliveries.follow);
    waiting.show(challenges.filter((challenge) => !isBeingSent(challenge)), skippedMs);
    if (inHand === null) return;
    const now = challenges.find(({ id }) => id === inHand.id);
    if (now === undefined) void code.lose(skippedMs);
    else if (now.ours || !inHand.ours) code.update(now);
    else if (!isFresh || code.isBusy()) lookAgainSoon();
    else giveUp(now);
  }

  /** What was told may be older than what shows, and what was asked is answered first. */
  function lookAgainSoon() {
    clearTimeout(lookingAgain);
    lookingAgain = window.setTimeout(() => void refresh(), code.isBusy() ? LOOK_AGAIN_MS : 0);
  }

  /**
   * Another desk has the customer in hand now.
   * @param {ChallengeView} challenge
   */
  function giveUp(challenge) {
    openRequest();
    if (over.signal.aborted) return;
    showRefusal(takenAway(challenge));
  }

  function takeUp() {
    if (inHand.form !== null) request.restore(inHand.form);
    takeUpOnTop(inHand.onTop);
    isInterrupted = inHand.isInterrupted;
    if (inHand.waiting !== null) waiting.restore(inHand.waiting);
    if (inHand.ending !== null) endings.restore(inHand.ending);
    if (inHand.refusal !== null) showRefusal(inHand.refusal);
  }

  /** @param {OnTop} onTop */
  function takeUpOnTop(onTop) {
    switch (onTop.view) {
      case "request":
        return openRequest(inHand.form === null ? request.startAnew : request.goOn);
      case "code":
        openCode(onTop.code.challenge);
        return code.restore(onTop.code);
      case "verdict":
        return showEnding(onTop.ending);
    }
  }

  /** @returns {InHand} */
  function putDown() {
    const left = {
      onTop: onTop(),
      form: request.form(),
      refusal: shownRefusal(),
      waiting: waiting.inHand(),
      ending: endings.inHand(),
      isInterrupted,
    };
    over.abort();
    clearTimeout(lookingAgain);
    code.hide();
    waiting.stop();
    clearRefusal();
    return left;
  }

  /** @returns {OnTop} */
  function onTop() {
    const inHand = code.inHand();
    if (ending !== null) return { view: "verdict", ending };
    return inHand === null ? { view: "request" } : { view: "code", code: inHand };
  }

  deliveries.listen((news) => {
    code.hear(news);
    waiting.update(news.challenge);
  });
  window.addEventListener("focus", () => void refresh(), { signal: over.signal });
  if (inbox !== null) openTraining(inbox);
  chooseNow = choose;
  takeUp();

  /** @param {import("./views/request.js").Choice} choice */
  function fillIn(choice) {
    openRequest(() => request.fill(choice));
  }

  /** @param {import("./inbox.js").Inbox} inbox */
  function openTraining(inbox) {
    openTrainingPhone(inbox, startUp.timeCanPass, (skippedMs) => void refresh(skippedMs));
    openPractice(fillIn);
  }

  const isBetweenCustomers = () => isAtRequest() && request.isIdle();

  return {
    showChallenges: (challenges) => showChallenges(challenges),
    isBetweenCustomers,
    isFree: () => isBetweenCustomers() && isToldWhoWaits && waiting.isEmpty() && shownRefusal() === null && !isCancelling && !isTaking,
    isBusy: () => request.isSending() || code.isAsking() || code.isOut() || endings.isBusy() || isCancelling || isTaking,
    fillIn,
    putDown,
  };
}

/**
 * That another desk has the customer in hand now, and the way back.
 * @param {ChallengeView} challenge
 */
function takenAway(challenge) {
  const takeBack = {
    get label() {
      return waitingWords.takeBack;
    },
    run: () => chooseNow(challenge),
  };
  return explanation(() => waitingWords.takenAway(customerName(challenge), challenge.desk), { code: "takenAway", action: takeBack });
}
