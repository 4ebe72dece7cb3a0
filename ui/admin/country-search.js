// A list of countries that is searched by name: a combobox (WAI-ARIA's pattern of that name) that adds one,
// and those chosen under it, each with a button that takes it out. The home country stands among them and stays.

import { announce } from "../announce.js";
import { make, write } from "../dom.js";
import { regionList, regionName } from "../local.js";
import * as words from "../words/admin/countries.js";

/** @typedef {import("../types/wire.ts").RegionView} RegionView */
/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */

/** More than these are not shown: a letter more finds the one that is meant. */
const MOST_FOUND = 8;

/**
 * @param {object} options
 * @param {string} options.id of the field that is typed into, in the document
 * @param {(country: string) => string} options.homeWords how the home country is told
 * @returns {import("./field.js").Control}
 */
export function countrySearch({ id, homeWords }) {
  const input = make("input", { type: "text", role: "combobox", ariaLabel: words.search, ariaAutoComplete: "list", autocomplete: "off", spellcheck: false });
  const options = make("ul", { id: `${id}-options`, className: "options", role: "listbox", ariaLabel: words.chosen, hidden: true });
  const nothing = make("p", { className: "help" });
  const help = make("p", { className: "help", id: `${id}-search-help` }, words.searchHelp);
  const list = make("ul", { className: "countries", ariaLabel: words.chosen });
  input.setAttribute("aria-controls", options.id);
  const element = make("div", { className: "country-search" }, make("div", { className: "combobox" }, input, options), help, nothing, list);

  /** @type {RegionView[]} */
  let known = [];
  let home = "";
  /** @type {Set<string>} */
  let chosen = new Set();
  let active = -1;

  const matches = () => find(known.filter(({ region }) => region !== home && !chosen.has(region)), input.value);

  function showOptions() {
    const found = matches();
    active = found.length > 0 ? 0 : -1;
    options.replaceChildren(...found.map(option));
    options.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!options.hidden));
    write(nothing, found.length === 0 && input.value.trim() !== "" ? words.noneFound : "");
    markActive();
  }

  function closeOptions() {
    options.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    markActive();
  }

  /**
   * @param {RegionView} country
   * @param {number} index
   */
  function option({ region, callingCode }, index) {
    const item = make("li", { id: `${id}-option-${index}`, role: "option" }, words.option(regionName(region), callingCode));
    item.dataset["region"] = region;
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      add(region);
    });
    return item;
  }

  function markActive() {
    [...options.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    const item = options.children[active];
    if (item === undefined) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} region */
  function add(region) {
    chosen.add(region);
    input.value = "";
    closeOptions();
    changed(words.added(regionName(region)));
  }

  /** @param {string} region */
  function remove(region) {
    chosen.delete(region);
    input.focus();
    changed(words.removed(regionName(region)));
  }

  /** @param {string} what */
  function changed(what) {
    drawChosen();
    announce(what);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function drawChosen() {
    const regions = known.map(({ region }) => region).filter((region) => region === home || chosen.has(region));
    const first = regions.filter((region) => region === home);
    list.replaceChildren(...[...first, ...regions.filter((region) => region !== home)].map(row));
  }

  /** @param {string} region */
  function row(region) {
    const name = regionName(region);
    if (region === home) return make("li", { className: "home" }, homeWords(name));
    const button = make("button", { type: "button", className: "small" }, words.remove);
    button.setAttribute("aria-label", words.removeCountry(name));
    button.addEventListener("click", () => remove(region));
    return make("li", {}, name, button);
  }

  input.addEventListener("input", (event) => {
    // What is searched for is no setting.
    event.stopPropagation();
    showOptions();
    announceFound();
  });
  input.addEventListener("blur", closeOptions);
  input.addEventListener("keydown", onKey);

  function announceFound() {
    announce(options.hidden ? words.noneFound : words.found(options.children.length));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      return move(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter" && input.value.trim() !== "") {
      event.preventDefault();
      if (options.hidden) showOptions();
      const region = options.children[active]?.getAttribute("data-region");
      if (region) add(region);
    }
    if (event.key === "Escape" && !options.hidden) {
      event.preventDefault();
      closeOptions();
    }
  }

  /** @param {number} step */
  function move(step) {
    if (options.hidden) return showOptions();
    active = (active + step + options.children.length) % options.children.length;
    markActive();
  }

  return {
    element,
    target: input,
    isGroup: true,
    prepare(view) {
      known = [...view.regions].sort((one, other) => regionName(one.region).localeCompare(regionName(other.region)));
      home = view.effective.organisation.home ?? view.computerHome;
    },
    fill(value) {
      chosen = new Set(value ?? []);
      input.value = "";
      closeOptions();
      write(nothing, "");
      drawChosen();
    },
    read: () => [...chosen].sort(),
    inWords: (value) => ((value ?? []).length === 0 ? words.noneChosen : regionList(value)),
  };
}

/**
 * The countries that a text finds: by the beginning of a word of their name first, then by any part of it.
 * @param {RegionView[]} countries
 * @param {string} typed
 */
function find(countries, typed) {
  const text = plain(typed);
  if (text === "") return [];
  const digits = text.replace(/^\+/, "");
  const rank = (/** @type {RegionView} */ { region, callingCode }) => {
    const name = plain(regionName(region));
    if (region.toLowerCase() === text || String(callingCode) === digits) return 0;
    if (name.split(/[^\p{L}]+/u).some((word) => word.startsWith(text)) || name.startsWith(text)) return 1;
    return name.includes(text) ? 2 : 3;
  };
  const found = countries.filter((country) => rank(country) < 3);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_FOUND);
}

/** Without capitals and accents. @param {string} text */
const plain = (text) => text.trim().toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
