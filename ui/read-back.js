// What the desk understood of a typed number, while it is typed: read back in groups, or why it can't be.
// The field itself is never rewritten.

import { announce } from "./announce.js";
import { byId, write } from "./dom.js";
import { explainNumber } from "./explain.js";
import { regionName } from "./local.js";
import * as words from "./words/en.js";

/** @typedef {import("./types/wire.ts").NumberReading} NumberReading */
/** @typedef {import("./types/wire.ts").PhoneProblem} PhoneProblem */

const TYPING_PAUSE_MS = 400;

/**
 * @typedef {object} ReadBack
 * @property {() => void} readSoon after a pause in typing
 * @property {() => void} readNow at once, and aloud where the number can't be read
 * @property {(problem: PhoneProblem) => void} showProblem
 * @property {() => void} clear
 */

/**
 * Watches the number field and says what it holds.
 * @param {(typed: string) => Promise<NumberReading>} read
 * @returns {ReadBack}
 */
export function createReadBack(read) {
  const field = byId("phone", HTMLInputElement);
  const panel = byId("read-back", HTMLElement);
  const caption = byId("read-back-caption", HTMLElement);
  const number = byId("read-back-number", HTMLElement);
  const error = byId("number-error", HTMLElement);
  let newest = 0;
  let timer = 0;

  function readSoon() {
    clearTimeout(timer);
    timer = window.setTimeout(() => void readTyped(false), TYPING_PAUSE_MS);
  }

  /** @param {boolean} isDone whether the number is complete, as far as the staff are concerned */
  async function readTyped(isDone) {
    clearTimeout(timer);
    const mine = (newest += 1);
    if (field.value.trim() === "") return clear();
    const reading = await read(field.value).catch(() => null);
    if (mine === newest && reading !== null) show(reading, isDone);
  }

  /**
   * @param {NumberReading} reading
   * @param {boolean} isDone
   */
  function show(reading, isDone) {
    if (reading.outcome === "understood") return showUnderstood(reading);
    if (isDone) return showProblem(reading.problem);
    showNothing();
  }

  /** @param {Extract<NumberReading, { outcome: "understood" }>} reading */
  function showUnderstood({ readBack, numberType, region, refusal }) {
    clearProblem();
    panel.dataset["tone"] = refusal === null ? "good" : "wait";
    write(caption, words.readBack(numberType, regionName(region), refusal?.rule));
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
  function showProblem(problem) {
    newest += 1;
    showNothing();
    write(error, explainNumber(problem));
    field.setAttribute("aria-invalid", "true");
  }

  function clearProblem() {
    write(error, "");
    field.removeAttribute("aria-invalid");
  }

  function clear() {
    clearTimeout(timer);
    newest += 1;
    clearProblem();
    showNothing();
  }

  field.addEventListener("input", readSoon);
  field.addEventListener("blur", () => {
    if (document.activeElement !== field) void readTyped(true);
  });
  return { readSoon, readNow: () => void readTyped(true), showProblem, clear };
}
