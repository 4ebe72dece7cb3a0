// Which of the views shows, what the window is called then, and which keys are named at its foot.

import { byId, write } from "./dom.js";
import { showKeys } from "./keys.js";
import { words } from "./words.js";

/** @param {import("./keys.js").ViewName} name */
export function showView(name) {
  for (const view of document.querySelectorAll(".view")) {
    view.toggleAttribute("hidden", view.id !== `${name}-view`);
  }
  document.body.dataset["view"] = name;
  document.title = words.pageTitle(byId(`${name}-heading`, HTMLElement).textContent ?? "");
  showKeys();
  window.scrollTo(0, 0);
}

/**
 * Gives a view another heading, and the window its name while that view shows.
 * @param {import("./keys.js").ViewName} name
 * @param {string} heading
 */
export function nameView(name, heading) {
  write(byId(`${name}-heading`, HTMLElement), heading);
  if (document.body.dataset["view"] === name) document.title = words.pageTitle(heading);
}
