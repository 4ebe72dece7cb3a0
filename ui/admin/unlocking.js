// The pages lock themselves while somebody types: what was typed stays, the passcode is asked for over it,
// and whatever was being done goes on.

import { asFault } from "../ipc.js";

/** The fault of every command that only an admin may give. */
const LOCKED = "admin.locked";

/** @type {() => Promise<void>} */
let askForPasscode = () => Promise.reject(new Error("nobody asks for the passcode"));

/**
 * Says how to ask for the passcode. The promise is kept once it was typed.
 * @param {() => Promise<void>} ask
 */
export function whenLocked(ask) {
  askForPasscode = ask;
}

/**
 * Does what only an admin may, and asks for the passcode first where it has become necessary.
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function asAdmin(task) {
  for (;;) {
    try {
      return await task();
    } catch (rejection) {
      if (asFault(rejection).code !== LOCKED) throw rejection;
      await askForPasscode();
    }
  }
}
