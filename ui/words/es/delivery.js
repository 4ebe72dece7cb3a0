// Spanish: where a send is on its way, why it will not arrive and what to do then, the other ways there are,
// and how deliveries fare at the site as a whole. Which of it is said when, delivery-words.js knows.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../delivery-advice.js").Way} Way */

/** Words that index.html names. */
export const labels = {
  sendAnotherWay: "Enviar de otra forma",
  otherWays: "Otras formas de enviar el código",
};

/** Step 2's heading where a missed call's number is the code. */
export const askForCaller = "Pida el número que llamó";

/** Where a send is. */
export const headlines = {
  sending: "Enviando…",
  unknown: "Quizá se haya enviado.",
  queued: "En cola en Sinch",
  withCarrier: "En manos del operador",
  /** @param {string} lastTwo */
  delivered: (lastTwo) => `Entregado a un teléfono terminado en ${lastTwo}`,
  failed: "No entregado.",
};

/** It left. @type {Readonly<Record<ChannelView, (lastTwo: string) => string>>} */
export const sentTo = {
  sms: (lastTwo) => `Enviado a un teléfono terminado en ${lastTwo}`,
  call: (lastTwo) => `Llamando al teléfono terminado en ${lastTwo}.`,
  whatsApp: (lastTwo) => `Enviado por WhatsApp a un teléfono terminado en ${lastTwo}`,
  flashCall: (lastTwo) => `Haciendo sonar el teléfono terminado en ${lastTwo}.`,
};

/** How long a delivery took. @param {string} time */
export const took = (time) => `al cabo de ${time}`;

export const askFirst = "Pregunte primero al cliente.";

/** How long it has been under way, where its arrival will be seen. @param {string} time */
export const soFar = (time) => `· ${time}`;

/**
 * The same where the desk knows how long it usually takes.
 * @param {string} time
 * @param {string} usual
 */
export const soFarUsually = (time, usual) => `· ${time}, aquí suele tardar ${usual}`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const soFarUnseen = {
  sms: (time) => `· hace ${time}. Sinch no dice cuándo llega.`,
  whatsApp: (time) => `· hace ${time}. Sinch no dice cuándo llega.`,
  call: () => "Una voz dice el código.",
  flashCall: () => "Suena y se corta. Nadie contesta.",
};

/** It is clearly later than usual. @param {string} time */
export const late = (time) => `· ${time} hasta ahora.`;

/**
 * @param {string} time
 * @param {string} usual
 */
export const lateUsually = (time, usual) => `· aquí suele tardar ${usual}, esta vez ${time} hasta ahora.`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const lateUnseen = {
  sms: (time) => `· hace ${time}, y Sinch no dice si llegó.`,
  whatsApp: (time) => `· hace ${time}, y Sinch no dice si llegó.`,
  call: (time) => `¿Ninguna llamada después de ${time}?`,
  flashCall: (time) => `¿Ninguna llamada perdida después de ${time}?`,
};

/** What to do about a late one, by what this desk still holds of the number. */
export const readItBack = {
  held: "Léale el número al cliente.",
  /** Before the number. */
  shown: "Léaselo al cliente:",
  /** @param {string} lastTwo */
  unknown: (lastTwo) => `Pregunte al cliente si el número termina en ${lastTwo}.`,
};

export const showNumber = "Mostrar el número";

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const failures = {
  "delivery.unroutable": "No entregado: los SMS no llegan a este número.",
  "delivery.out_of_reach": "No entregado: teléfono apagado o sin cobertura.",
  "delivery.blocked": "No entregado: el número o el remitente está bloqueado.",
  "delivery.nobody_there": "No entregado: nadie tiene este número.",
  "delivery.rejected": "No entregado: el operador rechazó el mensaje.",
  "delivery.expired": "No entregado a tiempo.",
  "delivery.cancelled": "No entregado: el envío se anuló.",
  "delivery.carrier_failure": "No entregado: el operador falló.",
  "delivery.denied": "No entregado: Sinch no lo envió.",
  "delivery.replaced": "Sustituido por un código más reciente.",
};

/** What Sinch says of calls, where that is another matter than of texts. @type {Readonly<Record<string, string>>} */
export const callFailures = {
  "delivery.out_of_reach": "La llamada no entró: el teléfono está apagado o sin cobertura.",
  "delivery.carrier_failure": "La llamada no entró: el operador falló.",
  "delivery.denied": "Sinch no hizo la llamada.",
};

/**
 * What to do about a failure, by the way out that there is.
 * @type {Readonly<Record<string, Readonly<Partial<Record<Way, string>>>>>}
 */
