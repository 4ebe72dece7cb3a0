// Starts the customer's screen: shows whose turn it is, in the language that it is told, and nothing about
// anybody while it is nobody's. Which challenge it is about, only the core knows.

import { afterFirstPaint } from "../first-paint.js";
import { announce } from "../announce.js";
import { byId, fillWords, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { createAsked } from "./asked.js";
import { guardScreen } from "./guard.js";
import { createLanguages } from "./languages.js";
import { speak, words } from "./words.js";

/** @typedef {import("../types/wire.ts").CustomerView} CustomerView */
/** @typedef {import("../types/wire.ts").CustomerTurn} CustomerTurn */

const asked = createAsked();
const languages = createLanguages();

/** @param {CustomerView} view */
function show({ site, training, theme, language, turn }) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  speak(language);
  document.documentElement.lang = words.language;
  fillWords(words.labels);
  languages.show(language);
  byId("languages", HTMLElement).hidden = turn.state === "nobody";
  byId("training", HTMLElement).hidden = !training;
  write(byId("site", HTMLElement), turn.state === "nobody" ? "" : site);
  write(byId("house", HTMLElement), site);
  showTurn(turn);
}

/** @param {CustomerTurn} turn */
function showTurn(turn) {
  if (turn.state !== "asked") asked.hide();
  showView(turn.state);
  switch (turn.state) {
    case "nobody":
      return write(byId("announcements", HTMLElement), "");
    case "asked":
      return asked.show(turn);
    case "told":
      return showEnding(turn.ending);
  }
}

/** @param {CustomerTurn["state"]} state */
function showView(state) {
  for (const view of document.querySelectorAll(".view")) {
    view.toggleAttribute("hidden", view.id !== `${state}-view`);
  }
  document.body.dataset["state"] = state;
}

/** @param {import("../types/wire.ts").CustomerEnding} ending */
function showEnding(ending) {
  const { heading, what } = words.endings[ending];
  const shape = ending === "verified" ? "verified" : "ask";
  const isNew = byId("told-heading", HTMLElement).textContent !== heading;
  document.body.dataset["ending"] = ending;
  byId("told-shape", SVGUseElement).setAttribute("href", `#shape-${shape}`);
  write(byId("told-heading", HTMLElement), heading);
  write(byId("told-what", HTMLElement), what);
  if (isNew) announce(`${heading}. ${what}`);
}

async function start() {
  guardScreen();
  fillWords(words.labels);
  void ipc.customerWatch(show).catch(() => {});
  await afterFirstPaint();
  await ipc.customerReady();
}

void start();
