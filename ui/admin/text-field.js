// The wording of one language: the app's own, or the organisation's, which is written here beside its preview.

import { make } from "../dom.js";
import * as words from "../words/admin/texts.js";
import { choiceList } from "./choice.js";
import { createField } from "./field.js";
import { createTextPreview } from "./text-preview.js";

/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {keyof import("../types/wire.ts").TextSettings} Language */

/**
 * @param {object} options
 * @param {Language} options.language
 * @param {string} options.name of the language
 */
export function textField({ language, name }) {
  const pointer = `/texts/${language}`;
  const area = make("textarea", { rows: 5, ariaLabel: words.template, autocapitalize: "off" });
  const places = make("div", { className: "places", role: "group", ariaLabel: words.places }, ...words.placesToPut.map(placeButton));
  const preview = createTextPreview({ tellWhere, showWhere });
  const editor = make("div", { className: "editor" }, area, places, preview.problems);
  const whose = choiceList({ name: pointer, choices: words.whose, onChange: choose });
  const beside = make("div", { className: "with-preview" }, editor, preview.figure);
  const element = make("div", { className: "wording" }, whose.element, beside);
  let names = { organisation: "", desk: "" };

  const isOwn = () => whose.read() === "own";
  const draft = () => ({ language, template: isOwn() ? area.value : null, ...names });

  function choose() {
    if (isOwn() && area.value === "") area.value = preview.standard();
    reveal();
    preview.now(draft());
  }

  function reveal() {
    editor.hidden = !isOwn();
  }

  /** @param {{ place: string, label: string }} place */
  function placeButton({ place, label }) {
    const button = make("button", { type: "button", className: "small" }, label);
    button.addEventListener("click", () => {
      area.setRangeText(place, area.selectionStart, area.selectionEnd, "end");
      area.focus();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    return button;
  }

  /** @param {number} at */
  function showWhere(at) {
    area.focus();
    area.setSelectionRange(at, endOfWhatIsAt(area.value, at));
  }

  /** @param {number} at */
  function tellWhere(at) {
    const lines = area.value.slice(0, at).split("\n");
    return words.where(lines.length, [...(lines.at(-1) ?? "")].length + 1);
  }

  area.addEventListener("input", () => preview.soon(draft()));

  const field = createField({
    pointer,
    words: words.wording(name),
    control: {
      element,
      target: area,
      isGroup: true,
      fill(value) {
        whose.fill(value === undefined ? "app" : "own");
        area.value = value ?? "";
        reveal();
      },
      read: () => (isOwn() ? area.value : undefined),
      inWords: (value) => value ?? words.appsOwn,
      problem() {
        const refusal = isOwn() ? preview.refusal() : undefined;
        return refusal === undefined ? null : words.problem(refusal.code);
      },
    },
  });

  return {
    ...field,
    isOwn,
    look: () => preview.now(draft()),
    /** @param {SettingsView} view */
    show(view) {
      const { organisation, desk } = view.effective;
      names = { organisation: organisation.name ?? "", desk: desk.name };
      preview.clear();
      field.show(view);
    },
  };
}

/**
 * The end of what a problem is about: a place or a number as a whole, otherwise one character.
 * @param {string} text
 * @param {number} at
 */
function endOfWhatIsAt(text, at) {
  const whole = /^(\$?\{[^}\s]*\}?|\d+|@.*)/u.exec(text.slice(at));
  const [first = ""] = text.slice(at);
  return at + (whole?.[0] ?? first).length;
}
