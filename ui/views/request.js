// Step 1: which number, by which channel. Asks for a code and hands the open challenge on.
// Keeps what was typed until the next customer, so that a number can be changed or sent to again.

import { concerns } from "../advice.js";
import { announce } from "../announce.js";
import { whileBusy } from "../busy.js";
import { byId, make } from "../dom.js";
import { explainFaultOfSend, explainNotSent, explainRefusal, explanation } from "../explain.js";
import * as ipc from "../ipc.js";
import { declareKeys } from "../keys.js";
import { regionName } from "../local.js";
import { createReadBack } from "../read-back.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import { listenForScanner } from "../scanner.js";
import { createTextLanguage } from "../text-language.js";
import { comfortWords, deliveryWords, endingWords, helpWords, numberWords, words } from "../words.js";
import { createChannelChoice } from "./channel-choice.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").Requested} Requested */

/**
 * Step 1 as it is filled in, what was said against it, and the challenge that came of it.
 * @typedef {object} Form
 * @property {string} typed
 * @property {string} region
 * @property {ChannelView} channel
 * @property {boolean} channelIsOwn whether staff chose it themselves
 * @property {string} reference
 * @property {boolean} viaVerification
 * @property {import("../types/wire.ts").Language | null} language of the text, where staff chose one
 * @property {import("../types/wire.ts").PhoneProblem | null} problem
 * @property {string | null} challenge
 */

/**
 * @typedef {object} RequestView
 * @property {() => void} startAnew with an empty form
 * @property {() => void} goOn with what stands in the form
 * @property {() => void} changeNumber with the number kept and selected
 * @property {() => Promise<void>} sendAgain what the form still holds
 * @property {() => boolean} isSending whether a first send is out
 * @property {() => boolean} isIdle whether nothing was typed and nothing is out
 * @property {() => Form} form as it is filled in
 * @property {(form: Form) => void} restore
 * @property {(challenge: string) => boolean} holds whether the form still holds this challenge's number
 * @property {() => boolean} holdsUnsent whether something was typed that was not sent
 * @property {(challenge: string) => Promise<string[] | null>} readBackOf its number in groups, if the form holds it
 * @property {(choice: Choice) => void} fill with the rest as at the beginning; never sends
 *
 * What a form is filled with by something else than staff's keys.
 * @typedef {object} Choice
 * @property {string} number
 * @property {string} [reference]
 * @property {boolean} [viaVerification]
 */

/**
 * @typedef {object} RequestEvents
 * @property {(challenge: ChallengeView) => void} onOpen
 * @property {(question: import("./supervisor.js").Question) => void} onSupervisor
 * @property {() => void} onAgreed the supervisor's word was taken: what came of it shows in step 1, or opens
 * @property {() => void} onEmptied staff took out again what they had typed
 *
 * @param {StartUp} startUp
 * @param {import("../advice.js").Advice} advice
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {RequestEvents} events
 * @returns {RequestView}
 */
