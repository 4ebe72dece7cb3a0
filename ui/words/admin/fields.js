// English: what the fields of every page of settings say, whatever they ask for.

export const managed = "Set by your IT department";

/** What stands where a setting is left open. */
export const nothing = "Not set";

/** @param {string} label */
export const missing = (label) => `${label}: this can’t be left empty.`;

/**
 * @param {string} label
 * @param {number} longest in characters
 */
export const tooLong = (label, longest) => `${label}: use ${longest} characters or fewer.`;

/**
 * @param {string} label
 * @param {number} least
 * @param {number} most
 */
export const outOfBounds = (label, least, most) => `${label}: enter a whole number from ${least} to ${most}.`;

/** @param {boolean} isOn */
export const onOrOff = (isOn) => (isOn ? "On" : "Off");

/** @param {string} country */
export const computersCountry = (country) => `As this computer is set (${country})`;

export const countryToAdd = "Country to add";
export const addCountry = "Add";
export const remove = "Remove";
export const noCountries = "None";

/** @param {string} country */
export const removeCountry = (country) => `Remove ${country}`;

/** @param {string} country */
export const added = (country) => `${country} added.`;

/** @param {string} country */
export const removed = (country) => `${country} removed.`;
