// Watches how the site's open challenges stand, and says above everything when the store is away.
// What the challenges mean for the view that shows is main.js's business.

import { byId, make } from "./dom.js";
import * as ipc from "./ipc.js";
import { timeOfDay } from "./local.js";
import * as words from "./words/store-en.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").WatchedView} WatchedView */
/** @typedef {Extract<WatchedView, { state: "away" }>} Away */

/**
 * @param {boolean} isShared whether other desks use the same store
 * @param {(challenges: ChallengeView[]) => void} onChallenges
 */
export function watchChallenges(isShared, onChallenges) {
  /** @param {WatchedView} watched */
  function hear(watched) {
    if (watched.state === "away") return showAway(watched, isShared);
    hideAway();
    onChallenges(watched.challenges);
  }

  void ipc.watchChallenges(hear).catch(() => {});
}

/**
 * @param {Away} away
 * @param {boolean} isShared
 */
function showAway({ code, awayMs }, isShared) {
  const since = timeOfDay(Date.now() - awayMs);
  const reason = words.storeFault(code);
  const lines = [make("p", {}, make("strong", {}, words.storeAway(code, isShared, since)), " ", words.nothingUntilBack)];
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
