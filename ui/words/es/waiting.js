// Spanish: the waiting list, and customers who go from one desk's hand into another's.

import { countsIn } from "../count.js";

const count = countsIn("es");

/** @param {number} open */
export const customers = (open) => count(open, { one: "# cliente", other: "# clientes" });

/** @param {number} codes */
export const expiredCodes = (codes) => count(codes, { one: "# caducado", other: "# caducados" });

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

export const find = "Buscar un cliente";
export const findHint = "Referencia, últimas cifras o puesto";
export const noneFound = "Ningún cliente en espera coincide.";

/** @param {number} left */
export const triesLeft = (left) => count(left, { one: "queda # intento", other: "quedan # intentos" });

/** @param {string} desk */
export const at = (desk) => `en ${desk}`;

/** What is spoken of a row's countdown, which is silent. */
export const lastMinute = "queda menos de un minuto";

export const expired = "Caducado";
export const sendNewCode = "enviar un código nuevo";

/** @param {string} name of whose code has run out just now */
export const codeExpired = (name) => `El código ha caducado: ${name}.`;

/** @param {number} codes that have run out just now */
export const codesExpired = (codes) =>
  count(codes, {
    one: "El código de # cliente en espera ha caducado.",
    other: "Los códigos de # clientes en espera han caducado.",
  });

/** @param {string} name */
export const nowWith = (name) => `Cliente actual: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that had it in hand
 */
export const takenOver = (name, desk) => `Este cliente viene de ${desk}. Cliente actual: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that has it in hand now
 */
export const takenAway = (name, desk) =>
  `${desk} se ha hecho cargo de este cliente: ${name}. Para retomarlo, elíjalo entre los clientes en espera.`;

export const takeBack = "Retomarlo";

export const oneMoment = "Un momento: hay una respuesta en camino.";

/** @param {number} place */
export const nobodyThere = (place) => `Nadie espera en el lugar ${place}.`;
