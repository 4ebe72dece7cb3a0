// Training only: the numbers that lead to each problem. Choosing one fills the form and sends nothing.

import { byId, make } from "./dom.js";
import { words } from "./words.js";

/**
 * The numbers that are offered, and what comes of each. Those via Sinch Verification go wrong there only.
 * @type {ReadonlyArray<{ number: string, what: keyof typeof words.practice, viaVerification?: boolean }>}
 */
const NUMBERS = [
  { number: "+1 202 555 0100", what: "well" },
  { number: "+1 202 555 0110", what: "late" },
  { number: "+1 202 555 0111", what: "never" },
  { number: "+1 202 555 0112", what: "carrierFails" },
  { number: "+1 202 555 0113", what: "landline" },
  { number: "+1 202 555 0121", what: "noCredit", viaVerification: true },
  { number: "+1 202 555 0122", what: "blocked", viaVerification: true },
  { number: "+1 202 555 0127", what: "away" },
  { number: "+1 202 555 0128", what: "unknown" },
  { number: "+1 202 555 0134", what: "slow" },
  { number: "+1 202 555 0132", what: "notAccepted", viaVerification: true },
];

/**
 * @param {(choice: { number: string, viaVerification?: boolean }) => void} onChoose
 */
export function openPractice(onChoose) {
  const room = byId("practise", HTMLDetailsElement);
  const rows = NUMBERS.map((choice) => {
    const number = make("span", { className: "number" }, choice.number);
    const button = make("button", { type: "button" }, words.practice[choice.what], " ", number);
    button.addEventListener("click", () => {
      room.open = false;
      onChoose(choice);
    });
    return make("li", {}, button);
  });
  byId("practise-list", HTMLElement).replaceChildren(...rows);
}
