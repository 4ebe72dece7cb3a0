// English: where a send is on its way, why it will not arrive and what to do then, the other ways there are,
// and how deliveries fare at the site as a whole. Which of it is said when, delivery-words.js knows.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../delivery-advice.js").Way} Way */

/** Words that index.html names. */
export const labels = {
  sendAnotherWay: "Send another way",
  otherWays: "Other ways to send the code",
};

/** Step 2's heading where a missed call's number is the code. */
export const askForCaller = "Ask for the number that called";

/** Where a send is. */
export const headlines = {
  sending: "Sending…",
  unknown: "It may have been sent.",
  queued: "Queued at Sinch",
  withCarrier: "With the carrier",
  /** @param {string} lastTwo */
  delivered: (lastTwo) => `Delivered to a phone ending ${lastTwo}`,
  failed: "Not delivered.",
};

/** It left. @type {Readonly<Record<ChannelView, (lastTwo: string) => string>>} */
export const sentTo = {
  sms: (lastTwo) => `Sent to a phone ending ${lastTwo}`,
  call: (lastTwo) => `Calling the phone ending ${lastTwo}.`,
  whatsApp: (lastTwo) => `Sent by WhatsApp to a phone ending ${lastTwo}`,
  flashCall: (lastTwo) => `Ringing the phone ending ${lastTwo}.`,
};

/** How long a delivery took. @param {string} time */
export const took = (time) => `after ${time}`;

export const askFirst = "Ask the customer first.";

/** How long it has been under way, where its arrival will be seen. @param {string} time */
export const soFar = (time) => `· ${time}`;

/**
 * The same where the desk knows how long it usually takes.
 * @param {string} time
 * @param {string} usual
 */
export const soFarUsually = (time, usual) => `· ${time}, usually ${usual} here`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const soFarUnseen = {
  sms: (time) => `· ${time} ago. Sinch does not say when it arrives.`,
  whatsApp: (time) => `· ${time} ago. Sinch does not say when it arrives.`,
  call: () => "A voice speaks the code.",
  flashCall: () => "It rings and stops. Nobody answers it.",
};

/** It is clearly later than usual. @param {string} time */
export const late = (time) => `· ${time} so far.`;

/**
 * @param {string} time
 * @param {string} usual
 */
export const lateUsually = (time, usual) => `· usually ${usual} here, this one ${time} so far.`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const lateUnseen = {
  sms: (time) => `· ${time} ago, and Sinch does not say whether it arrived.`,
  whatsApp: (time) => `· ${time} ago, and Sinch does not say whether it arrived.`,
  call: (time) => `No call after ${time}?`,
  flashCall: (time) => `No missed call after ${time}?`,
};

/** What to do about a late one, by what this desk still holds of the number. */
export const readItBack = {
  held: "Read the number back to the customer.",
  /** Before the number. */
  shown: "Read it back to the customer:",
  /** @param {string} lastTwo */
  unknown: (lastTwo) => `Ask the customer whether the number ends in ${lastTwo}.`,
};

export const showNumber = "Show the number";

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const failures = {
  "delivery.unroutable": "Not delivered: texts don’t reach this number.",
  "delivery.out_of_reach": "Not delivered: the phone is off or out of reach.",
  "delivery.blocked": "Not delivered: the number or the sender is blocked.",
  "delivery.nobody_there": "Not delivered: nobody has this number.",
  "delivery.rejected": "Not delivered: the carrier refused the message.",
  "delivery.expired": "Not delivered in time.",
  "delivery.cancelled": "Not delivered: it was called back.",
  "delivery.carrier_failure": "Not delivered: the carrier failed.",
  "delivery.denied": "Not delivered: Sinch did not send it.",
  "delivery.replaced": "Replaced by a newer code.",
};

/** What Sinch says of calls, where that is another matter than of texts. @type {Readonly<Record<string, string>>} */
export const callFailures = {
  "delivery.out_of_reach": "The call did not get through: the phone is off or out of reach.",
  "delivery.carrier_failure": "The call did not get through: the carrier failed.",
  "delivery.denied": "Sinch did not make the call.",
};

