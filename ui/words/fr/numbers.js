// French: help with the number in step 1: what may have been meant.

/** @typedef {import("../../types/wire.ts").ConcernView} ConcernView */
/** @typedef {import("../../types/wire.ts").ObjectionView} ObjectionView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("fr");

/** What stands around the number that may have been meant, on the button that puts it into the field. */
export const suggestion = { before: "Vouliez-vous dire ", after: " ?" };

/**
 * The same, said aloud while the focus stays in the field.
 * @param {string} number in groups
 */
export const suggested = (number) => `Vouliez-vous dire ${number} ? Le bouton suivant le met dans le champ.`;

/** Why a number is not the one, where another may have been meant. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const refused = {
  countryNotAllowed: "Votre organisation ne vérifie aucun numéro de ce pays.",
  numberTypeRefused: "Aucun code n’est envoyé à ce type de numéro.",
};

/** That a number was verified a short time ago. */
export const verifiedBefore = {
  /**
   * @param {string} time of day
   * @param {string} desk
   */
  forThis: (time, desk) => `Ce numéro a déjà été vérifié (${desk}, ${time}).`,
  /**
   * @param {string} time of day
   * @param {string} desk
   * @param {string} reference another one than that in hand
   */
  forAnother: (time, desk, reference) => `Ce numéro a déjà été vérifié pour ${reference} (${desk}, ${time}).`,
};

/** @param {number} references */
export const manyReferences = (references) =>
  count(references, {
    one: "Ce numéro sert aujourd’hui pour # référence. Assurez-vous que c’est bien celui du client.",
    other: "Ce numéro sert aujourd’hui pour # références différentes. Assurez-vous que c’est bien celui du client.",
  });

/** What Sinch’s lookup has against a number. @type {Readonly<Record<ObjectionView, string>>} */
export const objections = {
  landline: "D’après Sinch, c’est un fixe : les SMS ne l’atteignent peut-être pas.",
  voip: "D’après Sinch, c’est un téléphone par internet, que n’importe qui peut louer.",
  otherLine: "D’après Sinch, ce n’est pas le numéro d’un mobile.",
  simSwapped: "La carte SIM de ce numéro a été changée récemment : quelqu’un d’autre l’a peut-être maintenant.",
  notLookedUp: "Ce numéro n’a pas pu être consulté chez Sinch.",
};

/** What follows from it. @type {Readonly<Record<ConcernView["measure"], string>>} */
export const measures = {
  warn: "Assurez-vous que vous connaissez le client.",
  supervisor: "Un responsable doit donner son accord.",
  refuse: "Aucun code n’est envoyé à ce numéro.",
};

export const supervisor = {
  heading: "Un responsable doit donner son accord",
  accept: "Donner son accord et envoyer le code",
};
