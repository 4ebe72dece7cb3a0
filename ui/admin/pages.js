// Which pages there are, and in which order they are found. What is on each is its own business.

import { places as words } from "../words/admin/frame.js";
import { createDeskPage } from "./pages/desk.js";

/** @type {ReadonlyArray<import("./frame.js").Group>} */
export const groups = [
  {
    heading: words.setUp,
    places: [{ name: "desk", title: words.desk, create: createDeskPage }],
  },
];
