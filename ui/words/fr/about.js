// French: what the app is, at the end of help.

export const heading = "À propos de Countersign";
/** After the name and the version. */
export const licence = "est un logiciel libre, sous licence MIT ou Apache 2.0, à votre choix.";
export const thirdParty = "Licences de tiers";
export const cannotShow = "Les licences n’ont pas pu être affichées. Elles se trouvent aussi à côté du programme.";
