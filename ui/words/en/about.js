// English: what the app is, at the end of help.

export const heading = "About";
/** After the name and the version. */
export const licence = "is free software, under MIT or Apache 2.0, as you like.";
export const thirdParty = "Third-party licences";
export const cannotShow = "The licences could not be shown. They also lie beside the program.";
