// Swedish: how the desk's surroundings stand, in the corner of the window and in what opens from it.
// Why Sinch or the store fails is in reasons.js and store.js.

/** @typedef {import("../../types/wire.ts").HealthView} HealthView */
/** @typedef {import("../../types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */
/** @typedef {PartView["state"]} HealthState */

export const heading = "Hur det står till med platsen";

/** @type {Readonly<Record<PartName, string>>} */
export const names = { sinch: "Sinch", store: "Lager", keyring: "Nyckelring", clock: "Klocka" };

/**
 * What is put after a part's name in the corner. Nothing where all is well: that is shown by quiet.
 * @type {Readonly<Record<PartName, Readonly<Partial<Record<HealthState, string>>>>>}
 */
export const short = {
  sinch: { slow: "långsamt", trouble: "fungerar inte", unknown: "inte tillfrågat än", training: "övning" },
  store: { slow: "långsamt", trouble: "borta", unknown: "inte tillfrågat än" },
  keyring: { trouble: "fungerar inte", unknown: "inte tillfrågad än", session: "används inte" },
  clock: { slow: "går lite fel", trouble: "går fel", unknown: "inte jämförd än" },
};

/** What is said where nothing is put. */
export const well = "bra";

/** @type {Readonly<Record<PartName, Readonly<Record<HealthState, string>>>>} */
export const sentences = {
  sinch: {
    well: "Sinch svarar.",
    slow: "Sinch svarar långsamt.",
    trouble: "Sinch gör inte sin del.",
    unknown: "Sinch har inte tillfrågats än: det sker när den första koden skickas.",
    training: "Den här datorn spelar Sinch: inget sms skickas och inget debiteras.",
    session: "Hemligheterna för Sinch behålls bara under den här sessionen.",
  },
  store: {
    well: "Lagret svarar.",
    slow: "Lagret svarar långsamt.",
    trouble: "Lagret kan inte användas.",
    unknown: "Lagret har inte tillfrågats än.",
    training: "Lagret innehåller bara övningar.",
    session: "Lagret behålls bara under den här sessionen.",
  },
  keyring: {
    well: "Datorns nyckelring svarar.",
    slow: "Datorns nyckelring svarar långsamt.",
    trouble: "Datorns nyckelring kan inte användas.",
    unknown: "Datorns nyckelring har inte tillfrågats än.",
    training: "Övningen behöver ingen nyckelring.",
    session: "Hemligheterna behålls bara under den här sessionen: efter nästa start måste de anges igen.",
  },
  clock: {
    well: "Datorns klocka går rätt.",
    slow: "Datorns klocka går lite fel.",
    trouble: "Datorns klocka går fel.",
    unknown: "Datorns klocka har inte jämförts än: det sker när Sinch eller lagret svarar första gången.",
    training: "Övningen följer datorns egen klocka.",
    session: "Klockan är datorns egen.",
  },
};

/** @type {Readonly<Record<string, string>>} */
export const keyringReasons = {
  "keyring.absent": "Datorn har ingen nyckelring, eller så körs ingen. På Linux: installera och starta gnome-keyring eller KWallet, och öppna sedan Countersign igen.",
  "keyring.locked": "Nyckelringen är låst. Logga in på datorn med ett lösenord, eller lås upp nyckelringen när den frågar.",
  "keyring.refused": "Nyckelringen vägrade. Be den som sköter datorn att låta Countersign använda den.",
  "keyring.silent": "Nyckelringen svarar inte. Leta efter en fråga från nyckelringen bakom det här fönstret, och svara på den.",
  "keyring.tooLong": "En hemlighet är längre än vad datorns nyckelring kan behålla.",
  "keyring.unreadable": "Det som nyckelringen har för Countersign kan inte läsas. Ange hemligheterna igen i administrationen.",
};

/** @param {string} time of day */
export const since = (time) => `Sedan ${time}.`;

/** @param {string} sentence */
export const wellAgain = (sentence) => `Bra igen: ${sentence}`;
