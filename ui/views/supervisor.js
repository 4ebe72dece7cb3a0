// The supervisor's word: a passcode of their own and, where it stands for a proof, a reason. What is asked of
// them, and what follows from their word, is the asker's business.

import { whileBusy } from "../busy.js";
import { deadlineIn } from "../countdown.js";
import { byId, rest, write } from "../dom.js";
import { explainFault } from "../explain.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import { waitWords } from "../wait-words.js";
import { endingWords, reasons } from "../words.js";

/**
 * What a supervisor is asked.
 * @typedef {object} Question
 * @property {string} about whom
 * @property {string} heading
 * @property {string} warning
 * @property {string} accept what the button says
 * @property {boolean} isReasoned whether they have to say why
 * @property {(word: { passcode: string, reason: string }) => Promise<Answer>} give
 *
 * @typedef {{ outcome: "taken" | "noReason" } | { outcome: "wrong" | "wait", waitMs: number } | { outcome: "refused", what: string }} Answer
 *
 * @typedef {object} SupervisorView
 * @property {(question: Question) => void} show
 * @property {() => void} focus once it shows
 * @property {() => void} hide nothing of a passcode stays in the page
 * @property {() => boolean} isBusy
 * @property {() => string} reason as it was written so far
 * @property {(reason: string) => void} putReason
 */

/**
 * @param {() => void} onBack
 * @returns {SupervisorView}
 */
export function createSupervisorView(onBack) {
  const form = byId("supervisor-form", HTMLFormElement);
  const passcode = byId("supervisor-passcode", HTMLInputElement);
  const reason = byId("supervisor-reason", HTMLInputElement);
  const error = byId("supervisor-error", HTMLElement);
  const reasonError = byId("supervisor-reason-error", HTMLElement);
  const button = byId("accept-unproven", HTMLButtonElement);
  /** @type {Question | null} */
  let asked = null;
  let stop = () => {};

  /**
   * @param {string} what
   * @param {number} waitMs
   */
  function say(what, waitMs = 0) {
    stop();
    error.replaceChildren(what);
    if (what === "") passcode.removeAttribute("aria-invalid");
    else passcode.setAttribute("aria-invalid", "true");
    rest(button, waitMs > 0);
    if (waitMs === 0) return;
    const wait = waitWords({ until: deadlineIn(waitMs), ...reasons.waits.try }, () => rest(button, false));
    stop = wait.stop;
    error.append(what === "" ? "" : " ", wait.element);
  }

  /** @param {string} what */
  function sayOfReason(what) {
    write(reasonError, what);
    if (what === "") return reason.removeAttribute("aria-invalid");
    reason.setAttribute("aria-invalid", "true");
    reason.focus();
  }

  async function accept() {
    clearRefusal();
    sayOfReason("");
    if (asked === null) return;
    if (asked.isReasoned && reason.value.trim() === "") return sayOfReason(endingWords.giveReason);
    if (passcode.value === "") {
      say(endingWords.givePasscode);
      return passcode.focus();
    }
    const { give } = asked;
    const word = { passcode: passcode.value, reason: reason.value };
    try {
      const answer = await whileBusy(button, endingWords.busy.accept, () => give(word));
      if (answer !== undefined) hear(answer);
    } catch (rejection) {
      showRefusal(explainFault(rejection));
    }
  }

  /** @param {Answer} answer */
  function hear(answer) {
    switch (answer.outcome) {
      case "taken":
        return hide();
      case "refused":
        return showRefusal({ what: answer.what });
      case "noReason":
        return sayOfReason(endingWords.giveReason);
      case "wrong":
        passcode.focus();
        passcode.select();
        return say(endingWords.wrongPasscode, answer.waitMs);
      case "wait":
        return say("", answer.waitMs);
    }
  }

  function hide() {
    asked = null;
    form.reset();
    say("");
    sayOfReason("");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void accept();
  });
  byId("supervisor-back", HTMLElement).addEventListener("click", onBack);

  return {
    show(question) {
      hide();
      asked = question;
      write(byId("supervisor-reference", HTMLElement), question.about);
      write(byId("supervisor-heading", HTMLElement), question.heading);
      write(byId("supervisor-warning", HTMLElement), question.warning);
      write(button, question.accept);
      byId("supervisor-reason-field", HTMLElement).hidden = !question.isReasoned;
    },
    focus: () => (asked?.isReasoned ? reason : passcode).focus(),
    hide,
    isBusy: () => "busy" in button.dataset,
    reason: () => reason.value,
    putReason: (before) => void (reason.value = before),
  };
}
