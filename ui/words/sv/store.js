// Swedish: why the store can't do its part, by the core's stable codes. Each says what happened and what
// an administrator must look at, by the name that Redis itself gives it.

/**
 * @typedef {object} StoreWords
 * @property {string} what what happened
 * @property {string} whatNow what to do, and who
 */

/** The store is not there. @type {Readonly<Record<string, StoreWords>>} */
export const outOfReach = {
  "store.file": {
    what: "Lagrets fil går inte att öppna, eller så håller ett annat program den.",
    whatNow: "Stäng andra fönster av Countersign. Om det inte hjälper, kontakta din administratör: kontot måste få skriva i Countersigns datamapp.",
  },
  "store.host-name": {
    what: "Det finns ingen dator med det namn som lagrets adress har.",
    whatNow: "Kontakta din administratör: kontrollera adressen i settings.json, och att datorns DNS känner till den.",
  },
  "store.no-answer": {
    what: "Inget svarar på lagrets adress.",
    whatNow: "Kontrollera datorns nätverk, och kontakta sedan din administratör: se till att Redis körs, att bind och port är de i settings.json, och att ingen brandvägg står emellan.",
  },
  "store.certificate": {
    what: "Lagret visar ett certifikat som datorn inte litar på, eller ett för ett annat namn, så inget överfördes till det.",
    whatNow: "Kontakta din administratör: kontrollera namn och datum för tls-cert-file i Redis, och caFile i settings.json.",
  },
  "store.no-primary": {
    what: "Ingen Sentinel svarar, eller så känner ingen till en primär med det inställda namnet.",
    whatNow: "Kontakta din administratör: kontrollera raden ”sentinel monitor” hos dem, och namnen och adresserna i settings.json.",
  },
  "store.settings": {
    what: "Det som settings.json säger om lagret kan inte användas.",
    whatNow: "Kontakta din administratör: kontrollera lagret i settings.json, och att certifikatfilerna som nämns där kan läsas.",
  },
};

/** The store is there and does not do its part. @type {Readonly<Record<string, StoreWords>>} */
export const ofNoUse = {
  "store.interrupted": {
    what: "Lagret svarade inte i tid.",
    whatNow: "Vänta ett ögonblick och försök igen. Om det fortsätter, kontakta din administratör: kontrollera belastningen på lagrets dator och dess nätverk (i Redis visar SLOWLOG och LATENCY vad som håller upp det).",
  },
  "store.read-only": {
    what: "Platsen är ansluten till en replik av lagret, som bara får läsas (READONLY).",
    whatNow: "Efter en omkoppling går det över av sig själv. Om inte, kontakta din administratör: låt settings.json peka på den primära, och kontrollera replicaof i Redis.",
  },
  "store.loading": {
    what: "Lagret startades nyss och läser fortfarande in sina data (LOADING).",
    whatNow: "Vänta: det går över av sig själv. Om det tar minuter, kontakta din administratör: orsaken är storleken på dump.rdb eller appendonly-filen i Redis.",
  },
  "store.full": {
    what: "Lagrets minne eller disk är full (OOM).",
    whatNow: "Kontakta din administratör: höj maxmemory i Redis eller gör plats i det, med maxmemory-policy noeviction; för ett lager i en fil, gör plats på datorns disk.",
  },
  "store.too-many-clients": {
    what: "Lagret har så många anslutningar som det tillåter (MAXCLIENTS).",
    whatNow: "Kontakta din administratör: höj maxclients i Redis, eller stäng det som håller anslutningar (CLIENT LIST visar dem).",
  },
  "store.not-authenticated": {
    what: "Lagret vill ha en användare och ett lösenord, eller andra (NOAUTH, WRONGPASS).",
    whatNow: "Kontakta din administratör: jämför användaren i settings.json med ACL LIST och requirepass i Redis.",
  },
  "store.not-permitted": {
    what: "Lagret låter inte platsens användare göra det som Countersign måste göra (NOPERM).",
    whatNow: "Kontakta din administratör: ge användaren den ACL-rad som Countersigns dokumentation anger (ACL SETUSER; ACL LOG visar vad som avvisades).",
  },
  "store.wrong-type": {
    what: "Något annat har skrivit där Countersign har sitt eget (WRONGTYPE).",
    whatNow: "Kontakta din administratör: ett annat program använder organisationens nycklar i Redis. Ge Countersign ett eget namn eller en egen databas i settings.json.",
  },
  "store.busy": {
    what: "Lagret är upptaget med någons skript (BUSY).",
    whatNow: "Vänta ett ögonblick. Om det fortsätter, kontakta din administratör: SCRIPT KILL avslutar skriptet, och busy-reply-threshold i Redis säger hur länge ett får pågå.",
  },
  "store.cluster-down": {
    what: "Lagrets kluster är inte helt: några av dess slots sköts av ingen (CLUSTERDOWN).",
    whatNow: "Kontakta din administratör: CLUSTER INFO och CLUSTER NODES visar vad som saknas; se cluster-require-full-coverage i Redis.",
  },
  "store.not-replicated": {
    what: "Färre av lagrets repliker är i gång än vad platsen ska vänta på (NOREPLICAS).",
    whatNow: "Kontakta din administratör: INFO replication visar replikerna; se min-replicas-to-write i Redis, och replicas i settings.json.",
  },
  "store.cannot-save": {
    what: "Lagret kan inte spara på sin disk, och tar inte emot något nytt förrän det kan (MISCONF).",
    whatNow: "Kontakta din administratör: gör plats på disken för dir i Redis, och titta i dess logg; stop-writes-on-bgsave-error är orsaken till att det vägrar.",
  },
  "store.name-taken": {
    what: "Ett namn som bara räknas en gång har använts förut, så inget gjordes.",
    whatNow: "Försök igen. Om det fortsätter, kontakta din administratör.",
  },
  "store.damaged": {
    what: "Lagrets fil är skadad, eller får inte skrivas.",
    whatNow: "Kontakta din administratör: se till att kontot får skriva i Countersigns datamapp, och att disken är hel.",
  },
  "store.refused": {
    what: "Lagret vägrar att arbeta, och sade inte varför på ett sätt som den här versionen förstår.",
    whatNow: "Kontakta din administratör: Countersigns logg och den i Redis innehåller vad det sade.",
  },
  "store.unreadable": {
    what: "Lagret innehåller något som den här versionen inte kan läsa.",
    whatNow: "Kontakta din administratör: alla platser i organisationen måste ha samma version av Countersign.",
  },
};

/** That the store is away, and since when. */
export const away = {
  /** One that other desks use too. */
  shared: {
    /** @param {string} time of day */
    outOfReach: (time) => `Det gemensamma lagret har inte gått att nå sedan ${time}.`,
    /** @param {string} time of day */
    ofNoUse: (time) => `Det gemensamma lagret har inte gått att använda sedan ${time}.`,
  },
  /** One of this desk alone. */
  own: {
    /** @param {string} time of day */
    outOfReach: (time) => `Platsens lager har inte gått att nå sedan ${time}.`,
    /** @param {string} time of day */
    ofNoUse: (time) => `Platsens lager har inte gått att använda sedan ${time}.`,
  },
};

export const nothingUntilBack =
  "Inget kan skickas eller kontrolleras förrän det är tillbaka; det du har skrivit finns kvar.";

export const storeBack = "Lagret är tillbaka.";

/**
 * Since when, beside what happened.
 * @param {string} time of day
 */
export const storeAwaySince = (time) => `Lagret har inte gått att nå sedan ${time}.`;
