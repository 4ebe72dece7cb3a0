// One field of a page of settings: its label, its help, what is wrong with it, and whether it may be
// changed here at all. What is typed into, or chosen from, is its control (see fields.js).

import { make, shape, write } from "../dom.js";
import * as words from "../words/admin/fields.js";
import { covers, putAt, valueAt } from "./pointer.js";

/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("./part.js").Part} Part */

/**
 * @typedef {object} FieldWords
 * @property {string} label
 * @property {string} [help] in a sentence: what for, or what it costs
 * @property {string} [unit] what a number counts
 * @property {string} [missing] what is said where nothing was typed
 */

/**
 * What is typed into or chosen from.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {HTMLElement} target what takes the focus, and what the label and the error belong to
 * @property {boolean} [isGroup] whether it is several, so that its label is theirs together
 * @property {(view: SettingsView) => void} [prepare] before a value is filled in
 * @property {(value: any) => void} fill
 * @property {() => unknown} read the value as the settings have it; `undefined` for one that is left out
 * @property {(value: any) => string} inWords
 * @property {(label: string) => string | null} [problem] why it can't be saved
 */

/**
 * @typedef {Part & {
 *   read: () => unknown,
 *   target: HTMLElement,
 *   say: (words: string) => void,
 * }} Field `say` puts a remark under the field that does not keep it from being saved
 */

/**
 * @param {object} options
 * @param {string} options.pointer its place in the settings
 * @param {FieldWords} options.words
 * @param {Control} options.control
 * @returns {Field}
 */
export function createField({ pointer, words: { label, help }, control }) {
  const id = pointer.slice(1).replaceAll("/", "-");
  const error = make("p", { className: "error", id: `${id}-error` });
  const remark = make("p", { className: "remark", id: `${id}-remark` });
  const fixed = make("p", { className: "fixed-value" });
  const managed = managedNote(id);
  const helpText = help === undefined ? [] : [make("p", { className: "help", id: `${id}-help` }, help)];
  const element = around(control, id, label, [...helpText, control.element, fixed, managed, remark, error]);
  element.dataset["pointer"] = pointer;
  const described = [...helpText, managed, remark, error].map((each) => each.id).join(" ");
  (control.isGroup === true ? element : control.target).setAttribute("aria-describedby", described);
  let isManaged = false;
  let filled = "";

  const state = () => JSON.stringify(control.read() ?? null);

  /** @param {string} problem nothing for none */
  function mark(problem) {
    write(error, problem);
    // A group, or one answer of it, can't be marked so; its words are the group's description.
    if (problem === "" || control.isGroup === true) control.target.removeAttribute("aria-invalid");
    else control.target.setAttribute("aria-invalid", "true");
    return control.target;
  }

  element.addEventListener("input", () => {
    mark("");
    write(remark, "");
  });

  return {
    element,
    target: control.target,
    read: control.read,
    say: (words) => write(remark, words),
    show(view) {
      const { isManaged: byPolicy, value } = standing(view, pointer);
      isManaged = byPolicy;
      control.prepare?.(view);
      control.fill(value);
      filled = state();
      write(fixed, isManaged ? control.inWords(value) : "");
      element.classList.toggle("managed", isManaged);
      control.element.hidden = isManaged;
      fixed.hidden = managed.hidden = !isManaged;
      write(remark, "");
      mark("");
    },
    write(settings) {
      if (!isManaged) putAt(settings, pointer, control.read());
    },
    isChanged: () => !isManaged && state() !== filled,
    check() {
      const problem = isManaged ? null : (control.problem?.(label) ?? null);
      mark(problem ?? "");
      return problem === null ? [] : [control.target];
    },
    blame: (place, problem) => (covers(pointer, place) || covers(place, pointer) ? mark(problem) : null),
    secrets: () => [],
  };
}

/** @param {string} id */
function managedNote(id) {
  const note = make("p", { className: "managed-note", id: `${id}-managed` }, shape("lock"), words.managed);
  note.hidden = true;
  return note;
}

/**
 * @param {Control} control
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement[]} children
 */
function around(control, id, label, children) {
  if (control.isGroup === true) {
    control.target.id = id;
    return make("fieldset", { className: "field" }, make("legend", {}, label), ...children);
  }
  control.target.id = id;
  return make("div", { className: "field" }, make("label", { htmlFor: id }, label), ...children);
}

/**
 * What stands at a place of the settings, and whether the machine's policy set it.
 * @param {SettingsView} view
 * @param {string} pointer
 */
function standing(view, pointer) {
  const isManaged = view.managed.some((place) => covers(place, pointer) || covers(pointer, place));
  return { isManaged, value: valueAt(isManaged ? view.effective : view.own, pointer) };
}
