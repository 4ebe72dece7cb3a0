// What a language has to say: all that English says and of the same shape, in its own words.

type Spoken<Words> = Words extends string
  ? string
  : Words extends (...given: never[]) => unknown
    ? Words
    : { readonly [Key in keyof Words]: Spoken<Words[Key]> };

export type Speech = Spoken<typeof import("../words/en/index.js")>;
