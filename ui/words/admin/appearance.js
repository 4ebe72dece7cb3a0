// English: the page of how the window looks.

export const page = {
  heading: "Appearance",
  purpose: "How the window looks on this computer, for staff and here.",
};

export const look = { heading: "This window" };

export const theme = { label: "Theme" };

export const themes = [
  { value: "system", label: "As this computer is set", help: "It follows when the computer changes from light to dark." },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export const textSize = { label: "Size of text" };

export const textSizes = [
  { value: "normal", label: "Normal" },
  { value: "large", label: "Large", help: "A quarter larger." },
  { value: "largest", label: "Largest", help: "Half as large again." },
];
