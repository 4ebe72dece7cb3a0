// Controls that offer a few answers, all of them in sight: radio buttons, each with what it means.

import { make } from "../dom.js";

/** @typedef {import("./field.js").Control} Control */

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} label
 * @property {string} [help]
 */

/**
 * @param {object} options
 * @param {string} options.name of the group, in the document
 * @param {ReadonlyArray<Choice>} options.choices
 * @param {(value: any) => string} [options.nameOf] which choice a setting's value is
 * @param {() => void} [options.onChange]
 * @returns {Control}
 */
export function choiceList({ name, choices, nameOf = (value) => String(value), onChange = () => {} }) {
  const rows = choices.map((choice, index) => row(name, choice, index));
  const inputs = rows.map(({ input }) => input);
  const [first] = inputs;
  if (first === undefined) throw new Error(`${name} offers no choice`);
  const element = make("div", { className: "choices" }, ...rows.map(({ label }) => label));
  element.addEventListener("change", onChange);

  /** @param {string} value */
  const labelOf = (value) => choices.find((choice) => choice.value === value)?.label ?? "";

  return {
    element,
    target: first,
    isGroup: true,
    fill(value) {
      for (const input of inputs) input.checked = input.value === nameOf(value);
      if (!inputs.some(({ checked }) => checked)) first.checked = true;
    },
    read: () => inputs.find(({ checked }) => checked)?.value ?? first.value,
    inWords: (value) => labelOf(nameOf(value)),
  };
}

/**
 * @param {string} name
 * @param {Choice} choice
 * @param {number} index
 */
function row(name, { value, label, help }, index) {
  const input = make("input", { type: "radio", name, value });
  const words = make("span", {}, make("span", { className: "choice-label" }, label));
  if (help !== undefined) {
    const explained = make("span", { className: "help", id: `${name.slice(1).replaceAll("/", "-")}-choice-${index}` }, help);
    input.setAttribute("aria-describedby", explained.id);
    words.append(explained);
  }
  return { input, label: make("label", { className: "choice" }, input, words) };
}
