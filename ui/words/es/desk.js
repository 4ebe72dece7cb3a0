// Spanish: every sentence of the desk that is not a reason (those are in reasons.js).
// What happened, what to do, when. Formal address.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").GoneView} GoneView */
/** @typedef {import("../../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("es");

/** The language that `Intl` writes names, lists and times in. */
export const language = "es";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Administración",
  language: "Idioma",
  view: "Vista",
  help: "Ayuda",
  training: "Prácticas",
  trainingBand: "No se envía ningún SMS y no se cobra nada. Los SMS llegan al teléfono dibujado aquí.",
  sandbox: "Entorno de pruebas",
  sandboxBand: "No se envía ningún SMS y no se cobra nada: un entorno de pruebas en este equipo hace de Sinch.",
  openAdminPages: "Abrir la administración",
  openingHeading: "El puesto se está abriendo",
  setUpSinch: "Configurar Sinch",
  troubleHeading: "El puesto no puede iniciarse",
  tryAgain: "Volver a intentar",
  newSettings: "Empezar con una configuración nueva",
  stepOne: "Paso 1 de 2",
  requestHeading: "¿Qué número hay que verificar?",
  region: "País",
  phone: "Número de teléfono",
  reference: "Referencia",
  optional: "(opcional)",
  sendBy: "Enviar por",
  viaVerification: "Por Sinch Verification",
  send: "Enviar código",
  stepTwo: "Paso 2 de 2",
  codeHeading: "Pida el código al cliente",
  validFor: "Válido durante",
  triesLeft: "Intentos restantes",
  sent: "Enviado",
  check: "Comprobar código",
  handOver: "Que lo escriba el cliente",
  takeBack: "Retomarlo",
  notKnown: "Todavía no se sabe si ese código era correcto: el almacén no respondió. Se vuelve a preguntar automáticamente…",
  changeNumber: "Cambiar el número",
  leave: "Nuevo cliente",
  noProof: "No se envió nada, así que esto no demuestra nada.",
  next: "Siguiente cliente",
  sendNewCode: "Enviar un código nuevo",
  side: "Junto al puesto",
  waiting: "En espera",
  trainingPhone: "Teléfono de prácticas",
  skipMinute: "Dejar pasar un minuto",
  practise: "Practicar un problema",
  phoneMessages: "Mensajes en el teléfono de prácticas",
  nothingArrived: "Todavía no ha llegado nada",
};

/** What buttons say while their question is out. */
export const busy = {
  send: { busy: "Enviando…", long: "Preguntando aún a Sinch…" },
  check: { busy: "Comprobando…", long: "Comprobando aún…" },
  open: { busy: "Abriendo…", long: "Preguntando aún al llavero…" },
};

/** @param {string} heading */
export const pageTitle = (heading) => `${heading} – Countersign`;

/** @param {{ desk: string, site: string }} names */
export const deskName = ({ desk, site }) => [desk, site].filter(Boolean).join(" · ");

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "SMS", call: "Llamada", whatsApp: "WhatsApp", flashCall: "Toque" };

/** How the code of a verdict travelled. @type {Readonly<Record<ChannelView, string>>} */
export const byChannel = {
  sms: "por SMS",
  call: "por llamada",
  whatsApp: "por WhatsApp",
  flashCall: "por llamada perdida",
};

/** What the language is the language of, where the channel says anything. @type {Readonly<Partial<Record<ChannelView, string>>>} */
export const saidIn = { sms: "SMS en", call: "Llamada en", whatsApp: "Mensaje en" };

/** Said when another language was chosen, in that language. */
export const nowSpoken = "Ahora esta página está en español.";

/** @type {Readonly<Record<NumberTypeView, string>>} */
export const numberTypes = {
  mobile: "móvil",
  fixedLine: "fijo",
  fixedLineOrMobile: "móvil o fijo",
  premium: "tarificación especial",
  sharedCost: "coste compartido",
  tollFree: "llamada gratuita",
  pager: "buscapersonas",
  voicemail: "buzón de voz",
  voip: "teléfono por internet",
  personal: "número personal",
  companyWide: "número de empresa",
  unknown: "número",
};

export const readBackEmpty = "Escriba el número. Aparecerá aquí para leérselo al cliente.";

/**
 * @param {string} type what kind of number it is
 * @param {string} region the country's name
 */
