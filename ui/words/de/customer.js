// German: all that the customer's own screen says. Short, warm and formal; it names nobody.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */

/** @type {import("../../types/wire.ts").CustomerView["language"]} */
export const language = "de";

/** The language's own name. @type {string} */
export const name = "Deutsch";

/** Words that customer.html names. */
export const labels = {
  wait: "Bitte warten Sie. Wir sind gleich für Sie da.",
  keypad: "Tastenfeld",
  delete: "Löschen",
  done: "OK",
  noCode: "Ich habe keinen Code",
  languages: "Sprache",
  training: "Übung",
};

/**
 * @param {ChannelView} channel
 * @returns {string}
 */
export const heading = (channel) =>
  channel === "flashCall" ? "Bitte geben Sie die Nummer ein, die Sie angerufen hat" : "Bitte geben Sie Ihren Code ein";

/**
 * Where the code went.
 * @param {ChannelView} channel
 * @param {string} lastTwo
 */
export function where(channel, lastTwo) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const ways = {
    sms: `Wir haben ihn als SMS an Ihr Telefon mit der Endung ${lastTwo} geschickt.`,
    call: `Wir rufen Ihr Telefon mit der Endung ${lastTwo} an. Eine Stimme sagt Ihnen den Code.`,
    whatsApp: `Wir haben ihn per WhatsApp an Ihr Telefon mit der Endung ${lastTwo} geschickt.`,
    flashCall: `Ihr Telefon mit der Endung ${lastTwo} klingelt kurz. Bitte nehmen Sie nicht ab: Es zeigt die Nummer an.`,
  };
  return ways[channel];
}

/** @param {string} time */
export const validFor = (time) => `Noch ${time} gültig`;

/** @param {number} seconds 60, 30 or 10 */
export const timeWarning = (seconds) => (seconds === 60 ? "Noch eine Minute." : `Noch ${seconds} Sekunden.`);

/**
 * For whoever hears the screen.
 * @param {number} count
 */
export const typedSoFar = (count) => (count === 1 ? "1 Ziffer eingegeben" : `${count} Ziffern eingegeben`);

/** @param {number} left */
export const wrong = (left) =>
  `Das ist nicht der Code. Bitte prüfen Sie ihn und geben Sie ihn noch einmal ein. Sie haben noch ${left === 1 ? "1 Versuch" : `${left} Versuche`}.`;

/** @param {number | null} length */
export const notACode = (length) =>
  length === null ? "Es fehlt etwas. Bitte geben Sie alles ein." : `Der Code hat ${length} Ziffern.`;

export const says = {
  again: "Das ist nicht bei uns angekommen. Bitte geben Sie ihn noch einmal ein.",
  askStaff: "Wir können ihn gerade nicht prüfen. Bitte wenden Sie sich an den Empfang.",
  checking: "Einen Moment, bitte …",
  noCodeTold: "Der Empfang weiß Bescheid. Bitte warten Sie einen Moment.",
};

/** @type {Readonly<Record<import("../../types/wire.ts").CustomerEnding, { heading: string, what: string }>>} */
export const endings = {
  verified: { heading: "Vielen Dank", what: "Sie sind fertig." },
  locked: { heading: "Bitte sprechen Sie uns an", what: "Das war nicht der Code. Der Empfang hilft Ihnen." },
  expired: { heading: "Die Zeit ist um", what: "Dieser Code gilt nicht mehr. Der Empfang hilft Ihnen." },
  over: { heading: "Bitte sprechen Sie uns an", what: "Der Empfang hilft Ihnen." },
};
