// Training only: the drawn phone on which texts, calls and missed calls arrive, and its passing time.

import { announce } from "./announce.js";
import { byId, isResting, make, rest, shape, write } from "./dom.js";
import * as ipc from "./ipc.js";
import { words } from "./words.js";

/** @typedef {import("./types/wire.ts").PhoneMessage} PhoneMessage */

const MINUTE_SECONDS = 60;

/** What looks like a code in a text: six to eight digits, or two halves. It is drawn stronger. */
const CODE = /(\b\d{6,8}\b|\b\d{3,4}[ \u00a0\u202f]\d{3,4}\b)/;

/**
 * @param {import("./inbox.js").Inbox} inbox
 * @param {boolean} canTimePass whether there is time to skip
 * @param {(milliseconds: number) => void} onTimePassed
 */
export function openTrainingPhone(inbox, canTimePass, onTimePassed) {
  byId("training", HTMLElement).hidden = false;
  const skip = byId("skip-minute", HTMLButtonElement);
  skip.hidden = !canTimePass;
  skip.addEventListener("click", () => void skipMinute(skip, onTimePassed));
  new ResizeObserver(showNewest).observe(byId("phone-screen", HTMLElement));
  inbox.listen(receive);
}

function showNewest() {
  const screen = byId("phone-screen", HTMLElement);
  screen.scrollTop = screen.scrollHeight;
}

/**
 * @param {HTMLButtonElement} button
 * @param {(milliseconds: number) => void} onTimePassed
 */
async function skipMinute(button, onTimePassed) {
  if (isResting(button)) return;
  rest(button, true);
  try {
    await ipc.skipTrainingTime(MINUTE_SECONDS);
    announce(words.phone.minutePassed);
    onTimePassed(MINUTE_SECONDS * 1000);
  } finally {
    rest(button, false);
  }
}

/** @param {PhoneMessage} message */
function receive(message) {
  const header = byId("phone-number", HTMLElement);
  const messages = byId("phone-messages", HTMLElement);
  const isOther = header.textContent !== message.to;
  if (isOther) messages.append(make("li", { className: "to" }, words.phone.to(message.to)));
  byId("phone-nothing", HTMLElement).hidden = true;
  write(header, message.to);
  messages.append(draw(message));
  showNewest();
}

/** @param {PhoneMessage} message */
function draw(message) {
  const item = make("li", { className: message.kind }, ...contents(message));
  item.dataset["message"] = message.id;
  item.dataset["kind"] = message.kind;
  return item;
}

/**
 * @param {PhoneMessage} message
 * @returns {Node[]}
 */
function contents({ kind, from, body }) {
  switch (kind) {
    case "text":
      return [sender(from), make("p", { className: "bubble" }, ...withStrongCode(body))];
    case "whatsApp":
      return [sender(`${from} · WhatsApp`), make("p", { className: "bubble" }, ...withStrongCode(body))];
    case "call":
      return [shape("call"), make("p", {}, ofCall(words.phone.call(from), from), make("br", {}), words.phone.spoken(body))];
    case "missedCall":
      return [shape("missed"), make("p", {}, ofCall(words.phone.missedCall(from), from))];
  }
}

/** @param {string} from */
const sender = (from) => make("p", { className: "from" }, from);

/**
 * A sentence about a number, which stays on one line.
 * @param {string} sentence
 * @param {string} number
 */
function ofCall(sentence, number) {
  const [before, after = ""] = sentence.split(number);
  return make("b", {}, before ?? "", make("span", { className: "number" }, number), after);
}

/** @param {string} body */
function withStrongCode(body) {
  return body.split(CODE).map((part) => (CODE.test(part) ? make("b", {}, part) : part));
}
