// German: why something did not happen, by the core's stable codes and rules.
// Each says what happened and what to do about it; an unknown code gets a sentence that is still true.

/** @typedef {import("../../types/wire.ts").RuleView} RuleView */

import { countsIn } from "../count.js";

const count = countsIn("de");

/** Why a number or a code can't be read. @type {Readonly<Record<string, string>>} */
export const problems = {
  "phone.empty": "Geben Sie eine Telefonnummer ein.",
  "phone.too_short": "Es fehlen Ziffern. Lesen Sie die Nummer vor, und ergänzen Sie sie.",
  "phone.too_long": "Es sind zu viele Ziffern. Lesen Sie die Nummer vor.",
  "phone.too_long_to_be_a_number": "Das ist zu viel Text für eine Telefonnummer. Geben Sie nur die Nummer ein.",
  "phone.letters": "Geben Sie die Nummer in Ziffern ein. Buchstaben können nicht dazugehören.",
  "phone.not_a_number": "Geben Sie eine Telefonnummer ein, etwa 070-174 06 05 oder +1 202 555 0100.",
  "phone.unknown_country_code": "Kein Land hat die Vorwahl nach dem +. Prüfen Sie die ersten Ziffern.",
  "phone.no_country": "Diese Nummer gehört zu keinem Land. Fragen Sie nach einer Mobilnummer.",
  "phone.not_in_country": "Eine solche Nummer gibt es nicht ({country}). Prüfen Sie die Ziffern, oder wählen Sie ein anderes Land.",
  "phone.extension": "Ein Code erreicht keine Durchwahl. Geben Sie die Nummer ohne sie ein, oder eine andere.",
  "phone.several": "Das ist mehr als eine Nummer. Geben Sie nur eine ein.",
  "phone.short_or_emergency": "An eine Kurz- oder Notrufnummer kann kein Code gesendet werden. Fragen Sie nach einer Mobilnummer.",
  "phone.doubled_country_code": "Die Landesvorwahl steht zweimal da. Entfernen Sie eine davon.",
  "phone.zero_after_country_code": "Entfernen Sie die 0 nach der Landesvorwahl.",
  "phone.missing_plus": "Wenn das eine Nummer aus dem Ausland ist ({country}), setzen Sie ein + davor.",
  "code.empty": "Geben Sie den Code ein.",
  "code.letters": "Geben Sie den Code in Ziffern ein. Er enthält keine Buchstaben. Es wurde kein Versuch gezählt.",
  "code.not_digits": "Geben Sie nur die Ziffern des Codes ein. Es wurde kein Versuch gezählt.",
  "code.too_short": "Es fehlen Ziffern. Fragen Sie nach dem ganzen Code. Es wurde kein Versuch gezählt.",
  "code.too_long": "Das sind mehr Ziffern, als der Code hat. Es wurde kein Versuch gezählt.",
};

export const unknownProblem = "Das ist nicht lesbar. Prüfen Sie es, und tippen Sie es noch einmal.";

/** A country that has no name here. */
export const thisCountry = "dieses Land";

const TELL_ADMIN = "Wenden Sie sich an Ihre Administration.";

