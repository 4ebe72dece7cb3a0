// Step 1: which number, by which channel. Asks for a code and hands the open challenge on.
// Keeps what was typed until the next customer, so that a number can be changed or sent to again.

import { whileBusy } from "../busy.js";
import { byId, make } from "../dom.js";
import { explainFaultOfSend, explainNotSent, explainRefusal } from "../explain.js";
import * as ipc from "../ipc.js";
import { regionName } from "../local.js";
import { createReadBack } from "../read-back.js";
import { clearRefusal, showRefusal } from "../refusal.js";
import * as words from "../words/en.js";

/** @typedef {import("../types/wire.ts").StartUp} StartUp */
/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").Requested} Requested */

/**
 * @typedef {object} RequestView
 * @property {() => void} startAnew with an empty form
 * @property {() => void} changeNumber with the number kept and selected
 * @property {() => Promise<void>} sendAgain what the form still holds
 * @property {() => boolean} isSending whether a first send is out
 * @property {() => boolean} isIdle whether nothing was typed and nothing is out
 * @property {(challenge: string) => boolean} holds whether the form still holds this challenge's number
 * @property {(choice: { number: string, viaVerification?: boolean }) => void} fill never sends
 */

/**
 * @param {StartUp} startUp
 * @param {(challenge: ChallengeView) => void} onOpen
 * @returns {RequestView}
 */
export function createRequestView(startUp, onOpen) {
  const form = byId("request-form", HTMLFormElement);
  const fields = byId("request-fields", HTMLElement);
  const region = byId("region", HTMLSelectElement);
  const phone = byId("phone", HTMLInputElement);
  const reference = byId("reference", HTMLInputElement);
  const viaVerification = byId("via-verification", HTMLInputElement);
  const sendButton = byId("send", HTMLButtonElement);
  const readBack = createReadBack((typed) =>
    ipc.readNumber({ typed, region: region.value, channel: channel() }),
  );
  /** @type {string | null} */
  let heldChallenge = null;

  region.append(...startUp.regions.map(regionOption));
  byId("channel-choices", HTMLElement).append(...startUp.channels.map(channelChoice));
  byId("channels", HTMLElement).hidden = startUp.channels.length < 2;
  byId("via-verification-switch", HTMLElement).hidden = !startUp.training;

  /** @returns {ChannelView} */
  function channel() {
    const chosen = new FormData(form).get("channel");
    return startUp.channels.find((each) => each === chosen) ?? "sms";
  }

  /** @param {ChannelView} wanted */
  function chooseChannel(wanted) {
    for (const choice of fields.querySelectorAll("input")) {
      if (choice.name === "channel") choice.checked = choice.value === wanted;
    }
    channelChanged();
  }

  function channelChanged() {
    viaVerification.disabled = channel() !== "sms";
    readBack.readSoon();
  }

  const isSending = () => "busy" in sendButton.dataset;

  /** @returns {ipc.CodeRequest} */
  function request() {
    const byVerification = startUp.training && channel() === "sms" && viaVerification.checked;
    return {
      typed: phone.value,
      region: region.value,
      channel: channel(),
      route: byVerification ? "sinchVerification" : null,
      reference: reference.value.trim() || null,
    };
  }

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
      case "notSent":
        return showRefusal(explainNotSent(requested.reason));
      case "expired":
        return showRefusal(words.expired);
      case "gone":
        return showRefusal(words.gone[requested.because]);
    }
  }

  /** @param {ChallengeView} challenge */
  function open(challenge) {
    heldChallenge = challenge.id;
    onOpen(challenge);
  }

  /** @param {import("../types/wire.ts").PhoneProblem} problem */
  function showUnreadable(problem) {
    readBack.showProblem(problem);
    phone.select();
    phone.focus();
  }

  /** @param {import("../types/wire.ts").RefusalView} refusal */
  function showRefused(refusal) {
    const canCall = refusal.rule === "landlineNeedsCall" && startUp.channels.includes("call");
    const action = canCall ? { label: words.landlineCanBeCalled, run: callInstead } : null;
    showRefusal({ ...explainRefusal(refusal, startUp.regions), action });
  }

  function callInstead() {
    chooseChannel("call");
    void send();
  }

  /** @param {Element | null} focused */
  function restoreFocus(focused) {
    if (focused instanceof HTMLElement && form.contains(focused)) focused.focus();
    else phone.focus();
  }

  function startAnew() {
    heldChallenge = null;
    phone.value = "";
    reference.value = "";
    region.value = startUp.home;
    chooseChannel(startUp.channels[0] ?? "sms");
    clearRefusal();
    readBack.clear();
    phone.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  phone.addEventListener("focus", () => void ipc.warmUp().catch(() => {}));
  region.addEventListener("change", readBack.readNow);
  byId("channels", HTMLElement).addEventListener("change", channelChanged);

  return {
    startAnew,
    changeNumber() {
      clearRefusal();
      readBack.readSoon();
      phone.focus();
      phone.select();
    },
    sendAgain: send,
    isSending,
    isIdle: () => phone.value === "" && reference.value === "" && !isSending(),
    holds: (challenge) => heldChallenge === challenge,
    fill({ number, viaVerification: byVerification }) {
      startAnew();
      phone.value = number;
      if (byVerification !== undefined) viaVerification.checked = byVerification;
      readBack.readSoon();
    },
  };
}

/** @param {import("../types/wire.ts").RegionView} region */
function regionOption({ region, callingCode }) {
  return make("option", { value: region }, `${regionName(region)} +${callingCode}`);
}

/** @param {ChannelView} channel */
function channelChoice(channel) {
  const radio = make("input", { type: "radio", name: "channel", value: channel });
  return make("label", {}, radio, make("span", {}, words.channelNames[channel]));
}
