// What a page of settings is made of: parts, each bound to a place in the settings. A part may be one
// field (see fields.js), or several together: here are those that only hold others.

import { make, shape } from "../dom.js";
import { covers, putAt } from "./pointer.js";
import { choiceList } from "./choice.js";
import { createField } from "./field.js";

/** @typedef {import("../types/wire.ts").Settings} Settings */
/** @typedef {import("../types/wire.ts").SettingsView} SettingsView */
/** @typedef {import("../types/wire.ts").SecretName} SecretName */
/** @typedef {import("../types/wire.ts").KeepIn} KeepIn */
/** @typedef {import("./field.js").FieldWords} FieldWords */

/**
 * Part of a page of settings. What was typed lives in its elements and nowhere else, so it is lost only
 * when `show` fills them in anew.
 * @typedef {object} Part
 * @property {HTMLElement} element
 * @property {(view: SettingsView) => void} show fills in what the settings have
 * @property {(settings: Settings) => void} write puts what was typed into them
 * @property {() => boolean} isChanged whether something was typed that the settings do not have
 * @property {() => HTMLElement[]} check marks what can't be saved, and gives where to go to mend it
 * @property {(pointer: string, problem: string) => HTMLElement | null} blame marks what stands for that
 *   place, and gives where to go; nothing where this part has nothing to do with it
 * @property {() => TypedSecret[]} secrets those that were typed and are not kept yet
 *
 * @typedef {object} TypedSecret
 * @property {SecretName} name
 * @property {string} value
 * @property {(kept: KeepIn) => void} done it is kept: nothing of it stays in the page
 * @property {(problem: string) => HTMLElement} blame
 */

/**
 * Parts under one another, as one.
 * @param {HTMLElement} element that holds them
 * @param {ReadonlyArray<Part>} parts
 * @returns {Part}
 */
export function together(element, parts) {
  return {
    element,
    show: (view) => parts.forEach((part) => part.show(view)),
    write: (settings) => parts.forEach((part) => part.write(settings)),
    isChanged: () => parts.some((part) => part.isChanged()),
    check: () => parts.flatMap((part) => part.check()),
    blame: (pointer, problem) => firstOf(parts, (part) => part.blame(pointer, problem)),
    secrets: () => parts.flatMap((part) => part.secrets()),
  };
}

/**
 * @param {ReadonlyArray<Part>} parts
 * @param {(part: Part) => HTMLElement | null} ask
 */
function firstOf(parts, ask) {
  for (const part of parts) {
    const answer = ask(part);
    if (answer !== null) return answer;
  }
  return null;
}

/**
 * A card with parts in it.
 * @param {{ heading?: string, help?: string, drawing?: string }} words `drawing`: a shape of admin.html's,
 *   before the heading
 * @param {ReadonlyArray<Part>} parts
 * @param {...HTMLElement} beneath what else stands under the heading, before the parts
 * @returns {Part}
 */
export function card({ heading, help, drawing }, parts, ...beneath) {
  const element = make("section", { className: "card" });
  if (heading !== undefined) element.append(make("h2", {}, ...(drawing === undefined ? [] : [shape(drawing)]), heading));
  if (help !== undefined) element.append(make("p", { className: "help" }, help));
  element.append(...beneath, ...parts.map((part) => part.element));
  return together(element, parts);
}

/**
 * One of the forms that a setting can have.
 * @typedef {object} Variant
 * @property {string} name
 * @property {{ label: string, help?: string }} words
 * @property {unknown} begin the value before its parts write into it
 * @property {ReadonlyArray<Part>} parts what is asked only where this form is chosen
 */

/**
 * A choice between forms of one setting, with what each asks for under it. What was typed under a form
 * that is not chosen stays there, and is not saved.
 * @param {object} options
 * @param {string} options.pointer
 * @param {FieldWords} options.words
 * @param {ReadonlyArray<Variant>} options.variants
 * @param {(value: any) => string} options.nameOf which form a value has
 * @returns {Part & { chosen: () => string }}
 */
export function variants({ pointer, words, variants: all, nameOf }) {
  const choice = createField({
    pointer,
    words,
    control: choiceList({
      name: pointer,
      choices: all.map(({ name, words: { label, help } }) => ({ value: name, label, ...(help !== undefined && { help }) })),
      nameOf,
      onChange: reveal,
    }),
  });
  const rooms = all.map(({ name, parts }) => {
    const element = make("div", { className: "revealed" }, ...parts.map((part) => part.element));
    element.hidden = true;
    return { name, isEmpty: parts.length === 0, part: together(element, parts) };
  });
  const element = make("div", { className: "variants" }, choice.element, ...rooms.map(({ part }) => part.element));
  let isManaged = false;

  const chosen = () => String(choice.read());
  const room = () => rooms.find(({ name }) => name === chosen())?.part ?? together(element, []);

  function reveal() {
    for (const { name, isEmpty, part } of rooms) part.element.hidden = isEmpty || name !== chosen();
  }

  return {
    element,
    chosen,
    show(view) {
      isManaged = view.managed.some((place) => covers(place, pointer));
      choice.show(view);
      reveal();
      rooms.forEach(({ part }) => part.show(view));
    },
    write(settings) {
      if (isManaged) return;
      const variant = all.find(({ name }) => name === chosen());
      putAt(settings, pointer, structuredClone(variant?.begin));
      room().write(settings);
    },
    isChanged: () => choice.isChanged() || room().isChanged(),
    check: () => [...choice.check(), ...room().check()],
    blame: (place, problem) => room().blame(place, problem) ?? choice.blame(place, problem),
    secrets: () => room().secrets(),
  };
}
