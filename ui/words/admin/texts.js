// English: the page of the texts that carry codes, and what there is to say about a wording.

export const page = {
  heading: "Texts",
  purpose: "What a text of Sinch SMS says, in each language. Sinch Verification, calls and WhatsApp have Sinch’s own wording.",
};

export const language = "Language of the text";

/** @param {string} name */
export const withOwn = (name) => `${name} (own)`;

/** @param {string} name */
export const wording = (name) => ({ label: `Wording in ${name}` });

export const whose = [
  { value: "app", label: "Countersign’s own", help: "One text at the lowest price, in letters that every phone has." },
  { value: "own", label: "Yours", help: "The places in curly brackets are filled in. {code} must be among them." },
];

export const template = "Your wording";

export const places = "Put in a place";

/** What can be put into a wording, as it is written there. */
export const placesToPut = [
  { place: "{code}", label: "Code" },
  { place: "{site}", label: "Organisation" },
  { place: "{desk}", label: "Desk" },
  { place: "{minutes}", label: "Minutes" },
];

export const preview = "On the customer’s phone";

export const nothingYet = "Nothing is written yet.";

/** Countersign's own wording, where it is chosen. */
export const appsOwn = "Countersign’s own";

/**
 * What a text costs and how much room is left.
 * @param {{ encoding: "gsm7" | "ucs2", units: number, parts: number, oneMore: number }} size
 */
export function size({ encoding, units, parts, oneMore }) {
  return [
    { name: "Letters", value: encoding === "gsm7" ? "GSM-7: every phone has them" : "UCS-2: less than half fit in" },
    { name: "Costs", value: parts === 1 ? "1 text" : `${parts} texts` },
    { name: "Length", value: `${units} ${units === 1 ? "character" : "characters"}` },
    { name: "Room left", value: `${oneMore} before it costs ${parts + 1} texts` },
  ];
}

/**
 * With these a wording can’t be used. Each says what to do.
 * @type {Readonly<Record<string, string>>}
 */
const refusals = {
  "text.no_code": "Nowhere does it say the code. Put in {code}.",
  "text.repeated": "A place is there twice. Take one of them out: only a last line @host #{code} repeats the code.",
  "text.unknown_place": "Curly brackets only mark {code}, {site}, {desk} and {minutes}. Mend the place, or take the bracket out.",
  "text.parameter": "Sinch would replace what begins with ${. Write it without the $.",
  "text.unseen": "Here is a character that nobody sees. Delete it: it may have come with a paste.",
  "text.long_number": "A number of four digits or more could be taken for the code. Take it out, or put spaces into it.",
  "text.crowded": "A place touches a digit or another place, so they would run together. Put a space or a word between.",
  "text.domain_line": "A line that begins with @ must be the last one, and read exactly @host #{code}, such as @harbour.example #{code}.",
  "text.too_long": "The text takes more than three parts. Shorten it.",
};

/** It can be used with these, but. @type {Readonly<Record<string, string>>} */
const cautions = {
  "text.not_gsm7": "This letter is not among those that every phone has, so less than half as much fits into a text. Use another one if you can.",
  "text.several_parts": "Each code costs more than one text.",
  "text.name_cut": "A name is cut to fit. Shorten the wording, or the name.",
};

/** @param {string} code */
export const problem = (code) => refusals[code] ?? cautions[code] ?? `This wording can’t be used as it is (${code}).`;

/** @param {number} line @param {number} character */
export const where = (line, character) => (line === 1 ? `Character ${character}` : `Line ${line}, character ${character}`);

/** @param {string} where @param {string} sentence */
export const problemAt = (where, sentence) => `${where}: ${sentence}`;

export const showWhere = "Show where";

/** @param {string} sentence */
export const showWhereOf = (sentence) => `Show where: ${sentence}`;
