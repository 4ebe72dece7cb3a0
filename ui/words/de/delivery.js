// German: where a send is on its way, why it will not arrive and what to do then, the other ways there are,
// and how deliveries fare at the site as a whole. Which of it is said when, delivery-words.js knows.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../delivery-advice.js").Way} Way */

/** Words that index.html names. */
export const labels = {
  sendAnotherWay: "Anders senden",
  otherWays: "Andere Wege, den Code zu senden",
};

/** Step 2's heading where a missed call's number is the code. */
export const askForCaller = "Fragen Sie, welche Nummer anrief";

/** Where a send is. */
export const headlines = {
  sending: "Wird gesendet …",
  unknown: "Der Code wurde vielleicht gesendet.",
  queued: "Wartet bei Sinch",
  withCarrier: "Beim Netzbetreiber",
  /** @param {string} lastTwo */
  delivered: (lastTwo) => `Zugestellt an ein Telefon mit Endung ${lastTwo}`,
  failed: "Nicht zugestellt.",
};

/** It left. @type {Readonly<Record<ChannelView, (lastTwo: string) => string>>} */
export const sentTo = {
  sms: (lastTwo) => `Gesendet an ein Telefon mit Endung ${lastTwo}`,
  call: (lastTwo) => `Das Telefon mit Endung ${lastTwo} wird angerufen.`,
  whatsApp: (lastTwo) => `Per WhatsApp gesendet an ein Telefon mit Endung ${lastTwo}`,
  flashCall: (lastTwo) => `Das Telefon mit Endung ${lastTwo} wird angeklingelt.`,
};

/** How long a delivery took. @param {string} time */
export const took = (time) => `nach ${time}`;

export const askFirst = "Fragen Sie zuerst die Person.";

/** How long it has been under way, where its arrival will be seen. @param {string} time */
export const soFar = (time) => `· ${time}`;

/**
 * The same where the desk knows how long it usually takes.
 * @param {string} time
 * @param {string} usual
 */
export const soFarUsually = (time, usual) => `· ${time}, hier meist ${usual}`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const soFarUnseen = {
  sms: (time) => `· vor ${time}. Sinch sagt nicht, wann die SMS ankommt.`,
  whatsApp: (time) => `· vor ${time}. Sinch sagt nicht, wann die Nachricht ankommt.`,
  call: () => "Eine Stimme spricht den Code.",
  flashCall: () => "Es klingelt und hört auf. Niemand nimmt ab.",
};

/** It is clearly later than usual. @param {string} time */
export const late = (time) => `· bisher ${time}.`;

/**
 * @param {string} time
 * @param {string} usual
 */
export const lateUsually = (time, usual) => `· hier meist ${usual}, diesmal bisher ${time}.`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const lateUnseen = {
  sms: (time) => `· vor ${time}, und Sinch sagt nicht, ob die SMS angekommen ist.`,
  whatsApp: (time) => `· vor ${time}, und Sinch sagt nicht, ob die Nachricht angekommen ist.`,
  call: (time) => `Kein Anruf nach ${time}?`,
  flashCall: (time) => `Kein Anklingeln nach ${time}?`,
};

/** What to do about a late one, by what this desk still holds of the number. */
export const readItBack = {
  held: "Lesen Sie der Person die Nummer vor.",
  /** Before the number. */
  shown: "Lesen Sie der Person vor:",
  /** @param {string} lastTwo */
  unknown: (lastTwo) => `Fragen Sie die Person, ob die Nummer auf ${lastTwo} endet.`,
};

