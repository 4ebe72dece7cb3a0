// English: the tests of what a desk depends on. What to do when a stage fails is in remedies.js.

/** @typedef {import("../../types/wire.ts").CheckView} CheckView */
/** @typedef {CheckView["state"]} State */
/** @typedef {CheckView["subject"]} Subject */
/** @typedef {CheckView["stage"]} Stage */

export const page = {
  heading: "Tests",
  purpose: "Whether this desk can do its work, stage by stage, before a customer needs it. Nothing is sent and nothing charged, but for a text to your own phone if you ask for it.",
};

export const run = "Run the tests";
export const runAgain = "Run the tests again";
export const running = { busy: "Testing…", long: "Still testing…" };
export const stop = "Stop";

/** What is tested. */
export const what = {
  legend: "What to test",
  all: "All of it",
  sinch: "Sinch",
  store: "Store",
};

export const phone = {
  label: "Send a text to my own phone",
  help: "Optional. Type your number, and the tests end with a live text to it, which is charged as any other.",
};

/** @type {Readonly<Record<Subject, string>>} */
export const subjects = {
  settings: "Settings",
  keyring: "Keyring",
  sinchVerification: "Sinch Verification",
  sinchSms: "Sinch SMS",
  store: "Store",
};

/** @type {Readonly<Record<Stage, string>>} */
export const stages = {
  settings: "Settings can be used",
  secrets: "Secrets are kept",
  files: "Files can be used",
  name: "Name is found",
  connection: "Connection is made",
  encryption: "Encryption is trusted",
  clock: "Clocks agree",
  authentication: "Credentials are taken",
  permission: "All is allowed",
  durability: "What is kept stays kept",
  step: "A step is done",
  dryRun: "A text fits",
  text: "A text is taken",
  delivery: "The text arrives",
};

/** @type {Readonly<Record<State, string>>} */
export const states = {
  running: "running…",
  passed: "well",
  warned: "look at this",
  failed: "failed",
  skipped: "not run",
};

/** @param {number} milliseconds */
export const took = (milliseconds) => (milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`);

/** @type {Readonly<Record<"well" | "warned" | "failed" | "stopped", string>>} */
export const verdicts = {
  well: "All is well.",
  warned: "It works. Something needs a look: see above.",
  failed: "Something does not work: see above for what to do.",
  stopped: "Stopped before the end.",
};
