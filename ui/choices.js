// What staff choose for themselves: one choice is changed, and the others are kept as they are.

import * as ipc from "./ipc.js";

/** @param {Partial<import("./types/wire.ts").Choices>} changed */
export async function choose(changed) {
  await ipc.keepChoices({ ...(await ipc.readChoices()), ...changed });
}
