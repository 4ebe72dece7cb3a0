// English: why there is no desk, where that is the keyring's doing or a secret is missing, and what leads
// on. The codes are the shell's own, in src-tauri/src/fault.rs, and the keyring's.

/** What each secret is called, by the name that the keyring has it under. @type {Readonly<Record<string, string>>} */
export const secrets = {
  "sinch-application-secret": "the secret of the Sinch Verification application",
  "sinch-sms-token": "the token of the Sinch SMS service plan",
  "sinch-key-secret": "the secret of the Sinch project’s access key",
  "redis-password": "the password of the shared store (Redis)",
  "sentinel-password": "the password of the shared store’s Sentinels",
  "site-key": "the site key",
};

const NO_DESK = "No code can be sent or checked until then.";

/** @type {Readonly<Record<string, string>>} */
export const reasons = {
  "keyring.waiting": "This computer’s keyring, which holds the desk’s secrets, has not answered yet. It may be asking for its password in another window. The desk opens by itself once it answers.",
  "keyring.absent": `This computer has no keyring that is running, and the desk’s secrets are kept nowhere else. Start the keyring, then try again. ${NO_DESK}`,
  "keyring.locked": `This computer’s keyring is locked, so the desk’s secrets can’t be read. Try again: the computer then asks for the keyring’s password. ${NO_DESK}`,
  "keyring.refused": `This computer’s keyring does not let Countersign read the desk’s secrets. Allow it where the computer asks, then try again. ${NO_DESK}`,
  "keyring.silent": `This computer’s keyring does not answer. It may be asking for its password in another window: look for it, and the desk opens by itself. ${NO_DESK}`,
  "keyring.tooLong": "That secret is too long for this computer’s keyring. Check that nothing else was pasted with it.",
  "keyring.unreadable": `What the keyring has for this desk was not written by Countersign. Tell your administrator: the secrets have to be entered again. ${NO_DESK}`,
  "policy.unusable": "This computer’s policy, a file of your IT department, can’t be used, and no desk is opened by other rules. Tell your administrator. It is wrong here:",
  "live.client": "The connection to Sinch can’t be set up on this computer: its list of trusted authorities can’t be read. Tell your administrator.",
  "live.folder": "Countersign can’t write to its folder on this computer: the disk may be full or locked. Tell your administrator.",
  "admin.locked": "The admin’s pages are locked. Enter the passcode.",
  "admin.notSet": "No passcode is set on this computer yet.",
  "admin.outOfMemory": "This computer has too little memory left to check a passcode. Close other programs, then try again.",
};

/** The way on without the keyring. */
export const forThisSession = "Or open the admin’s pages and enter the secrets for this session only: they are forgotten when Countersign is closed.";

/** There is none where the passcode is in the keyring too. */
export const pagesShut = "The admin’s pages stay shut until the keyring answers: it holds their passcode.";

/** @param {string} secret */
export const missing = (secret) =>
  `The settings need ${secret}, and this computer’s keyring does not have it. Tell your administrator: it has to be entered on the admin’s pages. ${NO_DESK}`;

/** @param {string} secret */
export const unfit = (secret) =>
  `What this computer’s keyring has as ${secret} can’t be it. Tell your administrator: it has to be entered again on the admin’s pages. ${NO_DESK}`;

/** A key is not entered, it is shared. */
export const missingSiteKey = `This computer does not have the site key that the other desks use. Tell your administrator: a bundle from one of them has to be imported on the admin’s pages. ${NO_DESK}`;
