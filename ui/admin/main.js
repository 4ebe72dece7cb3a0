// Starts the admin's pages.

import { byId, fillWords } from "../dom.js";
import { openHealth } from "../health.js";
import { openHelp } from "../help.js";
import { openViewMenu } from "../view-menu.js";
import { startZoom } from "../zoom.js";
import * as words from "../words/admin/frame.js";
import { createFrame } from "./frame.js";
import { watchLock } from "./locking.js";
import { groups } from "./pages.js";
import { passDoor } from "./passcode.js";

/** Beside the page where there is room, folded above it where there is none. */
function fitMenu() {
  const menu = byId("menu", HTMLDetailsElement);
  const narrow = matchMedia("(max-width: 47.49rem)");
  const fit = () => {
    menu.open = !narrow.matches;
    menu.toggleAttribute("data-narrow", narrow.matches);
  };
  narrow.addEventListener("change", fit);
  fit();
}

async function start() {
  fillWords(words.labels);
  fitMenu();
  startZoom();
  openViewMenu({ hasSounds: false });
  openHelp();
  openHealth();
  const status = await passDoor();
  watchLock(status.lockAfterMinutes);
  if (location.hash === "") history.replaceState(null, "", status.configured ? "#desk" : "#set-up");
  createFrame(groups).open();
}

void start();
