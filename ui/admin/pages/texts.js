// The page of the texts: one language at a time, all of them saved together.

import { make, write } from "../../dom.js";
import { languageName } from "../../local.js";
import { createPage } from "../page.js";
import { together } from "../part.js";
import { textField } from "../text-field.js";
import * as words from "../../words/admin/texts.js";

/** @typedef {import("../part.js").Part} Part */
/** @typedef {import("../text-field.js").Language} Language */

/** @type {ReadonlyArray<Language>} */
const languages = ["en", "es", "fr", "de", "pt", "sv"];

export const createTextsPage = () => createPage({ words: words.page, parts: [createTexts()] });

/** @returns {Part} */
function createTexts() {
  const fields = languages.map((language) => ({
    language,
    field: textField({ language, name: languageName(language) }),
  }));
  const tabs = fields.map(({ language, field }, index) => createTab(language, index === 0, () => reveal(field)));
  const picker = make("fieldset", { className: "field" }, make("legend", {}, words.language), make("div", { className: "languages" }, ...tabs.map(({ element }) => element)));
  const element = make("section", { className: "card" }, picker, ...fields.map(({ field }) => field.element));
  const part = together(element, fields.map(({ field }) => field));

  /** @param {(typeof fields)[number]["field"]} chosen */
  function reveal(chosen) {
    for (const { field } of fields) field.element.hidden = field !== chosen;
    chosen.look();
  }

  function nameTabs() {
    fields.forEach(({ field }, index) => tabs[index]?.name(field.isOwn()));
  }

  /** Shows the language that something is wrong in, so that one can go there. @param {HTMLElement | undefined} target */
  function showTarget(target) {
    const index = fields.findIndex(({ field }) => field.target === target);
    tabs[index]?.choose();
  }

  element.addEventListener("input", nameTabs);
  return {
    ...part,
    show(view) {
      part.show(view);
      nameTabs();
      tabs.find((tab) => tab.isChosen())?.choose();
    },
    check() {
      const targets = part.check();
      showTarget(targets[0]);
      return targets;
    },
    blame(pointer, problem) {
      const target = part.blame(pointer, problem);
      showTarget(target ?? undefined);
      return target;
    },
  };
}

/**
 * @param {Language} language
 * @param {boolean} isFirst
 * @param {() => void} onChoose
 */
function createTab(language, isFirst, onChoose) {
  const input = make("input", { type: "radio", name: "text-language", value: language, checked: isFirst });
  const label = make("span", {});
  input.addEventListener("change", onChoose);
  return {
    element: make("label", {}, input, label),
    isChosen: () => input.checked,
    choose() {
      input.checked = true;
      onChoose();
    },
    /** @param {boolean} isOwn */
    name: (isOwn) => write(label, isOwn ? words.withOwn(languageName(language)) : languageName(language)),
  };
}
