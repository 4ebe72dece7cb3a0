// Looks at a credential when its field is left, and says what else it looks like: the three sets that
// Sinch gives out are easily mistaken for one another.

import * as ipc from "../ipc.js";
import * as words from "../words/admin/looks.js";

/**
 * @template {{ element: HTMLElement, target: HTMLElement, say: (words: string) => void }} Part
 * @param {Part} part
 * @param {{ field: string, typed: () => string }} credential
 * @returns {Part}
 */
export function lookedAt(part, { field, typed }) {
  async function look() {
    const value = typed();
    if (value === "") return part.say("");
    const seen = await ipc.lookAtCredential({ field, value }).catch(() => null);
    if (seen === null || typed() !== value) return;
    part.say(seen.looks === "right" ? "" : words.remark(seen));
  }
  part.target.addEventListener("change", () => void look());
  return part;
}
