// In which language the customer's text is written, or the call speaks: the usual one of the number's country,
// unless staff chose another. What the screen speaks is another matter.

import { byId, make, write } from "./dom.js";
import { languages, spoken, words } from "./words.js";

/** @typedef {import("./types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("./types/wire.ts").Language} Language */
/** @typedef {import("./types/wire.ts").NumberReading} NumberReading */
/** @typedef {import("./types/wire.ts").RegionView} RegionView */

/**
 * @typedef {object} TextLanguage
 * @property {(reading: NumberReading | null, region: string) => void} follow the number, or the region where there is none yet
 * @property {(channel: ChannelView) => void} fit what is asked to how the code travels
 * @property {() => Language} value
 * @property {() => Language | null} chosen by staff; nothing where the number decides
 * @property {(language: Language | null) => void} choose
 */

/**
 * @param {RegionView[]} regions
 * @returns {TextLanguage}
 */
export function createTextLanguage(regions) {
  const select = byId("text-language", HTMLSelectElement);
  /** @type {Language | null} */
  let chosen = null;
  /** @type {Language | null} */
  let usual = null;

  select.append(...languages.map(({ language, name }) => make("option", { value: language, lang: language }, name)));
  select.addEventListener("change", () => choose(read()));

  const read = () => languages.find(({ language }) => language === select.value)?.language ?? spoken();

  /** @param {Language | null} language */
  function choose(language) {
    chosen = language;
    show();
  }

  function show() {
    select.value = chosen ?? usual ?? spoken();
  }

  return {
    follow(reading, region) {
      const isUnderstood = reading?.outcome === "understood";
      usual = isUnderstood ? reading.language : (regions.find((each) => each.region === region)?.language ?? null);
      show();
    },
    fit(channel) {
      const label = words.saidIn[channel];
      byId("text-language-field", HTMLElement).hidden = label === undefined;
      write(byId("text-language-label", HTMLElement), label ?? "");
    },
    value: read,
    chosen: () => chosen,
    choose,
  };
}
