// Portuguese: the ends that are no proof: staff could not verify the customer, or a supervisor accepted them.

/** @typedef {import("../../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** Words that index.html names. */
export const labels = {
  couldNotVerify: "Não foi possível verificar",
  askSupervisor: "Pedir a um supervisor",
  unverifiedHeading: "Por que motivo não foi possível verificar o cliente?",
  unverifiedWhy: "Motivo",
  unverifiedRemark: "Observação",
  endUnverified: "Terminar sem verificar",
  endingBack: "Voltar",
  supervisorReason: "Motivo para aceitar o cliente",
  supervisorPasscode: "Senha de acesso do supervisor",
};

/** What is left to a supervisor where a customer could not be verified. */
export const override = {
  heading: "Aceitar sem verificação",
  warning: "Só para um supervisor. O telefone do cliente não prova nada aqui: quem aceita o cliente responde por isso. O cliente nunca aparece como verificado.",
  accept: "Aceitar, não verificado",
};

/** @type {Readonly<Record<UnverifiedReason, string>>} */
export const reasons = {
  noPhone: "Sem telefone",
  phoneOff: "Telefone desligado ou sem bateria",
  noReception: "Sem sinal",
  wrongNumber: "O número não é do cliente",
  customerLeft: "O cliente foi embora",
  other: "Outro motivo",
};

export const chooseReason = "Escolha um motivo.";
export const giveReason = "Escreva o motivo para aceitar o cliente.";
export const givePasscode = "Insira a senha de acesso do supervisor.";
export const notAllowed = "A sua organização não aceita nenhum cliente pela palavra de um supervisor. Identifique o cliente de outra forma.";
export const wrongPasscode = "Essa não é a senha de acesso do supervisor.";

export const busy = {
  end: { busy: "Encerramento em curso…", long: "Encerramento ainda em curso…" },
  accept: { busy: "Comparação em curso…", long: "Comparação ainda em curso…" },
};

/** Why a supervisor can’t be asked, by the core’s codes. @type {Readonly<Record<string, string>>} */
export const supervisorReasons = {
  "supervisor.notSet": "Neste posto não foi definida nenhuma senha de acesso de supervisor. Avise o seu administrador, ou identifique o cliente de outra forma.",
  "supervisor.outOfMemory": "Este computador tem pouca memória livre para comparar a senha de acesso. Feche outros programas e tente de novo.",
};

/** While it is not known whether a code was right. */
export const notWhileUnknown = "Ainda não: não se sabe se o último código estava certo.";

export const unverified = {
  heading: "Não verificado",
  /**
   * @param {string} reason
   * @param {string} time of day
   */
  what: (reason, time) => `${reason}. Fim: ${time}.`,
  /**
   * @param {string} reason
   * @param {string} remark
   * @param {string} time of day
   */
  whatRemarked: (reason, remark, time) => `${reason}: ${remark}. Fim: ${time}.`,
  whatNow: "Não está provado que o número seja do cliente. Identifique o cliente de outra forma.",
};

export const accepted = {
  heading: "Aceitação por um supervisor – não verificado",
  /**
   * @param {string} reason
   * @param {string} desk
   * @param {string} time of day
   */
  what: (reason, desk, time) => `${reason} (${desk}, ${time})`,
  whatNow: "Não está provado que o número seja do cliente.",
};
