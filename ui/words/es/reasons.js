// Spanish: why something did not happen, by the core's stable codes and rules.
// Each says what happened and what to do about it; an unknown code gets a sentence that is still true.

/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("es");

/** Why a number or a code can't be read. @type {Readonly<Record<string, string>>} */
export const problems = {
  "phone.empty": "Introduzca un número de teléfono.",
  "phone.too_short": "Faltan cifras. Lea el número al cliente y añádalas.",
  "phone.too_long": "Hay demasiadas cifras. Lea el número al cliente.",
  "phone.too_long_to_be_a_number": "Es demasiado texto para un número de teléfono. Introduzca solo el número.",
  "phone.letters": "Introduzca el número en cifras. No puede llevar letras.",
  "phone.not_a_number": "Introduzca un número de teléfono, como 070-174 06 05 o +1 202 555 0100.",
  "phone.unknown_country_code": "Ningún país tiene el prefijo que sigue al +. Compruebe las primeras cifras.",
  "phone.no_country": "Ese número no pertenece a ningún país. Pida un número de móvil.",
  "phone.not_in_country": "No existe ese número ({country}). Compruebe las cifras o elija otro país.",
  "phone.extension": "Un código no puede llegar a una extensión. Introduzca el número sin ella, u otro.",
  "phone.several": "Es más de un número. Introduzca solo uno.",
  "phone.short_or_emergency": "No se puede enviar un código a un número corto o de emergencia. Pida un número de móvil.",
  "phone.doubled_country_code": "El prefijo del país está dos veces. Quite uno de ellos.",
  "phone.zero_after_country_code": "Quite el 0 que sigue al prefijo del país.",
  "phone.missing_plus": "Si es un número del extranjero ({country}), póngale un + delante.",
  "code.empty": "Introduzca el código.",
  "code.letters": "Introduzca el código en cifras. No lleva letras. No se ha contado ningún intento.",
  "code.not_digits": "Introduzca solo las cifras del código. No se ha contado ningún intento.",
  "code.too_short": "Faltan cifras. Pida al cliente el código completo. No se ha contado ningún intento.",
  "code.too_long": "Son más cifras de las que tiene el código. No se ha contado ningún intento.",
};

export const unknownProblem = "No se puede leer. Compruébelo y escríbalo otra vez.";

/** A country that has no name here. */
export const thisCountry = "este país";

const TELL_ADMIN = "Avise a su administrador.";

