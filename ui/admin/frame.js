// The frame around the admin's pages: where they are found, one at a time, and the ways out. A page whose
// changes are not saved is not left without asking.

import { byId, make } from "../dom.js";
import * as ipc from "../ipc.js";
import { reason } from "../reason-words.js";
import * as words from "../words/admin/frame.js";
import { pageTitle } from "../words/en/desk.js";
import { askToLeave } from "./leaving.js";
import { pageTop } from "./page.js";

/** @typedef {import("./page.js").Page} Page */

/**
 * @typedef {object} Place
 * @property {string} name after the # in the address
 * @property {string} title in the navigation
 * @property {() => Page} create when it is first opened
 *
 * @typedef {{ heading: string, places: ReadonlyArray<Place> }} Group
 */

/**
 * @param {ReadonlyArray<Group>} groups the first place of the first is where one arrives
 * @returns {{ open: () => void }}
 */
export function createFrame(groups) {
  const room = byId("page", HTMLElement);
  const places = groups.flatMap((group) => group.places);
  /** @type {Map<string, Page>} */
  const pages = new Map();
  /** @type {{ place: Place, page: Page } | null} */
  let shown = null;

  byId("places", HTMLElement).replaceChildren(...groups.map(groupLinks));

  const asked = () => places.find(({ name }) => name === location.hash.slice(1)) ?? places[0];

  /** @param {Place} place */
  function pageOf({ name, create }) {
    const page = pages.get(name) ?? create();
    pages.set(name, page);
    return page;
  }

  async function show() {
    const place = asked();
    if (place === undefined || place === shown?.place) return;
    if (!(await mayLeave())) return goBack();
    shown?.page.close?.();
    const page = pageOf(place);
    shown = { place, page };
    markCurrent(place);
    const element = await page.open().then(() => page.element, cannotShow);
    if (shown.page !== page) return;
    room.replaceChildren(element);
    document.body.dataset["page"] = place.name;
    document.title = pageTitle(words.titleOf(place.title));
    window.scrollTo(0, 0);
    room.scrollTo(0, 0);
    element.querySelector("h1")?.focus();
  }

  /** Whether the page that shows may go, by the admin's word where something was typed. */
  async function mayLeave() {
    if (shown === null || !shown.page.isChanged()) return true;
    const mayGo = await askToLeave();
    if (mayGo) shown.page.forget();
    return mayGo;
  }

  function goBack() {
    history.replaceState(null, "", `#${shown?.place.name ?? ""}`);
  }

  window.addEventListener("hashchange", () => void show());
  void ipc.watchDesk(null, () => void shown?.page.refresh?.()).catch(() => {});
  byId("to-desk", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    void mayLeave().then((mayGo) => {
      if (mayGo) location.href = "index.html";
    });
  });
  return { open: () => void show() };
}

/**
 * What stands in the place of a page that could not be filled in.
 * @param {unknown} rejection why not
 * @returns {HTMLElement}
 */
function cannotShow(rejection) {
  const again = make("button", { type: "button", className: "main" }, words.again);
  again.addEventListener("click", () => location.reload());
  const top = pageTop({ heading: words.cannotShow, purpose: reason(ipc.asFault(rejection).code) });
  return make("div", { className: "settings" }, ...top, make("div", { className: "actions" }, again));
}

/** @param {Group} group */
function groupLinks({ heading, places }) {
  const links = places.map(({ name, title }) => make("li", {}, make("a", { href: `#${name}` }, title)));
  return make("div", {}, make("h2", {}, heading), make("ul", {}, ...links));
}

/** @param {Place} place */
function markCurrent({ name }) {
  for (const link of byId("places", HTMLElement).querySelectorAll("a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const menu = byId("menu", HTMLDetailsElement);
  if (menu.dataset["narrow"] !== undefined) menu.open = false;
}
