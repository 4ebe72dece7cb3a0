// Swedish: where a send is on its way, why it will not arrive and what to do then, the other ways there are,
// and how deliveries fare at the site as a whole. Which of it is said when, delivery-words.js knows.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../delivery-advice.js").Way} Way */

/** Words that index.html names. */
export const labels = {
  sendAnotherWay: "Skicka på annat sätt",
  otherWays: "Andra sätt att skicka koden",
};

/** Step 2's heading where a missed call's number is the code. */
export const askForCaller = "Fråga efter numret som ringde";

/** Where a send is. */
export const headlines = {
  sending: "Skickar …",
  unknown: "Den kan ha skickats.",
  queued: "I kö hos Sinch",
  withCarrier: "Hos operatören",
  /** @param {string} lastTwo */
  delivered: (lastTwo) => `Levererad till en telefon som slutar på ${lastTwo}`,
  failed: "Inte levererad.",
};

/** It left. @type {Readonly<Record<ChannelView, (lastTwo: string) => string>>} */
export const sentTo = {
  sms: (lastTwo) => `Skickad till en telefon som slutar på ${lastTwo}`,
  call: (lastTwo) => `Ringer telefonen som slutar på ${lastTwo}.`,
  whatsApp: (lastTwo) => `Skickad med WhatsApp till en telefon som slutar på ${lastTwo}`,
  flashCall: (lastTwo) => `Ger en signal till telefonen som slutar på ${lastTwo}.`,
};

/** How long a delivery took. @param {string} time */
export const took = (time) => `efter ${time}`;

export const askFirst = "Fråga kunden först.";

/** How long it has been under way, where its arrival will be seen. @param {string} time */
export const soFar = (time) => `· ${time}`;

/**
 * The same where the desk knows how long it usually takes.
 * @param {string} time
 * @param {string} usual
 */
export const soFarUsually = (time, usual) => `· ${time}, oftast ${usual} här`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const soFarUnseen = {
  sms: (time) => `· för ${time} sedan. Sinch säger inte när det kommer fram.`,
  whatsApp: (time) => `· för ${time} sedan. Sinch säger inte när det kommer fram.`,
  call: () => "En röst läser upp koden.",
  flashCall: () => "Det ringer och slutar. Ingen svarar.",
};

/** It is clearly later than usual. @param {string} time */
export const late = (time) => `· ${time} hittills.`;

/**
 * @param {string} time
 * @param {string} usual
 */
export const lateUsually = (time, usual) => `· oftast ${usual} här, den här gången ${time} hittills.`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const lateUnseen = {
  sms: (time) => `· för ${time} sedan, och Sinch säger inte om det kom fram.`,
  whatsApp: (time) => `· för ${time} sedan, och Sinch säger inte om det kom fram.`,
  call: (time) => `Inget samtal efter ${time}?`,
  flashCall: (time) => `Inget missat samtal efter ${time}?`,
};

/** What to do about a late one, by what this desk still holds of the number. */
export const readItBack = {
  held: "Läs upp numret för kunden.",
  /** Before the number. */
  shown: "Läs upp det för kunden:",
  /** @param {string} lastTwo */
  unknown: (lastTwo) => `Fråga kunden om numret slutar på ${lastTwo}.`,
};

export const showNumber = "Visa numret";

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const failures = {
  "delivery.unroutable": "Inte levererad: sms når inte det här numret.",
  "delivery.out_of_reach": "Inte levererad: telefonen är av eller utan täckning.",
  "delivery.blocked": "Inte levererad: numret eller avsändaren är blockerad.",
  "delivery.nobody_there": "Inte levererad: ingen har det här numret.",
  "delivery.rejected": "Inte levererad: operatören avvisade meddelandet.",
  "delivery.expired": "Inte levererad i tid.",
  "delivery.cancelled": "Inte levererad: utskicket avbröts.",
  "delivery.carrier_failure": "Inte levererad: operatören misslyckades.",
  "delivery.denied": "Inte levererad: Sinch skickade den inte.",
  "delivery.replaced": "Ersatt av en nyare kod.",
};

/** What Sinch says of calls, where that is another matter than of texts. @type {Readonly<Record<string, string>>} */
export const callFailures = {
  "delivery.out_of_reach": "Samtalet kom inte fram: telefonen är avstängd eller utan täckning.",
  "delivery.carrier_failure": "Samtalet kom inte fram: operatören misslyckades.",
  "delivery.denied": "Sinch ringde inte upp.",
};

/**
 * What to do about a failure, by the way out that there is.
 * @type {Readonly<Record<string, Readonly<Partial<Record<Way, string>>>>>}
 */
