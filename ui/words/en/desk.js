// English: every sentence of the desk that is not a reason (those are in reasons.js).
// What happened, what to do, when. Plain words; no "please", no "sorry", no "invalid".

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").GoneView} GoneView */
/** @typedef {import("../../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("en-GB");

/** The language that `Intl` writes names, lists and times in. */
export const language = "en-GB";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Admin",
  language: "Language",
  view: "View",
  help: "Help",
  training: "Training",
  trainingBand: "No text is sent and nothing is charged. Texts arrive on the phone drawn here.",
  sandbox: "Sandbox",
  sandboxBand: "No text is sent and nothing is charged: a sandbox on this computer takes the place of Sinch.",
  openAdminPages: "Open the admin’s pages",
  openingHeading: "The desk is being opened",
  setUpSinch: "Set up Sinch",
  troubleHeading: "The desk can’t start",
  tryAgain: "Try again",
  newSettings: "Start with new settings",
  stepOne: "Step 1 of 2",
  requestHeading: "Which number should we verify?",
  region: "Country",
  phone: "Phone number",
  reference: "Reference",
  optional: "(optional)",
  sendBy: "Send by",
  viaVerification: "By Sinch Verification",
  send: "Send code",
  stepTwo: "Step 2 of 2",
  codeHeading: "Ask the customer for the code",
  validFor: "Valid for",
  triesLeft: "Tries left",
  sent: "Sent",
  check: "Check code",
  handOver: "Let the customer type it",
  takeBack: "Take it back",
  notKnown: "Not known yet whether that code was right: the store did not answer. Asking again by itself…",
  changeNumber: "Change number",
  leave: "New customer",
  noProof: "Nothing was sent, so this proves nothing.",
  next: "Next customer",
  sendNewCode: "Send a new code",
  side: "Beside the desk",
  waiting: "Waiting",
  trainingPhone: "Training phone",
  skipMinute: "Let a minute pass",
  practise: "Practise a problem",
  phoneMessages: "Messages on the training phone",
  nothingArrived: "Nothing has arrived yet",
};

/** What buttons say while their question is out. */
export const busy = {
  send: { busy: "Sending…", long: "Still asking Sinch…" },
  check: { busy: "Checking…", long: "Still checking…" },
  open: { busy: "Opening…", long: "Still asking the keyring…" },
};

/** @param {string} heading */
export const pageTitle = (heading) => `${heading} – Countersign`;

/** @param {{ desk: string, site: string }} names */
export const deskName = ({ desk, site }) => [desk, site].filter(Boolean).join(" · ");

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "Text", call: "Call", whatsApp: "WhatsApp", flashCall: "Missed call" };

/** How the code of a verdict travelled. @type {Readonly<Record<ChannelView, string>>} */
export const byChannel = {
  sms: "by text",
  call: "by call",
  whatsApp: "by WhatsApp",
  flashCall: "by missed call",
};

/** What the language is the language of, where the channel says anything. @type {Readonly<Partial<Record<ChannelView, string>>>} */
export const saidIn = { sms: "Text in", call: "Call in", whatsApp: "Text in" };

/** Said when another language was chosen, in that language. */
export const nowSpoken = "This page is in English now.";

/** @type {Readonly<Record<NumberTypeView, string>>} */
export const numberTypes = {
  mobile: "mobile",
  fixedLine: "landline",
  fixedLineOrMobile: "mobile or landline",
  premium: "premium rate",
  sharedCost: "shared cost",
  tollFree: "free to call",
  pager: "pager",
  voicemail: "voicemail",
  voip: "internet phone",
  personal: "personal number",
  companyWide: "company number",
  unknown: "number",
};

export const readBackEmpty = "Type the number. It shows here, to be read back to the customer.";

/**
 * @param {string} type what kind of number it is
 * @param {string} region the country's name
 */
