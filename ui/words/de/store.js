// German: why the store can't do its part, by the core's stable codes. Each says what happened and what
// an administrator must look at, by the name that Redis itself gives it.

/**
 * @typedef {object} StoreWords
 * @property {string} what what happened
 * @property {string} whatNow what to do, and who
 */

/** The store is not there. @type {Readonly<Record<string, StoreWords>>} */
export const outOfReach = {
  "store.file": {
    what: "Die Datei des Speichers lässt sich nicht öffnen, oder ein anderes Programm hält sie.",
    whatNow: "Schließen Sie andere Fenster von Countersign. Hilft das nicht, wenden Sie sich an Ihre Administration: Dieses Konto muss in den Datenordner von Countersign schreiben dürfen.",
  },
  "store.host-name": {
    what: "Es gibt keinen Computer mit dem Namen, den die Adresse des Speichers hat.",
    whatNow: "Wenden Sie sich an Ihre Administration: Prüfen Sie die Adresse in settings.json, und ob der DNS dieses Computers sie kennt.",
  },
  "store.no-answer": {
    what: "Unter der Adresse des Speichers antwortet nichts.",
    whatNow: "Prüfen Sie das Netz dieses Computers, und wenden Sie sich dann an Ihre Administration: Läuft Redis, stimmen sein bind und port mit settings.json überein, und steht keine Firewall dazwischen?",
  },
  "store.certificate": {
    what: "Der Speicher zeigt ein Zertifikat, dem dieser Computer nicht vertraut oder das für einen anderen Namen gilt, daher wurde ihm nichts übertragen.",
    whatNow: "Wenden Sie sich an Ihre Administration: Prüfen Sie Namen und Datum von tls-cert-file in Redis, und caFile in settings.json.",
  },
  "store.no-primary": {
    what: "Kein Sentinel antwortet, oder keiner kennt einen Primary mit dem eingestellten Namen.",
    whatNow: "Wenden Sie sich an Ihre Administration: Prüfen Sie die Zeile „sentinel monitor“ der Sentinels, und die Namen und Adressen in settings.json.",
  },
  "store.settings": {
    what: "Was settings.json über den Speicher sagt, lässt sich nicht benutzen.",
    whatNow: "Wenden Sie sich an Ihre Administration: Prüfen Sie den Speicher in settings.json, und ob die dort genannten Zertifikatsdateien lesbar sind.",
  },
};

