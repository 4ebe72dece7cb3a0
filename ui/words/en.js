// English: every sentence of the desk that is not a reason (those are in reasons-en.js).
// What happened, what to do, when. Plain words; no "please", no "sorry", no "invalid".

/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").DeliveryView} DeliveryView */
/** @typedef {import("../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../types/wire.ts").RuleView} RuleView */

import { deliveryFailure } from "./reasons-en.js";

/** The language that `Intl` writes names, lists and times in. */
export const language = "en-GB";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Admin",
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
  viaVerification: "Texts by Sinch Verification",
  send: "Send code",
  stepTwo: "Step 2 of 2",
  codeHeading: "Ask the customer for the code",
  validFor: "Valid for",
  triesLeft: "Tries left",
  sent: "Sent",
  check: "Check code",
  notKnown: "Not known yet whether that code was right: the store did not answer. Asking again by itself…",
  callInstead: "Call instead",
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

/** What the keys do, view by view. */
export const keys = {
  request: /** @type {const} */ ([["Enter", "send"]]),
  code: /** @type {const} */ ([["Enter", "check"], ["Esc", "new customer, this one waits"]]),
  verdict: /** @type {const} */ ([["Enter", "next customer"]]),
  opening: /** @type {const} */ ([]),
  trouble: /** @type {const} */ ([["Enter", "try again"]]),
};

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "Text", call: "Call", whatsApp: "WhatsApp", flashCall: "Missed call" };

/** @type {Readonly<Record<ChannelView, string>>} */
const byChannel = {
  sms: "by text",
  call: "by call",
  whatsApp: "by WhatsApp",
  flashCall: "by missed call",
};

/** @type {Readonly<Record<NumberTypeView, string>>} */
const numberTypes = {
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
 * @param {NumberTypeView} type
 * @param {string} region the country's name
 * @param {RuleView | undefined} rule that is against it
 */
export const readBack = (type, region, rule) =>
  `Read it back: ${numberTypes[type]}, ${region}${rule === undefined ? "" : forbidden[rule] ?? ""}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
const forbidden = {
  countryNotAllowed: ". This site verifies no numbers there.",
  numberTypeRefused: ". Codes are not sent to these.",
  landlineNeedsCall: ". Choose a call.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Call instead";

/**
 * Whose code it is, and where it was begun if not here.
 * @param {ChallengeView} challenge
 */
export const ofCustomer = (challenge) =>
  ` · ${[customerName(challenge), ...otherDesk(challenge)].join(" · begun at ")}`;

/** @param {ChallengeView} challenge */
const otherDesk = ({ desk, ours }) => (ours ? [] : [desk]);

/** @param {ChallengeView} challenge */
export const customerName = ({ reference, lastTwo }) => reference ?? `Phone ending ${lastTwo}`;

/** @param {ChallengeView} challenge */
export function codeLabel({ channel, codeLength }) {
  if (channel === "flashCall") return "The number that called";
  return codeLength === null ? "Code (4 to 10 digits)" : `${codeLength}-digit code`;
}

const codeHints = {
  usual: "Type what the customer reads out. Spaces do no harm.",
  missedCall: "Type the whole number that called, as the phone shows it. The customer does not answer.",
  newest: "Only the newest code counts. Ask for the one that came last.",
  lastMinute: "Less than a minute left. Ask for the code now, or send it again.",
  lastMinuteLastSend: "Less than a minute left. Ask for the code now.",
  repeatsCode: "Sending again repeats the same code.",
  repeatsRequest: "If the first one did go out, sending again does not send a second.",
};

/**
 * @param {ChallengeView} challenge
 * @param {boolean} lastMinute whether less than a minute is left
 */
export function codeHint({ send, route, channel, sends, resendInMs }, lastMinute) {
  if (lastMinute) return resendInMs === null ? codeHints.lastMinuteLastSend : codeHints.lastMinute;
  if (send === "unknown") return route === "sinchSms" ? codeHints.repeatsCode : codeHints.repeatsRequest;
  if (channel === "flashCall") return codeHints.missedCall;
  return route === "sinchVerification" && sends > 1 ? codeHints.newest : codeHints.usual;
}

/** @param {number} left */
export function wrongCode(left) {
  const tries = left === 1 ? "1 try" : `${left} tries`;
  return `That is not the code. ${tries} left before this number is locked for a while.`;
}

export const nothingSent =
  "Sinch has no record of a code sent to this phone. No try was counted. Send it again.";

export const notCounted = "That try did not arrive. Enter the code once more.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `of ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60 ? "The code is valid for one more minute." : `The code is valid for ${seconds} more seconds.`;

/** @type {Readonly<Record<ChannelView, string>>} */
const sendAgain = { sms: "Send again", call: "Call again", whatsApp: "Send again", flashCall: "Ring again" };

/**
 * @param {ChallengeView} challenge
 * @param {string | null} wait the time until then, where there is one
 */
export function resend({ send, channel }, wait) {
  const again = send === "unknown" ? "It did not arrive: send again" : sendAgain[channel];
  return wait === null ? again : `${again} in ${wait}`;
}

export const noSendsLeft = "No sends left";

export const noSendsLeftWhatNow =
  "This code has been sent as often as it may be. Ask for it again, or change the number.";

/** @param {string} wait */
export const notYet = (wait) => `Not yet: it may be sent again in ${wait}.`;

/**
 * How the line above the code field looks: how far along, and in which tone.
 * @typedef {"sending" | "sent" | "carrier" | "delivered" | "failed" | "unknown"} DeliveryState
 */

/**
 * @param {ChallengeView} challenge
 * @param {DeliveryView} delivery
 * @param {number | null} usualMs
 * @returns {{ state: DeliveryState, headline: string, detail: string }}
 */
export function deliveryLine(challenge, delivery, usualMs) {
  switch (delivery.state) {
    case "queued":
      return { state: "sent", headline: "Queued at Sinch", detail: usually(usualMs) };
    case "withCarrier":
      return { state: "carrier", headline: "With the carrier", detail: usually(usualMs) };
    case "delivered":
      return { state: "delivered", ...delivered(challenge, delivery.tookMs) };
    case "failed":
      return { state: "failed", ...deliveryFailure(delivery.reason) };
    case "waiting":
      return underWay(challenge, usualMs);
  }
}

/**
 * @param {ChallengeView} challenge
 * @param {number} tookMs
 */
function delivered({ lastTwo }, tookMs) {
  const headline = `Delivered to a phone ending ${lastTwo}`;
  return { headline, detail: `after ${seconds(tookMs)}` };
}

/**
 * @param {ChallengeView} challenge
 * @param {number | null} usualMs
 * @returns {{ state: DeliveryState, headline: string, detail: string }}
 */
function underWay(challenge, usualMs) {
  switch (challenge.send) {
    case "sending":
      return { state: "sending", headline: "Sending…", detail: "" };
    case "unknown":
      return { state: "unknown", headline: "It may have been sent.", detail: "Ask the customer first." };
    case "sent":
      return { state: "sent", headline: sentTo(challenge), detail: sentDetail(challenge, usualMs) };
  }
}

/** @param {ChallengeView} challenge */
function sentTo({ channel, lastTwo }) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const headlines = {
    sms: `Sent to a phone ending ${lastTwo}`,
    call: `Calling the phone ending ${lastTwo}.`,
    whatsApp: `Sent by WhatsApp to a phone ending ${lastTwo}`,
    flashCall: `Ringing the phone ending ${lastTwo}.`,
  };
  return headlines[channel];
}

