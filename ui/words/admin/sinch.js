// English: the page of Sinch's products and their credentials. What stands in bold is what Sinch's
// dashboard calls it.

export const page = {
  heading: "Sinch",
  purpose: "Which of Sinch’s products carry your codes, and what this desk shows to be let in. One is enough.",
};

export const where = "In Sinch’s dashboard:";

export const verification = {
  heading: "Sinch Verification",
  help: "Sinch draws and checks the code. It carries texts, calls, WhatsApp and missed calls.",
};

export const useVerification = { label: "Use Sinch Verification" };
export const verificationNone = { label: "No" };
export const verificationAccount = { label: "Yes, with an application’s key and secret" };

export const application = {
  heading: "Verification application",
  where: ["Verification", "Apps", "your app"],
  note: "The key and the secret stand side by side there. Both belong to the app, not to your project.",
};

export const applicationKey = {
  label: "Application key",
  help: "32 letters and digits in five groups, with dashes between.",
  missing: "Enter the application key.",
};

export const applicationSecret = {
  label: "Application secret",
  help: "It ends in = or ==.",
  missing: "Enter the application secret.",
};

export const sms = {
  heading: "Sinch SMS",
  help: "Your own texts, with codes that are drawn and checked here, and news of each delivery. It carries texts only.",
};

export const useSms = { label: "Use Sinch SMS" };
export const smsNone = { label: "No" };
export const smsServicePlan = { label: "Yes, with a service plan’s token", help: "The usual way." };
export const smsProject = { label: "Yes, with a project’s access key", help: "For newer accounts, in the United States or the European Union." };

export const servicePlan = {
  heading: "SMS service plan",
  where: ["SMS", "Service APIs", "REST configuration"],
  note: "The plan’s id and its API token. A plan works in its own region and in no other.",
};

export const planRegion = { label: "Region of the plan", help: "The page names it above the plan’s id." };

export const planRegions = [
  { value: "us", label: "United States" },
  { value: "eu", label: "European Union" },
  { value: "au", label: "Australia" },
  { value: "br", label: "Brazil" },
  { value: "ca", label: "Canada" },
];

export const planId = { label: "Service plan id", help: "32 letters and digits.", missing: "Enter the service plan id." };
export const smsToken = { label: "API token", help: "32 letters and digits, behind “Show”.", missing: "Enter the API token." };

export const project = {
  heading: "Project access key",
  where: ["Settings", "Access keys"],
  note: "The key’s secret is shown once, when the key is made. If nobody kept it, make a new key.",
};

export const projectRegion = { label: "Region of the project’s SMS" };

export const projectRegions = planRegions.filter(({ value }) => value === "us" || value === "eu");

export const projectId = { label: "Project id", help: "32 characters in five groups, with dashes between.", missing: "Enter the project id." };
export const keyId = { label: "Key id", help: "It names the access key. Sinch also calls it client id.", missing: "Enter the key id." };
export const keySecret = { label: "Key secret", missing: "Enter the key secret." };

export const sender = {
  label: "Sender of your texts (optional)",
  help: "Your own number, or a name of up to 11 letters that Sinch has registered for you. Left empty, Sinch takes your account’s own.",
};

/**
 * What is wrong with an id that can't be one: it may have letters, digits, dots, dashes and underscores.
 * @param {string} typed
 */
export const strayInId = (typed) =>
  /^[A-Za-z0-9._-]{1,128}$/.test(typed) ? null : "This holds a character that Sinch never uses here. Copy it again, without what stands around it.";
