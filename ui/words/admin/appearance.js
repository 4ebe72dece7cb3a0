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

export const language = {
  label: "Language of the staff’s screen",
  help: "Where staff choose another one in the header, theirs counts. These pages stay in English.",
};

export const languages = [
  { value: "system", label: "As this computer is set", help: "English where it is set to one that the screen does not have." },
  { value: "de", label: "Deutsch" },
  { value: "en", label: "English" },
  { value: "es", label: "Español" },
  { value: "fr", label: "Français" },
  { value: "pt", label: "Português" },
  { value: "sv", label: "Svenska" },
];
