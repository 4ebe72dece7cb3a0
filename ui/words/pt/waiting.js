// Portuguese: the waiting list, and customers who go from one desk's hand into another's.

import { countsIn } from "../count.js";

const count = countsIn("pt");

/** @param {number} open */
export const customers = (open) => count(open, { one: "# cliente", other: "# clientes" });

/** @param {number} codes */
export const expiredCodes = (codes) => count(codes, { one: "# expirado", other: "# expirados" });

/**
 * @param {string} customers so many
 * @param {string} expired so many more
 */
export const customersAndExpired = (customers, expired) => `${customers}, ${expired}`;

/**
 * How many of the list the search has found.
 * @param {number} found
 * @param {number} all
 */
export const found = (found, all) => `${found} de ${all}`;

export const find = "Procurar um cliente";
export const findHint = "Referência, últimos algarismos ou posto";
export const noneFound = "Nenhum cliente em espera corresponde.";

/** @param {number} left */
export const triesLeft = (left) => count(left, { one: "resta # tentativa", other: "restam # tentativas" });

/** @param {string} desk */
export const at = (desk) => `em ${desk}`;

/** What is spoken of a row's countdown, which is silent. */
export const lastMinute = "resta menos de um minuto";

export const expired = "Expirado";
export const sendNewCode = "enviar um novo código";

/** @param {string} name of whose code has run out just now */
export const codeExpired = (name) => `O código expirou: ${name}.`;

/** @param {number} codes that have run out just now */
export const codesExpired = (codes) =>
  count(codes, {
    one: "O código de # cliente em espera expirou.",
    other: "Os códigos de # clientes em espera expiraram.",
  });

/** @param {string} name */
export const nowWith = (name) => `Cliente atual: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that had it in hand
 */
export const takenOver = (name, desk) => `Este cliente vem de ${desk}. Cliente atual: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that has it in hand now
 */
export const takenAway = (name, desk) =>
  `${desk} ficou com este cliente: ${name}. Para retomar, escolha-o entre os clientes em espera.`;

export const takeBack = "Retomar";

export const oneMoment = "Um momento: uma resposta está a caminho.";

/** @param {number} place */
export const nobodyThere = (place) => `Ninguém espera no lugar ${place}.`;
