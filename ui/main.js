// Starts the desk and decides which view shows. What happens within a view is the view's own business.

import { announce } from "./announce.js";
import { whileBusy } from "./busy.js";
import { applyAppearance } from "./appearance.js";
import { createDeliveries } from "./deliveries.js";
import { byId, fillWords, write } from "./dom.js";
import { openHealth } from "./health.js";
import * as ipc from "./ipc.js";
import { listenForEscape, showKeys } from "./keys.js";
import { openPractice } from "./practice.js";
import { clearRefusal } from "./refusal.js";
import { openTrainingPhone } from "./training-phone.js";
import { createCodeView } from "./views/code.js";
import { createRequestView } from "./views/request.js";
import { createVerdictView } from "./views/verdict.js";
import { createWaitingList } from "./waiting.js";
import { watchChallenges } from "./watching.js";
import * as words from "./words/en.js";
import { forThisSession, pagesShut } from "./words/opening-en.js";
import { reason } from "./words/reasons-en.js";

/** @typedef {import("./types/wire.ts").StartUp} StartUp */
/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {keyof typeof words.keys} ViewName */

/** Where there is no way back to the settings but by hand. */
const DAMAGED_SETTINGS = ["settings.keptAside", "settings.unusable"];

/** @param {ViewName} name */
function showView(name) {
  for (const view of document.querySelectorAll(".view")) {
    view.toggleAttribute("hidden", view.id !== `${name}-view`);
  }
  document.body.dataset["view"] = name;
  document.title = words.pageTitle(byId(`${name}-heading`, HTMLElement).textContent ?? "");
  showKeys(words.keys[name]);
  window.scrollTo(0, 0);
}

/** @param {StartUp} startUp */
function openDesk(startUp) {
  const deliveries = createDeliveries((news) => {
    code.hear(news);
    waiting.update(news.challenge);
  });
  const waiting = createWaitingList(deliveries, (challenge) => {
    openCode(challenge);
    announce(words.nowWith(words.customerName(challenge)));
  });
  const request = createRequestView(startUp, openCode);
  const code = createCodeView(startUp, deliveries, {
    onVerdict: showVerdict,
    onLeave: () => openRequest(),
    onChangeNumber: (challenge) => void changeNumber(challenge),
  });
  const verdict = createVerdictView(startUp.training, {
    onNext: () => openRequest(),
    onAgain: () => openRequest(() => void request.sendAgain()),
  });

  let isOutOfDate = false;

  function openRequest(begin = request.startAnew) {
    if (isOutOfDate && begin === request.startAnew) return location.reload();
    code.hide();
    verdict.hide();
    showView("request");
    begin();
    void refresh();
  }

  /** @param {ChallengeView} challenge */
  function openCode(challenge) {
    verdict.hide();
    showView("code");
    code.show(challenge);
    void refresh();
  }

  /** @param {import("./views/verdict.js").Verdict} ending */
  function showVerdict(ending) {
    code.hide();
    clearRefusal();
    verdict.show(ending, request.holds(ending.challenge.id));
    showView("verdict");
    verdict.focus();
    void refresh();
  }

  /** @param {ChallengeView} challenge */
  async function changeNumber(challenge) {
    await ipc.cancelChallenge(challenge.id).catch(() => false);
    openRequest(request.holds(challenge.id) ? request.changeNumber : request.startAnew);
  }

  /**
   * Asks how the challenges stand, rather than waiting to be told.
   * @param {number} skippedMs time that has passed in training and not on the page's clock
   */
  async function refresh(skippedMs = 0) {
    const before = code.shown();
    const challenges = await ipc.openChallenges().catch(() => null);
    if (challenges !== null && before?.id === code.shown()?.id) showChallenges(challenges, skippedMs);
  }

  /** @param {ChallengeView} challenge */
  const isBeingSent = ({ ours, send }) => ours && send === "sending" && request.isSending();

  /**
   * Shows the site's challenges as the store has them: who waits, and how the one in hand stands. What
   * another desk sends, that desk follows; what this one is just sending waits for its answer.
   * @param {ChallengeView[]} challenges
   * @param {number} skippedMs
   */
  function showChallenges(challenges, skippedMs = 0) {
    const inHand = code.shown();
    challenges.filter(({ ours, send }) => ours && send !== "sending").forEach(deliveries.follow);
    waiting.show(challenges.filter((challenge) => challenge.id !== inHand?.id && !isBeingSent(challenge)));
    if (inHand === null) return;
    const now = challenges.find(({ id }) => id === inHand.id);
    if (now === undefined) void code.lose(skippedMs);
    else code.update(now);
  }

  /** Another desk is behind the window: begins anew with it, at the latest with the next customer. */
  function hearReopened() {
    isOutOfDate = true;
    const isBetweenCustomers = document.body.dataset["view"] === "request" && request.isIdle();
    if (isBetweenCustomers) location.reload();
  }

  listenForEscape(code.leave);
  window.addEventListener("focus", () => void refresh());
  write(byId("desk-name", HTMLElement), words.deskName(startUp));
  byId("to-admin", HTMLElement).hidden = !startUp.adminAllowed;
  byId("sandbox-band", HTMLElement).hidden = !startUp.sandbox;
  if (startUp.training) openTraining();
  openRequest();
  watchChallenges(startUp.storeShared, showChallenges);
  void ipc.watchDesk(startUp.opening, hearReopened).catch(() => {});

  function openTraining() {
    byId("training-band", HTMLElement).hidden = false;
    openTrainingPhone(startUp.timeCanPass, (skippedMs) => void refresh(skippedMs));
    openPractice((choice) => {
      openRequest(() => request.fill(choice));
    });
  }
}

