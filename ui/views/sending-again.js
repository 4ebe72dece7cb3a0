// A further send of the challenge in step 2, by the same channel or another one: asks for it and says what came
// of it. Which button asks, and what it says meanwhile, is the view's business.

import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { isResting } from "../dom.js";
import { explainFaultOfSend, explainNotSent, explainNumber, explainRefusal, explanation } from "../explain.js";
import * as ipc from "../ipc.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import { words } from "../words.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").Requested} Requested */
/** @typedef {import("./verdict.js").Outcome} Outcome */

/**
 * @typedef {object} SendingEvents
 * @property {() => string} whyNotYet
 * @property {(challenge: ChallengeView) => void} onSent
 * @property {(challenge: ChallengeView) => void} onNotSent an earlier send of it still counts
 * @property {(outcome: Outcome) => void} onEnd
 */

/**
 * @param {StartUp} startUp
 * @param {SendingEvents} events
 */
export function createSendingAgain(startUp, events) {
  /**
   * @param {ChallengeView} challenge
   * @param {ChannelView} channel
   * @param {HTMLButtonElement} button which shows that the question is out
   */
  return async function sendAgain(challenge, channel, button) {
    if (isResting(button)) return announce(events.whyNotYet());
    clearRefusal();
    const retry = challenge.send === "unknown" && channel === challenge.channel;
    const resend = { challenge: challenge.id, channel, retry };
    try {
      const requested = await whileBusy(button, words.busy.send, () => ipc.resendCode(resend));
      if (requested !== undefined) show(requested);
    } catch (rejection) {
      showRefusal(explainFaultOfSend(rejection));
    }
  };

  /** @param {Requested} requested */
  function show(requested) {
    switch (requested.outcome) {
      case "open":
        return events.onSent(requested.challenge);
      case "unreadable":
        return showRefusal(explanation(() => explainNumber(requested.problem)));
      case "refused":
        return showRefusal(explainRefusal(requested.refusal, startUp.regions));
      case "notSent":
        if (requested.challenge !== null) events.onNotSent(requested.challenge);
        return showRefusal(explainNotSent(requested.reason));
      case "expired":
      case "gone":
        return events.onEnd(requested);
    }
  }
}