/**
 * What to do about a failure, by the way out that there is.
 * @type {Readonly<Record<string, Readonly<Partial<Record<Way, string>>>>>}
 */
export const whatNow = {
  "delivery.unroutable": {
    call: "It may be a landline: try a call.",
    change: "It may be a landline: ask for a mobile number.",
  },
  "delivery.out_of_reach": {
    call: "Try a call, or send again once it is switched on.",
    text: "Try a text, or ask the customer to switch the phone on.",
    again: "Ask the customer to switch the phone on, then try again.",
  },
  "delivery.blocked": {
    call: "Try a call, or ask for another number.",
    text: "Try a text, or ask for another number.",
    change: "Ask for another number, or identify the customer another way.",
  },
  "delivery.nobody_there": { change: "Read it back to the customer, then change the number." },
  "delivery.rejected": {
    call: "Try a call, or ask for another number.",
    text: "Try a text, or ask for another number.",
    change: "Ask for another number.",
  },
  "delivery.expired": { again: "Ask whether the phone has signal, then send again." },
  "delivery.cancelled": { again: "Send it again if the customer is still here." },
  "delivery.carrier_failure": {
    call: "Try a call, or send again.",
    text: "Try a text, or call again.",
    again: "Try again.",
  },
  "delivery.denied": { change: "Ask for another number, or identify the customer another way." },
};

/** What to do whatever the failure was. */
export const whatNowAnyway = {
  again: "Read the number back to the customer, then send again.",
  /** Nothing can be sent for this code any more. */
  nothingLeft: "This code has been sent as often as it may be. Change the number, or ask for the code anew.",
  replaced: "Ask for the code that came last.",
};

/**
 * What the button of a way out says: at once, and while it has to wait.
 * @type {Readonly<Record<Way, { now: string, later: (wait: string) => string }>>}
 */
export const ways = {
  call: { now: "Call instead", later: (wait) => `Call instead in ${wait}` },
  text: { now: "Send a text instead", later: (wait) => `Send a text in ${wait}` },
  again: { now: "Try again", later: (wait) => `Try again in ${wait}` },
  change: { now: "Change number", later: () => "Change number" },
};

/** @param {string} wait */
export const inTime = (wait) => `in ${wait}`;

/** What the field for the code says below it. */
export const codeHints = {
  same: "The same code was sent again: whichever message arrives, it counts.",
  lastMinute: "Less than a minute left. Ask for the code now, or send it again.",
  lastMinuteLastSend: "Less than a minute left. Ask for the code now.",
  repeatsCode: "Sending again repeats the same code.",
  repeatsRequest: "If the first one did go out, sending again does not send a second.",
};

/** The same where one code was sent. @type {Readonly<Record<ChannelView, string>>} */
export const onlyCode = {
  sms: "Type what the customer reads out. Spaces do no harm.",
  call: "Type what the customer heard. Spaces do no harm.",
  whatsApp: "It comes in WhatsApp, not among the texts.",
  flashCall: "Type the whole number that called, as the phone shows it. The customer does not answer.",
};

/** Which code counts after a new one was sent. @type {Readonly<Record<ChannelView, string>>} */
export const newestCode = {
  sms: "Only the newest code counts: ask for the text that came last.",
  call: "A new code: only the one that this call speaks counts.",
  whatsApp: "A new code: only the one in WhatsApp counts.",
  flashCall: "Only the number of this missed call counts now. Type it whole.",
};

/** What a waiting customer's row says of the send. */
export const row = {
  sending: "Sending",
  unknown: "May have been sent",
  /** @param {string} time since it was sent */
  queued: (time) => `Queued at Sinch ${time}`,
  /** @param {string} time since it was sent */
  withCarrier: (time) => `With the carrier ${time}`,
  delivered: "Delivered",
  failed: "Not delivered",
};

