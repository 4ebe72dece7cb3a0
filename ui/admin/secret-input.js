// A box for what nobody should read over a shoulder, and a button that shows it all the same.

import { make } from "../dom.js";
import * as words from "../words/admin/secret.js";

/**
 * @param {object} options
 * @param {string} options.what it is, for the button's name
 * @param {boolean} options.isTrimmed whether space around a paste is left out
 * @returns {{ element: HTMLElement, input: HTMLInputElement, hide: () => void }}
 */
export function secretInput({ what, isTrimmed }) {
  const input = make("input", { type: "password", autocomplete: "off", autocapitalize: "off", spellcheck: false });
  const button = make("button", { type: "button" }, words.show);

  /** @param {boolean} isShown */
  function show(isShown) {
    input.type = isShown ? "text" : "password";
    button.textContent = isShown ? words.hide : words.show;
    button.setAttribute("aria-label", isShown ? words.hideIt(what) : words.showIt(what));
  }

  button.addEventListener("click", () => show(input.type === "password"));
  if (isTrimmed) {
    input.addEventListener("paste", (event) => {
      const pasted = event.clipboardData?.getData("text");
      if (pasted === undefined) return;
      event.preventDefault();
      input.setRangeText(pasted.trim(), input.selectionStart ?? 0, input.selectionEnd ?? 0, "end");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  show(false);
  return { element: make("div", { className: "beside" }, input, button), input, hide: () => show(false) };
}
