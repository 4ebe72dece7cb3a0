// Swedish: what the app is, at the end of help.

export const heading = "Om Countersign";
/** After the name and the version. */
export const licence = "är fri programvara, under MIT eller Apache 2.0, efter eget val.";
export const thirdParty = "Licenser från tredje part";
export const cannotShow = "Licenserna kunde inte visas. De finns också bredvid programmet.";
