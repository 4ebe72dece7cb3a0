// A rule of the site: a number held to its bounds as it is typed, with its default, and what it risks to
// leave that in the weaker direction.

import { make } from "../dom.js";
import { bounds } from "../types/bounds.js";
import * as words from "../words/admin/rules.js";
import { numberField } from "./fields.js";

/**
 * @typedef {object} Rule
 * @property {words.RuleName} name
 * @property {keyof typeof bounds} pointer
 * @property {"more" | "less" | "neither"} weaker which direction from it weakens the site
 */

/** @param {number} usual */
function standardOf(usual) {
  const standard = make("span", { className: "help" }, words.usual(usual));
  standard.dataset["usual"] = String(usual);
  return standard;
}

/**
 * @param {Rule} rule
 * @returns {import("./field.js").Field}
 */
export function ruleField({ name, pointer, weaker }) {
  const { least, most, usual } = bounds[pointer];
  const said = words.rules[name];
  const field = numberField({ pointer, words: said, least, most });
  if (usual !== null) field.target.parentElement?.append(standardOf(usual));

  /** @param {unknown} value */
  function isWeaker(value) {
    if (usual === null || typeof value !== "number" || value < least || value > most) return false;
    return weaker === "more" ? value > usual : weaker === "less" && value < usual;
  }

  const sayRisk = () => field.say(isWeaker(field.read()) ? (said.risk ?? "") : "");

  /** What only gets worse by typing on is marked at once; what may still become right, when it is left. */
  function checkTyped() {
    const value = field.read();
    const canBecomeRight = value === undefined || (typeof value === "number" && value < least);
    if (!canBecomeRight) field.check();
    sayRisk();
  }

  field.element.addEventListener("input", checkTyped);
  field.element.addEventListener("change", () => {
    field.check();
    sayRisk();
  });
  return {
    ...field,
    show(view) {
      field.show(view);
      sayRisk();
    },
  };
}
