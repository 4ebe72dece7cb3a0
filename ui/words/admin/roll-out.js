// English: the page from which one desk's set-up goes to all others: the bundle, and the change of the site key.

export const page = {
  heading: "Roll-out",
  purpose: "Take the set-up of one desk to all others of the site without typing a secret again.",
};

export const make = {
  heading: "Make a bundle",
  help: "One encrypted file with the Sinch accounts, the store, the site key, rules and texts of this desk. Its name, its passcode and this computer’s policy are not in it.",
  lock: "How the file is locked",
  locks: [
    { value: "passphrase", label: "With a passphrase", help: "Whoever has the file and the passphrase has the site’s secrets: send them by different ways." },
    { value: "recipients", label: "For recipients", help: "Only the computers or people whose age keys you name can open it. No passphrase is needed." },
  ],
  passphrase: { label: "Passphrase", help: "At least 12 characters. Five or more random words are strong and easy to type." },
  again: { label: "The same passphrase once more" },
  recipients: { label: "Recipients’ public keys", help: "One on each line. Each begins with age1." },
  path: { label: "Write it to", help: "The whole path of the new file." },
  button: "Make the bundle",
  busy: { busy: "Encrypting…", long: "Still encrypting: a strong lock takes a second or two…" },
  /** @param {string} path */
  done: (path) => `The bundle is written to ${path}.`,
  noPassphrase: "Enter a passphrase.",
  different: "The two passphrases are not the same. Type the second one again.",
  noRecipients: "Enter at least one public key.",
  noPath: "Enter the path of the file.",
};

/** How hard a passphrase is to guess. @type {Readonly<Record<"none" | "short" | "weak" | "fair" | "strong", string>>} */
export const strength = {
  none: "",
  short: "Too short: 12 characters are the least.",
  weak: "Easy to guess: it repeats itself.",
  fair: "Fair. More words make it stronger.",
  strong: "Strong.",
};

/** Why a bundle was not made. @type {Readonly<Record<string, string>>} */
const unfit = {
  "lock.nothing": make.noPassphrase,
  "lock.both": "Give a passphrase or recipients, not both.",
  "lock.shortPassphrase": strength.short,
  "lock.recipient": "One of the public keys is not whole. Each begins with age1: copy it once more.",
  "bundle.missing": "A secret is missing that the settings need. Enter it on the page Sinch or Store first.",
  "bundle.exists": "There is a file of that name already. Choose another name.",
  "bundle.path": "The file can’t be written there. Choose a folder that you may write to.",
  "bundle.tooLarge": "The settings are too large for a bundle.",
};

/** @param {string} code */
export const cannotMake = (code) => unfit[code] ?? `The bundle could not be made (${code}).`;

export const take = {
  heading: "Take a bundle over",
  help: "This desk becomes one of the bundle’s site. It is done as a whole or not at all, and you see first what changes.",
  file: { label: "Bundle", help: "A file that ends in .countersign or .age." },
  passphrase: { label: "Its passphrase" },
  look: "See what changes",
  looking: { busy: "Opening…", long: "Still opening: a strong lock takes a second or two…" },
  noFile: "Choose the file.",
  tooLarge: "This file is larger than any bundle.",
  noPassphrase: "Enter the passphrase that the bundle was made with.",
  changes: "What changes",
  nothingChanges: "Nothing changes: this desk is set up so already.",
  setting: "Setting",
  before: "Before",
  after: "After",
  secret: "Secret",
  becomes: "What becomes of it",
  button: "Take it over",
  taking: { busy: "Taking over…", long: "Still taking over…" },
  cancel: "Leave all as it is",
  done: "The bundle was taken over. This desk works by it from now on.",
  cancelled: "Nothing was changed.",
};

/** Why a bundle is refused. In each case nothing was changed. @type {Readonly<Record<string, string>>} */
const refusals = {
  "bundle.notABundle": "This is not a bundle of Countersign’s. Choose another file.",
  "bundle.tooLarge": take.tooLarge,
  "bundle.cutShort": "The end of the file is missing. Copy it once more from where it was made.",
  "bundle.damaged": "The file was damaged or changed on its way. Copy it once more from where it was made.",
  "bundle.newer": "A newer version of Countersign made this bundle. Update this desk first.",
  "bundle.wrongPassphrase": "This is not the passphrase that the bundle was made with. Check it, capitals too.",
  "bundle.needsIdentity": "This bundle was made for recipients. Take it over on the command line, with the identity that opens it: countersign provision import.",
  "bundle.needsPassphrase": take.noPassphrase,
  "bundle.notForThisIdentity": "The bundle was made for other recipients.",
  "bundle.tooMuchWork": "To open this file would take more memory than any bundle of Countersign’s needs. It is not one that you should trust.",
  "bundle.unusable": "The bundle holds settings or secrets that can’t be used. Make it once more, with the same version of Countersign.",
};

/** @param {string} code */
export const refused = (code) => `Nothing was changed. ${refusals[code] ?? `The bundle can’t be used (${code}).`}`;

/** @type {Readonly<Record<import("../../types/wire.ts").SecretName, string>>} */
export const secretNames = {
  sinchApplicationSecret: "Sinch Verification: application secret",
  sinchSmsToken: "Sinch SMS: API token",
  sinchKeySecret: "Sinch SMS: access key’s secret",
  redisPassword: "Redis: password",
  sentinelPassword: "Redis Sentinels: password",
  siteKey: "Site key",
  otherSiteKey: "Site key to come, or before",
  adminPasscode: "Admin passcode",
  supervisorPasscode: "Supervisor’s passcode",
};

/** @type {Readonly<Record<"added" | "replaced" | "same" | "removed", string>>} */
export const secretChanges = { added: "New here", replaced: "Replaced", same: "Stays the same", removed: "Forgotten" };

export const key = {
  heading: "Site key",
  help: "All desks of a site read and write the shared store with one key. Change it once a year, and when somebody leaves who had a bundle.",
  none: "There is no site key yet: it is drawn when the desk goes live.",
  one: "One key is in use. No change is planned.",
  before: "A change is planned: the next key is ready.",
  overlap: "A change is under way: the new key is in use, and the old one still opens what was begun with it.",
  switchIn: { label: "Change over in", unit: "hours", help: "Time enough to take a new bundle to every desk. At that moment all desks change over by themselves." },
  overlapFor: { label: "Keep the old key for", unit: "hours", help: "25 hours at the least: so long are wrong tries remembered." },
  plan: "Plan the change",
  planning: { busy: "Planning…", long: "Still planning…" },
  happens: "What happens when",
  whenPlanned: "As soon as it is planned",
  now: "The next key is drawn and kept in this computer’s keyring. Nothing else changes yet. Make a new bundle and take it to all desks before the change-over.",
  atSwitch: "Every desk that has the new bundle uses the new key. The old one still opens what was begun with it, and no count of wrong tries is lost.",
  atEnd: "The old key is forgotten. A desk that has no new bundle by then can’t open what others write.",
  planned: "The change is planned. Now make a new bundle and take it to all desks.",
};

/** Why no change was planned. @type {Readonly<Record<string, string>>} */
const cannot = {
  "siteKey.switch": "Change over within 30 days, which are 720 hours.",
  "siteKey.overlap": "Keep the old key for 25 to 720 hours.",
  "siteKey.noKey": key.none,
  "siteKey.unreadable": "What the keyring has can’t be read as a site key. Take the site’s bundle over once more.",
  "siteKey.underWay": "A change is under way already. Plan the next one when it is over.",
};

/** @param {string} code */
export const cannotPlan = (code) => cannot[code] ?? `The change could not be planned (${code}).`;
