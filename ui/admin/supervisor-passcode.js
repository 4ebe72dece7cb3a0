// The supervisor's passcode: whether there is one, a new one in its place, and none. It is never shown.

import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { make, write } from "../dom.js";
import { asFault } from "../ipc.js";
import * as ipc from "../ipc.js";
import { keyringFault } from "../words/admin/page.js";
import * as words from "../words/admin/supervisor.js";
import { reason } from "../reason-words.js";
import { createNewPasscodeForm } from "./passcode.js";
import { card } from "./part.js";

/** A card of its own: what is typed here is kept at once, and is no part of the settings. */
export function createSupervisorCard() {
  const standing = make("p", { id: "supervisor-standing", className: "standing" });
  standing.setAttribute("role", "status");
  const forget = make("button", { type: "button", id: "supervisor-forget", hidden: true }, words.forget);
  const form = createNewPasscodeForm("supervisor-passcode", ipc.setSupervisorPasscode, () => {
    announce(words.done);
    void show();
  });

  async function show() {
    try {
      const isSet = (await ipc.supervisorStatus()) === "set";
      standing.dataset["tone"] = isSet ? "good" : "soft";
      write(standing, isSet ? words.isSet : words.isNotSet);
      forget.hidden = !isSet;
    } catch (rejection) {
      sayFault(rejection);
    }
  }

  /** @param {unknown} rejection */
  function sayFault(rejection) {
    const { code } = asFault(rejection);
    standing.dataset["tone"] = "soft";
    write(standing, code.startsWith("keyring.") ? keyringFault(code) : reason(code));
  }

  async function forgetIt() {
    try {
      await whileBusy(forget, words.forgetting, ipc.forgetSupervisorPasscode);
      announce(words.forgotten);
    } catch (rejection) {
      return sayFault(rejection);
    }
    await show();
  }

  forget.addEventListener("click", () => void forgetIt());
  void show();
  return card(words.card, [], standing, form.element, make("div", { className: "actions" }, forget));
}
