// Portuguese: every sentence of the desk that is not a reason (those are in reasons.js).
// What happened, what to do, when. Formal address, in words that Portugal and Brazil share.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").GoneView} GoneView */
/** @typedef {import("../../types/wire.ts").NumberTypeView} NumberTypeView */
/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("pt");

/** The language that `Intl` writes names, lists and times in. */
export const language = "pt";

/** Words that index.html names. */
export const labels = {
  product: "Countersign",
  admin: "Administração",
  language: "Idioma",
  view: "Vista",
  help: "Ajuda",
  training: "Treino",
  trainingBand: "Nenhum SMS é enviado e nada é cobrado. Os SMS chegam ao telefone desenhado aqui.",
  sandbox: "Ambiente de testes",
  sandboxBand: "Nenhum SMS é enviado e nada é cobrado: um ambiente de testes neste computador faz as vezes da Sinch.",
  openAdminPages: "Abrir a administração",
  openingHeading: "O posto está em abertura",
  setUpSinch: "Configurar a Sinch",
  troubleHeading: "O posto não consegue iniciar",
  tryAgain: "Tentar de novo",
  newSettings: "Começar com uma configuração nova",
  stepOne: "Passo 1 de 2",
  requestHeading: "Que número deve ser verificado?",
  region: "País",
  phone: "Número de telefone",
  reference: "Referência",
  optional: "(opcional)",
  sendBy: "Enviar por",
  viaVerification: "Por Sinch Verification",
  send: "Enviar código",
  stepTwo: "Passo 2 de 2",
  codeHeading: "Peça o código ao cliente",
  validFor: "Válido por",
  triesLeft: "Tentativas restantes",
  sent: "Envios",
  check: "Verificar código",
  handOver: "Deixar o cliente escrevê-lo",
  takeBack: "Retomar",
  notKnown: "Ainda não se sabe se esse código estava certo: o armazenamento não respondeu. A pergunta é repetida automaticamente…",
  changeNumber: "Mudar o número",
  leave: "Novo cliente",
  noProof: "Nada foi enviado, por isso não prova nada.",
  next: "Próximo cliente",
  sendNewCode: "Enviar um novo código",
  side: "Ao lado do posto",
  waiting: "Em espera",
  trainingPhone: "Telefone de treino",
  skipMinute: "Deixar passar um minuto",
  practise: "Treinar um problema",
  phoneMessages: "Mensagens no telefone de treino",
  nothingArrived: "Ainda não chegou nada",
};

/** What buttons say while their question is out. */
export const busy = {
  send: { busy: "Envio em curso…", long: "A Sinch ainda não respondeu…" },
  check: { busy: "Verificação em curso…", long: "Verificação ainda em curso…" },
  open: { busy: "Abertura em curso…", long: "O chaveiro ainda não respondeu…" },
};

/** @param {string} heading */
export const pageTitle = (heading) => `${heading} – Countersign`;

/** @param {{ desk: string, site: string }} names */
export const deskName = ({ desk, site }) => [desk, site].filter(Boolean).join(" · ");

/** @type {Readonly<Record<ChannelView, string>>} */
export const channelNames = { sms: "SMS", call: "Chamada", whatsApp: "WhatsApp", flashCall: "Toque" };

/** How the code of a verdict travelled. @type {Readonly<Record<ChannelView, string>>} */
export const byChannel = {
  sms: "por SMS",
  call: "por chamada",
  whatsApp: "por WhatsApp",
  flashCall: "por chamada perdida",
};

/** What the language is the language of, where the channel says anything. @type {Readonly<Partial<Record<ChannelView, string>>>} */
export const saidIn = { sms: "SMS em", call: "Chamada em", whatsApp: "Mensagem em" };

/** Said when another language was chosen, in that language. */
export const nowSpoken = "Esta página está agora em português.";

/** @type {Readonly<Record<NumberTypeView, string>>} */
export const numberTypes = {
  mobile: "telefone móvel",
  fixedLine: "telefone fixo",
  fixedLineOrMobile: "telefone móvel ou fixo",
  premium: "tarifa especial",
  sharedCost: "custo dividido",
  tollFree: "chamada gratuita",
  pager: "pager",
  voicemail: "caixa postal de voz",
  voip: "telefone pela internet",
  personal: "número pessoal",
  companyWide: "número de empresa",
  unknown: "número",
};

export const readBackEmpty = "Insira o número. Ele aparece aqui, para ser lido ao cliente.";

/**
 * @param {string} type what kind of number it is
 * @param {string} region the country's name
 */
export const readBack = (type, region) => `Leia em voz alta: ${type}, ${region}`;

/** What a rule adds to the reading, where it is about the number itself. @type {Readonly<Partial<Record<RuleView, string>>>} */
export const forbidden = {
  countryNotAllowed: "Não se verifica lá.",
  numberTypeRefused: "A estes números não se enviam códigos.",
  landlineNeedsCall: "As mensagens não chegam a ele.",
};

/** The way out that a landline is offered. */
export const landlineCanBeCalled = "Ligar em vez disso";

/**
 * A customer without a reference.
 * @param {string} lastTwo digits of the number
 */
export const phoneEnding = (lastTwo) => `Telefone com final ${lastTwo}`;

/** @param {string} desk */
export const begunAt = (desk) => `iniciado em ${desk}`;

