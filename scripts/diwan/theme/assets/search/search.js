/* A search from end to end, without a page: what the page, the box and the tests all call. */

import { correct } from "./corrections.js";
import { evaluate } from "./evaluate.js";
import { countFacets, countTexts, select } from "./facets.js";
import { openIndex } from "./index.js";
import { openNames } from "./names.js";
import { leaves, parse } from "./parse.js";
import { ranked } from "./rank.js";

/**
 * Search for *query*, narrowed to the values *chosen* by facet; return the articles in order, the counts of all
 * facets by the unit *count*, and the tree with what each part of the query found.
 */
export async function search(query, { chosen = {}, sort = "best", off = [], count = "articles" } = {}) {
  const index = await openIndex();
  const parsed = parse(query);
  const named = leaves(parsed).some((leaf) => leaf.field === "concept");
  const tree = await evaluate(index, named ? await openNames() : null, parsed, new Set(off));
  const articles = select(index, tree.hits, chosen);
  return {
    index, query, tree, sort,
    articles: ranked(index, tree, articles, sort === "best" && !asks(tree) ? "newest" : sort),
    texts: countTexts(index, articles),
    counts: countFacets(index, tree.hits, chosen, count),
    found: tree.hits.reduce((sum, hit) => sum + hit, 0),
  };
}

/** Whether a query asks for anything that can stand in a text. */
export function asks(tree) {
  return leaves(tree).some((leaf) => !leaf.field || leaf.field === "concept");
}

/** Return the query with words that nothing has replaced by the nearest that something has, or null. */
export async function corrected({ index, query, tree }) {
  let better = query;
  let changed = false;
  for (const leaf of leaves(tree).reverse()) {
    if (!(leaf.word || leaf.phrase) || leaf.hits.some(Boolean)) continue;
    const words = leaf.word ? [leaf.word] : leaf.phrase;
    for (const word of [...words].reverse()) {
      const right = await correct(index, word.forms[0]);
      const at = right ? better.lastIndexOf(word.written) : -1;
      if (at < 0) continue;
      better = better.slice(0, at) + right + better.slice(at + word.written.length);
      changed = true;
    }
  }
  return changed ? better : null;
}

/** Return the query with words that nothing has taken for the beginnings of words, if that finds anything, or null. */
export async function lengthened({ query, tree }) {
  const unknown = leaves(tree).filter((leaf) => leaf.word && !leaf.hits.some(Boolean));
  let longer = query;
  for (const { at } of unknown.reverse()) longer = `${longer.slice(0, at.end)}*${longer.slice(at.end)}`;
  return unknown.length && (await search(longer)).articles.length ? longer : null;
}
