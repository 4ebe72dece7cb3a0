// Tells in JSON what every language says: each text, each sentence with marks in its places, each counted
// thing for several counts, and which words no module asks for. What of it is wrong is main.rs's business.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = process.argv[2] ?? ".";
const LANGUAGES = ["en", "es", "fr", "de", "pt", "sv"];
const COUNTS = [0, 1, 2, 5, 60];

/** The names under which a module gets at an area's words. */
const BINDINGS = "(?:words|reasons|[a-z]+Words)";

const readSource = (/** @type {string[]} */ ...parts) => readFileSync(join(root, ...parts), "utf8");

/** @param {string} language */
const speechOf = (language) => import(pathToFileURL(join(root, "ui/words", language, "index.js")).href);

/**
 * Every word and sentence below, by its path.
 * @param {any} words
 * @param {string} path
 * @returns {[string, any][]}
 */
function leaves(words, path) {
  if (typeof words === "string" || typeof words === "function") return [[path, words]];
  return Object.keys(words).flatMap((key) => leaves(words[key], path === "" ? key : `${path}/${key}`));
}

/**
 * What is given in the place of a number, a name or an object: it marks where it went.
 * @param {number} place
 * @param {() => void} onCounted
 */
function mark(place, onCounted) {
  /** @param {string} hint */
  const asPlain = (hint) => {
    if (hint !== "number") return `‹${place}›`;
    onCounted();
    return 5;
  };
  const get = (/** @type {object} */ _, /** @type {string | symbol} */ key) =>
    key === Symbol.toPrimitive ? asPlain : `‹${place}.${String(key)}›`;
  return new Proxy({}, { get });
}

/** @param {any} said */
function tell(said) {
  if (typeof said === "string") return { text: said, counted: {} };
  let isCounted = false;
  const marks = Array.from({ length: said.length }, (_, place) => mark(place, () => (isCounted = true)));
  const text = said(...marks);
  const counted = isCounted ? Object.fromEntries(COUNTS.map((count) => [count, said(count)])) : {};
  return { text, counted };
}

/**
 * Every file below a folder whose name ends so.
 * @param {string} folder
 * @param {RegExp} name
 * @returns {string[]}
 */
function filesBelow(folder, name) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path, name) : name.test(path) ? [path] : [];
  });
}

/** @param {string[]} paths of words and sentences */
function unused(paths) {
  const modules = filesBelow("ui", /\.js$/).filter((path) => !path.startsWith("ui/words/"));
  const asking = modules.map((path) => readSource(path)).join("\n");
  const page = readSource("ui/index.html");
  const naming = [asking, page, ...filesBelow("ui/types", /\.ts$/).map((path) => readSource(path))].join("\n");
  const core = filesBelow("src-tauri", /\.rs$/).map((path) => readSource(path)).join("\n");

  const isAskedFor = (/** @type {string} */ key) =>
    new RegExp(`${BINDINGS}\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = ${BINDINGS};`).test(asking);
  const isNamed = (/** @type {string} */ key) =>
    /[.-]/.test(key) ? core.includes(`"${key}"`) : /^\d+$/.test(key) || new RegExp(`\\b${key}\\b`).test(naming);
  const isLabel = (/** @type {string} */ key) =>
    new RegExp(`data-word(?:-label)?="${key}"`).test(page) || new RegExp(`labels\\.${key}\\b`).test(asking);

  return paths.filter((path) => {
    const [, first = "", ...rest] = path.split("/");
    if (first === "labels") return !rest.every(isLabel);
    return !isAskedFor(first) || !rest.every(isNamed);
  });
}

/** @type {Record<string, object>} */
const speeches = {};
for (const language of LANGUAGES) {
  const said = leaves(await speechOf(language), "").map(([path, words]) => [path, tell(words)]);
  speeches[language] = Object.fromEntries(said);
}
console.log(JSON.stringify({ speeches, unused: unused(Object.keys(speeches["en"] ?? {})) }));
