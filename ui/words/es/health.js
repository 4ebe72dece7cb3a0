// Spanish: how the desk's surroundings stand, in the corner of the window and in what opens from it.
// Why Sinch or the store fails is in reasons.js and store.js.

/** @typedef {import("../../types/wire.ts").HealthView} HealthView */
/** @typedef {import("../../types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */
/** @typedef {PartView["state"]} HealthState */

export const heading = "Cómo está este puesto";

/** @type {Readonly<Record<PartName, string>>} */
export const names = { sinch: "Sinch", store: "Almacén", keyring: "Llavero", clock: "Reloj" };

/**
 * What is put after a part's name in the corner. Nothing where all is well: that is shown by quiet.
 * @type {Readonly<Record<PartName, Readonly<Partial<Record<HealthState, string>>>>>}
 */
export const short = {
  sinch: { slow: "lento", trouble: "falla", unknown: "sin consultar aún", training: "prácticas" },
  store: { slow: "lento", trouble: "ausente", unknown: "sin consultar aún" },
  keyring: { trouble: "falla", unknown: "sin consultar aún", session: "no se usa" },
  clock: { slow: "desviado", trouble: "mal", unknown: "sin comparar aún" },
};

/** What is said where nothing is put. */
export const well = "bien";

/** @type {Readonly<Record<PartName, Readonly<Record<HealthState, string>>>>} */
export const sentences = {
  sinch: {
    well: "Sinch responde.",
    slow: "Sinch responde despacio.",
    trouble: "Sinch no hace su parte.",
    unknown: "Todavía no se ha consultado a Sinch: ocurre al enviar el primer código.",
    training: "Este equipo hace de Sinch: no se envía ningún SMS y no se cobra nada.",
    session: "Los secretos de Sinch se guardan solo durante esta sesión.",
  },
  store: {
    well: "El almacén responde.",
    slow: "El almacén responde despacio.",
    trouble: "El almacén no se puede utilizar.",
    unknown: "Todavía no se ha consultado el almacén.",
    training: "El almacén solo contiene prácticas.",
    session: "El almacén se guarda solo durante esta sesión.",
  },
  keyring: {
    well: "El llavero de este equipo responde.",
    slow: "El llavero de este equipo responde despacio.",
    trouble: "El llavero de este equipo no se puede utilizar.",
    unknown: "Todavía no se ha consultado el llavero de este equipo.",
    training: "Las prácticas no necesitan llavero.",
    session: "Los secretos se guardan solo durante esta sesión: después del próximo inicio hay que introducirlos de nuevo.",
  },
  clock: {
    well: "El reloj de este equipo va bien.",
    slow: "El reloj de este equipo se desvía un poco.",
    trouble: "El reloj de este equipo va mal.",
    unknown: "El reloj de este equipo todavía no se ha comparado: ocurre cuando Sinch o el almacén responden por primera vez.",
    training: "Las prácticas se rigen por el reloj de este equipo.",
    session: "El reloj es el de este equipo.",
  },
};

/** @type {Readonly<Record<string, string>>} */
export const keyringReasons = {
  "keyring.absent": "Este equipo no tiene llavero o no hay ninguno en marcha. En Linux, instale e inicie gnome-keyring o KWallet y vuelva a abrir Countersign.",
  "keyring.locked": "El llavero está bloqueado. Inicie sesión en este equipo con una contraseña o desbloquee el llavero cuando lo pida.",
  "keyring.refused": "El llavero se ha negado. Pida a quien cuida de este equipo que permita a Countersign utilizarlo.",
  "keyring.silent": "El llavero no responde. Busque detrás de esta ventana una pregunta del llavero y contéstela.",
  "keyring.tooLong": "Un secreto es más largo de lo que el llavero de este equipo puede guardar.",
  "keyring.unreadable": "No se puede leer lo que el llavero guarda para Countersign. Introduzca los secretos otra vez en la administración.",
};

/** @param {string} time of day */
export const since = (time) => `Desde: ${time}.`;

/** @param {string} sentence */
export const wellAgain = (sentence) => `De nuevo bien: ${sentence}`;
