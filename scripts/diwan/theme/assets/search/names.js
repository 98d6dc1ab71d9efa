/* Concepts: which of them a query names, in any spelling of any language. */

import { fold } from "./fold.js";
import { openIndex } from "./index.js";

let opened = null;

/** Return the names of all concepts, loading them the first time. */
export function openNames() {
  opened ??= openIndex().then((index) => index.files.json("names.bin")).then((rows) => new Names(rows)).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Words of a query that together may be one name. */
const WORDS_MAX = 8;

class Names {
  constructor(rows) {
    this.all = rows.map(([kind, type, id, labels, total, filed, variants], number) => ({
      number, kind, type, id, key: `${kind}:${id}`, labels, total, filed,
      variants: variants.map(([written, languages, count]) => ({ written, languages: languages.split(" "), count })),
    }));
    this.keys = new Map(this.all.map((named) => [named.key, named]));
    this.found = new Map();
    for (const named of this.all) {
      if (!named.total) continue;
      for (const { written } of named.variants) this.#add(keyOf(written), named);
      // People are looked for by their last name.
      if (named.type === "person") for (const { written } of named.variants) if (/\s/u.test(written.trim())) this.#add(keyOf(written.trim().split(/\s+/u).at(-1)), named);
    }
  }

  #add(key, named) {
    const known = this.found.get(key);
    if (!known) this.found.set(key, [named]);
    else if (!known.includes(named)) known.push(named);
  }

  /** Return a concept by its key, or by its id alone. */
  byId(id) {
    return this.keys.get(id) ?? this.all.find((named) => named.id === id) ?? null;
  }

  /** Return the concepts that words of a query name, each with the words: longest names first, no word in two names. */
  in(nodes) {
    const offers = [];
    const words = nodes.map((node) => (node.word ? node.word.written : node.phrase ? node.written : null));
    for (let start = 0; start < words.length;) {
      const match = this.#longest(words, start);
      if (match) {
        for (const named of match.concepts.slice(0, 3)) offers.push({ named, first: start, last: match.end - 1 });
        start = match.end;
      } else {
        start += 1;
      }
    }
    return offers;
  }

  #longest(words, start) {
    for (let end = Math.min(words.length, start + WORDS_MAX); end > start; end -= 1) {
      const span = words.slice(start, end);
      if (span.includes(null)) continue;
      const concepts = this.found.get(keyOf(span.join(" ")));
      if (concepts) return { end, concepts: [...concepts].sort((one, other) => other.total - one.total) };
    }
    return null;
  }

  /** Return the concepts with a name that begins with *text*, or has a word that does: those most found first. */
  suggest(text, most) {
    const wanted = fold(text).trim();
    if (!wanted) return [];
    const found = [];
    for (const named of this.all) {
      if (!named.total) continue;
      const written = named.variants.map((variant) => fold(variant.written));
      const starts = written.some((name) => name.startsWith(wanted));
      if (starts || written.some((name) => name.includes(` ${wanted}`) || name.startsWith(`ال${wanted}`))) found.push([starts, named]);
    }
    found.sort((one, other) => other[0] - one[0] || other[1].total - one[1].total);
    return found.slice(0, most).map(([, named]) => named);
  }
}

/** What all spellings of a name share: folded, without spaces, without the Arabic article. */
export function keyOf(written) {
  const folded = fold(written).replace(/[\s-]+/gu, "");
  return folded.startsWith("ال") && folded.length > 4 ? folded.slice(2) : folded;
}
