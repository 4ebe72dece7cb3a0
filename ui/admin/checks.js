// The staged tests of Sinch and the store as they run: each stage with its state, its time and what to do.
// The wizard has them too. What is tested, and how, is the core's.

import { announce } from "../announce.js";
import { make, rest, isResting, write } from "../dom.js";
import * as ipc from "../ipc.js";
import { problem, reason } from "../reason-words.js";
import { fact, remedy } from "../words/admin/remedies.js";
import * as words from "../words/admin/checks.js";
import { asAdmin } from "./unlocking.js";

/** @typedef {import("../types/wire.ts").CheckView} CheckView */
/** @typedef {import("../types/wire.ts").Checks} Outcome */

/**
 * @typedef {object} Checks
 * @property {HTMLElement} element
 * @property {() => Promise<Outcome["verdict"] | undefined>} run nothing where they run already, or could not
 * @property {() => void} stop
 * @property {() => boolean} isRunning
 * @property {() => void} clear
 */

/**
 * @param {object} options
 * @param {() => ipc.WhatToCheck} options.what asked when they begin
 * @param {(verdict: Outcome["verdict"]) => void} [options.onEnd]
 * @returns {Checks}
 */
export function createChecks({ what, onEnd = () => {} }) {
  const start = make("button", { type: "button", className: "main" }, words.run);
  const halt = make("button", { type: "button", hidden: true }, words.stop);
  const list = make("div", { className: "subjects" });
  const verdict = make("p", { className: "check-verdict", role: "status" });
  const element = make("div", { className: "checks" }, make("div", { className: "actions" }, start, halt), list, verdict);
  /** @type {Map<string, ReturnType<typeof createSubject>>} */
  const subjects = new Map();
  let isRunning = false;

  /** @param {CheckView} check */
  function hear(check) {
    const known = subjects.get(check.subject) ?? createSubject(check.subject);
    if (!subjects.has(check.subject)) list.append(known.element);
    subjects.set(check.subject, known);
    known.show(check);
  }

  function clear() {
    subjects.clear();
    list.replaceChildren();
    write(verdict, "");
    delete verdict.dataset["verdict"];
  }

  async function run() {
    if (isRunning) return undefined;
    clear();
    setRunning(true);
    try {
      const { verdict: ended } = await asAdmin(() => ipc.runChecks(what(), hear));
      end(ended, words.verdicts[ended]);
      onEnd(ended);
      return ended;
    } catch (rejection) {
      const { code } = ipc.asFault(rejection);
      end("failed", code.startsWith("phone.") ? problem(code) : reason(code));
      return undefined;
    } finally {
      setRunning(false);
    }
  }

  /** @param {boolean} running */
  function setRunning(running) {
    isRunning = running;
    rest(start, running);
    write(start, running ? words.running.busy : subjects.size > 0 ? words.runAgain : words.run);
    start.toggleAttribute("data-busy", running);
    if (!running && document.activeElement === halt) start.focus();
    halt.hidden = !running;
  }

  /**
   * @param {Outcome["verdict"]} ended
   * @param {string} sentence
   */
  function end(ended, sentence) {
    for (const subject of subjects.values()) subject.end();
    verdict.dataset["verdict"] = ended;
    write(verdict, sentence);
  }

  function stop() {
    if (isRunning) void asAdmin(ipc.stopChecks).catch(() => {});
  }

  start.addEventListener("click", () => {
    if (!isResting(start)) void run();
  });
  halt.addEventListener("click", stop);
  return { element, run, stop, isRunning: () => isRunning, clear };
}

/** @param {CheckView["subject"]} name */
function createSubject(name) {
  const list = make("ol", {});
  const element = make("section", { className: "subject" }, make("h2", {}, words.subjects[name]), list);
  element.dataset["subject"] = name;
  /** @type {Map<string, ReturnType<typeof createStage>>} */
  const stages = new Map();

  /** @param {CheckView} check */
  function show(check) {
    const stage = stages.get(check.stage) ?? createStage();
    if (!stages.has(check.stage)) list.append(stage.element);
    stages.set(check.stage, stage);
    stage.show(check);
    if (check.state === "failed") announce(`${words.subjects[name]}, ${words.stages[check.stage]}: ${words.states.failed}`);
  }

  return {
    element,
    show,
    /** What still ran when the tests ended was not finished. */
    end: () => stages.forEach((stage) => stage.end()),
  };
}

function createStage() {
  const name = make("strong", {});
  const state = make("span", { className: "stage-state" });
  const time = make("span", { className: "time" });
  const details = make("p", { className: "stage-facts" });
  const advice = make("p", { className: "stage-remedy" });
  const line = make("p", { className: "stage-line" }, name, " ", state, " ", time);
  const element = make("li", {}, make("i", { className: "mark-of", ariaHidden: "true" }), make("div", {}, line, details, advice));

  /** @param {CheckView} check */
  function show(check) {
    element.dataset["stage"] = check.stage;
    write(name, words.stages[check.stage]);
    showState(check.state);
    write(time, check.tookMs === null ? "" : words.took(check.tookMs));
    write(details, Object.entries(check.facts).map(([key, value]) => fact(key, value)).filter(Boolean).join(" "));
    write(advice, check.remedy === null ? "" : remedy(check.remedy));
  }

  /** @param {CheckView["state"]} now */
  function showState(now) {
    element.dataset["check"] = now;
    write(state, words.states[now]);
  }

  return {
    element,
    show,
    end() {
      if (element.dataset["check"] === "running") showState("skipped");
    },
  };
}
