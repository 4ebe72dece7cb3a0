// English: that there is a newer version.

/** @param {string} version */
export const newer = (version) => `Version ${version} is out. Ask whoever looks after this computer for it.`;

export const close = "Close";
