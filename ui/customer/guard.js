// What a stranger at the keys must not get from the screen: menus, selections, searches, other pages.
// Closing the window is the window system's, and takes the customer back to the staff.

/** Keys that do their usual work: going round, and pressing what has the focus. */
const PASSED_ON = ["Tab", "Enter", " "];

export function guardScreen() {
  for (const kind of ["contextmenu", "dragstart", "drop", "dragover", "selectstart", "paste", "copy"]) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!(isPlain && PASSED_ON.includes(event.key))) event.preventDefault();
  });
}
