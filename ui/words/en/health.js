// English: how the desk's surroundings stand, in the corner of the window and in what opens from it.
// Why Sinch or the store fails is in reasons.js and store.js.

/** @typedef {import("../../types/wire.ts").HealthView} HealthView */
/** @typedef {import("../../types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */
/** @typedef {PartView["state"]} HealthState */

export const heading = "How this desk stands";

/** @type {Readonly<Record<PartName, string>>} */
export const names = { sinch: "Sinch", store: "Store", keyring: "Keyring", clock: "Clock" };

/**
 * What is put after a part's name in the corner. Nothing where all is well: that is shown by quiet.
 * @type {Readonly<Record<PartName, Readonly<Partial<Record<HealthState, string>>>>>}
 */
export const short = {
  sinch: { slow: "slow", trouble: "fails", unknown: "not asked yet", training: "training" },
  store: { slow: "slow", trouble: "away", unknown: "not asked yet" },
  keyring: { trouble: "fails", unknown: "not asked yet", session: "not in use" },
  clock: { slow: "off", trouble: "wrong", unknown: "not compared yet" },
};

/** What is said where nothing is put. */
export const well = "well";

/** @type {Readonly<Record<PartName, Readonly<Record<HealthState, string>>>>} */
export const sentences = {
  sinch: {
    well: "Sinch answers.",
    slow: "Sinch answers slowly.",
    trouble: "Sinch does not do its part.",
    unknown: "Sinch was not asked yet: that happens when the first code is sent.",
    training: "Sinch is played by this computer: no text is sent and nothing is charged.",
    session: "Sinch’s secrets are kept for this session only.",
  },
  store: {
    well: "The store answers.",
    slow: "The store answers slowly.",
    trouble: "The store can’t be used.",
    unknown: "The store was not asked yet.",
    training: "The store holds training only.",
    session: "The store is kept for this session only.",
  },
  keyring: {
    well: "The keyring of this computer answers.",
    slow: "The keyring of this computer answers slowly.",
    trouble: "The keyring of this computer can’t be used.",
    unknown: "The keyring of this computer was not asked yet.",
    training: "Training needs no keyring.",
    session: "The secrets are kept for this session only: after the next start they must be given again.",
  },
  clock: {
    well: "The clock of this computer is right.",
    slow: "The clock of this computer is a little off.",
    trouble: "The clock of this computer is wrong.",
    unknown: "The clock of this computer was not compared yet: that happens when Sinch or the store first answers.",
    training: "Training goes by this computer’s own clock.",
    session: "The clock is this computer’s own.",
  },
};

/** @type {Readonly<Record<string, string>>} */
export const keyringReasons = {
  "keyring.absent": "This computer has no keyring, or none is running. On Linux, install and start gnome-keyring or KWallet, then open Countersign again.",
  "keyring.locked": "The keyring is locked. Sign in to this computer with a password, or unlock the keyring when it asks.",
  "keyring.refused": "The keyring refused. Ask whoever looks after this computer to allow Countersign to use it.",
  "keyring.silent": "The keyring does not answer. Look for a question of the keyring behind this window, and answer it.",
  "keyring.tooLong": "A secret is longer than this computer’s keyring can keep.",
  "keyring.unreadable": "What the keyring holds for Countersign can’t be read. Give the secrets once more in the admin pages.",
};

/** @param {string} time of day */
export const since = (time) => `Since ${time}.`;

/** @param {string} sentence */
export const wellAgain = (sentence) => `Well again: ${sentence}`;
