// German: the waiting list, and customers who go from one desk's hand into another's.

import { countsIn } from "../count.js";

const count = countsIn("de");

/** @param {number} open */
export const customers = (open) => count(open, { one: "# Person", other: "# Personen" });

/** @param {number} codes */
export const expiredCodes = (codes) => count(codes, { one: "# abgelaufen", other: "# abgelaufen" });

/**
 * @param {string} customers so many
 * @param {string} expired so many more
 */
export const customersAndExpired = (customers, expired) => `${customers}, ${expired}`;

/**
 * How many of the list the search has found.
 * @param {number} found
 * @param {number} all
 */
export const found = (found, all) => `${found} von ${all}`;

export const find = "Eine Person suchen";
export const findHint = "Referenz, Endziffern oder Arbeitsplatz";
export const noneFound = "Keine wartende Person passt dazu.";

/** @param {number} left */
export const triesLeft = (left) => count(left, { one: "noch # Versuch", other: "noch # Versuche" });

/** @param {string} desk */
export const at = (desk) => `an ${desk}`;

/** What is spoken of a row's countdown, which is silent. */
export const lastMinute = "weniger als eine Minute übrig";

export const expired = "Abgelaufen";
export const sendNewCode = "neuen Code senden";

/** @param {string} name of whose code has run out just now */
export const codeExpired = (name) => `Der Code ist abgelaufen: ${name}.`;

/** @param {number} codes that have run out just now */
export const codesExpired = (codes) =>
  count(codes, {
    one: "Der Code von # wartenden Person ist abgelaufen.",
    other: "Die Codes von # wartenden Personen sind abgelaufen.",
  });

/** @param {string} name */
export const nowWith = (name) => `Jetzt in Arbeit: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that had it in hand
 */
export const takenOver = (name, desk) => `Von ${desk} übernommen. Jetzt in Arbeit: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that has it in hand now
 */
export const takenAway = (name, desk) =>
  `${desk} hat diese Person übernommen: ${name}. Um sie zurückzunehmen, wählen Sie sie unter den wartenden Personen.`;

export const takeBack = "Zurücknehmen";

export const oneMoment = "Einen Moment: Eine Antwort ist unterwegs.";

/** @param {number} place */
export const nobodyThere = (place) => `An Platz ${place} wartet niemand.`;
