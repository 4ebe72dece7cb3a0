// The table of keys: each view declares here what its keys do, once. The listeners, the line at a view's foot
// and the list that F1 shows are all read from it, so that none of them can be stale.

import { byId, make } from "./dom.js";
import { helpWords } from "./words.js";

/** @typedef {"opening" | "trouble" | "request" | "code" | "verdict" | "unverified" | "supervisor"} ViewName */
/** @typedef {keyof typeof helpWords.keyNames} KeyName */

/**
 * @typedef {object} Key
 * @property {string} keys such as "Enter", "F1", "Alt+C", "Command++" (Ctrl, on a Mac ⌘) or "Alt+1…9"
 * @property {readonly ViewName[]} [views] where it works; everywhere where none are named
 * @property {() => string} does in words, asked for whenever it is shown
 * @property {(digit: number) => void} [run] what it does, with the digit of "Alt+1…9"; without, the key is the
 *   form's or the focused button's own, and only named here
 * @property {() => boolean} [when] whether it does anything now; always where nothing is said
 * @property {boolean} [atFoot] whether the line at the foot names it; it does where nothing is said
 */

/** The views of the job, in its order. @typedef {"request" | "code" | "verdict"} Step */
const STEPS = /** @type {const} */ (["request", "code", "verdict"]);

const RANGE = "1…9";
const IS_MAC = /Mac/.test(navigator.platform);

/** Other keys that mean the same, by what they type: a plus needs Shift on some keyboards and not on others. */
const SAME = /** @type {Readonly<Record<string, readonly string[]>>} */ ({ "+": ["="], "-": ["_"] });

/** Keys of the numeric keypad by their place, as they type something else without Num Lock. */
const KEYPAD = /** @type {Readonly<Record<string, string>>} */ ({ 0: "Numpad0" });

/** @type {Set<Key>} */
const declared = new Set();

/**
 * Takes keys into the table and listens for them. Nothing nearer to the focus is disturbed: what has used a
 * key itself has prevented its default, and over a dialog no key of a view works.
 * @param {readonly Key[]} keys
 * @param {AbortSignal} [signal] when they are out of the table again; never where there is none
 */
export function declareKeys(keys, signal) {
  keys.forEach(add);
  document.addEventListener("keydown", (event) => hear(keys, event), signal === undefined ? {} : { signal });
  signal?.addEventListener("abort", () => keys.forEach((key) => declared.delete(key)), { once: true });
}

/** @param {Key} key */
function add(key) {
  const rival = [...declared].find((other) => other.keys === key.keys && shareView(other, key));
  if (rival !== undefined) throw new Error(`${key.keys} is declared twice`);
  declared.add(key);
}

/**
 * @param {Key} one
 * @param {Key} other
 */
function shareView({ views: one }, { views: other }) {
  return one === undefined || other === undefined || one.some((view) => other.includes(view));
}

/**
 * @param {readonly Key[]} keys
 * @param {KeyboardEvent} event
 */
function hear(keys, event) {
  if (event.defaultPrevented || event.isComposing || document.querySelector(":modal") !== null) return;
  for (const key of keys) {
    const digit = key.run !== undefined && worksIn(key, viewNow()) ? pressed(key.keys, event) : null;
    if (digit === null || key.run === undefined) continue;
    event.preventDefault();
    return key.run(digit);
  }
}

/**
 * @param {Key} key
 * @param {ViewName | undefined} view
 */
function worksIn({ views, when }, view) {
  const isThere = views === undefined || (view !== undefined && views.includes(view));
  return isThere && (when === undefined || when());
}

const viewNow = () => /** @type {ViewName | undefined} */ (document.body.dataset["view"]);

/**
 * Whether these are the keys that were pressed: their digit, 0 where there is none, or nothing.
 * @param {string} keys
 * @param {KeyboardEvent} event
 * @returns {number | null}
 */
function pressed(keys, event) {
  const { held, last } = parts(keys);
  // A level of its own for letters on some keyboards, which comes as Ctrl and Alt together on Windows.
  if (event.getModifierState("AltGraph")) return null;
  const command = held.includes("Command");
  const areHeld =
    event.altKey === held.includes("Alt") &&
    event.ctrlKey === (held.includes("Ctrl") || (command && !IS_MAC)) &&
    event.metaKey === (command && IS_MAC);
  if (!areHeld) return null;
  return last === RANGE ? digitOf(event) : isKey(last, event) ? 0 : null;
}

/**
 * Digits by their place: with Alt, a Mac types signs, and French keyboards type digits with Shift only. The
 * keypad is left alone: Windows writes signs by Alt and the digits there.
 * @param {KeyboardEvent} event
 */
function digitOf({ code, key }) {
  const digit = /^Digit([1-9])$/.exec(code)?.[1] ?? (code.startsWith("Numpad") ? undefined : /^[1-9]$/.exec(key)?.[0]);
  return digit === undefined ? null : Number(digit);
}

/**
 * @param {string} last
 * @param {KeyboardEvent} event
 */
function isKey(last, { key, code, altKey }) {
  if (key.toUpperCase() === last.toUpperCase() || SAME[last]?.includes(key) || KEYPAD[last] === code) return true;
  if (/^[0-9]$/.test(last)) return code === `Digit${last}`;
  // With Alt, a Mac types signs: then a letter is the key in its place.
  return altKey && /^[A-Z]$/.test(last) && !/^[a-z]$/i.test(key) && code === `Key${last}`;
}

/**
 * "Alt+C" as what is held and what is pressed. The plus may itself be what is pressed.
 * @param {string} keys
 */
function parts(keys) {
  const at = keys.lastIndexOf("+", keys.length - 2);
  return { held: at < 0 ? [] : keys.slice(0, at).split("+"), last: keys.slice(at + 1) };
}

/**
 * The keys as the language names them, each as a key.
 * @param {string} keys
 */
export function drawKeys(keys) {
  const { held, last } = parts(keys);
  return make("kbd", {}, [...held, last].map(nameOf).join("\u2009"));
}

/** @param {string} name */
function nameOf(name) {
  if (name === "Command") return IS_MAC ? "⌘" : helpWords.keyNames.Ctrl;
  return helpWords.keyNames[/** @type {KeyName} */ (name)] ?? name;
}

/** Names the keys of the view that shows at its foot: those that do something now. */
export function showKeys() {
  const { here, everywhere } = allKeys();
  const atFoot = [...here, ...everywhere].filter((key) => key.atFoot !== false && worksIn(key, viewNow())).sort(enterFirst);
  const named = atFoot.map((key) => make("span", {}, drawKeys(key.keys), ` ${key.does()}`));
  byId("keys", HTMLElement).replaceChildren(...named);
}

/**
 * What most people press next is named first.
 * @param {Key} one
 * @param {Key} other
 */
const enterFirst = (one, other) => Number(other.keys === "Enter") - Number(one.keys === "Enter");

/**
 * All keys in the table, for a list: those of the view that shows, those of each other step of the job, and
 * those that work everywhere.
 * @returns {{ here: Key[], elsewhere: Array<{ view: Step, keys: Key[] }>, everywhere: Key[] }}
 */
export function allKeys() {
  const view = viewNow();
  return {
    here: view === undefined ? [] : keysOf(view),
    elsewhere: STEPS.filter((step) => step !== view).map((step) => ({ view: step, keys: keysOf(step) })),
    everywhere: [...declared].filter(({ views }) => views === undefined),
  };
}

/** @param {ViewName} view */
const keysOf = (view) => [...declared].filter(({ views }) => views !== undefined && views.includes(view));
