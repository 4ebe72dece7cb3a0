// French: why something did not happen, by the core's stable codes and rules.
// Each says what happened and what to do about it; an unknown code gets a sentence that is still true.

/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("fr");

/** Why a number or a code can't be read. @type {Readonly<Record<string, string>>} */
export const problems = {
  "phone.empty": "Saisissez un numéro de téléphone.",
  "phone.too_short": "Il manque des chiffres. Relisez le numéro au client et ajoutez-les.",
  "phone.too_long": "Il y a trop de chiffres. Relisez le numéro au client.",
  "phone.too_long_to_be_a_number": "C’est trop de texte pour un numéro de téléphone. Saisissez seulement le numéro.",
  "phone.letters": "Saisissez le numéro en chiffres. Il ne peut pas contenir de lettres.",
  "phone.not_a_number": "Saisissez un numéro de téléphone, par exemple 070-174 06 05 ou +1 202 555 0100.",
  "phone.unknown_country_code": "Aucun pays n’a l’indicatif qui suit le +. Vérifiez les premiers chiffres.",
  "phone.no_country": "Ce numéro n’appartient à aucun pays. Demandez un numéro de mobile.",
  "phone.not_in_country": "Ce numéro n’existe pas ({country}). Vérifiez les chiffres, ou choisissez un autre pays.",
  "phone.extension": "Un code ne peut pas atteindre un numéro de poste. Saisissez le numéro sans lui, ou un autre.",
  "phone.several": "Il y a plus d’un numéro. N’en saisissez qu’un.",
  "phone.short_or_emergency": "Un code ne peut pas être envoyé à un numéro court ou d’urgence. Demandez un numéro de mobile.",
  "phone.doubled_country_code": "L’indicatif du pays y est deux fois. Retirez-en un.",
  "phone.zero_after_country_code": "Retirez le 0 après l’indicatif du pays.",
  "phone.missing_plus": "Si c’est un numéro de l’étranger ({country}), mettez un + devant.",
  "code.empty": "Saisissez le code.",
  "code.letters": "Saisissez le code en chiffres. Il ne contient pas de lettres. Aucun essai n’a été compté.",
  "code.not_digits": "Saisissez seulement les chiffres du code. Aucun essai n’a été compté.",
  "code.too_short": "Il manque des chiffres. Demandez au client le code entier. Aucun essai n’a été compté.",
  "code.too_long": "C’est plus de chiffres que le code n’en a. Aucun essai n’a été compté.",
};

export const unknownProblem = "C’est illisible. Vérifiez et tapez encore une fois.";

/** A country that has no name here. */
export const thisCountry = "ce pays";

const TELL_ADMIN = "Prévenez votre administrateur.";

