// English: the page of the channels, and of what carries each.

/** @typedef {import("../../types/wire.ts").Carrier} Carrier */
/** @typedef {import("../../types/wire.ts").ChannelView} ChannelView */
/** @typedef {import("../../types/wire.ts").RouteView} RouteView */

export const page = {
  heading: "Channels",
  purpose: "How a code can reach the customer. Staff are offered those that something carries.",
};

/** @type {Readonly<Record<ChannelView, { label: string, help: string }>>} */
export const channels = {
  sms: { label: "Text message", help: "The usual way." },
  call: { label: "Phone call", help: "A voice speaks the code: for landlines, and where texts do not arrive." },
  whatsApp: { label: "WhatsApp message", help: "For customers who have WhatsApp on that number." },
  flashCall: { label: "Missed call", help: "The number that calls is the code. The customer does not answer." },
};

/** @type {Readonly<Record<RouteView, string>>} */
const products = { sinchSms: "Sinch SMS", sinchVerification: "Sinch Verification" };

/** @type {Readonly<Record<Carrier, { label: string, help?: string }>>} */
export const carriers = {
  usual: { label: "Whatever is set up", help: "Sinch SMS for texts where there is an account for it, otherwise Sinch Verification." },
  sinchSms: { label: products.sinchSms, help: "The code is drawn here, and the text is yours." },
  sinchVerification: { label: products.sinchVerification, help: "Sinch draws the code, words the message and checks it." },
  off: { label: "Off", help: "Staff are not offered it." },
};

/** @type {typeof carriers} */
export const carriersOfOthers = {
  ...carriers,
  usual: { label: carriers.usual.label, help: "Sinch Verification, where it is set up." },
};

/** @param {string} channel */
export const carriedByLabel = (channel) => `What carries it: ${channel.toLowerCase().replace("whatsapp", "WhatsApp")}`;

export const textsOnly = "Sinch SMS carries text messages only.";

/** @type {Readonly<Record<RouteView, string>>} */
export const noAccount = {
  sinchSms: "No Sinch SMS account is set up. Enter one on the page Sinch first.",
  sinchVerification: "No Sinch Verification application is set up. Enter one on the page Sinch first.",
};

/** @param {RouteView} route */
export const carriedBy = (route) => `Offered to staff, carried by ${products[route]}.`;

export const carriedByNothing = "Not offered to staff: nothing is set up that carries it.";

export const notOffered = "Not offered to staff.";