export const whatNow = {
  "delivery.unroutable": {
    call: "Det kan vara en fast telefon: försök med ett samtal.",
    change: "Det kan vara en fast telefon: fråga efter ett mobilnummer.",
  },
  "delivery.out_of_reach": {
    call: "Försök med ett samtal, eller skicka igen när den är på.",
    text: "Försök med ett sms, eller be kunden slå på telefonen.",
    again: "Be kunden slå på telefonen. Försök sedan igen.",
  },
  "delivery.blocked": {
    call: "Försök med ett samtal, eller fråga efter ett annat nummer.",
    text: "Försök med ett sms, eller fråga efter ett annat nummer.",
    change: "Fråga efter ett annat nummer, eller bekräfta på annat sätt.",
  },
  "delivery.nobody_there": { change: "Läs upp numret för kunden och ändra det sedan." },
  "delivery.rejected": {
    call: "Försök med ett samtal, eller fråga efter ett annat nummer.",
    text: "Försök med ett sms, eller fråga efter ett annat nummer.",
    change: "Fråga efter ett annat nummer.",
  },
  "delivery.expired": { again: "Fråga om telefonen har täckning och skicka sedan igen." },
  "delivery.cancelled": { again: "Skicka igen om kunden är kvar." },
  "delivery.carrier_failure": {
    call: "Försök med ett samtal, eller skicka igen.",
    text: "Försök med ett sms, eller ring igen.",
    again: "Försök igen.",
  },
  "delivery.denied": { change: "Fråga efter ett annat nummer, eller bekräfta på annat sätt." },
};

/** What to do whatever the failure was. */
export const whatNowAnyway = {
  again: "Läs upp numret för kunden och skicka sedan igen.",
  /** Nothing can be sent for this code any more. */
  nothingLeft: "Koden har skickats så många gånger som den får. Ändra numret, eller fråga efter koden igen.",
  replaced: "Fråga efter koden som kom sist.",
};

/**
 * What the button of a way out says: at once, and while it has to wait.
 * @type {Readonly<Record<Way, { now: string, later: (wait: string) => string }>>}
 */
export const ways = {
  call: { now: "Ring i stället", later: (wait) => `Ring i stället om ${wait}` },
  text: { now: "Skicka ett sms i stället", later: (wait) => `Skicka ett sms om ${wait}` },
  again: { now: "Försök igen", later: (wait) => `Försök igen om ${wait}` },
  change: { now: "Ändra numret", later: () => "Ändra numret" },
};

/** @param {string} wait */
export const inTime = (wait) => `om ${wait}`;

/** What the field for the code says below it. */
export const codeHints = {
  same: "Samma kod skickades igen: den räknas vilket meddelande som än kommer.",
  lastMinute: "Mindre än en minut kvar. Fråga efter koden nu, eller skicka den igen.",
  lastMinuteLastSend: "Mindre än en minut kvar. Fråga efter koden nu.",
  repeatsCode: "Att skicka igen upprepar samma kod.",
  repeatsRequest: "Om den första ändå skickades, skickas ingen andra när du skickar igen.",
};

/** The same where one code was sent. @type {Readonly<Record<ChannelView, string>>} */
export const onlyCode = {
  sms: "Skriv det kunden läser upp. Mellanslag gör inget.",
  call: "Skriv det kunden hörde. Mellanslag gör inget.",
  whatsApp: "Den kommer i WhatsApp, inte som sms.",
  flashCall: "Skriv hela numret som ringde, så som telefonen visar det. Kunden svarar inte.",
};

/** Which code counts after a new one was sent. @type {Readonly<Record<ChannelView, string>>} */
export const newestCode = {
  sms: "Bara den nyaste koden räknas: fråga efter det sms som kom sist.",
  call: "En ny kod: bara den som läses upp i det här samtalet räknas.",
  whatsApp: "En ny kod: bara den i WhatsApp räknas.",
  flashCall: "Nu räknas bara numret från det här missade samtalet. Skriv hela numret.",
};

/** What a waiting customer's row says of the send. */
export const row = {
  sending: "Skickar",
  unknown: "Kan ha skickats",
  /** @param {string} time since it was sent */
  queued: (time) => `I kö hos Sinch, ${time}`,
  /** @param {string} time since it was sent */
  withCarrier: (time) => `Hos operatören, ${time}`,
  delivered: "Levererad",
  failed: "Inte levererad",
};

