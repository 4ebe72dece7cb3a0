// The line of step 2 that says where the newest send is: its seconds while it is under way, whether that is
// late, why it failed, and the one thing to do about it. What is done is the view's business.

import { announce } from "../announce.js";
import { keepTicking } from "../countdown.js";
import { wayOut } from "../delivery-advice.js";
import { deliveryState, isUnderWay } from "../delivery-state.js";
import { failureAdvice, headline as headlineOf, took, underWay, wayName } from "../delivery-words.js";
import { byId, rest, write } from "../dom.js";
import { deliveryWords as words } from "../words.js";

/** @typedef {import("../types/wire.ts").ChallengeView} ChallengeView */
/** @typedef {import("../types/wire.ts").DeliveryNews} DeliveryNews */
/** @typedef {import("../delivery-advice.js").Way} Way */
/** @typedef {import("../countdown.js").Pause} Pause */

/** What the button beside the line does. @typedef {Way | "showNumber"} Deed */

/**
 * @typedef {object} DeliveryLine
 * @property {(challenge: ChallengeView, news: import("../deliveries.js").Newest) => void} show
 * @property {(pause: Pause) => void} showPause
 * @property {() => void} hide
 *
 * @typedef {object} DeliveryEvents
 * @property {(way: Way, button: HTMLButtonElement) => void} onWay
 * @property {(challenge: string) => boolean} holdsNumber whether the number can still be shown here
 * @property {(challenge: string) => Promise<string[] | null>} readBackOf the number in groups, if it is held
 */

/**
 * @param {DeliveryEvents} events
 * @returns {DeliveryLine}
 */
export function createDeliveryLine({ onWay, holdsNumber, readBackOf }) {
  const panel = byId("delivery", HTMLElement);
  const headline = byId("delivery-headline", HTMLElement);
  const detail = byId("delivery-detail", HTMLElement);
  const number = byId("delivery-number", HTMLElement);
  const action = byId("delivery-action", HTMLButtonElement);
  /** @type {{ challenge: ChallengeView, news: import("../deliveries.js").Newest, sentAt: number } | null} */
  let shown = null;
  /** Whose number shows. */
  let numberOf = "";
  /** @type {Pause} */
  let pause = { mayBeSent: false, wait: null };
  let said = "";
  let stopTicking = () => {};

  /** @type {DeliveryLine["show"]} */
  function show(challenge, news) {
    stopTicking();
    if (numberOf !== challenge.id) hideNumber();
    if (shown?.challenge.id !== challenge.id) said = "";
    shown = { challenge, news, sentAt: performance.now() - challenge.sentAgoMs };
    stopTicking = keepTicking(tick);
  }

  function hide() {
    stopTicking();
    shown = null;
    hideNumber();
  }

  function hideNumber() {
    numberOf = "";
    write(number, "");
  }

  function tick() {
    if (shown === null) return false;
    const { challenge, news, sentAt } = shown;
    const state = deliveryState(challenge, news.delivery);
    const soFarMs = performance.now() - sentAt;
    const isLate = isUnderWay(state) && news.lateAfterMs !== null && soFarMs >= news.lateAfterMs;
    panel.dataset["state"] = state;
    panel.toggleAttribute("data-late", isLate);
    write(headline, headlineOf(challenge, news.delivery));
    write(detail, detailOf(challenge, news, soFarMs, isLate));
    showAction(deedFor(challenge, news, isLate));
    speak(isLate);
    return isUnderWay(state);
  }

  /**
   * @param {ChallengeView} challenge
   * @param {import("../deliveries.js").Newest} news
   * @param {number} soFarMs
   * @param {boolean} isLate
   */
  function detailOf(challenge, { delivery, usualMs }, soFarMs, isLate) {
    switch (delivery.state) {
      case "delivered":
        return took(delivery.tookMs);
      case "failed":
        return failureAdvice(delivery.reason, wayOut(delivery.reason, challenge));
      case "waiting":
      case "queued":
      case "withCarrier":
        if (challenge.send === "unknown") return words.askFirst;
        if (challenge.send === "sending") return "";
        return timeOf(challenge, { soFarMs, usualMs }, isLate);
    }
  }

  /**
   * @param {ChallengeView} challenge
   * @param {import("../delivery-words.js").SoFar} soFar
   * @param {boolean} isLate
   */
  function timeOf(challenge, soFar, isLate) {
    const { id, lastTwo } = challenge;
    const time = underWay(challenge, soFar, isLate);
    if (!isLate) return time;
    const { held, shown, unknown } = words.readItBack;
    if (numberOf === id) return `${time} ${shown}`;
    return `${time} ${holdsNumber(id) ? held : unknown(lastTwo)}`;
  }

  /**
   * @param {ChallengeView} challenge
   * @param {import("../deliveries.js").Newest} news
   * @param {boolean} isLate
   * @returns {Deed | null}
   */
  function deedFor(challenge, { delivery }, isLate) {
    if (delivery.state === "failed") return wayOut(delivery.reason, challenge);
    if (!isLate) return null;
    return holdsNumber(challenge.id) && numberOf !== challenge.id ? "showNumber" : "change";
  }

  /** @param {Deed | null} deed */
  function showAction(deed) {
    // Its place is kept, so that nothing jumps; one that goes while it has the focus gives it to the code.
    if (deed === null && document.activeElement === action) byId("code", HTMLElement).focus();
    action.hidden = deed === null;
    if (deed === null) return delete action.dataset["deed"];
    action.dataset["deed"] = deed;
    if ("busy" in action.dataset) return;
    const isSend = deed !== "change" && deed !== "showNumber";
    const wait = isSend ? pause.wait : null;
    write(action, deed === "showNumber" ? words.showNumber : wayName(deed, wait));
    rest(action, wait !== null || (isSend && !pause.mayBeSent));
  }

  /** Says what is new: another state, or that it is late. @param {boolean} isLate */
  function speak(isLate) {
    const saying = `${headline.textContent} ${isLate}`;
    if (saying === said) return;
    said = saying;
    announce(`${headline.textContent} ${detail.textContent}`);
  }

  async function showNumber() {
    const { challenge } = shown ?? {};
    const groups = challenge === undefined ? null : await readBackOf(challenge.id).catch(() => null);
    if (groups === null || challenge === undefined || challenge.id !== shown?.challenge.id) return;
    numberOf = challenge.id;
    write(number, groups.join(" "));
    tick();
    announce(`${detail.textContent} ${number.textContent}`);
  }

  action.addEventListener("click", () => {
    const deed = /** @type {Deed | undefined} */ (action.dataset["deed"]);
    if (deed === "showNumber") void showNumber();
    else if (deed !== undefined) onWay(deed, action);
  });

  return {
    show,
    showPause(now) {
      pause = now;
      if (shown !== null) showAction(/** @type {Deed | undefined} */ (action.dataset["deed"]) ?? null);
    },
    hide,
  };
}
