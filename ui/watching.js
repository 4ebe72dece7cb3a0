// Watches how the site's open challenges stand, and says above everything when the store is away.
// What the challenges mean for the view that shows is main.js's business.

import { byId, make } from "./dom.js";
import * as ipc from "./ipc.js";
import { timeOfDay } from "./local.js";
import { storeAway, storeFault } from "./reason-words.js";
import { storeWords as words } from "./words.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").WatchedView} WatchedView */

/**
 * @typedef {object} Heard
 * @property {ChallengeView} challenge
 * @property {number} at when it was told, by the page's steady clock
 */

/**
 * @param {boolean} isShared whether other desks use the same store
 * @param {(challenges: ChallengeView[]) => void} onChallenges
 * @returns {{ redraw: () => void }} with the words that are spoken now
 */
export function watchChallenges(isShared, onChallenges) {
  /** @type {Map<string, Heard>} */
  let heard = new Map();
  /** @type {{ code: string, since: number } | null} */
  let away = null;

  /** @param {WatchedView} watched */
  function hear(watched) {
    away = watched.state === "away" ? { code: watched.code, since: Date.now() - watched.awayMs } : null;
    if (watched.state === "away") return redraw();
    hideAway();
    if (watched.state === "open") heard = new Map();
    const { news, ended } =
      watched.state === "open" ? { news: watched.challenges, ended: [] } : { news: watched.changed, ended: watched.ended };
    ended.forEach((id) => heard.delete(id));
    news.forEach((challenge) => heard.set(challenge.id, { challenge, at: performance.now() }));
    onChallenges([...heard.values()].map(asOfNow));
  }

  function redraw() {
    if (away === null) line().replaceChildren();
    else showAway(away.code, isShared, away.since);
  }

  void ipc.watchChallenges(hear).catch(() => {});
  return { redraw };
}

/**
/**
 * A challenge as it was told, with its countdowns where they are by now.
 * @param {Heard} heard
 * @returns {ChallengeView}
 */
function asOfNow({ challenge, at }) {
  const passed = performance.now() - at;
  const left = (/** @type {number} */ milliseconds) => Math.max(0, milliseconds - passed);
  const { expiresInMs, resendInMs } = challenge;
  return { ...challenge, expiresInMs: left(expiresInMs), resendInMs: resendInMs === null ? null : left(resendInMs) };
}

/**
 * @param {string} code
 * @param {boolean} isShared
 * @param {number} since milliseconds since 1970 in UTC
 */
function showAway(code, isShared, since) {
  const reason = storeFault(code);
  const lines = [make("p", {}, make("strong", {}, storeAway(code, isShared, timeOfDay(since))), " ", words.nothingUntilBack)];
  if (reason !== undefined) lines.push(make("p", {}, `${reason.what} ${reason.whatNow}`));
  line().dataset["code"] = code;
  line().replaceChildren(...lines);
}

/** Nothing takes the place of a line that goes away by itself but the word that it did, unseen. */
function hideAway() {
  if (!("code" in line().dataset)) return;
  delete line().dataset["code"];
  line().replaceChildren(make("p", { className: "spoken" }, words.storeBack));
}

const line = () => byId("away", HTMLElement);
