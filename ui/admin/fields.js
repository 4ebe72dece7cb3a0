// The kinds of fields that pages of settings are made of. Each is bound to its place in the settings by a
// JSON pointer; how it stands there, and its lock, is field.js's business.

import { make } from "../dom.js";
import { regionName } from "../local.js";
import * as words from "../words/admin/fields.js";
import { choiceList } from "./choice.js";
import { createField } from "./field.js";

/** @typedef {import("../types/wire.ts").RegionView} RegionView */
/** @typedef {import("./field.js").FieldWords} FieldWords */
/** @typedef {import("./field.js").Field} Field */
/** @typedef {{ pointer: string, words: FieldWords }} Bound */

/** Names of things, keys, addresses: nothing that a browser should mend or remember. */
const AS_TYPED = { autocomplete: /** @type {const} */ ("off"), autocapitalize: "off", spellcheck: false };

/**
 * A line of text; pasted space around it does no harm.
 * @param {Bound & {
 *   isRequired?: boolean,
 *   empty?: null | undefined | "",
 *   longest?: number,
 *   fault?: (typed: string) => string | null,
 * }} options `empty`: what the settings have where nothing is typed; `fault`: why a text won't do
 * @returns {Field}
 */
export function textField({ pointer, words: said, isRequired = false, empty = undefined, longest, fault }) {
  const input = make("input", { type: "text", ...AS_TYPED });
  const typed = () => input.value.trim();

  /** @param {string} label */
  function problem(label) {
    if (typed() === "") return isRequired ? (said.missing ?? words.missing(label)) : null;
    if (longest !== undefined && [...typed()].length > longest) return words.tooLong(label, longest);
    return fault?.(typed()) ?? null;
  }

  return createField({
    pointer,
    words: said,
    control: {
      element: input,
      target: input,
      fill: (value) => (input.value = value ?? ""),
      read: () => (typed() === "" ? empty : typed()),
      inWords: (value) => value ?? words.nothing,
      problem,
    },
  });
}

/**
 * Lines of text, such as addresses: one on each line, or with commas or spaces between.
 * @param {Bound & { isRequired?: boolean }} options
 * @returns {Field}
 */
export function linesField({ pointer, words: said, isRequired = false }) {
  const area = make("textarea", { rows: 3, ...AS_TYPED });
  const lines = () => area.value.split(/[\s,;]+/).filter(Boolean);
  return createField({
    pointer,
    words: said,
    control: {
      element: area,
      target: area,
      fill: (value) => (area.value = (value ?? []).join("\n")),
      read: lines,
      inWords: (value) => (value ?? []).join(", "),
      problem: (label) => (isRequired && lines().length === 0 ? (said.missing ?? words.missing(label)) : null),
    },
  });
}

/**
 * A whole number within its bounds.
 * @param {Bound & { least: number, most: number, isOptional?: boolean }} options
 * @returns {Field}
 */
export function numberField({ pointer, words: said, least, most, isOptional = false }) {
  const input = make("input", { type: "text", inputMode: "numeric", className: "short", ...AS_TYPED });
  const unit = said.unit === undefined ? [] : [make("span", { className: "unit" }, said.unit)];
  const typed = () => input.value.replaceAll(/\s/g, "");

  /** @param {string} label */
  function problem(label) {
    if (typed() === "") return isOptional ? null : (said.missing ?? words.missing(label));
    const number = Number(typed());
    const fits = /^\d+$/.test(typed()) && number >= least && number <= most;
    return fits ? null : words.outOfBounds(label, least, most);
  }

  return createField({
    pointer,
    words: said,
    control: {
      element: make("div", { className: "with-unit" }, input, ...unit),
      target: input,
      fill: (value) => (input.value = value === undefined || value === null ? "" : String(value)),
      // What is no number stays a text, which counts as a change and never gets past `problem`.
      read: () => (typed() === "" ? undefined : /^\d+$/.test(typed()) ? Number(typed()) : typed()),
      inWords: (value) => [value ?? words.nothing, said.unit].filter(Boolean).join(" "),
      problem,
    },
  });
}

/**
 * A few answers, all in sight.
 * @param {Bound & { choices: ReadonlyArray<import("./choice.js").Choice> }} options
 * @returns {Field}
 */
export const choiceField = ({ pointer, words: said, choices }) =>
  createField({ pointer, words: said, control: choiceList({ name: pointer, choices }) });

/**
 * Many answers, one of them in sight.
 * @param {Bound & { choices: ReadonlyArray<{ value: string, label: string }> }} options
 * @returns {Field}
 */
export function selectField({ pointer, words: said, choices }) {
  const select = make("select", {}, ...choices.map(option));
  return createField({
    pointer,
    words: said,
    control: {
      element: select,
      target: select,
      fill: (value) => (select.value = value ?? choices[0]?.value ?? ""),
      read: () => select.value,
      inWords: (value) => choices.find((choice) => choice.value === value)?.label ?? words.nothing,
    },
  });
}

/** @param {{ value: string, label: string }} choice */
const option = ({ value, label }) => make("option", { value }, label);

/**
 * On or off.
 * @param {Bound} options
 * @returns {Field}
 */
export function switchField({ pointer, words: said }) {
  const input = make("input", { type: "checkbox" });
  input.setAttribute("role", "switch");
  const state = make("span", { ariaHidden: "true" });
  const show = () => (state.textContent = words.onOrOff(input.checked));
  input.addEventListener("input", show);
  return createField({
    pointer,
    words: said,
    control: {
      element: make("div", { className: "switch" }, input, state),
      target: input,
      fill(value) {
        input.checked = value === true;
        show();
      },
      read: () => input.checked,
      inWords: (value) => words.onOrOff(value === true),
    },
  });
}

/**
 * One country, or the computer's own.
 * @param {Bound} options
 * @returns {Field}
 */
export function countryField({ pointer, words: said }) {
  const select = make("select", {});
  let computerHome = "";
  const own = () => words.computersCountry(regionName(computerHome));
  return createField({
    pointer,
    words: said,
    control: {
      element: select,
      target: select,
      prepare(view) {
        computerHome = view.computerHome;
        const countries = byName(view.regions).map((region) => option({ value: region, label: regionName(region) }));
        select.replaceChildren(option({ value: "", label: own() }), ...countries);
      },
      fill: (value) => (select.value = value ?? ""),
      read: () => (select.value === "" ? null : select.value),
      inWords: (value) => (value === null ? own() : regionName(value)),
    },
  });
}

/**
 * Countries, in the order of their names.
 * @param {ReadonlyArray<RegionView>} regions
 */
export function byName(regions) {
  const codes = regions.map(({ region }) => region);
  return codes.sort((one, other) => regionName(one).localeCompare(regionName(other)));
}
