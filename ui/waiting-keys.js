// Where the keys lead within the waiting list: one stop for Tab, arrows and their like from there.
// What a row is and what pressing it does is not known here.

/** How many rows have a key of their own. */
export const PLACES_WITH_KEYS = 9;

/**
 * Which row to go to from the one that has the focus, by their places; nothing where the key is none of the
 * list's.
 * @param {string} key
 * @param {{ at: number, count: number, page: number }} place `page`: how many rows show at once
 */
export function destination(key, { at, count, page }) {
  const within = (/** @type {number} */ place) => Math.min(count - 1, Math.max(0, place));
  switch (key) {
    case "ArrowDown":
      return within(at + 1);
    case "ArrowUp":
      return within(at - 1);
    case "PageDown":
      return within(at + page);
    case "PageUp":
      return within(at - page);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
