// English: the page of the desk and its organisation.

export const page = {
  heading: "Desk and site",
  purpose: "What this desk is called, whose it is, and whether it sends codes to real phones.",
};

export const deskName = {
  label: "Desk name",
  help: "Staff and other desks see it, and texts can name it. Give every desk a name of its own, such as Reception 2.",
  missing: "Enter a name for this desk, such as Reception 2.",
};

export const organisationName = {
  label: "Organisation name",
  help: "As your customers know it: it begins every text. Short names keep a text in one part.",
  missing: "Enter your organisation’s name, as your customers know it.",
};

export const home = {
  label: "Home country",
  help: "Numbers without a country code belong to it, and codes may be sent to it.",
};

export const customerScreen = { heading: "The customer’s screen" };

export const customerView = { label: "Who types the code" };

export const customerViews = [
  { value: "offered", label: "Staff, or the customer where staff choose so", help: "Step 2 has a button for it. The customer’s window opens on a second screen where there is one." },
  { value: "usual", label: "The customer", help: "Their screen asks for the code as soon as it is sent. Staff can take it back." },
  { value: "off", label: "Staff", help: "Customers read their codes out." },
];

export const updates = { heading: "New versions" };

export const updateNotice = {
  label: "Tell staff of a newer version",
  help: "A quiet line at an empty step 1, while nobody waits; nothing is installed by itself.",
};

export const mode = { heading: "Training or live" };

export const sends = { label: "What this desk does" };

export const modes = [
  { value: "training", label: "Training", help: "Nothing is sent and nothing is charged. Texts arrive on a phone that is drawn beside the desk." },
  { value: "live", label: "Live", help: "Codes go to customers’ phones, through Sinch, and are charged. Sinch must be set up." },
];
