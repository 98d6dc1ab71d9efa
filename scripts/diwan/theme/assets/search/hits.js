/* Hits: where in an article the words asked for stand, found in its fragment by the forms the index named. */

import { fold } from "./fold.js";
import { leaves } from "./parse.js";
import { tokens } from "./words.js";

/** Return a function that gives the hits in a part of a fragment: start, end, which leaf, how near (0 is exact). */
export function hitFinder(tree, off = []) {
  const asked = leaves(tree).filter((leaf) => !leaf.field || leaf.concept);
  const words = asked.flatMap((leaf, number) => (leaf.forms ? [{ number, forms: leaf.forms }] : []));
  const phrases = asked.flatMap((leaf, number) => (leaf.sequence ? [{ number, sequence: leaf.sequence }] : []));
  const concepts = new Map(asked.flatMap((leaf, number) => (leaf.concept ? [[leaf.concept.number, { number, leaf }]] : [])));
  const silent = new Set(off);

  return (part) => {
    const stream = [...tokens(part.text, part.language)];
    const found = [...ofWords(stream), ...ofPhrases(stream), ...ofConcepts(part)];
    return found.sort((one, other) => one.start - other.start || other.end - one.end);
  };

  function* ofWords(stream) {
    for (const { form, start, end } of stream) {
      for (const { number, forms } of words) {
        const level = forms.get(form);
        if (level !== undefined) yield { start, end, leaf: number, level };
      }
    }
  }

  function* ofPhrases(stream) {
    for (const { number, sequence } of phrases) {
      for (let at = 0; at + sequence.length <= stream.length; at += 1) {
        if (sequence.every((forms, step) => forms.has(stream[at + step].form))) {
          const level = Math.max(...sequence.map((forms, step) => forms.get(stream[at + step].form)));
          yield { start: stream[at].start, end: stream[at + sequence.length - 1].end, leaf: number, level };
        }
      }
    }
  }

  function* ofConcepts({ text, mentions }) {
    for (let place = 0; place < mentions.length; place += 3) {
      const wanted = concepts.get(mentions[place + 2]);
      if (!wanted) continue;
      const [start, end] = [mentions[place], mentions[place] + mentions[place + 1]];
      if (silent.size && isSilent(wanted.leaf.concept, text.slice(start, end), silent)) continue;
      yield { start, end, leaf: wanted.number, level: 0 };
    }
  }
}

function isSilent(named, written, silent) {
  const folded = fold(written).replace(/\s/gu, "");
  const fitting = named.variants.map((variant) => [bare(variant.written), variant.written]).filter(([key]) => folded.endsWith(key));
  fitting.sort((one, other) => other[0].length - one[0].length);
  return fitting.length > 0 && silent.has(`${named.key}|${fitting[0][1]}`);
}

function bare(written) {
  const folded = fold(written).replace(/\s/gu, "");
  return folded.startsWith("ال") && folded.length > 4 ? folded.slice(2) : folded;
}

/** Passages shown of one article. */
const SHOWN = 3;

/** Return the parts of a fragment that say most of what was asked, in the article's order, each with its hits. */
export function bestPassages(fragment, finder, most = SHOWN) {
  const found = fragment.parts.map((part, place) => ({ part, place, hits: finder(part) }))
    .filter(({ part, hits }) => hits.length && !["t", "a", "o"].includes(part.field));
  const worth = ({ part, hits }) => {
    const leavesHere = new Set(hits.map((hit) => hit.leaf)).size;
    const exact = hits.filter((hit) => hit.level === 0).length;
    return leavesHere * 10 + Math.min(exact, 4) + Math.min(hits.length, 4) / 2 + ({ p: 3, n: -12 }[part.field] ?? 0);
  };
  return found.sort((one, other) => worth(other) - worth(one) || one.place - other.place).slice(0, most)
    .sort((one, other) => one.place - other.place);
}

/** Characters of context before the first hit, and of a passage in all. */
const BEFORE = 70;
const LENGTH = 260;

/** Return the stretch of a text that holds the most different hits near each other: cut at words, with the hits in it. */
export function excerpt(text, hits) {
  const first = densest(hits);
  let start = Math.max(0, first.start - BEFORE);
  let end = Math.min(text.length, Math.max(start + LENGTH, first.end));
  start = Math.max(0, Math.min(start, end - LENGTH));
  if (start > 0) start = text.indexOf(" ", start) + 1 || start;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), first.end);
  if (start > first.start) start = first.start;
  return { start, end, hits: hits.filter((hit) => hit.start >= start && hit.end <= end) };
}

function densest(hits) {
  let best = hits[0];
  let most = 0;
  for (const hit of hits) {
    const near = new Set(hits.filter((other) => other.start >= hit.start && other.end <= hit.start + LENGTH - BEFORE).map((other) => other.leaf)).size;
    if (near > most) [best, most] = [hit, near];
  }
  return best;
}

/** Yield a text in pieces, each with whether it is hit; hits that overlap are one. */
export function* pieces(text, hits, start = 0, end = text.length) {
  let at = start;
  for (const hit of hits) {
    if (hit.end <= at) continue;
    const from = Math.max(hit.start, at);
    if (from > at) yield { text: text.slice(at, from), hit: false };
    yield { text: text.slice(from, hit.end), hit: true };
    at = hit.end;
  }
  if (at < end) yield { text: text.slice(at, end), hit: false };
}
