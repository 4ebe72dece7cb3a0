// The select in the header by which staff choose what the page speaks. It stays as it is while the page is
// drawn anew around it; what that takes is main.js's business.

import { byId, make } from "./dom.js";
import { languages, spoken } from "./words.js";

/** @typedef {import("./types/wire.ts").Language} Language */

/** @param {(language: Language) => void} onChoose */
export function openLanguagePicker(onChoose) {
  const select = byId("language", HTMLSelectElement);
  select.append(...languages.map(({ language, name }) => make("option", { value: language, lang: language }, name)));
  select.value = spoken();
  select.addEventListener("change", () => {
    const wanted = languages.find(({ language }) => language === select.value);
    if (wanted !== undefined) onChoose(wanted.language);
  });
}

/** It may have changed by other hands than the picker's. */
export function showLanguage() {
  byId("language", HTMLSelectElement).value = spoken();
}