/** @type {Readonly<Record<string, string>>} */
export const sinch = {
  "sinch.invalid_number": "Sinch kennt diese Nummer nicht. Prüfen Sie sie mit der Person, Ziffer für Ziffer.",
  "sinch.illegal_number_type": "Sinch sendet nicht an Nummern dieser Art. Fragen Sie nach einer Mobilnummer.",
  "sinch.invalid_request": `Sinch hat diesen Arbeitsplatz nicht verstanden. ${TELL_ADMIN}`,
  "sinch.wrong_code": "Sinch erwartet für diese Nummer keinen Code. Senden Sie einen neuen.",
  "sinch.not_found": "Sinch weiß nichts von diesem Code. Senden Sie einen neuen.",
  "sinch.no_credit": "Das Konto bei Sinch hat kein Guthaben mehr. Wenden Sie sich an Ihre Administration: Kein Arbeitsplatz kann senden, bis es aufgeladen ist.",
  "sinch.blacklisted": "Diese Nummer steht auf der Sperrliste von Sinch. Fragen Sie nach einer anderen Nummer, oder stellen Sie auf andere Weise fest, wer die Person ist.",
  "sinch.account_blocked": "Das Konto bei Sinch ist gesperrt, vielleicht mangels Guthaben. Wenden Sie sich an Ihre Administration: Kein Arbeitsplatz kann senden, bis es freigegeben ist.",
  "sinch.denied": "Sinch hat keinen Code an diese Nummer zugelassen. Fragen Sie nach einer anderen Nummer, oder stellen Sie auf andere Weise fest, wer die Person ist.",
  "sinch.no_route": "Kein Netzbetreiber nimmt Nachrichten für diese Nummer an. Fragen Sie nach einer anderen Nummer.",
  "sinch.too_soon": "Sinch hat gerade erst einen Code an diese Nummer gesendet. Warten Sie eine Minute, und senden Sie dann erneut.",
  "sinch.capacity": "Sinch ist für dieses Konto zu beschäftigt. Warten Sie eine Minute, und senden Sie dann erneut.",
  "sinch.bad_credentials": "Sinch nimmt den Schlüssel dieses Arbeitsplatzes nicht an. Wenden Sie sich an Ihre Administration: Es kann kein Code gesendet werden, bis er ersetzt ist.",
  "sinch.wrong_region_or_plan": `Der Sinch-Plan dieses Arbeitsplatzes ist nicht in der eingestellten Region. ${TELL_ADMIN}`,
  "sinch.insufficient_auth_level": `Das Konto bei Sinch lässt diesen Arbeitsplatz nicht senden. ${TELL_ADMIN}`,
  "sinch.duplicate_reference": "Sinch hat diese Sendung schon angenommen. Fragen Sie die Person, ob der Code angekommen ist.",
  "sinch.not_configured": `Das Konto bei Sinch ist nicht fertig eingerichtet. ${TELL_ADMIN}`,
  "sinch.refused": "Sinch hat abgelehnt und nicht so gesagt, warum, dass diese Version es versteht. Versuchen Sie es noch einmal, und wenden Sie sich dann an Ihre Administration.",
  "sinch.clock_skew": "Die Uhr dieses Computers geht falsch, und Sinch lehnt ab, was er sendet. Stellen Sie die Uhr, und senden Sie dann erneut.",
  "sinch.unfit_text": `Der Text der Nachricht kann so, wie er geschrieben ist, nicht gesendet werden. ${TELL_ADMIN}`,
  "sinch.unfit_id": "Sinch hat einen Namen vergeben, der nicht zu gebrauchen ist. Senden Sie erneut; hilft das nicht, wenden Sie sich an Ihre Administration.",
  "sinch.name_not_found": "Die Adresse von Sinch ist nicht zu finden. Prüfen Sie die Internetverbindung dieses Computers, und senden Sie dann erneut.",
  "sinch.unreachable": "Sinch ist nicht erreichbar. Prüfen Sie die Internetverbindung dieses Computers, und senden Sie dann erneut.",
  "sinch.no_trusted_encryption": `Es kam keine sichere Verbindung zu Sinch zustande, daher wurde nichts übertragen. ${TELL_ADMIN}`,
  "sinch.timed_out": "Sinch hat nicht rechtzeitig geantwortet. Fragen Sie die Person, ob der Code angekommen ist, bevor Sie erneut senden.",
  "sinch.cut": "Die Verbindung zu Sinch ist abgebrochen. Fragen Sie die Person, ob der Code angekommen ist, bevor Sie erneut senden.",
  "sinch.unreadable": "Die Antwort von Sinch war nicht lesbar. Fragen Sie die Person, ob der Code angekommen ist, bevor Sie erneut senden.",
  "sinch.too_large": "Was von Sinch kam, war keine Antwort. Fragen Sie die Person, ob der Code angekommen ist, bevor Sie erneut senden.",
  "sinch.redirected": `Die Antwort verwies an eine andere Stelle als Sinch, und dem wurde nicht gefolgt. ${TELL_ADMIN}`,
  "sinch.server_error": "Bei Sinch ist etwas schiefgegangen. Fragen Sie die Person, ob der Code angekommen ist, bevor Sie erneut senden.",
  "sinch.unavailable": "Sinch ist im Moment nicht verfügbar. Warten Sie eine Minute, und senden Sie dann erneut.",
};

