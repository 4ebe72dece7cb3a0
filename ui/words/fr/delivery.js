// French: where a send is on its way, why it will not arrive and what to do then, the other ways there are,
// and how deliveries fare at the site as a whole. Which of it is said when, delivery-words.js knows.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../delivery-advice.js").Way} Way */

/** Words that index.html names. */
export const labels = {
  sendAnotherWay: "Envoyer autrement",
  otherWays: "Autres façons d’envoyer le code",
};

/** Step 2's heading where a missed call's number is the code. */
export const askForCaller = "Quel numéro a appelé ?";

/** Where a send is. */
export const headlines = {
  sending: "Envoi en cours…",
  unknown: "Le code a peut-être été envoyé.",
  queued: "En file d’attente chez Sinch",
  withCarrier: "Chez l’opérateur",
  /** @param {string} lastTwo */
  delivered: (lastTwo) => `Remis à un téléphone finissant par ${lastTwo}`,
  failed: "Non remis.",
};

/** It left. @type {Readonly<Record<ChannelView, (lastTwo: string) => string>>} */
export const sentTo = {
  sms: (lastTwo) => `Envoyé à un téléphone finissant par ${lastTwo}`,
  call: (lastTwo) => `Appel du téléphone finissant par ${lastTwo}.`,
  whatsApp: (lastTwo) => `Envoyé par WhatsApp à un téléphone finissant par ${lastTwo}`,
  flashCall: (lastTwo) => `Le téléphone finissant par ${lastTwo} va sonner.`,
};

/** How long a delivery took. @param {string} time */
export const took = (time) => `au bout de ${time}`;

export const askFirst = "Demandez d’abord au client.";

/** How long it has been under way, where its arrival will be seen. @param {string} time */
export const soFar = (time) => `· ${time}`;

/**
 * The same where the desk knows how long it usually takes.
 * @param {string} time
 * @param {string} usual
 */
export const soFarUsually = (time, usual) => `· ${time}, d’habitude ${usual} ici`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const soFarUnseen = {
  sms: (time) => `· il y a ${time}. Sinch ne dit pas quand le SMS arrive.`,
  whatsApp: (time) => `· il y a ${time}. Sinch ne dit pas quand le message arrive.`,
  call: () => "Une voix dit le code.",
  flashCall: () => "Le téléphone sonne puis s’arrête. Personne ne répond.",
};

/** It is clearly later than usual. @param {string} time */
export const late = (time) => `· déjà ${time}.`;

/**
 * @param {string} time
 * @param {string} usual
 */
export const lateUsually = (time, usual) => `· d’habitude ${usual} ici, cette fois déjà ${time}.`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const lateUnseen = {
  sms: (time) => `· il y a ${time}, et Sinch ne dit pas si le SMS est arrivé.`,
  whatsApp: (time) => `· il y a ${time}, et Sinch ne dit pas si le message est arrivé.`,
  call: (time) => `Pas d’appel au bout de ${time} ?`,
  flashCall: (time) => `Pas d’appel manqué au bout de ${time} ?`,
};

/** What to do about a late one, by what this desk still holds of the number. */
export const readItBack = {
  held: "Relisez le numéro au client.",
  /** Before the number. */
  shown: "Relisez-le au client :",
  /** @param {string} lastTwo */
  unknown: (lastTwo) => `Demandez au client si le numéro finit par ${lastTwo}.`,
};

export const showNumber = "Afficher le numéro";

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const failures = {
  "delivery.unroutable": "Non remis : les SMS n’atteignent pas ce numéro.",
  "delivery.out_of_reach": "Non remis : le téléphone est éteint ou hors réseau.",
  "delivery.blocked": "Non remis : le numéro ou l’expéditeur est bloqué.",
  "delivery.nobody_there": "Non remis : personne n’a ce numéro.",
  "delivery.rejected": "Non remis : l’opérateur a refusé le message.",
  "delivery.expired": "Non remis à temps.",
  "delivery.cancelled": "Non remis : l’envoi a été annulé.",
  "delivery.carrier_failure": "Non remis : l’opérateur a échoué.",
  "delivery.denied": "Non remis : Sinch ne l’a pas envoyé.",
  "delivery.replaced": "Remplacé par un code plus récent.",
};

/** What Sinch says of calls, where that is another matter than of texts. @type {Readonly<Record<string, string>>} */
export const callFailures = {
  "delivery.out_of_reach": "L’appel n’a pas abouti : le téléphone est éteint ou hors réseau.",
  "delivery.carrier_failure": "L’appel n’a pas abouti : l’opérateur a échoué.",
  "delivery.denied": "Sinch n’a pas passé l’appel.",
};

/**
 * What to do about a failure, by the way out that there is.
 * @type {Readonly<Record<string, Readonly<Partial<Record<Way, string>>>>>}
 */
