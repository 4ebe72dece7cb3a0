// How large the pages are: as staff chose it by key or in the View menu, or as the admin did where they made no
// choice. The window's zoom does it, so that the layout follows.

import { announce } from "./announce.js";
import { choose } from "./choices.js";
import * as ipc from "./ipc.js";
import { declareKeys } from "./keys.js";
import { comfortWords } from "./words.js";

/** @typedef {import("./types/wire.ts").AppearanceSettings} AppearanceSettings */

/** In percent. WCAG 2.2 (1.4.4) asks for 200. */
const STEPS = [100, 110, 125, 150, 175, 200];

/** What the admin's choice is in percent. @type {Readonly<Record<AppearanceSettings["textSize"], number>>} */
const OF_TEXT_SIZE = { normal: 100, large: 125, largest: 150 };

/** Where a page leaves the admin's choice to the next one, which has not asked for it yet. */
const USUAL = "usual-zoom";

/** @type {Promise<number | null> | null} */
let reading = null;
/** @type {number | null} */
let chosen = null;
let usual = Number(sessionStorage.getItem(USUAL) ?? STEPS[0]);

/** @type {Set<(percent: number) => void>} */
const watchers = new Set();

/** In percent, as it is now. */
export const zoom = () => chosen ?? usual;

/** What staff chose, asked for once. */
async function readChosen() {
  reading ??= ipc.readChoices().then(({ zoomPercent }) => zoomPercent, () => null);
  chosen = await reading;
}

/**
 * Shows the page as large as staff chose, or else as the admin did.
 * @param {AppearanceSettings["textSize"]} textSize
 */
export async function applyTextSize(textSize) {
  usual = OF_TEXT_SIZE[textSize];
  sessionStorage.setItem(USUAL, String(usual));
  await readChosen();
  await apply();
}

async function apply() {
  for (const tell of watchers) tell(zoom());
  await ipc.zoom(zoom()).catch(() => {});
}

/**
 * Tells the size, now and whenever it changes.
 * @param {(percent: number) => void} tell
 */
export function watchZoom(tell) {
  watchers.add(tell);
  tell(zoom());
}

export const zoomIn = () => change(STEPS.find((step) => step > zoom()) ?? zoom());
export const zoomOut = () => change([...STEPS].reverse().find((step) => step < zoom()) ?? zoom());

/** As the admin chose. */
export const zoomToUsual = () => change(null);

/** @param {number | null} percent */
function change(percent) {
  reading = Promise.resolve(percent);
  chosen = percent;
  void apply();
  announce(comfortWords.zoomIs(zoom()));
  void choose({ zoomPercent: percent }).catch(() => {});
}

/** Ctrl with plus, minus and zero, on a Mac ⌘: on every page, from its start. */
export function startZoom() {
  declareKeys([
    { keys: "Command++", does: () => comfortWords.does.larger, run: zoomIn, atFoot: false },
    { keys: "Command+-", does: () => comfortWords.does.smaller, run: zoomOut, atFoot: false },
    { keys: "Command+0", does: () => comfortWords.does.usualSize, run: zoomToUsual, atFoot: false },
  ]);
  void readChosen().then(apply);
}
