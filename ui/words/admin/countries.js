// English: the field in which countries are searched, added and taken out.

export const search = "Add a country";
export const searchHelp = "Type a part of its name, its two letters or its calling code. Arrow keys choose, Enter adds.";
export const noneFound = "No country is called that.";
export const noneChosen = "No other country.";
export const chosen = "Countries";
export const remove = "Remove";

/** @param {string} country @param {number} callingCode */
export const option = (country, callingCode) => `${country} +${callingCode}`;

/** @param {number} count */
export const found = (count) => (count === 1 ? "1 country" : `${count} countries`);

/** @param {string} country */
export const removeCountry = (country) => `Remove ${country}`;

/** @param {string} country */
export const added = (country) => `${country} added.`;

/** @param {string} country */
export const removed = (country) => `${country} removed.`;
