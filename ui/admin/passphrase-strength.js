// A hint at how hard a passphrase is to guess. Only a hint: what is too short is refused by the core.

const SHORTEST = 12;
const STRONG = 20;
const STRONG_WORDS = 5;
const VARIED = 7;

/**
 * @param {string} passphrase
 * @returns {"none" | "short" | "weak" | "fair" | "strong"}
 */
export function strengthOf(passphrase) {
  const characters = [...passphrase];
  if (characters.length === 0) return "none";
  if (characters.length < SHORTEST) return "short";
  if (new Set(characters).size < VARIED) return "weak";
  const words = new Set(passphrase.split(/[\s\-_.]+/).filter((word) => word.length > 2));
  return words.size >= STRONG_WORDS || characters.length >= STRONG ? "strong" : "fair";
}
