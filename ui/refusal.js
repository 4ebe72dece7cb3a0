// The place under the form that says why nothing was sent: what happened, until when, what to do.
// The seconds in it are shown and not spoken: the sentence around them is spoken once.

import { clock, keepTicking, timeLeft } from "./countdown.js";
import { byId, make, write } from "./dom.js";

/** @typedef {import("./countdown.js").Deadline} Deadline */

/**
 * @typedef {object} Explanation
 * @property {string} what what happened, and what to do where time does not help
 * @property {Wait | null} [wait] until when
 * @property {Action | null} [action] what to do about it with one press
 *
 * @typedef {object} Wait
 * @property {Deadline} until
 * @property {string} before the words before the time left
 * @property {string} after those after it
 * @property {string} over what is said when the time has come
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
  if (wait !== null) sentence.append(" ", waitWords(wait));
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

/** @param {Wait} wait */
function waitWords(wait) {
  const time = make("span", { role: "timer", ariaLive: "off", className: "time" });
  const words = make("span", {}, wait.before, time, wait.after);
  stopTicking = keepTicking(() => {
    const left = timeLeft(wait.until);
    if (left > 0) write(time, clock(left));
    else words.replaceChildren(wait.over);
    return left > 0;
  });
  return words;
}

/** @param {Action} action */
function actionButton({ label, run }) {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", run);
  return button;
}
