// Counted things as a language says them: "1 customer", "2 customers". The rules are Intl's.

/**
 * The forms that our languages have for counted things, with `#` where the number stands.
 * @typedef {object} Forms
 * @property {string} one
 * @property {string} other
 */

/**
 * @param {string} language
 * @returns {(count: number, forms: Forms) => string}
 */
export function countsIn(language) {
  /** @type {{ rules: Intl.PluralRules, numbers: Intl.NumberFormat } | null} */
  let made = null;
  return (count, { one, other }) => {
    made ??= { rules: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
    const form = made.rules.select(count) === "one" ? one : other;
    return form.replace("#", made.numbers.format(count));
  };
}
