// A barcode scanner types what it reads and presses Enter, wherever the focus is. In step 1 that is the
// customer's reference: it goes into its field, out of whichever field it was typed into, and its Enter sends
// nothing. What counts as a scan is burst.js's business.

import { createBurst } from "./burst.js";

/** Characters of a reference. */
const LONGEST = 64;

/** What stood in a field before a scanner typed into it. @typedef {() => void} PutBack */

/**
 * @param {HTMLInputElement} reference
 * @param {() => boolean} isAwaited whether a scan would be a reference now
 * @param {(scanned: string) => void} onScan once it is in the field
 * @param {AbortSignal} signal when to stop listening
 */
export function listenForScanner(reference, isAwaited, onScan, signal) {
  const burst = createBurst();
  /** @type {PutBack} */
  let putBack = () => {};

  /** @param {KeyboardEvent} event */
  function hear(event) {
    const { key, timeStamp: at, target } = event;
    const isCommand = event.ctrlKey || event.metaKey || (event.altKey && !event.getModifierState("AltGraph"));
    const part = burst.press({ key, at, isCommand });
    if (!isAwaited() || isLookedFor(target) || document.querySelector(":modal") !== null) return;
    switch (part) {
      case "hand":
        return;
      case "begins":
        putBack = remember(target);
        return;
      case "burst":
        // A button would be pressed by a space, and a choice be made by a letter.
        if (!isTextField(target)) event.preventDefault();
        return;
      case "scanned":
        event.preventDefault();
        event.stopPropagation();
        putBack();
        return take(burst.text());
    }
  }

  /** @param {string} text */
  function take(text) {
    const printable = [...text.replace(/[\p{Cc}\p{Cf}]/gu, "").trim()].slice(0, LONGEST).join("");
    if (printable === "") return;
    reference.value = printable;
    onScan(printable);
  }

  document.addEventListener("keydown", hear, { capture: true, signal });
}

/**
 * @param {EventTarget | null} field
 * @returns {PutBack}
 */
function remember(field) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return () => {};
  const { value } = field;
  const [start, end] = isTextField(field) ? [field.selectionStart, field.selectionEnd] : [null, null];
  return () => {
    if (field.value === value) return;
    field.value = value;
    if (isTextField(field)) field.setSelectionRange(start, end);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  };
}

/**
 * Whether a scan would be looked for among the customers who wait.
 * @param {EventTarget | null} target
 */
const isLookedFor = (target) => target instanceof HTMLInputElement && target.type === "search";

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
const isTextField = (target) => target instanceof HTMLInputElement && ["text", "tel"].includes(target.type);
