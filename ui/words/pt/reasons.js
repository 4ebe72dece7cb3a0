// Portuguese: why something did not happen, by the core's stable codes and rules.
// Each says what happened and what to do about it; an unknown code gets a sentence that is still true.

/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("pt");

/** Why a number or a code can't be read. @type {Readonly<Record<string, string>>} */
export const problems = {
  "phone.empty": "Insira um número de telefone.",
  "phone.too_short": "Faltam algarismos. Leia o número ao cliente e acrescente-os.",
  "phone.too_long": "Há algarismos a mais. Leia o número ao cliente.",
  "phone.too_long_to_be_a_number": "É texto a mais para um número de telefone. Insira só o número.",
  "phone.letters": "Insira o número em algarismos. Não pode conter letras.",
  "phone.not_a_number": "Insira um número de telefone, como 070-174 06 05 ou +1 202 555 0100.",
  "phone.unknown_country_code": "Nenhum país tem o código que segue o +. Confirme os primeiros algarismos.",
  "phone.no_country": "Esse número não pertence a nenhum país. Peça um número de telefone móvel.",
  "phone.not_in_country": "Esse número não existe ({country}). Confirme os algarismos, ou escolha outro país.",
  "phone.extension": "Um código não chega a um ramal. Insira o número sem ele, ou outro.",
  "phone.several": "É mais de um número. Insira só um.",
  "phone.short_or_emergency": "Não se pode enviar um código a um número curto ou de emergência. Peça um número de telefone móvel.",
  "phone.doubled_country_code": "O código do país está lá duas vezes. Retire um deles.",
  "phone.zero_after_country_code": "Retire o 0 depois do código do país.",
  "phone.missing_plus": "Se for um número do estrangeiro ({country}), ponha um + na frente.",
  "code.empty": "Insira o código.",
  "code.letters": "Insira o código em algarismos. Não contém letras. Nenhuma tentativa foi contada.",
  "code.not_digits": "Insira só os algarismos do código. Nenhuma tentativa foi contada.",
  "code.too_short": "Faltam algarismos. Peça ao cliente o código inteiro. Nenhuma tentativa foi contada.",
  "code.too_long": "São mais algarismos do que o código tem. Nenhuma tentativa foi contada.",
};

export const unknownProblem = "Não é possível ler isso. Confirme e insira mais uma vez.";

/** A country that has no name here. */
export const thisCountry = "este país";

const TELL_ADMIN = "Avise o seu administrador.";

