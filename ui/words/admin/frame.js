// English: what stands around the admin's pages.

import { leaving } from "./page.js";
import { lockedMeanwhile } from "./passcode.js";

/** Words that admin.html names. */
export const labels = {
  product: "Countersign",
  admin: "Admin",
  view: "View",
  help: "Help",
  toDesk: "Back to the desk",
  lockNow: "Lock",
  menu: "Pages",
  navigation: "Admin pages",
  leavingHeading: leaving.heading,
  leavingWhat: leaving.what,
  stay: leaving.stay,
  leave: leaving.leave,
  lockedHeading: lockedMeanwhile.heading,
  lockedWhat: lockedMeanwhile.purpose,
};

/** @param {string} title */
export const titleOf = (title) => `${title} – Admin`;

export const cannotShow = "This page can’t be shown";
export const again = "Try again";

/** The pages, by group. */
export const places = {
  setUp: "Set up",
  stepByStep: "Step by step",
  desk: "Desk and site",
  sinch: "Sinch",
  store: "Store",
  sending: "Sending",
  channels: "Channels",
  rules: "Rules",
  texts: "Texts",
  upkeep: "Upkeep",
  checks: "Tests",
  rollOut: "Roll-out",
  appearance: "Appearance",
  passcode: "Passcode",
  managed: "Managed by IT",
};
