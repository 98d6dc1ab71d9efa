/* Folding, as in diwan/text/fold.py: spellings that readers take for the same become the same. */

const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;
const INVISIBLE = /[\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const LETTERS = new Map(Object.entries({
  "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه",
  "ک": "ك", "ڪ": "ك", "ı": "i", "ё": "е", "’": "'", "ʼ": "'", "ʻ": "'", "׳": "'", "״": '"',
}));
const KEEP_MARKS = new Set("йїўќѓЙЇЎЌЃ");
const DIGIT = /\p{Nd}/u;
const known = new Map();

/** Return a text folded. */
export function fold(text) {
  let folded = "";
  for (const character of text) folded += known.get(character) ?? learn(character);
  return folded;
}

function learn(character) {
  const folded = foldCharacter(character);
  known.set(character, folded);
  return folded;
}

function foldCharacter(character) {
  if (KEEP_MARKS.has(character)) return character.toLowerCase();
  if (INVISIBLE.test(character)) return "";
  const spread = foldCase(character.normalize("NFKC")).normalize("NFKD");
  let folded = "";
  for (const letter of spread.replace(MARKS, "").normalize("NFC")) folded += digit(LETTERS.get(letter) ?? letter);
  return folded;
}

/** Unicode's case folding by what JavaScript has: capitals first, so that ß becomes ss and final sigma a sigma. */
function foldCase(text) {
  let folded = "";
  for (const letter of text) folded += letter === "ı" ? letter : letter === "ẞ" ? "ss" : letter.toUpperCase().toLowerCase();
  return folded;
}

/** Decimal digits stand ten in a row, from a code that ends in 0 or in 6. */
function digit(letter) {
  if (letter < "\u0660" || !DIGIT.test(letter)) return letter;
  const code = letter.codePointAt(0);
  const fromZero = DIGIT.test(String.fromCodePoint((code & ~15) + 5));
  return String((code & 15) - (fromZero ? 0 : 6));
}
