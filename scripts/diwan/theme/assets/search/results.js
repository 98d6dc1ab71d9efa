/* Results: each article in its own language and direction, with the passages that answer best. */

import { dateInWords } from "./dates.js";
import { directionOf, make, marked, spoken } from "./dom.js";
import { bestPassages, excerpt, hitFinder, pieces } from "./hits.js";

/** Articles shown at a time. */
export const SHOWN = 10;
/** Articles that fill a window: on a slow processor they stand a tenth of a second sooner than all ten would. */
export const FIRST = 4;

/** Return the elements of some articles found. */
export async function resultItems(found, articles, context) {
  const finder = hitFinder(found.tree, context.state.off);
  const fragments = await Promise.all(articles.map((article) => found.index.fragment(article)));
  return fragments.map((fragment) => make("li", { class: "dw-hit" }, resultCard(fragment, finder, context)));
}

function resultCard(fragment, finder, context) {
  const address = articleAddress(fragment, context);
  const titles = fragment.parts.filter((part) => part.field === "t");
  const title = titleOf(titles, context.ui);
  const gloss = glossOf(titles.filter((part) => part !== title), title, finder, context.ui);
  const passages = bestPassages(fragment, finder);
  const summary = passages.some(({ part }) => part.field === "p") ? null : summaryOf(fragment, context.ui);
  return make("article", {},
    make("h2", { class: "dw-hit__title" }, make("a", { href: address, ...spoken(title.language) }, whole(title, finder))),
    gloss && make("p", { class: "dw-gloss", ...spoken(gloss.language) }, whole(gloss, finder)),
    make("p", { class: "dw-card__meta" }, meta(fragment, context)),
    stances(fragment, context),
    summary && !passages.some(({ part }) => part === summary) && make("p", { class: "dw-hit__summary", ...spoken(summary.language) }, summary.text),
    passages.length > 0 && make("ol", { class: "dw-hit__passages" }, passages.map((passage) => passageItem(passage, address, context))));
}

/** The title of an article; of those that are ours, in square brackets, the reader's. */
function titleOf(titles, ui) {
  const ours = /^\[.*\]$/u.test(titles[0].text);
  return (ours && titles.find((part) => part.language === ui)) || titles[0];
}

/** The title in the reader's language; below one that is in it, only that in which alone something was found. */
function glossOf(glosses, title, finder, ui) {
  const found = (part) => finder(part).length > 0;
  if (title.language === ui) return found(title) ? undefined : glosses.find(found);
  return glosses.find((part) => part.language === ui) ?? glosses[0];
}

function whole(part, finder) {
  return marked(pieces(part.text, finder(part)));
}

function summaryOf({ parts }, ui) {
  const summaries = parts.filter((part) => part.field === "s");
  return summaries.find((part) => part.language === ui) ?? summaries.find((part) => part.language === "en") ?? summaries[0];
}

function meta(fragment, { say, labels, ui }) {
  const { article, date, withheld, opening } = fragment;
  const parts = [
    make("bdi", {}, labels.of("outlet", article)[0]), make("bdi", {}, dateInWords(date, say, ui)),
    labels.of("language", article)[0], labels.of("kind", article)[0],
    opening && make("span", { class: "dw-opening" }, say("read.opening.short")),
    withheld && make("span", { class: "dw-hit__withheld", title: say("search.withheld.why") }, say("search.withheld")),
  ].filter(Boolean);
  return parts.flatMap((part, place) => (place ? [make("span", { class: "dw-dot" }, " · "), part] : [part]));
}

/** The answers of an article to the questions it addresses. */
function stances({ article }, { index, labels, say }) {
  const differ = index.columns.get("differ");
  const differing = [...differ.of(article)].map((number) => differ.values[number]);
  const shown = [...index.columns].filter(([name]) => name.startsWith("stance:")).flatMap(([name, column]) => {
    const [number] = column.of(article);
    const id = column.values[number];
    if (id === "not-coded" || id === "not-addressed") return [];
    return [make("span", { class: "dw-hit__stance" }, `${labels.facet(name)}: `,
      make("span", { class: `dw-stance dw-stance--${id}` }, labels.value(name, number)),
      differing.includes(name.slice("stance:".length)) && make("small", { class: "dw-differ", title: say("stance.unsettled") }, ` ${say("stance.differ")}`))];
  });
  return shown.length ? make("p", { class: "dw-hit__stances" }, shown) : null;
}

function passageItem({ part, hits }, address, { say }) {
  const cut = excerpt(part.text, hits);
  const text = [cut.start > 0 ? "… " : "", ...marked(pieces(part.text, cut.hits, cut.start, cut.end)), cut.end < part.text.length ? " …" : ""];
  const label = part.field === "p" ? part.anchor : say(`search.part.${part.field}`);
  return make("li", { class: "dw-hit__passage" },
    make("a", { href: passageAddress(address, part, hits), ...spoken(part.language) }, text),
    " ", make("small", { class: "dw-hit__where" }, make("bdi", {}, label)));
}

export function articleAddress({ id }, { root, prefix }) {
  return `${root}${prefix}articles/${id}/`;
}

/** The address of a passage, with the stretches to mark in it: the page marks them when it opens (arrive.js). */
export function passageAddress(address, part, hits) {
  if (!part.anchor) return address;
  if (part.field !== "p") return `${address}#${part.anchor}`;
  const spans = [...pieces(part.text, hits)].reduce(({ at, list }, piece) => ({
    at: at + piece.text.length, list: piece.hit ? [...list, `${at}-${at + piece.text.length}`] : list,
  }), { at: 0, list: [] }).list;
  return `${address}?mark=${spans.join(".")}#${part.anchor}`;
}

