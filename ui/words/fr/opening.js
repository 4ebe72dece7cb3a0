// French: why there is no desk, where that is the keyring's doing or a secret is missing, and what leads
// on. The codes are the shell's own, in src-tauri/src/fault.rs, and the keyring's.

/** What each secret is called, by the name that the keyring has it under. @type {Readonly<Record<string, string>>} */
export const secrets = {
  "sinch-application-secret": "le secret de l’application Sinch Verification",
  "sinch-sms-token": "le jeton du plan de service Sinch SMS",
  "sinch-key-secret": "le secret de la clé d’accès du projet Sinch",
  "redis-password": "le mot de passe du stockage partagé (Redis)",
  "sentinel-password": "le mot de passe des Sentinels du stockage partagé",
  "site-key": "la clé de l’organisation",
};

const NO_DESK = "D’ici là, aucun code ne peut être envoyé ni vérifié.";

/** @type {Readonly<Record<string, string>>} */
export const reasons = {
  "keyring.waiting": "Le trousseau de cet ordinateur, qui garde les secrets du poste, n’a pas encore répondu. Il demande peut-être son mot de passe dans une autre fenêtre. Le poste s’ouvre tout seul dès qu’il répond.",
  "keyring.absent": `Aucun trousseau n’est démarré sur cet ordinateur, et les secrets du poste ne sont gardés nulle part ailleurs. Démarrez le trousseau, puis réessayez. ${NO_DESK}`,
  "keyring.locked": `Le trousseau de cet ordinateur est verrouillé, les secrets du poste ne peuvent donc pas être lus. Réessayez : l’ordinateur demandera alors le mot de passe du trousseau. ${NO_DESK}`,
  "keyring.refused": `Le trousseau de cet ordinateur ne laisse pas Countersign lire les secrets du poste. Autorisez-le là où l’ordinateur le demande, puis réessayez. ${NO_DESK}`,
  "keyring.silent": `Le trousseau de cet ordinateur ne répond pas. Il demande peut-être son mot de passe dans une autre fenêtre : cherchez-la, et le poste s’ouvrira tout seul. ${NO_DESK}`,
  "keyring.tooLong": "Ce secret est trop long pour le trousseau de cet ordinateur. Vérifiez que rien d’autre n’a été collé avec lui.",
  "keyring.unreadable": `Ce que le trousseau contient pour ce poste n’a pas été écrit par Countersign. Prévenez votre administrateur : les secrets doivent être saisis à nouveau. ${NO_DESK}`,
  "policy.unusable": "La stratégie de cet ordinateur, un fichier de votre service informatique, ne peut pas être utilisée, et aucun poste n’est ouvert selon d’autres règles. Prévenez votre administrateur. L’erreur est ici :",
  "live.client": "La connexion à Sinch ne peut pas être préparée sur cet ordinateur : sa liste d’autorités de confiance est illisible. Prévenez votre administrateur.",
  "live.folder": "Countersign ne peut pas écrire dans son dossier sur cet ordinateur : le disque est peut-être plein ou verrouillé. Prévenez votre administrateur.",
  "admin.locked": "L’administration est verrouillée. Saisissez le code d’accès.",
  "admin.notSet": "Aucun code d’accès n’est encore défini sur cet ordinateur.",
  "admin.outOfMemory": "Il reste trop peu de mémoire à cet ordinateur pour vérifier un code d’accès. Fermez d’autres programmes, puis réessayez.",
};

/** The way on without the keyring. */
export const forThisSession = "Ou ouvrez l’administration et saisissez les secrets pour cette session seulement : ils sont oubliés à la fermeture de Countersign.";

/** There is none where the passcode is in the keyring too. */
export const pagesShut = "L’administration reste fermée jusqu’à ce que le trousseau réponde : il garde son code d’accès.";

/** @param {string} secret */
export const missing = (secret) =>
  `Les réglages demandent un secret que le trousseau de cet ordinateur n’a pas : ${secret}. Prévenez votre administrateur : il doit être saisi dans l’administration. ${NO_DESK}`;

/** @param {string} secret */
export const unfit = (secret) =>
  `Un secret que garde le trousseau de cet ordinateur ne peut pas être le bon : ${secret}. Prévenez votre administrateur : il doit être saisi à nouveau dans l’administration. ${NO_DESK}`;

/** A key is not entered, it is shared. */
export const missingSiteKey = `Cet ordinateur n’a pas la clé de l’organisation que les autres postes utilisent. Prévenez votre administrateur : un paquet de l’un d’eux doit être importé dans l’administration. ${NO_DESK}`;
