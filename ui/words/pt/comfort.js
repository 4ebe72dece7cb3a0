// Portuguese: size, sounds, what a scanner read, and links from other programs.

/** @typedef {import("../../types/wire.ts").LinkProblem} LinkProblem */

export const size = "Tamanho";
export const larger = "Maior";
export const smaller = "Menor";
export const usualSize = "Tamanho habitual";
export const sounds = "Sons";
export const soundsWhat = "Um som breve quando um código está certo ou errado, fica bloqueado ou expira.";

/** @param {number} percent */
export const percent = (percent) => `${percent}\u00a0%`;

/** @param {number} percent */
export const zoomIs = (percent) => `Tamanho: ${percent} por cento.`;

/** What the keys do. */
export const does = {
  larger: "maior",
  smaller: "menor",
  usualSize: "tamanho habitual",
};

/** @param {string} reference */
export const scanned = (reference) => `Lido como referência: ${reference}`;

/** A link from another program. */
export const link = {
  /** @param {string} number */
  asks: (number) => `Um link quer preencher ${number}.`,
  /** @param {string} number @param {string} reference */
  asksWithReference: (number, reference) => `Um link quer preencher ${number} com a referência «${reference}».`,
  fill: "Preencher",
  ignore: "Ignorar",
  close: "Fechar",
  filled: "Um link preencheu o número. Nada foi enviado.",
  /** @type {Readonly<Record<LinkProblem, string>>} */
  refused: {
    tooLong: "Um link foi recusado: é mais longo do que qualquer um que o Countersign recebe. Nada foi preenchido.",
    otherPurpose: "Um link foi recusado: pede algo que os links não podem fazer aqui. Nada foi preenchido.",
    unknownParameter: "Um link foi recusado: contém mais do que um número e uma referência. Nada foi preenchido.",
    repeated: "Um link foi recusado: indica duas vezes um número ou uma referência. Nada foi preenchido.",
    hidden: "Um link foi recusado: contém caracteres que não se veem. Nada foi preenchido.",
    noNumber: "Um link foi recusado: não indica nenhum número. Nada foi preenchido.",
    notANumber: "Um link foi recusado: o que dá como número não é um número. Nada foi preenchido.",
    referenceTooLong: "Um link foi recusado: a sua referência tem mais de 64 caracteres. Nada foi preenchido.",
  },
};
