// The search above a long waiting list: by reference, last digits or desk. Which rows it leaves is
// waiting.js's to show.

import { customerName } from "./challenge-words.js";
import { byId, write } from "./dom.js";
import { waitingWords } from "./words.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */

/** A list of fewer rows than this is looked over faster than anything is typed. */
const LONG_LIST = 10;

/**
 * @typedef {object} Search
 * @property {(rows: number) => void} fit to how many rows there are
 * @property {() => boolean} isOn whether anything is searched for
 * @property {(challenge: ChallengeView) => boolean} finds
 * @property {(isNone: boolean) => void} showNone
 * @property {() => void} clear
 * @property {() => string} typed
 * @property {(typed: string) => void} put what was typed already, before the list is shown
 *
 * @typedef {object} SearchEvents
 * @property {() => void} onChange
 * @property {() => void} onEnter
 * @property {() => void} onDown
 */

/**
 * @param {SearchEvents} events
 * @returns {Search}
 */
export function createSearch({ onChange, onEnter, onDown }) {
  const room = byId("waiting-find", HTMLElement);
  const field = byId("waiting-filter", HTMLInputElement);
  const none = byId("waiting-none", HTMLElement);
  let wanted = "";
  write(byId("waiting-filter-label", HTMLElement), waitingWords.find);
  field.placeholder = waitingWords.findHint;
  write(none, waitingWords.noneFound);

  function read() {
    wanted = plain(field.value);
    onChange();
  }

  /** @param {string} typed */
  function put(typed) {
    field.value = typed;
    wanted = plain(typed);
  }

  function clear() {
    if (field.value === "") return;
    field.value = "";
    read();
  }

  /** @param {KeyboardEvent} event */
  function hear(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && field.value !== "") clear();
    else if (event.key === "Enter") onEnter();
    else if (event.key === "ArrowDown") onDown();
    else return;
    event.preventDefault();
  }

  field.addEventListener("input", read);
  field.addEventListener("keydown", hear);
  return {
    fit(rows) {
      const isUsed = field.value !== "" || document.activeElement === field;
      room.hidden = rows < LONG_LIST && !isUsed;
    },
    isOn: () => wanted !== "",
    finds: (challenge) => wanted === "" || wordsOf(challenge).includes(wanted),
    showNone(isNone) {
      none.hidden = !isNone;
    },
    clear,
    typed: () => field.value,
    put,
  };
}

/** @param {ChallengeView} challenge */
const wordsOf = (challenge) => plain(`${customerName(challenge)} ${challenge.lastTwo} ${challenge.desk}`);

/**
 * A text without what people leave out when they search: capitals, accents, spaces and dashes.
 * @param {string} text
 */
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[\p{M}\s\p{Pd}]/gu, "");
