// English: size, sounds, what a scanner read, and links from other programs.

/** @typedef {import("../../types/wire.ts").LinkProblem} LinkProblem */

export const size = "Size";
export const larger = "Larger";
export const smaller = "Smaller";
export const usualSize = "Usual size";
export const sounds = "Sounds";
export const soundsWhat = "A short tone when a code is right, wrong, locked or expired.";

/** @param {number} percent */
export const percent = (percent) => `${percent}\u00a0%`;

/** @param {number} percent */
export const zoomIs = (percent) => `Size: ${percent} percent.`;

/** What the keys do. */
export const does = {
  larger: "larger",
  smaller: "smaller",
  usualSize: "usual size",
};

/** @param {string} reference */
export const scanned = (reference) => `Scanned as reference: ${reference}`;

/** A link from another program. */
export const link = {
  /** @param {string} number */
  asks: (number) => `A link wants to fill in ${number}.`,
  /** @param {string} number @param {string} reference */
  asksWithReference: (number, reference) => `A link wants to fill in ${number} with the reference “${reference}”.`,
  fill: "Fill in",
  ignore: "Ignore",
  close: "Close",
  filled: "A link has filled in the number. Nothing was sent.",
  /** @type {Readonly<Record<LinkProblem, string>>} */
  refused: {
    tooLong: "A link was refused: it is longer than any that Countersign is given. Nothing was filled in.",
    otherPurpose: "A link was refused: it asks for something that links can’t do here. Nothing was filled in.",
    unknownParameter: "A link was refused: it says more than a number and a reference. Nothing was filled in.",
    repeated: "A link was refused: it names a number or a reference twice. Nothing was filled in.",
    hidden: "A link was refused: it has characters that can’t be seen. Nothing was filled in.",
    noNumber: "A link was refused: it names no number. Nothing was filled in.",
    notANumber: "A link was refused: what it gives as number is not one. Nothing was filled in.",
    referenceTooLong: "A link was refused: its reference has more than 64 characters. Nothing was filled in.",
  },
};
