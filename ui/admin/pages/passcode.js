// The passcode itself, and for how long the pages stay open.

import { announce } from "../../announce.js";
import { bounds } from "../../types/bounds.js";
import * as words from "../../words/admin/passcode.js";
import { numberField } from "../fields.js";
import { createPage } from "../page.js";
import { createPasscodeForm } from "../passcode.js";
import { card } from "../part.js";
import { createSupervisorCard } from "../supervisor-passcode.js";

export function createPasscodePage() {
  const page = createPage({
    words: words.change,
    parts: [card(words.change.lock, [numberField({ pointer: "/admin/lockAfterMinutes", words: words.change.lockAfter, ...bounds["/admin/lockAfterMinutes"] })])],
  });
  const form = createPasscodeForm(() => announce(words.change.done));
  const change = card(words.change.card, [], form.element);
  const element = document.createElement("div");
  element.className = "settings";
  element.append(page.element, change.element, createSupervisorCard().element);
  return { ...page, element };
}
