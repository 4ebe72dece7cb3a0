// The page of the site's rules. Their bounds and defaults are the core's (policy.rs); a test in the real
// window holds those written here to them.

import { createField } from "../field.js";
import { createPage } from "../page.js";
import { card } from "../part.js";
import { countrySearch } from "../country-search.js";
import { ruleField } from "../rule-field.js";
import * as words from "../../words/admin/rules.js";

/** @typedef {import("../rule-field.js").Rule} Rule */

/** The core sets no upper bound to these; nobody means more. */
const MANY = 1_000_000;

/** @type {ReadonlyArray<Rule>} */
const codes = [
  { name: "codeDigits", pointer: "/rules/codeDigits", least: 6, most: 8, usual: 6, weaker: "neither" },
  { name: "lifetimeMinutes", pointer: "/rules/lifetimeMinutes", least: 1, most: 10, usual: 5, weaker: "more" },
];

/** @type {ReadonlyArray<Rule>} */
const wrongCodes = [
  { name: "wrongTries", pointer: "/rules/wrongTries", least: 1, most: 10, usual: 5, weaker: "more" },
  { name: "firstLockMinutes", pointer: "/rules/firstLockMinutes", least: 1, most: 1440, usual: 15, weaker: "less" },
  { name: "longestLockMinutes", pointer: "/rules/longestLockMinutes", least: 1, most: 1440, usual: 60, weaker: "less" },
];

/** @type {ReadonlyArray<Rule>} */
const sendingAgain = [
  { name: "firstPause", pointer: "/rules/resendPausesSeconds/0", least: 10, most: 3600, usual: 30, weaker: "less" },
  { name: "secondPause", pointer: "/rules/resendPausesSeconds/1", least: 10, most: 3600, usual: 60, weaker: "less" },
  { name: "laterPauses", pointer: "/rules/resendPausesSeconds/2", least: 10, most: 3600, usual: 120, weaker: "less" },
  { name: "sendsPerChallenge", pointer: "/rules/sendsPerChallenge", least: 1, most: 255, usual: 3, weaker: "more" },
];

/** @type {ReadonlyArray<Rule>} */
const limits = [
  { name: "numberHourly", pointer: "/rules/numberHourly", least: 0, most: MANY, usual: 5, weaker: "more" },
  { name: "numberDaily", pointer: "/rules/numberDaily", least: 0, most: MANY, usual: 10, weaker: "more" },
  { name: "deskHourly", pointer: "/rules/deskHourly", least: 0, most: MANY, usual: 60, weaker: "more" },
  { name: "siteDaily", pointer: "/rules/siteDaily", least: 0, most: MANY, usual: 1000, weaker: "more" },
];

export const createRulesPage = () =>
  createPage({
    words: words.page,
    parts: [
      card(words.cards.codes, codes.map(ruleField)),
      wrongCodesCard(),
      card(words.cards.sendingAgain, sendingAgain.map(ruleField)),
      card(words.cards.limits, limits.map(ruleField)),
      card(words.cards.countries, [countriesField()]),
    ],
  });

function wrongCodesCard() {
  const fields = wrongCodes.map(ruleField);
  const [, first, longest] = fields;
  const part = card(words.cards.wrongCodes, fields);
  part.element.addEventListener("input", () => {
    const [shorter, longer] = [first?.read(), longest?.read()];
    const isBeyond = typeof shorter === "number" && typeof longer === "number" && shorter > longer;
    if (isBeyond) first?.say(words.lockBeyondLongest);
  });
  return part;
}

function countriesField() {
  const pointer = "/rules/alsoAllowed";
  const field = createField({
    pointer,
    words: words.countries,
    control: countrySearch({ id: "rules-alsoAllowed", homeWords: words.home }),
  });
  const sayRisk = () => field.say(isAnyAbroad(field.read()) ? words.countriesRisk : "");
  field.element.addEventListener("input", sayRisk);
  return {
    ...field,
    /** @param {import("../../types/wire.ts").SettingsView} view */
    show(view) {
      field.show(view);
      sayRisk();
    },
  };
}

/** @param {unknown} countries */
const isAnyAbroad = (countries) => Array.isArray(countries) && countries.length > 0;
