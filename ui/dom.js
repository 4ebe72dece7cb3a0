// The few things that every module asks of the document: find, make, write.
// It knows nothing of the desk, and data reaches the page only as text.

/**
 * The element of that id, which must be of that kind.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`index.html has no ${kind.name} #${id}`);
  return found;
}

/**
 * A new element with children, strings among them as text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * A drawing of index.html's, by its name. It says nothing to screen readers.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function shape(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#shape-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

/**
 * Writes a text, and leaves the page alone where it stands there already.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Puts the words into every element that names one: as its text, or as its label.
 * @param {Readonly<Record<string, string>>} words
 */
export function fillWords(words) {
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = wordFor(words, element.getAttribute("data-word"));
  }
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", wordFor(words, element.getAttribute("data-word-label")));
  }
}

/**
 * @param {Readonly<Record<string, string>>} words
 * @param {string | null} name
 */
function wordFor(words, name) {
  const word = words[name ?? ""];
  if (word === undefined) throw new Error(`there is no word for ${name}`);
  return word;
}

/**
 * Marks a button as one that does nothing for now. It keeps its focus and can be read.
 * @param {HTMLButtonElement} button
 * @param {boolean} resting
 */
export function rest(button, resting) {
  if (resting) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

/**
 * Whether {@link rest} put the button to rest.
 * @param {HTMLButtonElement} button
 */
export function isResting(button) {
  return button.getAttribute("aria-disabled") === "true";
}
