// Spanish: what staff read while the customer types the code on a screen of their own.

/** @typedef {import("../../types/wire.ts").ByView} ByView */
/** @typedef {import("../../types/wire.ts").CustomerDoing} CustomerDoing */

import { countsIn } from "../count.js";

const count = countsIn("es");

/** The heading of step 2 meanwhile. */
export const heading = "El cliente escribe el código";

/** @type {Readonly<Record<CustomerDoing, string>>} */
export const doing = {
  reading: "Se pide en la pantalla del cliente.",
  typing: "El cliente está escribiendo…",
  checking: "Se está comprobando…",
  waiting: "Todavía no se sabe si era correcto: el almacén no respondió. Se vuelve a preguntar automáticamente…",
};

export const hasNoCode = "El cliente dice que no ha llegado ningún código. Envíelo otra vez o llame.";

/** @param {number} left */
export const wrong = (left) =>
  count(left, {
    one: "El cliente ha escrito un código equivocado. Queda # intento antes de que este número se bloquee un tiempo.",
    other: "El cliente ha escrito un código equivocado. Quedan # intentos antes de que este número se bloquee un tiempo.",
  });

export const notACode = "El cliente ha escrito cifras de menos o de más. No se ha contado ningún intento.";
export const notCounted = "Lo que escribió el cliente no llegó. Se le pide que lo escriba otra vez.";

export const now = "El cliente escribe el código en su pantalla.";
export const backHere = "De vuelta en este puesto. Pida el código al cliente.";
export const notOpened = "No se puede abrir la pantalla del cliente. Pida el código al cliente.";
export const beingChecked = "Todavía no: se está comprobando el código del cliente.";

/**
 * What a verified code proves, and how it was given.
 * @type {Readonly<Record<ByView, (proof: { lastTwo: string, time: string, byChannel: string }) => string>>}
 */
export const verified = {
  staff: ({ lastTwo, time, byChannel }) =>
    `El cliente tiene el teléfono terminado en ${lastTwo}. ${time}, ${byChannel}, código leído en voz alta.`,
  customer: ({ lastTwo, time, byChannel }) =>
    `El cliente tiene el teléfono terminado en ${lastTwo}. ${time}, ${byChannel}, código escrito por el cliente.`,
};
