// German: the ends that are no proof: staff could not verify the customer, or a supervisor accepted them.

/** @typedef {import("../../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** Words that index.html names. */
export const labels = {
  couldNotVerify: "Prüfung nicht möglich",
  askSupervisor: "Die Leitung fragen",
  unverifiedHeading: "Warum konnte die Nummer nicht bestätigt werden?",
  unverifiedWhy: "Grund",
  unverifiedRemark: "Anmerkung",
  endUnverified: "Ohne Bestätigung beenden",
  endingBack: "Zurück",
  supervisorReason: "Warum die Person akzeptiert wird",
  supervisorPasscode: "Zugangscode der Leitung",
};

/** What is left to a supervisor where a customer could not be verified. */
export const override = {
  heading: "Ohne Bestätigung akzeptieren",
  warning: "Nur für die Leitung. Das Telefon der Person beweist hier nichts: Wer die Person akzeptiert, steht dafür ein. Die Person wird nie als bestätigt angezeigt.",
  accept: "Akzeptieren, nicht bestätigt",
};

/** @type {Readonly<Record<UnverifiedReason, string>>} */
export const reasons = {
  noPhone: "Kein Telefon",
  phoneOff: "Telefon aus oder leer",
  noReception: "Kein Netz",
  wrongNumber: "Nicht die eigene Nummer",
  customerLeft: "Person ist gegangen",
  other: "Etwas anderes",
};

export const chooseReason = "Wählen Sie einen Grund.";
export const giveReason = "Schreiben Sie, warum die Person akzeptiert wird.";
export const givePasscode = "Geben Sie den Zugangscode der Leitung ein.";
export const notAllowed = "In Ihrer Organisation wird niemand auf das Wort der Leitung hin akzeptiert. Stellen Sie auf andere Weise fest, wer die Person ist.";
export const wrongPasscode = "Das ist nicht der Zugangscode der Leitung.";

export const busy = {
  end: { busy: "Wird beendet …", long: "Wird noch beendet …" },
  accept: { busy: "Wird verglichen …", long: "Wird noch verglichen …" },
};

/** Why a supervisor can’t be asked, by the core’s codes. @type {Readonly<Record<string, string>>} */
export const supervisorReasons = {
  "supervisor.notSet": "An diesem Arbeitsplatz ist kein Zugangscode der Leitung gesetzt. Wenden Sie sich an Ihre Administration, oder stellen Sie auf andere Weise fest, wer die Person ist.",
  "supervisor.outOfMemory": "Dieser Computer hat zu wenig freien Arbeitsspeicher, um den Zugangscode zu vergleichen. Schließen Sie andere Programme, und versuchen Sie es dann erneut.",
};

/** While it is not known whether a code was right. */
export const notWhileUnknown = "Noch nicht: Es ist nicht bekannt, ob der letzte Code richtig war.";

export const unverified = {
  heading: "Nicht bestätigt",
  /**
   * @param {string} reason
   * @param {string} time of day
   */
  what: (reason, time) => `${reason}. Beendet um ${time}.`,
  /**
   * @param {string} reason
   * @param {string} remark
   * @param {string} time of day
   */
  whatRemarked: (reason, remark, time) => `${reason}: ${remark}. Beendet um ${time}.`,
  whatNow: "Es ist nicht bewiesen, dass die Nummer dieser Person gehört. Stellen Sie auf andere Weise fest, wer die Person ist.",
};

export const accepted = {
  heading: "Von der Leitung akzeptiert – nicht bestätigt",
  /**
   * @param {string} reason
   * @param {string} desk
   * @param {string} time of day
   */
  what: (reason, desk, time) => `${reason} (${desk}, ${time})`,
  whatNow: "Es ist nicht bewiesen, dass die Nummer dieser Person gehört.",
};
