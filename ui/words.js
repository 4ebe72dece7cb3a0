// The language that the page speaks. Modules import the words from here and read them when they need them,
// so that another language is spoken from the next sentence on. What is said is in words/.

import * as english from "./words/en/index.js";

/** @typedef {import("./types/wire.ts").Language} Language */
/** @typedef {import("./types/speech.ts").Speech} Speech */

/** Each by its own name, in the order of the names. @type {ReadonlyArray<{ language: Language, name: string }>} */
export const languages = [
  { language: "de", name: "Deutsch" },
  { language: "en", name: "English" },
  { language: "es", name: "Español" },
  { language: "fr", name: "Français" },
  { language: "pt", name: "Português" },
  { language: "sv", name: "Svenska" },
];

/** English is there from the start, the others once they are asked for. @type {Readonly<Record<Language, () => Promise<Speech>>>} */
const speeches = {
  en: async () => english,
  es: () => import("./words/es/index.js"),
  fr: () => import("./words/fr/index.js"),
  de: () => import("./words/de/index.js"),
  pt: () => import("./words/pt/index.js"),
  sv: () => import("./words/sv/index.js"),
};

export let {
  desk: words,
  about: aboutWords,
  comfort: comfortWords,
  delivery: deliveryWords,
  endings: endingWords,
  handingOver: handingOverWords,
  health: healthWords,
  help: helpWords,
  numbers: numberWords,
  opening: openingWords,
  reasons,
  store: storeWords,
  updates: updateWords,
  waiting: waitingWords,
} = /** @type {Speech} */ (english);

/** @type {Language} */
let language = "en";

/** The language that is spoken. */
export const spoken = () => language;

/**
 * Learns a language. What is answered speaks it, at once: nothing falls between it and what is drawn next.
 * @param {Language} wanted
 * @returns {Promise<() => void>}
 */
export async function learn(wanted) {
  const speech = await speeches[wanted]();
  return () => {
    language = wanted;
    ({
      desk: words,
      comfort: comfortWords,
      delivery: deliveryWords,
      endings: endingWords,
      handingOver: handingOverWords,
      health: healthWords,
      help: helpWords,
      numbers: numberWords,
      opening: openingWords,
      reasons,
      store: storeWords,
      updates: updateWords,
      waiting: waitingWords,
    } = speech);
    document.documentElement.lang = wanted;
  };
}
