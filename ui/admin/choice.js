// Controls that offer a few answers, all of them in sight: radio buttons, each with what it means.

import { make, write } from "../dom.js";

/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("./field.js").Control} Control */

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} label
 * @property {string} [help]
 * @property {(view: SettingsView) => string | null} [impossible] why it can't be chosen as the settings are
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
    prepare: (view) => rows.forEach((row) => row.offer(view)),
    fill(value) {
      for (const input of inputs) input.checked = input.value === nameOf(value);
      if (!inputs.some(({ checked }) => checked)) first.checked = true;
      // What was chosen stays so, and says what is missing, rather than being changed unseen.
      for (const input of inputs) if (input.checked) input.disabled = false;
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
function row(name, { value, label, help, impossible }, index) {
  const input = make("input", { type: "radio", name, value });
  const words = make("span", {}, make("span", { className: "choice-label" }, label));
  const explained = make("span", { className: "help", id: `${name.slice(1).replaceAll("/", "-")}-choice-${index}` }, help ?? "");
  if (help !== undefined || impossible !== undefined) {
    input.setAttribute("aria-describedby", explained.id);
    words.append(explained);
  }

  /** @param {SettingsView} view */
  function offer(view) {
    const why = impossible?.(view) ?? null;
    input.disabled = why !== null;
    write(explained, why ?? help ?? "");
  }
  return { input, label: make("label", { className: "choice" }, input, words), offer };
}
