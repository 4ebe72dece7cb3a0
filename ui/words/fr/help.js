// French: the keys, and the guide that F1 shows.

/** What is printed on the keys. */
export const keyNames = {
  Enter: "Entrée",
  Escape: "Échap",
  Alt: "Alt",
  Ctrl: "Ctrl",
};

/** What the keys of the desk do. */
export const does = {
  send: "envoyer",
  check: "vérifier",
  newCustomer: "nouveau client, celui-ci attend",
  nextCustomer: "client suivant",
  tryAgain: "réessayer",
  otherWay: "envoyer autrement",
  handOver: "laisser le client le saisir",
  takeBack: "le reprendre",
  couldNotVerify: "vérification impossible",
  end: "terminer",
  accept: "accepter",
  back: "retour",
  help: "aide",
  waiting: "clients en attente",
};

export const heading = "Aide";
export const close = "Fermer";
export const keysHere = "Touches ici";
export const keysEverywhere = "Touches partout";
/** Of the steps that do not show. */
export const keysOf = {
  request: "Touches à l’étape 1, le numéro",
  code: "Touches à l’étape 2, le code",
  verdict: "Touches au résultat",
};
export const guideHeading = "Le travail en dix paragraphes";

/** One page, read in two minutes. */
export const guide = [
  {
    what: "À quoi cela sert.",
    how: "Un code part vers un téléphone, et la personne qui tient ce téléphone vous le dit. Vous savez ainsi que le client devant vous dispose de ce numéro.",
  },
  {
    what: "Demandez le numéro.",
    how: "Tapez-le comme le client le dit. Les numéros d’un autre pays commencent par un plus. Avant d’envoyer, relisez par groupes ce qui s’affiche sous le champ.",
  },
  {
    what: "Une référence aide.",
    how: "Un numéro de réservation ou de dossier distingue les clients. Un lecteur de codes-barres l’inscrit lui-même dans le bon champ et n’envoie rien.",
  },
  {
    what: "Envoyez avec Entrée.",
    how: "La ligne au-dessus du code dit où en est le SMS. « Remis » veut dire qu’il est sur le téléphone ; d’ici là, attendez ou demandez au client de regarder.",
  },
  {
    what: "Laissez le client vous dire le code.",
    how: "Ne le lisez jamais vous-même sur le téléphone du client, et ne le dites jamais en premier. Tapez-le et appuyez sur Entrée ; les espaces ne gênent pas.",
  },
  {
    what: "Vérifié veut dire vérifié.",
    how: "Seul le mot vert avec la coche le dit. Tout le reste veut dire que le numéro n’est pas prouvé, quoi que dise le client.",
  },
  {
    what: "Un code erroné coûte un essai.",
    how: "Demandez le code du message le plus récent. Quand il ne reste plus d’essai, le numéro est bloqué un moment, à tous les postes : cela protège le client.",
  },
  {
    what: "Rien n’arrive ?",
    how: "Relisez encore une fois le numéro. Renvoyez ensuite quand la pause est finie, ou choisissez un appel : une voix dit le code.",
  },
  {
    what: "Quelqu’un d’autre attend ?",
    how: "Échap commence un nouveau client ; celui-ci attend à côté avec son propre temps, et vous revenez à lui d’une seule touche.",
  },
  {
    what: "Si ce n’est pas possible,",
    how: "ne devinez pas : identifiez le client autrement, selon les règles de votre organisation. Si l’écran dit que quelque chose ne va pas au poste, rapportez à votre administrateur ce qu’il dit.",
  },
];
