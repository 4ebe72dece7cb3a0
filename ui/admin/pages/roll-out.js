// The page from which one desk's set-up goes to all others.

import { make } from "../../dom.js";
import { createBundleMaking } from "../bundle-making.js";
import { createBundleTaking } from "../bundle-taking.js";
import { pageTop } from "../page.js";
import { createSiteKeyChange } from "../site-key-change.js";
import * as words from "../../words/admin/roll-out.js";

/** @returns {import("../page.js").Page} */
export function createRollOutPage() {
  const making = createBundleMaking();
  const key = createSiteKeyChange();
  const taking = createBundleTaking(() => void key.open());
  const element = make(
    "div",
    { className: "settings" },
    ...pageTop(words.page),
    card(words.make, making.element),
    card(words.take, taking.element),
    card(words.key, key.element),
  );
  return {
    element,
    async open() {
      await making.open();
      await key.open();
    },
    isChanged: () => false,
    forget: () => {},
    close: taking.forget,
  };
}

/**
 * @param {{ heading: string, help: string }} words
 * @param {HTMLElement} content
 */
const card = ({ heading, help }, content) =>
  make("section", { className: "card" }, make("h2", {}, heading), make("p", { className: "help" }, help), content);
