// What each step of the set-up asks for, when it is done, and what it adds to the settings.

import { make } from "../dom.js";
import * as words from "../words/admin/wizard.js";
import { createChecks } from "./checks.js";
import { createDeskParts } from "./pages/desk.js";
import { createSinchParts } from "./pages/sinch.js";
import { createStoreParts } from "./pages/store.js";
import { together } from "./part.js";

/** @typedef {import("../types/wire.ts").Settings} Settings */
/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("../types/wire.ts").SecretName} SecretName */
/** @typedef {import("./part.js").Part} Part */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {{ heading: string, purpose: string, later?: string, go?: string, going?: { busy: string, long: string } }} words
 * @property {Part} part
 * @property {(view: SettingsView) => boolean} isDone whether the settings have what it asks for
 * @property {(view: SettingsView) => void} [enter]
 * @property {() => void} [leave]
 * @property {() => string | null} [lacking] what keeps one from going on, in a sentence
 * @property {(settings: Settings) => void} [amend] what it changes besides its part
 */

/** @returns {ReadonlyArray<Step>} */
export const createSteps = () => [deskStep(), sinchStep(), storeStep(), testStep(), liveStep()];

/** @param {ReadonlyArray<Part>} parts */
const stacked = (parts) => together(make("div", { className: "parts" }, ...parts.map((part) => part.element)), parts);

/** @returns {Step} */
const deskStep = () => ({
  name: "desk",
  words: words.desk,
  part: stacked(createDeskParts()),
  isDone: ({ effective }) => effective.organisation.name !== null,
});

/** @returns {Step} */
function sinchStep() {
  const part = stacked(createSinchParts());
  const isChosen = () => part.element.querySelectorAll("[value=none]:checked").length < 2;
  return {
    name: "sinch",
    words: words.sinch,
    part,
    isDone: hasAccount,
    lacking: () => (isChosen() ? null : words.sinch.neither),
  };
}

/**
 * Whether an account is named, and each that is named has its secret.
 * @param {SettingsView} view
 */
function hasAccount({ effective: { sinch }, secrets }) {
  /** @param {SecretName} wanted */
  const has = (wanted) => secrets.some(({ name, kept }) => name === wanted && kept !== "missing");
  if (sinch.sms === null && sinch.verification === null) return false;
  const ofSms = { none: true, servicePlan: has("sinchSmsToken"), project: has("sinchKeySecret") };
  return ofSms[sinch.sms?.kind ?? "none"] && (sinch.verification === null || has("sinchApplicationSecret"));
}

/** @returns {Step} */
const storeStep = () => ({
  name: "store",
  words: words.store,
  part: stacked(createStoreParts()),
  // Nothing tells a store that was chosen from the one there is at first: so it is asked for again.
  isDone: ({ effective }) => effective.store.kind !== "embedded" || effective.mode === "live",
});

/** @returns {Step} */
function testStep() {
  let region = "";
  const checks = createChecks({ what: () => ({ of: "all", phone: null, region }) });
  return {
    name: "test",
    words: words.test,
    part: together(make("section", { className: "card" }, checks.element), []),
    isDone: () => true,
    enter(view) {
      region = view.effective.organisation.home ?? view.computerHome;
    },
    leave: checks.stop,
  };
}

/** @returns {Step} */
function liveStep() {
  const list = make("dl", { className: "summary card" });
  return {
    name: "live",
    words: words.live,
    part: together(list, []),
    isDone: ({ effective }) => effective.mode === "live",
    enter: (view) => list.replaceChildren(...summary(view.effective)),
    amend(settings) {
      settings.mode = "live";
    },
  };
}

/** @param {Settings} settings */
function summary({ desk, organisation, sinch, store }) {
  const { summary: names, sms, verification, store: stores } = words.live;
  const pairs = [
    [names.desk, desk.name],
    [names.organisation, organisation.name ?? ""],
    [names.sms, sms[sinch.sms?.kind ?? "none"]],
    [names.verification, verification[sinch.verification === null ? "none" : "account"]],
    [names.store, stores[store.kind]],
  ];
  return pairs.map(([name, value]) => make("div", {}, make("dt", {}, name ?? ""), make("dd", {}, value ?? "")));
}
