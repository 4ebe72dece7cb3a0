// French: every sentence of the desk that is not a reason (those are in reasons.js).
// What happened, what to do, when. Formal address; no-break spaces before : ; ? and !

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").GoneView} GoneView */
/** @typedef {import("../../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("fr");

/** The language that `Intl` writes names, lists and times in. */
export const language = "fr";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Administration",
  language: "Langue",
  view: "Affichage",
  help: "Aide",
  training: "Exercice",
  trainingBand: "Aucun SMS n’est envoyé et rien n’est facturé. Les SMS arrivent sur le téléphone dessiné ici.",
  sandbox: "Bac à sable",
  sandboxBand: "Aucun SMS n’est envoyé et rien n’est facturé : un bac à sable sur cet ordinateur remplace Sinch.",
  openAdminPages: "Ouvrir l’administration",
  openingHeading: "Le poste est en cours d’ouverture",
  setUpSinch: "Configurer Sinch",
  troubleHeading: "Le poste ne peut pas démarrer",
  tryAgain: "Réessayer",
  newSettings: "Commencer avec de nouveaux réglages",
  stepOne: "Étape 1 sur 2",
  requestHeading: "Quel numéro faut-il vérifier ?",
  region: "Pays",
  phone: "Numéro de téléphone",
  reference: "Référence",
  optional: "(facultatif)",
  sendBy: "Envoyer par",
  viaVerification: "Par Sinch Verification",
  send: "Envoyer le code",
  stepTwo: "Étape 2 sur 2",
  codeHeading: "Demandez le code au client",
  validFor: "Valable encore",
  triesLeft: "Essais restants",
  sent: "Envois",
  check: "Vérifier le code",
  handOver: "Laisser le client le saisir",
  takeBack: "Le reprendre",
  notKnown: "On ne sait pas encore si ce code était bon : le stockage n’a pas répondu. La question est reposée automatiquement…",
  changeNumber: "Changer le numéro",
  leave: "Nouveau client",
  noProof: "Rien n’a été envoyé, cela ne prouve donc rien.",
  next: "Client suivant",
  sendNewCode: "Envoyer un nouveau code",
  side: "À côté du poste",
  waiting: "En attente",
  trainingPhone: "Téléphone d’exercice",
  skipMinute: "Laisser passer une minute",
  practise: "S’exercer à un problème",
  phoneMessages: "Messages sur le téléphone d’exercice",
  nothingArrived: "Rien n’est encore arrivé",
};

/** What buttons say while their question is out. */
export const busy = {
  send: { busy: "Envoi en cours…", long: "Sinch n’a pas encore répondu…" },
  check: { busy: "Vérification en cours…", long: "Vérification toujours en cours…" },
  open: { busy: "Ouverture en cours…", long: "Le trousseau n’a pas encore répondu…" },
};

/** @param {string} heading */
export const pageTitle = (heading) => `${heading} – Countersign`;

/** @param {{ desk: string, site: string }} names */
export const deskName = ({ desk, site }) => [desk, site].filter(Boolean).join(" · ");

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "SMS", call: "Appel", whatsApp: "WhatsApp", flashCall: "Sonnerie" };

/** How the code of a verdict travelled. @type {Readonly<Record<ChannelView, string>>} */
export const byChannel = {
  sms: "par SMS",
  call: "par appel",
  whatsApp: "par WhatsApp",
  flashCall: "par appel manqué",
};

/** What the language is the language of, where the channel says anything. @type {Readonly<Partial<Record<ChannelView, string>>>} */
export const saidIn = { sms: "SMS en", call: "Appel en", whatsApp: "Message en" };

/** Said when another language was chosen, in that language. */
export const nowSpoken = "Cette page est maintenant en français.";

/** @type {Readonly<Record<NumberTypeView, string>>} */
export const numberTypes = {
  mobile: "mobile",
  fixedLine: "fixe",
  fixedLineOrMobile: "mobile ou fixe",
  premium: "numéro surtaxé",
  sharedCost: "coût partagé",
  tollFree: "appel gratuit",
  pager: "bipeur",
  voicemail: "boîte vocale",
  voip: "téléphone par internet",
  personal: "numéro personnel",
  companyWide: "numéro d’entreprise",
  unknown: "numéro",
};

export const readBackEmpty = "Tapez le numéro. Il s’affiche ici pour que vous le relisiez au client.";

/**
 * @param {string} type what kind of number it is
 * @param {string} region the country's name
 */
