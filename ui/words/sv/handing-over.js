// Swedish: what staff read while the customer types the code on a screen of their own.

/** @typedef {import("../../types/wire.ts").ByView} ByView */
/** @typedef {import("../../types/wire.ts").CustomerDoing} CustomerDoing */

import { countsIn } from "../count.js";

const count = countsIn("sv");

/** The heading of step 2 meanwhile. */
export const heading = "Kunden skriver in koden";

/** @type {Readonly<Record<CustomerDoing, string>>} */
export const doing = {
  reading: "Koden efterfrågas på kundens skärm.",
  typing: "Kunden skriver …",
  checking: "Koden kontrolleras …",
  waiting: "Det är inte känt än om den var rätt: lagret svarade inte. Frågan ställs igen av sig själv …",
};

export const hasNoCode = "Kunden säger att ingen kod har kommit. Skicka den igen, eller ring.";

/** @param {number} left */
export const wrong = (left) =>
  count(left, {
    one: "Kunden skrev fel kod. # försök kvar, sedan spärras numret en stund.",
    other: "Kunden skrev fel kod. # försök kvar, sedan spärras numret en stund.",
  });

export const notACode = "Kunden skrev för få siffror eller för många. Inget försök räknades.";
export const notCounted = "Det som kunden skrev kom inte fram. Kunden ombeds skriva in det en gång till.";

export const now = "Kunden skriver in koden på sin skärm.";
export const backHere = "Tillbaka vid den här platsen. Fråga kunden efter koden.";
export const notOpened = "Kundens skärm går inte att öppna. Fråga kunden efter koden.";
export const beingChecked = "Inte än: kundens kod kontrolleras.";

/**
 * What a verified code proves, and how it was given.
 * @type {Readonly<Record<ByView, (proof: { lastTwo: string, time: string, byChannel: string }) => string>>}
 */
export const verified = {
  staff: ({ lastTwo, time, byChannel }) =>
    `Kunden har telefonen som slutar på ${lastTwo}. ${time}, ${byChannel}, koden lästes upp.`,
  customer: ({ lastTwo, time, byChannel }) =>
    `Kunden har telefonen som slutar på ${lastTwo}. ${time}, ${byChannel}, koden skrevs in av kunden.`,
};
