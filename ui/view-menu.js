// The View menu in the header: how large all is, and whether ends are heard. What opens is made anew each time,
// in the words that are spoken then.

import { byId, make, write } from "./dom.js";
import { areSoundsOn, turnSounds } from "./sounds.js";
import { comfortWords as words } from "./words.js";
import { watchZoom, zoom, zoomIn, zoomOut, zoomToUsual } from "./zoom.js";

/**
 * Puts the menu into its place in the header.
 * @param {{ hasSounds: boolean }} page whether anything on this page sounds
 * @returns {{ redraw: () => void }} with the words that are spoken now
 */
export function openViewMenu({ hasSounds }) {
  const place = byId("view-menu", HTMLElement);
  const toggle = byId("view-toggle", HTMLButtonElement);
  const panel = byId("view-panel", HTMLElement);

  /** @param {boolean} open */
  function setOpen(open) {
    toggle.setAttribute("aria-expanded", String(open));
    panel.hidden = !open;
    panel.replaceChildren(...(open ? contents(hasSounds) : []));
  }

  const isOpen = () => !panel.hidden;

  toggle.addEventListener("click", () => setOpen(!isOpen()));
  document.addEventListener("pointerdown", (event) => {
    if (isOpen() && event.target instanceof Node && !place.contains(event.target)) setOpen(false);
  });
  place.addEventListener("focusout", ({ relatedTarget }) => {
    if (isOpen() && relatedTarget instanceof Node && !place.contains(relatedTarget)) setOpen(false);
  });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      event.preventDefault();
      if (place.contains(document.activeElement)) toggle.focus();
      setOpen(false);
    },
    { capture: true },
  );
  watchZoom((percent) => {
    const shown = document.getElementById("zoom-percent");
    if (shown !== null) write(shown, words.percent(percent));
  });
  return { redraw: () => setOpen(isOpen()) };
}

/** @param {boolean} hasSounds */
const contents = (hasSounds) => [sizeRow(), ...(hasSounds ? [soundsRow()] : [])];

function sizeRow() {
  const label = make("span", { id: "zoom-label", className: "view-label" }, words.size);
  const row = make(
    "div",
    { className: "zoom" },
    stepButton("zoom-out", "−", words.smaller, zoomOut),
    make("output", { id: "zoom-percent" }, words.percent(zoom())),
    stepButton("zoom-in", "+", words.larger, zoomIn),
    stepButton("zoom-usual", words.usualSize, null, zoomToUsual),
  );
  const group = make("div", { role: "group" }, label, row);
  group.setAttribute("aria-labelledby", label.id);
  return group;
}

/**
 * @param {string} id
 * @param {string} text
 * @param {string | null} label where the text is a sign
 * @param {() => void} run
 */
function stepButton(id, text, label, run) {
  const button = make("button", { type: "button", className: "small", id }, text);
  if (label !== null) button.ariaLabel = label;
  button.addEventListener("click", run);
  return button;
}

function soundsRow() {
  const input = make("input", { type: "checkbox", id: "sounds", role: "switch", checked: areSoundsOn() });
  input.addEventListener("change", () => turnSounds(input.checked));
  const what = make("p", { className: "view-what", id: "sounds-what" }, words.soundsWhat);
  input.setAttribute("aria-describedby", what.id);
  return make("div", {}, make("label", { className: "switch" }, input, make("span", {}, words.sounds)), what);
}