/** The store is there and does not do its part. @type {Readonly<Record<string, StoreWords>>} */
export const ofNoUse = {
  "store.interrupted": {
    what: "Der Speicher hat nicht rechtzeitig geantwortet.",
    whatNow: "Warten Sie kurz, und versuchen Sie es erneut. Hält es an, wenden Sie sich an Ihre Administration: Prüfen Sie die Last des Computers, auf dem der Speicher läuft, und sein Netz (in Redis zeigen SLOWLOG und LATENCY, was ihn aufhält).",
  },
  "store.read-only": {
    what: "Dieser Arbeitsplatz ist mit einem Replikat des Speichers verbunden, das nur gelesen werden darf (READONLY).",
    whatNow: "Nach einem Failover vergeht das von selbst. Wenn nicht, wenden Sie sich an Ihre Administration: Lassen Sie settings.json auf den Primary zeigen, und prüfen Sie replicaof in Redis.",
  },
  "store.loading": {
    what: "Der Speicher wurde gerade erst gestartet und liest noch seine Daten (LOADING).",
    whatNow: "Warten Sie: Es vergeht von selbst. Dauert es Minuten, wenden Sie sich an Ihre Administration: Der Grund ist die Größe der dump.rdb oder der appendonly-Datei von Redis.",
  },
  "store.full": {
    what: "Der Arbeitsspeicher oder der Datenträger des Speichers ist voll (OOM).",
    whatNow: "Wenden Sie sich an Ihre Administration: Erhöhen Sie maxmemory von Redis, oder schaffen Sie darin Platz, mit maxmemory-policy noeviction; bei einem Speicher in einer Datei schaffen Sie Platz auf dem Datenträger dieses Computers.",
  },
  "store.too-many-clients": {
    what: "Der Speicher hat so viele Verbindungen, wie er zulässt (MAXCLIENTS).",
    whatNow: "Wenden Sie sich an Ihre Administration: Erhöhen Sie maxclients von Redis, oder schließen Sie, was Verbindungen hält (CLIENT LIST zeigt sie).",
  },
  "store.not-authenticated": {
    what: "Der Speicher verlangt Benutzer und Passwort, oder andere (NOAUTH, WRONGPASS).",
    whatNow: "Wenden Sie sich an Ihre Administration: Vergleichen Sie den Benutzer in settings.json mit ACL LIST und requirepass in Redis.",
  },
  "store.not-permitted": {
    what: "Der Speicher lässt den Benutzer dieses Arbeitsplatzes nicht tun, was Countersign tun muss (NOPERM).",
    whatNow: "Wenden Sie sich an Ihre Administration: Geben Sie dem Benutzer die ACL-Zeile, die in der Dokumentation von Countersign steht (ACL SETUSER; ACL LOG zeigt, was abgelehnt wurde).",
  },
  "store.wrong-type": {
    what: "Etwas anderes hat dorthin geschrieben, wo Countersign das Seine hält (WRONGTYPE).",
    whatNow: "Wenden Sie sich an Ihre Administration: Ein anderes Programm benutzt die Schlüssel Ihrer Organisation in Redis. Geben Sie Countersign in settings.json einen eigenen Namen oder eine eigene Datenbank.",
  },
  "store.busy": {
    what: "Der Speicher ist mit einem fremden Skript beschäftigt (BUSY).",
    whatNow: "Warten Sie kurz. Hält es an, wenden Sie sich an Ihre Administration: SCRIPT KILL beendet das Skript, und busy-reply-threshold in Redis sagt, wie lange eines dauern darf.",
  },
  "store.cluster-down": {
    what: "Der Cluster des Speichers ist nicht vollständig: Einige seiner Slots bedient niemand (CLUSTERDOWN).",
    whatNow: "Wenden Sie sich an Ihre Administration: CLUSTER INFO und CLUSTER NODES zeigen, was fehlt; siehe cluster-require-full-coverage in Redis.",
  },
  "store.not-replicated": {
    what: "Weniger Replikate des Speichers arbeiten, als dieser Arbeitsplatz abwarten soll (NOREPLICAS).",
    whatNow: "Wenden Sie sich an Ihre Administration: INFO replication zeigt die Replikate; siehe min-replicas-to-write in Redis, und replicas in settings.json.",
  },
  "store.cannot-save": {
    what: "Der Speicher kann nicht auf seinen Datenträger sichern und nimmt nichts Neues an, bis er es kann (MISCONF).",
    whatNow: "Wenden Sie sich an Ihre Administration: Schaffen Sie Platz auf dem Datenträger von dir in Redis, und sehen Sie in sein Protokoll; stop-writes-on-bgsave-error ist der Grund der Ablehnung.",
  },
  "store.name-taken": {
    what: "Ein Name, der nur einmal zählt, wurde schon benutzt, daher wurde nichts getan.",
    whatNow: "Versuchen Sie es erneut. Hält es an, wenden Sie sich an Ihre Administration.",
  },
  "store.damaged": {
    what: "Die Datei des Speichers ist beschädigt, oder sie darf nicht beschrieben werden.",
    whatNow: "Wenden Sie sich an Ihre Administration: Darf dieses Konto in den Datenordner von Countersign schreiben, und ist der Datenträger in Ordnung?",
  },
  "store.refused": {
    what: "Der Speicher weigert sich und hat nicht so gesagt, warum, dass diese Version es versteht.",
    whatNow: "Wenden Sie sich an Ihre Administration: Das Protokoll von Countersign und das von Redis enthalten, was er gesagt hat.",
  },
  "store.unreadable": {
    what: "Der Speicher enthält etwas, das diese Version nicht lesen kann.",
    whatNow: "Wenden Sie sich an Ihre Administration: Alle Arbeitsplätze der Organisation müssen dieselbe Version von Countersign haben.",
  },
};

/** That the store is away, and since when. */
export const away = {
  /** One that other desks use too. */
  shared: {
    /** @param {string} time of day */
    outOfReach: (time) => `Der gemeinsame Speicher ist seit ${time} nicht erreichbar.`,
    /** @param {string} time of day */
    ofNoUse: (time) => `Der gemeinsame Speicher ist seit ${time} nicht benutzbar.`,
  },
  /** One of this desk alone. */
  own: {
    /** @param {string} time of day */
    outOfReach: (time) => `Der Speicher dieses Arbeitsplatzes ist seit ${time} nicht erreichbar.`,
    /** @param {string} time of day */
    ofNoUse: (time) => `Der Speicher dieses Arbeitsplatzes ist seit ${time} nicht benutzbar.`,
  },
};

export const nothingUntilBack =
  "Bis er wieder da ist, kann nichts gesendet oder geprüft werden; was Sie getippt haben, bleibt erhalten.";

export const storeBack = "Der Speicher ist wieder da.";

/**
 * Since when, beside what happened.
 * @param {string} time of day
 */
export const storeAwaySince = (time) => `Der Speicher ist seit ${time} nicht erreichbar.`;
