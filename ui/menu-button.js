// A button that opens a small menu, by the pattern of WAI-ARIA's "menu button": arrows move, Enter chooses,
// Escape closes, and each entry has a letter that chooses it at once. What the entries do is their owner's.

import { isResting } from "./dom.js";

/**
 * @typedef {object} MenuButton
 * @property {() => void} open with the focus on its first entry
 * @property {() => void} close with the focus back where it was
 *
 * @typedef {object} MenuEvents
 * @property {() => void} onOpen before it shows
 * @property {(entry: HTMLButtonElement) => boolean} onChoose whether the menu is done with
 */

/**
 * An entry is a button of role `menuitem` whose `data-letter` is its letter.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} menu
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {MenuEvents} events
 * @returns {MenuButton}
 */
export function createMenuButton(button, menu, signal, { onOpen, onChoose }) {
  /** What had the focus before. @type {HTMLElement | null} */
  let before = null;

  const entries = () => [...menu.querySelectorAll("button")].filter((entry) => !entry.hidden);
  const isOpen = () => !menu.hidden;

  /** @param {number} at */
  function openAt(at) {
    if (button.hidden || isResting(button)) return;
    onOpen();
    before = document.activeElement instanceof HTMLElement ? document.activeElement : button;
    setOpen(true);
    entries().at(at)?.focus();
    menu.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} open */
  function setOpen(open) {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  function close() {
    if (!isOpen()) return;
    setOpen(false);
    before?.focus();
  }

  /** @param {HTMLButtonElement | undefined} entry */
  function choose(entry) {
    if (entry !== undefined && onChoose(entry)) close();
  }

  /** @param {number} step */
  function move(step) {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    all.at((at + step + all.length) % all.length)?.focus();
  }

  /**
   * What a key does in the open menu; nothing where it is none of the menu's.
   * @param {KeyboardEvent} event
   * @returns {(() => void) | undefined}
   */
  function deedOf({ key, code }) {
    switch (key) {
      case "ArrowDown":
        return () => move(1);
      case "ArrowUp":
        return () => move(-1);
      case "Home":
        return () => entries().at(0)?.focus();
      case "End":
        return () => entries().at(-1)?.focus();
      case "Escape":
        return close;
    }
    const entry = entries().find(({ dataset }) => isLetter(dataset["letter"], key, code));
    return entry && (() => choose(entry));
  }

  menu.addEventListener("keydown", (event) => {
    if (event.key === "Tab") return setOpen(false);
    const deed = event.ctrlKey || event.metaKey ? undefined : deedOf(event);
    if (deed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  });
  menu.addEventListener("click", ({ target }) => {
    choose(entries().find((entry) => target instanceof Node && entry.contains(target)));
  });
  button.addEventListener("click", () => (isOpen() ? close() : openAt(0)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    openAt(event.key === "ArrowDown" ? 0 : -1);
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget) && relatedTarget !== button) setOpen(false);
  });
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (target instanceof Node && !menu.contains(target) && !button.contains(target)) setOpen(false);
    },
    { signal },
  );

  return { open: () => openAt(0), close };
}

/**
 * Whether a key is that letter, on whatever layout and with Alt held too, which makes other signs of letters.
 * @param {string | undefined} letter
 * @param {string} key
 * @param {string} code
 */
const isLetter = (letter, key, code) =>
  letter !== undefined && (key.toUpperCase() === letter || code === `Key${letter}`);
