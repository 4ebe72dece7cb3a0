// German: size, sounds, what a scanner read, and links from other programs.

/** @typedef {import("../../types/wire.ts").LinkProblem} LinkProblem */

export const size = "Größe";
export const larger = "Größer";
export const smaller = "Kleiner";
export const usualSize = "Übliche Größe";
export const sounds = "Töne";
export const soundsWhat = "Ein kurzer Ton, wenn ein Code richtig, falsch, gesperrt oder abgelaufen ist.";

/** @param {number} percent */
export const percent = (percent) => `${percent}\u00a0%`;

/** @param {number} percent */
export const zoomIs = (percent) => `Größe: ${percent} Prozent.`;

/** What the keys do. */
export const does = {
  larger: "größer",
  smaller: "kleiner",
  usualSize: "übliche Größe",
};

/** @param {string} reference */
export const scanned = (reference) => `Als Referenz gescannt: ${reference}`;

/** A link from another program. */
export const link = {
  /** @param {string} number */
  asks: (number) => `Ein Link will ${number} eintragen.`,
  /** @param {string} number @param {string} reference */
  asksWithReference: (number, reference) => `Ein Link will ${number} mit der Referenz „${reference}“ eintragen.`,
  fill: "Eintragen",
  ignore: "Ignorieren",
  close: "Schließen",
  filled: "Ein Link hat die Nummer eingetragen. Es wurde nichts gesendet.",
  /** @type {Readonly<Record<LinkProblem, string>>} */
  refused: {
    tooLong: "Ein Link wurde abgelehnt: Er ist länger als jeder, der für Countersign gedacht ist. Es wurde nichts eingetragen.",
    otherPurpose: "Ein Link wurde abgelehnt: Er verlangt etwas, was Links hier nicht können. Es wurde nichts eingetragen.",
    unknownParameter: "Ein Link wurde abgelehnt: Er enthält mehr als eine Nummer und eine Referenz. Es wurde nichts eingetragen.",
    repeated: "Ein Link wurde abgelehnt: Er nennt eine Nummer oder eine Referenz zweimal. Es wurde nichts eingetragen.",
    hidden: "Ein Link wurde abgelehnt: Er enthält Zeichen, die nicht zu sehen sind. Es wurde nichts eingetragen.",
    noNumber: "Ein Link wurde abgelehnt: Er nennt keine Nummer. Es wurde nichts eingetragen.",
    notANumber: "Ein Link wurde abgelehnt: Was er als Nummer nennt, ist keine. Es wurde nichts eingetragen.",
    referenceTooLong: "Ein Link wurde abgelehnt: Seine Referenz hat mehr als 64 Zeichen. Es wurde nichts eingetragen.",
  },
};