export const showNumber = "Nummer zeigen";

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const failures = {
  "delivery.unroutable": "Nicht zugestellt: SMS erreichen diese Nummer nicht.",
  "delivery.out_of_reach": "Nicht zugestellt: Telefon aus oder ohne Empfang.",
  "delivery.blocked": "Nicht zugestellt: Nummer oder Absender blockiert.",
  "delivery.nobody_there": "Nicht zugestellt: Niemand hat diese Nummer.",
  "delivery.rejected": "Nicht zugestellt: vom Netzbetreiber abgelehnt.",
  "delivery.expired": "Nicht rechtzeitig zugestellt.",
  "delivery.cancelled": "Nicht zugestellt: Das Senden wurde abgebrochen.",
  "delivery.carrier_failure": "Nicht zugestellt: Der Netzbetreiber hat versagt.",
  "delivery.denied": "Nicht zugestellt: Sinch hat nicht gesendet.",
  "delivery.replaced": "Durch einen neueren Code ersetzt.",
};

/** What Sinch says of calls, where that is another matter than of texts. @type {Readonly<Record<string, string>>} */
export const callFailures = {
  "delivery.out_of_reach": "Der Anruf kam nicht durch: Das Telefon ist aus oder hat keinen Empfang.",
  "delivery.carrier_failure": "Der Anruf kam nicht durch: Der Netzbetreiber hat versagt.",
  "delivery.denied": "Sinch hat nicht angerufen.",
};

/**
 * What to do about a failure, by the way out that there is.
 * @type {Readonly<Record<string, Readonly<Partial<Record<Way, string>>>>>}
 */
export const whatNow = {
  "delivery.unroutable": {
    call: "Vielleicht ein Festnetz: Versuchen Sie einen Anruf.",
    change: "Vielleicht ein Festnetz: Fragen Sie nach einer Mobilnummer.",
  },
  "delivery.out_of_reach": {
    call: "Rufen Sie an, oder senden Sie nach dem Einschalten erneut.",
    text: "Versuchen Sie eine SMS, oder lassen Sie es einschalten.",
    again: "Lassen Sie es einschalten, und versuchen Sie es erneut.",
  },
  "delivery.blocked": {
    call: "Versuchen Sie einen Anruf oder eine andere Nummer.",
    text: "Versuchen Sie eine SMS oder eine andere Nummer.",
    change: "Fragen Sie nach einer anderen Nummer, oder prüfen Sie anders.",
  },
  "delivery.nobody_there": { change: "Lesen Sie der Person die Nummer vor, und ändern Sie sie dann." },
  "delivery.rejected": {
    call: "Versuchen Sie einen Anruf oder eine andere Nummer.",
    text: "Versuchen Sie eine SMS oder eine andere Nummer.",
    change: "Fragen Sie nach einer anderen Nummer.",
  },
  "delivery.expired": { again: "Fragen Sie, ob das Telefon Empfang hat, und senden Sie dann erneut." },
  "delivery.cancelled": { again: "Senden Sie erneut, wenn die Person noch da ist." },
  "delivery.carrier_failure": {
    call: "Versuchen Sie einen Anruf, oder senden Sie erneut.",
    text: "Versuchen Sie eine SMS, oder rufen Sie erneut an.",
    again: "Versuchen Sie es erneut.",
  },
  "delivery.denied": {
    change: "Fragen Sie nach einer anderen Nummer, oder prüfen Sie anders.",
  },
};

/** What to do whatever the failure was. */
export const whatNowAnyway = {
  again: "Lesen Sie der Person die Nummer vor, und senden Sie dann erneut.",
  /** Nothing can be sent for this code any more. */
  nothingLeft: "Dieser Code wurde so oft gesendet, wie es erlaubt ist. Ändern Sie die Nummer, oder fragen Sie noch einmal nach dem Code.",
  replaced: "Fragen Sie nach dem Code, der zuletzt kam.",
};

/**
 * What the button of a way out says: at once, and while it has to wait.
 * @type {Readonly<Record<Way, { now: string, later: (wait: string) => string }>>}
 */