/** @type {Readonly<Record<string, string>>} */
export const sinch = {
  "sinch.invalid_number": "Sinch no conoce este número. Compruébelo con el cliente, cifra por cifra.",
  "sinch.illegal_number_type": "Sinch no envía a números de este tipo. Pida un número de móvil.",
  "sinch.invalid_request": `Sinch no ha entendido a este puesto. ${TELL_ADMIN}`,
  "sinch.wrong_code": "Sinch no espera ningún código para este número. Envíe uno nuevo.",
  "sinch.not_found": "A Sinch no le consta este código. Envíe uno nuevo.",
  "sinch.no_credit": "La cuenta de Sinch se ha quedado sin saldo. Avise a su administrador: ningún puesto puede enviar hasta que se recargue.",
  "sinch.blacklisted": "Este número está en la lista de bloqueo de Sinch. Pida otro número o identifique al cliente de otra forma.",
  "sinch.account_blocked": "La cuenta de Sinch está bloqueada, quizá por falta de saldo. Avise a su administrador: ningún puesto puede enviar hasta que se reabra.",
  "sinch.denied": "Sinch no ha permitido un código a este número. Pida otro número o identifique al cliente de otra forma.",
  "sinch.no_route": "Ningún operador acepta mensajes para este número. Pida otro número.",
  "sinch.too_soon": "Sinch acaba de enviar un código a este número. Espere un minuto y envíe otra vez.",
  "sinch.capacity": "Sinch está demasiado ocupado para esta cuenta. Espere un minuto y envíe otra vez.",
  "sinch.bad_credentials": "Sinch no acepta la clave de este puesto. Avise a su administrador: no se puede enviar ningún código hasta que se cambie.",
  "sinch.wrong_region_or_plan": `El plan de Sinch de este puesto no está en la región configurada. ${TELL_ADMIN}`,
  "sinch.insufficient_auth_level": `La cuenta de Sinch no permite enviar a este puesto. ${TELL_ADMIN}`,
  "sinch.duplicate_reference": "Sinch ya ha aceptado este envío. Pregunte al cliente si llegó el código.",
  "sinch.not_configured": `La cuenta de Sinch no está configurada del todo. ${TELL_ADMIN}`,
  "sinch.refused": "Sinch se ha negado y no ha dicho el motivo de un modo que esta versión entienda. Inténtelo otra vez y luego avise a su administrador.",
  "sinch.clock_skew": "El reloj de este equipo va mal y Sinch rechaza lo que envía. Ponga el reloj en hora y envíe otra vez.",
  "sinch.unfit_text": `El texto del mensaje no se puede enviar tal como está escrito. ${TELL_ADMIN}`,
  "sinch.unfit_id": "Sinch ha dado un nombre que no se puede utilizar. Envíe otra vez; si no sirve, avise a su administrador.",
  "sinch.name_not_found": "No se encuentra la dirección de Sinch. Compruebe la conexión a internet de este equipo y envíe otra vez.",
  "sinch.unreachable": "No se puede llegar a Sinch. Compruebe la conexión a internet de este equipo y envíe otra vez.",
  "sinch.no_trusted_encryption": `No se ha podido establecer una conexión segura con Sinch, así que no se ha transmitido nada. ${TELL_ADMIN}`,
  "sinch.timed_out": "Sinch no ha respondido a tiempo. Pregunte al cliente si llegó el código antes de enviar otra vez.",
  "sinch.cut": "La conexión con Sinch se ha cortado. Pregunte al cliente si llegó el código antes de enviar otra vez.",
  "sinch.unreadable": "No se ha podido leer la respuesta de Sinch. Pregunte al cliente si llegó el código antes de enviar otra vez.",
  "sinch.too_large": "Lo que ha llegado de Sinch no era una respuesta. Pregunte al cliente si llegó el código antes de enviar otra vez.",
  "sinch.redirected": `La respuesta remitía a un lugar que no es Sinch, y no se ha seguido. ${TELL_ADMIN}`,
  "sinch.server_error": "Sinch ha fallado. Pregunte al cliente si llegó el código antes de enviar otra vez.",
  "sinch.unavailable": "Sinch no está disponible en este momento. Espere un minuto y envíe otra vez.",
};

/** @type {Readonly<Record<string, string>>} */
export const faults = {
  "store.sealed": `Este puesto no puede abrir lo que ha escrito otro. ${TELL_ADMIN}`,
  "settings.unreadable": `No se puede leer el archivo settings.json de este puesto. No se ha abierto ningún almacén y el archivo se ha dejado como está. ${TELL_ADMIN}`,
  "settings.unusable": `El archivo settings.json de este puesto contiene algo que esta versión no puede utilizar. No se ha abierto ningún almacén y el archivo se ha dejado como está. ${TELL_ADMIN} El error está aquí:`,
  "settings.newer": "Una versión más reciente de Countersign escribió el archivo settings.json de este puesto. No se ha abierto ningún almacén y el archivo se ha dejado como está. Avise a su administrador: este equipo vuelve a necesitar la versión más reciente.",
  "settings.keptAside": "El archivo settings.json de este puesto estaba dañado, como puede ocurrir tras un corte de luz. No se ha abierto ningún almacén. El archivo dañado se ha conservado al lado, con un nombre que empieza por settings.corrupt, para que su administrador pueda verlo.",
  "settings.unwritten": `Countersign no puede escribir settings.json en su carpeta de este equipo: el disco puede estar lleno o bloqueado. ${TELL_ADMIN}`,
  "settings.rules": `Una regla de la configuración está fuera de sus límites. ${TELL_ADMIN}`,
  "settings.noFolder": `Este equipo no tiene ninguna carpeta para los datos de Countersign. ${TELL_ADMIN}`,
  "training.time": "Aquí no se puede saltar el tiempo: el almacén compartido se rige por el suyo.",
  "training.sandbox": "El puesto de prácticas no se puede abrir en este equipo. Cierre otras copias de Countersign y vuelva a intentarlo.",
  "training.folder": `Countersign no puede escribir en su carpeta de este equipo. ${TELL_ADMIN}`,
  "training.client": `El puesto de prácticas no se puede preparar en este equipo. ${TELL_ADMIN}`,
  "command.argument": "El puesto ha pedido algo que no puede tener. Cierre Countersign y vuelva a abrirlo.",
  "admin.notSet": "No se ha fijado ninguna contraseña de acceso. Cierre Countersign, vuelva a abrirlo y elija una.",
  "admin.outOfMemory": "A este equipo le queda muy poca memoria para comparar la contraseña de acceso. Cierre otros programas y vuelva a intentarlo.",
  "window.gone": "La ventana se estaba cerrando. Vuelva a abrir Countersign.",
};

