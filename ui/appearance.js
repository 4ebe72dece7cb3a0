// The theme, and how large words are, as the admin chose: applied to this page, and kept for the next one.
// It asks nobody what was chosen.

import * as ipc from "./ipc.js";

/** @typedef {import("./types/wire.ts").AppearanceSettings} AppearanceSettings */

/**
 * Applied before the first paint, it is never seen to change. Words grow with all that is around them:
 * the window's zoom, so that the layout follows.
 * @param {AppearanceSettings} appearance
 */
export async function applyAppearance({ theme, textSize }) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  sessionStorage.setItem("theme", theme);
  await ipc.sizeText(textSize).catch(() => {});
}
