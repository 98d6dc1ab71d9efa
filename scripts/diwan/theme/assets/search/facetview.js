/* Facets beside the results: values with exact counts, several at a time; years as bars one can drag over. */

import { make } from "./dom.js";
import { histogram } from "./histogram.js";
import { FACETS, toggled } from "./state.js";

/** Values shown before the reader asks for all. */
const SHOWN = 8;

/** Return the facets of a search that found something. */
export function facetView(found, context) {
  const names = [...FACETS, ...[...found.index.columns.keys()].filter((name) => name.startsWith("stance:"))];
  return names.map((name) => facet(name, found, context)).filter(Boolean);
}

function facet(name, found, context) {
  const { state, labels, opened } = context;
  const counts = found.counts.get(name);
  const chosen = state.chosen[name] ?? [];
  const values = [...counts.keys()].filter((number) => counts[number] || chosen.includes(found.index.columns.get(name).values[number]));
  if (values.length < (name === "differ" ? 1 : 2) && !chosen.length) return null;
  const body = name === "year" ? histogram(found, context) : valueList(name, values, counts, found, context);
  const details = make("details", { class: "dw-facet", "data-facet": name, open: opened.get(name) ?? (chosen.length > 0 || ["language", "theme", "year"].includes(name)) },
    make("summary", {}, labels.facet(name)), body);
  details.addEventListener("toggle", () => opened.set(name, details.open));
  return details;
}

function valueList(name, values, counts, found, context) {
  const { state, labels, say, change, opened } = context;
  const column = found.index.columns.get(name);
  const order = [...values].sort((one, other) => counts[other] - counts[one] || labels.value(name, one).localeCompare(labels.value(name, other)));
  const all = opened.get(`${name} all`) || order.length <= SHOWN + 2;
  const chosen = state.chosen[name] ?? [];
  const list = make("ul", { class: "dw-facet__values" }, order
    .filter((number, place) => all || place < SHOWN || chosen.includes(column.values[number]))
    .map((number) => make("li", {}, make("label", {},
      make("input", {
        type: "checkbox", name, value: column.values[number], checked: chosen.includes(column.values[number]),
        onchange: () => change({ chosen: toggled(state.chosen, name, column.values[number]) }),
      }),
      make("span", { class: "dw-facet__label" }, labels.value(name, number)), " ",
      make("span", { class: "dw-count", "data-count": counts[number] }, make("bdi", {}, String(counts[number])))))));
  if (all) return list;
  return make("div", {}, list, make("button", {
    type: "button", class: "dw-facet__more",
    onclick: () => {
      opened.set(`${name} all`, true);
      context.redraw(`[data-facet="${CSS.escape(name)}"] li:nth-child(${SHOWN + 1}) input`);
    },
  }, say("search.facet.all", { count: order.length })));
}

/** Return the chosen values as buttons that take them away again. */
export function chips({ state, labels, say, change }) {
  const shown = Object.entries(state.chosen).flatMap(([name, ids]) => ids.map((id) => [name, id, name === "year" ? yearsLabel(id) : labels.byId(name, id)]));
  if (!shown.length) return null;
  return make("ul", { class: "dw-chips dw-search__chips", "aria-label": say("search.chips") },
    shown.map(([name, id, label]) => make("li", {}, make("button", {
      type: "button", "aria-label": say("search.chip.remove", { name: `${labels.facet(name)}: ${label}` }),
      onclick: () => change({ chosen: toggled(state.chosen, name, id) }),
    }, `${labels.facet(name)}: `, make("bdi", {}, label), " ", make("span", { "aria-hidden": "true" }, "×")))),
    make("li", {}, make("button", { type: "button", class: "dw-search__clear", onclick: () => change({ chosen: {} }) }, say("search.chips.clear"))));
}

function yearsLabel(range) {
  const [from, to = from] = range.split("..");
  return from === to ? from : `${from}–${to}`;
}
