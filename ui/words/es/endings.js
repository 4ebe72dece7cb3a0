// Spanish: the ends that are no proof: staff could not verify the customer, or a supervisor accepted them.

/** @typedef {import("../../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** Words that index.html names. */
export const labels = {
  couldNotVerify: "No se pudo verificar",
  askSupervisor: "Acudir a un supervisor",
  unverifiedHeading: "¿Por qué no se pudo verificar al cliente?",
  unverifiedWhy: "Motivo",
  unverifiedRemark: "Observación",
  endUnverified: "Terminar sin verificar",
  endingBack: "Volver",
  supervisorReason: "Por qué se acepta al cliente",
  supervisorPasscode: "Contraseña de acceso del supervisor",
};

/** What is left to a supervisor where a customer could not be verified. */
export const override = {
  heading: "Aceptar sin verificación",
  warning: "Solo para un supervisor. El teléfono del cliente no demuestra nada aquí: quien acepta al cliente responde por ello. El cliente nunca aparece como verificado.",
  accept: "Aceptar, no verificado",
};

/** @type {Readonly<Record<UnverifiedReason, string>>} */
export const reasons = {
  noPhone: "Sin teléfono",
  phoneOff: "Teléfono apagado o sin batería",
  noReception: "Sin cobertura",
  wrongNumber: "No es el número del cliente",
  customerLeft: "El cliente se ha ido",
  other: "Otro motivo",
};

export const chooseReason = "Elija un motivo.";
export const giveReason = "Escriba por qué se acepta al cliente.";
export const givePasscode = "Introduzca la contraseña de acceso del supervisor.";
export const notAllowed = "Su organización no acepta a ningún cliente por la palabra de un supervisor. Identifique al cliente de otra forma.";
export const wrongPasscode = "Esa no es la contraseña de acceso del supervisor.";

export const busy = {
  end: { busy: "Terminando…", long: "Terminando aún…" },
  accept: { busy: "Comparando…", long: "Comparando aún…" },
};

/** Why a supervisor can’t be asked, by the core’s codes. @type {Readonly<Record<string, string>>} */
export const supervisorReasons = {
  "supervisor.notSet": "En este puesto no se ha fijado ninguna contraseña de acceso de supervisor. Avise a su administrador o identifique al cliente de otra forma.",
  "supervisor.outOfMemory": "A este equipo le queda muy poca memoria para comparar la contraseña de acceso. Cierre otros programas y vuelva a intentarlo.",
};

/** While it is not known whether a code was right. */
export const notWhileUnknown = "Todavía no: no se sabe si el último código era correcto.";

export const unverified = {
  heading: "No verificado",
  /**
   * @param {string} reason
   * @param {string} time of day
   */
  what: (reason, time) => `${reason}. Fin: ${time}.`,
  /**
   * @param {string} reason
   * @param {string} remark
   * @param {string} time of day
   */
  whatRemarked: (reason, remark, time) => `${reason}: ${remark}. Fin: ${time}.`,
  whatNow: "No está demostrado que el número sea del cliente. Identifique al cliente de otra forma.",
};

export const accepted = {
  heading: "Aceptado por un supervisor – no verificado",
  /**
   * @param {string} reason
   * @param {string} desk
   * @param {string} time of day
   */
  what: (reason, desk, time) => `${reason} (${desk}, ${time})`,
  whatNow: "No está demostrado que el número sea del cliente.",
};
