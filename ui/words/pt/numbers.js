// Portuguese: help with the number in step 1: what may have been meant.

/** @typedef {import("../../types/wire.ts").ConcernView} ConcernView */
/** @typedef {import("../../types/wire.ts").ObjectionView} ObjectionView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("pt");

/** What stands around the number that may have been meant, on the button that puts it into the field. */
export const suggestion = { before: "Quis dizer ", after: "?" };

/**
 * The same, said aloud while the focus stays in the field.
 * @param {string} number in groups
 */
export const suggested = (number) => `Quis dizer ${number}? O botão seguinte coloca-o no campo.`;

/** Why a number is not the one, where another may have been meant. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const refused = {
  countryNotAllowed: "A sua organização não verifica números desse país.",
  numberTypeRefused: "A números desse tipo não se enviam códigos.",
};

/** That a number was verified a short time ago. */
export const verifiedBefore = {
  /**
   * @param {string} time of day
   * @param {string} desk
   */
  forThis: (time, desk) => `Este número já foi verificado em ${desk} (${time}).`,
  /**
   * @param {string} time of day
   * @param {string} desk
   * @param {string} reference another one than that in hand
   */
  forAnother: (time, desk, reference) => `Este número já foi verificado em ${desk} (${time}), para ${reference}.`,
};

/** @param {number} references */
export const manyReferences = (references) =>
  count(references, {
    one: "Hoje este número serve para # referência. Confirme que é do próprio cliente.",
    other: "Hoje este número serve para # referências diferentes. Confirme que é do próprio cliente.",
  });

/** What Sinch’s lookup has against a number. @type {Readonly<Record<ObjectionView, string>>} */
export const objections = {
  landline: "Segundo a Sinch, é um telefone fixo: as mensagens podem não chegar a ele.",
  voip: "Segundo a Sinch, é um telefone pela internet, que qualquer pessoa pode alugar.",
  otherLine: "Segundo a Sinch, não é o número de um telefone móvel.",
  simSwapped: "O cartão SIM deste número foi trocado há pouco: outra pessoa pode tê-lo agora.",
  notLookedUp: "Não foi possível consultar este número na Sinch.",
};

/** What follows from it. @type {Readonly<Record<ConcernView["measure"], string>>} */
export const measures = {
  warn: "Confirme que conhece o cliente.",
  supervisor: "Um supervisor tem de concordar.",
  refuse: "A este número não se envia nenhum código.",
};

export const supervisor = {
  heading: "Um supervisor tem de concordar",
  accept: "Concordar e enviar o código",
};
