// The place under the form that says why nothing was sent: what happened, until when, what to do.
// The seconds in it are shown and not spoken: the sentence around them is spoken once.

import { byId, make } from "./dom.js";
import { waitWords } from "./wait-words.js";

/** @typedef {import("./wait-words.js").Wait} Wait */

/**
 * @typedef {object} Explanation
 * @property {string} what what happened, and what to do where time does not help
 * @property {Wait | null} [wait] until when
 * @property {Action | null} [action] what to do about it with one press
 *
 * @typedef {object} Action
 * @property {string} label
 * @property {() => void} run
 */

let stopTicking = () => {};

/** @param {Explanation} explanation */
export function showRefusal({ what, wait = null, action = null }) {
  clearRefusal();
  const sentence = make("p", {}, what);
  if (wait !== null) {
    const left = waitWords(wait);
    stopTicking = left.stop;
    sentence.append(" ", left.element);
  }
  const place = byId("refusal", HTMLElement);
  place.append(sentence);
  if (action !== null) place.append(actionButton(action));
  place.scrollIntoView({ block: "nearest" });
}

export function clearRefusal() {
  stopTicking();
  stopTicking = () => {};
  byId("refusal", HTMLElement).replaceChildren();
}

/** @param {Action} action */
function actionButton({ label, run }) {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", run);
  return button;
}
