// French: the ends that are no proof: staff could not verify the customer, or a supervisor accepted them.

/** @typedef {import("../../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** Words that index.html names. */
export const labels = {
  couldNotVerify: "Vérification impossible",
  askSupervisor: "Demander à un responsable",
  unverifiedHeading: "Pourquoi le client n’a‑t‑il pas pu être vérifié ?",
  unverifiedWhy: "Motif",
  unverifiedRemark: "Remarque",
  endUnverified: "Terminer sans vérifier",
  endingBack: "Retour",
  supervisorReason: "Pourquoi le client est accepté",
  supervisorPasscode: "Code d’accès du responsable",
};

/** What is left to a supervisor where a customer could not be verified. */
export const override = {
  heading: "Accepter sans vérification",
  warning: "Réservé à un responsable. Le téléphone du client ne prouve rien ici : qui accepte le client en répond. Le client n’apparaît jamais comme vérifié.",
  accept: "Accepter, non vérifié",
};

/** @type {Readonly<Record<UnverifiedReason, string>>} */
export const reasons = {
  noPhone: "Pas de téléphone",
  phoneOff: "Éteint ou déchargé",
  noReception: "Pas de réseau",
  wrongNumber: "Pas son numéro",
  customerLeft: "Le client est parti",
  other: "Autre chose",
};

export const chooseReason = "Choisissez un motif.";
export const giveReason = "Écrivez pourquoi le client est accepté.";
export const givePasscode = "Saisissez le code d’accès du responsable.";
export const notAllowed = "Votre organisation n’accepte aucun client sur la parole d’un responsable. Identifiez le client autrement.";
export const wrongPasscode = "Ce n’est pas le code d’accès du responsable.";

export const busy = {
  end: { busy: "Clôture en cours…", long: "Clôture toujours en cours…" },
  accept: { busy: "Comparaison en cours…", long: "Comparaison toujours en cours…" },
};

/** Why a supervisor can’t be asked, by the core’s codes. @type {Readonly<Record<string, string>>} */
export const supervisorReasons = {
  "supervisor.notSet": "Aucun code d’accès de responsable n’est défini à ce poste. Prévenez votre administrateur, ou identifiez le client autrement.",
  "supervisor.outOfMemory": "Il reste trop peu de mémoire à cet ordinateur pour comparer le code d’accès. Fermez d’autres programmes, puis réessayez.",
};

/** While it is not known whether a code was right. */
export const notWhileUnknown = "Pas encore : on ne sait pas si le dernier code était bon.";

export const unverified = {
  heading: "Non vérifié",
  /**
   * @param {string} reason
   * @param {string} time of day
   */
  what: (reason, time) => `${reason}. Terminé à ${time}.`,
  /**
   * @param {string} reason
   * @param {string} remark
   * @param {string} time of day
   */
  whatRemarked: (reason, remark, time) => `${reason} : ${remark}. Terminé à ${time}.`,
  whatNow: "Rien ne prouve que ce numéro est celui du client. Identifiez le client autrement.",
};

export const accepted = {
  heading: "Accepté par un responsable – non vérifié",
  /**
   * @param {string} reason
   * @param {string} desk
   * @param {string} time of day
   */
  what: (reason, desk, time) => `${reason} (${desk}, ${time})`,
  whatNow: "Rien ne prouve que ce numéro est celui du client.",
};