/** @type {Readonly<Record<string, string>>} */
export const sinch = {
  "sinch.invalid_number": "A Sinch não conhece este número. Confirme-o com o cliente, algarismo por algarismo.",
  "sinch.illegal_number_type": "A Sinch não envia a números deste tipo. Peça um número de telefone móvel.",
  "sinch.invalid_request": `A Sinch não entendeu este posto. ${TELL_ADMIN}`,
  "sinch.wrong_code": "A Sinch não espera nenhum código para este número. Envie um novo.",
  "sinch.not_found": "A Sinch não tem notícia deste código. Envie um novo.",
  "sinch.no_credit": "A conta da Sinch ficou sem saldo. Avise o seu administrador: nenhum posto pode enviar até que seja recarregada.",
  "sinch.blacklisted": "Este número está na lista de bloqueio da Sinch. Peça outro número, ou identifique o cliente de outra forma.",
  "sinch.account_blocked": "A conta da Sinch está bloqueada, talvez por falta de saldo. Avise o seu administrador: nenhum posto pode enviar até que seja reaberta.",
  "sinch.denied": "A Sinch não permitiu um código para este número. Peça outro número, ou identifique o cliente de outra forma.",
  "sinch.no_route": "Nenhuma operadora aceita mensagens para este número. Peça outro número.",
  "sinch.too_soon": "A Sinch acaba de enviar um código a este número. Espere um minuto e envie de novo.",
  "sinch.capacity": "A Sinch está ocupada demais para esta conta. Espere um minuto e envie de novo.",
  "sinch.bad_credentials": "A Sinch não aceita a chave deste posto. Avise o seu administrador: nenhum código pode ser enviado até que seja trocada.",
  "sinch.wrong_region_or_plan": `O plano da Sinch deste posto não está na região configurada. ${TELL_ADMIN}`,
  "sinch.insufficient_auth_level": `A conta da Sinch não deixa este posto enviar. ${TELL_ADMIN}`,
  "sinch.duplicate_reference": "A Sinch já aceitou este envio. Pergunte ao cliente se o código chegou.",
  "sinch.not_configured": `A conta da Sinch não está toda configurada. ${TELL_ADMIN}`,
  "sinch.refused": "A Sinch recusou, e não disse a razão de um modo que esta versão entenda. Tente mais uma vez, e depois avise o seu administrador.",
  "sinch.clock_skew": "O relógio deste computador está errado, e a Sinch recusa o que ele envia. Acerte o relógio e envie de novo.",
  "sinch.unfit_text": `O texto da mensagem não pode ser enviado tal como está escrito. ${TELL_ADMIN}`,
  "sinch.unfit_id": "A Sinch deu um nome que não pode ser usado. Envie de novo; se não ajudar, avise o seu administrador.",
  "sinch.name_not_found": "O endereço da Sinch não foi encontrado. Confirme a conexão à internet deste computador e envie de novo.",
  "sinch.unreachable": "Não se consegue chegar à Sinch. Confirme a conexão à internet deste computador e envie de novo.",
  "sinch.no_trusted_encryption": `Não foi possível fazer uma conexão segura com a Sinch, por isso nada foi transmitido. ${TELL_ADMIN}`,
  "sinch.timed_out": "A Sinch não respondeu a tempo. Pergunte ao cliente se o código chegou antes de enviar de novo.",
  "sinch.cut": "A conexão com a Sinch foi interrompida. Pergunte ao cliente se o código chegou antes de enviar de novo.",
  "sinch.unreadable": "A resposta da Sinch não pôde ser lida. Pergunte ao cliente se o código chegou antes de enviar de novo.",
  "sinch.too_large": "O que veio da Sinch não era uma resposta. Pergunte ao cliente se o código chegou antes de enviar de novo.",
  "sinch.redirected": `A resposta apontava para um lugar que não é a Sinch, e não foi seguida. ${TELL_ADMIN}`,
  "sinch.server_error": "A Sinch falhou. Pergunte ao cliente se o código chegou antes de enviar de novo.",
  "sinch.unavailable": "A Sinch não está disponível neste momento. Espere um minuto e envie de novo.",
};

/** @type {Readonly<Record<string, string>>} */
export const faults = {
  "store.sealed": `Este posto não pode abrir o que outro posto escreveu. ${TELL_ADMIN}`,
  "settings.unreadable": `O settings.json deste posto não pode ser lido. Nenhum armazenamento foi aberto, e ele ficou como está. ${TELL_ADMIN}`,
  "settings.unusable": `O settings.json deste posto contém o que esta versão não pode usar. Nenhum armazenamento foi aberto, e ele ficou como está. ${TELL_ADMIN} O erro está aqui:`,
  "settings.newer": "Uma versão mais recente do Countersign escreveu o settings.json deste posto. Nenhum armazenamento foi aberto, e ele ficou como está. Avise o seu administrador: este computador precisa outra vez da versão mais recente.",
  "settings.keptAside": "O settings.json deste posto estava danificado, como um corte de energia pode causar. Nenhum armazenamento foi aberto. O que estava danificado foi guardado ao lado, com um nome que começa por settings.corrupt, para que o seu administrador o possa ver.",
  "settings.unwritten": `O Countersign não consegue escrever settings.json na sua pasta neste computador: o disco talvez esteja cheio ou bloqueado. ${TELL_ADMIN}`,
  "settings.rules": `Uma regra da configuração está fora dos seus limites. ${TELL_ADMIN}`,
  "settings.noFolder": `Este computador não tem nenhuma pasta para os dados do Countersign. ${TELL_ADMIN}`,
  "training.time": "Aqui não se pode saltar o tempo: o armazenamento comum segue o seu próprio.",
  "training.sandbox": "O posto de treino não pode ser aberto neste computador. Feche outras janelas do Countersign e tente de novo.",
  "training.folder": `O Countersign não consegue escrever na sua pasta neste computador. ${TELL_ADMIN}`,
  "training.client": `O posto de treino não pode ser preparado neste computador. ${TELL_ADMIN}`,
  "command.argument": "O posto pediu algo que não pode ter. Feche o Countersign e abra-o de novo.",
  "admin.notSet": "Não foi definida nenhuma senha de acesso. Feche o Countersign, abra-o de novo e escolha uma.",
  "admin.outOfMemory": "Este computador tem pouca memória livre para comparar a senha de acesso. Feche outros programas e tente de novo.",
  "window.gone": "A janela estava para fechar. Abra o Countersign de novo.",
};

