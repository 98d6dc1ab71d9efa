/* Words, as in diwan/search/words.py: a text cut into words, each in the form in which it is looked up. */

import { fold } from "./fold.js";

const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])`;
const INITIAL = `(?:(?![${UNSPACED}\\p{Nd}])[\\p{L}\\p{N}])`;
const RUN = `${LETTER}+(?:[\\p{M}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]+${LETTER}*)*`;
const WORD = new RegExp(
  `[${UNSPACED}]+|${INITIAL}(?:\\.${INITIAL})+(?![\\p{L}\\p{N}])|${RUN}(?:['’]${RUN}|(?<=[א-ת])["״׳](?=[א-ת])${RUN})*`, "gu");
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
const PLAIN = /^[\p{L}\p{N}]+$/u;
const NO_LETTER = /[^\p{L}\p{N}\p{M}]/gu;
const ELIDED = new Set(["l", "d", "j", "n", "s", "c", "m", "t", "qu", "dell", "all", "nell", "sull", "un"]);
const ELIDED_REST = 2;

/** Return the words of a text: where each begins and ends, and its forms in a text of *language*. */
export function* wordsIn(text, language = "") {
  for (const found of text.matchAll(WORD)) {
    yield { start: found.index, end: found.index + found[0].length, written: found[0], forms: formsOf(found[0], language) };
  }
}

/** Return every form of a text with the stretch it stands for: what phrases and hits are found in. */
export function* tokens(text, language) {
  for (const word of wordsIn(text, language)) {
    if (UNSPACED_START.test(word.written)) {
      const characters = [...word.written];
      let start = word.start;
      for (let place = 0; place < characters.length; place += 1) {
        const end = start + characters[place].length;
        yield { form: word.forms[place], start, end: place + 1 < characters.length ? end + characters[place + 1].length : end };
        start = end;
      }
    } else if (word.forms.length) {
      yield { form: word.forms[0], start: word.start, end: word.end };
    }
  }
}

const kept = new Map();

/** Return the forms of a word: one, or the pairs of a run of characters without spaces, or none. */
export function formsOf(word, language = "") {
  const key = language === "tr" ? `tr ${word}` : word;
  let forms = kept.get(key);
  if (!forms) {
    forms = UNSPACED_START.test(word) ? pairs([...word].map(fold)) : [form(word, language)].filter(Boolean);
    kept.set(key, forms);
  }
  return forms;
}

export function isUnspaced(word) {
  return UNSPACED_START.test(word);
}

function pairs(characters) {
  return characters.map((character, place) => character + (characters[place + 1] ?? ""));
}

function form(word, language) {
  const folded = fold(word);
  if (PLAIN.test(folded)) return folded;
  let pieces = folded.split("'");
  if (pieces.length > 1) {
    if (language === "tr") pieces = pieces.slice(0, 1);
    else if (pieces.at(-1) === "s") pieces = pieces.slice(0, -1);
    else if (ELIDED.has(pieces[0]) && pieces[1].length >= ELIDED_REST) pieces = pieces.slice(1);
  }
  return pieces.join("").replace(NO_LETTER, "");
}
