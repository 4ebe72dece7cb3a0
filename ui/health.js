// The corner of the window that tells how Sinch, the store, the keyring and the clock stand: quiet while all
// is well, and one press away from why not. What is told is the core's; it probes nothing itself.

import { announce } from "./announce.js";
import { byId, make, write } from "./dom.js";
import * as ipc from "./ipc.js";
import { timeOfDay } from "./local.js";
import { whyNotWell } from "./reason-words.js";
import { healthWords as words } from "./words.js";

/** @typedef {import("./types/wire.ts").HealthView} HealthView */
/** @typedef {import("./types/wire.ts").PartView} PartView */
/** @typedef {keyof HealthView} PartName */

/** In the order in which they stand. @type {ReadonlyArray<PartName>} */
const PARTS = ["sinch", "store", "keyring", "clock"];

/**
 * @typedef {object} Line
 * @property {(name: PartName, part: PartView) => void} show
 * @property {HTMLElement} element
 */

/**
 * Opens the corner and keeps it true.
 * @param {ReadonlyArray<PartName>} toldElsewhere parts whose trouble the page announces by itself
 * @returns {{ redraw: () => void }} with the words that are spoken now
 */
export function openHealth(toldElsewhere = []) {
  const corner = createCorner(byId("health", HTMLElement));
  /** @type {HealthView | null} */
  let before = null;

  /** @param {HealthView} health */
  function hear(health) {
    corner.show(health);
    for (const name of PARTS) {
      if (before !== null && !toldElsewhere.includes(name)) announceChange(name, before[name], health[name]);
    }
    before = health;
  }

  void ipc.watchHealth(hear).catch(() => corner.hide());
  return {
    redraw() {
      corner.name();
      if (before !== null) corner.show(before);
    },
  };
}

/**
 * @param {PartName} name
 * @param {PartView} before
 * @param {PartView} now
 */
function announceChange(name, before, now) {
  if (before.state === now.state) return;
  if (now.state === "trouble") announce(words.sentences[name][now.state]);
  else if (before.state === "trouble") announce(words.wellAgain(words.sentences[name][now.state]));
}

/** @param {HTMLElement} place */
function createCorner(place) {
  const badges = PARTS.map((name) => createBadge(name));
  const lines = PARTS.map((name) => createLine(name));
  const list = make("ul", {}, ...lines.map(({ element }) => element));
  const heading = make("h2", {});
  const panel = make("section", { id: "health-why", className: "why", hidden: true, tabIndex: 0 }, heading, list);
  const toggle = make("button", { type: "button", id: "health-toggle", className: "health-toggle" }, ...badges.map(({ element }) => element));
  toggle.setAttribute("aria-controls", panel.id);
  place.replaceChildren(toggle, panel);
  setOpen(false);
  name();

  function name() {
    panel.ariaLabel = words.heading;
    write(heading, words.heading);
  }

  /** @param {boolean} open */
  function setOpen(open) {
    toggle.setAttribute("aria-expanded", String(open));
    panel.hidden = !open;
  }

  const isOpen = () => !panel.hidden;

  toggle.addEventListener("click", () => setOpen(!isOpen()));
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && event.target instanceof Node && !place.contains(event.target)) setOpen(false);
  });
  place.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !place.contains(relatedTarget)) setOpen(false);
  });
  document.addEventListener("keydown", closeByEscape, { capture: true });

  /** @param {KeyboardEvent} event */
  function closeByEscape(event) {
    if (event.key !== "Escape" || !isOpen()) return;
    event.preventDefault();
    if (place.contains(document.activeElement)) toggle.focus();
    setOpen(false);
  }

  /** @param {HealthView} health */
  function show(health) {
    place.hidden = false;
    PARTS.forEach((name, at) => {
      badges[at]?.show(name, health[name]);
      lines[at]?.show(name, health[name]);
    });
  }

  return { show, name, hide: () => (place.hidden = true) };
}

/**
 * A part in the corner: its state as a shape, its name, and a word where there is something to say.
 * @param {PartName} name
 * @returns {Line}
 */
function createBadge(name) {
  const nameOfPart = make("span", { className: "badge-name" });
  const state = make("span", { className: "spoken" });
  const element = make("span", { className: "badge" }, make("i", { className: "mark-of", ariaHidden: "true" }), nameOfPart, state);
  element.dataset["part"] = name;

  /** What is the same stays: nothing is taken out from under whoever reads it. @type {Line["show"]} */
  function show(_, part) {
    const said = words.short[name][part.state];
    element.dataset["health"] = part.state;
    state.className = said === undefined ? "spoken" : "badge-state";
    write(nameOfPart, words.names[name]);
    write(state, ` ${said ?? words.well} `);
  }
  return { element, show };
}

/**
 * A part in what opens: its state as a shape and a sentence, since when, and what to do.
 * @param {PartName} name
 * @returns {Line}
 */
function createLine(name) {
  const headline = make("strong", {});
  const detail = make("p", {});
  const mark = make("i", { className: "mark-of", ariaHidden: "true" });
  const element = make("li", {}, mark, make("div", {}, make("p", {}, headline), detail));

  /** @type {Line["show"]} */
  function show(_, { state, code, sinceMs }) {
    element.dataset["part"] = name;
    element.dataset["health"] = state;
    write(headline, words.sentences[name][state]);
    const since = sinceMs === null || state === "well" ? [] : [words.since(timeOfDay(Date.now() - sinceMs))];
    write(detail, [...since, ...(code === null ? [] : [whyNotWell(code)])].join(" "));
  }
  return { element, show };
}
