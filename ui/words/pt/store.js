// Portuguese: why the store can't do its part, by the core's stable codes. Each says what happened and what
// an administrator must look at, by the name that Redis itself gives it.

/**
 * @typedef {object} StoreWords
 * @property {string} what what happened
 * @property {string} whatNow what to do, and who
 */

/** The store is not there. @type {Readonly<Record<string, StoreWords>>} */
export const outOfReach = {
  "store.file": {
    what: "A base de dados do armazenamento não pode ser aberta, ou está em uso por outro programa.",
    whatNow: "Feche outras janelas do Countersign. Se não ajudar, avise o seu administrador: esta conta deve poder escrever na pasta de dados do Countersign.",
  },
  "store.host-name": {
    what: "Não há nenhum computador com o nome que está no endereço do armazenamento.",
    whatNow: "Avise o seu administrador: confirme o endereço em settings.json, e que o DNS deste computador o conhece.",
  },
  "store.no-answer": {
    what: "Nada responde no endereço do armazenamento.",
    whatNow: "Confirme a rede deste computador, e depois avise o seu administrador: confirme que o Redis está em funcionamento, que o seu bind e o seu port são os de settings.json, e que nenhuma firewall se interpõe.",
  },
  "store.certificate": {
    what: "O armazenamento mostra um certificado em que este computador não confia, ou um para outro nome, por isso nada lhe foi transmitido.",
    whatNow: "Avise o seu administrador: confirme o nome e a data do tls-cert-file do Redis, e caFile em settings.json.",
  },
  "store.no-primary": {
    what: "Nenhum Sentinel responde, ou nenhum conhece um primário com o nome configurado.",
    whatNow: "Avise o seu administrador: confirme a linha «sentinel monitor» dos Sentinels, e os nomes e endereços em settings.json.",
  },
  "store.settings": {
    what: "O que settings.json diz do armazenamento não pode ser usado.",
    whatNow: "Avise o seu administrador: confirme o armazenamento em settings.json, e que os certificados ali nomeados podem ser lidos.",
  },
};

