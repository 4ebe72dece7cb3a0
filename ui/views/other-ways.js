// Step 2's other ways to send the code: a menu of the channels that are set up and fit the number, two keys
// away. When they may be used is the store's word; sending is the view's business.

import { announce } from "../announce.js";
import { byId, make, rest, write } from "../dom.js";
import { declareKeys } from "../keys.js";
import { createMenuButton } from "../menu-button.js";
import { deliveryWords, helpWords, words } from "../words.js";

/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../countdown.js").Pause} Pause */

/** The letters are the same in every language: hands learn them. @type {Readonly<Record<ChannelView, string>>} */
const LETTERS = { sms: "T", call: "C", whatsApp: "W", flashCall: "F" };

/**
 * @typedef {object} OtherWays
 * @property {(challenge: ChallengeView) => void} show
 * @property {(pause: Pause) => void} showPause
 * @property {() => void} close
 */

/**
 * @param {AbortSignal} signal when nobody looks at it any more
 * @param {{ isShown: () => boolean, onChoose: (channel: ChannelView) => void, whyNotYet: () => string }} events
 * @returns {OtherWays}
 */
export function createOtherWays(signal, { isShown, onChoose, whyNotYet }) {
  const button = byId("other-way", HTMLButtonElement);
  const list = byId("other-ways", HTMLElement);
  const entries = /** @type {ChannelView[]} */ (Object.keys(LETTERS)).map(createEntry);
  /** @type {Pause} */
  let pause = { mayBeSent: false, wait: null };

  list.replaceChildren(...entries.map(({ element }) => element));
  const menu = createMenuButton(button, list, signal, {
    onOpen() {
      for (const { name, channel } of entries) write(name, words.channelNames[channel]);
      showPause(pause);
    },
    onChoose(element) {
      const chosen = entries.find((entry) => entry.element === element);
      if (chosen === undefined) return false;
      if (!pause.mayBeSent || pause.wait !== null) {
        announce(whyNotYet());
        return false;
      }
      // The menu gives the focus back first: what is sent next shows busy without it.
      queueMicrotask(() => onChoose(chosen.channel));
      return true;
    },
  });

  /** @param {ChallengeView} challenge */
  function show({ channel, channels }) {
    for (const entry of entries) {
      entry.element.hidden = entry.channel === channel || !channels.includes(entry.channel);
    }
    button.hidden = entries.every(({ element }) => element.hidden);
  }

  /** @param {Pause} now */
  function showPause(now) {
    pause = now;
    for (const { element, wait } of entries) {
      rest(element, !pause.mayBeSent || pause.wait !== null);
      write(wait, pause.wait === null ? "" : deliveryWords.inTime(pause.wait));
    }
  }

  declareKeys(
    [
      {
        keys: "Alt+C",
        views: ["code"],
        does: () => helpWords.does.otherWay,
        run: menu.open,
        when: () => isShown() && !button.hidden,
      },
    ],
    signal,
  );

  return { show, showPause, close: menu.close };
}

/** @param {ChannelView} channel */
function createEntry(channel) {
  const letter = LETTERS[channel];
  const name = make("span", { className: "name" });
  const wait = make("span", { className: "time" });
  const key = make("kbd", { ariaHidden: "true" }, letter);
  const element = make("button", { type: "button", tabIndex: -1 }, key, name, " ", wait);
  element.setAttribute("role", "menuitem");
  element.setAttribute("aria-keyshortcuts", letter);
  element.dataset["letter"] = letter;
  element.dataset["channel"] = channel;
  return { channel, element, name, wait };
}
