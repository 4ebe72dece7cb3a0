// A field for a secret: says whether and where it is kept, and takes a new one in its place. What is kept
// is never shown, for it never comes back here.

import { make, shape, write } from "../dom.js";
import * as fieldWords from "../words/admin/fields.js";
import * as words from "../words/admin/secret.js";
import { secretInput } from "./secret-input.js";

/** @typedef {import("../types/wire.ts").SecretName} SecretName */
/** @typedef {import("../types/wire.ts").SecretView} SecretView */
/** @typedef {import("./part.js").Part} Part */

/**
 * @param {object} options
 * @param {SecretName} options.name
 * @param {import("./field.js").FieldWords} options.words
 * @param {boolean} [options.isRequired]
 * @returns {Part & { target: HTMLInputElement, typed: () => string, say: (words: string) => void }}
 */
export function secretField({ name, words: said, isRequired = false }) {
  const id = `secret-${name}`;
  const { element: box, input, hide } = secretInput({ what: said.label, isTrimmed: true });
  const help = said.help === undefined ? [] : [make("p", { className: "help", id: `${id}-help` }, said.help)];
  const remark = make("p", { className: "remark", id: `${id}-remark` });
  const error = make("p", { className: "error", id: `${id}-error` });
  const state = make("span", { className: "kept" });
  const button = make("button", { type: "button", className: "small" });
  const keptLine = make("div", { className: "kept-line" }, state, button);
  const label = make("label", { htmlFor: id }, said.label);
  const element = make("div", { className: "field secret" }, label, ...help, keptLine, box, remark, error);
  input.id = id;
  input.setAttribute("aria-describedby", [...help, remark, error].map((each) => each.id).join(" "));
  /** @type {SecretView["kept"]} */
  let kept = "missing";
  let isOpen = false;

  const typed = () => input.value.trim();

  /** @param {string} problem nothing for none */
  function mark(problem) {
    write(error, problem);
    if (problem === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    return input;
  }

  /** @param {boolean} wanted whether a new one can be typed */
  function open(wanted) {
    isOpen = wanted;
    box.hidden = !isOpen;
    keptLine.hidden = kept === "missing";
    button.textContent = isOpen ? words.keepOld : words.replace;
    button.setAttribute("aria-label", isOpen ? `${words.keepOld}: ${said.label}` : words.replaceIt(said.label));
    button.setAttribute("aria-expanded", String(isOpen));
  }

  /** @param {SecretView["kept"]} now */
  function showKept(now) {
    kept = now;
    element.dataset["kept"] = kept;
    state.replaceChildren(shape(kept === "keyring" ? "key" : "alert"), words.kept[kept]);
    clear();
    open(kept === "missing" || kept === "unknown");
  }

  function clear() {
    input.value = "";
    hide();
    mark("");
    write(remark, "");
  }

  button.addEventListener("click", () => {
    clear();
    open(!isOpen);
    if (isOpen) input.focus();
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  input.addEventListener("input", () => {
    mark("");
    write(remark, "");
  });

  return {
    element,
    target: input,
    typed,
    say: (text) => write(remark, text),
    show: (view) => showKept(view.secrets.find((secret) => secret.name === name)?.kept ?? "missing"),
    write: () => {},
    isChanged: () => typed() !== "",
    check() {
      const isMissing = isRequired && typed() === "" && kept === "missing";
      mark(isMissing ? (said.missing ?? fieldWords.missing(said.label)) : "");
      return isMissing ? [input] : [];
    },
    blame: () => null,
    secrets: () => (typed() === "" ? [] : [{ name, value: typed(), done: showKept, blame: mark }]),
  };
}
