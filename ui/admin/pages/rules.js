// The page of the site's rules. Their bounds and defaults are the core's.

import { createField } from "../field.js";
import { choiceField, selectField } from "../fields.js";
import { createPage } from "../page.js";
import { card } from "../part.js";
import { countrySearch } from "../country-search.js";
import { ruleField } from "../rule-field.js";
import * as words from "../../words/admin/rules.js";

/** @typedef {import("../rule-field.js").Rule} Rule */

/** @type {ReadonlyArray<Rule>} */
const codes = [
  { name: "codeDigits", pointer: "/rules/codeDigits", weaker: "neither" },
  { name: "lifetimeMinutes", pointer: "/rules/lifetimeMinutes", weaker: "more" },
];

/** @type {ReadonlyArray<Rule>} */
const wrongCodes = [
  { name: "wrongTries", pointer: "/rules/wrongTries", weaker: "more" },
  { name: "firstLockMinutes", pointer: "/rules/firstLockMinutes", weaker: "less" },
  { name: "longestLockMinutes", pointer: "/rules/longestLockMinutes", weaker: "less" },
];

/** @type {ReadonlyArray<Rule>} */
const sendingAgain = [
  { name: "firstPause", pointer: "/rules/resendPausesSeconds/0", weaker: "less" },
  { name: "secondPause", pointer: "/rules/resendPausesSeconds/1", weaker: "less" },
  { name: "laterPauses", pointer: "/rules/resendPausesSeconds/2", weaker: "less" },
  { name: "sendsPerChallenge", pointer: "/rules/sendsPerChallenge", weaker: "more" },
];

/** @type {ReadonlyArray<Rule>} */
const limits = [
  { name: "numberHourly", pointer: "/rules/numberHourly", weaker: "more" },
  { name: "numberDaily", pointer: "/rules/numberDaily", weaker: "more" },
  { name: "deskHourly", pointer: "/rules/deskHourly", weaker: "more" },
  { name: "siteDaily", pointer: "/rules/siteDaily", weaker: "more" },
];

/** @type {Rule} */
const manyReferences = { name: "manyReferences", pointer: "/rules/manyReferences", weaker: "more" };

/** @type {Rule} */
const withinDays = { name: "withinDays", pointer: "/rules/numberLookup/simSwap/withinDays", weaker: "less" };

const lookup = () => [
  selectField({ pointer: "/rules/numberLookup/lineType", words: words.lineType, choices: words.measures }),
  selectField({ pointer: "/rules/numberLookup/simSwap/measure", words: words.simSwap, choices: words.measures }),
  ruleField(withinDays),
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
      card(words.cards.warnings, [ruleField(manyReferences)]),
      card(words.cards.lookup, lookup()),
      card(words.cards.supervisors, [choiceField({ pointer: "/rules/override", words: words.override, choices: words.overrides })]),
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
