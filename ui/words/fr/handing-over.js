// French: what staff read while the customer types the code on a screen of their own.

/** @typedef {import("../../types/wire.ts").ByView} ByView */
/** @typedef {import("../../types/wire.ts").CustomerDoing} CustomerDoing */

import { countsIn } from "../count.js";

const count = countsIn("fr");

/** The heading of step 2 meanwhile. */
export const heading = "Le client saisit le code";

/** @type {Readonly<Record<CustomerDoing, string>>} */
export const doing = {
  reading: "Le code est demandé sur l’écran du client.",
  typing: "Saisie en cours…",
  checking: "Vérification en cours…",
  waiting: "On ne sait pas encore s’il était bon : le stockage n’a pas répondu. La question est reposée automatiquement…",
};

export const hasNoCode = "Le client dit qu’aucun code n’est arrivé. Renvoyez-le, ou appelez.";

/** @param {number} left */
export const wrong = (left) =>
  count(left, {
    one: "Le client a saisi un code erroné. Encore # essai avant que ce numéro soit bloqué un moment.",
    other: "Le client a saisi un code erroné. Encore # essais avant que ce numéro soit bloqué un moment.",
  });

export const notACode = "Le client a saisi trop ou trop peu de chiffres. Aucun essai n’a été compté.";
export const notCounted = "Ce que le client a saisi n’est pas arrivé. Son écran le lui redemande.";

export const now = "Le client saisit le code sur son écran.";
export const backHere = "De retour à ce poste. Demandez le code au client.";
export const notOpened = "L’écran du client ne peut pas s’ouvrir. Demandez le code au client.";
export const beingChecked = "Pas encore : le code du client est en cours de vérification.";

/**
 * What a verified code proves, and how it was given.
 * @type {Readonly<Record<ByView, (proof: { lastTwo: string, time: string, byChannel: string }) => string>>}
 */
export const verified = {
  staff: ({ lastTwo, time, byChannel }) =>
    `Le client a le téléphone finissant par ${lastTwo}. ${time}, ${byChannel}, code lu à voix haute.`,
  customer: ({ lastTwo, time, byChannel }) =>
    `Le client a le téléphone finissant par ${lastTwo}. ${time}, ${byChannel}, code saisi par le client.`,
};
