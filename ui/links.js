// Links from other programs that fill in step 1. One fills an empty form by itself; where a customer is in hand
// or something was typed it asks first. None sends, and what is refused is said in a sentence.

import { announce } from "./announce.js";
import { byId, make } from "./dom.js";
import * as ipc from "./ipc.js";
import { comfortWords } from "./words.js";

/** @typedef {import("./types/wire.ts").LinkNews} LinkNews */
/** @typedef {Extract<LinkNews, { outcome: "fill" }>} Filling */
/** @typedef {Pick<import("./desk.js").Desk, "isBetweenCustomers" | "isBusy" | "fillIn">} Filled */

/**
 * Listens for links as long as the page is there. Without a desk they wait.
 * @param {() => Filled | null} deskNow
 * @returns {{ redraw: () => void }} with the words that are spoken now
 */
export function openLinks(deskNow) {
  const place = byId("link-notice", HTMLElement);
  /** The one that the notice is about. @type {LinkNews | null} */
  let noticed = null;

  /** @param {LinkNews} news */
  function hear(news) {
    if (news.outcome === "fill" && deskNow()?.isBetweenCustomers()) return fill(news);
    noticed = news;
    draw();
  }

  function draw() {
    if (noticed?.outcome === "refused") showRefused(noticed);
    if (noticed?.outcome === "fill") showQuestion(noticed);
  }

  /** @param {Filling} link */
  function fill(link) {
    const desk = deskNow();
    if (desk === null || desk.isBusy()) return;
    settle(link.id);
    desk.fillIn({ number: link.phone, reference: link.reference ?? "" });
    announce(comfortWords.link.filled);
  }

  /** @param {Filling} link */
  function showQuestion(link) {
    const { asks, asksWithReference, fill: fillIn, ignore } = comfortWords.link;
    const { phone, reference } = link;
    const yes = button("link-fill", fillIn, () => fill(link));
    const no = button("link-ignore", ignore, () => settle(link.id));
    show(reference === null ? asks(phone) : asksWithReference(phone, reference), yes, no);
  }

  /** @param {Extract<LinkNews, { outcome: "refused" }>} link */
  function showRefused({ id, problem }) {
    show(comfortWords.link.refused[problem], button("link-ignore", comfortWords.link.close, () => settle(id)));
  }

  /**
   * @param {string} sentence
   * @param {...HTMLButtonElement} buttons
   */
  function show(sentence, ...buttons) {
    place.replaceChildren(make("p", {}, sentence), make("div", { className: "actions" }, ...buttons));
  }

  /** @param {number} id */
  function settle(id) {
    const hadFocus = place.contains(document.activeElement);
    noticed = null;
    place.replaceChildren();
    if (hadFocus) backToWork();
    void ipc.forgetLink(id).catch(() => {});
  }

  void ipc.watchLinks(hear).catch(() => {});
  return { redraw: draw };
}

/** The focus goes where staff go on. */
function backToWork() {
  const places = [...document.querySelectorAll(".view :is(input, button.main)")];
  const first = places.find((each) => each.checkVisibility());
  if (first instanceof HTMLElement) first.focus();
}

/**
 * @param {string} id
 * @param {string} text
 * @param {() => void} run
 */
function button(id, text, run) {
  const made = make("button", { type: "button", className: "small", id }, text);
  made.addEventListener("click", run);
  return made;
}
