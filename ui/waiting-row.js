// One row of the waiting list: who waits, where their code is, how long it counts, which desk has them in
// hand. Which rows there are and what pressing one does is waiting.js's business.

import { customerName } from "./challenge-words.js";
import { clock } from "./countdown.js";
import { deliveryState } from "./delivery-state.js";
import { inARow } from "./delivery-words.js";
import { make, write } from "./dom.js";
import { helpWords, waitingWords } from "./words.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").DeliveryView} DeliveryView */

const LAST_MINUTE_MS = 60_000;

/**
 * @typedef {object} Row
 * @property {HTMLLIElement} item
 * @property {HTMLButtonElement} button
 * @property {(challenge: ChallengeView, delivery: DeliveryView, triesAllowed: number) => void} show
 * @property {(milliseconds: number) => void} showTime that are left
 * @property {(challenge: ChallengeView) => void} showExpired
 * @property {(place: number | null) => void} showKey the key that opens it, where there is one
 * @property {(isInHand: boolean) => void} mark
 */

/** @returns {Row} */
export function createRow() {
  const badge = make("kbd", { className: "badge", ariaHidden: "true" });
  const name = make("span", { className: "name" });
  const time = make("span", { className: "time", ariaHidden: "true" });
  const state = make("span", { className: "state" });
  const more = make("span", { className: "more" });
  const tries = make("span", { className: "tries" });
  const about = make("span", { className: "about" }, state, " ", more, " ", tries);
  const spoken = make("span", { className: "spoken" });
  const button = make("button", { type: "button", tabIndex: -1 }, badge, name, " ", time, " ", about, " ", spoken);
  const item = make("li", {}, button);
  /** What stands in the row, so that it is written only where that changes. */
  let written = "";
  /** Its send, and when that left by the page's steady clock. @type {{ challenge: ChallengeView, delivery: DeliveryView, at: number } | null} */
  let sent = null;

  /**
   * @param {ChallengeView} challenge
   * @param {DeliveryView} delivery
   * @param {number} triesAllowed
   */
  function show(challenge, delivery, triesAllowed) {
    const { reference, lastTwo, desk, ours, send, sends, triesLeft } = challenge;
    sent = { challenge, delivery, at: performance.now() - challenge.sentAgoMs };
    showSent();
    const facts = [reference, lastTwo, desk, ours, send, sends, triesLeft, delivery.state].join("\n");
    if (facts === written) return;
    written = facts;
    write(name, customerName(challenge));
    // Without a reference, the digits are the customer's name already.
    const digits = reference === null ? [] : [`••${lastTwo}`];
    write(more, dotted([...digits, ...(ours ? [] : [waitingWords.at(desk)])]));
    write(tries, triesLeft < triesAllowed ? dotted([waitingWords.triesLeft(triesLeft)]) : "");
    item.toggleAttribute("data-elsewhere", !ours);
    item.removeAttribute("data-expired");
  }

  function showSent() {
    if (sent === null) return;
    const { challenge, delivery, at } = sent;
    state.dataset["state"] = deliveryState(challenge, delivery);
    write(state, inARow(challenge, delivery, performance.now() - at));
  }

  /** @param {number} left */
  function showTime(left) {
    showSent();
    const isLastMinute = left <= LAST_MINUTE_MS;
    write(time, clock(left));
    write(spoken, isLastMinute ? waitingWords.lastMinute : "");
    item.toggleAttribute("data-last-minute", isLastMinute);
  }

  /** @param {ChallengeView} challenge */
  function showExpired(challenge) {
    written = "";
    sent = null;
    write(name, customerName(challenge));
    write(time, "");
    write(spoken, "");
    write(tries, "");
    write(state, waitingWords.expired);
    state.dataset["state"] = "expired";
    write(more, dotted([waitingWords.sendNewCode]));
    item.removeAttribute("data-last-minute");
    item.setAttribute("data-expired", "");
  }

  /** @param {number | null} place */
  function showKey(place) {
    write(badge, place === null ? "" : `${helpWords.keyNames.Alt} ${place}`);
    if (place === null) button.removeAttribute("aria-keyshortcuts");
    else button.setAttribute("aria-keyshortcuts", `Alt+${place}`);
  }

  /** @param {boolean} isInHand */
  function mark(isInHand) {
    if (isInHand) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }

  return { item, button, show, showTime, showExpired, showKey, mark };
}

/**
 * Facts behind another one, each with a dot in front.
 * @param {string[]} facts
 */
const dotted = (facts) => facts.map((fact) => `· ${fact}`).join(" ");
