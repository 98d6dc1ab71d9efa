/* The concordance: every hit on a line of its own, with what stands left and right of it. */

import { hitFinder } from "./hits.js";

/** Characters of context on either side. */
const CONTEXT = 90;
/** Articles read at a time. */
const BATCH = 24;
/** Articles whose lines are read before the reader asks for more. */
export const READ_FIRST = 400;

/** Return the lines of *articles*; calls *progress* with how many articles were read. */
export async function concordance({ index, tree }, articles, off, progress = () => {}) {
  const finder = hitFinder(tree, off);
  const lines = [];
  for (let start = 0; start < articles.length; start += BATCH) {
    const fragments = await Promise.all(articles.slice(start, start + BATCH).map((article) => index.fragment(article)));
    for (const fragment of fragments) lines.push(...linesOf(fragment, finder));
    progress(Math.min(start + BATCH, articles.length));
  }
  return lines;
}

function linesOf(fragment, finder) {
  return fragment.parts.flatMap((part) => single(finder(part)).map((hit) => ({
    fragment, part, hit,
    left: part.text.slice(Math.max(0, hit.start - CONTEXT), hit.start),
    key: part.text.slice(hit.start, hit.end),
    right: part.text.slice(hit.end, hit.end + CONTEXT),
  })));
}

/** Two parts of a query may hit the same words: one line is enough. */
function single(hits) {
  return hits.filter((hit, place) => !hits.slice(0, place).some((other) => other.start === hit.start && other.end === hit.end));
}

/** Return lines in the order wanted: as found, by what stands left or right, by date, by outlet. */
export function sorted(lines, order, { index, outletOf }) {
  const collator = new Intl.Collator(undefined, { ignorePunctuation: true, sensitivity: "base" });
  const words = (text) => text.trim().split(/\s+/u);
  const keys = {
    left: ({ left }) => words(left).reverse().join(" "),
    right: ({ right }) => words(right).join(" "),
    outlet: ({ fragment }) => outletOf(fragment.article),
  };
  if (order === "date") return [...lines].sort((one, other) => index.rank[one.fragment.article] - index.rank[other.fragment.article]);
  if (!keys[order]) return lines;
  const keyed = lines.map((line) => [keys[order](line), line]);
  return keyed.sort((one, other) => collator.compare(one[0], other[0])).map(([, line]) => line);
}
