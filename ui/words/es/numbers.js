// Spanish: help with the number in step 1: what may have been meant.

/** @typedef {import("../../types/wire.ts").ConcernView} ConcernView */
/** @typedef {import("../../types/wire.ts").ObjectionView} ObjectionView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("es");

/** What stands around the number that may have been meant, on the button that puts it into the field. */
export const suggestion = { before: "¿Quiso decir ", after: "?" };

/**
 * The same, said aloud while the focus stays in the field.
 * @param {string} number in groups
 */
export const suggested = (number) => `¿Quiso decir ${number}? El botón siguiente lo pone en el campo.`;

/** Why a number is not the one, where another may have been meant. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const refused = {
  countryNotAllowed: "Su organización no verifica números de ese país.",
  numberTypeRefused: "A números de ese tipo no se envían códigos.",
};

/** That a number was verified a short time ago. */
export const verifiedBefore = {
  /**
   * @param {string} time of day
   * @param {string} desk
   */
  forThis: (time, desk) => `Este número ya se verificó en ${desk} (${time}).`,
  /**
   * @param {string} time of day
   * @param {string} desk
   * @param {string} reference another one than that in hand
   */
  forAnother: (time, desk, reference) => `Este número ya se verificó en ${desk} (${time}), para ${reference}.`,
};

/** @param {number} references */
export const manyReferences = (references) =>
  count(references, {
    one: "Este número se utiliza hoy para # referencia. Asegúrese de que es el del propio cliente.",
    other: "Este número se utiliza hoy para # referencias diferentes. Asegúrese de que es el del propio cliente.",
  });

/** What Sinch’s lookup has against a number. @type {Readonly<Record<ObjectionView, string>>} */
export const objections = {
  landline: "Según Sinch es un teléfono fijo: puede que los mensajes no le lleguen.",
  voip: "Según Sinch es un teléfono por internet, que cualquiera puede alquilar.",
  otherLine: "Según Sinch no es el número de un móvil.",
  simSwapped: "La tarjeta SIM de este número se cambió hace poco: puede que ahora la tenga otra persona.",
  notLookedUp: "No se ha podido consultar este número en Sinch.",
};

/** What follows from it. @type {Readonly<Record<ConcernView["measure"], string>>} */
export const measures = {
  warn: "Asegúrese de que conoce al cliente.",
  supervisor: "Un supervisor tiene que dar su aprobación.",
  refuse: "A este número no se envía ningún código.",
};

export const supervisor = {
  heading: "Un supervisor tiene que dar su aprobación",
  accept: "Aprobar y enviar el código",
};
