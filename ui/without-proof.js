// The ends that are no proof: that a customer could not be verified, and a supervisor's word. Their two views
// stand before step 2 or its verdict, and lead back there. What the core makes of them is the core's.

import { announce } from "./announce.js";
import { customerName } from "./challenge-words.js";
import { byId } from "./dom.js";
import * as ipc from "./ipc.js";
import { declareKeys } from "./keys.js";
import { clearRefusal } from "./refusal.js";
import { createSupervisorView } from "./views/supervisor.js";
import { createUnverifiedView } from "./views/unverified.js";
import { endingWords, helpWords } from "./words.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./views/supervisor.js").Question} Question */
/** @typedef {import("./views/verdict.js").Verdict} Verdict */

/**
 * @typedef {object} EndingEvents
 * @property {() => ChallengeView | null} customer whose turn it is at step 2, or was until the verdict that shows
 * @property {() => Verdict | null} verdict the one that shows
 * @property {() => boolean} isCheckOut whether a code is being checked
 * @property {(view: "unverified" | "supervisor") => void} onTurn
 * @property {(where: "request" | "customer") => void} onBack
 * @property {(verdict: Verdict) => void} onEnd
 *
 * What was begun, but for passcodes. `meanwhile`: how the challenge ended by itself.
 * @typedef {object} EndingInHand
 * @property {"unverified" | "supervisor"} view
 * @property {import("./views/unverified.js").Unverified} unverified
 * @property {string} reason the supervisor's
 * @property {Verdict | null} meanwhile
 *
 * @typedef {object} Endings
 * @property {() => void} open
 * @property {() => void} openSupervisor
 * @property {(question: Question) => void} askSupervisor for a number that is not sent to without their word
 * @property {() => void} leave nothing is ended otherwise any more
 * @property {(verdict: Verdict) => boolean} keeps whether it is kept until staff go back
 * @property {() => boolean} isBusy
 * @property {() => EndingInHand | null} inHand
 * @property {(inHand: EndingInHand) => void} restore
 */

/**
 * @param {import("./types/wire.ts").StartUp} startUp
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {EndingEvents} events
 * @returns {Endings}
 */
export function createEndings(startUp, signal, events) {
  /** Whose turn is being ended without proof. @type {ChallengeView | null} */
  let challenge = null;
  /** How that one's challenge ended by itself meanwhile. @type {Verdict | null} */
  let meanwhile = null;
  /** Where Escape leads to. @type {(() => void) | null} */
  let wayBack = null;
  /** @type {EndingInHand["view"]} */
  let view = "unverified";

  const unverified = createUnverifiedView(startUp.overrideAllowed, { onEnded: hear, onSupervisor: openSupervisor, onBack: goBack });
  const supervisor = createSupervisorView(goBack);

  function open() {
    const whose = events.customer();
    if (whose === null || isProven()) return;
    if (events.isCheckOut()) return announce(endingWords.notWhileUnknown);
    begin(whose);
    turnTo("unverified");
    unverified.show(whose);
  }

  function openSupervisor() {
    const whose = challenge ?? events.customer();
    if (whose === null) return;
    askSupervisor({
      ...endingWords.override,
      about: customerName(whose),
      isReasoned: true,
      give: (word) => accept(whose, word),
    });
    begin(whose);
  }

  /** @param {ChallengeView} whose */
  function begin(whose) {
    challenge = whose;
    wayBack = backToCustomer;
  }

  /** @param {Question} question */
  function askSupervisor(question) {
    wayBack = () => events.onBack("request");
    supervisor.show(question);
    turnTo("supervisor");
    supervisor.focus();
  }

  /** @param {EndingInHand["view"]} next */
  function turnTo(next) {
    view = next;
    clearRefusal();
    events.onTurn(next);
  }

  /** Whether the verdict that shows is none that can be ended otherwise. */
  function isProven() {
    const verdict = events.verdict();
    return verdict !== null && verdict.outcome !== "expired" && verdict.outcome !== "locked";
  }

  /**
   * @param {ChallengeView} whose
   * @param {{ passcode: string, reason: string }} word
   * @returns {Promise<import("./views/supervisor.js").Answer>}
   */
  async function accept(whose, word) {
    const ended = await ipc.overrideChallenge({ challenge: whose.id, ...word });
    switch (ended.outcome) {
      case "ended":
      case "gone":
        hear(ended);
        return { outcome: "taken" };
      case "notAllowed":
        return { outcome: "refused", what: endingWords.notAllowed };
      case "noReason":
        return { outcome: "noReason" };
      case "wrong":
      case "wait":
        return ended;
    }
  }

  /** @param {import("./types/wire.ts").EndedView} ended */
  function hear(ended) {
    if (challenge === null || signal.aborted) return;
    const whose = { challenge, at: performance.now(), isUnasked: false, isElsewhere: false };
    leave();
    if (ended.outcome === "gone") return events.onEnd({ ...ended, ...whose, isElsewhere: true });
    if (ended.outcome === "ended") events.onEnd(withoutProof(ended.ending, whose));
  }

  function leave() {
    wayBack = null;
    challenge = null;
    meanwhile = null;
    supervisor.hide();
  }

  const isBusy = () => unverified.isBusy() || supervisor.isBusy();

  /** Back to where it came from, or to what became of the challenge meanwhile. */
  function goBack() {
    if (isBusy() || wayBack === null) return;
    const back = wayBack;
    wayBack = null;
    back();
  }

  function backToCustomer() {
    const ended = meanwhile;
    leave();
    clearRefusal();
    if (ended === null) events.onBack("customer");
    else events.onEnd(ended);
  }

  /** @returns {EndingInHand | null} */
  function inHand() {
    return challenge === null ? null : { view, unverified: unverified.inHand(), reason: supervisor.reason(), meanwhile };
  }

  /** @param {EndingInHand} before */
  function restore(before) {
    open();
    unverified.restore(before.unverified);
    if (before.view === "supervisor") {
      openSupervisor();
      supervisor.putReason(before.reason);
    }
    meanwhile = before.meanwhile;
  }

  declareKeys(
    [
      { keys: "Alt+U", views: ["code", "verdict"], does: () => helpWords.does.couldNotVerify, run: open, when: () => events.customer() !== null && !isProven() },
      { keys: "Enter", views: ["unverified"], does: () => helpWords.does.end },
      { keys: "Enter", views: ["supervisor"], does: () => helpWords.does.accept },
      { keys: "Escape", views: ["unverified", "supervisor"], does: () => helpWords.does.back, run: goBack },
    ],
    signal,
  );
  byId("could-not-verify", HTMLElement).addEventListener("click", open);

  return {
    open,
    openSupervisor,
    askSupervisor,
    leave,
    keeps(verdict) {
      if (challenge !== null) meanwhile = verdict;
      return challenge !== null;
    },
    isBusy,
    inHand,
    restore,
  };
}

/**
 * The verdict of an end that is no proof.
 * @param {import("./types/wire.ts").EndingView} how
 * @param {{ challenge: ChallengeView, at: number, isUnasked: boolean, isElsewhere: boolean }} whose
 * @returns {Verdict}
 */
export function withoutProof(how, whose) {
  switch (how.kind) {
    case "unverified":
      return { outcome: "unverified", ending: how, ...whose };
    case "acceptedBySupervisor":
      return { outcome: "accepted", ending: how, ...whose };
  }
}
