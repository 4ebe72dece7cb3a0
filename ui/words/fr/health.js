// French: how the desk's surroundings stand, in the corner of the window and in what opens from it.
// Why Sinch or the store fails is in reasons.js and store.js.

/** @typedef {import("../../types/wire.ts").HealthView} HealthView */
/** @typedef {import("../../types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */
/** @typedef {PartView["state"]} HealthState */

export const heading = "Comment va ce poste";

/** @type {Readonly<Record<PartName, string>>} */
export const names = { sinch: "Sinch", store: "Stockage", keyring: "Trousseau", clock: "Horloge" };

/**
 * What is put after a part's name in the corner. Nothing where all is well: that is shown by quiet.
 * @type {Readonly<Record<PartName, Readonly<Partial<Record<HealthState, string>>>>>}
 */
export const short = {
  sinch: { slow: "lent", trouble: "en panne", unknown: "pas encore interrogé", training: "exercice" },
  store: { slow: "lent", trouble: "absent", unknown: "pas encore interrogé" },
  keyring: { trouble: "en panne", unknown: "pas encore interrogé", session: "non utilisé" },
  clock: { slow: "décalée", trouble: "fausse", unknown: "pas encore comparée" },
};

/** What is said where nothing is put. */
export const well = "bien";

/** @type {Readonly<Record<PartName, Readonly<Record<HealthState, string>>>>} */
export const sentences = {
  sinch: {
    well: "Sinch répond.",
    slow: "Sinch répond lentement.",
    trouble: "Sinch ne fait pas son travail.",
    unknown: "Sinch n’a pas encore été interrogé : il le sera à l’envoi du premier code.",
    training: "Cet ordinateur joue le rôle de Sinch : aucun SMS n’est envoyé et rien n’est facturé.",
    session: "Les secrets de Sinch ne sont gardés que pour cette session.",
  },
  store: {
    well: "Le stockage répond.",
    slow: "Le stockage répond lentement.",
    trouble: "Le stockage ne peut pas être utilisé.",
    unknown: "Le stockage n’a pas encore été interrogé.",
    training: "Le stockage ne contient que des exercices.",
    session: "Le stockage n’est gardé que pour cette session.",
  },
  keyring: {
    well: "Le trousseau de cet ordinateur répond.",
    slow: "Le trousseau de cet ordinateur répond lentement.",
    trouble: "Le trousseau de cet ordinateur ne peut pas être utilisé.",
    unknown: "Le trousseau de cet ordinateur n’a pas encore été interrogé.",
    training: "L’exercice n’a pas besoin de trousseau.",
    session: "Les secrets ne sont gardés que pour cette session : après le prochain démarrage, il faudra les donner à nouveau.",
  },
  clock: {
    well: "L’horloge de cet ordinateur est à l’heure.",
    slow: "L’horloge de cet ordinateur est un peu décalée.",
    trouble: "L’horloge de cet ordinateur est fausse.",
    unknown: "L’horloge de cet ordinateur n’a pas encore été comparée : elle le sera à la première réponse de Sinch ou du stockage.",
    training: "L’exercice suit l’horloge de cet ordinateur.",
    session: "L’horloge est celle de cet ordinateur.",
  },
};

/** @type {Readonly<Record<string, string>>} */
export const keyringReasons = {
  "keyring.absent": "Cet ordinateur n’a pas de trousseau de clés, ou aucun n’est démarré. Sous Linux, installez et démarrez gnome-keyring ou KWallet, puis rouvrez Countersign.",
  "keyring.locked": "Le trousseau est verrouillé. Ouvrez une session sur cet ordinateur avec un mot de passe, ou déverrouillez le trousseau quand il le demande.",
  "keyring.refused": "Le trousseau a refusé. Demandez à la personne qui s’occupe de cet ordinateur d’autoriser Countersign à l’utiliser.",
  "keyring.silent": "Le trousseau ne répond pas. Cherchez derrière cette fenêtre une question du trousseau, et répondez-y.",
  "keyring.tooLong": "Un secret est plus long que ce que le trousseau de cet ordinateur peut garder.",
  "keyring.unreadable": "Ce que le trousseau contient pour Countersign est illisible. Donnez les secrets encore une fois dans l’administration.",
};

/** @param {string} time of day */
export const since = (time) => `Depuis : ${time}.`;

/** @param {string} sentence */
export const wellAgain = (sentence) => `De nouveau en ordre : ${sentence}`;
