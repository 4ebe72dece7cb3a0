// Runs before a page is painted: gives it the theme that the page before it had, so that nothing flashes.
// What the theme is, and the size of words, is appearance.js's business.

{
  const theme = sessionStorage.getItem("theme");
  if (theme !== null && theme !== "system") document.documentElement.dataset["theme"] = theme;
}
