// Turns what the core refused, could not send, or failed at into what stands in the place for refusals.

import { deadlineIn } from "./countdown.js";
import { asFault } from "./ipc.js";
import { regionList, regionName, timeOfDay } from "./local.js";
import * as reasons from "./words/reasons-en.js";
import { storeAwaySince } from "./words/store-en.js";

/** @typedef {import("./types/wire.ts").RefusalView} RefusalView */
/** @typedef {import("./types/wire.ts").RegionView} RegionView */
/** @typedef {import("./types/wire.ts").PhoneProblem} PhoneProblem */
/** @typedef {import("./types/wire.ts").SinchReason} SinchReason */
/** @typedef {import("./refusal.js").Explanation} Explanation */
/** @typedef {import("./refusal.js").Wait} Wait */

/** Waits longer than this are told by the time of day as well. */
const LONG_WAIT_MS = 2 * 60 * 1000;

/**
 * Why a typed number can't be read, in a sentence.
 * @param {PhoneProblem} problem
 */
export const explainNumber = ({ code, region }) =>
  reasons.problem(code, region === null ? undefined : regionName(region));

/**
 * @param {RefusalView} refusal
 * @param {RegionView[]} regions those that may be written to
 * @returns {Explanation}
 */
export function explainRefusal({ rule, retryInMs }, regions) {
  const countries = regionList(regions.map(({ region }) => region));
  const wait = retryInMs === null ? null : waitFor(retryInMs, reasons.refusalOverIn(rule), reasons.allowedNow, rule);
  return { what: reasons.refusal(rule, countries), wait };
}

/**
 * @param {unknown} rejection
 * @returns {Explanation}
 */
export function explainFault(rejection) {
  const fault = asFault(rejection);
  const { what, wait } = explainReason(fault);
  return { what: awaySince(fault) + what, wait };
}

/**
 * A send that failed. At the store it went no further: Sinch is asked only with the store's leave.
 * @param {unknown} rejection
 */
export const explainFaultOfSend = (rejection) => explainStoresFault(rejection, reasons.nothingSent);

/**
 * A check that failed. At the store it was not made: one that may have been is told as not known.
 * @param {unknown} rejection
 */
export const explainFaultOfCheck = (rejection) => explainStoresFault(rejection, reasons.notChecked);

/**
 * @param {unknown} rejection
 * @param {string} whatFollows where the store is the reason
 * @returns {Explanation}
 */
function explainStoresFault(rejection, whatFollows) {
  const { what, wait } = explainFault(rejection);
  const isStores = asFault(rejection).code.startsWith("store.");
  return { what: isStores ? whatFollows + what : what, wait };
}

/** @param {import("./types/wire.ts").Fault} fault */
function awaySince({ awayMs }) {
  return awayMs === null ? "" : `${storeAwaySince(timeOfDay(Date.now() - awayMs))} `;
}

/**
 * A send of which it is certain that it did not go out.
 * @param {SinchReason} reason
 * @returns {Explanation}
 */
export function explainNotSent(reason) {
  const { what, wait } = explainReason(reason);
  return { what: reasons.nothingSent + what, wait };
}

/** @param {SinchReason} reason */
function explainReason({ code, retryInMs, clockAheadMs }) {
  const { before, over } = reasons.mayTryAgain;
  return {
    what: clockAheadMs === null ? reasons.reason(code) : reasons.clockOff(clockAheadMs),
    wait: retryInMs === null ? null : waitFor(retryInMs, before, over),
  };
}

/**
 * @param {number} milliseconds
 * @param {string} before
 * @param {string} over
 * @param {import("./types/wire.ts").RuleView | null} rule
 * @returns {Wait}
 */
function waitFor(milliseconds, before, over, rule = null) {
  const after = milliseconds > LONG_WAIT_MS ? reasons.untilTime(rule, timeOfDay(Date.now() + milliseconds)) : ".";
  return { until: deadlineIn(milliseconds), before, after, over };
}
