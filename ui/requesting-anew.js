// A new code to the number of a challenge that ran out, which only the store still knows. Numbers that step 1
// holds are sent to from there.

import { whileBusy } from "./busy.js";
import { byId } from "./dom.js";
import { explainFaultOfSend, explainNotSent, explainNumber, explainRefusal, explanation } from "./explain.js";
import * as ipc from "./ipc.js";
import { clearRefusal, showRefusal } from "./refusal.js";
import { numberWords, words } from "./words.js";

/** @typedef {import("./types/wire.ts").Requested} Requested */

/**
 * @param {import("./types/wire.ts").StartUp["regions"]} regions
 * @param {(challenge: import("./types/wire.ts").ChallengeView) => void} onOpen
 */
export function createRequestingAnew(regions, onOpen) {
  /**
   * @param {string} expired the challenge that ran out
   * @param {() => boolean} isStillShown
   */
  return async function requestAnew(expired, isStillShown) {
    clearRefusal();
    const button = byId("again", HTMLButtonElement);
    try {
      const requested = await whileBusy(button, words.busy.send, () => ipc.requestAnew(expired));
      if (requested !== undefined && isStillShown()) show(requested);
    } catch (rejection) {
      if (isStillShown()) showRefusal(explainFaultOfSend(rejection));
    }
  };

  /** @param {Requested} requested */
  function show(requested) {
    switch (requested.outcome) {
      case "open":
        return onOpen(requested.challenge);
      case "unreadable":
        return showRefusal(explanation(() => explainNumber(requested.problem)));
      case "supervisor":
      case "wrongPasscode":
      case "passcodeWait":
        return showRefusal(explanation(() => numberWords.supervisor.heading));
      case "refused":
        return showRefusal(explainRefusal(requested.refusal, regions));
      case "notSent":
        return showRefusal(explainNotSent(requested.reason));
      case "expired":
        return showRefusal(explanation(() => words.expired.whatNowUnknownNumber));
      case "gone":
        return showRefusal(explanation(() => words.gone[requested.because].whatNow));
    }
  }
}
