// German: every sentence of the desk that is not a reason (those are in reasons.js).
// What happened, what to do, when. Formal address; the customer is “die Person”, whoever it is.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").GoneView} GoneView */
/** @typedef {import("../../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("de");

/** The language that `Intl` writes names, lists and times in. */
export const language = "de";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Verwaltung",
  language: "Sprache",
  view: "Ansicht",
  help: "Hilfe",
  training: "Übung",
  trainingBand: "Es wird keine SMS verschickt und nichts berechnet. SMS kommen auf dem hier gezeichneten Telefon an.",
  sandbox: "Sandbox",
  sandboxBand: "Es wird keine SMS verschickt und nichts berechnet: Eine Sandbox auf diesem Computer steht für Sinch.",
  openAdminPages: "Verwaltung öffnen",
  openingHeading: "Der Arbeitsplatz wird geöffnet",
  setUpSinch: "Sinch einrichten",
  troubleHeading: "Der Arbeitsplatz kann nicht starten",
  tryAgain: "Erneut versuchen",
  newSettings: "Mit neuen Einstellungen beginnen",
  stepOne: "Schritt 1 von 2",
  requestHeading: "Welche Nummer soll geprüft werden?",
  region: "Land",
  phone: "Telefonnummer",
  reference: "Referenz",
  optional: "(freiwillig)",
  sendBy: "Senden per",
  viaVerification: "Über Sinch Verification",
  send: "Code senden",
  stepTwo: "Schritt 2 von 2",
  codeHeading: "Fragen Sie die Person nach dem Code",
  validFor: "Gültig noch",
  triesLeft: "Versuche übrig",
  sent: "Gesendet",
  check: "Code prüfen",
  handOver: "Die Person eintippen lassen",
  takeBack: "Zurücknehmen",
  notKnown: "Noch ist nicht bekannt, ob dieser Code richtig war: Der Speicher hat nicht geantwortet. Es wird von selbst noch einmal gefragt …",
  changeNumber: "Nummer ändern",
  leave: "Neue Person",
  noProof: "Es wurde nichts verschickt, daher beweist dies nichts.",
  next: "Nächste Person",
  sendNewCode: "Neuen Code senden",
  side: "Neben dem Arbeitsplatz",
  waiting: "Wartend",
  trainingPhone: "Übungstelefon",
  skipMinute: "Eine Minute weiter",
  practise: "Ein Problem üben",
  phoneMessages: "Nachrichten auf dem Übungstelefon",
  nothingArrived: "Noch ist nichts angekommen",
};

/** What buttons say while their question is out. */
export const busy = {
  send: { busy: "Wird gesendet …", long: "Sinch wird noch gefragt …" },
  check: { busy: "Wird geprüft …", long: "Wird noch geprüft …" },
  open: { busy: "Wird geöffnet …", long: "Der Schlüsselbund wird noch gefragt …" },
};

/** @param {string} heading */
export const pageTitle = (heading) => `${heading} – Countersign`;

/** @param {{ desk: string, site: string }} names */
export const deskName = ({ desk, site }) => [desk, site].filter(Boolean).join(" · ");

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "SMS", call: "Anruf", whatsApp: "WhatsApp", flashCall: "Anklingeln" };

/** How the code of a verdict travelled. @type {Readonly<Record<ChannelView, string>>} */
export const byChannel = {
  sms: "per SMS",
  call: "per Anruf",
  whatsApp: "per WhatsApp",
  flashCall: "durch Anklingeln",
};

/** What the language is the language of, where the channel says anything. @type {Readonly<Partial<Record<ChannelView, string>>>} */
export const saidIn = { sms: "SMS auf", call: "Anruf auf", whatsApp: "Nachricht auf" };

/** Said when another language was chosen, in that language. */
export const nowSpoken = "Diese Seite ist jetzt auf Deutsch.";

/** @type {Readonly<Record<NumberTypeView, string>>} */
export const numberTypes = {
  mobile: "Mobilnummer",
  fixedLine: "Festnetz",
  fixedLineOrMobile: "Mobilnummer oder Festnetz",
  premium: "Sondernummer",
  sharedCost: "geteilte Kosten",
  tollFree: "kostenlose Nummer",
  pager: "Funkruf",
  voicemail: "Mailbox",
  voip: "Internettelefon",
  personal: "persönliche Nummer",
  companyWide: "Firmennummer",
  unknown: "Nummer",
};

export const readBackEmpty = "Tippen Sie die Nummer ein. Hier steht sie dann zum Vorlesen.";

/**
 * @param {string} type what kind of number it is
 * @param {string} region the country's name
 */
export const readBack = (type, region) => `Lesen Sie vor: ${type}, ${region}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const forbidden = {
  countryNotAllowed: "Dort wird nicht geprüft.",
  numberTypeRefused: "Dorthin gehen keine Codes.",
  landlineNeedsCall: "SMS erreichen ihn nicht.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Stattdessen anrufen";

/**
 * A customer without a reference.
 * @param {string} lastTwo digits of the number
 */
export const phoneEnding = (lastTwo) => `Telefon mit Endung ${lastTwo}`;

/** @param {string} desk */
export const begunAt = (desk) => `begonnen an ${desk}`;

export const codeLabels = {
  missedCall: "Die Nummer, die angerufen hat",
  anyLength: "Code (4 bis 10 Ziffern)",
  /** @param {number} digits */
  ofLength: (digits) => `${digits}-stelliger Code`,
};

/** @param {number} left */
export const wrongCode = (left) =>
  count(left, {
    one: "Das ist nicht der Code. Noch # Versuch, dann wird diese Nummer eine Zeit lang gesperrt.",
    other: "Das ist nicht der Code. Noch # Versuche, dann wird diese Nummer eine Zeit lang gesperrt.",
  });

export const nothingSent =
  "Sinch weiß von keinem Code, der an dieses Telefon ging. Es wurde kein Versuch gezählt. Senden Sie ihn noch einmal.";

export const notCounted = "Dieser Versuch ist nicht angekommen. Geben Sie den Code noch einmal ein.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `von ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60
    ? "Der Code gilt noch eine Minute."
    : count(seconds, { one: "Der Code gilt noch # Sekunde.", other: "Der Code gilt noch # Sekunden." });

