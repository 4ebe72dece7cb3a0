// Swedish: the waiting list, and customers who go from one desk's hand into another's.

import { countsIn } from "../count.js";

const count = countsIn("sv");

/** @param {number} open */
export const customers = (open) => count(open, { one: "# kund", other: "# kunder" });

/** @param {number} codes */
export const expiredCodes = (codes) => count(codes, { one: "# utgången", other: "# utgångna" });

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
export const found = (found, all) => `${found} av ${all}`;

export const find = "Sök en kund";
export const findHint = "Referens, sista siffror eller plats";
export const noneFound = "Ingen väntande kund stämmer.";

/** @param {number} left */
export const triesLeft = (left) => count(left, { one: "# försök kvar", other: "# försök kvar" });

/** @param {string} desk */
export const at = (desk) => `vid ${desk}`;

/** What is spoken of a row's countdown, which is silent. */
export const lastMinute = "mindre än en minut kvar";

export const expired = "Utgången";
export const sendNewCode = "skicka en ny kod";

/** @param {string} name of whose code has run out just now */
export const codeExpired = (name) => `Koden har gått ut: ${name}.`;

/** @param {number} codes that have run out just now */
export const codesExpired = (codes) =>
  count(codes, {
    one: "Koden för # väntande kund har gått ut.",
    other: "Koderna för # väntande kunder har gått ut.",
  });

/** @param {string} name */
export const nowWith = (name) => `Aktuell kund: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that had it in hand
 */
export const takenOver = (name, desk) => `Övertagen från ${desk}. Aktuell kund: ${name}.`;

/**
 * @param {string} name
 * @param {string} desk that has it in hand now
 */
export const takenAway = (name, desk) =>
  `${desk} har tagit över kunden: ${name}. Ta tillbaka kunden genom att välja den bland dem som väntar.`;

export const takeBack = "Ta tillbaka";

export const oneMoment = "Ett ögonblick: ett svar är på väg.";

/** @param {number} place */
export const nobodyThere = (place) => `Ingen väntar på rad ${place}.`;
