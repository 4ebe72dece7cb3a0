// JSON pointers (RFC 6901) into the settings: look up, put in place, compare. No name in the settings has
// a `/` or a `~`, so nothing is escaped.

/** @typedef {unknown} Json */

/** @param {string} pointer */
const steps = (pointer) => pointer.split("/").slice(1);

/** @param {unknown} value @returns {Record<string, any> | null} */
const asObject = (value) => (typeof value === "object" && value !== null ? value : null);

/**
 * What stands there; nothing where there is no such place.
 * @param {unknown} root
 * @param {string} pointer
 * @returns {any}
 */
export const valueAt = (root, pointer) =>
  steps(pointer).reduce((/** @type {unknown} */ value, step) => asObject(value)?.[step], root);

/**
 * Puts a value there, and takes away what is there where the value is `undefined`.
 * @param {object} root
 * @param {string} pointer
 * @param {unknown} value
 */
export function putAt(root, pointer, value) {
  const path = steps(pointer);
  const last = path.pop();
  if (last === undefined) return;
  /** @type {Record<string, any>} */
  let place = root;
  for (const step of path) place = asObject(place[step]) ?? (place[step] = {});
  if (value === undefined) delete place[last];
  else place[last] = value;
}

/**
 * Whether one place is the other or around it.
 * @param {string} outer
 * @param {string} inner
 */
export const covers = (outer, inner) => inner === outer || inner.startsWith(`${outer}/`);
