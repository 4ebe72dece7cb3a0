// Swedish: all that the customer's own screen says. Short, warm and formal; it names nobody.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */

/** @type {import("../../types/wire.ts").CustomerView["language"]} */
export const language = "sv";

/** The language's own name. @type {string} */
export const name = "Svenska";

/** Words that customer.html names. */
export const labels = {
  wait: "Vänta ett ögonblick, vi kommer strax.",
  keypad: "Knappsats",
  delete: "Radera",
  done: "OK",
  noCode: "Jag har ingen kod",
  languages: "Språk",
  training: "Övning",
};

/**
 * @param {ChannelView} channel
 * @returns {string}
 */
export const heading = (channel) =>
  channel === "flashCall" ? "Skriv in numret som ringde dig" : "Skriv in din kod";

/**
 * Where the code went.
 * @param {ChannelView} channel
 * @param {string} lastTwo
 */
export function where(channel, lastTwo) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const ways = {
    sms: `Vi skickade den som sms till din telefon som slutar på ${lastTwo}.`,
    call: `Vi ringer din telefon som slutar på ${lastTwo}. En röst läser upp koden.`,
    whatsApp: `Vi skickade den med WhatsApp till din telefon som slutar på ${lastTwo}.`,
    flashCall: `Din telefon som slutar på ${lastTwo} ringer en kort stund. Svara inte: numret visas på skärmen.`,
  };
  return ways[channel];
}

/** @param {string} time */
export const validFor = (time) => `Gäller i ${time}`;

/** @param {number} seconds 60, 30 or 10 */
export const timeWarning = (seconds) => (seconds === 60 ? "En minut kvar." : `${seconds} sekunder kvar.`);

/**
 * For whoever hears the screen.
 * @param {number} count
 */
export const typedSoFar = (count) => (count === 1 ? "1 siffra inskriven" : `${count} siffror inskrivna`);

/** @param {number} left */
export const wrong = (left) =>
  `Det är inte koden. Titta efter och skriv in den igen. Du har ${left === 1 ? "1 försök" : `${left} försök`} kvar.`;

/** @param {number | null} length */
export const notACode = (length) =>
  length === null ? "Något saknas. Skriv in allt." : `Koden har ${length} siffror.`;

export const says = {
  again: "Den nådde oss inte. Skriv in den en gång till.",
  askStaff: "Vi kan inte kontrollera den just nu. Tala med personen i receptionen.",
  checking: "Ett ögonblick …",
  noCodeTold: "Personen i receptionen vet om det. Vänta ett ögonblick.",
};

/** @type {Readonly<Record<import("../../types/wire.ts").CustomerEnding, { heading: string, what: string }>>} */
export const endings = {
  verified: { heading: "Tack", what: "Nu är allt klart." },
  locked: { heading: "Tala med oss", what: "Det var inte koden. Personen i receptionen hjälper dig." },
  expired: { heading: "Tiden är ute", what: "Koden gäller inte längre. Personen i receptionen hjälper dig." },
  over: { heading: "Tala med oss", what: "Personen i receptionen hjälper dig." },
};
