// What the desk understood of a typed number, while it is typed: read back in groups, or why it can't be.
// The field itself is never rewritten.

import { announce } from "./announce.js";
import { byId, write } from "./dom.js";
import { explainNumber } from "./explain.js";
import { regionName } from "./local.js";
import { createSuggestion } from "./suggestion.js";
import { numberWords, words } from "./words.js";

/** @typedef {import("./types/wire.ts").NumberReading} NumberReading */
/** @typedef {import("./types/wire.ts").PhoneProblem} PhoneProblem */

const TYPING_PAUSE_MS = 400;

/**
 * @typedef {object} ReadBack
 * @property {() => void} readSoon after a pause in typing
 * @property {() => void} readAgain at once, what was typed a while ago
 * @property {() => Promise<void>} whenRead once all that was typed has been read
 * @property {() => void} readNow at once, and aloud where the number can't be read
 * @property {(problem: PhoneProblem) => void} showProblem
 * @property {() => PhoneProblem | null} problem that shows
 * @property {() => void} clear
 */

/**
 * Watches the number field and says what it holds.
 * @param {(typed: string) => Promise<NumberReading>} ask
 * @param {(reading: NumberReading | null) => boolean} onReading what is known of the number, nothing where
 *   the field is empty; whether that makes it worth reading again
 * @param {(reading: NumberReading | null, isDone: boolean) => void} onRead what was read, or that there is nothing
 *   to read; `isDone`: whether the number is complete, as far as the staff are concerned
 * @returns {ReadBack}
 */
export function createReadBack(ask, onReading, onRead) {
  const field = byId("phone", HTMLInputElement);
  const panel = byId("read-back", HTMLElement);
  const caption = byId("read-back-caption", HTMLElement);
  const number = byId("read-back-number", HTMLElement);
  const error = byId("number-error", HTMLElement);
  const suggestion = createSuggestion((number) => {
    field.value = number;
    field.focus();
    read(true);
  });
  let newest = 0;
  let timer = 0;
  let reading = Promise.resolve();
  /** @type {PhoneProblem | null} */
  let shownProblem = null;

  function readSoon() {
    clearTimeout(timer);
    timer = window.setTimeout(() => read(false), TYPING_PAUSE_MS);
  }

  /** @param {boolean} isDone whether the number is complete, as far as the staff are concerned */
  function read(isDone) {
    clearTimeout(timer);
    timer = 0;
    reading = readTyped(isDone);
  }

  async function whenRead() {
    if (timer !== 0) read(false);
    await reading;
  }

  /** @param {boolean} isDone */
  async function readTyped(isDone) {
    const mine = (newest += 1);
    if (field.value.trim() === "") return clear();
    const typed = field.value;
    const answer = await ask(typed).catch(() => null);
    if (mine !== newest || typed !== field.value || answer === null) return;
    if (onReading(answer)) return readTyped(isDone);
    show(answer, isDone);
  }

  /**
   * @param {NumberReading} reading
   * @param {boolean} isDone
   */
  function show(reading, isDone) {
    onRead(reading, isDone);
    if (reading.suggestion === null) suggestion.clear();
    else suggestion.offer(reading.suggestion);
    if (reading.outcome === "understood") return showUnderstood(reading);
    if (isDone) return showUnreadable(reading.problem);
    showNothing();
  }

  /** @param {Extract<NumberReading, { outcome: "understood" }>} reading */
  function showUnderstood({ readBack, numberType, region, refusal, suggestion: meant }) {
    if (meant !== null && refusal !== null) return showReason(numberWords.refused[refusal.rule] ?? "", refusal.rule);
    clearProblem();
    panel.dataset["tone"] = refusal === null ? "good" : "wait";
    write(caption, captionOf(words.readBack(words.numberTypes[numberType], regionName(region)), refusal?.rule));
    const groups = readBack.join(" ");
    if (number.textContent === groups) return;
    write(number, groups);
    announce(`${caption.textContent}: ${groups}`);
  }

  function showNothing() {
    panel.dataset["tone"] = "empty";
    write(caption, words.readBackEmpty);
    write(number, "");
  }

  /** @param {PhoneProblem} problem */
  function showUnreadable(problem) {
    shownProblem = problem;
    showReason(explainNumber(problem), problem.code);
  }

  /**
   * @param {string} why
   * @param {string} code the same in every language
   */
  function showReason(why, code) {
    showNothing();
    write(error, why);
    error.dataset["code"] = code;
    field.setAttribute("aria-invalid", "true");
  }

  /** @param {PhoneProblem} problem */
  function showProblem(problem) {
    newest += 1;
    showUnreadable(problem);
    if (field.value.trim() !== "") void readTyped(true);
  }

  function clearProblem() {
    shownProblem = null;
    write(error, "");
    delete error.dataset["code"];
    field.removeAttribute("aria-invalid");
  }

  function clear() {
    clearTimeout(timer);
    timer = 0;
    newest += 1;
    onReading(null);
    clearProblem();
    suggestion.clear();
    showNothing();
    onRead(null, true);
  }

  field.addEventListener("input", () => {
    suggestion.clear();
    readSoon();
  });
  field.addEventListener("blur", () => {
    if (document.activeElement !== field) read(true);
  });
  return { readSoon, readAgain: () => read(false), whenRead, readNow: () => read(true), showProblem, problem: () => shownProblem, clear };
}

/**
 * @param {string} reading
 * @param {import("./types/wire.ts").RuleView | undefined} rule that is against it
 */
function captionOf(reading, rule) {
  const forbidden = rule === undefined ? undefined : words.forbidden[rule];
  return forbidden === undefined ? reading : `${reading}. ${forbidden}`;
}
