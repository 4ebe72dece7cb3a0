// Which rows of the waiting list are drawn: all of a few, and of many those in sight and around. What stands in
// for the others is empty room as high as they are.

import { make } from "./dom.js";

/** @typedef {import("./waiting-row.js").Row} Row */

/** From so many rows on, only those near are drawn. */
const MANY_ROWS = 40;

/** How far beyond what is in sight rows are drawn, in pixels: some keys' or a wheel's way. */
const AROUND = 400;

/** As high as a row is taken for until one was seen, in pixels. */
const FIRST_GUESS = 64;

/** Where the list isn't laid out, it is taken to be as high as this, in pixels. */
const NOT_LAID_OUT = 600;

/**
 * Something that has a row when it is drawn.
 * @typedef {object} Drawable
 * @property {Row | null} row
 * @property {number | null} height of its row when it was first drawn, in pixels
 */

/**
 * @template {Drawable} Entry
 * @typedef {object} RowWindow
 * @property {(entries: Entry[]) => void} arrange all there are, from the top
 * @property {() => Entry[]} drawn those that have a row now
 * @property {() => Entry[]} all
 * @property {(entry: Entry) => void} reveal draws it and brings it into sight within the list
 * @property {() => number} page how many rows are in sight at once
 */

/**
 * @template {Drawable} Entry
 * @param {HTMLElement} list
 * @param {(entry: Entry) => Row} draw
 * @param {() => void} onDrawn others may be drawn now than before
 * @returns {RowWindow<Entry>}
 */
export function createRowWindow(list, draw, onDrawn) {
  const above = make("li", { ariaHidden: "true", className: "room" });
  const below = make("li", { ariaHidden: "true", className: "room" });
  /** @type {Entry[]} */
  let entries = [];
  /** @type {Entry[]} */
  let drawn = [];
  let width = 0;

  const hasMany = () => entries.length >= MANY_ROWS;

  /** How high a row is that was never seen: as those that were. */
  function usualHeight() {
    const seen = drawn.flatMap(({ height }) => height ?? []);
    return seen.length === 0 ? FIRST_GUESS : seen.reduce((sum, height) => sum + height, 0) / seen.length;
  }

  /** The places of the first row to draw and of the first one after, and how much room is above and below. */
  function range() {
    if (!hasMany()) return { from: 0, to: entries.length, roomAbove: 0, roomBelow: 0 };
    const usual = usualHeight();
    const top = list.scrollTop - AROUND;
    const bottom = list.scrollTop + (list.clientHeight || NOT_LAID_OUT) + AROUND;
    let [from, to, at, roomAbove, roomBelow] = [0, 0, 0, 0, 0];
    for (const { height } of entries) {
      const end = at + (height ?? usual);
      if (end <= top) roomAbove = end;
      else if (at >= bottom) roomBelow += end - at;
      from += end <= top ? 1 : 0;
      to += at < bottom ? 1 : 0;
      at = end;
    }
    return { from, to, roomAbove, roomBelow };
  }

  function render() {
    const { from, to, roomAbove, roomBelow } = range();
    const wanted = entries.slice(from, to);
    const isWanted = new Set(wanted);
    drawn.filter((entry) => !isWanted.has(entry)).forEach(release);
    leaveRoom(roomAbove, roomBelow);
    let at = hasMany() ? above.nextElementSibling : list.firstElementChild;
    wanted.forEach((entry, place) => {
      const row = (entry.row ??= draw(entry));
      tellPlace(row, from + place);
      if (at === row.item) at = at.nextElementSibling;
      else list.insertBefore(row.item, at);
    });
    drawn = wanted;
    if (hasMany()) measure();
    onDrawn();
  }

  /**
   * @param {number} roomAbove
   * @param {number} roomBelow
   */
  function leaveRoom(roomAbove, roomBelow) {
    if (!hasMany()) {
      above.remove();
      below.remove();
      return;
    }
    if (list.firstElementChild !== above) list.prepend(above);
    if (list.lastElementChild !== below) list.append(below);
    above.style.height = `${roomAbove}px`;
    below.style.height = `${roomBelow}px`;
  }

  function measure() {
    for (const entry of drawn) entry.height ??= entry.row?.item.offsetHeight || null;
  }

  /** Where the list got wider or narrower, rows break otherwise. */
  function measureAnew() {
    if (list.clientWidth === width) return;
    width = list.clientWidth;
    for (const entry of entries) entry.height = null;
    if (hasMany()) render();
  }

  /**
   * What a screen reader can't count, since not all rows are there.
   * @param {Row} row
   * @param {number} place
   */
  function tellPlace({ item }, place) {
    if (hasMany()) {
      item.ariaSetSize = String(entries.length);
      item.ariaPosInSet = String(place + 1);
    } else {
      item.ariaSetSize = null;
      item.ariaPosInSet = null;
    }
  }

  /**
   * A row that goes out of sight with the focus leaves it to the list.
   * @param {Entry} entry
   */
  function release(entry) {
    if (entry.row === null) return;
    const hadFocus = entry.row.button === document.activeElement;
    entry.row.item.remove();
    entry.row = null;
    if (hadFocus) list.focus({ preventScroll: true });
  }

  /**
   * Moves the list as little as need be, and nothing around it.
   * @param {HTMLElement} item
   */
  function scrollTo({ offsetTop, offsetHeight }) {
    const lowest = offsetTop;
    const highest = offsetTop + offsetHeight - list.clientHeight;
    if (list.scrollTop > lowest || list.scrollTop < highest) list.scrollTop = list.scrollTop > lowest ? lowest : highest;
  }

  new ResizeObserver(measureAnew).observe(list);
  list.addEventListener("scroll", () => {
    if (hasMany()) render();
  });

  return {
    arrange(newEntries) {
      entries = newEntries;
      render();
    },
    drawn: () => drawn,
    all: () => entries,
    reveal(entry) {
      if (entry.row === null) {
        const usual = usualHeight();
        const before = entries.slice(0, entries.indexOf(entry));
        list.scrollTop = before.reduce((sum, { height }) => sum + (height ?? usual), 0) - list.clientHeight / 2;
        render();
      }
      if (entry.row !== null) scrollTo(entry.row.item);
    },
    page() {
      const row = drawn[0]?.row?.item.offsetHeight || FIRST_GUESS;
      return Math.max(1, Math.floor(list.clientHeight / row));
    },
  };
}
