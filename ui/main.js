// Starts the page: opens a desk on it, or says why there is none, and takes another desk up in its place
// when the one behind the window is opened anew. What a desk does is desk.js's business.

import { announce } from "./announce.js";
import { applyAppearance } from "./appearance.js";
import { whileBusy } from "./busy.js";
import { choose } from "./choices.js";
import { createDeliveries } from "./deliveries.js";
import { takeUpDesk } from "./desk.js";
import { byId, fillWords, write } from "./dom.js";
import { afterFirstPaint } from "./first-paint.js";
import { leaveFocus, rememberFocus } from "./focus.js";
import { openHealth } from "./health.js";
import { openHelp } from "./help.js";
import { openInbox } from "./inbox.js";
import * as ipc from "./ipc.js";
import { declareKeys } from "./keys.js";
import { openLanguagePicker, showLanguage } from "./language-picker.js";
import { openLinks } from "./links.js";
import { reason } from "./reason-words.js";
import { redrawSiteDeliveries, watchSiteDeliveries } from "./site-deliveries.js";
import { startSounds } from "./sounds.js";
import { showView } from "./stage.js";
import { openUpdates } from "./updates.js";
import { openViewMenu } from "./view-menu.js";
import { watchChallenges } from "./watching.js";
import { deliveryWords, endingWords, helpWords, learn, openingWords, words } from "./words.js";
import { startZoom } from "./zoom.js";

/** @typedef {import("./types/wire.ts").StartUp} StartUp */
/** @typedef {import("./types/wire.ts").Language} Language */
/** @typedef {import("./desk.js").Session} Session */
/** @typedef {import("./desk.js").InHand} InHand */

/**
 * A desk that can be shown, in the language that the settings give it.
 * @typedef {Session & { speak: () => void, watching: { redraw: () => void } }} Begun
 */

/** Where there is no way back to the settings but by hand. */
const DAMAGED_SETTINGS = ["settings.keptAside", "settings.unusable"];

/** @type {InHand} */
const NEXT_CUSTOMER = { onTop: { view: "request" }, form: null, refusal: null, waiting: null, ending: null, isInterrupted: false };

/** How often it is looked whether a question is answered by now. */
const LOOK_MS = 50;

/** The room of the views as the document has it, before anything was shown in it. */
const bareRoom = byId("work", HTMLElement).cloneNode(true);

/** @type {import("./desk.js").Desk | null} */
let desk = null;

/** Draws anew what shows in the room, with the words that are spoken now. */
let drawAnew = () => {};

/** @type {Language | null} */
let languageChosen = null;

/** What follows at the latest with the next customer, where another desk is behind the window by now. @type {(() => void) | null} */
let successor = null;

/** What the document names of the words. */
const labels = () => ({ ...words.labels, ...deliveryWords.labels, ...endingWords.labels });

/**
 * Empties the room, with the words that are spoken now. Nothing waits between this and what is shown next,
 * so no key falls in between.
 */
function clearRoom() {
  byId("work", HTMLElement).replaceWith(bareRoom.cloneNode(true));
  fillWords(labels());
}

/**
 * @param {Begun} session
 * @param {InHand} inHand
 */
function showDesk(session, inHand) {
  const { startUp, watching } = session;
  drawAnew = () => showDesk(session, desk?.putDown() ?? NEXT_CUSTOMER);
  clearRoom();
  write(byId("desk-name", HTMLElement), words.deskName(startUp));
  byId("to-admin", HTMLElement).hidden = !startUp.adminAllowed;
  byId("sandbox-band", HTMLElement).hidden = !startUp.sandbox;
  byId("training-band", HTMLElement).hidden = !startUp.training;
  watching.redraw();
  desk = takeUpDesk(session, inHand, giveWay);
}

/** Whether another desk has taken the place of the one that shows. */
function giveWay() {
  if (successor === null) return false;
  const takeOver = successor;
  successor = null;
  takeOver();
  return true;
}

/**
 * @param {StartUp} startUp
 * @returns {Promise<Begun>}
 */
