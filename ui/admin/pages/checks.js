// The page of the tests: what to test, and a phone for a live text.

import { make } from "../../dom.js";
import * as ipc from "../../ipc.js";
import { createChecks } from "../checks.js";
import { pageTop } from "../page.js";
import { asAdmin } from "../unlocking.js";
import * as words from "../../words/admin/checks.js";

/** @type {ReadonlyArray<ipc.WhatToCheck["of"]>} */
const kinds = ["all", "sinch", "store"];

/** @returns {import("../page.js").Page} */
export function createChecksPage() {
  const phone = createPhone();
  const kind = createKinds((of) => phone.allow(of !== "store"));
  let region = "";
  const checks = createChecks({
    what: () => ({ of: kind.chosen(), phone: kind.chosen() === "store" ? null : phone.typed(), region }),
  });
  const card = make("section", { className: "card" }, kind.element, phone.element, checks.element);
  const element = make("div", { className: "settings" }, ...pageTop(words.page), card);

  return {
    element,
    async open() {
      const { effective, computerHome } = await asAdmin(ipc.readSettings);
      region = effective.organisation.home ?? computerHome;
    },
    isChanged: () => false,
    forget: () => {},
    close: checks.stop,
  };
}

/** @param {(of: ipc.WhatToCheck["of"]) => void} onChange */
function createKinds(onChange) {
  const choices = kinds.map((value, index) => {
    const input = make("input", { type: "radio", name: "what-to-test", value, checked: index === 0 });
    input.addEventListener("change", () => onChange(value));
    return { value, input, label: make("label", {}, input, make("span", {}, words.what[value])) };
  });
  const segments = make("div", { className: "segments" }, ...choices.map(({ label }) => label));
  return {
    element: make("fieldset", { className: "field" }, make("legend", {}, words.what.legend), segments),
    chosen: () => choices.find(({ input }) => input.checked)?.value ?? "all",
  };
}

function createPhone() {
  const input = make("input", { type: "tel", id: "own-phone", autocomplete: "tel", spellcheck: false });
  const help = make("p", { className: "help", id: "own-phone-help" }, words.phone.help);
  input.setAttribute("aria-describedby", help.id);
  const element = make("div", { className: "field" }, make("label", { htmlFor: input.id }, words.phone.label), help, input);
  return {
    element,
    typed: () => (input.value.trim() === "" ? null : input.value.trim()),
    /** @param {boolean} isAllowed */
    allow: (isAllowed) => void (element.hidden = !isAllowed),
  };
}
