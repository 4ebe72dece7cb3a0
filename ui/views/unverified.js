// Why a customer could not be verified: a reason from a short list, and a remark. It ends the challenge; what
// the end looks like is the verdict's business.

import { whileBusy } from "../busy.js";
import { customerName } from "../challenge-words.js";
import { byId, make, write } from "../dom.js";
import { explainFault } from "../explain.js";
import * as ipc from "../ipc.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import { endingWords, words } from "../words.js";

/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").EndedView} EndedView */
/** @typedef {import("../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** @type {ReadonlyArray<UnverifiedReason>} */
const REASONS = ["noPhone", "phoneOff", "noReception", "wrongNumber", "customerLeft", "other"];

/**
 * @typedef {object} UnverifiedView
 * @property {(challenge: ChallengeView) => void} show
 * @property {() => boolean} isBusy
 * @property {() => Unverified} inHand
 * @property {(inHand: Unverified) => void} restore
 *
 * What staff chose and wrote so far.
 * @typedef {object} Unverified
 * @property {UnverifiedReason | undefined} because
 * @property {string} remark
 *
 * @typedef {object} UnverifiedEvents
 * @property {(ended: EndedView) => void} onEnded
 * @property {() => void} onSupervisor
 * @property {() => void} onBack
 */

/**
 * @param {boolean} mayAskSupervisor
 * @param {UnverifiedEvents} events
 * @returns {UnverifiedView}
 */
export function createUnverifiedView(mayAskSupervisor, { onEnded, onSupervisor, onBack }) {
  const form = byId("unverified-form", HTMLFormElement);
  const remark = byId("unverified-remark", HTMLInputElement);
  const error = byId("unverified-error", HTMLElement);
  const button = byId("end-unverified", HTMLButtonElement);
  const choices = REASONS.map(choice);
  const inputs = choices.map(({ input }) => input);
  let challenge = "";

  byId("unverified-reasons", HTMLElement).replaceChildren(...choices.map(({ label }) => label));
  byId("ask-supervisor", HTMLElement).hidden = !mayAskSupervisor;

  const chosen = () => REASONS[inputs.findIndex(({ checked }) => checked)];

  async function end() {
    const because = chosen();
    clearRefusal();
    if (because === undefined) {
      write(error, endingWords.chooseReason);
      return inputs[0]?.focus();
    }
    try {
      const ending = { challenge, because, remark: remark.value };
      const ended = await whileBusy(button, endingWords.busy.end, () => ipc.endUnverified(ending));
      if (ended !== undefined) onEnded(ended);
    } catch (rejection) {
      showRefusal(explainFault(rejection));
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void end();
  });
  form.addEventListener("change", () => write(error, ""));
  byId("ask-supervisor", HTMLElement).addEventListener("click", onSupervisor);
  byId("unverified-back", HTMLElement).addEventListener("click", onBack);

  return {
    show(shown) {
      challenge = shown.id;
      form.reset();
      write(error, "");
      write(byId("unverified-reference", HTMLElement), customerName(shown));
      inputs[0]?.focus();
    },
    isBusy: () => "busy" in button.dataset,
    inHand: () => ({ because: chosen(), remark: remark.value }),
    restore(before) {
      for (const input of inputs) input.checked = input.value === before.because;
      remark.value = before.remark;
    },
  };
}

/** @param {UnverifiedReason} reason */
function choice(reason) {
  const input = make("input", { type: "radio", name: "unverified-reason", value: reason });
  return { input, label: make("label", {}, input, endingWords.reasons[reason]) };
}
