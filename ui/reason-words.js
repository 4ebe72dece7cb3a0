// Finds the words for what the core says by stable codes. A code that has none gets a sentence that is
// still true.

import { endingWords, healthWords, openingWords, reasons, storeWords } from "./words.js";

/** @typedef {import("./words/en/store.js").StoreWords} StoreWords */

const MINUTE_MS = 60_000;

/** From here on hours are told instead of minutes. */
const MANY_MINUTES = 120;

/**
 * Why a number or a code can't be read.
 * @param {string} code
 * @param {string} country the name of the one it was held against, where that matters
 */
export const problem = (code, country = reasons.thisCountry) =>
  (reasons.problems[code] ?? reasons.unknownProblem).replace("{country}", country);

/**
 * Why a code was not sent, or a question not answered.
 * @param {string} code
 */
export const reason = (code) =>
  reasons.sinch[code] ??
  reasons.faults[code] ??
  endingWords.supervisorReasons[code] ??
  openingReason(code) ??
  storeReason(code) ??
  reasons.unknown(code);

/**
 * Why a part of the desk's surroundings is not well, and what to do.
 * @param {string} code
 */
export const whyNotWell = (code) => storeReason(code) ?? healthWords.keyringReasons[code] ?? reason(code);

/**
 * @param {string} code
 * @returns {StoreWords | undefined}
 */
export const storeFault = (code) => storeWords.outOfReach[code] ?? storeWords.ofNoUse[code];

/** @param {string} code */
function storeReason(code) {
  const fault = storeFault(code);
  return fault === undefined ? undefined : `${fault.what} ${fault.whatNow}`;
}

/**
 * That the store is away: since when.
 * @param {string} code
 * @param {boolean} isShared whether other desks use it too
 * @param {string} time of day
 */
export function storeAway(code, isShared, time) {
  const away = isShared ? storeWords.away.shared : storeWords.away.own;
  return code in storeWords.outOfReach ? away.outOfReach(time) : away.ofNoUse(time);
}

/**
 * Why there is no desk; nothing where that has other words.
 * @param {string} code
 * @returns {string | undefined}
 */
function openingReason(code) {
  const [family, name = ""] = code.split(".", 2);
  const { missing, missingSiteKey, reasons, secrets, unfit } = openingWords;
  if (code === "missing.site-key") return missingSiteKey;
  const secret = secrets[name];
  if (secret !== undefined && family === "missing") return missing(secret);
  if (secret !== undefined && family === "unfit") return unfit(secret);
  return reasons[code];
}

/**
 * How far off this computer's clock is.
 * @param {number} aheadMs less than zero when it is behind
 */
export function clockOff(aheadMs) {
  const { ahead, behind, hours, minutes } = reasons.clock;
  const off = Math.max(1, Math.round(Math.abs(aheadMs) / MINUTE_MS));
  const time = off < MANY_MINUTES ? minutes(off) : hours(Math.round(off / 60));
  return aheadMs > 0 ? ahead(time) : behind(time);
}

/**
 * What a rule says.
 * @param {import("./types/wire.ts").RuleView} rule
 * @param {string} countries the names of those that may be written to, as a list
 */
export const refusal = (rule, countries) => reasons.refusals[rule].replace("{countries}", countries);