/**
 * @param {ChallengeView} challenge
 * @param {number | null} usualMs
 */
function sentDetail({ channel, route }, usualMs) {
  if (channel === "call") return "A voice speaks the code.";
  if (channel === "flashCall") return "It rings and stops. Nobody answers it.";
  if (route === "sinchVerification") return "· Sinch does not say when it arrives";
  return usually(usualMs);
}

/** @param {number | null} usualMs */
const usually = (usualMs) => (usualMs === null ? "" : `· usually ${seconds(usualMs)} here`);

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${Math.max(1, Math.round(milliseconds / 1000))}\u00a0s`;

/**
 * What a waiting customer's row says of the send.
 * @param {ChallengeView} challenge
 * @param {DeliveryView} delivery
 */
export const waitingLine = (challenge, delivery) => {
  // Without a reference, the digits are the customer's name already.
  const digits = challenge.reference === null ? [] : [`••${challenge.lastTwo}`];
  return [shortDelivery(challenge, delivery), ...digits, ...otherDesk(challenge)].join(" · ");
};

/**
 * @param {ChallengeView} challenge
 * @param {DeliveryView} delivery
 */
function shortDelivery({ send }, delivery) {
  switch (delivery.state) {
    case "waiting":
      return { sending: "Sending", sent: "Sent", unknown: "May have been sent" }[send];
    case "queued":
      return "Queued at Sinch";
    case "withCarrier":
      return "With the carrier";
    case "delivered":
      return "Delivered";
    case "failed":
      return "Not delivered";
  }
}

/** @param {number} count */
export const waitingCount = (count) => (count === 1 ? "1 customer" : `${count} customers`);

/** @param {string} name */
export const nowWith = (name) => `Now with ${name}.`;

export const verified = {
  heading: "Verified",
  /**
   * @param {ChallengeView} challenge
   * @param {string} time of day
   */
  what: ({ lastTwo, channel }, time) =>
    `The customer holds the phone ending ${lastTwo}. ${time}, ${byChannel[channel]}.`,
};

export const locked = {
  heading: "Locked",
  /** @param {string} time of day */
  what: (time) => `Too many wrong codes. This number is locked until ${time}.`,
  whatForAWhile: "Too many wrong codes. This number is locked for a while.",
  whatNowForAWhile: "Identify the customer another way.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    `That is ${minutes === 1 ? "1 minute" : `${minutes} minutes`} from now. Until then, identify the customer another way.`,
};

export const expired = {
  heading: "Expired",
  what: "The code’s time is over. No code that was sent to this customer counts any more.",
  whatNow: "Send a new code if the customer is still here.",
  whatNowUnknownNumber: "If the customer is still here, begin again with their number.",
};

/** @type {Readonly<Record<import("../types/wire.ts").GoneView, { heading: string, what: string, whatNow: string }>>} */
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

/** Training numbers and what comes of them. @type {ReadonlyArray<{ number: string, what: string, viaVerification?: boolean }>} */
export const practice = [
  { number: "+1 202 555 0100", what: "All goes well" },
  { number: "+1 202 555 0110", what: "Arrives after 40 seconds" },
  { number: "+1 202 555 0111", what: "Never arrives" },
  { number: "+1 202 555 0112", what: "The carrier fails" },
  { number: "+1 202 555 0113", what: "A landline: only calls reach it" },
  { number: "+1 202 555 0121", what: "No credit at Sinch", viaVerification: true },
  { number: "+1 202 555 0122", what: "On Sinch’s block list", viaVerification: true },
  { number: "+1 202 555 0127", what: "Sinch is away for a moment" },
  { number: "+1 202 555 0128", what: "May have been sent" },
  { number: "+1 202 555 0134", what: "Sinch answers after 8 seconds" },
  { number: "+1 202 555 0132", what: "The right code is not accepted", viaVerification: true },
];
