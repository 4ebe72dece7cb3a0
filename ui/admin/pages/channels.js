// The page of the channels: what carries each, and why something can't.

import { make, write } from "../../dom.js";
import { choiceField } from "../fields.js";
import { createPage } from "../page.js";
import { card } from "../part.js";
import * as words from "../../words/admin/channels.js";

/** @typedef {import("../../types/wire.ts").Carrier} Carrier */
/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").RouteView} RouteView */
/** @typedef {import("../../types/wire.ts").Settings} Settings */
/** @typedef {import("../../types/wire.ts").SettingsView} SettingsView */

/** @type {ReadonlyArray<ChannelView>} */
const channels = ["sms", "call", "whatsApp", "flashCall"];

/** @type {ReadonlyArray<Carrier>} */
const carriers = ["usual", "sinchSms", "sinchVerification", "off"];

export const createChannelsPage = () => createPage({ words: words.page, parts: channels.map(channelCard) });

/** @param {ChannelView} channel */
function channelCard(channel) {
  const { label, help } = words.channels[channel];
  const field = choiceField({
    pointer: `/channels/${channel}`,
    words: { label: words.carriedByLabel(label) },
    choices: carriers.map((carrier) => ({
      value: carrier,
      ...(channel === "sms" ? words.carriers : words.carriersOfOthers)[carrier],
      impossible: ({ effective }) => whyNot(channel, carrier, effective),
    })),
  });
  /** @type {Settings["sinch"]} */
  let accounts = { verification: null, sms: null, sender: null };
  const line = make("p", { className: "standing" });

  function sayStanding() {
    const { isOffered, said } = standing(channel, /** @type {Carrier} */ (field.read()), accounts);
    line.dataset["tone"] = isOffered ? "good" : "soft";
    write(line, said);
  }

  field.element.addEventListener("input", sayStanding);
  const shown = {
    ...field,
    /** @param {SettingsView} view */
    show(view) {
      field.show(view);
      accounts = view.effective.sinch;
      sayStanding();
    },
  };
  return card({ heading: label, help }, [shown], line);
}

/**
 * Why a carrier can't be chosen for a channel.
 * @param {ChannelView} channel
 * @param {Carrier} carrier
 * @param {Settings} settings
 */
function whyNot(channel, carrier, { sinch }) {
  if (carrier === "sinchSms" && channel !== "sms") return words.textsOnly;
  if (carrier === "sinchSms" && sinch.sms === null) return words.noAccount.sinchSms;
  if (carrier === "sinchVerification" && sinch.verification === null) return words.noAccount.sinchVerification;
  return null;
}

/**
 * What a channel's setting comes to with the accounts there are.
 * @param {ChannelView} channel
 * @param {Carrier} carrier
 * @param {Settings["sinch"]} sinch
 */
function standing(channel, carrier, sinch) {
  if (carrier === "off") return { isOffered: false, said: words.notOffered };
  const bySms = carrier !== "sinchVerification" && channel === "sms" && sinch.sms !== null;
  if (bySms) return { isOffered: true, said: words.carriedBy("sinchSms") };
  const byVerification = carrier !== "sinchSms" && sinch.verification !== null;
  if (byVerification) return { isOffered: true, said: words.carriedBy("sinchVerification") };
  return { isOffered: false, said: words.carriedByNothing };
}
