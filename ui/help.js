// Help: the keys, read from the table that their listeners are in, and the guide. It opens over whatever is
// under way and leaves it as it is.

import { aboutSection } from "./about.js";
import { byId, make } from "./dom.js";
import { rememberFocus } from "./focus.js";
import { allKeys, declareKeys, drawKeys } from "./keys.js";
import { helpWords as words } from "./words.js";

const BODY = "help-body";

/**
 * Makes F1 and the button in the header open it.
 * @returns {{ redraw: () => void }} with the words that are spoken now
 */
export function openHelp() {
  const dialog = byId("help", HTMLDialogElement);
  let giveFocusBack = () => false;

  const draw = () => dialog.replaceChildren(...contents(() => dialog.close()));

  function show() {
    if (dialog.open) return;
    giveFocusBack = rememberFocus();
    draw();
    dialog.showModal();
  }

  function redraw() {
    if (!dialog.open) return;
    const { scrollTop } = byId(BODY, HTMLElement);
    draw();
    byId(BODY, HTMLElement).scrollTop = scrollTop;
  }

  dialog.addEventListener("close", () => {
    dialog.replaceChildren();
    if (!giveFocusBack()) focusWork();
  });
  byId("help-toggle", HTMLButtonElement).addEventListener("click", show);
  declareKeys([{ keys: "F1", does: () => words.does.help, run: show }]);
  return { redraw };
}

/** The focus goes where staff go on, where what had it is gone: a code can run out behind the dialog. */
function focusWork() {
  const places = [...document.querySelectorAll("main :is(input, button.main)")];
  const first = places.find((place) => place.checkVisibility());
  if (first instanceof HTMLElement) first.focus();
}

/** @param {() => void} close */
function contents(close) {
  const button = make("button", { type: "button", id: "help-close", className: "small" }, words.close, " ", drawKeys("Escape"));
  button.addEventListener("click", close);
  const heading = make("h1", { id: "help-heading" }, words.heading);
  const body = make("div", { id: BODY, className: "help-body", role: "region", tabIndex: 0, ariaLabel: words.heading }, keyLists(), guide(), aboutSection());
  return [make("div", { className: "help-head" }, heading, button), body];
}

function keyLists() {
  const { here, elsewhere, everywhere } = allKeys();
  return make(
    "section",
    { className: "help-keys" },
    ...keyList(words.keysHere, here),
    ...keyList(words.keysEverywhere, everywhere),
    ...elsewhere.flatMap(({ view, keys }) => keyList(words.keysOf[view], keys)),
  );
}

/**
 * @param {string} heading
 * @param {import("./keys.js").Key[]} keys
 */
function keyList(heading, keys) {
  if (keys.length === 0) return [];
  const rows = keys.map((key) => make("div", {}, make("dt", {}, drawKeys(key.keys)), make("dd", {}, key.does())));
  return [make("h2", {}, heading), make("dl", {}, ...rows)];
}

function guide() {
  const paragraphs = words.guide.map(({ what, how }) => make("p", {}, make("strong", {}, what), " ", how));
  return make("section", { className: "help-guide" }, make("h2", {}, words.guideHeading), ...paragraphs);
}
