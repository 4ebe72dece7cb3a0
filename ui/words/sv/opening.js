// Swedish: why there is no desk, where that is the keyring's doing or a secret is missing, and what leads
// on. The codes are the shell's own, in src-tauri/src/fault.rs, and the keyring's.

/** What each secret is called, by the name that the keyring has it under. @type {Readonly<Record<string, string>>} */
export const secrets = {
  "sinch-application-secret": "hemligheten för programmet i Sinch Verification",
  "sinch-sms-token": "token för tjänsteplanen i Sinch SMS",
  "sinch-key-secret": "hemligheten för Sinch-projektets åtkomstnyckel",
  "redis-password": "lösenordet till det gemensamma lagret (Redis)",
  "sentinel-password": "lösenordet till det gemensamma lagrets Sentinels",
  "site-key": "organisationens nyckel",
};

const NO_DESK = "Till dess kan ingen kod skickas eller kontrolleras.";

/** @type {Readonly<Record<string, string>>} */
export const reasons = {
  "keyring.waiting": "Datorns nyckelring, som har platsens hemligheter, har inte svarat än. Den kanske frågar efter sitt lösenord i ett annat fönster. Platsen öppnas av sig själv när den svarar.",
  "keyring.absent": `Ingen nyckelring körs på datorn, och platsens hemligheter finns ingen annanstans. Starta nyckelringen och försök sedan igen. ${NO_DESK}`,
  "keyring.locked": `Datorns nyckelring är låst, så platsens hemligheter kan inte läsas. Försök igen: datorn frågar då efter nyckelringens lösenord. ${NO_DESK}`,
  "keyring.refused": `Datorns nyckelring låter inte Countersign läsa platsens hemligheter. Tillåt det där datorn frågar, och försök sedan igen. ${NO_DESK}`,
  "keyring.silent": `Datorns nyckelring svarar inte. Den kanske frågar efter sitt lösenord i ett annat fönster: leta upp det, så öppnas platsen av sig själv. ${NO_DESK}`,
  "keyring.tooLong": "Hemligheten är för lång för datorns nyckelring. Kontrollera att inget annat klistrades in med den.",
  "keyring.unreadable": `Det som nyckelringen har för den här platsen skrevs inte av Countersign. Kontakta din administratör: hemligheterna måste anges igen. ${NO_DESK}`,
  "policy.unusable": "Datorns policy, en fil från din it-avdelning, kan inte användas, och ingen plats öppnas efter andra regler. Kontakta din administratör. Felet är här:",
  "live.client": "Anslutningen till Sinch kan inte förberedas på den här datorn: dess lista över betrodda utfärdare kan inte läsas. Kontakta din administratör.",
  "live.folder": "Countersign kan inte skriva i sin mapp på den här datorn: disken kan vara full eller låst. Kontakta din administratör.",
  "admin.locked": "Administrationen är låst. Ange lösenkoden.",
  "admin.notSet": "Ingen lösenkod är vald på den här datorn än.",
  "admin.outOfMemory": "Datorn har för lite minne kvar för att kontrollera en lösenkod. Stäng andra program och försök sedan igen.",
};

/** The way on without the keyring. */
export const forThisSession = "Eller öppna administrationen och ange hemligheterna bara för den här sessionen: de glöms när Countersign stängs.";

/** There is none where the passcode is in the keyring too. */
export const pagesShut = "Administrationen är stängd tills nyckelringen svarar: den har lösenkoden dit.";

/** @param {string} secret */
export const missing = (secret) =>
  `Inställningarna behöver en hemlighet som datorns nyckelring inte har: ${secret}. Kontakta din administratör: den måste anges i administrationen. ${NO_DESK}`;

/** @param {string} secret */
export const unfit = (secret) =>
  `En hemlighet som datorns nyckelring har kan inte stämma: ${secret}. Kontakta din administratör: den måste anges igen i administrationen. ${NO_DESK}`;

/** A key is not entered, it is shared. */
export const missingSiteKey = `Datorn har inte organisationens nyckel, som de andra platserna använder. Kontakta din administratör: ett paket från någon av dem måste läsas in i administrationen. ${NO_DESK}`;