export const readBack = (type, region) => `Read it back: ${type}, ${region}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const forbidden = {
  countryNotAllowed: "This site verifies no numbers there.",
  numberTypeRefused: "Codes are not sent to these.",
  landlineNeedsCall: "Texts don’t reach it.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Call instead";

/**
 * A customer without a reference.
 * @param {string} lastTwo digits of the number
 */
export const phoneEnding = (lastTwo) => `Phone ending ${lastTwo}`;

/** @param {string} desk */
export const begunAt = (desk) => `begun at ${desk}`;

export const codeLabels = {
  missedCall: "The number that called",
  anyLength: "Code (4 to 10 digits)",
  /** @param {number} digits */
  ofLength: (digits) => `${digits}-digit code`,
};

/** @param {number} left */
export const wrongCode = (left) =>
  count(left, {
    one: "That is not the code. # try left before this number is locked for a while.",
    other: "That is not the code. # tries left before this number is locked for a while.",
  });

export const nothingSent =
  "Sinch has no record of a code sent to this phone. No try was counted. Send it again.";

export const notCounted = "That try did not arrive. Enter the code once more.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `of ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60
    ? "The code is valid for one more minute."
    : count(seconds, { one: "The code is valid for # more second.", other: "The code is valid for # more seconds." });

/** @type {Readonly<Record<ChannelView, string>>} */
export const sendAgain = { sms: "Send again", call: "Call again", whatsApp: "Send again", flashCall: "Ring again" };

export const didNotArrive = "It did not arrive: send again";

/**
 * @param {string} again what the button does
 * @param {string} wait the time until then
 */
export const againIn = (again, wait) => `${again} in ${wait}`;

export const noSendsLeft = "No sends left";

export const noSendsLeftWhatNow =
  "This code has been sent as often as it may be. Ask for it again, or change the number.";

/** @param {string} wait */
export const notYet = (wait) => `Not yet: it may be sent again in ${wait}.`;

/** What a verified code proves, handing-over.js says. */
export const verified = { heading: "Verified" };

export const locked = {
  heading: "Locked",
  /** @param {string} time of day */
  what: (time) => `Too many wrong codes. This number is locked until ${time}.`,
  whatForAWhile: "Too many wrong codes. This number is locked for a while.",
  whatNowForAWhile: "Identify the customer another way.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    count(minutes, {
      one: "That is # minute from now. Until then, identify the customer another way.",
      other: "That is # minutes from now. Until then, identify the customer another way.",
    }),
};

export const expired = {
  heading: "Expired",
  what: "The code’s time is over. No code that was sent to this customer counts any more.",
  whatNow: "Send a new code if the customer is still here.",
  whatNowUnknownNumber: "If the customer is still here, begin again with their number.",
};

/** @type {Readonly<Record<GoneView, { heading: string, what: string, whatNow: string }>>} */
export const gone = {
  alreadyVerified: {
    heading: "Already used",
    what: "This code was accepted once already. A code counts only once.",
    whatNow: "If this is another customer, send them a code of their own.",
  },
  cancelled: {
    heading: "Ended",
    what: "This check was ended at a desk.",
    whatNow: "If the customer is still here, begin again with their number.",
  },
  superseded: {
    heading: "Replaced",
    what: "A newer code was sent to the same number. Only that one counts.",
    whatNow: "Look among the waiting customers, or begin again with the number.",
  },
  notFound: {
    heading: "No longer open",
    what: "This check has run out or was ended elsewhere.",
    whatNow: "If the customer is still here, begin again with their number.",
  },
};

/** What ended while it was in hand, by other hands. @type {typeof gone} */
export const goneElsewhere = {
  ...gone,
  alreadyVerified: {
    heading: "Verified at another desk",
    what: "The customer’s code was checked at another desk a moment ago, and it was right.",
    whatNow: "Nothing is left to do here. Go on to the next customer.",
  },
  cancelled: {
    heading: "Ended at another desk",
    what: "Another desk ended this check a moment ago.",
    whatNow: gone.cancelled.whatNow,
  },
};

export const phone = {
  /** @param {string} number */
  to: (number) => `To ${number}`,
  /** @param {string} from */
  call: (from) => `Call from ${from}`,
  /** @param {string} spoken */
  spoken: (spoken) => `“${spoken}”`,
  /** @param {string} from */
  missedCall: (from) => `Missed call from ${from}`,
  minutePassed: "A minute has passed.",
};

/** What comes of the training numbers. */
export const practice = {
  well: "All goes well",
  late: "Arrives after 40 seconds",
  never: "Never arrives",
  carrierFails: "The carrier fails",
  landline: "A landline: only calls reach it",
  noCredit: "No credit at Sinch",
  blocked: "On Sinch’s block list",
  away: "Sinch is away for a moment",
  unknown: "May have been sent",
  slow: "Sinch answers after 8 seconds",
  notAccepted: "The right code is not accepted",
};