export const whatNow = {
  "delivery.unroutable": {
    call: "Puede ser un teléfono fijo: pruebe con una llamada.",
    change: "Puede ser un teléfono fijo: pida un número de móvil.",
  },
  "delivery.out_of_reach": {
    call: "Pruebe con una llamada, o envíe otra vez cuando esté encendido.",
    text: "Pruebe con un SMS, o pida que lo encienda.",
    again: "Pida que lo encienda y vuelva a intentarlo.",
  },
  "delivery.blocked": {
    call: "Pruebe con una llamada o pida otro número.",
    text: "Pruebe con un SMS o pida otro número.",
    change: "Pida otro número o identifique al cliente de otra forma.",
  },
  "delivery.nobody_there": { change: "Léale el número al cliente y luego cámbielo." },
  "delivery.rejected": {
    call: "Pruebe con una llamada o pida otro número.",
    text: "Pruebe con un SMS o pida otro número.",
    change: "Pida otro número.",
  },
  "delivery.expired": { again: "Pregunte si el teléfono tiene cobertura y envíe otra vez." },
  "delivery.cancelled": { again: "Envíe otra vez si el cliente sigue aquí." },
  "delivery.carrier_failure": {
    call: "Pruebe con una llamada o envíe otra vez.",
    text: "Pruebe con un SMS o llame otra vez.",
    again: "Vuelva a intentarlo.",
  },
  "delivery.denied": { change: "Pida otro número o identifique al cliente de otra forma." },
};

/** What to do whatever the failure was. */
export const whatNowAnyway = {
  again: "Léale el número al cliente y luego envíe otra vez.",
  /** Nothing can be sent for this code any more. */
  nothingLeft: "Este código se ha enviado tantas veces como está permitido. Cambie el número o pida el código otra vez.",
  replaced: "Pida el código que llegó el último.",
};

/**
 * What the button of a way out says: at once, and while it has to wait.
 * @type {Readonly<Record<Way, { now: string, later: (wait: string) => string }>>}
 */
export const ways = {
  call: { now: "Llamar en su lugar", later: (wait) => `Llamar en su lugar en ${wait}` },
  text: { now: "Enviar un SMS en su lugar", later: (wait) => `Enviar un SMS en ${wait}` },
  again: { now: "Volver a intentar", later: (wait) => `Volver a intentar en ${wait}` },
  change: { now: "Cambiar el número", later: () => "Cambiar el número" },
};

/** @param {string} wait */
export const inTime = (wait) => `en ${wait}`;

/** What the field for the code says below it. */
export const codeHints = {
  same: "Se envió otra vez el mismo código: vale el mensaje que llegue, sea cual sea.",
  lastMinute: "Queda menos de un minuto. Pida el código ahora o envíelo otra vez.",
  lastMinuteLastSend: "Queda menos de un minuto. Pida el código ahora.",
  repeatsCode: "Enviar otra vez repite el mismo código.",
  repeatsRequest: "Si el primero llegó a salir, enviar otra vez no envía un segundo.",
};

/** The same where one code was sent. @type {Readonly<Record<ChannelView, string>>} */
export const onlyCode = {
  sms: "Escriba lo que lee el cliente. Los espacios no molestan.",
  call: "Escriba lo que ha oído el cliente. Los espacios no molestan.",
  whatsApp: "Llega en WhatsApp, no entre los SMS.",
  flashCall: "Escriba entero el número que llamó, tal como lo muestra el teléfono. El cliente no contesta.",
};

/** Which code counts after a new one was sent. @type {Readonly<Record<ChannelView, string>>} */
export const newestCode = {
  sms: "Solo cuenta el código más reciente: pida el SMS que llegó el último.",
  call: "Un código nuevo: solo cuenta el que dice esta llamada.",
  whatsApp: "Un código nuevo: solo cuenta el de WhatsApp.",
  flashCall: "Ahora solo cuenta el número de esta llamada perdida. Escríbalo entero.",
};

/** What a waiting customer's row says of the send. */
export const row = {
  sending: "Enviando",
  unknown: "Quizá enviado",
  /** @param {string} time since it was sent */
  queued: (time) => `En cola en Sinch, ${time}`,
  /** @param {string} time since it was sent */
  withCarrier: (time) => `En manos del operador, ${time}`,
  delivered: "Entregado",
  failed: "No entregado",
};

