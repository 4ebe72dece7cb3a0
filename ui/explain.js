// Turns what the core refused, could not send, or failed at into what stands in the place for refusals.
// The sentences are made when they are read: the page may speak another language by then.

import { deadlineIn } from "./countdown.js";
import { asFault } from "./ipc.js";
import { regionList, regionName, timeOfDay } from "./local.js";
import { clockOff, problem, reason, refusal } from "./reason-words.js";
import { reasons, storeWords } from "./words.js";

/** @typedef {import("./types/wire.ts").Fault} Fault */
/** @typedef {import("./types/wire.ts").RefusalView} RefusalView */
/** @typedef {import("./types/wire.ts").RegionView} RegionView */
/** @typedef {import("./types/wire.ts").PhoneProblem} PhoneProblem */
/** @typedef {import("./types/wire.ts").SinchReason} SinchReason */
/** @typedef {import("./refusal.js").Action} Action */
/** @typedef {import("./refusal.js").Explanation} Explanation */
/** @typedef {import("./refusal.js").Wait} Wait */

/** Waits longer than this are told by the time of day as well. */
const LONG_WAIT_MS = 2 * 60 * 1000;

/**
 * Why a typed number can't be read, in a sentence.
 * @param {PhoneProblem} unreadable
 */
export const explainNumber = ({ code, region }) => problem(code, region === null ? undefined : regionName(region));

/**
 * @param {RefusalView} refused
 * @param {RegionView[]} regions those that may be written to
 * @param {Action | null} action
 * @returns {Explanation}
 */
export function explainRefusal({ rule, retryInMs }, regions, action = null) {
  const countries = () => regionList(regions.map(({ region }) => region));
  const wait = waitFor(retryInMs, rule === "numberLocked" ? "locked" : "send");
  return explanation(() => refusal(rule, countries()), { code: rule, wait, action });
}

/**
 * @param {unknown} rejection
 * @returns {Explanation}
 */
export const explainFault = (rejection) => explainWith(asFault(rejection), () => "");

/**
 * A send that failed. At the store it went no further: Sinch is asked only with the store's leave.
 * @param {unknown} rejection
 */
export const explainFaultOfSend = (rejection) => explainStoresFault(asFault(rejection), () => reasons.nothingSent);

/**
 * A check that failed. At the store it was not made: one that may have been is told as not known.
 * @param {unknown} rejection
 */
export const explainFaultOfCheck = (rejection) => explainStoresFault(asFault(rejection), () => reasons.notChecked);

/**
 * @param {Fault} fault
 * @param {() => string} whatFollows where the store is the reason
 */
function explainStoresFault(fault, whatFollows) {
  return explainWith(fault, fault.code.startsWith("store.") ? whatFollows : () => "");
}

/**
 * @param {Fault} fault
 * @param {() => string} whatFollows
 */
function explainWith(fault, whatFollows) {
  const awaySince = fault.awayMs === null ? null : Date.now() - fault.awayMs;
  const since = () => (awaySince === null ? "" : storeWords.storeAwaySince(timeOfDay(awaySince)));
  return explainReason(fault, () => [whatFollows(), since()]);
}

/**
 * A send of which it is certain that it did not go out.
 * @param {SinchReason} notSent
 */
export const explainNotSent = (notSent) => explainReason(notSent, () => [reasons.nothingSent]);

/**
 * @param {SinchReason} why
 * @param {() => string[]} before what is said before it
 */
function explainReason({ code, retryInMs, clockAheadMs }, before) {
  const why = () => (clockAheadMs === null ? reason(code) : clockOff(clockAheadMs));
  return explanation(() => [...before(), why()].filter(Boolean).join(" "), { code, wait: waitFor(retryInMs, "try") });
}

/**
 * @param {() => string} say
 * @param {Omit<Explanation, "what">} beside
 * @returns {Explanation}
 */
export function explanation(say, beside = {}) {
  return {
    get what() {
      return say();
    },
    ...beside,
  };
}

/**
 * @param {number | null} milliseconds
 * @param {keyof typeof reasons.waits} what is waited for
 * @returns {Wait | null}
 */
function waitFor(milliseconds, what) {
  if (milliseconds === null) return null;
  const moment = Date.now() + milliseconds;
  return {
    until: deadlineIn(milliseconds),
    get before() {
      return reasons.waits[what].before;
    },
    get after() {
      const { after, afterUntil } = reasons.waits[what];
      return milliseconds > LONG_WAIT_MS ? afterUntil(timeOfDay(moment)) : after;
    },
    get over() {
      return reasons.waits[what].over;
    },
  };
}
