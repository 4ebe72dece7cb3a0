// English: the ends that are no proof: staff could not verify the customer, or a supervisor accepted them.

/** @typedef {import("../../types/wire.ts").UnverifiedReason} UnverifiedReason */

/** Words that index.html names. */
export const labels = {
  couldNotVerify: "Could not verify",
  askSupervisor: "Ask a supervisor",
  unverifiedHeading: "Why could the customer not be verified?",
  unverifiedWhy: "Reason",
  unverifiedRemark: "Remark",
  endUnverified: "End without verifying",
  endingBack: "Back",
  supervisorReason: "Why they are accepted",
  supervisorPasscode: "Supervisor’s passcode",
};

/** What is left to a supervisor where a customer could not be verified. */
export const override = {
  heading: "Accept without verification",
  warning: "Only for a supervisor. The customer’s phone proves nothing here: whoever accepts them answers for it. They are never shown as verified.",
  accept: "Accept, not verified",
};

/** @type {Readonly<Record<UnverifiedReason, string>>} */
export const reasons = {
  noPhone: "No phone",
  phoneOff: "Phone off or empty",
  noReception: "No reception",
  wrongNumber: "Not their number",
  customerLeft: "Customer left",
  other: "Something else",
};

export const chooseReason = "Choose a reason.";
export const giveReason = "Write why the customer is accepted.";
export const givePasscode = "Enter the supervisor’s passcode.";
export const notAllowed = "This site leaves no customer to a supervisor’s word. Identify the customer another way.";
export const wrongPasscode = "That is not the supervisor’s passcode.";

export const busy = {
  end: { busy: "Ending…", long: "Still ending…" },
  accept: { busy: "Comparing…", long: "Still comparing…" },
};

/** Why a supervisor can’t be asked, by the core’s codes. @type {Readonly<Record<string, string>>} */
export const supervisorReasons = {
  "supervisor.notSet": "No supervisor’s passcode is set at this desk. Tell your administrator, or identify the customer another way.",
  "supervisor.outOfMemory": "This computer has too little memory left to compare the passcode. Close other programs, then try again.",
};

/** While it is not known whether a code was right. */
export const notWhileUnknown = "Not yet: it is not known whether the last code was right.";

export const unverified = {
  heading: "Not verified",
  /**
   * @param {string} reason
   * @param {string} time of day
   */
  what: (reason, time) => `${reason}. Ended at ${time}.`,
  /**
   * @param {string} reason
   * @param {string} remark
   * @param {string} time of day
   */
  whatRemarked: (reason, remark, time) => `${reason}: ${remark}. Ended at ${time}.`,
  whatNow: "The customer’s number is not proven. Identify them another way.",
};

export const accepted = {
  heading: "Accepted by a supervisor – not verified",
  /**
   * @param {string} reason
   * @param {string} desk
   * @param {string} time of day
   */
  what: (reason, desk, time) => `${reason} (${desk}, ${time})`,
  whatNow: "The customer’s number is not proven.",
};
