// Locks the pages: at the admin's word, after a time without use, or because the core says so. A page that
// is locked stays as it is, with everything typed, behind the question for the passcode.

import { byId } from "../dom.js";
import * as ipc from "../ipc.js";
import { createUnlockForm } from "./unlock-form.js";
import { whenLocked } from "./unlocking.js";

const LOOK_MS = 1000;
const USES = ["keydown", "pointerdown", "input"];

/** @param {number} lockAfterMinutes without use */
export function watchLock(lockAfterMinutes) {
  const dialog = byId("locked", HTMLDialogElement);
  const form = createUnlockForm("locked", () => dialog.close());
  byId("locked-form", HTMLElement).replaceChildren(form.element);
  // Escape does not get past it.
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  let lastUse = performance.now();
  /** @type {Promise<void> | null} */
  let asking = null;

  function ask() {
    asking ??= unlocked().finally(() => {
      asking = null;
      lastUse = performance.now();
    });
    return asking;
  }

  async function unlocked() {
    // A dialog within this one, such as the question whether to leave, would lie above it.
    const status = await ipc.adminStatus().catch(() => null);
    for (const open of document.querySelectorAll("dialog")) open.close();
    dialog.showModal();
    form.begin(status?.waitMs ?? null);
    await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  }

  async function lock() {
    await ipc.lockAdmin().catch(() => {});
    await ask();
  }

  for (const use of USES) {
    document.addEventListener(use, () => (lastUse = performance.now()), { capture: true, passive: true });
  }
  setInterval(() => {
    const isIdle = performance.now() - lastUse > lockAfterMinutes * 60_000;
    if (isIdle && asking === null) void lock();
  }, LOOK_MS);
  byId("lock-now", HTMLButtonElement).addEventListener("click", () => void lock());
  whenLocked(ask);
}
