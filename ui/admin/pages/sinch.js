// The organisation's accounts at Sinch: which products carry codes, and what each must be known by.

import { make } from "../../dom.js";
import * as words from "../../words/admin/sinch.js";
import { selectField, textField } from "../fields.js";
import { lookedAt } from "../look.js";
import { createPage } from "../page.js";
import { card, variants } from "../part.js";
import { secretField } from "../secret-field.js";

/** @typedef {import("../../types/wire.ts").SinchSettings} SinchSettings */
/** @typedef {import("../part.js").Part} Part */

/**
 * An id that Sinch's dashboard shows, which is no secret.
 * @param {string} pointer
 * @param {string} field
 * @param {import("../field.js").FieldWords} said
 */
function idField(pointer, field, said) {
  const part = textField({ pointer, words: said, isRequired: true, empty: "", fault: words.strayInId });
  return lookedAt(part, { field, typed: () => String(part.read()) });
}

/**
 * @param {import("../../types/wire.ts").SecretName} name
 * @param {string} field
 * @param {import("../field.js").FieldWords} said
 */
function credentialField(name, field, said) {
  const part = secretField({ name, words: said, isRequired: true });
  return lookedAt(part, { field, typed: part.typed });
}

/**
 * A set of credentials that belong together, with where they are found.
 * @param {{ heading: string, where: readonly string[], note: string }} said
 * @param {string} drawing
 * @param {ReadonlyArray<Part>} parts
 */
function credentialSet({ heading, where, note }, drawing, parts) {
  const path = make("p", { className: "where" }, make("span", {}, words.where), " ");
  where.forEach((step, index) => path.append(...(index === 0 ? [] : [" › "]), make("b", {}, step)));
  const set = card({ heading, drawing }, parts, path, make("p", { className: "help" }, note));
  set.element.classList.add("credentials");
  return set;
}

const verification = () =>
  card(words.verification, [
    variants({
      pointer: "/sinch/verification",
      words: words.useVerification,
      nameOf: (value) => (value === null ? "none" : "account"),
      variants: [
        { name: "none", words: words.verificationNone, begin: null, parts: [] },
        { name: "account", words: words.verificationAccount, begin: {}, parts: [application()] },
      ],
    }),
  ]);

const application = () =>
  credentialSet(words.application, "seal", [
    idField("/sinch/verification/applicationKey", "applicationKey", words.applicationKey),
    credentialField("sinchApplicationSecret", "applicationSecret", words.applicationSecret),
  ]);

function sms() {
  const account = variants({
    pointer: "/sinch/sms",
    words: words.useSms,
    nameOf: (value) => value?.kind ?? "none",
    variants: [
      { name: "none", words: words.smsNone, begin: null, parts: [] },
      { name: "servicePlan", words: words.smsServicePlan, begin: { kind: "servicePlan" }, parts: [servicePlan()] },
      { name: "project", words: words.smsProject, begin: { kind: "project" }, parts: [project()] },
    ],
  });
  const sender = textField({ pointer: "/sinch/sender", words: words.sender, empty: null });
  return card(words.sms, [account, onlyWhile(() => account.chosen() !== "none", account, sender)]);
}

/**
 * A part that shows only while another one's answer calls for it.
 * @param {() => boolean} isWanted
 * @param {Part} other
 * @param {Part} part
 * @returns {Part}
 */
function onlyWhile(isWanted, other, part) {
  const fit = () => void (part.element.hidden = !isWanted());
  other.element.addEventListener("change", fit);
  return {
    ...part,
    show(view) {
      part.show(view);
      fit();
    },
  };
}

const servicePlan = () =>
  credentialSet(words.servicePlan, "bubble", [
    selectField({ pointer: "/sinch/sms/region", words: words.planRegion, choices: words.planRegions }),
    idField("/sinch/sms/plan", "servicePlanId", words.planId),
    credentialField("sinchSmsToken", "smsToken", words.smsToken),
  ]);

const project = () =>
  credentialSet(words.project, "folder", [
    selectField({ pointer: "/sinch/sms/region", words: words.projectRegion, choices: words.projectRegions }),
    idField("/sinch/sms/project", "projectId", words.projectId),
    idField("/sinch/sms/keyId", "keyId", words.keyId),
    credentialField("sinchKeySecret", "keySecret", words.keySecret),
  ]);

/** Both products: the wizard asks for them too. */
export const createSinchParts = () => [sms(), verification()];

export const createSinchPage = () => createPage({ words: words.page, parts: createSinchParts() });
