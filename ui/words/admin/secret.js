// English: what fields for secrets say. A secret is replaced, and never shown once it is kept.

export const show = "Show";
export const hide = "Hide";

/** @param {string} what */
export const showIt = (what) => `Show: ${what}`;

/** @param {string} what */
export const hideIt = (what) => `Hide: ${what}`;

export const replace = "Replace";
export const keepOld = "Keep the one there is";

/** @param {string} what */
export const replaceIt = (what) => `Replace: ${what}`;

/** Where a secret is. */
export const kept = {
  keyring: "Kept in this computer’s keyring",
  session: "Kept for this session only: it must be typed again after the next start",
  missing: "Missing",
  unknown: "Not known: the keyring can’t be read",
};

export const replacing = "The new one takes the old one’s place when you save.";
