// The line above the desk that says when codes are slow or failing at the site as a whole, and what to offer
// instead. It stops nobody, goes away by itself, and says nothing where it is not known.

import { announce } from "./announce.js";
import { byId, make } from "./dom.js";
import * as ipc from "./ipc.js";
import { deliveryWords as words } from "./words.js";

/** @typedef {import("./types/wire.ts").SiteDeliveryView} SiteDeliveryView */

let newest = 0;
/** How they were told last. @type {SiteDeliveryView[]} */
let told = [];
/** What was said aloud, so that it is said once. */
let said = "";

/** Watches in place of whoever watched before. */
export function watchSiteDeliveries() {
  const mine = (newest += 1);
  const hide = () => {
    if (mine === newest) show([]);
  };
  void ipc.watchSiteDeliveries((deliveries) => mine === newest && show(deliveries)).then(hide, hide);
}

/** With the words that are spoken now. */
export const redrawSiteDeliveries = () => show(told);

/** @param {SiteDeliveryView[]} deliveries */
function show(deliveries) {
  told = deliveries;
  const troubled = deliveries.filter(({ course }) => course.state !== "usual");
  const sentences = troubled.map(troubleOf);
  const line = byId("site-delivery", HTMLElement);
  line.hidden = sentences.length === 0;
  line.replaceChildren(...sentences.map((sentence) => make("strong", {}, sentence)));
  if (sentences.length > 0) line.append(make("span", {}, insteadOf(deliveries)));
  speak(troubled.map(({ channel, course }) => `${channel} ${course.state}`).join(), line.textContent ?? "");
}

/** @param {SiteDeliveryView} delivery */
function troubleOf({ channel, course }) {
  const of = words.siteTrouble[channel];
  switch (course.state) {
    case "usual":
      return "";
    case "failing":
      return of.failing(course.failed, course.of);
    case "slow":
      return course.failed === 0 ? of.slow(course.slow, course.of) : of.slowOrFailing(course.slow + course.failed, course.of);
  }
}

/** What to offer instead: what is known to arrive, or at least is not known not to. @param {SiteDeliveryView[]} deliveries */
function insteadOf(deliveries) {
  const well = deliveries.filter(({ course }) => course.state === "usual");
  const arriving = well.find(({ arrives }) => arrives);
  if (arriving !== undefined) return words.offerInstead[arriving.channel].arrives;
  return well[0] === undefined ? words.nothingToOffer : words.offerInstead[well[0].channel].mayArrive;
}

/**
 * @param {string} trouble
 * @param {string} sentence
 */
function speak(trouble, sentence) {
  if (trouble === said) return;
  said = trouble;
  announce(trouble === "" ? words.siteWellAgain : sentence);
}
