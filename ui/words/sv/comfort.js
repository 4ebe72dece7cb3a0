// Swedish: size, sounds, what a scanner read, and links from other programs.

/** @typedef {import("../../types/wire.ts").LinkProblem} LinkProblem */

export const size = "Storlek";
export const larger = "Större";
export const smaller = "Mindre";
export const usualSize = "Vanlig storlek";
export const sounds = "Ljud";
export const soundsWhat = "En kort ton när en kod är rätt, fel, spärrad eller utgången.";

/** @param {number} percent */
export const percent = (percent) => `${percent}\u00a0%`;

/** @param {number} percent */
export const zoomIs = (percent) => `Storlek: ${percent} procent.`;

/** What the keys do. */
export const does = {
  larger: "större",
  smaller: "mindre",
  usualSize: "vanlig storlek",
};

/** @param {string} reference */
export const scanned = (reference) => `Skannat som referens: ${reference}`;

/** A link from another program. */
export const link = {
  /** @param {string} number */
  asks: (number) => `En länk vill fylla i ${number}.`,
  /** @param {string} number @param {string} reference */
  asksWithReference: (number, reference) => `En länk vill fylla i ${number} med referensen ”${reference}”.`,
  fill: "Fyll i",
  ignore: "Ignorera",
  close: "Stäng",
  filled: "En länk har fyllt i numret. Inget skickades.",
  /** @type {Readonly<Record<LinkProblem, string>>} */
  refused: {
    tooLong: "En länk avvisades: den är längre än någon som Countersign får. Inget fylldes i.",
    otherPurpose: "En länk avvisades: den ber om något som länkar inte kan göra här. Inget fylldes i.",
    unknownParameter: "En länk avvisades: den innehåller mer än ett nummer och en referens. Inget fylldes i.",
    repeated: "En länk avvisades: den anger ett nummer eller en referens två gånger. Inget fylldes i.",
    hidden: "En länk avvisades: den innehåller tecken som inte syns. Inget fylldes i.",
    noNumber: "En länk avvisades: den anger inget nummer. Inget fylldes i.",
    notANumber: "En länk avvisades: det som den anger som nummer är inget nummer. Inget fylldes i.",
    referenceTooLong: "En länk avvisades: dess referens har fler än 64 tecken. Inget fylldes i.",
  },
};
