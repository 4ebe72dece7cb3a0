// Portuguese: what staff read while the customer types the code on a screen of their own.

/** @typedef {import("../../types/wire.ts").ByView} ByView */
/** @typedef {import("../../types/wire.ts").CustomerDoing} CustomerDoing */

import { countsIn } from "../count.js";

const count = countsIn("pt");

/** The heading of step 2 meanwhile. */
export const heading = "O cliente insere o código";

/** @type {Readonly<Record<CustomerDoing, string>>} */
export const doing = {
  reading: "O código é pedido na janela do cliente.",
  typing: "Inserção em curso…",
  checking: "Verificação em curso…",
  waiting: "Ainda não se sabe se estava certo: o armazenamento não respondeu. A pergunta é repetida automaticamente…",
};

export const hasNoCode = "O cliente diz que não chegou nenhum código. Envie de novo, ou ligue.";

/** @param {number} left */
export const wrong = (left) =>
  count(left, {
    one: "O cliente inseriu um código errado. Resta # tentativa antes de este número ficar bloqueado por algum tempo.",
    other: "O cliente inseriu um código errado. Restam # tentativas antes de este número ficar bloqueado por algum tempo.",
  });

export const notACode = "O cliente inseriu algarismos a menos ou a mais. Nenhuma tentativa foi contada.";
export const notCounted = "O que o cliente inseriu não chegou. O código é pedido mais uma vez.";

export const now = "O cliente insere o código na janela dele.";
export const backHere = "De volta a este posto. Peça o código ao cliente.";
export const notOpened = "Não é possível abrir a janela do cliente. Peça o código ao cliente.";
export const beingChecked = "Ainda não: o código do cliente está em verificação.";

/**
 * What a verified code proves, and how it was given.
 * @type {Readonly<Record<ByView, (proof: { lastTwo: string, time: string, byChannel: string }) => string>>}
 */
export const verified = {
  staff: ({ lastTwo, time, byChannel }) =>
    `O cliente tem o telefone com final ${lastTwo}. ${time}, ${byChannel}, código lido em voz alta.`,
  customer: ({ lastTwo, time, byChannel }) =>
    `O cliente tem o telefone com final ${lastTwo}. ${time}, ${byChannel}, código inserido pelo cliente.`,
};
