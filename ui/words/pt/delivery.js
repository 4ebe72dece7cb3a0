// Portuguese: where a send is on its way, why it will not arrive and what to do then, the other ways there are,
// and how deliveries fare at the site as a whole. Which of it is said when, delivery-words.js knows.

/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../delivery-advice.js").Way} Way */

/** Words that index.html names. */
export const labels = {
  sendAnotherWay: "Enviar de outra forma",
  otherWays: "Outras formas de enviar o código",
};

/** Step 2's heading where a missed call's number is the code. */
export const askForCaller = "Peça o número que ligou";

/** Where a send is. */
export const headlines = {
  sending: "Envio em curso…",
  unknown: "Talvez tenha sido enviado.",
  queued: "Na fila da Sinch",
  withCarrier: "Com a operadora",
  /** @param {string} lastTwo */
  delivered: (lastTwo) => `Entregue a um telefone com final ${lastTwo}`,
  failed: "Não entregue.",
};

/** It left. @type {Readonly<Record<ChannelView, (lastTwo: string) => string>>} */
export const sentTo = {
  sms: (lastTwo) => `Enviado a um telefone com final ${lastTwo}`,
  call: (lastTwo) => `Chamada em curso para o telefone com final ${lastTwo}.`,
  whatsApp: (lastTwo) => `Enviado por WhatsApp a um telefone com final ${lastTwo}`,
  flashCall: (lastTwo) => `O telefone com final ${lastTwo} vai tocar.`,
};

/** How long a delivery took. @param {string} time */
export const took = (time) => `após ${time}`;

export const askFirst = "Pergunte primeiro ao cliente.";

/** How long it has been under way, where its arrival will be seen. @param {string} time */
export const soFar = (time) => `· ${time}`;

/**
 * The same where the desk knows how long it usually takes.
 * @param {string} time
 * @param {string} usual
 */
export const soFarUsually = (time, usual) => `· ${time}, aqui costuma demorar ${usual}`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const soFarUnseen = {
  sms: (time) => `· há ${time}. A Sinch não diz quando chega.`,
  whatsApp: (time) => `· há ${time}. A Sinch não diz quando chega.`,
  call: () => "Uma voz diz o código.",
  flashCall: () => "Toca e para. Ninguém atende.",
};

/** It is clearly later than usual. @param {string} time */
export const late = (time) => `· ${time} até agora.`;

/**
 * @param {string} time
 * @param {string} usual
 */
export const lateUsually = (time, usual) => `· aqui costuma demorar ${usual}, desta vez ${time} até agora.`;

/** The same where Sinch does not tell. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const lateUnseen = {
  sms: (time) => `· há ${time}, e a Sinch não diz se chegou.`,
  whatsApp: (time) => `· há ${time}, e a Sinch não diz se chegou.`,
  call: (time) => `Nenhuma chamada após ${time}?`,
  flashCall: (time) => `Nenhuma chamada perdida após ${time}?`,
};

/** What to do about a late one, by what this desk still holds of the number. */
export const readItBack = {
  held: "Leia o número ao cliente.",
  /** Before the number. */
  shown: "Leia ao cliente:",
  /** @param {string} lastTwo */
  unknown: (lastTwo) => `Pergunte ao cliente se o número termina em ${lastTwo}.`,
};

export const showNumber = "Mostrar o número";

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const failures = {
  "delivery.unroutable": "Não entregue: os SMS não chegam a este número.",
  "delivery.out_of_reach": "Não entregue: telefone desligado ou sem rede.",
  "delivery.blocked": "Não entregue: o número ou o remetente está bloqueado.",
  "delivery.nobody_there": "Não entregue: ninguém tem este número.",
  "delivery.rejected": "Não entregue: a operadora recusou a mensagem.",
  "delivery.expired": "Não entregue a tempo.",
  "delivery.cancelled": "Não entregue: o envio foi cancelado.",
  "delivery.carrier_failure": "Não entregue: a operadora falhou.",
  "delivery.denied": "Não entregue: a Sinch não enviou.",
  "delivery.replaced": "Substituído por um código mais recente.",
};

/** What Sinch says of calls, where that is another matter than of texts. @type {Readonly<Record<string, string>>} */
export const callFailures = {
  "delivery.out_of_reach": "A chamada não se completou: o telefone está desligado ou sem rede.",
  "delivery.carrier_failure": "A chamada não se completou: a operadora falhou.",
  "delivery.denied": "A Sinch não fez a chamada.",
};

/**
 * What to do about a failure, by the way out that there is.
 * @type {Readonly<Record<string, Readonly<Partial<Record<Way, string>>>>>}
 */
