// Swedish: every sentence of the desk that is not a reason (those are in reasons.js).
// What happened, what to do, when. Staff are addressed as “du”.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").GoneView} GoneView */
/** @typedef {import("../../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("sv");

/** The language that `Intl` writes names, lists and times in. */
export const language = "sv";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Administration",
  language: "Språk",
  view: "Visning",
  help: "Hjälp",
  training: "Övning",
  trainingBand: "Inget sms skickas och inget debiteras. Sms kommer till telefonen som är ritad här.",
  sandbox: "Sandlåda",
  sandboxBand: "Inget sms skickas och inget debiteras: en sandlåda på den här datorn står i stället för Sinch.",
  openAdminPages: "Öppna administrationen",
  openingHeading: "Platsen öppnas",
  setUpSinch: "Ställ in Sinch",
  troubleHeading: "Platsen kan inte starta",
  tryAgain: "Försök igen",
  newSettings: "Börja med nya inställningar",
  stepOne: "Steg 1 av 2",
  requestHeading: "Vilket nummer ska bekräftas?",
  region: "Land",
  phone: "Telefonnummer",
  reference: "Referens",
  optional: "(frivilligt)",
  sendBy: "Skicka med",
  viaVerification: "Via Sinch Verification",
  send: "Skicka kod",
  stepTwo: "Steg 2 av 2",
  codeHeading: "Fråga kunden efter koden",
  validFor: "Gäller i",
  triesLeft: "Försök kvar",
  sent: "Skickad",
  check: "Kontrollera kod",
  handOver: "Låt kunden skriva in den",
  takeBack: "Ta tillbaka den",
  notKnown: "Det är inte känt än om koden var rätt: lagret svarade inte. Frågan ställs igen av sig själv …",
  changeNumber: "Ändra numret",
  leave: "Ny kund",
  noProof: "Inget skickades, så det här bevisar ingenting.",
  next: "Nästa kund",
  sendNewCode: "Skicka en ny kod",
  side: "Bredvid platsen",
  waiting: "Väntar",
  trainingPhone: "Övningstelefon",
  skipMinute: "Låt en minut gå",
  practise: "Öva på ett problem",
  phoneMessages: "Meddelanden på övningstelefonen",
  nothingArrived: "Inget har kommit än",
};

/** What buttons say while their question is out. */
export const busy = {
  send: { busy: "Skickar …", long: "Frågar fortfarande Sinch …" },
  check: { busy: "Kontrollerar …", long: "Kontrollerar fortfarande …" },
  open: { busy: "Öppnar …", long: "Frågar fortfarande nyckelringen …" },
};

/** @param {string} heading */
export const pageTitle = (heading) => `${heading} – Countersign`;

/** @param {{ desk: string, site: string }} names */
export const deskName = ({ desk, site }) => [desk, site].filter(Boolean).join(" · ");

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "Sms", call: "Samtal", whatsApp: "WhatsApp", flashCall: "Signal" };

/** How the code of a verdict travelled. @type {Readonly<Record<ChannelView, string>>} */
export const byChannel = {
  sms: "via sms",
  call: "via samtal",
  whatsApp: "via WhatsApp",
  flashCall: "via missat samtal",
};

/** What the language is the language of, where the channel says anything. @type {Readonly<Partial<Record<ChannelView, string>>>} */
export const saidIn = { sms: "Sms på", call: "Samtal på", whatsApp: "Meddelande på" };

/** Said when another language was chosen, in that language. */
export const nowSpoken = "Sidan är nu på svenska.";

/** @type {Readonly<Record<NumberTypeView, string>>} */
export const numberTypes = {
  mobile: "mobil",
  fixedLine: "fast telefon",
  fixedLineOrMobile: "mobil eller fast telefon",
  premium: "betalnummer",
  sharedCost: "delad kostnad",
  tollFree: "gratis att ringa",
  pager: "personsökare",
  voicemail: "röstbrevlåda",
  voip: "internettelefon",
  personal: "personligt nummer",
  companyWide: "företagsnummer",
  unknown: "nummer",
};

export const readBackEmpty = "Skriv numret. Det visas här så att du kan läsa upp det för kunden.";

/**
 * @param {string} type what kind of number it is
 * @param {string} region the country's name
 */
