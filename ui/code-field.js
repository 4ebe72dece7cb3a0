// The one field for the code, and the cells that are painted behind it where the length is known.
// The glyphs, the caret and the selection are the field's own: the cells only say which comes next.

import { byId, make } from "./dom.js";

/** @typedef {import("./types/wire.ts").ChallengeView} ChallengeView */

/** What may stand between digits, and is dropped from a code so that it fits its cells. */
const SEPARATORS = /[\s\u2010-\u2015.-]/g;

/**
 * @typedef {object} CodeField
 * @property {(challenge: ChallengeView) => void} fit to the code that is awaited
 * @property {() => string} typed
 * @property {(typed: string) => void} put what was typed already
 * @property {() => void} empty
 * @property {(isLocked: boolean) => void} lock while a code is checked
 * @property {() => void} focus
 * @property {() => void} retype selects what stands there
 */

/**
 * @param {AbortSignal} signal when nobody looks at it any more
 * @returns {CodeField}
 */
export function createCodeField(signal) {
  const box = byId("code-box", HTMLElement);
  const cells = byId("code-cells", HTMLElement);
  const field = byId("code", HTMLInputElement);

  /** @param {ChallengeView} challenge */
  function fit({ codeLength, channel }) {
    const isNumber = channel === "flashCall";
    const digits = isNumber ? 0 : (codeLength ?? 0);
    box.dataset["kind"] = isNumber ? "number" : digits === 0 ? "plain" : "cells";
    field.inputMode = isNumber ? "tel" : "numeric";
    if (cells.childElementCount === digits) return;
    box.style.setProperty("--length", String(digits));
    cells.replaceChildren(...Array.from({ length: digits }, () => make("i", {})));
    paint();
  }

  function tidy() {
    if (box.dataset["kind"] !== "cells" || field.value.search(SEPARATORS) < 0) return;
    const before = field.value.slice(0, field.selectionStart ?? field.value.length);
    const caret = before.replace(SEPARATORS, "").length;
    field.value = field.value.replace(SEPARATORS, "");
    field.setSelectionRange(caret, caret);
  }

  function paint() {
    const start = field.selectionStart ?? 0;
    const selected = (field.selectionEnd ?? 0) - start;
    const hasFocus = document.activeElement === field;
    const isWhole = hasFocus && selected > 0 && selected === field.value.length;
    const current = Math.min(start, cells.childElementCount - 1);
    [...cells.children].forEach((cell, index) => {
      cell.toggleAttribute("data-selected", isWhole && index < selected);
      cell.toggleAttribute("data-now", hasFocus && !isWhole && index === current);
    });
  }

  field.addEventListener("input", tidy);
  for (const moved of ["input", "focus", "blur", "keyup", "select", "pointerup"]) {
    field.addEventListener(moved, paint);
  }
  document.addEventListener("selectionchange", paint, { signal });

  return {
    fit,
    typed: () => field.value,
    put(typed) {
      field.value = typed;
      paint();
    },
    empty() {
      field.value = "";
      field.removeAttribute("aria-invalid");
      paint();
    },
    lock(isLocked) {
      field.readOnly = isLocked;
    },
    focus: () => field.focus(),
    retype() {
      field.focus();
      field.select();
      paint();
    },
  };
}
