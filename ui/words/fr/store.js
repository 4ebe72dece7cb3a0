// French: why the store can't do its part, by the core's stable codes. Each says what happened and what
// an administrator must look at, by the name that Redis itself gives it.

/**
 * @typedef {object} StoreWords
 * @property {string} what what happened
 * @property {string} whatNow what to do, and who
 */

/** The store is not there. @type {Readonly<Record<string, StoreWords>>} */
export const outOfReach = {
  "store.file": {
    what: "Le fichier du stockage ne peut pas être ouvert, ou un autre programme le tient.",
    whatNow: "Fermez les autres fenêtres de Countersign. Si cela ne suffit pas, prévenez votre administrateur : ce compte doit pouvoir écrire dans le dossier de données de Countersign.",
  },
  "store.host-name": {
    what: "Aucun ordinateur ne porte le nom que contient l’adresse du stockage.",
    whatNow: "Prévenez votre administrateur : vérifiez l’adresse dans settings.json, et que le DNS de cet ordinateur la connaît.",
  },
  "store.no-answer": {
    what: "Rien ne répond à l’adresse du stockage.",
    whatNow: "Vérifiez le réseau de cet ordinateur, puis prévenez votre administrateur : vérifiez que Redis tourne, que ses bind et port sont ceux de settings.json, et qu’aucun pare-feu ne s’interpose.",
  },
  "store.certificate": {
    what: "Le stockage présente un certificat auquel cet ordinateur ne se fie pas, ou établi pour un autre nom ; rien ne lui a donc été transmis.",
    whatNow: "Prévenez votre administrateur : vérifiez le nom et la date du tls-cert-file de Redis, et caFile dans settings.json.",
  },
  "store.no-primary": {
    what: "Aucun Sentinel ne répond, ou aucun ne connaît de primaire du nom réglé.",
    whatNow: "Prévenez votre administrateur : vérifiez la ligne « sentinel monitor » des Sentinels, et les noms et adresses dans settings.json.",
  },
  "store.settings": {
    what: "Ce que settings.json dit du stockage ne peut pas être utilisé.",
    whatNow: "Prévenez votre administrateur : vérifiez le stockage dans settings.json, et que les fichiers de certificats qu’il nomme sont lisibles.",
  },
};