/** It left. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const rowOfSent = {
  sms: (time) => `Skickad för ${time} sedan`,
  whatsApp: (time) => `Skickad för ${time} sedan`,
  call: (time) => `Uppringd för ${time} sedan`,
  flashCall: (time) => `Signal för ${time} sedan`,
};

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const rowOfFailed = {
  "delivery.unroutable": "Sms når inte numret",
  "delivery.out_of_reach": "Telefonen avstängd eller utan täckning",
  "delivery.blocked": "Blockerad",
  "delivery.nobody_there": "Ingen har numret",
  "delivery.rejected": "Avvisad av operatören",
  "delivery.expired": "Inte levererad i tid",
  "delivery.cancelled": "Utskicket avbröts",
  "delivery.carrier_failure": "Operatören misslyckades",
  "delivery.denied": "Inte skickad av Sinch",
  "delivery.replaced": "Ersatt av en nyare kod",
};

/** What a way of sending is like, said where it is chosen. @type {Readonly<Record<ChannelView, string>>} */
export const channelHints = {
  sms: "Ett sms kommer med koden. Kunden läser upp den för dig.",
  call: "En röst ringer och läser upp koden. Kunden säger den till dig.",
  whatsApp: "Koden kommer i WhatsApp. Fråga om kunden använder det på det här numret.",
  flashCall: "Telefonen ringer och slutar, ingen svarar. Fråga efter numret som ringde.",
};

/** What is said of a number that not every way reaches. */
export const steering = {
  toCall: "Det är en fast telefon: sms når den inte, så en röst ringer och läser upp koden.",
  ownChoice: "Det är en fast telefon, och det sättet når den inte. Välj ”Samtal”.",
  noCall: "Det är en fast telefon, och samtal är inte inställda på den här platsen. Fråga efter ett mobilnummer, eller kontakta din administratör.",
};

/**
 * Texts slow or failing at the whole site. It is told from three of five on, never of a single one.
 * @type {Readonly<Record<ChannelView, Record<"slow" | "slowOrFailing" | "failing", (troubled: number, of: number) => string>>>}
 */
export const siteTrouble = {
  sms: {
    slow: (troubled, of) => `Sms är långsamma i din organisation just nu: ${troubled} av de senaste ${of} tog över en minut.`,
    slowOrFailing: (troubled, of) => `Sms är långsamma i din organisation just nu: ${troubled} av de senaste ${of} tog över en minut eller kom inte fram.`,
    failing: (troubled, of) => `Sms kommer inte fram i din organisation just nu: ${troubled} av de senaste ${of} misslyckades.`,
  },
  call: {
    slow: (troubled, of) => `Samtal är långsamma i din organisation just nu: ${troubled} av de senaste ${of} tog över en minut.`,
    slowOrFailing: (troubled, of) => `Samtal är långsamma i din organisation just nu: ${troubled} av de senaste ${of} tog över en minut eller kom inte fram.`,
    failing: (troubled, of) => `Samtal kommer inte fram i din organisation just nu: ${troubled} av de senaste ${of} misslyckades.`,
  },
  whatsApp: {
    slow: (troubled, of) => `WhatsApp är långsamt i din organisation just nu: ${troubled} av de senaste ${of} meddelandena tog över en minut.`,
    slowOrFailing: (troubled, of) => `WhatsApp är långsamt i din organisation just nu: ${troubled} av de senaste ${of} meddelandena tog över en minut eller kom inte fram.`,
    failing: (troubled, of) => `Meddelanden i WhatsApp kommer inte fram i din organisation just nu: ${troubled} av de senaste ${of} misslyckades.`,
  },
  flashCall: {
    slow: (troubled, of) => `Missade samtal är långsamma i din organisation just nu: ${troubled} av de senaste ${of} tog över en minut.`,
    slowOrFailing: (troubled, of) => `Missade samtal är långsamma i din organisation just nu: ${troubled} av de senaste ${of} tog över en minut eller kom inte.`,
    failing: (troubled, of) => `Missade samtal kommer inte fram i din organisation just nu: ${troubled} av de senaste ${of} misslyckades.`,
  },
};

/** What to offer instead, where that is known to arrive and where it is not. @type {Readonly<Record<ChannelView, { arrives: string, mayArrive: string }>>} */
export const offerInstead = {
  sms: { arrives: "Sms kommer fram: erbjud ett sms.", mayArrive: "Erbjud ett sms i stället." },
  call: { arrives: "Samtal kommer fram: erbjud ett samtal.", mayArrive: "Erbjud ett samtal i stället." },
  whatsApp: { arrives: "Meddelanden i WhatsApp kommer fram: erbjud WhatsApp.", mayArrive: "Erbjud WhatsApp i stället." },
  flashCall: { arrives: "Missade samtal kommer fram: erbjud ett.", mayArrive: "Erbjud ett missat samtal i stället." },
};

/** Where nothing else is set up. */
export const nothingToOffer = "Ge det mer tid, och läs upp varje nummer innan du skickar.";

export const siteWellAgain = "Koder kommer fram som vanligt igen.";
