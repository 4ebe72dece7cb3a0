// A field of a form that is no setting: its label, its help, and what is wrong with what was entered.

import { make, write } from "../dom.js";

/**
 * @typedef {object} FormField
 * @property {HTMLElement} element
 * @property {(problem: string) => void} blame nothing for none; otherwise the focus goes there
 */

/**
 * @param {object} options
 * @param {string} options.id
 * @param {{ label: string, help?: string }} options.words
 * @param {HTMLElement} options.input
 * @param {HTMLElement} [options.box] the input and what stands beside it
 * @param {ReadonlyArray<HTMLElement>} [options.beneath]
 * @returns {FormField}
 */
export function formField({ id, words: { label, help }, input, box = input, beneath = [] }) {
  const error = make("p", { id: `${id}-error`, className: "error", role: "alert" });
  const helpText = help === undefined ? [] : [make("p", { id: `${id}-help`, className: "help" }, help)];
  input.id = id;
  const described = [...helpText, ...beneath, error].map((each) => each.id).filter(Boolean);
  input.setAttribute("aria-describedby", described.join(" "));
  const element = make("div", { className: "field" }, make("label", { htmlFor: id }, label), ...helpText, box, ...beneath, error);

  /** @param {string} problem */
  function mark(problem) {
    write(error, problem);
    if (problem === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }

  element.addEventListener("input", () => mark(""));
  return {
    element,
    blame(problem) {
      mark(problem);
      if (problem !== "") input.focus();
    },
  };
}
