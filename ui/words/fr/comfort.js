// French: size, sounds, what a scanner read, and links from other programs.

/** @typedef {import("../../types/wire.ts").LinkProblem} LinkProblem */

export const size = "Taille";
export const larger = "Plus grand";
export const smaller = "Plus petit";
export const usualSize = "Taille habituelle";
export const sounds = "Sons";
export const soundsWhat = "Un son bref quand un code est bon, erroné, bloqué ou expiré.";

/** @param {number} percent */
export const percent = (percent) => `${percent}\u00a0%`;

/** @param {number} percent */
export const zoomIs = (percent) => `Taille : ${percent} pour cent.`;

/** What the keys do. */
export const does = {
  larger: "plus grand",
  smaller: "plus petit",
  usualSize: "taille habituelle",
};

/** @param {string} reference */
export const scanned = (reference) => `Lu comme référence : ${reference}`;

/** A link from another program. */
export const link = {
  /** @param {string} number */
  asks: (number) => `Un lien veut inscrire ${number}.`,
  /** @param {string} number @param {string} reference */
  asksWithReference: (number, reference) => `Un lien veut inscrire ${number} avec la référence « ${reference} ».`,
  fill: "Inscrire",
  ignore: "Ignorer",
  close: "Fermer",
  filled: "Un lien a inscrit le numéro. Rien n’a été envoyé.",
  /** @type {Readonly<Record<LinkProblem, string>>} */
  refused: {
    tooLong: "Un lien a été refusé : il est plus long que tous ceux que Countersign reçoit. Rien n’a été inscrit.",
    otherPurpose: "Un lien a été refusé : il demande ce que les liens ne peuvent pas faire ici. Rien n’a été inscrit.",
    unknownParameter: "Un lien a été refusé : il contient plus qu’un numéro et une référence. Rien n’a été inscrit.",
    repeated: "Un lien a été refusé : il indique deux fois un numéro ou une référence. Rien n’a été inscrit.",
    hidden: "Un lien a été refusé : il contient des caractères qui ne se voient pas. Rien n’a été inscrit.",
    noNumber: "Un lien a été refusé : il n’indique aucun numéro. Rien n’a été inscrit.",
    notANumber: "Un lien a été refusé : ce qu’il donne comme numéro n’en est pas un. Rien n’a été inscrit.",
    referenceTooLong: "Un lien a été refusé : sa référence a plus de 64 caractères. Rien n’a été inscrit.",
  },
};
