// German: what staff read while the customer types the code on a screen of their own.

/** @typedef {import("../../types/wire.ts").ByView} ByView */
/** @typedef {import("../../types/wire.ts").CustomerDoing} CustomerDoing */

import { countsIn } from "../count.js";

const count = countsIn("de");

/** The heading of step 2 meanwhile. */
export const heading = "Die Person tippt den Code ein";

/** @type {Readonly<Record<CustomerDoing, string>>} */
export const doing = {
  reading: "Auf dem Bildschirm der Person wird nach dem Code gefragt.",
  typing: "Die Person tippt …",
  checking: "Der Code wird geprüft …",
  waiting: "Noch ist nicht bekannt, ob er richtig war: Der Speicher hat nicht geantwortet. Es wird von selbst noch einmal gefragt …",
};

export const hasNoCode = "Die Person sagt, dass kein Code angekommen ist. Senden Sie ihn erneut, oder rufen Sie an.";

/** @param {number} left */
export const wrong = (left) =>
  count(left, {
    one: "Die Person hat einen falschen Code eingetippt. Noch # Versuch, dann wird diese Nummer eine Zeit lang gesperrt.",
    other: "Die Person hat einen falschen Code eingetippt. Noch # Versuche, dann wird diese Nummer eine Zeit lang gesperrt.",
  });

export const notACode = "Die Person hat zu wenige oder zu viele Ziffern eingetippt. Es wurde kein Versuch gezählt.";
export const notCounted = "Was die Person eingetippt hat, ist nicht angekommen. Ihr Bildschirm fragt noch einmal nach dem Code.";

export const now = "Die Person tippt den Code auf ihrem Bildschirm ein.";
export const backHere = "Zurück an diesem Arbeitsplatz. Fragen Sie die Person nach dem Code.";
export const notOpened = "Der Bildschirm der Person lässt sich nicht öffnen. Fragen Sie die Person nach dem Code.";
export const beingChecked = "Noch nicht: Der Code der Person wird gerade geprüft.";

/**
 * What a verified code proves, and how it was given.
 * @type {Readonly<Record<ByView, (proof: { lastTwo: string, time: string, byChannel: string }) => string>>}
 */
export const verified = {
  staff: ({ lastTwo, time, byChannel }) =>
    `Die Person hat das Telefon mit Endung ${lastTwo}. ${time}, ${byChannel}, Code vorgelesen.`,
  customer: ({ lastTwo, time, byChannel }) =>
    `Die Person hat das Telefon mit Endung ${lastTwo}. ${time}, ${byChannel}, Code von der Person eingetippt.`,
};
