// The door of the admin's pages: sets the passcode at the first start, asks for it later, and says why
// where the keyring, which knows it, can't be read.

import { whileBusy } from "../busy.js";
import { byId, make, write } from "../dom.js";
import { asFault } from "../ipc.js";
import * as ipc from "../ipc.js";
import { reason } from "../reason-words.js";
import * as words from "../words/admin/passcode.js";
import { keyringFault } from "../words/admin/page.js";
import { pageTitle } from "../words/en/desk.js";
import { createNotice } from "./page.js";
import { stepsLine } from "./steps.js";
import { secretInput } from "./secret-input.js";
import { createUnlockForm } from "./unlock-form.js";

/** @typedef {import("../types/wire.ts").AdminStatus} AdminStatus */
/** @typedef {import("../types/wire.ts").KeepIn} KeepIn */

/** A keyring that takes longer than this is waited for in sight. */
const PATIENCE_MS = 500;
/** A keyring that did not answer may do so later: then the door opens by itself. */
const SILENT = "keyring.silent";
/** How long until it is asked once more. */
const ASK_AGAIN_MS = 2_000;

/**
 * Shows the door, and lets in whoever may pass.
 * @returns {Promise<AdminStatus>} as it stood before
 */
export async function passDoor() {
  const status = await askHowItStands();
  await untilOpen(status);
  return status;
}

/** The keyring knows, and may be asking a person. @returns {Promise<AdminStatus>} */
async function askHowItStands() {
  const timer = setTimeout(() => put(door("waiting", words.waiting.heading, words.waiting.purpose)), PATIENCE_MS);
  try {
    for (;;) {
      const status = await askOnce();
      if (status !== null) return status;
      clearTimeout(timer);
      if (document.querySelector("[data-door=shut]") === null) put(keyringDoor(SILENT));
      await new Promise((waited) => setTimeout(waited, ASK_AGAIN_MS));
    }
  } finally {
    clearTimeout(timer);
  }
}

/** @returns {Promise<AdminStatus | null>} nothing where the keyring does not answer yet */
async function askOnce() {
  try {
    const status = await ipc.adminStatus();
    return status.state === "shut" && status.keyring === SILENT ? null : status;
  } catch (rejection) {
    const { code } = asFault(rejection);
    if (code === SILENT) return null;
    put(code.startsWith("keyring.") ? keyringDoor(code) : stuckDoor(reason(code)));
    return await new Promise(() => {});
  }
}

/** @param {HTMLElement} element */
function put(element) {
  document.body.dataset["page"] = "door";
  document.title = pageTitle(element.querySelector("h1")?.textContent ?? "");
  byId("page", HTMLElement).replaceChildren(element);
  element.querySelector(/** @type {"input"} */ ("input, button.main"))?.focus();
}

/**
 * @param {AdminStatus} status
 * @returns {Promise<void>}
 */
function untilOpen(status) {
  return new Promise((opened) => {
    switch (status.state) {
      case "open":
        return opened();
      case "notSet":
        return put(firstPasscode(status, opened));
      case "locked":
        return putLocked(status, opened);
      case "shut":
        return put(keyringDoor(status.keyring ?? ""));
    }
  });
}

/**
 * @param {AdminStatus} status
 * @param {() => void} onOpen
 */
function putLocked({ waitMs }, onOpen) {
  const form = createUnlockForm("door", onOpen);
  put(door("locked", words.locked.heading, words.locked.purpose, form.element));
  form.begin(waitMs);
}

/**
 * @param {string} name
 * @param {string} heading
 * @param {string} purpose
 * @param {...HTMLElement} children
 */
const door = (name, heading, purpose, ...children) => {
  const element = make("section", { className: "door" }, make("h1", {}, heading), make("p", { className: "purpose" }, purpose), ...children);
  element.dataset["door"] = name;
  return element;
};

/** @param {string} code what is the matter with the keyring */
const keyringDoor = (code) => stuckDoor(keyringFault(code), make("p", {}, words.shut.whatNow));

/**
 * A door that nobody can open for now.
 * @param {string} why a sentence
 * @param {...HTMLElement} whatNow
 */
function stuckDoor(why, ...whatNow) {
  const again = make("button", { type: "button", className: "main" }, words.shut.again);
  again.addEventListener("click", () => location.reload());
  const actions = make("div", { className: "actions" }, again);
  return door("shut", words.shut.heading, why, ...whatNow, actions);
}

/**
 * @param {AdminStatus} status
 * @param {() => void} onSet
 */
function firstPasscode({ keyring }, onSet) {
  const form = createPasscodeForm(onSet);
  if (keyring !== null) form.warn(keyring);
  const element = door("notSet", words.first.heading, words.first.purpose, form.element);
  element.prepend(stepsLine(0));
  return element;
}

/**
 * Two fields for a new passcode.
 * @param {() => void} onSet
 * @returns {{ element: HTMLElement, warn: (code: string) => void }} `warn`: that the keyring can't be used
 */
export const createPasscodeForm = (onSet) => createNewPasscodeForm("new-passcode", ipc.setPasscode, onSet);

/**
 * Two fields for a new passcode, whatever it guards.
 * @param {string} name begins the ids of what is in it
 * @param {typeof ipc.setPasscode} send
 * @param {() => void} onSet
 * @returns {{ element: HTMLElement, warn: (code: string) => void }} `warn`: that the keyring can't be used
 */
export function createNewPasscodeForm(name, send, onSet) {
  const one = passcodeField(name, words.first.passcode, words.first.help);
  const other = passcodeField(`${name}-again`, words.first.again);
  const notice = createNotice();
  const button = make("button", { type: "submit", className: "main" }, words.first.set);
  const element = make("form", { noValidate: true }, one.element, other.element, notice.element);
  element.append(make("div", { className: "actions" }, button));

  /** @param {KeepIn} keep */
  async function set(keep) {
    notice.clear();
    other.blame("");
    one.blame("");
    if (one.input.value === "") return one.blame(words.first.empty);
    if (one.input.value !== other.input.value) return other.blame(words.first.different);
    try {
      const task = () => send({ passcode: one.input.value, keep });
      const answer = await whileBusy(button, words.first.setting, task);
      if (answer === undefined) return;
      if (answer.outcome === "unfit") return one.blame(words.first.unfit[answer.problem]);
      one.clear();
      other.clear();
      onSet();
    } catch (rejection) {
      refuse(asFault(rejection).code);
    }
  }

  /** @param {string} code */
  function refuse(code) {
    if (!code.startsWith("keyring.")) return notice.show(reason(code));
    notice.show(words.first.noKeyring(keyringFault(code)), { label: words.first.forSession, run: () => void set("session") });
  }

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    void set("keyring");
  });
  return { element, warn: refuse };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} [help]
 */
function passcodeField(id, label, help) {
  const { element: box, input, hide } = secretInput({ what: label, isTrimmed: false });
  const error = make("p", { id: `${id}-error`, className: "error", role: "alert" });
  const helpText = help === undefined ? [] : [make("p", { id: `${id}-help`, className: "help" }, help)];
  input.id = id;
  input.setAttribute("aria-describedby", [...helpText, error].map((each) => each.id).join(" "));
  return {
    element: make("div", { className: "field" }, make("label", { htmlFor: id }, label), ...helpText, box, error),
    input,
    /** @param {string} problem nothing for none */
    blame(problem) {
      write(error, problem);
      if (problem === "") return input.removeAttribute("aria-invalid");
      input.setAttribute("aria-invalid", "true");
      input.focus();
    },
    clear() {
      input.value = "";
      hide();
    },
  };
}
