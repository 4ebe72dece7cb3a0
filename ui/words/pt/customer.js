// Portuguese: all that the customer's own screen says. Short, warm and formal; it names nobody.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */

/** @type {import("../../types/wire.ts").CustomerView["language"]} */
export const language = "pt";

/** The language's own name. @type {string} */
export const name = "Português";

/** Words that customer.html names. */
export const labels = {
  wait: "Aguarde, por favor. Já lhe damos atenção.",
  keypad: "Teclado",
  delete: "Apagar",
  done: "OK",
  noCode: "Não tenho nenhum código",
  languages: "Idioma",
  training: "Treino",
};

/**
 * @param {ChannelView} channel
 * @returns {string}
 */
export const heading = (channel) =>
  channel === "flashCall" ? "Introduza o número que lhe ligou, por favor" : "Introduza o seu código, por favor";

/**
 * Where the code went.
 * @param {ChannelView} channel
 * @param {string} lastTwo
 */
export function where(channel, lastTwo) {
  /** @type {Readonly<Record<ChannelView, string>>} */
  const ways = {
    sms: `Foi enviado por SMS para o seu telefone terminado em ${lastTwo}.`,
    call: `Estamos a ligar para o seu telefone terminado em ${lastTwo}. Uma voz diz-lhe o código.`,
    whatsApp: `Foi enviado por WhatsApp para o seu telefone terminado em ${lastTwo}.`,
    flashCall: `O seu telefone terminado em ${lastTwo} toca por instantes. Não atenda: o número aparece no ecrã.`,
  };
  return ways[channel];
}

/** @param {string} time */
export const validFor = (time) => `Válido por ${time}`;

/** @param {number} seconds 60, 30 or 10 */
export const timeWarning = (seconds) => (seconds === 60 ? "Falta um minuto." : `Faltam ${seconds} segundos.`);

/**
 * For whoever hears the screen.
 * @param {number} count
 */
export const typedSoFar = (count) => (count === 1 ? "1 algarismo introduzido" : `${count} algarismos introduzidos`);

/** @param {number} left */
export const wrong = (left) =>
  `Não é esse o código. Confirme e introduza-o de novo. ${left === 1 ? "Resta 1 tentativa" : `Restam ${left} tentativas`}.`;

/** @param {number | null} length */
export const notACode = (length) =>
  length === null ? "Falta alguma coisa. Introduza tudo, por favor." : `O código tem ${length} algarismos.`;

export const says = {
  again: "Não chegou até nós. Introduza-o mais uma vez, por favor.",
  askStaff: "De momento não o podemos verificar. Fale com a pessoa ao balcão.",
  checking: "Um momento, por favor…",
  noCodeTold: "A pessoa ao balcão já sabe. Aguarde um momento, por favor.",
};

/** @type {Readonly<Record<import("../../types/wire.ts").CustomerEnding, { heading: string, what: string }>>} */
export const endings = {
  verified: { heading: "Obrigado", what: "Está tudo pronto." },
  locked: { heading: "Fale connosco, por favor", what: "Não era esse o código. A pessoa ao balcão vai ajudar." },
  expired: { heading: "O tempo terminou", what: "Este código já não conta. A pessoa ao balcão vai ajudar." },
  over: { heading: "Fale connosco, por favor", what: "A pessoa ao balcão vai ajudar." },
};
