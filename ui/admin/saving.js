// Saves what a page's parts hold: the secrets first, each by itself, then all settings in one step. What
// does not get through stays in its field, with the reason under it.

import { asFault } from "../ipc.js";
import * as ipc from "../ipc.js";
import { problem as problemWords } from "../words/admin/problems.js";
import { asAdmin } from "./unlocking.js";

/** @typedef {import("../types/wire.ts").Settings} Settings */
/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("../types/wire.ts").KeepIn} KeepIn */
/** @typedef {import("./part.js").Part} Part */

/**
 * How saving ended. `wrong`: marked in its field, where to go; `nowhere`: a problem that no field of this
 * page stands for; `keyring`: a secret could not be kept in the keyring.
 * @typedef {{ outcome: "saved", view: SettingsView }
 *   | { outcome: "wrong", targets: HTMLElement[] }
 *   | { outcome: "nowhere", problem: string }
 *   | { outcome: "keyring", code: string }
 *   | { outcome: "failed", code: string }} Outcome
 */

/**
 * @param {Part} part
 * @param {KeepIn} keep where secrets go
 * @param {(settings: Settings) => void} [amend] what else changes
 * @returns {Promise<Outcome>}
 */
export async function save(part, keep, amend = () => {}) {
  const wrong = part.check();
  if (wrong.length > 0) return { outcome: "wrong", targets: wrong };
  try {
    return (await saveSecrets(part, keep)) ?? (await saveSettings(part, amend));
  } catch (rejection) {
    const { code } = asFault(rejection);
    return { outcome: code.startsWith("keyring.") ? "keyring" : "failed", code };
  }
}

/**
 * @param {Part} part
 * @param {KeepIn} keep
 * @returns {Promise<Outcome | null>} what stopped it
 */
async function saveSecrets(part, keep) {
  /** @type {HTMLElement[]} */
  const targets = [];
  for (const secret of part.secrets()) {
    const { name, value } = secret;
    const answer = await asAdmin(() => ipc.replaceSecret({ name, value, keep }));
    if (answer.outcome === "kept") secret.done(answer.kept);
    else targets.push(secret.blame(problemWords(answer.problem)));
  }
  return targets.length === 0 ? null : { outcome: "wrong", targets };
}

/**
 * @param {Part} part
 * @param {(settings: Settings) => void} amend
 * @returns {Promise<Outcome>}
 */
async function saveSettings(part, amend) {
  // Read anew: another page, an import or a rotation may have changed what this part does not hold.
  const { own } = await asAdmin(ipc.readSettings);
  const settings = structuredClone(own);
  part.write(settings);
  amend(settings);
  const answer = await asAdmin(() => ipc.saveSettings(settings));
  if (answer.outcome === "saved") return { outcome: "saved", view: await asAdmin(ipc.readSettings) };
  const problem = problemWords(answer.problem);
  const target = answer.pointer === null ? null : part.blame(answer.pointer, problem);
  return target === null ? { outcome: "nowhere", problem } : { outcome: "wrong", targets: [target] };
}
