// Short tones for how a code fared, off until staff turn them on. Never the only sign: the screen says all of
// it. They are made here, from plain waves: there is no file to load and none to allow.

import { choose } from "./choices.js";
import * as ipc from "./ipc.js";

/** @typedef {"verified" | "wrong" | "locked" | "expired"} Sounding */

/**
 * Notes in hertz, one after the other: up for what is well, down for what is shut, level for what is over.
 * @type {Readonly<Record<Sounding, readonly number[]>>}
 */
const NOTES = {
  verified: [659, 880],
  wrong: [233],
  locked: [311, 262, 208],
  expired: [440, 440],
};

const NOTE_SECONDS = 0.14;
const FADE_SECONDS = 0.02;
const LOUDNESS = 0.12;

let isOn = false;
/** @type {AudioContext | null} */
let context = null;

export const areSoundsOn = () => isOn;

/** Reads what staff chose. */
export async function startSounds() {
  isOn = await ipc.readChoices().then(({ sounds }) => sounds, () => false);
}

/** @param {boolean} on */
export function turnSounds(on) {
  isOn = on;
  if (on) play("verified");
  void choose({ sounds: on }).catch(() => {});
}

/** @param {Sounding} sounding */
export function play(sounding) {
  if (!isOn) return;
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => {});
    const start = context.currentTime;
    NOTES[sounding].forEach((hertz, place) => playNote(hertz, start + place * NOTE_SECONDS));
  } catch {
    // A computer that can't sound loses nothing but the sound.
  }
}

/**
 * @param {number} hertz
 * @param {number} start
 */
function playNote(hertz, start) {
  if (context === null) return;
  const end = start + NOTE_SECONDS;
  const wave = new OscillatorNode(context, { frequency: hertz, type: "triangle" });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, start + FADE_SECONDS);
  loudness.gain.setValueAtTime(LOUDNESS, end - FADE_SECONDS);
  loudness.gain.linearRampToValueAtTime(0, end);
  wave.connect(loudness).connect(context.destination);
  wave.start(start);
  wave.stop(end);
}

/**
 * How a customer's turn ended, where that has a tone: what ends without proof has none.
 * @param {string} outcome
 */
export function playEnd(outcome) {
  const sounding = /** @type {Sounding[]} */ (Object.keys(NOTES)).find((each) => each === outcome);
  if (sounding !== undefined) play(sounding);
}