export const whatNow = {
  "delivery.unroutable": {
    call: "C’est peut-être un fixe : essayez un appel.",
    change: "C’est peut-être un fixe : demandez un numéro de mobile.",
  },
  "delivery.out_of_reach": {
    call: "Essayez un appel, ou renvoyez une fois qu’il est allumé.",
    text: "Essayez un SMS, ou demandez de l’allumer.",
    again: "Demandez au client d’allumer le téléphone, puis réessayez.",
  },
  "delivery.blocked": {
    call: "Essayez un appel, ou demandez un autre numéro.",
    text: "Essayez un SMS, ou demandez un autre numéro.",
    change: "Demandez un autre numéro, ou identifiez le client autrement.",
  },
  "delivery.nobody_there": { change: "Relisez le numéro au client, puis changez-le." },
  "delivery.rejected": {
    call: "Essayez un appel, ou demandez un autre numéro.",
    text: "Essayez un SMS, ou demandez un autre numéro.",
    change: "Demandez un autre numéro.",
  },
  "delivery.expired": { again: "Demandez si le téléphone a du réseau, puis renvoyez." },
  "delivery.cancelled": { again: "Renvoyez le code si le client est toujours là." },
  "delivery.carrier_failure": {
    call: "Essayez un appel, ou renvoyez.",
    text: "Essayez un SMS, ou rappelez.",
    again: "Réessayez.",
  },
  "delivery.denied": { change: "Demandez un autre numéro, ou identifiez le client autrement." },
};

/** What to do whatever the failure was. */
export const whatNowAnyway = {
  again: "Relisez le numéro au client, puis renvoyez.",
  /** Nothing can be sent for this code any more. */
  nothingLeft: "Ce code a été envoyé aussi souvent que permis. Changez le numéro, ou redemandez le code.",
  replaced: "Demandez le code arrivé en dernier.",
};

/**
 * What the button of a way out says: at once, and while it has to wait.
 * @type {Readonly<Record<Way, { now: string, later: (wait: string) => string }>>}
 */
export const ways = {
  call: { now: "Appeler à la place", later: (wait) => `Appeler à la place dans ${wait}` },
  text: { now: "Envoyer un SMS à la place", later: (wait) => `Envoyer un SMS dans ${wait}` },
  again: { now: "Réessayer", later: (wait) => `Réessayer dans ${wait}` },
  change: { now: "Changer le numéro", later: () => "Changer le numéro" },
};

/** @param {string} wait */
export const inTime = (wait) => `dans ${wait}`;

/** What the field for the code says below it. */
export const codeHints = {
  same: "Le même code a été renvoyé : quel que soit le message qui arrive, il compte.",
  lastMinute: "Il reste moins d’une minute. Demandez le code maintenant, ou renvoyez-le.",
  lastMinuteLastSend: "Il reste moins d’une minute. Demandez le code maintenant.",
  repeatsCode: "Renvoyer répète le même code.",
  repeatsRequest: "Si le premier est bien parti, renvoyer n’en envoie pas de second.",
};

/** The same where one code was sent. @type {Readonly<Record<ChannelView, string>>} */
export const onlyCode = {
  sms: "Tapez ce que le client lit. Les espaces ne gênent pas.",
  call: "Tapez ce que le client a entendu. Les espaces ne gênent pas.",
  whatsApp: "Il arrive dans WhatsApp, pas parmi les SMS.",
  flashCall: "Tapez en entier le numéro qui a appelé, tel que le téléphone l’affiche. Le client ne répond pas.",
};

/** Which code counts after a new one was sent. @type {Readonly<Record<ChannelView, string>>} */
export const newestCode = {
  sms: "Seul le code le plus récent compte : demandez le SMS arrivé en dernier.",
  call: "Un nouveau code : seul celui que dit cet appel compte.",
  whatsApp: "Un nouveau code : seul celui dans WhatsApp compte.",
  flashCall: "Seul le numéro de cet appel manqué compte maintenant. Tapez-le en entier.",
};

/** What a waiting customer's row says of the send. */
export const row = {
  sending: "Envoi en cours",
  unknown: "Peut-être envoyé",
  /** @param {string} time since it was sent */
  queued: (time) => `En file d’attente chez Sinch, ${time}`,
  /** @param {string} time since it was sent */
  withCarrier: (time) => `Chez l’opérateur, ${time}`,
  delivered: "Remis",
  failed: "Non remis",
};

