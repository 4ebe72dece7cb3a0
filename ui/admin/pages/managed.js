// What the machine's policy sets: which file, whether it is in force, and each value.

import { make, shape } from "../../dom.js";
import * as ipc from "../../ipc.js";
import * as words from "../../words/admin/managed.js";
import { pageTop } from "../page.js";
import { valueAt } from "../pointer.js";
import { asAdmin } from "../unlocking.js";

/** @typedef {import("../../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("../../types/wire.ts").PolicyView} PolicyView */

/** @returns {import("../page.js").Page} */
export function createManagedPage() {
  const room = make("div", { className: "parts" });
  const element = make("div", { className: "settings" }, ...pageTop(words.page), room);

  /** @param {SettingsView} view */
  function show(view) {
    room.replaceChildren(policyCard(view.policy), ...(view.managed.length > 0 ? [valuesCard(view)] : []));
  }

  return {
    element,
    open: async () => show(await asAdmin(ipc.readSettings)),
    refresh: () => ipc.readSettings().then(show, () => {}),
    isChanged: () => false,
    forget: () => {},
  };
}

/** @param {PolicyView} policy */
function policyCard(policy) {
  const element = make("section", { className: "card policy" });
  element.dataset["policy"] = policy.state;
  switch (policy.state) {
    case "none":
      element.append(heading("open", words.none.heading), make("p", {}, words.none.what));
      break;
    case "inForce":
      element.append(heading("lock", words.inForce.heading), file(policy.path), make("p", {}, words.inForce.what));
      break;
    case "unusable":
      element.append(heading("alert", words.unusable.heading), file(policy.path), make("p", {}, words.unusable.where(policy)));
      element.append(make("p", {}, words.unusable.what(policy.problem)), make("p", {}, words.unusable.meanwhile));
      break;
  }
  return element;
}

/**
 * @param {string} drawing
 * @param {string} words
 */
const heading = (drawing, words) => make("h2", {}, shape(drawing), words);

/** @param {string} path */
const file = (path) => make("p", {}, words.file, " ", make("code", {}, path));

/** @param {SettingsView} view */
function valuesCard({ managed, effective }) {
  const rows = managed.map((pointer) =>
    make("tr", {}, make("th", { scope: "row" }, words.nameOf(pointer)), make("td", {}, words.valueOf(valueAt(effective, pointer)))),
  );
  const head = make("thead", {}, make("tr", {}, make("th", { scope: "col" }, words.setting), make("th", { scope: "col" }, words.value)));
  const table = make("table", {}, head, make("tbody", {}, ...rows));
  return make("section", { className: "card" }, make("h2", {}, words.values), table);
}