/** @param {string} code that has no words here */
export const unknown = (code) =>
  `Ha fallado algo para lo que esta versión no tiene palabras (${code}). Vuelva a intentarlo y luego avise a su administrador.`;

/** How far off this computer's clock is. */
export const clock = {
  /** @param {number} minutes */
  minutes: (minutes) => count(minutes, { one: "# minuto", other: "# minutos" }),
  /** @param {number} hours */
  hours: (hours) => count(hours, { one: "# hora", other: "# horas" }),
  /** @param {string} time */
  ahead: (time) =>
    `El reloj de este equipo va ${time} adelantado respecto al de Sinch, así que Sinch rechaza lo que envía. Ponga el reloj en hora y envíe otra vez.`,
  /** @param {string} time */
  behind: (time) =>
    `El reloj de este equipo va ${time} atrasado respecto al de Sinch, así que Sinch rechaza lo que envía. Ponga el reloj en hora y envíe otra vez.`,
};

export const nothingSent = "No se ha enviado nada.";

export const notChecked = "El código no se ha comprobado y no se ha contado ningún intento.";

/** What a rule says. @type {Readonly<Record<RuleView, string>>} */
export const refusals = {
  numberLocked: "Se han escrito demasiados códigos equivocados para este número. Identifique al cliente de otra forma.",
  resendPause: "A este número se le acaba de enviar un código.",
  sendsPerChallenge: "Este código se ha enviado tantas veces como está permitido. Pídalo otra vez o cambie el número.",
  numberHourly: "Este número ya ha recibido sus códigos de esta hora. Pida otro número o identifique al cliente de otra forma.",
  numberDaily: "Este número ya ha recibido sus códigos de hoy. Pida otro número o identifique al cliente de otra forma.",
  deskHourly: "Este puesto ya ha enviado sus códigos de esta hora. Envíe al cliente a otro puesto.",
  siteDaily: "Su organización ya ha enviado sus códigos de hoy. Avise a su administrador.",
  countryNotAllowed: "Su organización solo verifica números de estos países: {countries}. Pida otro número.",
  numberTypeRefused: "A números de este tipo no se envían códigos (tarificación especial, coste compartido, llamada gratuita, buscapersonas o buzón de voz). Pida un número de móvil.",
  landlineNeedsCall: "Es un teléfono fijo. Los mensajes no le llegan, pero una voz puede llamar y decir el código.",
  lineTypeRefused: "Según Sinch no es el número de un móvil, y esta organización no envía códigos a otros. Pida un número de móvil o identifique al cliente de otro modo.",
  simSwapped: "La tarjeta SIM de este número se cambió hace poco y puede que ahora la tenga otra persona. Identifique al cliente de otro modo.",
  notLookedUp: "Antes hay que consultar este número en Sinch, y ahora mismo no es posible. Espere un minuto y envíe de nuevo, o identifique al cliente de otro modo.",
  channelNotSetUp: "Esta vía de envío no está configurada. Elija otra o avise a su administrador.",
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
    before: "El número sigue bloqueado ",
    after: ".",
    afterUntil: (time) => ` (fin: ${time}).`,
    over: "Ya puede enviar.",
  },
  send: {
    before: "Puede enviar otra vez en ",
    after: ".",
    afterUntil: (time) => ` (hora: ${time}).`,
    over: "Ya puede enviar.",
  },
  try: {
    before: "Puede volver a intentarlo en ",
    after: ".",
    afterUntil: (time) => ` (hora: ${time}).`,
    over: "Ya puede volver a intentarlo.",
  },
};
