// English: why a setting or a secret can't be saved, by the core's stable codes. Each says what to do.

import { problem as credentialProblem } from "./looks.js";

/** @type {Readonly<Record<string, string>>} */
const problems = {};

/** @param {string} code */
export const problem = (code) =>
  credentialProblem(code) ?? problems[code] ?? `This can’t be used as it is (${code}). Check it.`;