export const readBack = (type, region) => `Léalo en voz alta: ${type}, ${region}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const forbidden = {
  countryNotAllowed: "Allí no se verifica.",
  numberTypeRefused: "A estos números no se envían códigos.",
  landlineNeedsCall: "Los mensajes no le llegan.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Llamar en su lugar";

/**
 * A customer without a reference.
 * @param {string} lastTwo digits of the number
 */
export const phoneEnding = (lastTwo) => `Teléfono terminado en ${lastTwo}`;

/** @param {string} desk */
export const begunAt = (desk) => `iniciado en ${desk}`;

export const codeLabels = {
  missedCall: "El número que llamó",
  anyLength: "Código (de 4 a 10 cifras)",
  /** @param {number} digits */
  ofLength: (digits) => `Código de ${digits} cifras`,
};

/** @param {number} left */
export const wrongCode = (left) =>
  count(left, {
    one: "Ese no es el código. Queda # intento antes de que este número se bloquee un tiempo.",
    other: "Ese no es el código. Quedan # intentos antes de que este número se bloquee un tiempo.",
  });

export const nothingSent =
  "A Sinch no le consta ningún código enviado a este teléfono. No se ha contado ningún intento. Envíelo otra vez.";

export const notCounted = "Ese intento no llegó. Introduzca el código otra vez.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `de ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60
    ? "El código es válido un minuto más."
    : count(seconds, { one: "El código es válido # segundo más.", other: "El código es válido # segundos más." });

/** @type {Readonly<Record<ChannelView, string>>} */
export const sendAgain = { sms: "Enviar otra vez", call: "Llamar otra vez", whatsApp: "Enviar otra vez", flashCall: "Hacer sonar otra vez" };

export const didNotArrive = "No llegó: enviar otra vez";

/**
 * @param {string} again what the button does
 * @param {string} wait the time until then
 */
export const againIn = (again, wait) => `${again} en ${wait}`;

export const noSendsLeft = "No quedan envíos";

export const noSendsLeftWhatNow =
  "Este código se ha enviado tantas veces como está permitido. Pídalo otra vez o cambie el número.";

/** @param {string} wait */
export const notYet = (wait) => `Todavía no: se podrá enviar otra vez en ${wait}.`;

/** What a verified code proves, handing-over.js says. */
export const verified = { heading: "Verificado" };

export const locked = {
  heading: "Bloqueado",
  /** @param {string} time of day */
  what: (time) => `Demasiados códigos equivocados. Este número está bloqueado. Fin del bloqueo: ${time}.`,
  whatForAWhile: "Demasiados códigos equivocados. Este número está bloqueado un tiempo.",
  whatNowForAWhile: "Identifique al cliente de otra forma.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    count(minutes, {
      one: "Falta # minuto. Hasta entonces, identifique al cliente de otra forma.",
      other: "Faltan # minutos. Hasta entonces, identifique al cliente de otra forma.",
    }),
};

export const expired = {
  heading: "Caducado",
  what: "El tiempo del código se ha acabado. Ya no cuenta ningún código enviado a este cliente.",
  whatNow: "Envíe un código nuevo si el cliente sigue aquí.",
  whatNowUnknownNumber: "Si el cliente sigue aquí, empiece de nuevo con su número.",
};

/** @type {Readonly<Record<GoneView, { heading: string, what: string, whatNow: string }>>} */
export const gone = {
  alreadyVerified: {
    heading: "Ya utilizado",
    what: "Este código ya se aceptó una vez. Un código solo cuenta una vez.",
    whatNow: "Si se trata de otro cliente, envíele un código propio.",
  },
  cancelled: {
    heading: "Terminado",
    what: "Esta comprobación se terminó en un puesto.",
    whatNow: "Si el cliente sigue aquí, empiece de nuevo con su número.",
  },
  superseded: {
    heading: "Sustituido",
    what: "Se envió un código más reciente al mismo número. Solo cuenta ese.",
    whatNow: "Mire entre los clientes en espera o empiece de nuevo con el número.",
  },
  notFound: {
    heading: "Ya no está abierto",
    what: "Esta comprobación ha caducado o se terminó en otro sitio.",
    whatNow: "Si el cliente sigue aquí, empiece de nuevo con su número.",
  },
};

/** What ended while it was in hand, by other hands. @type {typeof gone} */
export const goneElsewhere = {
  ...gone,
  alreadyVerified: {
    heading: "Verificado en otro puesto",
    what: "El código del cliente se acaba de comprobar en otro puesto y era correcto.",
    whatNow: "Aquí no queda nada por hacer. Continúe con el siguiente cliente.",
  },
  cancelled: {
    heading: "Terminado en otro puesto",
    what: "Otro puesto acaba de terminar esta comprobación.",
    whatNow: gone.cancelled.whatNow,
  },
};

export const phone = {
  /** @param {string} number */
  to: (number) => `Para ${number}`,
  /** @param {string} from */
  call: (from) => `Llamada de ${from}`,
  /** @param {string} spoken */
  spoken: (spoken) => `«${spoken}»`,
  /** @param {string} from */
  missedCall: (from) => `Llamada perdida de ${from}`,
  minutePassed: "Ha pasado un minuto.",
};

/** What comes of the training numbers. */
export const practice = {
  well: "Todo va bien",
  late: "Llega al cabo de 40 segundos",
  never: "No llega nunca",
  carrierFails: "El operador falla",
  landline: "Un fijo: solo le llegan llamadas",
  noCredit: "Sin saldo en Sinch",
  blocked: "En la lista de bloqueo de Sinch",
  away: "Sinch no está disponible un momento",
  unknown: "Quizá enviado",
  slow: "Sinch responde al cabo de 8 segundos",
  notAccepted: "El código correcto no se acepta",
};
