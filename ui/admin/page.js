// A page of settings: what it is for, its parts, and one button that saves them. Says how saving went,
// and keeps what was typed whatever happens.

import { announce } from "../announce.js";
import { applyAppearance } from "../appearance.js";
import { whileBusy } from "../busy.js";
import { make, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { timeOfDay } from "../local.js";
import { reason } from "../reason-words.js";
import * as words from "../words/admin/page.js";
import { together } from "./part.js";
import { save } from "./saving.js";
import { asAdmin } from "./unlocking.js";

/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("../types/wire.ts").KeepIn} KeepIn */
/** @typedef {import("./part.js").Part} Part */

/**
 * What the frame knows of a page. One that saves nothing is never changed.
 * @typedef {object} Page
 * @property {HTMLElement} element
 * @property {() => Promise<void>} open every time the page comes to show
 * @property {() => boolean} isChanged whether something was typed that is not saved
 * @property {() => void} forget what was typed and not saved
 * @property {() => void} [close] every time it goes
 * @property {() => Promise<void>} [refresh] when the settings were changed by other hands
 */

/**
 * The top of a page.
 * @param {{ heading: string, purpose: string }} words
 */
export const pageTop = ({ heading, purpose }) => [
  make("h1", { tabIndex: -1 }, heading),
  make("p", { className: "purpose" }, purpose),
];

/**
 * @param {object} options
 * @param {{ heading: string, purpose: string }} options.words
 * @param {ReadonlyArray<Part>} options.parts
 * @param {(view: SettingsView) => void} [options.onShow] after the parts were filled in
 * @returns {Page}
 */
export function createPage({ words: said, parts, onShow = () => {} }) {
  const notice = createNotice();
  const button = make("button", { type: "submit", className: "main" }, words.save);
  const state = make("p", { className: "save-state" });
  const form = make("form", { noValidate: true, className: "settings" });
  const fields = make("div", { className: "parts" }, ...parts.map((part) => part.element));
  form.append(...pageTop(said), fields, notice.element, make("div", { className: "actions save" }, button, state));
  const part = together(fields, parts);
  /** @type {SettingsView | null} */
  let shown = null;

  /** @param {SettingsView} view */
  function show(view) {
    shown = view;
    void applyAppearance(view.effective.appearance);
    part.show(view);
    onShow(view);
    sayState();
  }

  function sayState() {
    const isChanged = part.isChanged();
    form.toggleAttribute("data-changed", isChanged);
    if (isChanged) write(state, words.unsaved);
    else if (state.textContent === words.unsaved) write(state, "");
  }

  /** @param {KeepIn} keep */
  async function saveAll(keep) {
    notice.clear();
    const outcome = await whileBusy(button, words.saving, () => save(part, keep));
    if (outcome === undefined) return;
    if (outcome.outcome !== "saved") {
      sayState();
      return showNotSaved(outcome, notice, () => void saveAll("session"));
    }
    show(outcome.view);
    write(state, words.savedAt(timeOfDay(Date.now())));
    announce(words.saved);
  }

  form.addEventListener("input", sayState);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void saveAll("keyring");
  });

  return {
    element: form,
    async open() {
      notice.clear();
      write(state, "");
      show(await asAdmin(ipc.readSettings));
    },
    isChanged: () => part.isChanged(),
    async refresh() {
      const before = shown;
      const view = await ipc.readSettings().catch(() => null);
      // What was saved meanwhile is newer than the answer.
      if (view !== null && shown === before && !part.isChanged()) show(view);
    },
    forget() {
      if (shown !== null) show(shown);
    },
  };
}

/**
 * @typedef {object} Notice
 * @property {HTMLElement} element
 * @property {(what: string, action?: { label: string, run: () => void }) => void} show
 * @property {() => void} clear
 */

/**
 * A place that says, aloud, why something did not happen, and what can be done.
 * @returns {Notice}
 */
export function createNotice() {
  const element = make("div", { className: "refusal", role: "alert" });
  return {
    element,
    show(what, action) {
      element.replaceChildren(make("p", {}, what));
      if (action !== undefined) {
        const button = make("button", { type: "button" }, action.label);
        button.addEventListener("click", action.run);
        element.append(button);
      }
      element.scrollIntoView({ block: "nearest" });
    },
    clear: () => element.replaceChildren(),
  };
}

/**
 * Says why nothing, or not all, was saved, and leads to what is to be mended.
 * @param {Exclude<import("./saving.js").Outcome, { outcome: "saved" }>} outcome
 * @param {Notice} notice
 * @param {() => void} saveForSession
 */
export function showNotSaved(outcome, notice, saveForSession) {
  switch (outcome.outcome) {
    case "wrong":
      outcome.targets[0]?.focus();
      return announce(words.notSaved(outcome.targets.length));
    case "nowhere":
      return notice.show(words.notSavedBecause(outcome.problem));
    case "failed":
      return notice.show(words.notSavedBecause(reason(outcome.code)));
    case "keyring":
      return notice.show(words.keyring(outcome.code), { label: words.keepForSession, run: saveForSession });
  }
}
