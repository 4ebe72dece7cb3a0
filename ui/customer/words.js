// The language that the customer's screen speaks: all six are here from the start, so that a customer's
// choice shows at once. What is said is in words/.

import * as de from "../words/de/customer.js";
import * as en from "../words/en/customer.js";
import * as es from "../words/es/customer.js";
import * as fr from "../words/fr/customer.js";
import * as pt from "../words/pt/customer.js";
import * as sv from "../words/sv/customer.js";

/** @typedef {import("../types/wire.ts").CustomerView["language"]} Language */

/** @type {Readonly<Record<Language, typeof en>>} */
const languages = { de, en, es, fr, pt, sv };

/** What is spoken now. */
export let words = en;

/** The languages by their own names, as customers look for them. */
export const choices = Object.values(languages);

/** @param {Language} language */
export function speak(language) {
  words = languages[language];
}
