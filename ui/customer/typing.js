// What the customer types, on the keypad of the screen or on one with keys: digits, delete, done. There is
// no field, so nothing is offered, filled in, selected or pasted, and no other keyboard slides in.

import { byId } from "../dom.js";

/**
 * What may be typed now.
 * @typedef {object} Form
 * @property {number} longest in digits
 * @property {boolean} isNumber whether a "+" may begin it
 *
 * @typedef {object} Typing
 * @property {(form: Form) => void} fit
 * @property {() => string} typed
 * @property {() => void} empty
 * @property {(isLocked: boolean) => void} lock
 */

/** Keys of a number pad count whether or not its lock is on. */
const NUMBER_PAD = /^Numpad(\d)$/;

/**
 * @param {{ onChange: () => void, onDone: () => void, onGiveBack: () => void }} events
 * @returns {Typing}
 */
export function createTyping({ onChange, onDone, onGiveBack }) {
  const keypad = byId("keypad", HTMLElement);
  const plus = byId("plus", HTMLElement);
  /** @type {Form} */
  let form = { longest: 0, isNumber: false };
  let typed = "";
  let isLocked = true;

  /** @param {string} changed */
  function change(changed) {
    if (isLocked || changed === typed) return;
    typed = changed;
    onChange();
  }

  /** @param {string} digit */
  function add(digit) {
    const isMisplaced = digit === "+" && (!form.isNumber || typed !== "");
    const digits = typed.replace("+", "").length;
    if (!isMisplaced && digits < form.longest) change(typed + digit);
  }

  const takeOne = () => change(typed.slice(0, -1));

  function done() {
    if (!isLocked) onDone();
  }

  /** @param {KeyboardEvent} event */
  function hear(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const digit = NUMBER_PAD.exec(event.code)?.[1] ?? event.key;
    if (/^[\d+]$/.test(digit)) add(digit);
    else if (event.key === "Backspace" || event.key === "Delete") takeOne();
    else if (event.key === "Escape" && !event.repeat) onGiveBack();
    else if (event.key === "Enter" && !event.repeat && document.activeElement === document.body) done();
  }

  document.addEventListener("keydown", (event) => {
    if (keypad.checkVisibility()) hear(event);
  });
  // A finger on a key leaves the focus where it is, so that Enter is not that key once more.
  keypad.addEventListener("pointerdown", (event) => event.preventDefault());
  for (const key of keypad.querySelectorAll("button[data-digit]")) {
    key.addEventListener("click", () => add(key.getAttribute("data-digit") ?? ""));
  }
  byId("delete", HTMLElement).addEventListener("click", takeOne);
  byId("done", HTMLElement).addEventListener("click", done);

  return {
    fit(now) {
      form = now;
      plus.hidden = !now.isNumber;
    },
    typed: () => typed,
    empty() {
      typed = "";
    },
    lock(lock) {
      isLocked = lock;
    },
  };
}