export const ways = {
  call: { now: "Stattdessen anrufen", later: (wait) => `Stattdessen anrufen in ${wait}` },
  text: { now: "Stattdessen SMS senden", later: (wait) => `SMS senden in ${wait}` },
  again: { now: "Erneut versuchen", later: (wait) => `Erneut versuchen in ${wait}` },
  change: { now: "Nummer ändern", later: () => "Nummer ändern" },
};

/** @param {string} wait */
export const inTime = (wait) => `in ${wait}`;

/** What the field for the code says below it. */
export const codeHints = {
  same: "Derselbe Code wurde noch einmal gesendet: Welche Nachricht auch ankommt, sie zählt.",
  lastMinute: "Noch weniger als eine Minute. Fragen Sie jetzt nach dem Code, oder senden Sie ihn noch einmal.",
  lastMinuteLastSend: "Noch weniger als eine Minute. Fragen Sie jetzt nach dem Code.",
  repeatsCode: "Erneutes Senden wiederholt denselben Code.",
  repeatsRequest: "Falls der erste doch gesendet wurde, geht beim erneuten Senden kein zweiter hinaus.",
};

/** The same where one code was sent. @type {Readonly<Record<ChannelView, string>>} */
export const onlyCode = {
  sms: "Tippen Sie ein, was die Person vorliest. Leerzeichen schaden nicht.",
  call: "Tippen Sie ein, was die Person gehört hat. Leerzeichen schaden nicht.",
  whatsApp: "Der Code kommt in WhatsApp, nicht als SMS.",
  flashCall: "Tippen Sie die ganze Nummer ein, die angerufen hat, wie das Telefon sie zeigt. Die Person nimmt nicht ab.",
};

/** Which code counts after a new one was sent. @type {Readonly<Record<ChannelView, string>>} */
export const newestCode = {
  sms: "Nur der neueste Code zählt: Fragen Sie nach der SMS, die zuletzt kam.",
  call: "Ein neuer Code: Nur der zählt, den dieser Anruf spricht.",
  whatsApp: "Ein neuer Code: Nur der in WhatsApp zählt.",
  flashCall: "Jetzt zählt nur die Nummer dieses Anrufs. Tippen Sie sie ganz ein.",
};

/** What a waiting customer's row says of the send. */
export const row = {
  sending: "Wird gesendet",
  unknown: "Vielleicht gesendet",
  /** @param {string} time since it was sent */
  queued: (time) => `Wartet bei Sinch, ${time}`,
  /** @param {string} time since it was sent */
  withCarrier: (time) => `Beim Netzbetreiber, ${time}`,
  delivered: "Zugestellt",
  failed: "Nicht zugestellt",
};

/** It left. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const rowOfSent = {
  sms: (time) => `Vor ${time} gesendet`,
  whatsApp: (time) => `Vor ${time} gesendet`,
  call: (time) => `Vor ${time} angerufen`,
  flashCall: (time) => `Vor ${time} angeklingelt`,
};

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const rowOfFailed = {
  "delivery.unroutable": "Für SMS nicht erreichbar",
  "delivery.out_of_reach": "Telefon aus oder ohne Empfang",
  "delivery.blocked": "Blockiert",
  "delivery.nobody_there": "Niemand hat diese Nummer",
  "delivery.rejected": "Vom Netzbetreiber abgelehnt",
  "delivery.expired": "Nicht rechtzeitig zugestellt",
  "delivery.cancelled": "Senden abgebrochen",
  "delivery.carrier_failure": "Netzbetreiber hat versagt",
  "delivery.denied": "Von Sinch nicht gesendet",
  "delivery.replaced": "Durch einen neueren Code ersetzt",
};

/** What a way of sending is like, said where it is chosen. @type {Readonly<Record<ChannelView, string>>} */
export const channelHints = {
  sms: "Eine SMS bringt den Code. Die Person liest ihn Ihnen vor.",
  call: "Eine Stimme ruft an und spricht den Code. Die Person sagt ihn Ihnen.",
  whatsApp: "Der Code kommt in WhatsApp. Fragen Sie, ob die Person es mit dieser Nummer nutzt.",
  flashCall: "Das Telefon klingelt und hört auf, niemand nimmt ab. Fragen Sie nach der Nummer, die angerufen hat.",
};

