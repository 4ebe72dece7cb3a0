// Training only: the numbers that lead to each problem. Choosing one fills the form and sends nothing.

import { byId, make } from "./dom.js";
import { practice } from "./words/en.js";

/**
 * @param {(choice: { number: string, viaVerification?: boolean }) => void} onChoose
 */
export function openPractice(onChoose) {
  const room = byId("practise", HTMLDetailsElement);
  const rows = practice.map((choice) => {
    const number = make("span", { className: "number" }, choice.number);
    const button = make("button", { type: "button" }, choice.what, " ", number);
    button.addEventListener("click", () => {
      room.open = false;
      onChoose(choice);
    });
    return make("li", {}, button);
  });
  byId("practise-list", HTMLElement).replaceChildren(...rows);
}
