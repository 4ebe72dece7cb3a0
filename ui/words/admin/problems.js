// English: why a setting or a secret can't be saved, by the core's stable codes. Each says what to do.

/** @type {Readonly<Record<string, string>>} */
const problems = {
  empty: "Enter it.",
  stray: "It holds a character that Sinch never uses there. Copy it again, without what stands around it.",
  notBase64: "An application secret ends in = or ==, and has only letters, digits, + and /. Copy it whole from Sinch’s dashboard.",
  tooLong: "That is more than this computer’s keyring can keep. Check what you pasted.",
};

/** @param {string} code */
export const problem = (code) => problems[code] ?? `This can’t be used as it is (${code}). Check it.`;
