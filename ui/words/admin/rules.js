// English: the page of the site's rules: what each does, what it counts, and what weakening it risks.

/** @typedef {Exclude<keyof import("../../types/wire.ts").RulesSettings, "resendPausesSeconds" | "alsoAllowed" | "numberLookup" | "override"> | "withinDays" | "firstPause" | "secondPause" | "laterPauses"} RuleName */

export const page = {
  heading: "Rules",
  purpose: "All desks of a site should have the same rules: each goes by its own. The defaults follow NIST SP 800-63B-4, OWASP ASVS and PSD2.",
};

export const cards = {
  codes: { heading: "Codes" },
  wrongCodes: { heading: "Wrong codes", help: "The count of a number survives sending again, a restart and a change of desk." },
  sendingAgain: { heading: "Sending again" },
  limits: { heading: "Limits", help: "They keep a stolen or misused desk from sending without end." },
  countries: { heading: "Countries" },
  warnings: { heading: "Warnings", help: "Staff are told, and go on as they like." },
  lookup: {
    heading: "Looking numbers up",
    help: "Sinch Number Lookup is asked before a code is sent. Sinch charges each lookup; it needs a project’s account, the one that sends your texts. When Sinch can’t answer, “Ask a supervisor” and “Refuse” stop staff too.",
  },
  supervisors: { heading: "Supervisors" },
};

/**
 * @typedef {object} RuleWords
 * @property {string} label
 * @property {string} unit
 * @property {string} [help]
 * @property {string} [risk] what it risks to leave the default in the weaker direction
 */

/** @type {Readonly<Record<RuleName, RuleWords>>} */
export const rules = {
  codeDigits: {
    label: "Length of a code",
    unit: "digits",
    help: "Of codes drawn here. Those of Sinch Verification have the length that Sinch gives them.",
  },
  lifetimeMinutes: {
    label: "A code counts for",
    unit: "minutes",
    risk: "A code that counts longer gives whoever else sees the text more time to use it.",
  },
  wrongTries: {
    label: "Wrong codes before a number is locked",
    unit: "tries",
    risk: "More tries make a lucky guess likelier, and PSD2 allows at most 5.",
  },
  firstLockMinutes: {
    label: "First lock",
    unit: "minutes",
    help: "Each further one lasts twice as long.",
    risk: "A shorter lock lets somebody who guesses go on sooner.",
  },
  longestLockMinutes: {
    label: "Longest lock",
    unit: "minutes",
    risk: "A lower limit lets somebody who goes on guessing try more codes in a day.",
  },
  firstPause: {
    label: "Pause after the first send",
    unit: "seconds",
    risk: "A shorter pause sends a second text while the first is still on its way: you pay for both, and the customer has two.",
  },
  secondPause: {
    label: "Pause after the second send",
    unit: "seconds",
    risk: "A shorter pause sends a third text while the second is still on its way.",
  },
  laterPauses: {
    label: "Pause after every later send",
    unit: "seconds",
    risk: "A shorter pause lets a phone be flooded with texts.",
  },
  sendsPerChallenge: {
    label: "Sends for one customer",
    unit: "sends",
    help: "The first one included.",
    risk: "More sends to one customer cost more and help few: after three, the number is mostly wrong.",
  },
  numberHourly: {
    label: "To one number in an hour",
    unit: "sends",
    risk: "With a higher limit, more texts can be sent to somebody who did not ask for them.",
  },
  numberDaily: {
    label: "To one number in 24 hours",
    unit: "sends",
    risk: "With a higher limit, somebody can be sent texts all day who did not ask for them.",
  },
  deskHourly: {
    label: "By one desk in an hour",
    unit: "sends",
    risk: "With a higher limit, one misused desk costs more before it is stopped.",
  },
  manyReferences: {
    label: "One number for many references within 24 hours",
    unit: "references",
    risk: "With a higher number, one phone vouches for more customers before anybody is told.",
  },
  withinDays: {
    label: "A change of SIM card counts for",
    unit: "days",
    risk: "With fewer days, whoever took over a number has less long to wait.",
  },
  siteDaily: {
    label: "By the whole site in 24 hours",
    unit: "sends",
    risk: "With a higher limit, a misused site costs more in a day. Set it a little above your busiest day.",
  },
};

/** @typedef {import("../../types/wire.ts").Measure} Measure */

/** @type {ReadonlyArray<{ value: Measure, label: string }>} */
export const measures = [
  { value: "off", label: "Don’t look it up" },
  { value: "warn", label: "Warn staff" },
  { value: "supervisor", label: "Ask a supervisor" },
  { value: "refuse", label: "Refuse" },
];

export const lineType = {
  label: "Line that is no mobile phone’s",
  help: "Internet phones, special and toll-free numbers; landlines too, unless they are called. Such numbers are rented by the minute and prove little.",
};

export const simSwap = {
  label: "SIM card that was changed lately",
  help: "Who takes over a number gets its codes. People change SIM cards for good reasons too.",
};

export const override = {
  label: "A customer who could not be verified",
};

/** @type {ReadonlyArray<{ value: import("../../types/wire.ts").Overrides, label: string, help: string }>} */
export const overrides = [
  { value: "never", label: "Is never accepted here", help: "Staff end it with a reason, and identify the customer another way." },
  {
    value: "supervisor",
    label: "May be accepted by a supervisor",
    help: "By a passcode of their own, set on the page Passcode, and with a reason. A way past the verification for whoever learns that passcode. Such a customer is shown as not verified.",
  },
];

/** @param {number} value */
export const usual = (value) => `(default ${value})`;

export const lockBeyondLongest = "The first lock is longer than the longest: every lock lasts as long as the longest.";

export const countries = {
  label: "Countries beside the home country",
  help: "Codes are sent to numbers of these countries and of the home country, and to no others.",
};

export const countriesRisk =
  "Texts abroad cost more, and fraud by expensive numbers comes from abroad: add only countries that your customers come from.";

/** @param {string} country */
export const home = (country) => `${country} (home country, set on the page Desk and site)`;
