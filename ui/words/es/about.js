// Spanish: what the app is, at the end of help.

export const heading = "Acerca de Countersign";
/** After the name and the version. */
export const licence = "es software libre, bajo MIT o Apache 2.0, a su elección.";
export const thirdParty = "Licencias de terceros";
export const cannotShow = "No se han podido mostrar las licencias. También están junto al programa.";
