// English: what a credential looks like that was put into another's field.

/** @typedef {import("../../types/wire.ts").CredentialLook} CredentialLook */

/** @type {Readonly<Record<string, string>>} */
const credentials = {
  applicationKey: "the application key of Sinch Verification",
  applicationSecret: "the application secret of Sinch Verification",
  servicePlanId: "the id of an SMS service plan",
  smsToken: "the API token of an SMS service plan",
  projectId: "a project’s id",
  keyId: "the id of a project’s access key",
  keySecret: "the secret of a project’s access key",
};

/** @type {Readonly<Record<string, string>>} */
const problems = {
  empty: "",
  stray: "It holds a character that Sinch never uses here. Copy it again, without what stands around it.",
  notBase64: "This does not look like an application secret: that ends in = or ==. Copy it whole.",
};

/** @param {CredentialLook} look */
export function remark({ problem, otherwise }) {
  const other = otherwise === null ? undefined : credentials[otherwise];
  if (other !== undefined) return `This looks like ${other}. Check that it is in the right field.`;
  return problems[problem ?? ""] ?? "This does not look as Sinch writes it. Check that it was copied whole.";
}
