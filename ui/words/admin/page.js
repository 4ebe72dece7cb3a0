// English: what every page of settings says about saving.

export const save = "Save";
export const saving = { busy: "Saving…", long: "Still saving…" };
export const saved = "Saved.";
export const unsaved = "Not saved yet";

/** @param {string} time of day */
export const savedAt = (time) => `Saved at ${time}`;

/** @param {number} answers that need mending */
export const notSaved = (answers) =>
  answers === 1 ? "Not saved: one answer needs another look." : `Not saved: ${answers} answers need another look.`;

/** @param {string} why a sentence */
export const notSavedBecause = (why) => `Not saved; what you typed is still here. ${why}`;

export const keepForSession = "Keep for this session only";

/** @type {Readonly<Record<string, string>>} */
const keyrings = {
  "keyring.absent": "This computer has no keyring that answers.",
  "keyring.locked": "This computer’s keyring is locked. Unlock it, then save again.",
  "keyring.refused": "This computer’s keyring did not let Countersign in.",
  "keyring.silent": "This computer’s keyring does not answer. It may be asking for its password in another window.",
  "keyring.tooLong": "This is longer than this computer’s keyring can keep.",
  "keyring.unreadable": "What this computer’s keyring holds can’t be read.",
};

/**
 * What is wrong with the keyring.
 * @param {string} code
 */
export const keyringFault = (code) => keyrings[code] ?? "This computer’s keyring can’t be used.";

/** @param {string} code */
export const keyring = (code) =>
  `Not saved; what you typed is still here. ${keyringFault(code)} You can keep it for this session: then it must be typed again after the next start.`;

export const leaving = {
  heading: "Leave without saving?",
  what: "What you changed on this page is not saved.",
  stay: "Stay on this page",
  leave: "Leave, and drop the changes",
};
