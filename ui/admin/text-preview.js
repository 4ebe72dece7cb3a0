// How a wording would arrive: on a drawn phone, with what it costs and what is wrong with it. The core tells
// all of it; nothing is measured here.

import { make, write } from "../dom.js";
import * as ipc from "../ipc.js";
import * as words from "../words/admin/texts.js";
import { asAdmin } from "./unlocking.js";

/** @typedef {import("../types/wire.ts").TextPreview} TextPreview */
/** @typedef {import("../types/wire.ts").TextProblem} TextProblem */
/** @typedef {Parameters<typeof ipc.previewText>[0]} Draft */

const TYPING_PAUSE_MS = 250;

/** A code in the text, drawn stronger. */
const CODE = /(\d{6,8})/;

/**
 * @param {object} options
 * @param {(at: number) => string} options.tellWhere where that is in the wording, in words
 * @param {(at: number) => void} options.showWhere leads there
 */
export function createTextPreview({ tellWhere, showWhere }) {
  const bubble = make("p", { className: "bubble" });
  const phone = make("div", { className: "preview-phone", role: "img" }, bubble);
  const facts = make("dl", { className: "text-facts" });
  const problems = make("ul", { className: "text-problems" });
  const room = make("div", { role: "status" }, problems);
  const figure = make("div", { className: "preview" }, make("p", { className: "preview-title" }, words.preview), phone, facts);
  let newest = 0;
  let timer = 0;
  /** @type {TextProblem[]} */
  let found = [];
  let standard = "";

  /** @param {Draft} draft */
  async function look(draft) {
    const mine = (newest += 1);
    const preview = await asAdmin(() => ipc.previewText(draft)).catch(() => null);
    if (preview !== null && mine === newest) draw(preview);
  }

  /** @param {TextPreview} preview */
  function draw(preview) {
    const { text } = preview;
    standard = preview.standard;
    bubble.replaceChildren(...text.split(CODE).map((part) => (CODE.test(part) ? make("b", {}, part) : part)));
    if (text === "") bubble.replaceChildren(words.nothingYet);
    phone.setAttribute("aria-label", `${words.preview}: ${text}`);
    facts.replaceChildren(...words.size(preview).map(({ name, value }) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
    drawProblems(preview.problems);
  }

  /** @param {TextProblem[]} now */
  function drawProblems(now) {
    const isSame = JSON.stringify(now) === JSON.stringify(found);
    found = now;
    if (!isSame) problems.replaceChildren(...now.map(row));
  }

  /** @param {TextProblem} problem */
  function row({ code, at, refused }) {
    const sentence = at === null ? words.problem(code) : words.problemAt(tellWhere(at), words.problem(code));
    const item = make("li", {}, make("span", {}, sentence));
    item.dataset["tone"] = refused ? "bad" : "wait";
    item.dataset["problem"] = code;
    if (at !== null) {
      const button = make("button", { type: "button", className: "small" }, words.showWhere);
      button.setAttribute("aria-label", words.showWhereOf(sentence));
      button.addEventListener("click", () => showWhere(at));
      item.append(button);
    }
    return item;
  }

  return {
    figure,
    problems: room,
    /** @param {Draft} draft */
    now(draft) {
      clearTimeout(timer);
      void look(draft);
    },
    /** @param {Draft} draft */
    soon(draft) {
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(draft), TYPING_PAUSE_MS);
    },
    /** The app's own wording, as a template to begin with. */
    standard: () => standard,
    /** With which a wording can't be saved. */
    refusal: () => found.find(({ refused }) => refused),
    clear() {
      clearTimeout(timer);
      newest += 1;
      write(bubble, "");
      facts.replaceChildren();
      drawProblems([]);
    },
  };
}
