// The customer's choice of language: every language by its own name, switched as it is pressed.

import { byId, make } from "../dom.js";
import * as ipc from "../ipc.js";
import { choices } from "./words.js";

/** @typedef {import("./words.js").Language} Language */

/** @returns {{ show: (language: Language) => void }} */
export function createLanguages() {
  const buttons = choices.map(({ language, name }) => {
    const button = make("button", { type: "button", lang: language }, name);
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      void ipc.customerChooseLanguage(language).catch(() => {});
    });
    return button;
  });
  byId("languages", HTMLElement).append(...buttons);
  return {
    show(language) {
      for (const button of buttons) {
        button.setAttribute("aria-pressed", String(button.lang === language));
      }
    },
  };
}
