// Portuguese: that there is a newer version.

/** @param {string} version */
export const newer = (version) => `Já existe a versão ${version}. Peça-a a quem cuida deste computador.`;

export const close = "Fechar";
