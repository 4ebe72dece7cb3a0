// English: what a credential looks like that was put into another's field.

/** @typedef {import("../../types/wire.ts").CredentialLook} CredentialLook */

/** @type {Readonly<Record<string, string>>} */
const likenesses = {
  uuid: "an application key, a project id or a key id",
  planOrToken: "a service plan’s id or its token",
  applicationSecret: "an application secret of Sinch Verification",
};

const COPY_AGAIN = "Copy it again, without what stands around it.";

/** @type {Readonly<Record<string, string>>} */
const problems = {
  empty: "There is nothing in it.",
  stray: `This holds a character that Sinch never uses here. ${COPY_AGAIN}`,
  unseen: `This holds a mark that nobody sees. ${COPY_AGAIN}`,
  quoted: `There are quotation marks around this. ${COPY_AGAIN}`,
  pair: "This looks like a key and its secret in one, with a colon between. Copy each by itself.",
  json: `This is a piece of JSON. ${COPY_AGAIN}`,
  url: "This is an address. Copy what the dashboard calls by this field’s name.",
  header: `This is a whole header. ${COPY_AGAIN}`,
  assignment: `This is a line of a settings file. ${COPY_AGAIN}`,
  notBase64: "This is no application secret: that has only letters, digits, + and /, and ends in =. Copy it whole.",
  cutShort: "This stops midway. Copy it whole.",
  tooLong: "This is longer than any credential of Sinch. Copy it again, by itself.",
};

/**
 * What speaks against a credential, in a sentence; nothing where this version has no words for it.
 * @param {string} code
 */
export const problem = (code) => problems[code];

/** @param {CredentialLook} look */
export function remark({ looks, problem: code, otherwise }) {
  if (otherwise !== null) return `This looks like ${likenesses[otherwise] ?? "another credential"}. Check that it is in the right field.`;
  if (code !== null && problems[code] !== undefined) return problems[code];
  return looks === "unfit" ? "This can’t be used here. Check that it was copied whole." : "";
}
