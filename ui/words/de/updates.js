// German: that there is a newer version.

/** @param {string} version */
export const newer = (version) => `Version ${version} ist da. Wer diesen Computer betreut, kann sie einspielen.`;

export const close = "Schließen";
