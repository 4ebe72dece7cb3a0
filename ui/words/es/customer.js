// Spanish: all that the customer's own screen says. Short, warm and formal; it names nobody.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */

/** @type {import("../../types/wire.ts").CustomerView["language"]} */
export const language = "es";

/** The language's own name. @type {string} */
export const name = "Español";

/** Words that customer.html names. */
export const labels = {
  wait: "Espere, por favor. Enseguida le atendemos.",
  keypad: "Teclado",
  delete: "Borrar",
  done: "OK",
  noCode: "No tengo ningún código",
  languages: "Idioma",
  training: "Prácticas",
};

/**
 * @param {ChannelView} channel
 * @returns {string}
 */
export const heading = (channel) =>
  channel === "flashCall" ? "Escriba el número que le ha llamado" : "Escriba su código, por favor";

/**
 * Where the code went.
 * @param {ChannelView} channel
 * @param {string} lastTwo
 */
export function where(channel, lastTwo) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const ways = {
    sms: `Se lo hemos enviado por SMS a su teléfono terminado en ${lastTwo}.`,
    call: `Llamamos a su teléfono terminado en ${lastTwo}. Una voz le dirá el código.`,
    whatsApp: `Se lo hemos enviado por WhatsApp a su teléfono terminado en ${lastTwo}.`,
    flashCall: `Su teléfono terminado en ${lastTwo} sonará un momento. No conteste: en la pantalla verá el número.`,
  };
  return ways[channel];
}

/** @param {string} time */
export const validFor = (time) => `Válido durante ${time}`;

/** @param {number} seconds 60, 30 or 10 */
export const timeWarning = (seconds) => (seconds === 60 ? "Queda un minuto." : `Quedan ${seconds} segundos.`);

/**
 * For whoever hears the screen.
 * @param {number} count
 */
export const typedSoFar = (count) => (count === 1 ? "1 cifra escrita" : `${count} cifras escritas`);

/** @param {number} left */
export const wrong = (left) =>
  `Ese no es el código. Compruébelo y escríbalo otra vez. ${left === 1 ? "Le queda 1 intento" : `Le quedan ${left} intentos`}.`;

/** @param {number | null} length */
export const notACode = (length) =>
  length === null ? "Falta algo. Escríbalo completo, por favor." : `El código tiene ${length} cifras.`;

export const says = {
  again: "No nos ha llegado. Escríbalo otra vez, por favor.",
  askStaff: "Ahora no podemos comprobarlo. Hable con la persona del mostrador.",
  checking: "Un momento, por favor…",
  noCodeTold: "La persona del mostrador ya lo sabe. Espere un momento, por favor.",
};

/** @type {Readonly<Record<import("../../types/wire.ts").CustomerEnding, { heading: string, what: string }>>} */
export const endings = {
  verified: { heading: "Gracias", what: "Ya está todo." },
  locked: { heading: "Hable con nosotros", what: "Ese no era el código. La persona del mostrador le ayudará." },
  expired: { heading: "Se acabó el tiempo", what: "Este código ya no vale. La persona del mostrador le ayudará." },
  over: { heading: "Hable con nosotros", what: "La persona del mostrador le ayudará." },
};
