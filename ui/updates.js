// The line at the foot of step 1 that says that there is a newer version. It waits until nobody is in hand and
// nobody waits, moves nothing else, and is said aloud once. It leads nowhere: desks are updated by others.

import { announce } from "./announce.js";
import { byId, make } from "./dom.js";
import * as ipc from "./ipc.js";
import { updateWords as words } from "./words.js";

/** How often it is looked whether it is time to show it. To take it away, nothing is waited for. */
const LOOK_MS = 1000;

/** The versions that were said aloud and closed, for as long as the window is there. */
const SAID = "update-said";
const CLOSED = "update-closed";

/**
 * Listens for newer versions as long as the page is there.
 * @param {() => Pick<import("./desk.js").Desk, "isFree"> | null} deskNow
 * @returns {{ look: () => void, redraw: () => void }} `look`: who waits, or what is typed, may have changed;
 *   `redraw`: with the words that are spoken now
 */
export function openUpdates(deskNow) {
  /** @type {string | null} */
  let newer = null;
  let looking = 0;

  const isTime = () => newer !== null && sessionStorage.getItem(CLOSED) !== newer && deskNow()?.isFree() === true;

  function look() {
    if (newer === null || !isTime()) hide();
    else if (line().hidden) show(newer);
  }

  /** @param {string} version */
  function show(version) {
    const close = make("button", { type: "button", className: "link", id: "update-close" }, words.close);
    close.addEventListener("click", () => {
      sessionStorage.setItem(CLOSED, version);
      look();
    });
    line().replaceChildren(make("p", {}, words.newer(version)), close);
    line().hidden = false;
    if (sessionStorage.getItem(SAID) === version) return;
    sessionStorage.setItem(SAID, version);
    announce(words.newer(version));
  }

  /** @param {import("./types/wire.ts").UpdateNews} news */
  function hear({ version }) {
    clearInterval(looking);
    newer = version;
    hide();
    if (version !== null) looking = window.setInterval(look, LOOK_MS);
  }

  document.addEventListener("input", look);
  void ipc.watchUpdates(hear).catch(() => {});
  return {
    look,
    redraw() {
      hide();
      look();
    },
  };
}

/** The room is drawn anew now and then, and the line with it. */
const line = () => byId("update-notice", HTMLElement);

/** The focus goes where staff go on. */
function hide() {
  const hadFocus = line().contains(document.activeElement);
  line().hidden = true;
  line().replaceChildren();
  if (hadFocus) byId("phone", HTMLInputElement).focus();
}
