// French: all that the customer's own screen says. Short, warm and formal; it names nobody.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */

/** @type {import("../../types/wire.ts").CustomerView["language"]} */
export const language = "fr";

/** The language's own name. @type {string} */
export const name = "Français";

/** Words that customer.html names. */
export const labels = {
  wait: "Veuillez patienter. Nous sommes à vous dans un instant.",
  keypad: "Clavier",
  delete: "Effacer",
  done: "OK",
  noCode: "Je n’ai pas de code",
  languages: "Langue",
  training: "Entraînement",
};

/**
 * @param {ChannelView} channel
 * @returns {string}
 */
export const heading = (channel) =>
  channel === "flashCall" ? "Veuillez saisir le numéro qui vous a appelé" : "Veuillez saisir votre code";

/**
 * Where the code went.
 * @param {ChannelView} channel
 * @param {string} lastTwo
 */
export function where(channel, lastTwo) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const ways = {
    sms: `Nous l’avons envoyé par SMS à votre téléphone se terminant par ${lastTwo}.`,
    call: `Nous appelons votre téléphone se terminant par ${lastTwo}. Une voix vous dit le code.`,
    whatsApp: `Nous l’avons envoyé par WhatsApp à votre téléphone se terminant par ${lastTwo}.`,
    flashCall: `Votre téléphone se terminant par ${lastTwo} sonne brièvement. Ne répondez pas : le numéro s’affiche.`,
  };
  return ways[channel];
}

/** @param {string} time */
export const validFor = (time) => `Valable encore ${time}`;

/** @param {number} seconds 60, 30 or 10 */
export const timeWarning = (seconds) => (seconds === 60 ? "Il reste une minute." : `Il reste ${seconds} secondes.`);

/**
 * For whoever hears the screen.
 * @param {number} count
 */
export const typedSoFar = (count) => (count === 1 ? "1 chiffre saisi" : `${count} chiffres saisis`);

/** @param {number} left */
export const wrong = (left) =>
  `Ce n’est pas le code. Vérifiez-le et saisissez-le à nouveau. Il vous reste ${left === 1 ? "1 essai" : `${left} essais`}.`;

/** @param {number | null} length */
export const notACode = (length) =>
  length === null ? "Il en manque. Veuillez tout saisir." : `Le code a ${length} chiffres.`;

export const says = {
  again: "Nous n’avons rien reçu. Veuillez le saisir encore une fois.",
  askStaff: "Nous ne pouvons pas le vérifier pour le moment. Adressez-vous à l’accueil.",
  checking: "Un instant, s’il vous plaît…",
  noCodeTold: "L’accueil est prévenu. Veuillez patienter un instant.",
};

/** @type {Readonly<Record<import("../../types/wire.ts").CustomerEnding, { heading: string, what: string }>>} */
export const endings = {
  verified: { heading: "Merci", what: "C’est terminé." },
  locked: { heading: "Adressez-vous à nous", what: "Ce n’était pas le code. L’accueil va vous aider." },
  expired: { heading: "Le temps est écoulé", what: "Ce code ne compte plus. L’accueil va vous aider." },
  over: { heading: "Adressez-vous à nous", what: "L’accueil va vous aider." },
};
