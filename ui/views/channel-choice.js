// Step 1's choice of how the code travels: the channels that are set up, those that fit the number, and a
// landline steered to a call. What staff chose themselves is never changed for them.

import { byId, make, write } from "../dom.js";
import { deliveryWords, words } from "../words.js";

/** @typedef {import("../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../types/wire.ts").NumberReading} NumberReading */

/**
 * @typedef {object} ChannelChoice
 * @property {() => ChannelView} chosen
 * @property {() => boolean} isOwn whether staff chose it themselves
 * @property {(channel: ChannelView, isOwn: boolean) => void} choose
 * @property {() => void} startAnew with the usual one
 * @property {(reading: NumberReading | null) => boolean} fit to what is known of the number; whether that
 *   chose another one
 */

/**
 * @param {ReadonlyArray<ChannelView>} channels those that are set up, the usual one first
 * @param {() => void} onChange
 * @returns {ChannelChoice}
 */
export function createChannelChoice(channels, onChange) {
  const usual = channels[0] ?? "sms";
  const note = byId("channel-note", HTMLElement);
  const choices = channels.map((channel) => createChoice(channel));
  let current = usual;
  let isOwn = false;
  /** What the number is, where not every way reaches it. @type {"anything" | "landline"} */
  let line = "anything";

  byId("channel-choices", HTMLElement).append(...choices.map(({ label }) => label));
  byId("channels", HTMLElement).hidden = channels.length < 2;

  /** @param {ChannelView} channel */
  function put(channel) {
    current = channel;
    for (const choice of choices) choice.radio.checked = choice.channel === channel;
  }

  /** @type {ChannelChoice["choose"]} */
  function choose(channel, byStaff) {
    isOwn = byStaff;
    put(channels.includes(channel) ? channel : usual);
    showNote();
    onChange();
  }

  /** @type {ChannelChoice["fit"]} */
  function fit(reading) {
    const before = current;
    const fitting = reading?.outcome === "understood" ? reading.channels : null;
    line = reading?.outcome === "understood" && reading.numberType === "fixedLine" ? "landline" : "anything";
    if (!isOwn) put(fitting === null || fitting.includes(usual) ? usual : fitting[0] ?? usual);
    for (const { channel, radio } of choices) {
      radio.disabled = line === "landline" && channel !== current && fitting !== null && !fitting.includes(channel);
    }
    showNote();
    if (current === before) return false;
    onChange();
    return true;
  }

  function showNote() {
    const isSteered = line === "landline";
    write(note, isSteered ? noteForLandline() : hintOf(current));
    note.toggleAttribute("data-steered", isSteered);
  }

  function noteForLandline() {
    const { toCall, ownChoice, noCall } = deliveryWords.steering;
    if (current === "call") return toCall;
    return channels.includes("call") ? ownChoice : noCall;
  }

  /** With nothing to choose from there is nothing to explain. @param {ChannelView} channel */
  const hintOf = (channel) => (channels.length < 2 ? "" : deliveryWords.channelHints[channel]);

  byId("channels", HTMLElement).addEventListener("change", () => {
    const checked = choices.find(({ radio }) => radio.checked);
    if (checked !== undefined) choose(checked.channel, true);
  });

  return {
    chosen: () => current,
    isOwn: () => isOwn,
    choose,
    startAnew() {
      line = "anything";
      for (const { radio } of choices) radio.disabled = false;
      choose(usual, false);
    },
    fit,
  };
}

/** @param {ChannelView} channel */
function createChoice(channel) {
  const radio = make("input", { type: "radio", name: "channel", value: channel });
  const label = make("label", {}, radio, make("span", {}, words.channelNames[channel]));
  return { channel, radio, label };
}