/** @type {Readonly<Record<ChannelView, string>>} */
export const sendAgain = { sms: "Erneut senden", call: "Erneut anrufen", whatsApp: "Erneut senden", flashCall: "Erneut anklingeln" };

export const didNotArrive = "Nicht angekommen: erneut senden";

/**
 * @param {string} again what the button does
 * @param {string} wait the time until then
 */
export const againIn = (again, wait) => `${again} in ${wait}`;

export const noSendsLeft = "Kein Senden mehr möglich";

export const noSendsLeftWhatNow =
  "Dieser Code wurde so oft gesendet, wie es erlaubt ist. Fragen Sie noch einmal danach, oder ändern Sie die Nummer.";

/** @param {string} wait */
export const notYet = (wait) => `Noch nicht: In ${wait} kann er erneut gesendet werden.`;

/** What a verified code proves, handing-over.js says. */
export const verified = { heading: "Bestätigt" };

export const locked = {
  heading: "Gesperrt",
  /** @param {string} time of day */
  what: (time) => `Zu viele falsche Codes. Diese Nummer ist gesperrt bis ${time}.`,
  whatForAWhile: "Zu viele falsche Codes. Diese Nummer ist eine Zeit lang gesperrt.",
  whatNowForAWhile: "Stellen Sie auf andere Weise fest, wer die Person ist.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    count(minutes, {
      one: "Das ist in # Minute. Stellen Sie bis dahin auf andere Weise fest, wer die Person ist.",
      other: "Das ist in # Minuten. Stellen Sie bis dahin auf andere Weise fest, wer die Person ist.",
    }),
};

export const expired = {
  heading: "Abgelaufen",
  what: "Die Zeit des Codes ist um. Kein Code, der dieser Person gesendet wurde, zählt noch.",
  whatNow: "Senden Sie einen neuen Code, wenn die Person noch da ist.",
  whatNowUnknownNumber: "Wenn die Person noch da ist, beginnen Sie mit ihrer Nummer von vorn.",
};

/** @type {Readonly<Record<GoneView, { heading: string, what: string, whatNow: string }>>} */
export const gone = {
  alreadyVerified: {
    heading: "Schon benutzt",
    what: "Dieser Code wurde schon einmal angenommen. Ein Code zählt nur einmal.",
    whatNow: "Wenn das eine andere Person ist, senden Sie ihr einen eigenen Code.",
  },
  cancelled: {
    heading: "Beendet",
    what: "Diese Prüfung wurde an einem Arbeitsplatz beendet.",
    whatNow: "Wenn die Person noch da ist, beginnen Sie mit ihrer Nummer von vorn.",
  },
  superseded: {
    heading: "Ersetzt",
    what: "An dieselbe Nummer wurde ein neuerer Code gesendet. Nur dieser zählt.",
    whatNow: "Sehen Sie bei den wartenden Personen nach, oder beginnen Sie mit der Nummer von vorn.",
  },
  notFound: {
    heading: "Nicht mehr offen",
    what: "Diese Prüfung ist abgelaufen oder wurde anderswo beendet.",
    whatNow: "Wenn die Person noch da ist, beginnen Sie mit ihrer Nummer von vorn.",
  },
};

/** What ended while it was in hand, by other hands. @type {typeof gone} */
export const goneElsewhere = {
  ...gone,
  alreadyVerified: {
    heading: "An einem anderen Arbeitsplatz bestätigt",
    what: "Der Code der Person wurde gerade an einem anderen Arbeitsplatz geprüft, und er war richtig.",
    whatNow: "Hier ist nichts mehr zu tun. Weiter mit der nächsten Person.",
  },
  cancelled: {
    heading: "An einem anderen Arbeitsplatz beendet",
    what: "Ein anderer Arbeitsplatz hat diese Prüfung gerade beendet.",
    whatNow: gone.cancelled.whatNow,
  },
};

export const phone = {
  /** @param {string} number */
  to: (number) => `An ${number}`,
  /** @param {string} from */
  call: (from) => `Anruf von ${from}`,
  /** @param {string} spoken */
  spoken: (spoken) => `„${spoken}“`,
  /** @param {string} from */
  missedCall: (from) => `Verpasster Anruf von ${from}`,
  minutePassed: "Eine Minute ist vergangen.",
};

/** What comes of the training numbers. */
export const practice = {
  well: "Alles geht gut",
  late: "Kommt nach 40 Sekunden an",
  never: "Kommt nie an",
  carrierFails: "Der Netzbetreiber versagt",
  landline: "Ein Festnetz: Nur Anrufe kommen an",
  noCredit: "Kein Guthaben bei Sinch",
  blocked: "Auf der Sperrliste von Sinch",
  away: "Sinch ist kurz nicht da",
  unknown: "Vielleicht gesendet",
  slow: "Sinch antwortet nach 8 Sekunden",
  notAccepted: "Der richtige Code gilt nicht",
};