export function createRequestView(startUp, advice, signal, { onOpen, onSupervisor, onAgreed, onEmptied }) {
  const form = byId("request-form", HTMLFormElement);
  const fields = byId("request-fields", HTMLElement);
  const region = byId("region", HTMLSelectElement);
  const phone = byId("phone", HTMLInputElement);
  const reference = byId("reference", HTMLInputElement);
  const viaVerification = byId("via-verification", HTMLInputElement);
  const sendButton = byId("send", HTMLButtonElement);
  const channels = createChannelChoice(startUp.channels, channelChanged);
  const textLanguage = createTextLanguage(startUp.regions);
  const readBack = createReadBack(read, channels.fit, (reading, isDone) => {
    textLanguage.follow(reading, region.value);
    if (reading?.outcome === "understood" && reading.refusal === null) void advice.ask(question(isDone));
    else advice.clear();
  });
  /** @type {string | null} */
  let heldChallenge = null;

  region.append(...startUp.regions.map(regionOption));
  byId("via-verification-switch", HTMLElement).hidden = !startUp.training;

  /** @param {string} typed */
  function read(typed) {
    return ipc.readNumber({ typed, region: region.value, channel: channels.chosen() });
  }

  function channelChanged() {
    viaVerification.disabled = channels.chosen() !== "sms";
    textLanguage.fit(channels.chosen());
  }

  const isSending = () => "busy" in sendButton.dataset;
  const isAtHand = () => form.checkVisibility() && !isSending();
  const isIdle = () => phone.value === "" && reference.value === "" && !isSending();

  /** @returns {ipc.CodeRequest} */
  function request() {
    const channel = channels.chosen();
    const byVerification = startUp.training && channel === "sms" && viaVerification.checked;
    return {
      typed: phone.value,
      region: region.value,
      channel,
      route: byVerification ? "sinchVerification" : null,
      reference: reference.value.trim() || null,
      language: textLanguage.value(),
    };
  }

  /** @param {boolean} lookUp */
  const question = (lookUp) => ({
    typed: phone.value,
    region: region.value,
    channel: channels.chosen(),
    reference: reference.value,
    lookUp,
  });

  async function send() {
    const focused = document.activeElement;
    clearRefusal();
    try {
      const requested = await whileBusy(sendButton, words.busy.send, askForCode);
      if (requested !== undefined) show(requested, focused);
    } catch (rejection) {
      restoreFocus(focused);
      showRefusal(explainFaultOfSend(rejection));
    }
  }

  async function askForCode() {
    sendButton.focus();
    fields.inert = true;
    try {
      await readBack.whenRead();
      return await ipc.requestCode(request());
    } finally {
      fields.inert = false;
    }
  }

  /**
   * @param {Requested} requested
   * @param {Element | null} focused what had the focus when the question was asked
   */
  function show(requested, focused) {
    if (requested.outcome === "open") return open(requested.challenge);
    restoreFocus(focused);
    switch (requested.outcome) {
      case "unreadable":
        return showUnreadable(requested.problem);
      case "refused":
        return showRefused(requested.refusal);
      case "supervisor":
        return askSupervisor(requested.concerns);
      case "wrongPasscode":
      case "passcodeWait":
        return showRefusal(explanation(() => endingWords.wrongPasscode));
      case "notSent":
        return showRefusal(explainNotSent(requested.reason));
      case "expired":
        return showRefusal(explanation(() => words.expired.what));
      case "gone":
        return showRefusal(explanation(() => words.gone[requested.because].what));
    }
  }

  /** @param {ChallengeView} challenge */
  function open(challenge) {
    heldChallenge = challenge.id;
    onOpen(challenge);
    if (startUp.looksNumbersUp) void advice.remind(question(true));
  }

  /** @param {import("../types/wire.ts").ConcernView[]} found */
  function askSupervisor(found) {
    onSupervisor({
      ...numberWords.supervisor,
      about: reference.value.trim() || phone.value,
      warning: concerns(found).join(" "),
      isReasoned: false,
      give: sendWithLeave,
    });
  }

  /**
   * @param {{ passcode: string }} word
   * @returns {Promise<import("./supervisor.js").Answer>}
   */
  async function sendWithLeave({ passcode }) {
    const requested = await ipc.requestCode(request(), passcode);
    if (requested.outcome === "wrongPasscode") return { outcome: "wrong", waitMs: requested.waitMs };
    if (requested.outcome === "passcodeWait") return { outcome: "wait", waitMs: requested.waitMs };
    onAgreed();
    show(requested, null);
    return { outcome: "taken" };
  }

  /** @param {import("../types/wire.ts").PhoneProblem} problem */
  function showUnreadable(problem) {
    readBack.showProblem(problem);
    phone.select();
    phone.focus();
  }

  /** @param {import("../types/wire.ts").RefusalView} refusal */
  function showRefused(refusal) {
    if (refusal.rule !== "landlineNeedsCall") return showRefusal(explainRefusal(refusal, startUp.regions));
    if (startUp.channels.includes("call")) return showRefusal(explainRefusal(refusal, startUp.regions, CALL_INSTEAD));
    showRefusal(explanation(() => deliveryWords.steering.noCall));
  }

  /** @param {string} challenge */
  async function readBackOf(challenge) {
    const reading = heldChallenge === challenge ? await read(phone.value) : null;
    return reading?.outcome === "understood" ? reading.readBack : null;
  }

  /**
   * Without scrolling to it: a browser may do that a moment later, and then what is said below is out of view.
   * @param {Element | null} focused
   */
  function restoreFocus(focused) {
    const field = focused instanceof HTMLElement && form.contains(focused) ? focused : phone;
    field.focus({ preventScroll: true });
  }

  function startAnew() {
    heldChallenge = null;
    phone.value = "";
    reference.value = "";
    region.value = startUp.home;
    textLanguage.choose(null);
    channels.startAnew();
    clearRefusal();
    readBack.clear();
    phone.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  // What was said of one number is not left beside another.
  phone.addEventListener("input", clearRefusal);
  form.addEventListener("input", () => {
    if (isIdle()) onEmptied();
  });
  phone.addEventListener("focus", () => void ipc.warmUp().catch(() => {}));
  region.addEventListener("change", readBack.readNow);
  byId("channels", HTMLElement).addEventListener("change", readBack.readSoon);
  listenForScanner(reference, isAtHand, (scanned) => announce(comfortWords.scanned(scanned)), signal);
  declareKeys([{ keys: "Enter", views: ["request"], does: () => helpWords.does.send }], signal);
  reference.addEventListener("change", readBack.readNow);

  return {
    startAnew,
    changeNumber() {
      clearRefusal();
      readBack.readSoon();
      phone.focus();
      phone.select();
    },
    goOn() {
      readBack.readSoon();
      phone.focus();
    },
    sendAgain: send,
    form: () => ({
      typed: phone.value,
      region: region.value,
      channel: channels.chosen(),
      channelIsOwn: channels.isOwn(),
      reference: reference.value,
      viaVerification: viaVerification.checked,
      language: textLanguage.chosen(),
      problem: readBack.problem(),
      challenge: heldChallenge,
    }),
    restore(form) {
      phone.value = form.typed;
      region.value = form.region;
      reference.value = form.reference;
      viaVerification.checked = form.viaVerification;
      heldChallenge = form.challenge;
      textLanguage.choose(form.language);
      channels.choose(form.channel, form.channelIsOwn);
      if (form.problem === null) readBack.readAgain();
      else readBack.showProblem(form.problem);
    },
    isSending,
    isIdle,
    holds: (challenge) => heldChallenge === challenge,
    readBackOf,
    holdsUnsent: () => heldChallenge === null && (phone.value !== "" || reference.value !== ""),
    fill({ number, reference: text = "", viaVerification: byVerification }) {
      startAnew();
      phone.value = number;
      reference.value = text;
      if (byVerification !== undefined) viaVerification.checked = byVerification;
      readBack.readSoon();
    },
  };
}

/**
 * What leads on from a landline. It works on the form that stands there when it is pressed.
 * @type {import("../refusal.js").Action}
 */
const CALL_INSTEAD = {
  get label() {
    return words.landlineCanBeCalled;
  },
  run() {
    const call = byId("channel-choices", HTMLElement).querySelector("input[value=call]");
    if (call instanceof HTMLInputElement) call.click();
    byId("request-form", HTMLFormElement).requestSubmit();
  },
};

/** @param {import("../types/wire.ts").RegionView} region */
function regionOption({ region, callingCode }) {
  return make("option", { value: region }, `${regionName(region)} +${callingCode}`);
}
