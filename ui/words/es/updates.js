// Spanish: that there is a newer version.

/** @param {string} version */
export const newer = (version) => `Ya hay una versión ${version}. Pídasela a quien cuida de este equipo.`;

export const close = "Cerrar";
