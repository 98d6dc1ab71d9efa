/* The query language: words, "phrases", -exclusion, prefix*, OR, and filters such as year:2024..2026. */

import { formsOf, isUnspaced, wordsIn } from "./words.js";

/** Names of filters as readers type them, in both languages of the interface. */
const FIELDS = {
  outlet: "outlet", source: "outlet", country: "country", lang: "language", language: "language", theme: "theme",
  kind: "kind", type: "kind", access: "access", read: "read", year: "year", date: "year", stance: "stance", concept: "concept", differ: "differ",
  منبر: "outlet", المنبر: "outlet", بلد: "country", البلد: "country", لغة: "language", اللغة: "language",
  موضوع: "theme", الموضوع: "theme", نوع: "kind", النوع: "kind", سنة: "year", السنة: "year", موقف: "stance",
  الموقف: "stance", مفهوم: "concept", خلاف: "differ", قراءة: "read",
};
const OR = /^(?:OR|\||أو)$/;
const NOT = /^(?:NOT|ليس)$/;
const PIECE = /\s*(?:([-−–!])(?=[^\s-]))?(?:(\p{L}+):(?:["“”„«]([^"“”„»]*)["“”„»]?|(\S+))|["“”„«]([^"“”„»]*)["“”„»]?|([^\s"“”„«»]+))/gu;

/**
 * Return a query as a tree: { all: [...] } of nodes { any: [...] }, { not: node }, { word }, { phrase: [words] },
 * { prefix }, { field, value }. A word is { written, forms }: any of its forms will do.
 */
export function parse(query) {
  const all = [];
  let joined = false;
  let negated = false;
  for (const found of query.matchAll(PIECE)) {
    const [, minus, name, quotedValue, value, quoted, plain] = found;
    if (plain !== undefined && !minus && OR.test(plain)) {
      joined = all.length > 0;
      continue;
    }
    if (plain !== undefined && !minus && NOT.test(plain)) {
      negated = true;
      continue;
    }
    const at = { start: found.index + found[0].length - found[0].trimStart().length, end: found.index + found[0].length };
    for (const node of nodesOf(name, quotedValue ?? value, quoted, plain, found[0].trimStart())) {
      place(all, { ...node, at }, { not: Boolean(minus) || negated, joined });
      joined = false;
    }
    negated = false;
  }
  return { all };
}

function place(all, node, { not, joined }) {
  const last = all.at(-1);
  if (not) all.push({ not: node, at: node.at });
  else if (joined && last && !last.not) all[all.length - 1] = { any: [...(last.any ?? [last]), node], at: { ...node.at, start: last.at.start } };
  else all.push(node);
}

function* nodesOf(name, value, quoted, plain, written) {
  const field = name && FIELDS[name.toLowerCase()];
  if (field) {
    if (value) yield { field, value: value.trim(), written };
  } else if (name) {
    yield* plainNodes(written.replace(/^[-−–!]/u, "").replace(/["“”„«»]/gu, " "));
  } else if (quoted !== undefined) {
    const words = phraseWords(quoted);
    if (words.length > 1) yield { phrase: words, written: quoted.trim(), quoted: true };
    else if (words.length) yield { phrase: words, written: quoted.trim(), quoted: true };
  } else {
    yield* plainNodes(plain);
  }
}

/** Commas and slashes part words; hyphens, dots and apostrophes hold them together as a phrase. */
function* plainNodes(text) {
  for (const piece of text.split(/[\s,;،؛/()[\]{}]+/u)) {
    const words = phraseWords(piece);
    if (!words.length) continue;
    if (piece.endsWith("*") && words.length === 1) yield { prefix: words[0].forms[0], written: piece };
    else if (words.length === 1) yield { word: words[0], written: words[0].written };
    else yield { phrase: words, written: piece };
  }
}

function phraseWords(text) {
  const words = [];
  for (const { written, forms } of wordsIn(text)) {
    if (isUnspaced(written)) {
      // A run of characters is the phrase of its pairs; its last character alone says nothing more.
      const pairs = forms.length > 1 ? forms.slice(0, -1) : forms;
      for (const form of pairs) words.push({ written: form, forms: [form], start: forms.length === 1 });
    } else if (forms.length) {
      // A Turkish name before its ending is another way to read an apostrophe.
      words.push({ written, forms: [...new Set([...forms, ...formsOf(written, "tr")])] });
    }
  }
  return words;
}

/** Return every leaf of a tree that is asked for, not excluded. */
export function leaves(node) {
  if (node.all) return node.all.flatMap(leaves);
  if (node.any) return node.any.flatMap(leaves);
  return node.not ? [] : [node];
}