async function begin(startUp) {
  await applyAppearance(startUp.appearance);
  const speak = await learnUsual(startUp.appearance.language);
  watchSiteDeliveries();
  const watching = watchChallenges(startUp.storeShared, showChallenges);
  const inbox = startUp.training ? openInbox() : null;
  return { startUp, speak, watching, deliveries: createDeliveries(), inbox, notKnown: new Set() };
}

/**
 * Learns what staff chose, or else the settings, or else the computer.
 * @param {import("./types/wire.ts").ScreenLanguage} set
 */
async function learnUsual(set) {
  return learn(languageChosen ?? (set === "system" ? await ipc.computerLanguage() : set));
}

/** @param {import("./types/wire.ts").ChallengeView[]} challenges */
function showChallenges(challenges) {
  desk?.showChallenges(challenges);
  updates.look();
}

/** Another desk is behind the window, or none any more: it takes over at the latest with the next customer. */
async function hearReopened() {
  if (desk === null) return location.reload();
  try {
    const session = await begin(await ipc.startUp());
    successor = () => {
      desk?.putDown();
      if (languageChosen === null) session.speak();
      redrawAround();
      showDesk(session, NEXT_CUSTOMER);
    };
  } catch (rejection) {
    successor = () => {
      desk?.putDown();
      desk = null;
      showNoDesk(rejection);
    };
  }
  if (desk.isBetweenCustomers()) giveWay();
}

/** @param {unknown} rejection */
function showNoDesk(rejection) {
  drawAnew = () => showNoDesk(rejection);
  clearRoom();
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
}

/** Whether the admin's pages lead on while the keyring does not. */
async function sayWayOn() {
  const status = await ipc.adminStatus().catch(() => null);
  if (status === null) return;
  const isShut = status.state === "shut";
  write(byId("trouble-way-on", HTMLElement), isShut ? openingWords.pagesShut : openingWords.forThisSession);
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

/** @param {number | null} opening the one that the page knows; nothing for whichever is over by now */
function watchDesk(opening) {
  void ipc.watchDesk(opening, () => void hearReopened()).catch(() => {});
}

/**
 * Speaks another language from now on: at once, or as soon as the question is answered that is out.
 * @param {Language} language
 */
async function chooseLanguage(language) {
  languageChosen = language;
  void choose({ language }).catch(() => {});
  const speak = await learn(language);
  const switchOver = () => {
    if (languageChosen !== language) return;
    if (desk?.isBusy()) return void setTimeout(switchOver, LOOK_MS);
    speakAnew(speak);
  };
  switchOver();
}

/** With the words that are spoken now. */
function redrawAround() {
  const giveFocusBack = rememberFocus();
  showLanguage();
  redrawSiteDeliveries();
  for (const each of around) each.redraw();
  giveFocusBack();
}

/** @param {() => void} speak */
function speakAnew(speak) {
  const giveFocusBack = rememberFocus();
  leaveFocus();
  speak();
  redrawAround();
  drawAnew();
  giveFocusBack();
  announce(words.nowSpoken);
}

async function start() {
  declareKeys([{ keys: "Enter", views: ["trouble"], does: () => helpWords.does.tryAgain }]);
  startZoom();
  void startSounds();
  const starting = ipc.startUp();
  languageChosen = await ipc.readChoices().then(({ language }) => language, () => null);
  try {
    const startUp = await starting;
    const session = await begin(startUp);
    session.speak();
    showDesk(session, NEXT_CUSTOMER);
    around.push(openLinks(() => desk));
    watchDesk(startUp.opening);
  } catch (rejection) {
    (await learnUsual("system"))();
    showNoDesk(rejection);
    watchDesk(ipc.asFault(rejection).code === "keyring.waiting" ? 0 : null);
  }
  openLanguagePicker((language) => void chooseLanguage(language));
  redrawAround();
  await afterFirstPaint();
  await ipc.windowReady();
}

const updates = openUpdates(() => desk);

/** What stands around the room, or over it, and stays there. */
const around = [openHealth(["store"]), openViewMenu({ hasSounds: true }), openHelp(), updates];
void start();