export const readBack = (type, region) => `Läs upp det: ${type}, ${region}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const forbidden = {
  countryNotAllowed: "Bekräftas inte här.",
  numberTypeRefused: "Koder skickas inte till sådana nummer.",
  landlineNeedsCall: "Sms når den inte.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Ring i stället";

/**
 * A customer without a reference.
 * @param {string} lastTwo digits of the number
 */
export const phoneEnding = (lastTwo) => `Telefon som slutar på ${lastTwo}`;

/** @param {string} desk */
export const begunAt = (desk) => `påbörjad vid ${desk}`;

export const codeLabels = {
  missedCall: "Numret som ringde",
  anyLength: "Kod (4 till 10 siffror)",
  /** @param {number} digits */
  ofLength: (digits) => `Kod med ${digits} siffror`,
};

/** @param {number} left */
export const wrongCode = (left) =>
  count(left, {
    one: "Det är inte koden. # försök kvar, sedan spärras numret en stund.",
    other: "Det är inte koden. # försök kvar, sedan spärras numret en stund.",
  });

export const nothingSent =
  "Sinch känner inte till någon kod som skickats till den här telefonen. Inget försök räknades. Skicka den igen.";

export const notCounted = "Försöket kom inte fram. Skriv in koden en gång till.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `av ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60
    ? "Koden gäller en minut till."
    : count(seconds, { one: "Koden gäller # sekund till.", other: "Koden gäller # sekunder till." });

/** @type {Readonly<Record<ChannelView, string>>} */
export const sendAgain = { sms: "Skicka igen", call: "Ring igen", whatsApp: "Skicka igen", flashCall: "Ring upp igen" };

export const didNotArrive = "Den kom inte: skicka igen";

/**
 * @param {string} again what the button does
 * @param {string} wait the time until then
 */
export const againIn = (again, wait) => `${again} om ${wait}`;

export const noSendsLeft = "Inga utskick kvar";

export const noSendsLeftWhatNow =
  "Koden har skickats så många gånger som den får. Fråga efter den igen, eller ändra numret.";

/** @param {string} wait */
export const notYet = (wait) => `Inte än: den kan skickas igen om ${wait}.`;

/** What a verified code proves, handing-over.js says. */
export const verified = { heading: "Bekräftad" };

export const locked = {
  heading: "Spärrat",
  /** @param {string} time of day */
  what: (time) => `För många felaktiga koder. Numret är spärrat till ${time}.`,
  whatForAWhile: "För många felaktiga koder. Numret är spärrat en stund.",
  whatNowForAWhile: "Ta reda på vem kunden är på annat sätt.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    count(minutes, {
      one: "Det är om # minut. Ta till dess reda på vem kunden är på annat sätt.",
      other: "Det är om # minuter. Ta till dess reda på vem kunden är på annat sätt.",
    }),
};

export const expired = {
  heading: "Utgången",
  what: "Kodens tid är slut. Ingen kod som skickats till kunden räknas längre.",
  whatNow: "Skicka en ny kod om kunden är kvar.",
  whatNowUnknownNumber: "Om kunden är kvar, börja om med kundens nummer.",
};

/** @type {Readonly<Record<GoneView, { heading: string, what: string, whatNow: string }>>} */
export const gone = {
  alreadyVerified: {
    heading: "Redan använd",
    what: "Koden har redan godkänts en gång. En kod räknas bara en gång.",
    whatNow: "Om det är en annan kund, skicka en egen kod till den kunden.",
  },
  cancelled: {
    heading: "Avslutad",
    what: "Den här kontrollen avslutades vid en plats.",
    whatNow: "Om kunden är kvar, börja om med kundens nummer.",
  },
  superseded: {
    heading: "Ersatt",
    what: "En nyare kod skickades till samma nummer. Bara den räknas.",
    whatNow: "Titta bland kunderna som väntar, eller börja om med numret.",
  },
  notFound: {
    heading: "Inte längre öppen",
    what: "Den här kontrollen har gått ut eller avslutats någon annanstans.",
    whatNow: "Om kunden är kvar, börja om med kundens nummer.",
  },
};

/** What ended while it was in hand, by other hands. @type {typeof gone} */
export const goneElsewhere = {
  ...gone,
  alreadyVerified: {
    heading: "Bekräftad vid en annan plats",
    what: "Kundens kod kontrollerades nyss vid en annan plats, och den var rätt.",
    whatNow: "Här finns inget kvar att göra. Gå vidare till nästa kund.",
  },
  cancelled: {
    heading: "Avslutad vid en annan plats",
    what: "En annan plats avslutade nyss den här kontrollen.",
    whatNow: gone.cancelled.whatNow,
  },
};

export const phone = {
  /** @param {string} number */
  to: (number) => `Till ${number}`,
  /** @param {string} from */
  call: (from) => `Samtal från ${from}`,
  /** @param {string} spoken */
  spoken: (spoken) => `”${spoken}”`,
  /** @param {string} from */
  missedCall: (from) => `Missat samtal från ${from}`,
  minutePassed: "En minut har gått.",
};

/** What comes of the training numbers. */
export const practice = {
  well: "Allt går bra",
  late: "Kommer efter 40 sekunder",
  never: "Kommer aldrig",
  carrierFails: "Operatören misslyckas",
  landline: "En fast telefon: bara samtal når den",
  noCredit: "Inget saldo hos Sinch",
  blocked: "På Sinchs spärrlista",
  away: "Sinch är borta ett ögonblick",
  unknown: "Kan ha skickats",
  slow: "Sinch svarar efter 8 sekunder",
  notAccepted: "Rätt kod godkänns inte",
};
