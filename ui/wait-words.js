// A sentence with the time left in it, counted down. The seconds are shown and not spoken: whoever hears
// the sentence hears it once.

import { clock, keepTicking, timeLeft } from "./countdown.js";
import { make, write } from "./dom.js";

/**
 * @typedef {object} Wait
 * @property {import("./countdown.js").Deadline} until
 * @property {string} before the words before the time left
 * @property {string} after those after it
 * @property {string} over what is said when the time has come
 */

/**
 * @param {Wait} wait
 * @param {() => void} [onOver] when the time has come
 * @returns {{ element: HTMLElement, stop: () => void }}
 */
export function waitWords(wait, onOver = () => {}) {
  const time = make("span", { role: "timer", ariaLive: "off", className: "time" });
  const element = make("span", {}, wait.before, time, wait.after);
  const stop = keepTicking(() => {
    const left = timeLeft(wait.until);
    if (left > 0) write(time, clock(left));
    else {
      element.replaceChildren(wait.over);
      onOver();
    }
    return left > 0;
  });
  return { element, stop };
}
