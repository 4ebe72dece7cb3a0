// Step 2 while the customer types the code on a screen of their own: hands it over, takes it back, and says
// how it stands there. It never learns a digit; what a verdict looks like is the next view's business.

import { announce } from "../announce.js";
import { headingOf } from "../delivery-words.js";
import { byId, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { declareKeys, showKeys } from "../keys.js";
import { nameView } from "../stage.js";
import { handingOverWords, helpWords, spoken } from "../words.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").Checked} Checked */
/** @typedef {import("../types/wire.ts").CustomerNews} CustomerNews */
/** @typedef {Extract<CustomerNews, { news: "stands" }>} Stands */

/**
 * @typedef {object} HandingOver
 * @property {() => void} show that a code is asked for here
 * @property {() => void} showHeading whoever is asked
 * @property {() => Promise<void>} begin asks for it there
 * @property {() => boolean} isOut whether the customer is asked
 * @property {() => boolean} isBusy whether a code of theirs is being checked
 * @property {() => void} takeBack unless a code of theirs is being checked
 * @property {() => void} end the challenge shows no more: its customer is not asked any more
 * @property {() => void} conclude it has ended: the customer may read how
 * @property {(sentence: string) => void} say what came of the code that they typed last
 *
 * @typedef {object} HandingOverEvents
 * @property {() => ChallengeView | null} shown
 * @property {() => boolean} isFree whether no question is out
 * @property {(challenge: ChallengeView, checked: Checked) => void} onChecked
 * @property {(fault: unknown) => void} onFailed
 * @property {() => void} onBack the code is asked for here again
 *
 * Whom the customer's screen asks, as far as this page knows: it asks for that before it is told so.
 * @typedef {{ challenge: ChallengeView, isThere: boolean }} Out
 */

/**
 * @param {StartUp} startUp
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {HandingOverEvents} events
 * @returns {HandingOver}
 */
export function createHandingOver({ customerView }, signal, events) {
  const isOffered = customerView !== "off";
  const panel = byId("handed-over", HTMLElement);
  const button = byId("hand-over", HTMLButtonElement);
  /** @type {Out | null} */
  let out = null;
  let isChecking = false;

  async function begin() {
    const challenge = events.shown();
    if (!isOffered || challenge === null || out !== null || !events.isFree()) return;
    const mine = (out = { challenge, isThere: false });
    try {
      const isOpen = await ipc.handOver({ challenge: challenge.id, language: challenge.language });
      if (out === mine && !isOpen) out = null;
    } catch {
      if (out === mine) out = null;
      announce(handingOverWords.notOpened);
    }
  }

  /** @param {CustomerNews} news */
  function hear(news) {
    if (signal.aborted) return;
    if (news.news === "stands") return hearHow(news);
    // A code that was on its way when the customer's window was closed has its outcome all the same.
    const challenge = events.shown();
    if (challenge === null || challenge.id !== news.challenge) return;
    if (news.news === "failed") return events.onFailed(news.fault);
    events.onChecked(challenge, news.checked);
  }

  /** @param {Stands} stands */
  function hearHow({ challenge, doing, hasNoCode }) {
    if (out === null) return;
    if (challenge !== out.challenge.id) {
      if (out.isThere) comeBack();
      return;
    }
    isChecking = doing === "checking";
    if (!out.isThere) showThere(out);
    panel.dataset["doing"] = doing;
    write(byId("customer-doing", HTMLElement), handingOverWords.doing[doing]);
    write(byId("customer-has-no-code", HTMLElement), hasNoCode ? handingOverWords.hasNoCode : "");
    if (doing !== "reading") say("");
  }

  /** @param {Out} out */
  function showThere(out) {
    out.isThere = true;
    showWhere(true);
    say("");
    announce(handingOverWords.now);
    byId("take-back", HTMLElement).focus();
  }

  /** @param {boolean} isThere */
  function showWhere(isThere) {
    panel.hidden = !isThere;
    byId("code-here", HTMLElement).hidden = isThere;
    byId("check", HTMLElement).hidden = isThere;
    button.hidden = isThere || !isOffered;
    showHeading();
    showKeys();
  }

  function showHeading() {
    const challenge = events.shown();
    if (challenge !== null) nameView("code", out?.isThere === true ? handingOverWords.heading : headingOf(challenge));
  }

  /** @param {string} sentence */
  function say(sentence) {
    write(byId("customer-said", HTMLElement), sentence);
  }

  function takeBack() {
    if (isChecking) return announce(handingOverWords.beingChecked);
    void ipc.takeBack().catch(() => {});
    comeBack();
  }

  /** The customer's turn is over, by whoever's word, or their window was closed. */
  function comeBack() {
    conclude();
    showWhere(false);
    announce(handingOverWords.backHere);
    events.onBack();
  }

  function conclude() {
    out = null;
    isChecking = false;
  }

  function end() {
    if (out !== null) void ipc.takeBack().catch(() => {});
    conclude();
  }

  if (isOffered) {
    void ipc.watchCustomerWindow(spoken(), hear).catch(() => {});
    if (customerView === "usual") void ipc.openCustomerWindow().catch(() => {});
    declareKeys(
      [{ keys: "Alt+L", views: ["code"], does: () => helpWords.does.handOver, run: () => void begin(), when: () => out === null }],
      signal,
    );
    button.addEventListener("click", () => void begin());
    byId("take-back", HTMLElement).addEventListener("click", takeBack);
  }

  return {
    show: () => showWhere(false),
    showHeading,
    begin,
    isOut: () => out !== null,
    isBusy: () => isChecking,
    takeBack,
    end,
    conclude,
    say,
  };
}
