// Portuguese: what the app is, at the end of help.

export const heading = "Acerca do Countersign";
/** After the name and the version. */
export const licence = "é software livre, sob MIT ou Apache 2.0, à sua escolha.";
export const thirdParty = "Licenças de terceiros";
export const cannotShow = "Não foi possível mostrar as licenças. Encontram-se também junto do programa.";
