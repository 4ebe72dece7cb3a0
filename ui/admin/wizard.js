// The set-up, step by step: asks for what a desk needs to go live, in the parts of the pages that ask for
// it later. Each step is saved as it is left, so a set-up that is broken off goes on where it was.

import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { make } from "../dom.js";
import * as ipc from "../ipc.js";
import * as words from "../words/admin/wizard.js";
import { createNotice, pageTop, showNotSaved } from "./page.js";
import { save } from "./saving.js";
import { stepsLine } from "./steps.js";
import { asAdmin } from "./unlocking.js";
import { createSteps } from "./wizard-steps.js";

/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("../types/wire.ts").KeepIn} KeepIn */
/** @typedef {import("./wizard-steps.js").Step} Step */

/** The passcode is the first step, and taken before this opens. */
const STEPS_BEFORE = 1;

/** @returns {import("./page.js").Page} */
export function createWizard() {
  const steps = createSteps();
  const notice = createNotice();
  const line = make("div", {});
  const room = make("div", { className: "parts" });
  const next = make("button", { type: "submit", className: "main" });
  const back = make("button", { type: "button" }, words.back);
  const later = make("button", { type: "button", className: "link" });
  const actions = make("div", { className: "actions save" }, next, back, later);
  const form = make("form", { noValidate: true, className: "settings" }, room, notice.element, actions);
  const others = make("p", { className: "others" }, make("a", { href: "#desk" }, words.allSettings));
  const element = make("div", { className: "wizard settings" }, line, form, others);
  /** @type {Set<Step>} those that hold what the settings had when they were first come to */
  const filled = new Set();
  let at = 0;

  const current = () => steps[at];

  /**
   * @param {number} index
   * @param {SettingsView} view
   */
  function show(index, view) {
    const step = steps[index];
    if (step === undefined) return;
    at = index;
    if (!filled.has(step)) step.part.show(view);
    filled.add(step);
    step.enter?.(view);
    notice.clear();
    line.replaceChildren(stepsLine(index + STEPS_BEFORE));
    room.replaceChildren(...pageTop(step.words), step.part.element);
    next.textContent = step.words.go ?? words.next;
    later.textContent = step.words.later ?? "";
    later.hidden = step.words.later === undefined;
    back.hidden = index === 0;
    element.dataset["step"] = step.name;
    element.closest("main")?.scrollTo(0, 0);
    room.querySelector("h1")?.focus();
  }

  /** @param {KeepIn} keep */
  async function goOn(keep) {
    const step = current();
    if (step === undefined) return;
    notice.clear();
    const lacking = step.lacking?.() ?? null;
    if (lacking !== null) return notice.show(lacking);
    const outcome = await whileBusy(next, step.words.going ?? words.saving, () => save(step.part, keep, step.amend));
    if (outcome === undefined) return;
    if (outcome.outcome !== "saved") return showNotSaved(outcome, notice, () => void goOn("session"));
    step.part.show(outcome.view);
    if (at === steps.length - 1) return leave();
    show(at + 1, outcome.view);
  }

  /** @param {number} index */
  async function goTo(index) {
    current()?.leave?.();
    show(index, await asAdmin(ipc.readSettings));
  }

  function leave() {
    location.href = "index.html";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    current()?.leave?.();
    void goOn("keyring");
  });
  back.addEventListener("click", () => void goTo(at - 1));
  later.addEventListener("click", leave);

  return {
    element,
    async open() {
      const view = await asAdmin(ipc.readSettings);
      const unfinished = steps.findIndex((step) => !step.isDone(view));
      show(unfinished === -1 ? steps.length - 1 : unfinished, view);
      announce(words.title);
    },
    close: () => current()?.leave?.(),
    isChanged: () => steps.some((step) => filled.has(step) && step.part.isChanged()),
    forget: () => filled.clear(),
  };
}
