// Portuguese: why there is no desk, where that is the keyring's doing or a secret is missing, and what leads
// on. The codes are the shell's own, in src-tauri/src/fault.rs, and the keyring's.

/** What each secret is called, by the name that the keyring has it under. @type {Readonly<Record<string, string>>} */
export const secrets = {
  "sinch-application-secret": "o segredo da aplicação de Sinch Verification",
  "sinch-sms-token": "o token do plano de serviço de Sinch SMS",
  "sinch-key-secret": "o segredo da chave de acesso do projeto da Sinch",
  "redis-password": "a senha do armazenamento comum (Redis)",
  "sentinel-password": "a senha dos Sentinels do armazenamento comum",
  "site-key": "a chave da organização",
};

const NO_DESK = "Até lá, nenhum código pode ser enviado nem verificado.";

/** @type {Readonly<Record<string, string>>} */
export const reasons = {
  "keyring.waiting": "O chaveiro deste computador, que guarda os segredos do posto, ainda não respondeu. Talvez peça a sua senha noutra janela. O posto abre-se sozinho assim que ele responder.",
  "keyring.absent": `Nenhum chaveiro está em funcionamento neste computador, e os segredos do posto não são guardados noutro lugar. Inicie o chaveiro e tente de novo. ${NO_DESK}`,
  "keyring.locked": `O chaveiro deste computador está bloqueado, por isso os segredos do posto não podem ser lidos. Tente de novo: o computador pedirá então a senha do chaveiro. ${NO_DESK}`,
  "keyring.refused": `O chaveiro deste computador não deixa o Countersign ler os segredos do posto. Permita isso onde o computador perguntar, e tente de novo. ${NO_DESK}`,
  "keyring.silent": `O chaveiro deste computador não responde. Talvez peça a sua senha noutra janela: procure-a, e o posto abre-se sozinho. ${NO_DESK}`,
  "keyring.tooLong": "Esse segredo é longo demais para o chaveiro deste computador. Confirme que nada mais foi colado com ele.",
  "keyring.unreadable": `O que o chaveiro guarda para este posto não foi escrito pelo Countersign. Avise o seu administrador: os segredos devem ser inseridos de novo. ${NO_DESK}`,
  "policy.unusable": "A política deste computador, que vem do seu departamento de informática, não pode ser usada, e nenhum posto é aberto segundo outras regras. Avise o seu administrador. O erro está aqui:",
  "live.client": "A conexão com a Sinch não pode ser preparada neste computador: a sua lista de autoridades de confiança não pode ser lida. Avise o seu administrador.",
  "live.folder": "O Countersign não consegue escrever na sua pasta neste computador: o disco talvez esteja cheio ou bloqueado. Avise o seu administrador.",
  "admin.locked": "A administração está bloqueada. Insira a senha de acesso.",
  "admin.notSet": "Ainda não foi definida nenhuma senha de acesso neste computador.",
  "admin.outOfMemory": "Este computador tem pouca memória livre para verificar uma senha de acesso. Feche outros programas e tente de novo.",
};

/** The way on without the keyring. */
export const forThisSession = "Ou abra a administração e insira os segredos só para esta sessão: são esquecidos quando o Countersign for fechado.";

/** There is none where the passcode is in the keyring too. */
export const pagesShut = "A administração fica fechada até que o chaveiro responda: é ele que guarda a senha de acesso.";

/** @param {string} secret */
export const missing = (secret) =>
  `A configuração precisa de um segredo que o chaveiro deste computador não tem: ${secret}. Avise o seu administrador: ele deve ser inserido na administração. ${NO_DESK}`;

/** @param {string} secret */
export const unfit = (secret) =>
  `Um segredo que o chaveiro deste computador guarda não pode estar certo: ${secret}. Avise o seu administrador: ele deve ser inserido de novo na administração. ${NO_DESK}`;

/** A key is not entered, it is shared. */
export const missingSiteKey = `Este computador não tem a chave da organização que os outros postos usam. Avise o seu administrador: um pacote de um deles deve ser importado na administração. ${NO_DESK}`;