/** The store is there and does not do its part. @type {Readonly<Record<string, StoreWords>>} */
export const ofNoUse = {
  "store.interrupted": {
    what: "Le stockage n’a pas répondu à temps.",
    whatNow: "Attendez un instant et réessayez. Si cela continue, prévenez votre administrateur : vérifiez la charge de l’ordinateur du stockage et son réseau (dans Redis, SLOWLOG et LATENCY montrent ce qui le retient).",
  },
  "store.read-only": {
    what: "Ce poste est connecté à une réplique du stockage, qui ne peut être que lue (READONLY).",
    whatNow: "Après un basculement, cela passe tout seul. Sinon, prévenez votre administrateur : faites pointer settings.json vers le primaire, et vérifiez replicaof dans Redis.",
  },
  "store.loading": {
    what: "Le stockage vient de démarrer et lit encore ses données (LOADING).",
    whatNow: "Attendez : cela passe tout seul. Si cela dure des minutes, prévenez votre administrateur : la cause est la taille du dump.rdb ou du fichier appendonly de Redis.",
  },
  "store.full": {
    what: "La mémoire ou le disque du stockage est plein (OOM).",
    whatNow: "Prévenez votre administrateur : augmentez maxmemory de Redis ou faites-y de la place, avec maxmemory-policy noeviction ; pour un stockage dans un fichier, faites de la place sur le disque de cet ordinateur.",
  },
  "store.too-many-clients": {
    what: "Le stockage a autant de connexions qu’il en permet (MAXCLIENTS).",
    whatNow: "Prévenez votre administrateur : augmentez maxclients de Redis, ou fermez ce qui tient des connexions (CLIENT LIST les montre).",
  },
  "store.not-authenticated": {
    what: "Le stockage veut un utilisateur et un mot de passe, ou d’autres (NOAUTH, WRONGPASS).",
    whatNow: "Prévenez votre administrateur : comparez l’utilisateur de settings.json avec ACL LIST et requirepass dans Redis.",
  },
  "store.not-permitted": {
    what: "Le stockage ne laisse pas l’utilisateur de ce poste faire ce que Countersign doit faire (NOPERM).",
    whatNow: "Prévenez votre administrateur : donnez à l’utilisateur la ligne ACL qu’indique la documentation de Countersign (ACL SETUSER ; ACL LOG montre ce qui a été refusé).",
  },
  "store.wrong-type": {
    what: "Autre chose a écrit là où Countersign garde ce qui est à lui (WRONGTYPE).",
    whatNow: "Prévenez votre administrateur : un autre programme utilise les clés de votre organisation dans Redis. Donnez à Countersign un nom ou une base de données à lui dans settings.json.",
  },
  "store.busy": {
    what: "Le stockage est occupé par le script de quelqu’un (BUSY).",
    whatNow: "Attendez un instant. Si cela continue, prévenez votre administrateur : SCRIPT KILL termine le script, et busy-reply-threshold dans Redis dit combien de temps il peut durer.",
  },
  "store.cluster-down": {
    what: "Le cluster du stockage n’est pas entier : personne ne sert certains de ses slots (CLUSTERDOWN).",
    whatNow: "Prévenez votre administrateur : CLUSTER INFO et CLUSTER NODES montrent ce qui manque ; voyez cluster-require-full-coverage dans Redis.",
  },
  "store.not-replicated": {
    what: "Moins de répliques du stockage sont au travail que ce poste ne doit en attendre (NOREPLICAS).",
    whatNow: "Prévenez votre administrateur : INFO replication montre les répliques ; voyez min-replicas-to-write dans Redis, et replicas dans settings.json.",
  },
  "store.cannot-save": {
    what: "Le stockage ne peut pas enregistrer sur son disque, et ne prend rien de nouveau tant qu’il ne le peut pas (MISCONF).",
    whatNow: "Prévenez votre administrateur : faites de la place sur le disque du dir de Redis, et regardez son journal ; stop-writes-on-bgsave-error est la cause de ce refus.",
  },
  "store.name-taken": {
    what: "Un nom qui ne compte qu’une fois avait déjà servi, rien n’a donc été fait.",
    whatNow: "Réessayez. Si cela continue, prévenez votre administrateur.",
  },
  "store.damaged": {
    what: "Le fichier du stockage est endommagé, ou on ne peut pas y écrire.",
    whatNow: "Prévenez votre administrateur : vérifiez que ce compte peut écrire dans le dossier de données de Countersign, et que le disque va bien.",
  },
  "store.refused": {
    what: "Le stockage refuse de travailler, sans dire pourquoi d’une façon que cette version comprenne.",
    whatNow: "Prévenez votre administrateur : le journal de Countersign et celui de Redis contiennent ce qu’il a dit.",
  },
  "store.unreadable": {
    what: "Le stockage contient quelque chose que cette version ne peut pas lire.",
    whatNow: "Prévenez votre administrateur : tous les postes de l’organisation doivent avoir la même version de Countersign.",
  },
};

/** That the store is away, and since when. */
export const away = {
  /** One that other desks use too. */
  shared: {
    /** @param {string} time of day */
    outOfReach: (time) => `Le stockage partagé est injoignable (depuis : ${time}).`,
    /** @param {string} time of day */
    ofNoUse: (time) => `Le stockage partagé est inutilisable (depuis : ${time}).`,
  },
  /** One of this desk alone. */
  own: {
    /** @param {string} time of day */
    outOfReach: (time) => `Le stockage de ce poste est injoignable (depuis : ${time}).`,
    /** @param {string} time of day */
    ofNoUse: (time) => `Le stockage de ce poste est inutilisable (depuis : ${time}).`,
  },
};

export const nothingUntilBack =
  "Rien ne peut être envoyé ni vérifié jusqu’à son retour ; ce que vous avez tapé est conservé.";

export const storeBack = "Le stockage est de retour.";

/**
 * Since when, beside what happened.
 * @param {string} time of day
 */
export const storeAwaySince = (time) => `Le stockage est injoignable (depuis : ${time}).`;
