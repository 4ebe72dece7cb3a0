// Spanish: why the store can't do its part, by the core's stable codes. Each says what happened and what
// an administrator must look at, by the name that Redis itself gives it.

/**
 * @typedef {object} StoreWords
 * @property {string} what what happened
 * @property {string} whatNow what to do, and who
 */

/** The store is not there. @type {Readonly<Record<string, StoreWords>>} */
export const outOfReach = {
  "store.file": {
    what: "No se puede abrir el archivo del almacén, o lo tiene otro programa.",
    whatNow: "Cierre otras copias de Countersign. Si no sirve, avise a su administrador: esta cuenta debe poder escribir en la carpeta de datos de Countersign.",
  },
  "store.host-name": {
    what: "No hay ningún equipo con el nombre que tiene la dirección del almacén.",
    whatNow: "Avise a su administrador: compruebe la dirección en settings.json y que el DNS de este equipo la conozca.",
  },
  "store.no-answer": {
    what: "Nada responde en la dirección del almacén.",
    whatNow: "Compruebe la red de este equipo y luego avise a su administrador: compruebe que Redis esté en marcha, que su bind y su port sean los de settings.json y que ningún cortafuegos lo impida.",
  },
  "store.certificate": {
    what: "El almacén muestra un certificado en el que este equipo no confía, o uno para otro nombre, así que no se le ha transmitido nada.",
    whatNow: "Avise a su administrador: compruebe el nombre y la fecha del tls-cert-file de Redis y caFile en settings.json.",
  },
  "store.no-primary": {
    what: "No responde ningún Sentinel, o ninguno conoce un primario con el nombre configurado.",
    whatNow: "Avise a su administrador: compruebe la línea «sentinel monitor» de los Sentinel y los nombres y direcciones en settings.json.",
  },
  "store.settings": {
    what: "No se puede utilizar lo que settings.json dice del almacén.",
    whatNow: "Avise a su administrador: compruebe el almacén en settings.json y que se puedan leer los archivos de certificados que nombra.",
  },
};

/** The store is there and does not do its part. @type {Readonly<Record<string, StoreWords>>} */
export const ofNoUse = {
  "store.interrupted": {
    what: "El almacén no ha respondido a tiempo.",
    whatNow: "Espere un momento y vuelva a intentarlo. Si continúa, avise a su administrador: compruebe la carga del equipo del almacén y su red (en Redis, SLOWLOG y LATENCY muestran qué lo frena).",
  },
  "store.read-only": {
    what: "Este puesto está conectado a una réplica del almacén, que solo se puede leer (READONLY).",
    whatNow: "Tras una conmutación se resuelve solo. Si no, avise a su administrador: apunte settings.json al primario y compruebe replicaof en Redis.",
  },
  "store.loading": {
    what: "El almacén se acaba de iniciar y todavía está leyendo sus datos (LOADING).",
    whatNow: "Espere: se resuelve solo. Si tarda minutos, avise a su administrador: la causa es el tamaño del dump.rdb o del archivo appendonly de Redis.",
  },
  "store.full": {
    what: "La memoria o el disco del almacén está lleno (OOM).",
    whatNow: "Avise a su administrador: aumente maxmemory de Redis o haga sitio en él, con maxmemory-policy noeviction; si el almacén está en un archivo, haga sitio en el disco de este equipo.",
  },
  "store.too-many-clients": {
    what: "El almacén tiene tantas conexiones como permite (MAXCLIENTS).",
    whatNow: "Avise a su administrador: aumente maxclients de Redis o cierre lo que mantenga conexiones (CLIENT LIST las muestra).",
  },
  "store.not-authenticated": {
    what: "El almacén pide un usuario y una contraseña, u otros (NOAUTH, WRONGPASS).",
    whatNow: "Avise a su administrador: compare el usuario de settings.json con ACL LIST y requirepass en Redis.",
  },
  "store.not-permitted": {
    what: "El almacén no deja que el usuario de este puesto haga lo que Countersign debe hacer (NOPERM).",
    whatNow: "Avise a su administrador: dé al usuario la línea ACL que indica la documentación de Countersign (ACL SETUSER; ACL LOG muestra qué se rechazó).",
  },
  "store.wrong-type": {
    what: "Otra cosa ha escrito donde Countersign guarda lo suyo (WRONGTYPE).",
    whatNow: "Avise a su administrador: otro programa utiliza las claves de su organización en Redis. Dé a Countersign un nombre o una base de datos propios en settings.json.",
  },
  "store.busy": {
    what: "El almacén está ocupado con un script de otro (BUSY).",
    whatNow: "Espere un momento. Si continúa, avise a su administrador: SCRIPT KILL termina el script, y busy-reply-threshold en Redis indica cuánto puede durar.",
  },
  "store.cluster-down": {
    what: "El clúster del almacén no está completo: nadie atiende algunos de sus slots (CLUSTERDOWN).",
    whatNow: "Avise a su administrador: CLUSTER INFO y CLUSTER NODES muestran qué falta; vea cluster-require-full-coverage en Redis.",
  },
  "store.not-replicated": {
    what: "Hay menos réplicas del almacén en marcha de las que este puesto debe esperar (NOREPLICAS).",
    whatNow: "Avise a su administrador: INFO replication muestra las réplicas; vea min-replicas-to-write en Redis y replicas en settings.json.",
  },
  "store.cannot-save": {
    what: "El almacén no puede guardar en su disco y no acepta nada nuevo hasta que pueda (MISCONF).",
    whatNow: "Avise a su administrador: haga sitio en el disco del dir de Redis y mire su registro; se niega a causa de stop-writes-on-bgsave-error.",
  },
  "store.name-taken": {
    what: "Un nombre que solo cuenta una vez ya se había utilizado, así que no se ha hecho nada.",
    whatNow: "Vuelva a intentarlo. Si continúa, avise a su administrador.",
  },
  "store.damaged": {
    what: "El archivo del almacén está dañado o no se puede escribir en él.",
    whatNow: "Avise a su administrador: compruebe que esta cuenta pueda escribir en la carpeta de datos de Countersign y que el disco esté bien.",
  },
  "store.refused": {
    what: "El almacén se niega a trabajar y no ha dicho el motivo de un modo que esta versión entienda.",
    whatNow: "Avise a su administrador: el registro de Countersign y el de Redis contienen lo que dijo.",
  },
  "store.unreadable": {
    what: "El almacén contiene algo que esta versión no puede leer.",
    whatNow: "Avise a su administrador: todos los puestos de la organización deben tener la misma versión de Countersign.",
  },
};

/** That the store is away, and since when. */
export const away = {
  /** One that other desks use too. */
  shared: {
    /** @param {string} time of day */
    outOfReach: (time) => `No se puede llegar al almacén compartido (desde: ${time}).`,
    /** @param {string} time of day */
    ofNoUse: (time) => `El almacén compartido no se puede utilizar (desde: ${time}).`,
  },
  /** One of this desk alone. */
  own: {
    /** @param {string} time of day */
    outOfReach: (time) => `No se puede llegar al almacén de este puesto (desde: ${time}).`,
    /** @param {string} time of day */
    ofNoUse: (time) => `El almacén de este puesto no se puede utilizar (desde: ${time}).`,
  },
};

export const nothingUntilBack =
  "No se puede enviar ni comprobar nada hasta que vuelva; lo que haya escrito se conserva.";

export const storeBack = "El almacén ha vuelto.";

/**
 * Since when, beside what happened.
 * @param {string} time of day
 */
export const storeAwaySince = (time) => `No se puede llegar al almacén (desde: ${time}).`;
