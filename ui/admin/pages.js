// Which pages there are, and in which order they are found. What is on each is its own business.

import { places as words } from "../words/admin/frame.js";
import { createAppearancePage } from "./pages/appearance.js";
import { createChannelsPage } from "./pages/channels.js";
import { createChecksPage } from "./pages/checks.js";
import { createDeskPage } from "./pages/desk.js";
import { createManagedPage } from "./pages/managed.js";
import { createPasscodePage } from "./pages/passcode.js";
import { createRollOutPage } from "./pages/roll-out.js";
import { createRulesPage } from "./pages/rules.js";
import { createSinchPage } from "./pages/sinch.js";
import { createStorePage } from "./pages/store.js";
import { createTextsPage } from "./pages/texts.js";
import { createWizard } from "./wizard.js";

/** @type {ReadonlyArray<import("./frame.js").Group>} */
export const groups = [
  {
    heading: words.setUp,
    places: [
      { name: "set-up", title: words.stepByStep, create: createWizard },
      { name: "desk", title: words.desk, create: createDeskPage },
      { name: "sinch", title: words.sinch, create: createSinchPage },
      { name: "store", title: words.store, create: createStorePage },
    ],
  },
  {
    heading: words.sending,
    places: [
      { name: "channels", title: words.channels, create: createChannelsPage },
      { name: "rules", title: words.rules, create: createRulesPage },
      { name: "texts", title: words.texts, create: createTextsPage },
    ],
  },
  {
    heading: words.upkeep,
    places: [
      { name: "checks", title: words.checks, create: createChecksPage },
      { name: "roll-out", title: words.rollOut, create: createRollOutPage },
      { name: "appearance", title: words.appearance, create: createAppearancePage },
      { name: "passcode", title: words.passcode, create: createPasscodePage },
      { name: "managed", title: words.managed, create: createManagedPage },
    ],
  },
];