/** @type {Readonly<Record<string, string>>} */
export const faults = {
  "store.sealed": `Dieser Arbeitsplatz kann nicht öffnen, was ein anderer geschrieben hat. ${TELL_ADMIN}`,
  "settings.unreadable": `Die Datei settings.json dieses Arbeitsplatzes ist nicht lesbar. Es wurde kein Speicher geöffnet, und die Datei blieb, wie sie ist. ${TELL_ADMIN}`,
  "settings.unusable": `Die Datei settings.json dieses Arbeitsplatzes enthält, was diese Version nicht benutzen kann. Es wurde kein Speicher geöffnet, und die Datei blieb, wie sie ist. ${TELL_ADMIN} Falsch ist sie hier:`,
  "settings.newer": "Eine neuere Version von Countersign hat die Datei settings.json dieses Arbeitsplatzes geschrieben. Es wurde kein Speicher geöffnet, und die Datei blieb, wie sie ist. Wenden Sie sich an Ihre Administration: Dieser Computer braucht wieder die neuere Version.",
  "settings.keptAside": "Die Datei settings.json dieses Arbeitsplatzes war beschädigt, wie es ein Stromausfall hinterlassen kann. Es wurde kein Speicher geöffnet. Die beschädigte Datei wurde daneben aufbewahrt, unter einem Namen, der mit settings.corrupt beginnt, damit Ihre Administration sie ansehen kann.",
  "settings.unwritten": `Countersign kann settings.json nicht in seinen Ordner auf diesem Computer schreiben: Der Datenträger ist vielleicht voll oder gesperrt. ${TELL_ADMIN}`,
  "settings.rules": `Eine Regel in den Einstellungen liegt außerhalb ihrer Grenzen. ${TELL_ADMIN}`,
  "settings.noFolder": `Dieser Computer hat keinen Ordner für die Daten von Countersign. ${TELL_ADMIN}`,
  "training.time": "Hier lässt sich keine Zeit überspringen: Der gemeinsame Speicher hat seine eigene.",
  "training.sandbox": "Der Übungsplatz kann auf diesem Computer nicht geöffnet werden. Schließen Sie andere Fenster von Countersign, und versuchen Sie es dann erneut.",
  "training.folder": `Countersign kann nicht in seinen Ordner auf diesem Computer schreiben. ${TELL_ADMIN}`,
  "training.client": `Der Übungsplatz kann auf diesem Computer nicht eingerichtet werden. ${TELL_ADMIN}`,
  "command.argument": "Der Arbeitsplatz hat verlangt, was er nicht haben kann. Schließen Sie Countersign, und öffnen Sie es erneut.",
  "admin.notSet": "Es ist kein Zugangscode gesetzt. Schließen Sie Countersign, öffnen Sie es erneut, und wählen Sie dann einen.",
  "admin.outOfMemory": "Dieser Computer hat zu wenig freien Arbeitsspeicher, um den Zugangscode zu vergleichen. Schließen Sie andere Programme, und versuchen Sie es dann erneut.",
  "window.gone": "Das Fenster wurde gerade geschlossen. Öffnen Sie Countersign erneut.",
};

/** @param {string} code that has no words here */
export const unknown = (code) =>
  `Etwas ist schiefgegangen, wofür diese Version keine Worte hat (${code}). Versuchen Sie es erneut, und wenden Sie sich dann an Ihre Administration.`;

