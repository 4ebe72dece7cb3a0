// Checks whose outcome is not known, because the store's answer was lost: asks again by itself until it
// is. Nothing is tried anew by asking.

import * as ipc from "./ipc.js";

/** @typedef {import("./types/wire.ts").Checked} Checked */

const PAUSE_MS = 2000;

/**
 * @typedef {object} AskingAgain
 * @property {(challenge: string) => boolean} awaits whether that challenge's outcome is not known
 * @property {(challenge: string) => void} begin asking about it, now and again
 * @property {() => void} pause nobody looks: what is not known stays so until begun again
 *
 * @typedef {object} AskingEvents
 * @property {(checked: Checked) => void} onKnown
 * @property {(rejection: unknown) => void} onFault Sinch told no outcome, and none will come
 */

/**
 * @param {Set<string>} notKnown the challenges whose outcome is not known, by their ids
 * @param {AskingEvents} events
 * @returns {AskingAgain}
 */
export function createAskingAgain(notKnown, { onKnown, onFault }) {
  let timer = 0;
  let newest = 0;

  /** @param {string} challenge */
  function begin(challenge) {
    pause();
    notKnown.add(challenge);
    askSoon(challenge, newest);
  }

  function pause() {
    clearTimeout(timer);
    newest += 1;
  }

  /**
   * @param {string} challenge
   * @param {number} mine
   */
  function askSoon(challenge, mine) {
    timer = window.setTimeout(() => void ask(challenge, mine), PAUSE_MS);
  }

  /**
   * @param {string} challenge
   * @param {number} mine
   */
  async function ask(challenge, mine) {
    try {
      const checked = await ipc.checkAgain(challenge);
      if (mine !== newest) return;
      if (checked.outcome === "notKnown") return askSoon(challenge, mine);
      notKnown.delete(challenge);
      onKnown(checked);
    } catch (rejection) {
      if (mine !== newest) return;
      if (ipc.asFault(rejection).code.startsWith("store.")) return askSoon(challenge, mine);
      notKnown.delete(challenge);
      onFault(rejection);
    }
  }

  return { awaits: (challenge) => notKnown.has(challenge), begin, pause };
}
