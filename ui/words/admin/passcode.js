// English: the door of the admin's pages.

export const passcode = "Passcode";
export const unlock = "Unlock";
export const unlocking = { busy: "Unlocking…", long: "Still unlocking…" };
export const empty = "Enter the passcode.";
export const wrong = "That is not the passcode. ";

export const wait = { before: "You can try again in ", after: ".", over: "You can try again now." };

export const locked = {
  heading: "Unlock the admin pages",
  purpose: "Here this desk is set up. Staff need nothing of it for their work.",
};

export const lockedMeanwhile = {
  heading: "The admin pages have locked",
  purpose: "What you typed is still there. Unlock to go on.",
};

export const forgotten = {
  question: "Forgotten the passcode?",
  command: "countersign reset-passcode --yes",
  steps: [
    "Close Countersign, and run this on this computer, as the user of this desk:",
    "It forgets the passcode and every secret of this desk: Sinch’s, the store’s, and the site key. Then open these pages, choose a new passcode, and import your provisioning bundle or type the secrets again.",
  ],
};

export const waiting = {
  heading: "Waiting for the keyring",
  purpose: "It knows the passcode, and has not answered yet. It may be asking for its own password in another window.",
};

export const shut = {
  heading: "The admin pages stay shut",
  whatNow: "The keyring knows the passcode. Until it can be read, nobody can open these pages. Unlock the keyring, or sign in to this computer again, then try again.",
  again: "Try again",
};

export const first = {
  heading: "Choose a passcode",
  purpose: "It keeps staff and passers-by out of these pages. You will need it whenever you change something here.",
  passcode: "New passcode",
  help: "At least 6 characters. Keep it where your other administrators find it.",
  again: "The same once more",
  set: "Set the passcode",
  setting: { busy: "Setting…", long: "Still setting…" },
  empty: "Choose a passcode of at least 6 characters.",
  different: "These are not the same. Type the passcode once more.",
  unfit: {
    short: "That is too short. Use at least 6 characters.",
    long: "That is too long. Use a shorter passcode.",
  },
  /** @param {string} fault a sentence about the keyring */
  noKeyring: (fault) =>
    `${fault} Without it, the passcode and everything secret that you type is forgotten when Countersign closes.`,
  forSession: "Go on for this session only",
};

export const change = {
  heading: "Passcode",
  purpose: "Who can open these pages, and for how long they stay open.",
  lock: { heading: "Locking" },
  lockAfter: {
    label: "Lock after",
    unit: "minutes without use",
    help: "From 1 to 60. The shorter, the less is open to whoever sits down here next.",
  },
  card: { heading: "Change the passcode", help: "The old one stops counting at once." },
  done: "The passcode is changed.",
};