/** It left. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const rowOfSent = {
  sms: (time) => `Enviado hace ${time}`,
  whatsApp: (time) => `Enviado hace ${time}`,
  call: (time) => `Llamado hace ${time}`,
  flashCall: (time) => `Sonó hace ${time}`,
};

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const rowOfFailed = {
  "delivery.unroutable": "Los SMS no le llegan",
  "delivery.out_of_reach": "Teléfono apagado o sin cobertura",
  "delivery.blocked": "Bloqueado",
  "delivery.nobody_there": "Nadie tiene este número",
  "delivery.rejected": "Rechazado por el operador",
  "delivery.expired": "No entregado a tiempo",
  "delivery.cancelled": "Envío anulado",
  "delivery.carrier_failure": "El operador falló",
  "delivery.denied": "Sinch no lo envió",
  "delivery.replaced": "Sustituido por un código más reciente",
};

/** What a way of sending is like, said where it is chosen. @type {Readonly<Record<ChannelView, string>>} */
export const channelHints = {
  sms: "Un SMS trae el código. El cliente se lo lee a usted.",
  call: "Una voz llama y dice el código. El cliente se lo dice a usted.",
  whatsApp: "El código llega en WhatsApp. Pregunte si lo usa con este número.",
  flashCall: "El teléfono suena y se corta, nadie contesta. Pida el número que llamó.",
};

/** What is said of a number that not every way reaches. */
export const steering = {
  toCall: "Es un teléfono fijo: los SMS no le llegan, así que una voz llama y dice el código.",
  ownChoice: "Es un teléfono fijo, y así no se llega a él. Elija «Llamada».",
  noCall: "Es un teléfono fijo, y en este puesto no están configuradas las llamadas. Pida un número de móvil o avise a su administrador.",
};

/**
 * Texts slow or failing at the whole site. It is told from three of five on, never of a single one.
 * @type {Readonly<Record<ChannelView, Record<"slow" | "slowOrFailing" | "failing", (troubled: number, of: number) => string>>>}
 */
export const siteTrouble = {
  sms: {
    slow: (troubled, of) => `Los SMS van lentos ahora en su organización: ${troubled} de los últimos ${of} tardaron más de un minuto.`,
    slowOrFailing: (troubled, of) => `Los SMS van lentos ahora en su organización: ${troubled} de los últimos ${of} tardaron más de un minuto o no llegaron.`,
    failing: (troubled, of) => `Los SMS no llegan ahora en su organización: ${troubled} de los últimos ${of} fallaron.`,
  },
  call: {
    slow: (troubled, of) => `Las llamadas van lentas ahora en su organización: ${troubled} de las últimas ${of} tardaron más de un minuto.`,
    slowOrFailing: (troubled, of) => `Las llamadas van lentas ahora en su organización: ${troubled} de las últimas ${of} tardaron más de un minuto o no entraron.`,
    failing: (troubled, of) => `Las llamadas no entran ahora en su organización: ${troubled} de las últimas ${of} fallaron.`,
  },
  whatsApp: {
    slow: (troubled, of) => `WhatsApp va lento ahora en su organización: ${troubled} de los últimos ${of} mensajes tardaron más de un minuto.`,
    slowOrFailing: (troubled, of) => `WhatsApp va lento ahora en su organización: ${troubled} de los últimos ${of} mensajes tardaron más de un minuto o no llegaron.`,
    failing: (troubled, of) => `Los mensajes de WhatsApp no llegan ahora en su organización: ${troubled} de los últimos ${of} fallaron.`,
  },
  flashCall: {
    slow: (troubled, of) => `Las llamadas perdidas van lentas ahora en su organización: ${troubled} de las últimas ${of} tardaron más de un minuto.`,
    slowOrFailing: (troubled, of) => `Las llamadas perdidas van lentas ahora en su organización: ${troubled} de las últimas ${of} tardaron más de un minuto o no llegaron.`,
    failing: (troubled, of) => `Las llamadas perdidas no llegan ahora en su organización: ${troubled} de las últimas ${of} fallaron.`,
  },
};

/** What to offer instead, where that is known to arrive and where it is not. @type {Readonly<Record<ChannelView, { arrives: string, mayArrive: string }>>} */
export const offerInstead = {
  sms: { arrives: "Los SMS llegan: ofrezca un SMS.", mayArrive: "Ofrezca un SMS en su lugar." },
  call: { arrives: "Las llamadas llegan: ofrezca una llamada.", mayArrive: "Ofrezca una llamada en su lugar." },
  whatsApp: { arrives: "Los mensajes de WhatsApp llegan: ofrezca WhatsApp.", mayArrive: "Ofrezca WhatsApp en su lugar." },
  flashCall: { arrives: "Las llamadas perdidas llegan: ofrezca una.", mayArrive: "Ofrezca una llamada perdida en su lugar." },
};

/** Where nothing else is set up. */
export const nothingToOffer = "Dé más tiempo y lea cada número al cliente antes de enviar.";

export const siteWellAgain = "Los códigos vuelven a llegar como siempre.";