/** @param {string} code that has no words here */
export const unknown = (code) =>
  `Falhou algo para o qual esta versão não tem palavras (${code}). Tente de novo, e depois avise o seu administrador.`;

/** How far off this computer's clock is. */
export const clock = {
  /** @param {number} minutes */
  minutes: (minutes) => count(minutes, { one: "# minuto", other: "# minutos" }),
  /** @param {number} hours */
  hours: (hours) => count(hours, { one: "# hora", other: "# horas" }),
  /** @param {string} time */
  ahead: (time) =>
    `O relógio deste computador está ${time} adiantado em relação ao da Sinch, por isso a Sinch recusa o que ele envia. Acerte o relógio e envie de novo.`,
  /** @param {string} time */
  behind: (time) =>
    `O relógio deste computador está ${time} atrasado em relação ao da Sinch, por isso a Sinch recusa o que ele envia. Acerte o relógio e envie de novo.`,
};

export const nothingSent = "Nada foi enviado.";

export const notChecked = "O código não foi verificado, e nenhuma tentativa foi contada.";

/** What a rule says. @type {Readonly<Record<RuleView, string>>} */
export const refusals = {
  numberLocked: "Foram inseridos demasiados códigos errados para este número. Identifique o cliente de outra forma.",
  resendPause: "Um código acaba de ser enviado a este número.",
  sendsPerChallenge: "Este código foi enviado tantas vezes quantas são permitidas. Peça-o mais uma vez, ou mude o número.",
  numberHourly: "Este número já recebeu os seus códigos desta hora. Peça outro número, ou identifique o cliente de outra forma.",
  numberDaily: "Este número já recebeu os seus códigos de hoje. Peça outro número, ou identifique o cliente de outra forma.",
  deskHourly: "Este posto já enviou os seus códigos desta hora. Encaminhe o cliente para outro posto.",
  siteDaily: "A sua organização já enviou os seus códigos de hoje. Avise o seu administrador.",
  countryNotAllowed: "A sua organização só verifica números destes países: {countries}. Peça outro número.",
  numberTypeRefused: "A números deste tipo não se enviam códigos (tarifa especial, custo dividido, chamada gratuita, pager ou caixa postal de voz). Peça um número de telefone móvel.",
  landlineNeedsCall: "É um telefone fixo. As mensagens não chegam a ele, mas uma voz pode ligar e dizer o código.",
  lineTypeRefused: "Segundo a Sinch, este não é o número de um telemóvel, e esta organização não envia códigos a outros. Peça um número de telemóvel ou identifique o cliente de outro modo.",
  simSwapped: "O cartão SIM deste número foi trocado há pouco, e outra pessoa pode tê-lo agora. Identifique o cliente de outro modo.",
  notLookedUp: "Este número tem de ser consultado primeiro na Sinch, e isso não é possível neste momento. Espere um minuto e envie de novo, ou identifique o cliente de outro modo.",
  channelNotSetUp: "Esta forma de envio não está configurada. Escolha outra, ou avise o seu administrador.",
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
    before: "O número continua bloqueado por ",
    after: ".",
    afterUntil: (time) => ` (fim: ${time}).`,
    over: "Já pode enviar.",
  },
  send: {
    before: "Pode enviar de novo em ",
    after: ".",
    afterUntil: (time) => ` (hora: ${time}).`,
    over: "Já pode enviar.",
  },
  try: {
    before: "Pode tentar de novo em ",
    after: ".",
    afterUntil: (time) => ` (hora: ${time}).`,
    over: "Já pode tentar de novo.",
  },
};
