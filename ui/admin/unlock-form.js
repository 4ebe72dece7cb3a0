// Asks for the passcode. Wrong tries make the next one wait, longer each time; the core counts them.

import { whileBusy } from "../busy.js";
import { deadlineIn } from "../countdown.js";
import { make, rest } from "../dom.js";
import { asFault } from "../ipc.js";
import * as ipc from "../ipc.js";
import { reason } from "../reason-words.js";
import { waitWords } from "../wait-words.js";
import * as words from "../words/admin/passcode.js";
import { keyringFault } from "../words/admin/page.js";
import { secretInput } from "./secret-input.js";

/**
 * @typedef {object} UnlockForm
 * @property {HTMLElement} element
 * @property {(waitMs: number | null) => void} begin empty, with the focus in the field
 */

/**
 * @param {string} name begins the ids of what is in it
 * @param {() => void} onOpen
 * @returns {UnlockForm}
 */
export function createUnlockForm(name, onOpen) {
  const { element: box, input, hide } = secretInput({ what: words.passcode, isTrimmed: false });
  const error = make("p", { id: `${name}-error`, className: "error", role: "alert" });
  const button = make("button", { type: "submit", className: "main" }, words.unlock);
  const label = make("label", { htmlFor: `${name}-passcode` }, words.passcode);
  const element = make("form", { noValidate: true }, make("div", { className: "field" }, label, box, error));
  element.append(make("div", { className: "actions" }, button), forgotten());
  input.id = `${name}-passcode`;
  input.setAttribute("aria-describedby", error.id);
  let stop = () => {};

  /**
   * @param {string} what
   * @param {number} waitMs
   */
  function say(what, waitMs = 0) {
    stop();
    error.replaceChildren(what);
    if (what === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    rest(button, waitMs > 0);
    if (waitMs === 0) return;
    const wait = waitWords({ until: deadlineIn(waitMs), ...words.wait }, () => rest(button, false));
    stop = wait.stop;
    error.append(wait.element);
  }

  async function unlock() {
    if (input.value === "") return say(words.empty);
    try {
      const answer = await whileBusy(button, words.unlocking, () => ipc.unlockAdmin(input.value));
      if (answer !== undefined) hear(answer);
    } catch (rejection) {
      const { code } = asFault(rejection);
      say(code.startsWith("keyring.") ? keyringFault(code) : reason(code));
    }
  }

  /** @param {import("../types/wire.ts").AdminUnlocked} answer */
  function hear(answer) {
    switch (answer.outcome) {
      case "open":
        clear();
        return onOpen();
      case "wrong":
        input.select();
        return say(words.wrong, answer.waitMs);
      case "wait":
        return say("", answer.waitMs);
    }
  }

  function clear() {
    input.value = "";
    hide();
    say("");
  }

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    void unlock();
  });

  return {
    element,
    begin(waitMs) {
      clear();
      if (waitMs !== null) say("", waitMs);
      input.focus();
    },
  };
}

function forgotten() {
  const command = make("p", {}, make("code", {}, words.forgotten.command));
  const steps = words.forgotten.steps.map((step) => make("p", {}, step));
  const [first, ...others] = steps;
  return make("details", { className: "forgotten" }, make("summary", {}, words.forgotten.question), first ?? "", command, ...others);
}