/** How far off this computer's clock is. */
export const clock = {
  /** @param {number} minutes */
  minutes: (minutes) => count(minutes, { one: "# Minute", other: "# Minuten" }),
  /** @param {number} hours */
  hours: (hours) => count(hours, { one: "# Stunde", other: "# Stunden" }),
  /** @param {string} time */
  ahead: (time) =>
    `Die Uhr dieses Computers geht gegenüber der von Sinch ${time} vor, daher lehnt Sinch ab, was er sendet. Stellen Sie die Uhr, und senden Sie dann erneut.`,
  /** @param {string} time */
  behind: (time) =>
    `Die Uhr dieses Computers geht gegenüber der von Sinch ${time} nach, daher lehnt Sinch ab, was er sendet. Stellen Sie die Uhr, und senden Sie dann erneut.`,
};

export const nothingSent = "Es wurde nichts gesendet.";

export const notChecked = "Der Code wurde nicht geprüft, und es wurde kein Versuch gezählt.";

/** What a rule says. @type {Readonly<Record<RuleView, string>>} */
export const refusals = {
  numberLocked: "Für diese Nummer wurden zu viele falsche Codes getippt. Stellen Sie auf andere Weise fest, wer die Person ist.",
  resendPause: "An diese Nummer wurde gerade erst ein Code gesendet.",
  sendsPerChallenge: "Dieser Code wurde so oft gesendet, wie es erlaubt ist. Fragen Sie noch einmal danach, oder ändern Sie die Nummer.",
  numberHourly: "Diese Nummer hat ihre Codes für diese Stunde bekommen. Fragen Sie nach einer anderen Nummer, oder stellen Sie auf andere Weise fest, wer die Person ist.",
  numberDaily: "Diese Nummer hat ihre Codes für heute bekommen. Fragen Sie nach einer anderen Nummer, oder stellen Sie auf andere Weise fest, wer die Person ist.",
  deskHourly: "Dieser Arbeitsplatz hat seine Codes für diese Stunde gesendet. Schicken Sie die Person zu einem anderen Arbeitsplatz.",
  siteDaily: "Ihre Organisation hat ihre Codes für heute gesendet. Wenden Sie sich an Ihre Administration.",
  countryNotAllowed: "Ihre Organisation prüft nur Nummern aus diesen Ländern: {countries}. Fragen Sie nach einer anderen Nummer.",
  numberTypeRefused: "An Nummern dieser Art werden keine Codes gesendet (Sondernummern, geteilte Kosten, kostenlose Nummern, Funkruf oder Mailbox). Fragen Sie nach einer Mobilnummer.",
  landlineNeedsCall: "Das ist ein Festnetzanschluss. Nachrichten erreichen ihn nicht, aber eine Stimme kann anrufen und den Code sprechen.",
  lineTypeRefused: "Laut Sinch ist das keine Mobilfunknummer, und diese Organisation sendet keine Codes an andere. Fragen Sie nach einer Mobilnummer, oder stellen Sie die Identität anders fest.",
  simSwapped: "Die SIM-Karte dieser Nummer wurde vor Kurzem gewechselt; vielleicht hat sie jetzt jemand anderes. Stellen Sie die Identität anders fest.",
  notLookedUp: "Diese Nummer muss zuerst bei Sinch nachgeschlagen werden, und das geht gerade nicht. Warten Sie eine Minute und senden Sie erneut, oder stellen Sie die Identität anders fest.",
  channelNotSetUp: "Dieser Weg ist nicht eingerichtet. Wählen Sie einen anderen, oder wenden Sie sich an Ihre Administration.",
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
    before: "Die Nummer ist noch ",
    after: " gesperrt.",
    afterUntil: (time) => ` gesperrt (bis ${time}).`,
    over: "Sie können jetzt senden.",
  },
  send: {
    before: "Sie können in ",
    after: " erneut senden.",
    afterUntil: (time) => ` erneut senden (um ${time}).`,
    over: "Sie können jetzt senden.",
  },
  try: {
    before: "Sie können es in ",
    after: " erneut versuchen.",
    afterUntil: (time) => ` erneut versuchen (um ${time}).`,
    over: "Sie können es jetzt erneut versuchen.",
  },
};
