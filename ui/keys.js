// The keys that work everywhere in a view, and the line at its foot that names them.
// Enter is not among them: it is the form's, or the focused button's.

import { byId, make } from "./dom.js";

/**
 * Calls when Escape is pressed, unless something nearer to the focus has used it.
 * @param {() => void} onEscape
 */
export function listenForEscape(onEscape) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    onEscape();
  });
}

/**
 * Names the keys of a view, in pairs of the key and what it does.
 * @param {ReadonlyArray<readonly [string, string]>} pairs
 */
export function showKeys(pairs) {
  const children = pairs.map(([key, does]) => make("span", {}, make("kbd", {}, key), ` ${does}`));
  byId("keys", HTMLElement).replaceChildren(...children);
}