/** The store is there and does not do its part. @type {Readonly<Record<string, StoreWords>>} */
export const ofNoUse = {
  "store.interrupted": {
    what: "O armazenamento não respondeu a tempo.",
    whatNow: "Espere um momento e tente de novo. Se continuar, avise o seu administrador: confirme a carga do computador do armazenamento e a sua rede (no Redis, SLOWLOG e LATENCY mostram o que o atrasa).",
  },
  "store.read-only": {
    what: "Este posto está em conexão com uma réplica do armazenamento, que só pode ser lida (READONLY).",
    whatNow: "Depois de um failover passa sozinho. Se não, avise o seu administrador: aponte settings.json para o primário, e confirme replicaof no Redis.",
  },
  "store.loading": {
    what: "O armazenamento foi iniciado há pouco e ainda lê os seus dados (LOADING).",
    whatNow: "Espere: passa sozinho. Se levar minutos, avise o seu administrador: a causa é o tamanho do dump.rdb ou do appendonly do Redis.",
  },
  "store.full": {
    what: "A memória ou o disco do armazenamento está cheio (OOM).",
    whatNow: "Avise o seu administrador: aumente maxmemory do Redis ou abra espaço nele, com maxmemory-policy noeviction; para um armazenamento deste posto só, abra espaço no disco deste computador.",
  },
  "store.too-many-clients": {
    what: "O armazenamento tem tantas conexões quantas permite (MAXCLIENTS).",
    whatNow: "Avise o seu administrador: aumente maxclients do Redis, ou feche o que mantém conexões (CLIENT LIST mostra-as).",
  },
  "store.not-authenticated": {
    what: "O armazenamento quer um nome de conta e uma senha, ou outros (NOAUTH, WRONGPASS).",
    whatNow: "Avise o seu administrador: compare a conta em settings.json com ACL LIST e requirepass no Redis.",
  },
  "store.not-permitted": {
    what: "O armazenamento não deixa a conta deste posto fazer o que o Countersign deve fazer (NOPERM).",
    whatNow: "Avise o seu administrador: dê à conta a linha ACL que a documentação do Countersign indica (ACL SETUSER; ACL LOG mostra o que foi recusado).",
  },
  "store.wrong-type": {
    what: "Outra coisa escreveu onde o Countersign guarda o que é seu (WRONGTYPE).",
    whatNow: "Avise o seu administrador: outro programa usa as chaves da sua organização no Redis. Dê ao Countersign um nome ou uma base de dados próprios em settings.json.",
  },
  "store.busy": {
    what: "O armazenamento está ocupado com um script de outrem (BUSY).",
    whatNow: "Espere um momento. Se continuar, avise o seu administrador: SCRIPT KILL termina o script, e busy-reply-threshold no Redis diz quanto tempo ele pode durar.",
  },
  "store.cluster-down": {
    what: "O cluster do armazenamento não está completo: ninguém serve alguns dos seus slots (CLUSTERDOWN).",
    whatNow: "Avise o seu administrador: CLUSTER INFO e CLUSTER NODES mostram o que falta; veja cluster-require-full-coverage no Redis.",
  },
  "store.not-replicated": {
    what: "Há menos réplicas do armazenamento em funcionamento do que as que este posto deve esperar (NOREPLICAS).",
    whatNow: "Avise o seu administrador: INFO replication mostra as réplicas; veja min-replicas-to-write no Redis, e replicas em settings.json.",
  },
  "store.cannot-save": {
    what: "O armazenamento não consegue gravar no seu disco, e não aceita nada de novo até conseguir (MISCONF).",
    whatNow: "Avise o seu administrador: abra espaço no disco do dir do Redis, e veja o seu log; stop-writes-on-bgsave-error é a razão da recusa.",
  },
  "store.name-taken": {
    what: "Um nome que só conta uma vez já tinha sido usado, por isso nada foi feito.",
    whatNow: "Tente de novo. Se continuar, avise o seu administrador.",
  },
  "store.damaged": {
    what: "A base de dados do armazenamento está danificada, ou não se pode escrever nela.",
    whatNow: "Avise o seu administrador: confirme que esta conta pode escrever na pasta de dados do Countersign, e que o disco está bem.",
  },
  "store.refused": {
    what: "O armazenamento recusa-se a trabalhar, e não disse a razão de um modo que esta versão entenda.",
    whatNow: "Avise o seu administrador: o log do Countersign e o do Redis contêm o que ele disse.",
  },
  "store.unreadable": {
    what: "O armazenamento contém algo que esta versão não pode ler.",
    whatNow: "Avise o seu administrador: todos os postos da organização devem ter a mesma versão do Countersign.",
  },
};

/** That the store is away, and since when. */
export const away = {
  /** One that other desks use too. */
  shared: {
    /** @param {string} time of day */
    outOfReach: (time) => `Não se consegue chegar ao armazenamento comum (desde: ${time}).`,
    /** @param {string} time of day */
    ofNoUse: (time) => `O armazenamento comum não pode ser usado (desde: ${time}).`,
  },
  /** One of this desk alone. */
  own: {
    /** @param {string} time of day */
    outOfReach: (time) => `Não se consegue chegar ao armazenamento deste posto (desde: ${time}).`,
    /** @param {string} time of day */
    ofNoUse: (time) => `O armazenamento deste posto não pode ser usado (desde: ${time}).`,
  },
};

export const nothingUntilBack =
  "Nada pode ser enviado nem verificado até que ele volte; o que já foi inserido é conservado.";

export const storeBack = "O armazenamento voltou.";

/**
 * Since when, beside what happened.
 * @param {string} time of day
 */
export const storeAwaySince = (time) => `Não se consegue chegar ao armazenamento (desde: ${time}).`;
