// Portuguese: the keys, and the guide that F1 shows.

/** What is printed on the keys. */
export const keyNames = {
  Enter: "Enter",
  Escape: "Esc",
  Alt: "Alt",
  Ctrl: "Ctrl",
};

/** What the keys of the desk do. */
export const does = {
  send: "enviar",
  check: "verificar",
  newCustomer: "novo cliente, este espera",
  nextCustomer: "próximo cliente",
  tryAgain: "tentar de novo",
  otherWay: "enviar de outra forma",
  handOver: "deixar o cliente escrevê-lo",
  takeBack: "retomar",
  couldNotVerify: "não foi possível verificar",
  end: "terminar",
  accept: "aceitar",
  back: "voltar",
  help: "ajuda",
  waiting: "clientes em espera",
};

export const heading = "Ajuda";
export const close = "Fechar";
export const keysHere = "Teclas aqui";
export const keysEverywhere = "Teclas em toda parte";
/** Of the steps that do not show. */
export const keysOf = {
  request: "Teclas no passo 1, o número",
  code: "Teclas no passo 2, o código",
  verdict: "Teclas no resultado",
};
export const guideHeading = "O trabalho em dez parágrafos";

/** One page, read in two minutes. */
export const guide = [
  {
    what: "Para que serve.",
    how: "Um código vai para um telefone, e quem tem o telefone na mão diz qual é. Assim fica claro que o cliente à sua frente tem esse número.",
  },
  {
    what: "Peça o número.",
    how: "Escreva-o como o cliente o disser. Os números de outro país começam com um sinal de mais. Antes de enviar, leia em voz alta, por grupos, o que aparece por baixo do campo.",
  },
  {
    what: "Uma referência ajuda.",
    how: "Um número de reserva ou de processo distingue os clientes. Um leitor de códigos de barras coloca-o sozinho no campo certo e não envia nada.",
  },
  {
    what: "Envie com Enter.",
    how: "A linha acima do código diz onde está o SMS. «Entregue» significa que está no telefone; até lá, espere ou peça ao cliente que veja.",
  },
  {
    what: "Deixe que o cliente diga o código.",
    how: "Nunca o leia no telefone do cliente, nem o diga primeiro em voz alta. Escreva-o e pressione Enter; os espaços não fazem mal.",
  },
  {
    what: "Verificado significa verificado.",
    how: "Só a palavra verde com a marca o diz. Tudo o mais significa que o número não está provado, diga o cliente o que disser.",
  },
  {
    what: "Um código errado custa uma tentativa.",
    how: "Peça o código da mensagem mais recente. Quando não restam tentativas, o número fica bloqueado por algum tempo, em todos os postos: isso protege o cliente.",
  },
  {
    what: "Não chega nada?",
    how: "Leia o número em voz alta mais uma vez. Depois, envie de novo quando a pausa terminar, ou escolha uma chamada: uma voz diz o código.",
  },
  {
    what: "Há mais alguém à espera?",
    how: "Esc começa um novo cliente; este espera ao lado com o seu próprio tempo, e basta uma tecla para voltar a ele.",
  },
  {
    what: "Se não for possível,",
    how: "não adivinhe: identifique o cliente de outra forma, como dizem as regras da sua organização. Se for indicado que algo está errado no posto, diga ao seu administrador o que está escrito.",
  },
];
