// Spanish: the keys, and the guide that F1 shows.

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
  check: "comprobar",
  newCustomer: "nuevo cliente, este espera",
  nextCustomer: "siguiente cliente",
  tryAgain: "volver a intentar",
  otherWay: "enviar de otra forma",
  handOver: "que lo escriba el cliente",
  takeBack: "retomarlo",
  couldNotVerify: "no se pudo verificar",
  end: "terminar",
  accept: "aceptar",
  back: "volver",
  help: "ayuda",
  waiting: "clientes en espera",
};

export const heading = "Ayuda";
export const close = "Cerrar";
export const keysHere = "Teclas aquí";
export const keysEverywhere = "Teclas en todas partes";
/** Of the steps that do not show. */
export const keysOf = {
  request: "Teclas en el paso 1, el número",
  code: "Teclas en el paso 2, el código",
  verdict: "Teclas en el resultado",
};
export const guideHeading = "El trabajo en diez párrafos";

/** One page, read in two minutes. */
export const guide = [
  {
    what: "Para qué sirve.",
    how: "Se envía un código a un teléfono, y quien lo tiene en la mano se lo dice. Así usted sabe que el cliente que tiene delante dispone de ese número.",
  },
  {
    what: "Pida el número.",
    how: "Escríbalo como lo diga el cliente. Los números de otro país empiezan por un signo más. Antes de enviar, lea en voz alta, por grupos, lo que aparece debajo del campo.",
  },
  {
    what: "Una referencia ayuda.",
    how: "Un número de reserva o de expediente distingue a los clientes. Un lector de códigos de barras lo pone por sí solo en el campo correcto y no envía nada.",
  },
  {
    what: "Envíe con Enter.",
    how: "La línea situada encima del código dice dónde está el SMS. «Entregado» significa que está en el teléfono; hasta entonces, espere o pida al cliente que mire.",
  },
  {
    what: "Deje que el cliente le diga el código.",
    how: "No lo lea nunca usted en el teléfono del cliente ni lo diga antes en voz alta. Escríbalo y pulse Enter; los espacios no molestan.",
  },
  {
    what: "Verificado significa verificado.",
    how: "Solo lo dice la palabra verde con la marca. Todo lo demás significa que el número no está demostrado, diga lo que diga el cliente.",
  },
  {
    what: "Un código equivocado cuesta un intento.",
    how: "Pida el código del mensaje más reciente. Cuando no quedan intentos, el número se bloquea un tiempo, en todos los puestos: eso protege al cliente.",
  },
  {
    what: "¿No llega nada?",
    how: "Lea el número en voz alta una vez más. Después, envíe otra vez cuando termine la pausa, o elija una llamada: una voz dice el código.",
  },
  {
    what: "¿Espera alguien más?",
    how: "Esc empieza con un nuevo cliente; este espera a un lado con su propio tiempo, y usted vuelve a él con una sola tecla.",
  },
  {
    what: "Si no es posible,",
    how: "no adivine: identifique al cliente de otra forma, como digan las reglas de su organización. Si la pantalla dice que algo va mal en el puesto, cuente a su administrador lo que dice.",
  },
];