export const whatNow = {
  "delivery.unroutable": {
    call: "Pode ser um telefone fixo: experimente uma chamada.",
    change: "Pode ser um telefone fixo: peça um número de telefone móvel.",
  },
  "delivery.out_of_reach": {
    call: "Experimente uma chamada, ou envie de novo quando estiver ligado.",
    text: "Experimente um SMS, ou peça que o liguem.",
    again: "Peça ao cliente que ligue o telefone. Depois tente de novo.",
  },
  "delivery.blocked": {
    call: "Experimente uma chamada, ou peça outro número.",
    text: "Experimente um SMS, ou peça outro número.",
    change: "Peça outro número, ou identifique o cliente de outra forma.",
  },
  "delivery.nobody_there": { change: "Leia o número ao cliente, e depois mude-o." },
  "delivery.rejected": {
    call: "Experimente uma chamada, ou peça outro número.",
    text: "Experimente um SMS, ou peça outro número.",
    change: "Peça outro número.",
  },
  "delivery.expired": { again: "Pergunte se o telefone tem rede, e depois envie de novo." },
  "delivery.cancelled": { again: "Envie de novo se o cliente ainda estiver aqui." },
  "delivery.carrier_failure": {
    call: "Experimente uma chamada, ou envie de novo.",
    text: "Experimente um SMS, ou ligue de novo.",
    again: "Tente de novo.",
  },
  "delivery.denied": { change: "Peça outro número, ou identifique o cliente de outra forma." },
};

/** What to do whatever the failure was. */
export const whatNowAnyway = {
  again: "Leia o número ao cliente, e depois envie de novo.",
  /** Nothing can be sent for this code any more. */
  nothingLeft: "Este código foi enviado tantas vezes quantas são permitidas. Mude o número, ou peça o código mais uma vez.",
  replaced: "Peça o código que chegou por último.",
};

/**
 * What the button of a way out says: at once, and while it has to wait.
 * @type {Readonly<Record<Way, { now: string, later: (wait: string) => string }>>}
 */
export const ways = {
  call: { now: "Ligar em vez disso", later: (wait) => `Ligar em vez disso em ${wait}` },
  text: { now: "Enviar um SMS em vez disso", later: (wait) => `Enviar um SMS em ${wait}` },
  again: { now: "Tentar de novo", later: (wait) => `Tentar de novo em ${wait}` },
  change: { now: "Mudar o número", later: () => "Mudar o número" },
};

/** @param {string} wait */
export const inTime = (wait) => `em ${wait}`;

/** What the field for the code says below it. */
export const codeHints = {
  same: "Foi enviado de novo o mesmo código: qualquer mensagem que chegue conta.",
  lastMinute: "Resta menos de um minuto. Peça o código agora, ou envie-o de novo.",
  lastMinuteLastSend: "Resta menos de um minuto. Peça o código agora.",
  repeatsCode: "Enviar de novo repete o mesmo código.",
  repeatsRequest: "Se o primeiro chegou a sair, enviar de novo não envia um segundo.",
};

/** The same where one code was sent. @type {Readonly<Record<ChannelView, string>>} */
export const onlyCode = {
  sms: "Insira o que o cliente lê. Os espaços não atrapalham.",
  call: "Insira o que o cliente ouviu. Os espaços não atrapalham.",
  whatsApp: "Chega no WhatsApp, não entre os SMS.",
  flashCall: "Insira por inteiro o número que ligou, tal como o telefone o mostra. O cliente não atende.",
};

/** Which code counts after a new one was sent. @type {Readonly<Record<ChannelView, string>>} */
export const newestCode = {
  sms: "Só conta o código mais recente: peça o SMS que chegou por último.",
  call: "Um novo código: só conta o que esta chamada diz.",
  whatsApp: "Um novo código: só conta o do WhatsApp.",
  flashCall: "Agora só conta o número desta chamada perdida. Insira-o por inteiro.",
};

/** What a waiting customer's row says of the send. */
export const row = {
  sending: "Envio em curso",
  unknown: "Talvez enviado",
  /** @param {string} time since it was sent */
  queued: (time) => `Na fila da Sinch, ${time}`,
  /** @param {string} time since it was sent */
  withCarrier: (time) => `Com a operadora, ${time}`,
  delivered: "Entregue",
  failed: "Não entregue",
};

/** It left. @type {Readonly<Record<ChannelView, (time: string) => string>>} */
export const rowOfSent = {
  sms: (time) => `Enviado há ${time}`,
  whatsApp: (time) => `Enviado há ${time}`,
  call: (time) => `Chamada feita há ${time}`,
  flashCall: (time) => `Tocou há ${time}`,
};

