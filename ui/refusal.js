// The place under the form that says why nothing was sent: what happened, until when, what to do.
// The seconds in it are shown and not spoken: the sentence around them is spoken once.

import { byId, make } from "./dom.js";
import { waitWords } from "./wait-words.js";

/** @typedef {import("./wait-words.js").Wait} Wait */

/**
 * Read whenever it is shown: its words may be those of another language each time.
 * @typedef {object} Explanation
 * @property {string} what what happened, and what to do where time does not help
 * @property {Wait | null} [wait] until when
 * @property {Action | null} [action] what to do about it with one press
 * @property {string} [code] the same in every language
 *
 * @typedef {object} Action
 * @property {string} label
 * @property {() => void} run on the page as it is then: it may have been drawn anew
 */

let stopTicking = () => {};

/** @type {Explanation | null} */
let shown = null;

/** What stands there, if anything. */
export const shownRefusal = () => shown;

/** @param {Explanation} explanation */
export function showRefusal(explanation) {
  clearRefusal();
  shown = explanation;
  const { what, wait = null, action = null, code = "" } = explanation;
  const sentence = make("p", {}, what);
  if (wait !== null) {
    const left = waitWords(wait);
    stopTicking = left.stop;
    sentence.append(" ", left.element);
  }
  const place = byId("refusal", HTMLElement);
  place.dataset["code"] = code;
  place.append(sentence);
  if (action !== null) place.append(actionButton(action));
  place.scrollIntoView({ block: "nearest" });
}

export function clearRefusal() {
  stopTicking();
  stopTicking = () => {};
  shown = null;
  const place = byId("refusal", HTMLElement);
  delete place.dataset["code"];
  place.replaceChildren();
}

/** @param {Action} action */
function actionButton({ label, run }) {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", run);
  return button;
}
