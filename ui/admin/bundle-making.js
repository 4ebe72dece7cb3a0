// Makes a bundle: how it is locked, where it is written. What is in it, and its encryption, is the core's.

import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { make, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { reason } from "../reason-words.js";
import * as pageWords from "../words/admin/page.js";
import { cannotMake, make as words, strength } from "../words/admin/roll-out.js";
import { choiceList } from "./choice.js";
import { formField } from "./form-field.js";
import { createNotice } from "./page.js";
import { strengthOf } from "./passphrase-strength.js";
import { secretInput } from "./secret-input.js";
import { asAdmin } from "./unlocking.js";

/** @returns {{ element: HTMLElement, open: () => Promise<void> }} */
export function createBundleMaking() {
  const lock = choiceList({ name: "/bundle/lock", choices: words.locks, onChange: reveal });
  const passphrase = createPassphrase();
  const recipients = createRecipients();
  const path = createPath();
  const notice = createNotice();
  const done = make("p", { className: "done", role: "status" });
  const button = make("button", { type: "submit", className: "main" }, words.button);
  const locks = make("fieldset", { className: "field" }, make("legend", {}, words.lock), lock.element);
  const element = make("form", { noValidate: true, className: "form-parts" }, locks, passphrase.element, recipients.element, path.element);
  element.append(notice.element, make("div", { className: "actions" }, button), done);
  const isByPassphrase = () => lock.read() === "passphrase";
  lock.fill("passphrase");
  reveal();

  function reveal() {
    passphrase.element.hidden = !isByPassphrase();
    recipients.element.hidden = isByPassphrase();
  }

  async function makeIt() {
    notice.clear();
    write(done, "");
    const isReady = (isByPassphrase() ? passphrase.check() : recipients.check()) && path.check();
    if (!isReady) return;
    const request = {
      passphrase: isByPassphrase() ? passphrase.typed() : "",
      recipients: isByPassphrase() ? [] : recipients.typed(),
      path: path.typed(),
    };
    try {
      const answer = await whileBusy(button, words.busy, () => asAdmin(() => ipc.exportBundle(request)));
      if (answer === undefined) return;
      if (answer.outcome === "unfit") return notice.show(cannotMake(answer.problem));
      passphrase.clear();
      write(done, words.done(answer.path));
      announce(words.done(answer.path));
    } catch (rejection) {
      const { code } = ipc.asFault(rejection);
      notice.show(code.startsWith("keyring.") ? pageWords.keyringFault(code) : reason(code));
    }
  }

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    void makeIt();
  });

  return {
    element,
    async open() {
      if (path.typed() === "") path.fill(await asAdmin(ipc.bundlePlace));
    },
  };
}

function createPassphrase() {
  const one = secretInput({ what: words.passphrase.label, isTrimmed: false });
  const other = secretInput({ what: words.again.label, isTrimmed: false });
  const hint = make("p", { id: "bundle-strength", className: "strength" });
  const first = formField({ id: "bundle-passphrase", words: words.passphrase, input: one.input, box: one.element, beneath: [hint] });
  const second = formField({ id: "bundle-passphrase-again", words: words.again, input: other.input, box: other.element });

  one.input.addEventListener("input", showStrength);

  function showStrength() {
    const found = strengthOf(one.input.value);
    hint.dataset["strength"] = found;
    write(hint, strength[found]);
  }

  return {
    element: make("div", { className: "form-parts" }, first.element, second.element),
    typed: () => one.input.value,
    check() {
      if (one.input.value === "") return first.blame(words.noPassphrase), false;
      if (strengthOf(one.input.value) === "short") return first.blame(strength.short), false;
      if (one.input.value !== other.input.value) return second.blame(words.different), false;
      return true;
    },
    clear() {
      for (const box of [one, other]) {
        box.input.value = "";
        box.hide();
      }
      showStrength();
    },
  };
}

function createRecipients() {
  const area = make("textarea", { rows: 3, autocomplete: "off", autocapitalize: "off", spellcheck: false });
  const field = formField({ id: "bundle-recipients", words: words.recipients, input: area });
  const typed = () => area.value.split(/[\s,;]+/).filter(Boolean);
  return {
    element: field.element,
    typed,
    check() {
      if (typed().length === 0) return field.blame(words.noRecipients), false;
      return true;
    },
  };
}

function createPath() {
  const input = make("input", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: false });
  const field = formField({ id: "bundle-path", words: words.path, input });
  const typed = () => input.value.trim();
  return {
    element: field.element,
    typed,
    /** @param {string} place */
    fill: (place) => void (input.value = place),
    check() {
      if (typed() === "") return field.blame(words.noPath), false;
      return true;
    },
  };
}