/** Why it will not arrive. @type {Readonly<Record<string, string>>} */
export const rowOfFailed = {
  "delivery.unroutable": "Os SMS não chegam a ele",
  "delivery.out_of_reach": "Telefone desligado ou sem rede",
  "delivery.blocked": "Bloqueado",
  "delivery.nobody_there": "Ninguém tem este número",
  "delivery.rejected": "Recusado pela operadora",
  "delivery.expired": "Não entregue a tempo",
  "delivery.cancelled": "Envio cancelado",
  "delivery.carrier_failure": "A operadora falhou",
  "delivery.denied": "Não enviado pela Sinch",
  "delivery.replaced": "Substituído por um código mais recente",
};

/** What a way of sending is like, said where it is chosen. @type {Readonly<Record<ChannelView, string>>} */
export const channelHints = {
  sms: "Um SMS traz o código. O cliente lê-o em voz alta.",
  call: "Uma voz liga e diz o código. O cliente repete-o.",
  whatsApp: "O código chega no WhatsApp. Pergunte se o cliente o usa com este número.",
  flashCall: "O telefone toca e para, ninguém atende. Peça o número que ligou.",
};

/** What is said of a number that not every way reaches. */
export const steering = {
  toCall: "É um telefone fixo: os SMS não chegam a ele, por isso uma voz liga e diz o código.",
  ownChoice: "É um telefone fixo, e essa forma não chega a ele. Escolha «Chamada».",
  noCall: "É um telefone fixo, e as chamadas não estão configuradas neste posto. Peça um número de telefone móvel, ou avise o seu administrador.",
};

/**
 * Texts slow or failing at the whole site. It is told from three of five on, never of a single one.
 * @type {Readonly<Record<ChannelView, Record<"slow" | "slowOrFailing" | "failing", (troubled: number, of: number) => string>>>}
 */
export const siteTrouble = {
  sms: {
    slow: (troubled, of) => `Os SMS estão lentos agora na sua organização: ${troubled} dos últimos ${of} demoraram mais de um minuto.`,
    slowOrFailing: (troubled, of) => `Os SMS estão lentos agora na sua organização: ${troubled} dos últimos ${of} demoraram mais de um minuto ou não chegaram.`,
    failing: (troubled, of) => `Os SMS não chegam agora na sua organização: ${troubled} dos últimos ${of} falharam.`,
  },
  call: {
    slow: (troubled, of) => `As chamadas estão lentas agora na sua organização: ${troubled} das últimas ${of} demoraram mais de um minuto.`,
    slowOrFailing: (troubled, of) => `As chamadas estão lentas agora na sua organização: ${troubled} das últimas ${of} demoraram mais de um minuto ou não se completaram.`,
    failing: (troubled, of) => `As chamadas não se completam agora na sua organização: ${troubled} das últimas ${of} falharam.`,
  },
  whatsApp: {
    slow: (troubled, of) => `O WhatsApp está lento agora na sua organização: ${troubled} das últimas ${of} mensagens demoraram mais de um minuto.`,
    slowOrFailing: (troubled, of) => `O WhatsApp está lento agora na sua organização: ${troubled} das últimas ${of} mensagens demoraram mais de um minuto ou não chegaram.`,
    failing: (troubled, of) => `As mensagens do WhatsApp não chegam agora na sua organização: ${troubled} das últimas ${of} falharam.`,
  },
  flashCall: {
    slow: (troubled, of) => `As chamadas perdidas estão lentas agora na sua organização: ${troubled} das últimas ${of} demoraram mais de um minuto.`,
    slowOrFailing: (troubled, of) => `As chamadas perdidas estão lentas agora na sua organização: ${troubled} das últimas ${of} demoraram mais de um minuto ou não chegaram.`,
    failing: (troubled, of) => `As chamadas perdidas não chegam agora na sua organização: ${troubled} das últimas ${of} falharam.`,
  },
};

/** What to offer instead, where that is known to arrive and where it is not. @type {Readonly<Record<ChannelView, { arrives: string, mayArrive: string }>>} */
export const offerInstead = {
  sms: { arrives: "Os SMS chegam: ofereça um SMS.", mayArrive: "Ofereça um SMS em vez disso." },
  call: { arrives: "As chamadas chegam: ofereça uma chamada.", mayArrive: "Ofereça uma chamada em vez disso." },
  whatsApp: { arrives: "As mensagens do WhatsApp chegam: ofereça o WhatsApp.", mayArrive: "Ofereça o WhatsApp em vez disso." },
  flashCall: { arrives: "As chamadas perdidas chegam: ofereça uma.", mayArrive: "Ofereça uma chamada perdida em vez disso." },
};

/** Where nothing else is set up. */
export const nothingToOffer = "Dê mais tempo, e leia cada número ao cliente antes de enviar.";

export const siteWellAgain = "Os códigos voltam a chegar como de costume.";
