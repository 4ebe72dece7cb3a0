// Starts the admin's pages.

import { byId, fillWords } from "../dom.js";
import * as words from "../words/admin/frame.js";
import { createFrame } from "./frame.js";
import { groups } from "./pages.js";

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

fillWords(words.labels);
fitMenu();
createFrame(groups).open();
