// German: what the app is, at the end of help.

export const heading = "Über Countersign";
/** After the name and the version. */
export const licence = "ist freie Software und steht wahlweise unter MIT oder Apache 2.0.";
export const thirdParty = "Lizenzen Dritter";
export const cannotShow = "Die Lizenzen konnten nicht angezeigt werden. Sie liegen auch neben dem Programm.";
