// Swedish: that there is a newer version.

/** @param {string} version */
export const newer = (version) => `Version ${version} finns nu. Be den som sköter datorn om den.`;

export const close = "Stäng";
