// The focus, kept while what has it is drawn anew.

/**
 * Remembers what has the focus. What is answered gives it back, where that was drawn anew to what bears its id
 * now, and tells whether it is there at all.
 * @returns {() => boolean}
 */
export function rememberFocus() {
  const before = document.activeElement;
  const [start, end] = before instanceof HTMLInputElement ? [before.selectionStart, before.selectionEnd] : [null, null];
  return () => {
    const now = before === null || before.isConnected ? before : document.getElementById(before.id);
    if (!(now instanceof HTMLElement) || !now.checkVisibility()) return false;
    now.focus();
    if (now !== before && now instanceof HTMLInputElement && start !== null) now.setSelectionRange(start, end);
    return true;
  };
}

/** Nothing has the focus any more. What closes when the focus goes elsewhere stays open. */
export function leaveFocus() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