export const readBack = (type, region) => `Relisez-le à voix haute : ${type}, ${region}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const forbidden = {
  countryNotAllowed: "Non vérifié ici.",
  numberTypeRefused: "Aucun code n’est envoyé à ces numéros.",
  landlineNeedsCall: "Les SMS ne l’atteignent pas.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Appeler à la place";

/**
 * A customer without a reference.
 * @param {string} lastTwo digits of the number
 */
export const phoneEnding = (lastTwo) => `Téléphone finissant par ${lastTwo}`;

/** @param {string} desk */
export const begunAt = (desk) => `commencé à ${desk}`;

export const codeLabels = {
  missedCall: "Le numéro qui a appelé",
  anyLength: "Code (4 à 10 chiffres)",
  /** @param {number} digits */
  ofLength: (digits) => `Code à ${digits} chiffres`,
};

/** @param {number} left */
export const wrongCode = (left) =>
  count(left, {
    one: "Ce n’est pas le code. Encore # essai avant que ce numéro soit bloqué un moment.",
    other: "Ce n’est pas le code. Encore # essais avant que ce numéro soit bloqué un moment.",
  });

export const nothingSent =
  "Sinch n’a trace d’aucun code envoyé à ce téléphone. Aucun essai n’a été compté. Renvoyez-le.";

export const notCounted = "Cet essai n’est pas arrivé. Saisissez le code encore une fois.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `sur ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60
    ? "Le code est valable encore une minute."
    : count(seconds, { one: "Le code est valable encore # seconde.", other: "Le code est valable encore # secondes." });

/** @type {Readonly<Record<ChannelView, string>>} */
export const sendAgain = { sms: "Renvoyer", call: "Rappeler", whatsApp: "Renvoyer", flashCall: "Faire sonner à nouveau" };

export const didNotArrive = "Pas arrivé : renvoyer";

/**
 * @param {string} again what the button does
 * @param {string} wait the time until then
 */
export const againIn = (again, wait) => `${again} dans ${wait}`;

export const noSendsLeft = "Plus d’envoi possible";

export const noSendsLeftWhatNow =
  "Ce code a été envoyé aussi souvent que permis. Redemandez-le, ou changez le numéro.";

/** @param {string} wait */
export const notYet = (wait) => `Pas encore : il pourra être renvoyé dans ${wait}.`;

/** What a verified code proves, handing-over.js says. */
export const verified = { heading: "Vérifié" };

export const locked = {
  heading: "Bloqué",
  /** @param {string} time of day */
  what: (time) => `Trop de codes erronés. Ce numéro est bloqué. Fin du blocage : ${time}.`,
  whatForAWhile: "Trop de codes erronés. Ce numéro est bloqué un moment.",
  whatNowForAWhile: "Identifiez le client autrement.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    count(minutes, {
      one: "C’est dans # minute. D’ici là, identifiez le client autrement.",
      other: "C’est dans # minutes. D’ici là, identifiez le client autrement.",
    }),
};

export const expired = {
  heading: "Expiré",
  what: "Le temps du code est écoulé. Aucun code envoyé à ce client ne compte plus.",
  whatNow: "Envoyez un nouveau code si le client est toujours là.",
  whatNowUnknownNumber: "Si le client est toujours là, recommencez avec son numéro.",
};

/** @type {Readonly<Record<GoneView, { heading: string, what: string, whatNow: string }>>} */
export const gone = {
  alreadyVerified: {
    heading: "Déjà utilisé",
    what: "Ce code a déjà été accepté une fois. Un code ne compte qu’une fois.",
    whatNow: "S’il s’agit d’un autre client, envoyez-lui un code à lui.",
  },
  cancelled: {
    heading: "Terminé",
    what: "Cette vérification a été terminée à un poste.",
    whatNow: "Si le client est toujours là, recommencez avec son numéro.",
  },
  superseded: {
    heading: "Remplacé",
    what: "Un code plus récent a été envoyé au même numéro. Seul celui-là compte.",
    whatNow: "Regardez parmi les clients en attente, ou recommencez avec le numéro.",
  },
  notFound: {
    heading: "Plus en cours",
    what: "Cette vérification a expiré ou a été terminée ailleurs.",
    whatNow: "Si le client est toujours là, recommencez avec son numéro.",
  },
};

/** What ended while it was in hand, by other hands. @type {typeof gone} */
export const goneElsewhere = {
  ...gone,
  alreadyVerified: {
    heading: "Vérifié à un autre poste",
    what: "Le code du client vient d’être vérifié à un autre poste, et il était bon.",
    whatNow: "Il ne reste rien à faire ici. Passez au client suivant.",
  },
  cancelled: {
    heading: "Terminé à un autre poste",
    what: "Un autre poste vient de terminer cette vérification.",
    whatNow: gone.cancelled.whatNow,
  },
};

export const phone = {
  /** @param {string} number */
  to: (number) => `À ${number}`,
  /** @param {string} from */
  call: (from) => `Appel de ${from}`,
  /** @param {string} spoken */
  spoken: (spoken) => `« ${spoken} »`,
  /** @param {string} from */
  missedCall: (from) => `Appel manqué de ${from}`,
  minutePassed: "Une minute est passée.",
};

/** What comes of the training numbers. */
export const practice = {
  well: "Tout se passe bien",
  late: "Arrive au bout de 40 secondes",
  never: "N’arrive jamais",
  carrierFails: "L’opérateur échoue",
  landline: "Un fixe : seuls les appels l’atteignent",
  noCredit: "Plus de crédit chez Sinch",
  blocked: "Sur la liste de blocage de Sinch",
  away: "Sinch est absent un instant",
  unknown: "Peut-être envoyé",
  slow: "Sinch répond au bout de 8 secondes",
  notAccepted: "Le bon code n’est pas accepté",
};
