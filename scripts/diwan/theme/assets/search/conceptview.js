/* Concepts that a query names: their names in all languages, how many articles each finds, one click to search all. */

import { make, spoken } from "./dom.js";
import { leaves } from "./parse.js";

/** Concepts offered at a time. */
const OFFERED = 3;

/** Return the offers for a search, and the concepts it already searches with their names to switch off and on. */
export function conceptView(names, found, context) {
  const searched = leaves(found.tree).filter((leaf) => leaf.concept);
  const offers = names.in(found.tree.all).slice(0, OFFERED);
  if (!searched.length && !offers.length) return null;
  return make("section", { class: "dw-offers", "aria-label": context.say("search.concepts") },
    searched.map((leaf) => searchedCard(leaf.concept, context)), offers.map((offer) => offerCard(offer, found, context)));
}

function offerCard({ named, first, last }, found, context) {
  const { say } = context;
  return make("div", { class: "dw-offer", "data-concept": named.key }, head(named, context),
    make("button", { type: "button", class: "dw-offer__all", onclick: () => context.change({ query: replaced(found, first, last, named) }) },
      say("search.concept.all", { count: named.total })),
    make("details", {}, make("summary", {}, say("search.concept.names", { count: named.variants.length })), nameList(named, context, false)));
}

/** Return the query with the words that name a concept replaced by the concept. */
function replaced({ tree, query }, first, last, named) {
  const [start, end] = [tree.all[first].at.start, tree.all[last].at.end];
  return `${query.slice(0, start).trim()} concept:${named.key} ${query.slice(end).trim()}`.trim();
}

function searchedCard(named, context) {
  return make("div", { class: "dw-offer dw-offer--on", "data-concept": named.key }, head(named, context),
    make("details", { open: true }, make("summary", {}, context.say("search.concept.names", { count: named.variants.length })), nameList(named, context, true)));
}

function head(named, { say, ui, root, prefix }) {
  const folder = { theme: "themes", entity: "entities", outlet: "outlets" }[named.kind];
  const address = folder ? `${root}${prefix}${folder}/${named.id}/` : `${root}${prefix}events/#${named.id}`;
  return make("p", { class: "dw-offer__head" }, make("span", { class: "dw-offer__kind" }, say(`search.kind.${named.type}`)), " ",
    make("a", { href: address }, make("bdi", {}, named.labels[ui === "ar" ? 1 : 0])));
}

function nameList(named, context, switchable) {
  const rows = named.variants.filter((variant) => variant.count || !switchable).map((variant) => [variant.written, variant, variant.count]);
  rows.sort((one, other) => other[2] - one[2]);
  if (named.filed) rows.unshift(["", null, named.filed]);
  return make("ul", { class: "dw-offer__names" }, rows.map(([written, variant, count]) => {
    const label = variant ? make("bdi", spoken(variant.languages[0]), written) : context.say(`search.filed.${named.type}`);
    const counted = make("span", { class: "dw-count", "data-count": count }, make("bdi", {}, String(count)));
    return make("li", {}, switchable ? make("label", {}, box(named, written, context), label, " ", counted) : [label, " ", counted]);
  }));
}

function box(named, written, { state, change }) {
  const name = `${named.key}|${written}`;
  return make("input", {
    type: "checkbox", value: name, checked: !state.off.includes(name),
    onchange: () => change({ off: state.off.includes(name) ? state.off.filter((other) => other !== name) : [...state.off, name] }),
  });
}
