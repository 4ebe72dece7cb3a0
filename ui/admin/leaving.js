// Asks before changes are dropped that nobody saved.

import { byId } from "../dom.js";

/** @returns {Promise<boolean>} whether to leave */
export function askToLeave() {
  const dialog = byId("leaving", HTMLDialogElement);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((answered) => {
    dialog.addEventListener("close", () => answered(dialog.returnValue === "leave"), { once: true });
  });
}
