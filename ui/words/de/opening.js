// German: why there is no desk, where that is the keyring's doing or a secret is missing, and what leads
// on. The codes are the shell's own, in src-tauri/src/fault.rs, and the keyring's.

/** What each secret is called, by the name that the keyring has it under. @type {Readonly<Record<string, string>>} */
export const secrets = {
  "sinch-application-secret": "Geheimnis der Anwendung von Sinch Verification",
  "sinch-sms-token": "Token des Serviceplans von Sinch SMS",
  "sinch-key-secret": "Geheimnis des Zugangsschlüssels des Sinch-Projekts",
  "redis-password": "Passwort des gemeinsamen Speichers (Redis)",
  "sentinel-password": "Passwort der Sentinels des gemeinsamen Speichers",
  "site-key": "Standortschlüssel",
};

const NO_DESK = "Bis dahin kann kein Code gesendet oder geprüft werden.";

/** @type {Readonly<Record<string, string>>} */
export const reasons = {
  "keyring.waiting": "Der Schlüsselbund dieses Computers, der die Geheimnisse des Arbeitsplatzes enthält, hat noch nicht geantwortet. Vielleicht fragt er in einem anderen Fenster nach seinem Passwort. Der Arbeitsplatz öffnet sich von selbst, sobald er antwortet.",
  "keyring.absent": `Auf diesem Computer läuft kein Schlüsselbund, und die Geheimnisse des Arbeitsplatzes stehen nirgends sonst. Starten Sie den Schlüsselbund, und versuchen Sie es dann erneut. ${NO_DESK}`,
  "keyring.locked": `Der Schlüsselbund dieses Computers ist gesperrt, daher sind die Geheimnisse des Arbeitsplatzes nicht lesbar. Versuchen Sie es erneut: Der Computer fragt dann nach dem Passwort des Schlüsselbunds. ${NO_DESK}`,
  "keyring.refused": `Der Schlüsselbund dieses Computers lässt Countersign die Geheimnisse des Arbeitsplatzes nicht lesen. Erlauben Sie es, wo der Computer fragt, und versuchen Sie es dann erneut. ${NO_DESK}`,
  "keyring.silent": `Der Schlüsselbund dieses Computers antwortet nicht. Vielleicht fragt er in einem anderen Fenster nach seinem Passwort: Suchen Sie es, und der Arbeitsplatz öffnet sich von selbst. ${NO_DESK}`,
  "keyring.tooLong": "Dieses Geheimnis ist zu lang für den Schlüsselbund dieses Computers. Prüfen Sie, ob etwas anderes mit eingefügt wurde.",
  "keyring.unreadable": `Was der Schlüsselbund für diesen Arbeitsplatz hat, wurde nicht von Countersign geschrieben. Wenden Sie sich an Ihre Administration: Die Geheimnisse müssen neu eingegeben werden. ${NO_DESK}`,
  "policy.unusable": "Die Richtlinie dieses Computers, eine Datei Ihrer IT-Abteilung, kann nicht benutzt werden, und nach anderen Regeln wird kein Arbeitsplatz geöffnet. Wenden Sie sich an Ihre Administration. Falsch ist sie hier:",
  "live.client": "Die Verbindung zu Sinch kann auf diesem Computer nicht eingerichtet werden: Seine Liste vertrauenswürdiger Stellen ist nicht lesbar. Wenden Sie sich an Ihre Administration.",
  "live.folder": "Countersign kann nicht in seinen Ordner auf diesem Computer schreiben: Der Datenträger ist vielleicht voll oder gesperrt. Wenden Sie sich an Ihre Administration.",
  "admin.locked": "Die Verwaltung ist gesperrt. Geben Sie den Zugangscode ein.",
  "admin.notSet": "Auf diesem Computer ist noch kein Zugangscode gesetzt.",
  "admin.outOfMemory": "Dieser Computer hat zu wenig freien Arbeitsspeicher, um einen Zugangscode zu prüfen. Schließen Sie andere Programme, und versuchen Sie es dann erneut.",
};

/** The way on without the keyring. */
export const forThisSession = "Oder öffnen Sie die Verwaltung, und geben Sie die Geheimnisse nur für diese Sitzung ein: Sie werden vergessen, wenn Countersign geschlossen wird.";

/** There is none where the passcode is in the keyring too. */
export const pagesShut = "Die Verwaltung bleibt geschlossen, bis der Schlüsselbund antwortet: Er enthält ihren Zugangscode.";

/** @param {string} secret */
export const missing = (secret) =>
  `Die Einstellungen verlangen ein Geheimnis, das der Schlüsselbund dieses Computers nicht hat: ${secret}. Wenden Sie sich an Ihre Administration: Es muss in der Verwaltung eingegeben werden. ${NO_DESK}`;

/** @param {string} secret */
export const unfit = (secret) =>
  `Ein Geheimnis, das der Schlüsselbund dieses Computers hat, kann nicht stimmen: ${secret}. Wenden Sie sich an Ihre Administration: Es muss in der Verwaltung neu eingegeben werden. ${NO_DESK}`;

/** A key is not entered, it is shared. */
export const missingSiteKey = `Dieser Computer hat den Standortschlüssel nicht, den die anderen Arbeitsplätze benutzen. Wenden Sie sich an Ihre Administration: In der Verwaltung muss ein Paket von einem dieser Arbeitsplätze eingelesen werden. ${NO_DESK}`;