/** @type {Readonly<Record<string, string>>} */
export const sinch = {
  "sinch.invalid_number": "Sinch ne connaît pas ce numéro. Vérifiez-le avec le client, chiffre par chiffre.",
  "sinch.illegal_number_type": "Sinch n’envoie pas à ce type de numéro. Demandez un numéro de mobile.",
  "sinch.invalid_request": `Sinch n’a pas compris ce poste. ${TELL_ADMIN}`,
  "sinch.wrong_code": "Sinch n’attend pas de code pour ce numéro. Envoyez-en un nouveau.",
  "sinch.not_found": "Sinch n’a pas trace de ce code. Envoyez-en un nouveau.",
  "sinch.no_credit": "Le compte Sinch n’a plus de crédit. Prévenez votre administrateur : aucun poste ne peut envoyer tant qu’il n’est pas rechargé.",
  "sinch.blacklisted": "Ce numéro est sur la liste de blocage de Sinch. Demandez un autre numéro, ou identifiez le client autrement.",
  "sinch.account_blocked": "Le compte Sinch est bloqué, peut-être faute de crédit. Prévenez votre administrateur : aucun poste ne peut envoyer tant qu’il n’est pas rouvert.",
  "sinch.denied": "Sinch n’a pas permis de code vers ce numéro. Demandez un autre numéro, ou identifiez le client autrement.",
  "sinch.no_route": "Aucun opérateur n’accepte de messages pour ce numéro. Demandez un autre numéro.",
  "sinch.too_soon": "Sinch vient d’envoyer un code à ce numéro. Attendez une minute, puis renvoyez.",
  "sinch.capacity": "Sinch est trop occupé pour ce compte. Attendez une minute, puis renvoyez.",
  "sinch.bad_credentials": "Sinch n’accepte pas la clé de ce poste. Prévenez votre administrateur : aucun code ne peut être envoyé tant qu’elle n’est pas remplacée.",
  "sinch.wrong_region_or_plan": `Le plan Sinch de ce poste n’est pas dans la région réglée. ${TELL_ADMIN}`,
  "sinch.insufficient_auth_level": `Le compte Sinch ne laisse pas ce poste envoyer. ${TELL_ADMIN}`,
  "sinch.duplicate_reference": "Sinch a déjà pris cet envoi. Demandez au client si le code est arrivé.",
  "sinch.not_configured": `Le compte Sinch n’est pas entièrement configuré. ${TELL_ADMIN}`,
  "sinch.refused": "Sinch a refusé, sans dire pourquoi d’une façon que cette version comprenne. Essayez encore une fois, puis prévenez votre administrateur.",
  "sinch.clock_skew": "L’horloge de cet ordinateur est fausse, et Sinch refuse ce qu’il envoie. Mettez l’horloge à l’heure, puis renvoyez.",
  "sinch.unfit_text": `Le texte du message ne peut pas être envoyé tel qu’il est écrit. ${TELL_ADMIN}`,
  "sinch.unfit_id": "Sinch a donné un nom inutilisable. Renvoyez ; si cela ne sert à rien, prévenez votre administrateur.",
  "sinch.name_not_found": "L’adresse de Sinch est introuvable. Vérifiez la connexion internet de cet ordinateur, puis renvoyez.",
  "sinch.unreachable": "Sinch est injoignable. Vérifiez la connexion internet de cet ordinateur, puis renvoyez.",
  "sinch.no_trusted_encryption": `Aucune connexion sûre à Sinch n’a pu être établie, rien n’a donc été transmis. ${TELL_ADMIN}`,
  "sinch.timed_out": "Sinch n’a pas répondu à temps. Demandez au client si le code est arrivé avant de renvoyer.",
  "sinch.cut": "La connexion à Sinch s’est interrompue. Demandez au client si le code est arrivé avant de renvoyer.",
  "sinch.unreadable": "La réponse de Sinch était illisible. Demandez au client si le code est arrivé avant de renvoyer.",
  "sinch.too_large": "Ce qui est venu de Sinch n’était pas une réponse. Demandez au client si le code est arrivé avant de renvoyer.",
  "sinch.redirected": `La réponse renvoyait ailleurs que chez Sinch, et n’a pas été suivie. ${TELL_ADMIN}`,
  "sinch.server_error": "Sinch a échoué. Demandez au client si le code est arrivé avant de renvoyer.",
  "sinch.unavailable": "Sinch n’est pas disponible pour le moment. Attendez une minute, puis renvoyez.",
};

/** @type {Readonly<Record<string, string>>} */
export const faults = {
  "store.sealed": `Ce poste ne peut pas ouvrir ce qu’un autre poste a écrit. ${TELL_ADMIN}`,
  "settings.unreadable": `Le fichier settings.json de ce poste est illisible. Aucun stockage n’a été ouvert, et le fichier a été laissé tel quel. ${TELL_ADMIN}`,
  "settings.unusable": `Le fichier settings.json de ce poste contient ce que cette version ne peut pas utiliser. Aucun stockage n’a été ouvert, et le fichier a été laissé tel quel. ${TELL_ADMIN} L’erreur est ici :`,
  "settings.newer": "Une version plus récente de Countersign a écrit le fichier settings.json de ce poste. Aucun stockage n’a été ouvert, et le fichier a été laissé tel quel. Prévenez votre administrateur : cet ordinateur a de nouveau besoin de la version plus récente.",
  "settings.keptAside": "Le fichier settings.json de ce poste était endommagé, comme une coupure de courant peut le faire. Aucun stockage n’a été ouvert. Le fichier endommagé a été conservé à côté, sous un nom qui commence par settings.corrupt, pour que votre administrateur puisse l’examiner.",
  "settings.unwritten": `Countersign ne peut pas écrire settings.json dans son dossier sur cet ordinateur : le disque est peut-être plein ou verrouillé. ${TELL_ADMIN}`,
  "settings.rules": `Une règle des réglages est hors de ses limites. ${TELL_ADMIN}`,
  "settings.noFolder": `Cet ordinateur n’a pas de dossier pour les données de Countersign. ${TELL_ADMIN}`,
  "training.time": "On ne peut pas sauter de temps ici : le stockage partagé suit le sien.",
  "training.sandbox": "Le poste d’exercice ne peut pas être ouvert sur cet ordinateur. Fermez les autres fenêtres de Countersign, puis réessayez.",
  "training.folder": `Countersign ne peut pas écrire dans son dossier sur cet ordinateur. ${TELL_ADMIN}`,
  "training.client": `Le poste d’exercice ne peut pas être préparé sur cet ordinateur. ${TELL_ADMIN}`,
  "command.argument": "Le poste a demandé ce qu’il ne peut pas avoir. Fermez Countersign et rouvrez-le.",
  "admin.notSet": "Aucun code d’accès n’est défini. Fermez Countersign, rouvrez-le, puis choisissez-en un.",
  "admin.outOfMemory": "Il reste trop peu de mémoire à cet ordinateur pour comparer le code d’accès. Fermez d’autres programmes, puis réessayez.",
  "window.gone": "La fenêtre était en train de se fermer. Rouvrez Countersign.",
};

