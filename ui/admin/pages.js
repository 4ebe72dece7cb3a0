// Which pages there are, and in which order they are found. What is on each is its own business.

import { places as words } from "../words/admin/frame.js";
import { createDeskPage } from "./pages/desk.js";
import { createManagedPage } from "./pages/managed.js";
import { createPasscodePage } from "./pages/passcode.js";
import { createSinchPage } from "./pages/sinch.js";
import { createStorePage } from "./pages/store.js";

/** @type {ReadonlyArray<import("./frame.js").Group>} */
export const groups = [
  {
    heading: words.setUp,
    places: [
      { name: "desk", title: words.desk, create: createDeskPage },
      { name: "sinch", title: words.sinch, create: createSinchPage },
      { name: "store", title: words.store, create: createStorePage },
    ],
  },
  {
    heading: words.upkeep,
    places: [
      { name: "passcode", title: words.passcode, create: createPasscodePage },
      { name: "managed", title: words.managed, create: createManagedPage },
    ],
  },
];
