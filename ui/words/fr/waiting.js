// French: the waiting list, and customers who go from one desk's hand into another's.

import { countsIn } from "../count.js";

const count = countsIn("fr");

/** @param {number} open */
export const customers = (open) => count(open, { one: "# client", other: "# clients" });

/** @param {number} codes */
export const expiredCodes = (codes) => count(codes, { one: "# expiré", other: "# expirés" });

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
export const found = (found, all) => `${found} sur ${all}`;

export const find = "Chercher un client";
export const findHint = "Référence, derniers chiffres ou poste";
export const noneFound = "Aucun client en attente ne correspond.";

/** @param {number} left */
export const triesLeft = (left) => count(left, { one: "encore # essai", other: "encore # essais" });

/** @param {string} desk */
export const at = (desk) => `à ${desk}`;

/** What is spoken of a row's countdown, which is silent. */
export const lastMinute = "moins d’une minute restante";

export const expired = "Expiré";
export const sendNewCode = "envoyer un nouveau code";

/** @param {string} name of whose code has run out just now */
export const codeExpired = (name) => `Le code a expiré : ${name}.`;

/** @param {number} codes that have run out just now */
export const codesExpired = (codes) =>
  count(codes, {
    one: "Le code de # client en attente a expiré.",
    other: "Les codes de # clients en attente ont expiré.",
  });

/** @param {string} name */
export const nowWith = (name) => `Client en cours : ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that had it in hand
 */
export const takenOver = (name, desk) => `Ce client vient de ${desk}. Client en cours : ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that has it in hand now
 */
export const takenAway = (name, desk) =>
  `${desk} a pris ce client en charge : ${name}. Pour le reprendre, choisissez-le parmi les clients en attente.`;

export const takeBack = "Le reprendre";

export const oneMoment = "Un instant : une réponse arrive.";

/** @param {number} place */
export const nobodyThere = (place) => `Personne n’attend à la place ${place}.`;
