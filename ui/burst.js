// Tells a barcode scanner from a hand, by time alone: what comes faster than fingers can, and ends with Enter.
// It knows nothing of the page.

/** Between two keys of a scanner, in milliseconds at the most. Fast typists need 60 and more, over and over. */
export const GAP_MS = 35;

/** Characters of a scan at the least: two or three keys in one go can be a slip of a hand. */
const LEAST = 4;

const HELD = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "NumLock", "Fn"]);

/**
 * A key as it was pressed.
 * @typedef {object} Press
 * @property {string} key what it types, or its name
 * @property {number} at when, in milliseconds by the keyboard's clock: the page's own would take the keys that
 *   waited for a busy page for fast ones
 * @property {boolean} [isCommand] whether Ctrl, Alt or ⌘ is held
 *
 * What a key is part of: nothing faster than a hand ("hand"), with "begins" where something faster could begin
 * with it; something faster ("burst"); the end of a scan ("scanned").
 * @typedef {"hand" | "begins" | "burst" | "scanned"} Part
 *
 * @typedef {object} Burst
 * @property {(press: Press) => Part} press
 * @property {() => string} text what was scanned
 */

/** @returns {Burst} */
export function createBurst() {
  let text = "";
  let last = -Infinity;

  /** @type {Burst["press"]} */
  function press({ key, at, isCommand = false }) {
    if (HELD.has(key)) return isBurst() ? "burst" : "hand";
    const isFast = at - last <= GAP_MS;
    last = at;
    if (key === "Enter") return isFast && isScan(text) ? "scanned" : stop();
    // Signs that only machines read come as Ctrl with a key: they are no part of the text.
    if (isCommand) return isFast && isBurst() ? "burst" : stop();
    if ([...key].length !== 1) return stop();
    text = isFast ? text + key : key;
    return isBurst() ? "burst" : "begins";
  }

  const isBurst = () => text.length > 1;

  /** @returns {Part} */
  function stop() {
    text = "";
    last = -Infinity;
    return "hand";
  }

  return { press, text: () => text };
}

/** A key that is held down repeats as fast as a scanner, but only itself. @param {string} text */
const isScan = (text) => [...text].length >= LEAST && new Set(text).size > 1;
