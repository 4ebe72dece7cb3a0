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
 *
 * @typedef {object} Row
 * @property {HTMLElement} item
 * @property {HTMLElement} name
 * @property {HTMLElement} state
 * @property {HTMLElement} time
 */

/**
 * @param {import("./deliveries.js").Deliveries} deliveries
 * @param {(challenge: ChallengeView) => void} onChoose
 * @returns {WaitingList}
 */
export function createWaitingList(deliveries, onChoose) {
  const room = byId("waiting", HTMLElement);
  const list = byId("waiting-list", HTMLElement);
  /** @type {Map<string, Timed & { row: Row }>} */
  const waiting = new Map();
  let stopTicking = () => {};

  /**
   * A row that stays is written anew and not made anew, so that it keeps the focus.
   * @param {ChallengeView[]} challenges
   */
  function show(challenges) {
    stopTicking();
    const open = new Set(challenges.map(({ id }) => id));
    for (const id of [...waiting.keys()]) {
      if (!open.has(id)) drop(id);
    }
    challenges.forEach((challenge, place) => {
      const { item } = put(challenge);
      if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
    });
    showCount();
    stopTicking = keepTicking(tick);
  }

  /** @param {ChallengeView} challenge */
  function put(challenge) {
    const row = waiting.get(challenge.id)?.row ?? makeRow(challenge.id);
    waiting.set(challenge.id, { ...timed(challenge), row });
    const { delivery } = deliveries.newest(challenge);
    write(row.name, words.customerName(challenge));
    write(row.state, words.waitingLine(challenge, delivery));
    row.state.dataset["state"] = words.deliveryLine(challenge, delivery, null).state;
    return row;
  }

  /**
   * @param {string} id
   * @returns {Row}
   */
  function makeRow(id) {
    const name = make("span", { className: "name" });
    const state = make("span", { className: "state" });
    const time = make("span", { className: "time", ariaHidden: "true" });
    const button = make("button", { type: "button" }, name, " ", state, time);
    button.addEventListener("click", () => choose(id));
    return { item: make("li", {}, button), name, state, time };
  }

  /** @param {string} id */
  function choose(id) {
    const chosen = waiting.get(id);
    if (chosen !== undefined) onChoose(chosen.challenge);
  }

  /** @param {ChallengeView} challenge */
  function update(challenge) {
    if (waiting.has(challenge.id)) put(challenge);
  }

  function tick() {
    for (const [id, { expiresAt, row }] of waiting) {
      const left = timeLeft(expiresAt);
      write(row.time, clock(left));
      if (left === 0) drop(id);
    }
    return waiting.size > 0;
  }

  /** @param {string} id */
  function drop(id) {
    waiting.get(id)?.row.item.remove();
    waiting.delete(id);
    showCount();
  }

  function showCount() {
    room.hidden = waiting.size === 0;
    write(byId("waiting-count", HTMLElement), words.waitingCount(waiting.size));
  }

  return { show, update };
}
