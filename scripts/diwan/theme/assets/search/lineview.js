/* The concordance on the page: keywords aligned in the middle, each line in the direction of its own language. */

import { concordance, READ_FIRST, sorted } from "./concordance.js";
import { dateInWords } from "./dates.js";
import { make, spoken } from "./dom.js";
import { articleAddress, passageAddress } from "./results.js";
import { LINE_SORTS } from "./state.js";

/** Lines shown at a time. */
const SHOWN = 100;

/** Return the concordance of a search. */
export async function lineView(found, context, progress) {
  const { say, state, labels, change } = context;
  const articles = found.articles.slice(0, context.readAll ? undefined : READ_FIRST);
  const lines = await concordance(found, articles, state.off, progress);
  const order = sorted(lines, state.lines, { index: found.index, outletOf: (article) => labels.of("outlet", article)[0] });
  const sort = make("label", {}, say("search.lines.sort"), " ", make("select", { onchange: (event) => change({ lines: event.target.value }) },
    LINE_SORTS.map((name) => make("option", { value: name, selected: name === state.lines }, say(`search.lines.${name}`)))));
  const list = make("ol", { class: "dw-lines" });
  const more = make("button", { type: "button", class: "dw-search__more" }, say("search.more"));
  const show = () => {
    const shown = list.children.length;
    list.append(...order.slice(shown, shown + SHOWN).map((line) => lineItem(line, context)));
    more.hidden = list.children.length >= order.length;
  };
  more.addEventListener("click", () => {
    const shown = list.children.length;
    show();
    list.children[shown]?.querySelector("a")?.focus();
  });
  show();
  const rest = found.articles.length - articles.length;
  return make("div", { class: "dw-concordance" },
    make("p", { class: "dw-concordance__head" }, make("span", { "data-lines": lines.length }, say("search.lines.count", { count: lines.length, articles: articles.length })), " ", sort),
    rest > 0 && make("p", { class: "dw-note" }, say("search.lines.rest", { count: rest }), " ",
      make("button", { type: "button", onclick: () => { context.readAll = true; context.redraw(); } }, say("search.lines.readall"))),
    list, more);
}

function lineItem({ fragment, part, hit, left, key, right }, context) {
  const address = passageAddress(articleAddress(fragment, context), part, [hit]);
  const where = `${context.labels.of("outlet", fragment.article)[0]}, ${dateInWords(fragment.date, context.say, context.ui)}`;
  return make("li", { class: "dw-line" },
    make("a", { class: "dw-line__text", href: address, ...spoken(part.language) },
      make("span", { class: "dw-line__left" }, make("bdi", spoken(part.language), left.trimStart())),
      make("mark", { class: "dw-line__key" }, key),
      make("span", { class: "dw-line__right" }, make("bdi", spoken(part.language), right.trimEnd()))),
    make("small", { class: "dw-line__where" }, make("bdi", {}, where), " ", part.field === "p" ? make("bdi", {}, part.anchor) : context.say(`search.part.${part.field}`)));
}
