// Takes a bundle over: opens it, shows what changes, and does it at the admin's word. Until then nothing is
// changed, and afterwards all of it is.

import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { make, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { reason } from "../reason-words.js";
import { nameOf, valueOf } from "../words/admin/managed.js";
import * as pageWords from "../words/admin/page.js";
import { refused, secretChanges, secretNames, take as words } from "../words/admin/roll-out.js";
import { formField } from "./form-field.js";
import { createNotice } from "./page.js";
import { secretInput } from "./secret-input.js";
import { asAdmin } from "./unlocking.js";

/** @typedef {import("../types/wire.ts").BundleChanges} BundleChanges */

/** The core refuses more; so much is not even read. */
const LARGEST_FILE = 256 * 1024;

/**
 * @param {() => void} onTaken
 * @returns {{ element: HTMLElement, forget: () => void }}
 */
export function createBundleTaking(onTaken) {
  const file = make("input", { type: "file", accept: ".countersign,.age" });
  const fileField = formField({ id: "bundle-file", words: words.file, input: file });
  const passphrase = secretInput({ what: words.passphrase.label, isTrimmed: false });
  const passphraseField = formField({ id: "bundle-opens-with", words: words.passphrase, input: passphrase.input, box: passphrase.element });
  const look = make("button", { type: "submit", className: "main" }, words.look);
  const notice = createNotice();
  const changes = make("div", { className: "changes form-parts", hidden: true });
  const done = make("p", { className: "done", role: "status" });
  const form = make("form", { noValidate: true, className: "form-parts" }, fileField.element, passphraseField.element, notice.element);
  form.append(make("div", { className: "actions" }, look));
  const element = make("div", { className: "form-parts" }, form, changes, done);

  async function lookIntoIt() {
    forget();
    const bundle = await read();
    if (bundle === null) return;
    if (passphrase.input.value === "") return passphraseField.blame(words.noPassphrase);
    const request = { bundle, passphrase: passphrase.input.value };
    const answer = await ask(look, words.looking, () => ipc.lookIntoBundle(request));
    if (answer === undefined) return;
    if (answer.outcome === "refused") return notice.show(refused(answer.problem));
    showChanges(answer.changes, () => void takeOver(request));
  }

  /** @param {{ bundle: string, passphrase: string }} request */
  async function takeOver(request) {
    const button = changes.querySelector(/** @type {"button"} */ ("button.main"));
    if (button === null) return;
    const answer = await ask(button, words.taking, () => ipc.importBundle(request));
    if (answer === undefined) return;
    if (answer.outcome === "refused") return notice.show(refused(answer.problem));
    clear();
    write(done, words.done);
    onTaken();
  }

  /**
   * @template T
   * @param {HTMLButtonElement} button
   * @param {{ busy: string, long: string }} busy
   * @param {() => Promise<T>} task
   * @returns {Promise<T | undefined>}
   */
  async function ask(button, busy, task) {
    try {
      return await whileBusy(button, busy, () => asAdmin(task));
    } catch (rejection) {
      const { code } = ipc.asFault(rejection);
      notice.show(code.startsWith("keyring.") ? pageWords.keyringFault(code) : reason(code));
      return undefined;
    }
  }

  /** @returns {Promise<string | null>} in base64 */
  async function read() {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return fileField.blame(words.noFile), null;
    if (chosen.size > LARGEST_FILE) return fileField.blame(words.tooLarge), null;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }

  /**
   * @param {BundleChanges} what
   * @param {() => void} run
   */
  function showChanges(what, run) {
    const button = make("button", { type: "button", className: "main" }, words.button);
    const cancel = make("button", { type: "button" }, words.cancel);
    const heading = make("h3", { tabIndex: -1 }, words.changes);
    button.addEventListener("click", run);
    cancel.addEventListener("click", () => {
      forget();
      announce(words.cancelled);
      look.focus();
    });
    changes.replaceChildren(heading, ...tables(what), make("div", { className: "actions" }, button, cancel));
    changes.hidden = false;
    heading.focus();
  }

  /** What was found in a bundle is not kept. */
  function forget() {
    notice.clear();
    write(done, "");
    changes.replaceChildren();
    changes.hidden = true;
  }

  function clear() {
    forget();
    form.reset();
    passphrase.hide();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void lookIntoIt();
  });
  return { element, forget: clear };
}

/** @param {BundleChanges} changes */
function tables({ settings, secrets }) {
  if (settings.length === 0 && secrets.every(({ change }) => change === "same")) return [make("p", {}, words.nothingChanges)];
  const bySetting = settings.map(({ pointer, from, to }) => row(nameOf(pointer), valueOf(from), valueOf(to)));
  const bySecret = secrets.map(({ name, change }) => row(secretNames[name], secretChanges[change]));
  return [
    ...(bySetting.length > 0 ? [table([words.setting, words.before, words.after], bySetting)] : []),
    ...(bySecret.length > 0 ? [table([words.secret, words.becomes], bySecret)] : []),
  ];
}

/**
 * @param {string} name
 * @param {...string} values
 */
const row = (name, ...values) => make("tr", {}, make("th", { scope: "row" }, name), ...values.map((value) => make("td", {}, value)));

/**
 * @param {string[]} headings
 * @param {HTMLElement[]} rows
 */
function table(headings, rows) {
  const head = make("thead", {}, make("tr", {}, ...headings.map((heading) => make("th", { scope: "col" }, heading))));
  return make("table", {}, head, make("tbody", {}, ...rows));
}
