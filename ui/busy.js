// One thing at a time: while a question is out, its button says so, and says it again when it takes long.

import { announce } from "./announce.js";
import { isResting, rest } from "./dom.js";

const LONG_MS = 3000;

/**
 * Carries out a task while a button shows it. Answers nothing, without beginning, where the button is
 * at rest: so nothing is ever asked twice.
 * @template T
 * @param {HTMLButtonElement} button
 * @param {{ busy: string, long: string }} words
 * @param {() => Promise<T>} task
 * @returns {Promise<T | undefined>}
 */
export async function whileBusy(button, words, task) {
  if (isResting(button)) return undefined;
  const label = button.textContent;
  rest(button, true);
  button.dataset["busy"] = "";
  button.textContent = words.busy;
  const timer = setTimeout(() => sayItTakesLong(button, words.long), LONG_MS);
  try {
    return await task();
  } finally {
    clearTimeout(timer);
    rest(button, false);
    delete button.dataset["busy"];
    button.textContent = label;
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} words
 */
function sayItTakesLong(button, words) {
  button.textContent = words;
  announce(words);
}
