// Swedish: the ends that are no proof: staff could not verify the customer, or a supervisor accepted them.

/** @typedef {import("../../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** Words that index.html names. */
export const labels = {
  couldNotVerify: "Gick inte att bekräfta",
  askSupervisor: "Fråga en arbetsledare",
  unverifiedHeading: "Varför gick det inte att bekräfta kunden?",
  unverifiedWhy: "Skäl",
  unverifiedRemark: "Anmärkning",
  endUnverified: "Avsluta utan att bekräfta",
  endingBack: "Tillbaka",
  supervisorReason: "Varför kunden godkänns",
  supervisorPasscode: "Arbetsledarens lösenkod",
};

/** What is left to a supervisor where a customer could not be verified. */
export const override = {
  heading: "Godkänn utan bekräftelse",
  warning: "Bara för en arbetsledare. Kundens telefon bevisar ingenting här: den som godkänner kunden svarar för det. Kunden visas aldrig som bekräftad.",
  accept: "Godkänn, inte bekräftad",
};

/** @type {Readonly<Record<UnverifiedReason, string>>} */
export const reasons = {
  noPhone: "Ingen telefon",
  phoneOff: "Telefonen är avstängd eller urladdad",
  noReception: "Ingen täckning",
  wrongNumber: "Inte kundens nummer",
  customerLeft: "Kunden har gått",
  other: "Något annat",
};

export const chooseReason = "Välj ett skäl.";
export const giveReason = "Skriv varför kunden godkänns.";
export const givePasscode = "Ange arbetsledarens lösenkod.";
export const notAllowed = "Din organisation godkänner ingen kund på en arbetsledares ord. Ta reda på vem kunden är på annat sätt.";
export const wrongPasscode = "Det är inte arbetsledarens lösenkod.";

export const busy = {
  end: { busy: "Avslutar …", long: "Avslutar fortfarande …" },
  accept: { busy: "Jämför …", long: "Jämför fortfarande …" },
};

/** Why a supervisor can’t be asked, by the core’s codes. @type {Readonly<Record<string, string>>} */
export const supervisorReasons = {
  "supervisor.notSet": "Ingen lösenkod för arbetsledare är vald vid den här platsen. Kontakta din administratör, eller ta reda på vem kunden är på annat sätt.",
  "supervisor.outOfMemory": "Datorn har för lite minne kvar för att jämföra lösenkoden. Stäng andra program och försök sedan igen.",
};

/** While it is not known whether a code was right. */
export const notWhileUnknown = "Inte än: det är inte känt om den senaste koden var rätt.";

export const unverified = {
  heading: "Inte bekräftad",
  /**
   * @param {string} reason
   * @param {string} time of day
   */
  what: (reason, time) => `${reason}. Avslutades kl. ${time}.`,
  /**
   * @param {string} reason
   * @param {string} remark
   * @param {string} time of day
   */
  whatRemarked: (reason, remark, time) => `${reason}: ${remark}. Avslutades kl. ${time}.`,
  whatNow: "Det är inte bevisat att numret är kundens. Ta reda på vem kunden är på annat sätt.",
};

export const accepted = {
  heading: "Godkänd av en arbetsledare – inte bekräftad",
  /**
   * @param {string} reason
   * @param {string} desk
   * @param {string} time of day
   */
  what: (reason, desk, time) => `${reason} (${desk}, ${time})`,
  whatNow: "Det är inte bevisat att numret är kundens.",
};
