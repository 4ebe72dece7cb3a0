// The customer is asked for their code: where it went, what they have typed, what came of it, and how long
// it counts. Whether it is right, the core says.

import { announce, warningDue } from "../announce.js";
import { clock, deadlineIn, keepTicking, timeLeft } from "../countdown.js";
import { byId, make, rest, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { createTyping } from "./typing.js";
import { words } from "./words.js";

/** @typedef {import("../types/wire.ts").CustomerAsked} CustomerAsked */
/** @typedef {import("../types/wire.ts").CustomerAnswer} CustomerAnswer */

/** Digits of the shortest and longest code that Sinch draws, and of the longest number there is. */
const SHORTEST_CODE = 4;
const LONGEST_CODE = 10;
const LONGEST_NUMBER = 15;
const SHORTEST_NUMBER = 7;

/**
 * @typedef {object} Asked
 * @property {(asked: CustomerAsked) => void} show
 * @property {() => void} hide and forget what was typed
 */

/** @returns {Asked} */
export function createAsked() {
  const cells = byId("typed", HTMLElement);
  const problem = byId("problem", HTMLElement);
  const done = byId("done", HTMLButtonElement);
  const noCode = byId("no-code", HTMLButtonElement);
  const typing = createTyping({ onChange: typedOn, onDone: check, onGiveBack: giveBack });
  /** @type {CustomerAsked | null} */
  let shown = null;
  /** Which answer of which turn the field was emptied for. */
  let newest = "";
  /** Whether somebody pressed "done" too early, since the last digit. */
  let isTooShort = false;
  let expiresAt = 0;
  let lastLeft = Infinity;
  let stopTicking = () => {};

  /** @param {CustomerAsked} asked */
  function show(asked) {
    stopTicking();
    shown = asked;
    begin(`${asked.turn}/${asked.answers}`);
    typing.fit({ longest: longest(asked), isNumber: asked.channel === "flashCall" });
    expiresAt = deadlineIn(asked.expiresInMs);
    write(byId("asked-heading", HTMLElement), words.heading(asked.channel));
    write(byId("where", HTMLElement), words.where(asked.channel, asked.lastTwo));
    write(byId("checking", HTMLElement), asked.isChecking ? words.says.checking : "");
    paint();
    stopTicking = keepTicking(tick);
  }

  /** @param {string} answer */
  function begin(answer) {
    if (answer === newest) return;
    newest = answer;
    isTooShort = false;
    lastLeft = Infinity;
    typing.empty();
  }

  function hide() {
    stopTicking();
    shown = null;
    newest = "";
    typing.lock(true);
    typing.empty();
    cells.replaceChildren();
    cells.removeAttribute("aria-label");
    write(byId("where", HTMLElement), "");
    write(problem, "");
  }

  function typedOn() {
    isTooShort = false;
    paint();
    announce(words.typedSoFar(typing.typed().length));
    const word = typing.typed() === "" ? "empty" : "typing";
    void ipc.customerTells(word).catch(() => {});
  }

  function check() {
    if (shown === null || shown.isChecking) return;
    isTooShort = typing.typed().replace("+", "").length < shortest(shown);
    paint();
    if (!isTooShort) void ipc.customerCheck(typing.typed()).catch(() => {});
  }

  function giveBack() {
    void ipc.customerTells("giveBack").catch(() => {});
  }

  function paint() {
    if (shown === null) return;
    const typed = typing.typed();
    cells.replaceChildren(...cellsFor(shown, typed));
    cells.dataset["kind"] = shown.codeLength === null || shown.channel === "flashCall" ? "plain" : "cells";
    cells.setAttribute("aria-label", typed === "" ? words.typedSoFar(0) : [...typed].join(" "));
    rest(done, shown.isChecking || typed === "");
    rest(noCode, shown.hasNoCode || shown.isChecking);
    write(problem, problemOf(shown, typed));
    problem.dataset["tone"] = isGood(shown, typed) ? "told" : "wrong";
  }

  /**
   * What the customer is told of what they typed last, until they type again.
   * @param {CustomerAsked} asked
   * @param {string} typed
   */
  function problemOf(asked, typed) {
    if (timeLeft(expiresAt) === 0) return words.endings.expired.what;
    if (isTooShort) return words.notACode(asked.channel === "flashCall" ? null : asked.codeLength);
    if (typed !== "" || asked.isChecking) return "";
    if (asked.hasNoCode) return words.says.noCodeTold;
    return asked.answer === null ? "" : answered(asked.answer, asked);
  }

  /**
   * @param {CustomerAsked} asked
   * @param {string} typed
   */
  const isGood = (asked, typed) => asked.hasNoCode && typed === "" && !isTooShort;

  function tick() {
    const left = timeLeft(expiresAt);
    const isOver = left === 0;
    typing.lock(isOver || shown === null || shown.isChecking);
    write(byId("valid-for", HTMLElement), isOver ? "" : words.validFor(clock(left)));
    const warning = warningDue(lastLeft, left);
    if (warning !== undefined) announce(words.timeWarning(warning));
    lastLeft = left;
    if (isOver) paint();
    return !isOver;
  }

  noCode.addEventListener("pointerdown", (event) => event.preventDefault());
  noCode.addEventListener("click", () => {
    if (shown !== null && !shown.isChecking) void ipc.customerTells("noCode").catch(() => {});
  });

  return { show, hide };
}

/** @param {CustomerAsked} asked */
const longest = ({ channel, codeLength }) =>
  channel === "flashCall" ? LONGEST_NUMBER : (codeLength ?? LONGEST_CODE);

/** @param {CustomerAsked} asked */
const shortest = ({ channel, codeLength }) =>
  channel === "flashCall" ? SHORTEST_NUMBER : (codeLength ?? SHORTEST_CODE);

/**
 * A cell for each digit where it is known how many there are.
 * @param {CustomerAsked} asked
 * @param {string} typed
 */
function cellsFor({ channel, codeLength }, typed) {
  if (channel === "flashCall" || codeLength === null) return [typed];
  return Array.from({ length: codeLength }, (_, place) => {
    const cell = make("span", {}, typed[place] ?? "");
    cell.toggleAttribute("data-now", place === typed.length);
    return cell;
  });
}

/**
 * @param {CustomerAnswer} answer
 * @param {CustomerAsked} asked
 */
function answered(answer, { channel, codeLength }) {
  switch (answer.answer) {
    case "wrong":
      return words.wrong(answer.left);
    case "notACode":
      return words.notACode(channel === "flashCall" ? null : codeLength);
    case "again":
      return words.says.again;
    case "askStaff":
      return words.says.askStaff;
  }
}
