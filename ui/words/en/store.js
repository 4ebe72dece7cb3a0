// English: why the store can't do its part, by the core's stable codes. Each says what happened and what
// an administrator must look at, by the name that Redis itself gives it.

/**
 * @typedef {object} StoreWords
 * @property {string} what what happened
 * @property {string} whatNow what to do, and who
 */

/** The store is not there. @type {Readonly<Record<string, StoreWords>>} */
export const outOfReach = {
  "store.file": {
    what: "The store’s file can’t be opened, or another program holds it.",
    whatNow: "Close other copies of Countersign. If that does not help, tell your administrator: this account must be able to write to Countersign’s data folder.",
  },
  "store.host-name": {
    what: "There is no computer of the name that the store’s address has.",
    whatNow: "Tell your administrator: check the address in settings.json, and that this computer’s DNS knows it.",
  },
  "store.no-answer": {
    what: "Nothing answers at the store’s address.",
    whatNow: "Check this computer’s network, then tell your administrator: see that Redis runs, that its bind and port are those in settings.json, and that no firewall stands between.",
  },
  "store.certificate": {
    what: "The store shows a certificate that this computer does not trust, or one for another name, so nothing was said to it.",
    whatNow: "Tell your administrator: check the name and the date of Redis’s tls-cert-file, and caFile in settings.json.",
  },
  "store.no-primary": {
    what: "No Sentinel answers, or none knows a primary of the name that is set.",
    whatNow: "Tell your administrator: check the Sentinels’ “sentinel monitor” line, and the names and addresses in settings.json.",
  },
  "store.settings": {
    what: "What settings.json says of the store can’t be used.",
    whatNow: "Tell your administrator: check the store in settings.json, and that the certificate files it names can be read.",
  },
};

/** The store is there and does not do its part. @type {Readonly<Record<string, StoreWords>>} */
export const ofNoUse = {
  "store.interrupted": {
    what: "The store did not answer in time.",
    whatNow: "Wait a moment and try again. If it goes on, tell your administrator: check the load of the store’s computer and its network (in Redis, SLOWLOG and LATENCY show what holds it up).",
  },
  "store.read-only": {
    what: "This desk is connected to a replica of the store, which may only be read (READONLY).",
    whatNow: "It goes away by itself after a failover. If not, tell your administrator: point settings.json at the primary, and check replicaof in Redis.",
  },
  "store.loading": {
    what: "The store was started a moment ago and is still reading its data (LOADING).",
    whatNow: "Wait: it goes away by itself. If it takes minutes, tell your administrator: the size of Redis’s dump.rdb or appendonly file is why.",
  },
  "store.full": {
    what: "The store’s memory or disk is full (OOM).",
    whatNow: "Tell your administrator: raise Redis’s maxmemory or make room in it, with maxmemory-policy noeviction; for a store in a file, make room on this computer’s disk.",
  },
  "store.too-many-clients": {
    what: "The store has as many connections as it allows (MAXCLIENTS).",
    whatNow: "Tell your administrator: raise Redis’s maxclients, or close what holds connections (CLIENT LIST shows them).",
  },
  "store.not-authenticated": {
    what: "The store wants a user and a password, or other ones (NOAUTH, WRONGPASS).",
    whatNow: "Tell your administrator: check the user in settings.json against ACL LIST and requirepass in Redis.",
  },
  "store.not-permitted": {
    what: "The store does not let this desk’s user do what Countersign must do (NOPERM).",
    whatNow: "Tell your administrator: give the user the ACL line that Countersign’s documents name (ACL SETUSER; ACL LOG shows what was refused).",
  },
  "store.wrong-type": {
    what: "Something else has written where Countersign keeps its own (WRONGTYPE).",
    whatNow: "Tell your administrator: another program uses this site’s keys in Redis. Give Countersign a site name or a database of its own in settings.json.",
  },
  "store.busy": {
    what: "The store is busy with somebody’s script (BUSY).",
    whatNow: "Wait a moment. If it goes on, tell your administrator: SCRIPT KILL ends the script, and busy-reply-threshold in Redis says how long one may take.",
  },
  "store.cluster-down": {
    what: "The store’s cluster is not whole: some of its slots are served by nobody (CLUSTERDOWN).",
    whatNow: "Tell your administrator: CLUSTER INFO and CLUSTER NODES show what is missing; see cluster-require-full-coverage in Redis.",
  },
  "store.not-replicated": {
    what: "Fewer of the store’s replicas are at work than this desk is told to wait for (NOREPLICAS).",
    whatNow: "Tell your administrator: INFO replication shows the replicas; see min-replicas-to-write in Redis, and replicas in settings.json.",
  },
  "store.cannot-save": {
    what: "The store can’t save to its disk, and takes nothing new until it can (MISCONF).",
    whatNow: "Tell your administrator: make room on the disk of Redis’s dir, and look at its log; stop-writes-on-bgsave-error is why it refuses.",
  },
  "store.name-taken": {
    what: "A name that counts only once was used before, so nothing was done.",
    whatNow: "Try again. If it goes on, tell your administrator.",
  },
  "store.damaged": {
    what: "The store’s file is damaged, or may not be written to.",
    whatNow: "Tell your administrator: see that this account may write to Countersign’s data folder, and that the disk is well.",
  },
  "store.refused": {
    what: "The store refuses to work, and did not say why in words that this version knows.",
    whatNow: "Tell your administrator: Countersign’s log and Redis’s own have what it said.",
  },
  "store.unreadable": {
    what: "The store holds something that this version can’t read.",
    whatNow: "Tell your administrator: all desks of the site must have the same version of Countersign.",
  },
};

/** That the store is away, and since when. */
export const away = {
  /** One that other desks use too. */
  shared: {
    /** @param {string} time of day */
    outOfReach: (time) => `The shared store has been out of reach since ${time}.`,
    /** @param {string} time of day */
    ofNoUse: (time) => `The shared store has not been usable since ${time}.`,
  },
  /** One of this desk alone. */
  own: {
    /** @param {string} time of day */
    outOfReach: (time) => `The store of this desk has been out of reach since ${time}.`,
    /** @param {string} time of day */
    ofNoUse: (time) => `The store of this desk has not been usable since ${time}.`,
  },
};

export const nothingUntilBack =
  "Nothing can be sent or checked until it is back; what you typed is kept.";

export const storeBack = "The store is back.";

/**
 * Since when, beside what happened.
 * @param {string} time of day
 */
export const storeAwaySince = (time) => `The store has been out of reach since ${time}.`;
