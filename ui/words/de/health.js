// German: how the desk's surroundings stand, in the corner of the window and in what opens from it.
// Why Sinch or the store fails is in reasons.js and store.js.

/** @typedef {import("../../types/wire.ts").HealthView} HealthView */
/** @typedef {import("../../types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */
/** @typedef {PartView["state"]} HealthState */

export const heading = "Wie es um diesen Arbeitsplatz steht";

/** @type {Readonly<Record<PartName, string>>} */
export const names = { sinch: "Sinch", store: "Speicher", keyring: "Schlüsselbund", clock: "Uhr" };

/**
 * What is put after a part's name in the corner. Nothing where all is well: that is shown by quiet.
 * @type {Readonly<Record<PartName, Readonly<Partial<Record<HealthState, string>>>>>}
 */
export const short = {
  sinch: { slow: "langsam", trouble: "gestört", unknown: "noch nicht gefragt", training: "Übung" },
  store: { slow: "langsam", trouble: "nicht da", unknown: "noch nicht gefragt" },
  keyring: { trouble: "gestört", unknown: "noch nicht gefragt", session: "nicht benutzt" },
  clock: { slow: "ungenau", trouble: "falsch", unknown: "noch nicht verglichen" },
};

/** What is said where nothing is put. */
export const well = "in Ordnung";

/** @type {Readonly<Record<PartName, Readonly<Record<HealthState, string>>>>} */
export const sentences = {
  sinch: {
    well: "Sinch antwortet.",
    slow: "Sinch antwortet langsam.",
    trouble: "Sinch tut seinen Dienst nicht.",
    unknown: "Sinch wurde noch nicht gefragt: Das geschieht, wenn der erste Code gesendet wird.",
    training: "Sinch wird von diesem Computer gespielt: Es wird keine SMS verschickt und nichts berechnet.",
    session: "Die Geheimnisse von Sinch werden nur für diese Sitzung behalten.",
  },
  store: {
    well: "Der Speicher antwortet.",
    slow: "Der Speicher antwortet langsam.",
    trouble: "Der Speicher kann nicht benutzt werden.",
    unknown: "Der Speicher wurde noch nicht gefragt.",
    training: "Der Speicher enthält nur Übungen.",
    session: "Der Speicher wird nur für diese Sitzung behalten.",
  },
  keyring: {
    well: "Der Schlüsselbund dieses Computers antwortet.",
    slow: "Der Schlüsselbund dieses Computers antwortet langsam.",
    trouble: "Der Schlüsselbund dieses Computers kann nicht benutzt werden.",
    unknown: "Der Schlüsselbund dieses Computers wurde noch nicht gefragt.",
    training: "Die Übung braucht keinen Schlüsselbund.",
    session: "Die Geheimnisse werden nur für diese Sitzung behalten: Nach dem nächsten Start müssen sie neu eingegeben werden.",
  },
  clock: {
    well: "Die Uhr dieses Computers geht richtig.",
    slow: "Die Uhr dieses Computers geht ein wenig falsch.",
    trouble: "Die Uhr dieses Computers geht falsch.",
    unknown: "Die Uhr dieses Computers wurde noch nicht verglichen: Das geschieht, wenn Sinch oder der Speicher zum ersten Mal antwortet.",
    training: "Die Übung richtet sich nach der Uhr dieses Computers.",
    session: "Es gilt die Uhr dieses Computers.",
  },
};

/** @type {Readonly<Record<string, string>>} */
export const keyringReasons = {
  "keyring.absent": "Dieser Computer hat keinen Schlüsselbund, oder es läuft keiner. Installieren und starten Sie unter Linux gnome-keyring oder KWallet, und öffnen Sie Countersign dann erneut.",
  "keyring.locked": "Der Schlüsselbund ist gesperrt. Melden Sie sich an diesem Computer mit einem Passwort an, oder entsperren Sie den Schlüsselbund, wenn er danach fragt.",
  "keyring.refused": "Der Schlüsselbund hat abgelehnt. Bitten Sie, wer diesen Computer betreut, Countersign den Zugriff zu erlauben.",
  "keyring.silent": "Der Schlüsselbund antwortet nicht. Suchen Sie hinter diesem Fenster nach einer Frage des Schlüsselbunds, und beantworten Sie sie.",
  "keyring.tooLong": "Ein Geheimnis ist länger, als der Schlüsselbund dieses Computers behalten kann.",
  "keyring.unreadable": "Was der Schlüsselbund für Countersign enthält, ist nicht lesbar. Geben Sie die Geheimnisse in der Verwaltung noch einmal ein.",
};

/** @param {string} time of day */
export const since = (time) => `Seit ${time}.`;

/** @param {string} sentence */
export const wellAgain = (sentence) => `Wieder in Ordnung: ${sentence}`;
