// What staff may want to know of the number in hand: warnings, which keep nobody from anything. They stand
// under the form, so that nothing moves when they come.

import { byId, make } from "./dom.js";
import * as ipc from "./ipc.js";
import { timeOfDay } from "./local.js";
import { numberWords } from "./words.js";

/** @typedef {import("./types/wire.ts").NumberAdvice} NumberAdvice */
/** @typedef {import("./types/wire.ts").ConcernView} ConcernView */
/** @typedef {Parameters<typeof ipc.adviseNumber>[0]} Question */

/**
 * @typedef {object} Advice
 * @property {(question: Question) => Promise<void>} ask and show what is answered, unless something else is asked meanwhile
 * @property {(question: Question) => Promise<void>} remind of what Sinch has against a number that a code was sent to
 * @property {() => void} clear
 */

/** @returns {Advice} */
export function createAdvice() {
  const place = byId("advice", HTMLElement);
  let newest = 0;
  let shown = "";

  /**
   * @param {import("./keys.js").ViewName} view where it is of use
   * @param {Question} question
   * @param {(advice: NumberAdvice) => string[]} sentencesOf
   */
  async function inform(view, question, sentencesOf) {
    if (document.body.dataset["view"] !== view) return;
    const mine = (newest += 1);
    const advice = await ipc.adviseNumber(question).catch(() => null);
    if (mine === newest && advice !== null) show(sentencesOf(advice));
  }

  /** @param {string[]} sentences */
  function show(sentences) {
    const text = sentences.join("\n");
    if (text === shown) return;
    shown = text;
    place.replaceChildren(...sentences.map((sentence) => make("p", {}, sentence)));
  }

  return {
    ask: (question) => inform("request", question, (advice) => [...history(advice), ...concerns(advice.concerns)]),
    remind: (question) => inform("code", question, (advice) => concerns(advice.concerns)),
    clear() {
      newest += 1;
      show([]);
    },
  };
}

/** @param {NumberAdvice} advice */
function history({ verified, references }) {
  const before = verified === null ? [] : [verifiedBefore(verified)];
  const many = references === null ? [] : [numberWords.manyReferences(references)];
  return [...before, ...many];
}

/** @param {import("./types/wire.ts").VerifiedBeforeView} verified */
function verifiedBefore({ atMs, desk, reference }) {
  const { forThis, forAnother } = numberWords.verifiedBefore;
  const time = timeOfDay(atMs);
  return reference === null ? forThis(time, desk) : forAnother(time, desk, reference);
}

/**
 * What Sinch has against a number, in sentences.
 * @param {ConcernView[]} found
 */
export const concerns = (found) =>
  found.map(({ objection, measure }) => `${numberWords.objections[objection]} ${numberWords.measures[measure]}`);
