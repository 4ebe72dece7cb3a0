// What the app is, at the end of help: its version, its licence, and the licences of what it contains. Those are a file
// of hundreds of kilobytes, which is read when somebody asks for it and not before.

import { make, write } from "./dom.js";
import * as ipc from "./ipc.js";
import { aboutWords as words, words as deskWords } from "./words.js";

const LICENCES = "third-party-licences.txt";

/** @returns {HTMLElement} */
export function aboutSection() {
  const { product } = deskWords.labels;
  const name = make("strong", {}, product);
  void ipc.startUp().then(({ version }) => write(name, `${product} ${version}`), () => {});
  const own = make("p", {}, name, " ", words.licence);
  return make("section", { className: "help-about" }, make("h2", {}, words.heading), own, thirdParty());
}

function thirdParty() {
  const text = make("pre", { tabIndex: 0, lang: "en", ariaLabel: words.thirdParty });
  text.setAttribute("role", "region");
  const details = make("details", { id: "third-party" }, make("summary", {}, words.thirdParty), text);
  details.addEventListener("toggle", () => {
    if (details.open && text.textContent === "") void fill(text);
  });
  return details;
}

/** @param {HTMLElement} text */
async function fill(text) {
  const answer = await fetch(LICENCES).catch(() => null);
  write(text, answer?.ok ? await answer.text() : words.cannotShow);
  text.scrollIntoView({ block: "nearest" });
}