/** It left. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const rowOfSent = {
  sms: (time) => `Sent ${time} ago`,
  whatsApp: (time) => `Sent ${time} ago`,
  call: (time) => `Called ${time} ago`,
  flashCall: (time) => `Rung ${time} ago`,
};

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const rowOfFailed = {
  "delivery.unroutable": "Texts don’t reach it",
  "delivery.out_of_reach": "Phone off or out of reach",
  "delivery.blocked": "Blocked",
  "delivery.nobody_there": "Nobody has this number",
  "delivery.rejected": "Refused by the carrier",
  "delivery.expired": "Not delivered in time",
  "delivery.cancelled": "Called back",
  "delivery.carrier_failure": "The carrier failed",
  "delivery.denied": "Not sent by Sinch",
  "delivery.replaced": "Replaced by a newer code",
};

/** What a way of sending is like, said where it is chosen. @type {Readonly<Record<ChannelView, string>>} */
export const channelHints = {
  sms: "A text brings the code. The customer reads it out to you.",
  call: "A voice calls and speaks the code. The customer tells it to you.",
  whatsApp: "The code comes in WhatsApp. Ask whether they use it on this number.",
  flashCall: "The phone rings and stops, nobody answers. Ask for the number that called.",
};

/** What is said of a number that not every way reaches. */
export const steering = {
  toCall: "This is a landline: texts don’t reach it, so a voice calls it and speaks the code.",
  ownChoice: "This is a landline, and that does not reach it. Choose Call.",
  noCall: "This is a landline, and calls are not set up at this desk. Ask for a mobile number, or tell your administrator.",
};

/**
 * Texts slow or failing at the whole site. It is told from three of five on, never of a single one.
 * @type {Readonly<Record<ChannelView, Record<"slow" | "slowOrFailing" | "failing", (troubled: number, of: number) => string>>>}
 */
export const siteTrouble = {
  sms: {
    slow: (troubled, of) => `Texts are slow at your organisation right now: ${troubled} of the last ${of} took over a minute.`,
    slowOrFailing: (troubled, of) => `Texts are slow at your organisation right now: ${troubled} of the last ${of} took over a minute or did not arrive.`,
    failing: (troubled, of) => `Texts don’t arrive at your organisation right now: ${troubled} of the last ${of} failed.`,
  },
  call: {
    slow: (troubled, of) => `Calls are slow at your organisation right now: ${troubled} of the last ${of} took over a minute.`,
    slowOrFailing: (troubled, of) => `Calls are slow at your organisation right now: ${troubled} of the last ${of} took over a minute or did not get through.`,
    failing: (troubled, of) => `Calls don’t get through at your organisation right now: ${troubled} of the last ${of} failed.`,
  },
  whatsApp: {
    slow: (troubled, of) => `WhatsApp is slow at your organisation right now: ${troubled} of the last ${of} messages took over a minute.`,
    slowOrFailing: (troubled, of) => `WhatsApp is slow at your organisation right now: ${troubled} of the last ${of} messages took over a minute or did not arrive.`,
    failing: (troubled, of) => `WhatsApp messages don’t arrive at your organisation right now: ${troubled} of the last ${of} failed.`,
  },
  flashCall: {
    slow: (troubled, of) => `Missed calls are slow at your organisation right now: ${troubled} of the last ${of} took over a minute.`,
    slowOrFailing: (troubled, of) => `Missed calls are slow at your organisation right now: ${troubled} of the last ${of} took over a minute or did not come.`,
    failing: (troubled, of) => `Missed calls don’t come at your organisation right now: ${troubled} of the last ${of} failed.`,
  },
};

/** What to offer instead, where that is known to arrive and where it is not. @type {Readonly<Record<ChannelView, { arrives: string, mayArrive: string }>>} */
export const offerInstead = {
  sms: { arrives: "Texts arrive: offer a text.", mayArrive: "Offer a text instead." },
  call: { arrives: "Calls arrive: offer a call.", mayArrive: "Offer a call instead." },
  whatsApp: { arrives: "WhatsApp messages arrive: offer WhatsApp.", mayArrive: "Offer WhatsApp instead." },
  flashCall: { arrives: "Missed calls arrive: offer one.", mayArrive: "Offer a missed call instead." },
};

/** Where nothing else is set up. */
export const nothingToOffer = "Give it more time, and read each number back before you send.";

export const siteWellAgain = "Codes arrive as usual again.";
