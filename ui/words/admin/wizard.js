// English: the set-up, step by step.

export const title = "Set-up, step by step";

/** The steps' short names, the passcode first. */
export const steps = ["Passcode", "Desk", "Sinch", "Store", "Test", "Go live"];

/**
 * @param {number} step from 1
 * @param {number} all
 */
export const stepOf = (step, all) => `Step ${step} of ${all}`;

export const done = "done";

export const desk = {
  heading: "What is this desk called?",
  purpose: "Customers see it in texts, and staff on the screen.",
};

export const sinch = {
  heading: "How do your codes travel?",
  purpose: "Choose one of Sinch’s products, or both, and copy its credentials from Sinch’s dashboard.",
  neither: "Choose Sinch SMS, Sinch Verification, or both: without either, nothing can be sent.",
};

export const store = {
  heading: "Is this the only desk?",
  purpose: "A single desk keeps its outstanding codes by itself. Several desks share them in Redis.",
};

export const test = {
  heading: "Does it work?",
  purpose: "This asks Sinch and the store to let the desk in, and changes nothing. That the desk is still in training is as it should be: the next step ends it. You can also go on without a test.",
};

export const live = {
  heading: "Ready to go live?",
  purpose: "From then on this desk sends real texts to real phones, and Sinch charges for them.",
  summary: {
    desk: "Desk",
    organisation: "Organisation",
    sms: "Sinch SMS",
    verification: "Sinch Verification",
    store: "Store",
  },
  sms: { none: "Not used", servicePlan: "With a service plan", project: "With a project’s access key" },
  verification: { none: "Not used", account: "With an application" },
  store: { embedded: "On this computer", redis: "Redis" },
  go: "Go live",
  going: { busy: "Going live…", long: "Still going live…" },
  later: "Later: stay in training",
};

export const next = "Continue";
export const saving = { busy: "Saving…", long: "Still saving…" };
export const back = "Back";
export const allSettings = "All settings";
