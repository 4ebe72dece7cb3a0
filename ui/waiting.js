// The other customers whose codes are still awaited, each with its own countdown, so that none is lost.

import { clock, keepTicking, timed, timeLeft } from "./countdown.js";
import { byId, make, write } from "./dom.js";
import * as words from "./words/en.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./countdown.js").Timed} Timed */

/**
 * @typedef {object} WaitingList
 * @property {(challenges: ChallengeView[]) => void} show
 * @property {(challenge: ChallengeView) => void} update where it is in the list
 */

/**
 * @param {import("./deliveries.js").Deliveries} deliveries
 * @param {(challenge: ChallengeView) => void} onChoose
 * @returns {WaitingList}
 */
export function createWaitingList(deliveries, onChoose) {
  const room = byId("waiting", HTMLElement);
  const list = byId("waiting-list", HTMLElement);
  /** @type {Map<string, Timed & { row: HTMLElement, time: HTMLElement }>} */
  const waiting = new Map();
  let stopTicking = () => {};

  /** @param {ChallengeView[]} challenges */
  function show(challenges) {
    stopTicking();
    waiting.clear();
    challenges.forEach(put);
    list.replaceChildren(...[...waiting.values()].map(({ row }) => row));
    showCount();
    stopTicking = keepTicking(tick);
  }

  /** @param {ChallengeView} challenge */
  function put(challenge) {
    const time = make("span", { className: "time", ariaHidden: "true" });
    const row = make("li", {}, rowButton(challenge, time));
    waiting.set(challenge.id, { ...timed(challenge), row, time });
  }

  /**
   * @param {ChallengeView} challenge
   * @param {HTMLElement} time
   */
  function rowButton(challenge, time) {
    const { delivery } = deliveries.newest(challenge);
    const name = make("span", { className: "name" }, words.customerName(challenge));
    const state = make("span", { className: "state" }, words.waitingLine(challenge, delivery));
    state.dataset["state"] = words.deliveryLine(challenge, delivery, null).state;
    const button = make("button", { type: "button" }, name, " ", state, time);
    button.addEventListener("click", () => onChoose(waiting.get(challenge.id)?.challenge ?? challenge));
    return button;
  }

  /** @param {ChallengeView} challenge */
  function update(challenge) {
    const before = waiting.get(challenge.id);
    if (before === undefined) return;
    const hadFocus = before.row.contains(document.activeElement);
    put(challenge);
    const { row } = waiting.get(challenge.id) ?? before;
    before.row.replaceWith(row);
    if (hadFocus) row.querySelector("button")?.focus();
  }

  function tick() {
    for (const [id, { expiresAt, row, time }] of waiting) {
      const left = timeLeft(expiresAt);
      write(time, clock(left));
      if (left === 0) drop(id, row);
    }
    return waiting.size > 0;
  }

  /**
   * @param {string} id
   * @param {HTMLElement} row
   */
  function drop(id, row) {
    waiting.delete(id);
    row.remove();
    showCount();
  }

  function showCount() {
    room.hidden = waiting.size === 0;
    write(byId("waiting-count", HTMLElement), words.waitingCount(waiting.size));
  }

  return { show, update };
}
