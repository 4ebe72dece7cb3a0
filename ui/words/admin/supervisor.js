// English: the supervisor's passcode on the admin's pages.

export const card = {
  heading: "Supervisor’s passcode",
  help: "For what the rules leave to a supervisor: to accept a customer who could not be verified, or to send to a number that Sinch warns of. It opens no page, belongs to this computer alone and travels in no bundle. Whoever knows it can do without the verification.",
};

export const isSet = "A passcode is set.";
export const isNotSet = "No passcode is set: nothing can be left to a supervisor at this desk.";
export const done = "The supervisor’s passcode is set.";
export const forget = "Forget the supervisor’s passcode";
export const forgetting = { busy: "Forgetting…", long: "Still forgetting…" };
export const forgotten = "The supervisor’s passcode is forgotten.";