export const codeLabels = {
  missedCall: "O número que ligou",
  anyLength: "Código (4 a 10 algarismos)",
  /** @param {number} digits */
  ofLength: (digits) => `Código de ${digits} algarismos`,
};

/** @param {number} left */
export const wrongCode = (left) =>
  count(left, {
    one: "Não é esse o código. Resta # tentativa antes de este número ficar bloqueado por algum tempo.",
    other: "Não é esse o código. Restam # tentativas antes de este número ficar bloqueado por algum tempo.",
  });

export const nothingSent =
  "A Sinch não tem notícia de nenhum código enviado a este telefone. Nenhuma tentativa foi contada. Envie de novo.";

export const notCounted = "Essa tentativa não chegou. Insira o código mais uma vez.";

/** @param {number} allowed */
export const sendsAllowed = (allowed) => `de ${allowed}`;

/** @param {number} seconds */
export const timeWarning = (seconds) =>
  seconds === 60
    ? "O código é válido por mais um minuto."
    : count(seconds, { one: "O código é válido por mais # segundo.", other: "O código é válido por mais # segundos." });

/** @type {Readonly<Record<ChannelView, string>>} */
export const sendAgain = { sms: "Enviar de novo", call: "Ligar de novo", whatsApp: "Enviar de novo", flashCall: "Tocar de novo" };

export const didNotArrive = "Não chegou: enviar de novo";

/**
 * @param {string} again what the button does
 * @param {string} wait the time until then
 */
export const againIn = (again, wait) => `${again} em ${wait}`;

export const noSendsLeft = "Não restam envios";

export const noSendsLeftWhatNow =
  "Este código foi enviado tantas vezes quantas são permitidas. Peça-o mais uma vez, ou mude o número.";

/** @param {string} wait */
export const notYet = (wait) => `Ainda não: pode ser enviado de novo em ${wait}.`;

/** What a verified code proves, handing-over.js says. */
export const verified = { heading: "Verificado" };

export const locked = {
  heading: "Bloqueado",
  /** @param {string} time of day */
  what: (time) => `Demasiados códigos errados. Este número está bloqueado. Fim do bloqueio: ${time}.`,
  whatForAWhile: "Demasiados códigos errados. Este número está bloqueado por algum tempo.",
  whatNowForAWhile: "Identifique o cliente de outra forma.",
  /** @param {number} minutes */
  whatNow: (minutes) =>
    count(minutes, {
      one: "Falta # minuto. Até lá, identifique o cliente de outra forma.",
      other: "Faltam # minutos. Até lá, identifique o cliente de outra forma.",
    }),
};

export const expired = {
  heading: "Expirado",
  what: "O tempo do código acabou. Já não conta nenhum código enviado a este cliente.",
  whatNow: "Envie um novo código se o cliente ainda estiver aqui.",
  whatNowUnknownNumber: "Se o cliente ainda estiver aqui, comece de novo com o número.",
};

/** @type {Readonly<Record<GoneView, { heading: string, what: string, whatNow: string }>>} */
export const gone = {
  alreadyVerified: {
    heading: "Já usado",
    what: "Este código já contou uma vez. Um código só conta uma vez.",
    whatNow: "Se for outro cliente, envie-lhe um código próprio.",
  },
  cancelled: {
    heading: "Terminado",
    what: "Esta verificação foi terminada num posto.",
    whatNow: "Se o cliente ainda estiver aqui, comece de novo com o número.",
  },
  superseded: {
    heading: "Substituído",
    what: "Foi enviado um código mais recente ao mesmo número. Só esse conta.",
    whatNow: "Procure entre os clientes em espera, ou comece de novo com o número.",
  },
  notFound: {
    heading: "Já não está aberto",
    what: "Esta verificação expirou ou foi terminada noutro lugar.",
    whatNow: "Se o cliente ainda estiver aqui, comece de novo com o número.",
  },
};

/** What ended while it was in hand, by other hands. @type {typeof gone} */
export const goneElsewhere = {
  ...gone,
  alreadyVerified: {
    heading: "Verificado noutro posto",
    what: "O código do cliente acaba de ser verificado noutro posto, e estava certo.",
    whatNow: "Aqui não há mais nada a fazer. Siga para o próximo cliente.",
  },
  cancelled: {
    heading: "Terminado noutro posto",
    what: "Outro posto acaba de terminar esta verificação.",
    whatNow: gone.cancelled.whatNow,
  },
};

export const phone = {
  /** @param {string} number */
  to: (number) => `Para ${number}`,
  /** @param {string} from */
  call: (from) => `Chamada de ${from}`,
  /** @param {string} spoken */
  spoken: (spoken) => `«${spoken}»`,
  /** @param {string} from */
  missedCall: (from) => `Chamada perdida de ${from}`,
  minutePassed: "Passou um minuto.",
};

/** What comes of the training numbers. */
export const practice = {
  well: "Tudo corre bem",
  late: "Chega após 40 segundos",
  never: "Nunca chega",
  carrierFails: "A operadora falha",
  landline: "Um telefone fixo: só recebe chamadas",
  noCredit: "Sem saldo na Sinch",
  blocked: "Na lista de bloqueio da Sinch",
  away: "A Sinch está ausente por um momento",
  unknown: "Talvez enviado",
  slow: "A Sinch responde após 8 segundos",
  notAccepted: "O código certo é recusado",
};
