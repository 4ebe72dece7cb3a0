// A list of countries: those in it, each with a button that takes it out, and one to add.

import { announce } from "../announce.js";
import { make } from "../dom.js";
import { regionList, regionName } from "../local.js";
import * as words from "../words/admin/fields.js";
import { createField } from "./field.js";
import { byName } from "./fields.js";

/**
 * @param {import("./fields.js").Bound} options
 * @returns {import("./field.js").Field}
 */
export function countriesField({ pointer, words: said }) {
  const list = make("ul", { className: "countries" });
  const select = make("select", { ariaLabel: words.countryToAdd });
  const add = make("button", { type: "button" }, words.addCountry);
  const element = make("div", { className: "country-list" }, list, make("div", { className: "beside" }, select, add));
  /** @type {string[]} */
  let known = [];
  /** @type {Set<string>} */
  let chosen = new Set();

  function draw() {
    list.replaceChildren(...known.filter((region) => chosen.has(region)).map(row));
    const others = known.filter((region) => !chosen.has(region));
    select.replaceChildren(...others.map((region) => make("option", { value: region }, regionName(region))));
  }

  /** @param {string} region */
  function row(region) {
    const remove = make("button", { type: "button", className: "small" }, words.remove);
    remove.setAttribute("aria-label", words.removeCountry(regionName(region)));
    remove.addEventListener("click", () => change(region, false));
    return make("li", {}, regionName(region), remove);
  }

  /**
   * @param {string} region
   * @param {boolean} isIn
   */
  function change(region, isIn) {
    if (isIn) chosen.add(region);
    else chosen.delete(region);
    draw();
    select.value = region;
    select.focus();
    announce(isIn ? words.added(regionName(region)) : words.removed(regionName(region)));
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  add.addEventListener("click", () => {
    if (select.value !== "") change(select.value, true);
  });

  return createField({
    pointer,
    words: said,
    control: {
      element,
      target: select,
      isGroup: true,
      prepare: (view) => void (known = byName(view.regions)),
      fill(value) {
        chosen = new Set(value ?? []);
        draw();
      },
      read: () => [...chosen].sort(),
      inWords: (value) => ((value ?? []).length === 0 ? words.noCountries : regionList(value)),
    },
  });
}
