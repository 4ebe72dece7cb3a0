// Portuguese: how the desk's surroundings stand, in the corner of the window and in what opens from it.
// Why Sinch or the store fails is in reasons.js and store.js.

/** @typedef {import("../../types/wire.ts").HealthView} HealthView */
/** @typedef {import("../../types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */
/** @typedef {PartView["state"]} HealthState */

export const heading = "Como está este posto";

/** @type {Readonly<Record<PartName, string>>} */
export const names = { sinch: "Sinch", store: "Dados", keyring: "Chaveiro", clock: "Relógio" };

/**
 * What is put after a part's name in the corner. Nothing where all is well: that is shown by quiet.
 * @type {Readonly<Record<PartName, Readonly<Partial<Record<HealthState, string>>>>>}
 */
export const short = {
  sinch: { slow: "com lentidão", trouble: "com falha", unknown: "sem consulta ainda", training: "treino" },
  store: { slow: "lento", trouble: "ausente", unknown: "sem consulta ainda" },
  keyring: { trouble: "com falha", unknown: "sem consulta ainda", session: "sem uso" },
  clock: { slow: "com desvio", trouble: "errado", unknown: "sem comparação ainda" },
};

/** What is said where nothing is put. */
export const well = "bem";

/** @type {Readonly<Record<PartName, Readonly<Record<HealthState, string>>>>} */
export const sentences = {
  sinch: {
    well: "A Sinch responde.",
    slow: "A Sinch responde devagar.",
    trouble: "A Sinch não faz a sua parte.",
    unknown: "A Sinch ainda não foi consultada: isso acontece no envio do primeiro código.",
    training: "Este computador faz o papel da Sinch: nenhum SMS é enviado e nada é cobrado.",
    session: "Os segredos da Sinch são guardados só durante esta sessão.",
  },
  store: {
    well: "O armazenamento responde.",
    slow: "O armazenamento responde devagar.",
    trouble: "O armazenamento não pode ser usado.",
    unknown: "O armazenamento ainda não foi consultado.",
    training: "O armazenamento contém só o treino.",
    session: "O armazenamento é guardado só durante esta sessão.",
  },
  keyring: {
    well: "O chaveiro deste computador responde.",
    slow: "O chaveiro deste computador responde devagar.",
    trouble: "O chaveiro deste computador não pode ser usado.",
    unknown: "O chaveiro deste computador ainda não foi consultado.",
    training: "O treino não precisa de chaveiro.",
    session: "Os segredos são guardados só durante esta sessão: depois do próximo início devem ser inseridos de novo.",
  },
  clock: {
    well: "O relógio deste computador está certo.",
    slow: "O relógio deste computador tem um pequeno desvio.",
    trouble: "O relógio deste computador está errado.",
    unknown: "O relógio deste computador ainda não foi comparado: isso acontece quando a Sinch ou o armazenamento respondem pela primeira vez.",
    training: "O treino segue o relógio deste computador.",
    session: "O relógio é o deste computador.",
  },
};

/** @type {Readonly<Record<string, string>>} */
export const keyringReasons = {
  "keyring.absent": "Este computador não tem chaveiro, ou nenhum está em funcionamento. No Linux, instale e inicie o gnome-keyring ou o KWallet, e abra o Countersign de novo.",
  "keyring.locked": "O chaveiro está bloqueado. Inicie sessão neste computador com uma senha, ou desbloqueie o chaveiro quando ele pedir.",
  "keyring.refused": "O chaveiro recusou. Peça a quem cuida deste computador que permita ao Countersign usá-lo.",
  "keyring.silent": "O chaveiro não responde. Procure atrás desta janela uma pergunta do chaveiro, e responda.",
  "keyring.tooLong": "Um segredo é mais longo do que o chaveiro deste computador pode guardar.",
  "keyring.unreadable": "Não é possível ler o que o chaveiro guarda para o Countersign. Insira os segredos mais uma vez na administração.",
};

/** @param {string} time of day */
export const since = (time) => `Desde: ${time}.`;

/** @param {string} sentence */
export const wellAgain = (sentence) => `De novo bem: ${sentence}`;
