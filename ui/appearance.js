// The theme, and how large all is: applied to this page, and kept for the next one. It asks nobody what the
// admin chose.

import { applyTextSize } from "./zoom.js";

/** @typedef {import("./types/wire.ts").AppearanceSettings} AppearanceSettings */

/**
 * Applied before the first paint, it is never seen to change.
 * @param {AppearanceSettings} appearance
 */
export async function applyAppearance({ theme, textSize }) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  sessionStorage.setItem("theme", theme);
  await applyTextSize(textSize);
}