/** @param {unknown} rejection */
function showNoDesk(rejection) {
  const fault = ipc.asFault(rejection);
  if (fault.code === "keyring.waiting") showOpening(fault.code);
  else showTrouble(fault);
}

/**
 * Waits for the keyring, which answers when it likes.
 * @param {string} code
 */
function showOpening(code) {
  showView("opening");
  write(byId("opening-words", HTMLElement), reason(code));
  beginAnewWhenOpened(0);
}

/** @param {import("./types/wire.ts").Fault} fault */
function showTrouble({ code, place }) {
  write(byId("trouble-words", HTMLElement), reason(code));
  write(byId("trouble-place", HTMLElement), place ?? "");
  byId("trouble-place", HTMLElement).hidden = place === null;
  document.body.dataset["code"] = code;
  showView("trouble");
  const again = byId("trouble-again", HTMLButtonElement);
  again.addEventListener("click", () => void whileBusy(again, words.busy.open, tryAgain));
  again.focus();
  const newSettings = byId("trouble-new-settings", HTMLButtonElement);
  newSettings.hidden = !DAMAGED_SETTINGS.includes(code);
  newSettings.addEventListener("click", () => void whileBusy(newSettings, words.busy.open, beginWithNewSettings));
  if (code.startsWith("keyring.")) void sayWayOn();
  beginAnewWhenOpened(null);
}

/** Whether the admin's pages lead on while the keyring does not. */
async function sayWayOn() {
  const status = await ipc.adminStatus().catch(() => null);
  if (status === null) return;
  const isShut = status.state === "shut";
  write(byId("trouble-way-on", HTMLElement), isShut ? pagesShut : forThisSession);
  byId("trouble-admin", HTMLElement).hidden = isShut;
}

/** Nothing is lost by first settings: the file that can't be used is kept, and a desk that sends needs more. */
async function beginWithNewSettings() {
  await ipc.beginWithNewSettings().catch(() => {});
  location.reload();
}

/** There may be a desk by now, with other settings or an unlocked keyring. */
async function tryAgain() {
  await ipc.openAgain().catch(() => {});
  location.reload();
}

/** @param {number | null} opening */
function beginAnewWhenOpened(opening) {
  void ipc.watchDesk(opening, () => location.reload()).catch(() => {});
}

/** Two frames from now, the first has been painted. A window that is hidden may get no frames: by then
 * its layout is done all the same, and it paints as it is shown. */
function afterFirstPaint() {
  const frames = new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const noFrames = new Promise((waited) => setTimeout(waited, 50));
  return Promise.race([frames, noFrames]);
}

async function start() {
  fillWords(words.labels);
  openHealth(["store"]);
  try {
    const startUp = await ipc.startUp();
    await applyAppearance(startUp.appearance);
    openDesk(startUp);
  } catch (rejection) {
    showNoDesk(rejection);
  }
  await afterFirstPaint();
  await ipc.windowReady();
}

void start();