/** @param {string} code that has no words here */
export const unknown = (code) =>
  `Quelque chose a échoué pour quoi cette version n’a pas de mots (${code}). Réessayez, puis prévenez votre administrateur.`;

/** How far off this computer's clock is. */
export const clock = {
  /** @param {number} minutes */
  minutes: (minutes) => count(minutes, { one: "# minute", other: "# minutes" }),
  /** @param {number} hours */
  hours: (hours) => count(hours, { one: "# heure", other: "# heures" }),
  /** @param {string} time */
  ahead: (time) =>
    `L’horloge de cet ordinateur avance de ${time} sur celle de Sinch, qui refuse donc ce qu’il envoie. Mettez l’horloge à l’heure, puis renvoyez.`,
  /** @param {string} time */
  behind: (time) =>
    `L’horloge de cet ordinateur retarde de ${time} sur celle de Sinch, qui refuse donc ce qu’il envoie. Mettez l’horloge à l’heure, puis renvoyez.`,
};

export const nothingSent = "Rien n’a été envoyé.";

export const notChecked = "Le code n’a pas été vérifié, et aucun essai n’a été compté.";

/** What a rule says. @type {Readonly<Record<RuleView, string>>} */
export const refusals = {
  numberLocked: "Trop de codes erronés ont été tapés pour ce numéro. Identifiez le client autrement.",
  resendPause: "Un code vient d’être envoyé à ce numéro.",
  sendsPerChallenge: "Ce code a été envoyé aussi souvent que permis. Redemandez-le, ou changez le numéro.",
  numberHourly: "Ce numéro a reçu ses codes pour cette heure. Demandez un autre numéro, ou identifiez le client autrement.",
  numberDaily: "Ce numéro a reçu ses codes pour aujourd’hui. Demandez un autre numéro, ou identifiez le client autrement.",
  deskHourly: "Ce poste a envoyé ses codes pour cette heure. Adressez le client à un autre poste.",
  siteDaily: "Votre organisation a envoyé ses codes pour aujourd’hui. Prévenez votre administrateur.",
  countryNotAllowed: "Votre organisation ne vérifie que des numéros de ces pays : {countries}. Demandez un autre numéro.",
  numberTypeRefused: "Aucun code n’est envoyé à ce type de numéro (surtaxé, coût partagé, appel gratuit, bipeur ou boîte vocale). Demandez un numéro de mobile.",
  landlineNeedsCall: "C’est un fixe. Les messages ne l’atteignent pas, mais une voix peut l’appeler et dire le code.",
  lineTypeRefused: "D’après Sinch, ce n’est pas le numéro d’un mobile, et cette organisation n’envoie pas de codes à d’autres. Demandez un numéro de mobile, ou identifiez le client autrement.",
  simSwapped: "La carte SIM de ce numéro a été changée récemment, et quelqu’un d’autre l’a peut-être maintenant. Identifiez le client autrement.",
  notLookedUp: "Ce numéro doit d’abord être consulté chez Sinch, et ce n’est pas possible pour le moment. Attendez une minute puis renvoyez, ou identifiez le client autrement.",
  channelNotSetUp: "Ce mode d’envoi n’est pas configuré. Choisissez-en un autre, ou prévenez votre administrateur.",
};

/**
 * The words around a time left. Where it is long, the moment by the clock is told too.
 * @typedef {object} WaitWords
 * @property {string} before the time left
 * @property {string} after it
 * @property {(time: string) => string} afterUntil after it, with the time of day
 * @property {string} over when the time has come
 */

/** @type {Readonly<Record<"locked" | "send" | "try", WaitWords>>} */
export const waits = {
  locked: {
    before: "Le numéro est bloqué encore ",
    after: ".",
    afterUntil: (time) => ` (fin : ${time}).`,
    over: "Vous pouvez envoyer maintenant.",
  },
  send: {
    before: "Vous pourrez renvoyer dans ",
    after: ".",
    afterUntil: (time) => ` (heure : ${time}).`,
    over: "Vous pouvez envoyer maintenant.",
  },
  try: {
    before: "Vous pourrez réessayer dans ",
    after: ".",
    afterUntil: (time) => ` (heure : ${time}).`,
    over: "Vous pouvez réessayer maintenant.",
  },
};
