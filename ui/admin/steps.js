// The line of steps above a set-up: which are done, which one is in hand. It leads nowhere by itself.

import { make, shape } from "../dom.js";
import * as words from "../words/admin/wizard.js";

/**
 * @param {number} current from 0
 * @returns {HTMLElement}
 */
export function stepsLine(current) {
  const items = words.steps.map((name, index) => {
    const isDone = index < current;
    const mark = make("span", { className: "step-mark", ariaHidden: "true" }, isDone ? shape("done") : String(index + 1));
    const item = make("li", {}, mark, make("span", {}, name));
    if (isDone) item.append(make("span", { className: "spoken" }, ` (${words.done})`));
    if (index === current) item.setAttribute("aria-current", "step");
    item.classList.toggle("done", isDone);
    return item;
  });
  const count = make("p", { className: "step-count" }, words.stepOf(current + 1, words.steps.length));
  return make("div", { className: "steps" }, count, make("ol", {}, ...items));
}
