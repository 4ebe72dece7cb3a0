// Which words tell where a send is, why it will not arrive and what to do then, and which code counts. The
// words themselves are the language's.

import { deliveryWords, words } from "./words.js";

/** @typedef {import("./types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("./types/wire.ts").DeliveryView} DeliveryView */
/** @typedef {import("./delivery-advice.js").Way} Way */

/**
 * What ticks while a send is under way.
 * @typedef {object} SoFar
 * @property {number} soFarMs since it was sent
 * @property {number | null} usualMs how long deliveries usually take at this desk
 */

/** From here on minutes are told instead of seconds. */
const MANY_SECONDS = 120;

/** In the symbols that every language has for them. @param {number} milliseconds */
function time(milliseconds) {
  const seconds = Math.max(1, Math.floor(milliseconds / 1000));
  return seconds < MANY_SECONDS ? `${seconds}\u00a0s` : `${Math.floor(seconds / 60)}\u00a0min`;
}

/** @param {ChallengeView} challenge */
export const headingOf = ({ channel }) =>
  channel === "flashCall" ? deliveryWords.askForCaller : words.labels.codeHeading;

/**
 * @param {ChallengeView} challenge
 * @param {DeliveryView} delivery
 */
export function headline({ send, channel, lastTwo }, delivery) {
  const { headlines, sentTo } = deliveryWords;
  switch (delivery.state) {
    case "waiting":
      return send === "sent" ? sentTo[channel](lastTwo) : headlines[send];
    case "queued":
    case "withCarrier":
      return headlines[delivery.state];
    case "delivered":
      return headlines.delivered(lastTwo);
    case "failed":
      return failure(channel, delivery.reason);
  }
}

/**
 * @param {ChannelView} channel
 * @param {string} code
 */
function failure(channel, code) {
  const { callFailures, failures, headlines } = deliveryWords;
  const isCall = channel === "call" || channel === "flashCall";
  return (isCall ? callFailures[code] : undefined) ?? failures[code] ?? headlines.failed;
}

/** @param {number | null} tookMs nothing where nobody knows */
export const took = (tookMs) => (tookMs === null ? "" : deliveryWords.took(time(tookMs)));

/**
 * How long a send has been under way, by whether Sinch tells when it arrives.
 * @param {ChallengeView} challenge
 * @param {SoFar} soFar
 * @param {boolean} isLate
 */
export function underWay({ route, channel }, { soFarMs, usualMs }, isLate) {
  const { late, lateUnseen, lateUsually, soFar, soFarUnseen, soFarUsually } = deliveryWords;
  const sinceSent = time(soFarMs);
  if (route !== "sinchSms") return (isLate ? lateUnseen : soFarUnseen)[channel](sinceSent);
  if (usualMs === null) return (isLate ? late : soFar)(sinceSent);
  return (isLate ? lateUsually : soFarUsually)(sinceSent, time(usualMs));
}

/**
 * @param {string} code
 * @param {Way | null} way that is open
 */
export function failureAdvice(code, way) {
  const { whatNow, whatNowAnyway } = deliveryWords;
  if (way === null) return whatNowAnyway.replaced;
  const advice = whatNow[code] ?? { again: whatNowAnyway.again };
  return advice[way] ?? whatNowAnyway.nothingLeft;
}

/**
 * What the button of a way out says.
 * @param {Way} way
 * @param {string | null} wait the time until then, where there is one
 */
export function wayName(way, wait) {
  const { now, later } = deliveryWords.ways[way];
  return wait === null ? now : later(wait);
}

/**
 * @param {ChallengeView} challenge
 * @param {boolean} isLastMinute whether less than a minute is left
 */
export function codeHint(challenge, isLastMinute) {
  const { send, route, resendInMs } = challenge;
  const { lastMinute, lastMinuteLastSend, repeatsCode, repeatsRequest } = deliveryWords.codeHints;
  if (isLastMinute) return resendInMs === null ? lastMinuteLastSend : lastMinute;
  if (send === "unknown") return route === "sinchSms" ? repeatsCode : repeatsRequest;
  return codesThatCount(challenge);
}

/** @param {ChallengeView} challenge */
export function codesThatCount({ channel, codes }) {
  switch (codes) {
    case "only":
      return deliveryWords.onlyCode[channel];
    case "same":
      return deliveryWords.codeHints.same;
    case "newest":
      return deliveryWords.newestCode[channel];
  }
}

/**
 * What a waiting customer's row says of the send.
 * @param {ChallengeView} challenge
 * @param {DeliveryView} delivery
 * @param {number} soFarMs since it was sent
 */
export function inARow({ send, channel }, delivery, soFarMs) {
  const { row, rowOfFailed, rowOfSent } = deliveryWords;
  switch (delivery.state) {
    case "waiting":
      return send === "sent" ? rowOfSent[channel](time(soFarMs)) : row[send];
    case "queued":
    case "withCarrier":
      return row[delivery.state](time(soFarMs));
    case "delivered":
      return row.delivered;
    case "failed":
      return rowOfFailed[delivery.reason] ?? row.failed;
  }
}
