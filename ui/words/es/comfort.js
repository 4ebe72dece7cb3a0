// Spanish: size, sounds, what a scanner read, and links from other programs.

/** @typedef {import("../../types/wire.ts").LinkProblem} LinkProblem */

export const size = "Tamaño";
export const larger = "Más grande";
export const smaller = "Más pequeño";
export const usualSize = "Tamaño habitual";
export const sounds = "Sonidos";
export const soundsWhat = "Un tono breve cuando un código es correcto o equivocado, se bloquea o caduca.";

/** @param {number} percent */
export const percent = (percent) => `${percent}\u00a0%`;

/** @param {number} percent */
export const zoomIs = (percent) => `Tamaño: ${percent} por ciento.`;

/** What the keys do. */
export const does = {
  larger: "más grande",
  smaller: "más pequeño",
  usualSize: "tamaño habitual",
};

/** @param {string} reference */
export const scanned = (reference) => `Escaneado como referencia: ${reference}`;

/** A link from another program. */
export const link = {
  /** @param {string} number */
  asks: (number) => `Un enlace quiere rellenar ${number}.`,
  /** @param {string} number @param {string} reference */
  asksWithReference: (number, reference) => `Un enlace quiere rellenar ${number} con la referencia «${reference}».`,
  fill: "Rellenar",
  ignore: "Ignorar",
  close: "Cerrar",
  filled: "Un enlace ha rellenado el número. No se ha enviado nada.",
  /** @type {Readonly<Record<LinkProblem, string>>} */
  refused: {
    tooLong: "Se ha rechazado un enlace: es más largo que cualquiera de los que recibe Countersign. No se ha rellenado nada.",
    otherPurpose: "Se ha rechazado un enlace: pide algo que los enlaces no pueden hacer aquí. No se ha rellenado nada.",
    unknownParameter: "Se ha rechazado un enlace: contiene más que un número y una referencia. No se ha rellenado nada.",
    repeated: "Se ha rechazado un enlace: indica dos veces un número o una referencia. No se ha rellenado nada.",
    hidden: "Se ha rechazado un enlace: contiene caracteres que no se ven. No se ha rellenado nada.",
    noNumber: "Se ha rechazado un enlace: no indica ningún número. No se ha rellenado nada.",
    notANumber: "Se ha rechazado un enlace: lo que da como número no lo es. No se ha rellenado nada.",
    referenceTooLong: "Se ha rechazado un enlace: su referencia tiene más de 64 caracteres. No se ha rellenado nada.",
  },
};
