// French: that there is a newer version.

/** @param {string} version */
export const newer = (version) => `La version ${version} est sortie. Demandez-la à qui s’occupe de cet ordinateur.`;

export const close = "Fermer";
