// Spanish: why there is no desk, where that is the keyring's doing or a secret is missing, and what leads
// on. The codes are the shell's own, in src-tauri/src/fault.rs, and the keyring's.

/** What each secret is called, by the name that the keyring has it under. @type {Readonly<Record<string, string>>} */
export const secrets = {
  "sinch-application-secret": "el secreto de la aplicación de Sinch Verification",
  "sinch-sms-token": "el token del plan de servicio de Sinch SMS",
  "sinch-key-secret": "el secreto de la clave de acceso del proyecto de Sinch",
  "redis-password": "la contraseña del almacén compartido (Redis)",
  "sentinel-password": "la contraseña de los Sentinel del almacén compartido",
  "site-key": "la clave de la organización",
};

const NO_DESK = "Hasta entonces no se puede enviar ni comprobar ningún código.";

/** @type {Readonly<Record<string, string>>} */
export const reasons = {
  "keyring.waiting": "El llavero de este equipo, que guarda los secretos del puesto, todavía no ha respondido. Quizá pida su contraseña en otra ventana. El puesto se abre solo en cuanto responda.",
  "keyring.absent": `En este equipo no hay ningún llavero en marcha, y los secretos del puesto no se guardan en otro sitio. Inicie el llavero y vuelva a intentarlo. ${NO_DESK}`,
  "keyring.locked": `El llavero de este equipo está bloqueado, así que no se pueden leer los secretos del puesto. Vuelva a intentarlo: el equipo pedirá entonces la contraseña del llavero. ${NO_DESK}`,
  "keyring.refused": `El llavero de este equipo no deja que Countersign lea los secretos del puesto. Permítalo donde el equipo lo pregunte y vuelva a intentarlo. ${NO_DESK}`,
  "keyring.silent": `El llavero de este equipo no responde. Quizá pida su contraseña en otra ventana: búsquela, y el puesto se abrirá solo. ${NO_DESK}`,
  "keyring.tooLong": "Ese secreto es demasiado largo para el llavero de este equipo. Compruebe que no se haya pegado nada más con él.",
  "keyring.unreadable": `Lo que el llavero guarda para este puesto no lo escribió Countersign. Avise a su administrador: hay que introducir los secretos de nuevo. ${NO_DESK}`,
  "policy.unusable": "La directiva de este equipo, un archivo de su departamento de informática, no se puede utilizar, y no se abre ningún puesto con otras reglas. Avise a su administrador. El error está aquí:",
  "live.client": "En este equipo no se puede preparar la conexión con Sinch: no se puede leer su lista de autoridades de confianza. Avise a su administrador.",
  "live.folder": "Countersign no puede escribir en su carpeta de este equipo: el disco puede estar lleno o bloqueado. Avise a su administrador.",
  "admin.locked": "La administración está bloqueada. Introduzca la contraseña de acceso.",
  "admin.notSet": "En este equipo todavía no se ha fijado ninguna contraseña de acceso.",
  "admin.outOfMemory": "A este equipo le queda muy poca memoria para comprobar una contraseña de acceso. Cierre otros programas y vuelva a intentarlo.",
};

/** The way on without the keyring. */
export const forThisSession = "O abra la administración e introduzca los secretos solo para esta sesión: se olvidan al cerrar Countersign.";

/** There is none where the passcode is in the keyring too. */
export const pagesShut = "La administración permanece cerrada hasta que el llavero responda: él guarda su contraseña de acceso.";

/** @param {string} secret */
export const missing = (secret) =>
  `La configuración necesita un secreto que el llavero de este equipo no tiene: ${secret}. Avise a su administrador: hay que introducirlo en la administración. ${NO_DESK}`;

/** @param {string} secret */
export const unfit = (secret) =>
  `Un secreto que guarda el llavero de este equipo no puede ser correcto: ${secret}. Avise a su administrador: hay que introducirlo de nuevo en la administración. ${NO_DESK}`;

/** A key is not entered, it is shared. */
export const missingSiteKey = `Este equipo no tiene la clave de la organización que utilizan los demás puestos. Avise a su administrador: hay que importar en la administración un paquete de uno de ellos. ${NO_DESK}`;