/** It left. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const rowOfSent = {
  sms: (time) => `Envoyé il y a ${time}`,
  whatsApp: (time) => `Envoyé il y a ${time}`,
  call: (time) => `Appelé il y a ${time}`,
  flashCall: (time) => `A sonné il y a ${time}`,
};

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const rowOfFailed = {
  "delivery.unroutable": "Les SMS ne l’atteignent pas",
  "delivery.out_of_reach": "Téléphone éteint ou hors réseau",
  "delivery.blocked": "Bloqué",
  "delivery.nobody_there": "Personne n’a ce numéro",
  "delivery.rejected": "Refusé par l’opérateur",
  "delivery.expired": "Non remis à temps",
  "delivery.cancelled": "Envoi annulé",
  "delivery.carrier_failure": "L’opérateur a échoué",
  "delivery.denied": "Non envoyé par Sinch",
  "delivery.replaced": "Remplacé par un code plus récent",
};

/** What a way of sending is like, said where it is chosen. @type {Readonly<Record<ChannelView, string>>} */
export const channelHints = {
  sms: "Un SMS apporte le code. Le client vous le lit.",
  call: "Une voix appelle et dit le code. Le client vous le répète.",
  whatsApp: "Le code arrive dans WhatsApp. Demandez si le client l’utilise avec ce numéro.",
  flashCall: "Le téléphone sonne puis s’arrête, personne ne répond. Demandez le numéro qui a appelé.",
};

/** What is said of a number that not every way reaches. */
export const steering = {
  toCall: "C’est un fixe : les SMS ne l’atteignent pas, une voix l’appelle donc et dit le code.",
  ownChoice: "C’est un fixe, et ce moyen ne l’atteint pas. Choisissez « Appel ».",
  noCall: "C’est un fixe, et les appels ne sont pas configurés à ce poste. Demandez un numéro de mobile, ou prévenez votre administrateur.",
};

/**
 * Texts slow or failing at the whole site. It is told from three of five on, never of a single one.
 * @type {Readonly<Record<ChannelView, Record<"slow" | "slowOrFailing" | "failing", (troubled: number, of: number) => string>>>}
 */
export const siteTrouble = {
  sms: {
    slow: (troubled, of) => `Les SMS sont lents en ce moment dans votre organisation : ${troubled} des ${of} derniers ont mis plus d’une minute.`,
    slowOrFailing: (troubled, of) => `Les SMS sont lents en ce moment dans votre organisation : ${troubled} des ${of} derniers ont mis plus d’une minute ou ne sont pas arrivés.`,
    failing: (troubled, of) => `Les SMS n’arrivent pas en ce moment dans votre organisation : ${troubled} des ${of} derniers ont échoué.`,
  },
  call: {
    slow: (troubled, of) => `Les appels sont lents en ce moment dans votre organisation : ${troubled} des ${of} derniers ont mis plus d’une minute.`,
    slowOrFailing: (troubled, of) => `Les appels sont lents en ce moment dans votre organisation : ${troubled} des ${of} derniers ont mis plus d’une minute ou n’ont pas abouti.`,
    failing: (troubled, of) => `Les appels n’aboutissent pas en ce moment dans votre organisation : ${troubled} des ${of} derniers ont échoué.`,
  },
  whatsApp: {
    slow: (troubled, of) => `WhatsApp est lent en ce moment dans votre organisation : ${troubled} des ${of} derniers messages ont mis plus d’une minute.`,
    slowOrFailing: (troubled, of) => `WhatsApp est lent en ce moment dans votre organisation : ${troubled} des ${of} derniers messages ont mis plus d’une minute ou ne sont pas arrivés.`,
    failing: (troubled, of) => `Les messages WhatsApp n’arrivent pas en ce moment dans votre organisation : ${troubled} des ${of} derniers ont échoué.`,
  },
  flashCall: {
    slow: (troubled, of) => `Les appels manqués sont lents en ce moment dans votre organisation : ${troubled} des ${of} derniers ont mis plus d’une minute.`,
    slowOrFailing: (troubled, of) => `Les appels manqués sont lents en ce moment dans votre organisation : ${troubled} des ${of} derniers ont mis plus d’une minute ou ne sont pas arrivés.`,
    failing: (troubled, of) => `Les appels manqués n’arrivent pas en ce moment dans votre organisation : ${troubled} des ${of} derniers ont échoué.`,
  },
};

/** What to offer instead, where that is known to arrive and where it is not. @type {Readonly<Record<ChannelView, { arrives: string, mayArrive: string }>>} */
export const offerInstead = {
  sms: { arrives: "Les SMS arrivent : proposez un SMS.", mayArrive: "Proposez un SMS à la place." },
  call: { arrives: "Les appels arrivent : proposez un appel.", mayArrive: "Proposez un appel à la place." },
  whatsApp: { arrives: "Les messages WhatsApp arrivent : proposez WhatsApp.", mayArrive: "Proposez WhatsApp à la place." },
  flashCall: { arrives: "Les appels manqués arrivent : proposez-en un.", mayArrive: "Proposez un appel manqué à la place." },
};

/** Where nothing else is set up. */
export const nothingToOffer = "Laissez plus de temps, et relisez chaque numéro avant d’envoyer.";

export const siteWellAgain = "Les codes arrivent à nouveau comme d’habitude.";