/** What is said of a number that not every way reaches. */
export const steering = {
  toCall: "Ein Festnetz: Darum ruft eine Stimme an und spricht den Code.",
  ownChoice: "Ein Festnetz erreicht dieser Weg nicht. Wählen Sie „Anruf“.",
  noCall: "Das ist ein Festnetzanschluss, und Anrufe sind an diesem Arbeitsplatz nicht eingerichtet. Fragen Sie nach einer Mobilnummer, oder wenden Sie sich an Ihre Administration.",
};

/**
 * Texts slow or failing at the whole site. It is told from three of five on, never of a single one.
 * @type {Readonly<Record<ChannelView, Record<"slow" | "slowOrFailing" | "failing", (troubled: number, of: number) => string>>>}
 */
export const siteTrouble = {
  sms: {
    slow: (troubled, of) => `SMS sind in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} brauchten über eine Minute.`,
    slowOrFailing: (troubled, of) => `SMS sind in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} brauchten über eine Minute oder kamen nicht an.`,
    failing: (troubled, of) => `SMS kommen in Ihrer Organisation gerade nicht an: ${troubled} der letzten ${of} sind gescheitert.`,
  },
  call: {
    slow: (troubled, of) => `Anrufe sind in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} brauchten über eine Minute.`,
    slowOrFailing: (troubled, of) => `Anrufe sind in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} brauchten über eine Minute oder kamen nicht durch.`,
    failing: (troubled, of) => `Anrufe kommen in Ihrer Organisation gerade nicht durch: ${troubled} der letzten ${of} sind gescheitert.`,
  },
  whatsApp: {
    slow: (troubled, of) => `WhatsApp ist in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} Nachrichten brauchten über eine Minute.`,
    slowOrFailing: (troubled, of) => `WhatsApp ist in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} Nachrichten brauchten über eine Minute oder kamen nicht an.`,
    failing: (troubled, of) => `Nachrichten in WhatsApp kommen in Ihrer Organisation gerade nicht an: ${troubled} der letzten ${of} sind gescheitert.`,
  },
  flashCall: {
    slow: (troubled, of) => `Anklingeln ist in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} Male dauerte es über eine Minute.`,
    slowOrFailing: (troubled, of) => `Anklingeln ist in Ihrer Organisation gerade langsam: ${troubled} der letzten ${of} Male dauerte es über eine Minute oder blieb aus.`,
    failing: (troubled, of) => `Anklingeln kommt in Ihrer Organisation gerade nicht an: ${troubled} der letzten ${of} Male ist es gescheitert.`,
  },
};

/** What to offer instead, where that is known to arrive and where it is not. @type {Readonly<Record<ChannelView, { arrives: string, mayArrive: string }>>} */
export const offerInstead = {
  sms: { arrives: "SMS kommen an: Bieten Sie eine SMS an.", mayArrive: "Bieten Sie stattdessen eine SMS an." },
  call: { arrives: "Anrufe kommen an: Bieten Sie einen Anruf an.", mayArrive: "Bieten Sie stattdessen einen Anruf an." },
  whatsApp: { arrives: "Nachrichten in WhatsApp kommen an: Bieten Sie WhatsApp an.", mayArrive: "Bieten Sie stattdessen WhatsApp an." },
  flashCall: { arrives: "Anklingeln kommt an: Bieten Sie es an.", mayArrive: "Bieten Sie stattdessen Anklingeln an." },
};

/** Where nothing else is set up. */
export const nothingToOffer = "Lassen Sie mehr Zeit, und lesen Sie jede Nummer vor, bevor Sie senden.";

export const siteWellAgain = "Codes kommen wieder an wie sonst.";
