// "Did you mean +46 70 174 06 05?": one button after the number field, which puts that number into it. It
// never sends, and nothing is rewritten unless it is pressed.

import { announce } from "./announce.js";
import { byId, make } from "./dom.js";
import { numberWords } from "./words.js";

/**
 * @typedef {object} Suggestion
 * @property {(groups: string[]) => void} offer
 * @property {() => void} clear
 */

/**
 * @param {(number: string) => void} onTake
 * @returns {Suggestion}
 */
export function createSuggestion(onTake) {
  const button = byId("suggestion", HTMLButtonElement);
  let offered = "";

  /** @param {string[]} groups */
  function offer(groups) {
    const number = groups.join(" ");
    if (number === offered) return;
    offered = number;
    const { before, after } = numberWords.suggestion;
    button.replaceChildren(before, make("span", { className: "number" }, number), after);
    button.hidden = false;
    announce(numberWords.suggested(number));
  }

  function clear() {
    offered = "";
    button.hidden = true;
    button.replaceChildren();
  }

  button.addEventListener("click", () => {
    const number = offered;
    clear();
    onTake(number);
  });
  return { offer, clear };
}
