// Plans a change of the site key, and says what happens when. The keys themselves never come here.

import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { make, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { moment } from "../local.js";
import { reason } from "../reason-words.js";
import { outOfBounds } from "../words/admin/fields.js";
import * as pageWords from "../words/admin/page.js";
import { cannotPlan, key as words } from "../words/admin/roll-out.js";
import { formField } from "./form-field.js";
import { createNotice } from "./page.js";
import { asAdmin } from "./unlocking.js";

/** @typedef {import("../types/wire.ts").SiteKeyView} SiteKeyView */

const HOUR_MS = 60 * 60 * 1000;
const USUAL_SWITCH_HOURS = 72;
const USUAL_OVERLAP_HOURS = 72;
const SWITCH_HOURS = { least: 0, most: 720 };
const OVERLAP_HOURS = { least: 25, most: 720 };

/** @returns {{ element: HTMLElement, open: () => Promise<void> }} */
export function createSiteKeyChange() {
  const state = make("p", { className: "key-state" });
  const steps = make("ol", { className: "timeline" });
  const notice = createNotice();
  const switchIn = createHours({ id: "key-switch", said: words.switchIn, usual: USUAL_SWITCH_HOURS, ...SWITCH_HOURS });
  const overlap = createHours({ id: "key-overlap", said: words.overlapFor, usual: USUAL_OVERLAP_HOURS, ...OVERLAP_HOURS });
  const button = make("button", { type: "submit" }, words.plan);
  const form = make("form", { noValidate: true, className: "form-parts" }, switchIn.element, overlap.element);
  const heading = make("h3", {}, words.happens);
  form.append(notice.element, make("div", { className: "actions" }, button));
  const element = make("div", { className: "form-parts" }, state, form, heading, steps);

  /** @param {SiteKeyView} view */
  function show(view) {
    element.dataset["key"] = view.state;
    write(state, words[view.state]);
    form.hidden = view.state !== "one";
    heading.hidden = steps.hidden = view.state === "none";
    if (view.state === "before" || view.state === "overlap") showSteps(view.switchAtMs, view.endsAtMs, view.state);
    else showDraft();
  }

  /** How the key stands is not known: nothing can be planned. @param {string} code */
  function showFault(code) {
    element.dataset["key"] = "unknown";
    write(state, why(code));
    form.hidden = heading.hidden = steps.hidden = true;
  }

  function showDraft() {
    if (!switchIn.isFit() || !overlap.isFit()) return;
    const switchAtMs = Date.now() + switchIn.hours() * HOUR_MS;
    showSteps(switchAtMs, switchAtMs + overlap.hours() * HOUR_MS, "draft");
  }

  /**
   * @param {number} switchAtMs since 1970 in UTC
   * @param {number} endsAtMs
   * @param {"draft" | "before" | "overlap"} phase
   */
  function showSteps(switchAtMs, endsAtMs, phase) {
    const now = phase === "draft" ? [step(words.whenPlanned, words.now, false)] : [];
    steps.replaceChildren(
      ...now,
      step(moment(switchAtMs), words.atSwitch, phase === "overlap"),
      step(moment(endsAtMs), words.atEnd, false),
    );
  }

  async function plan() {
    notice.clear();
    if (!switchIn.check() || !overlap.check()) return;
    const request = { switchInMinutes: switchIn.hours() * 60, overlapHours: overlap.hours() };
    try {
      const answer = await whileBusy(button, words.planning, () => asAdmin(() => ipc.planSiteKey(request)));
      if (answer === undefined) return;
      if (answer.outcome === "unfit") return notice.show(cannotPlan(answer.problem));
      show(answer.plan);
      announce(words.planned);
      notice.show(words.planned);
    } catch (rejection) {
      notice.show(why(ipc.asFault(rejection).code));
    }
  }

  form.addEventListener("input", showDraft);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void plan();
  });
  return {
    element,
    async open() {
      try {
        show(await asAdmin(ipc.siteKeyPlan));
      } catch (rejection) {
        showFault(ipc.asFault(rejection).code);
      }
    },
  };
}

/** @param {string} code */
const why = (code) => (code.startsWith("keyring.") ? pageWords.keyringFault(code) : reason(code));

/**
 * @param {string} when
 * @param {string} what
 * @param {boolean} isPast
 */
function step(when, what, isPast) {
  const item = make("li", {}, make("strong", {}, when), make("p", {}, what));
  item.toggleAttribute("data-past", isPast);
  return item;
}

/**
 * @param {object} options
 * @param {string} options.id
 * @param {{ label: string, unit: string, help: string }} options.said
 * @param {number} options.usual
 * @param {number} options.least
 * @param {number} options.most
 */
function createHours({ id, said, usual, least, most }) {
  const input = make("input", { type: "text", inputMode: "numeric", className: "short", value: String(usual), autocomplete: "off" });
  const box = make("div", { className: "with-unit" }, input, make("span", { className: "unit" }, said.unit));
  const field = formField({ id, words: said, input, box });
  const hours = () => (/^\d{1,4}$/.test(input.value.trim()) ? Number(input.value) : NaN);
  const isFit = () => hours() >= least && hours() <= most;
  return {
    element: field.element,
    isFit,
    hours,
    check() {
      field.blame(isFit() ? "" : outOfBounds(said.label, least, most));
      return isFit();
    },
  };
}
