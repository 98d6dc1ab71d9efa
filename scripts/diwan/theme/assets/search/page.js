/* The search page: reads the address, searches, shows; every change goes through the address, so Back works. */

import { conceptView } from "./conceptview.js";
import { make, speaker } from "./dom.js";
import { downloadView } from "./downloadview.js";
import { chips, facetView } from "./facetview.js";
import { Outdated } from "./files.js";
import { labeller } from "./labels.js";
import { lineView } from "./lineview.js";
import { openNames } from "./names.js";
import { FIRST, SHOWN, resultItems } from "./results.js";
import { corrected, lengthened, search } from "./search.js";
import { SORTS, UNITS, readState, writeState } from "./state.js";

const place = document.querySelector("#diwan-search");
if (place) start(place);

function start(place) {
  const ui = place.dataset.ui;
  const context = {
    ui, say: speaker({ ...JSON.parse(place.dataset.words), ...JSON.parse(place.dataset.examples) }), root: `${place.dataset.root}/`, prefix: ui === "en" ? "" : `${ui}/`,
    opened: new Map(), readAll: false, change, redraw: (focus) => show(focus),
  };
  const input = document.querySelector(".dw-searchbox input[name=q]");
  const status = make("p", { class: "dw-search__status", role: "status" });
  const body = make("div", { class: "dw-search__body" });
  place.append(status, body);
  let run = 0;

  addEventListener("popstate", () => show());
  document.addEventListener("diwan:search", (event) => change({ query: event.detail, off: [] }));
  show();

  /** Go to another state: a new entry of the history. */
  function change(difference) {
    const focus = focusOf(document.activeElement);
    context.readAll = false;
    history.pushState(null, "", writeState({ ...context.state, ...difference }));
    show(focus);
  }

  async function show(focus) {
    const here = (run += 1);
    context.state = readState(location.search);
    if (input && input.value.trim() !== context.state.query) input.value = context.state.query;
    place.setAttribute("aria-busy", "true");
    try {
      const { parts, rest } = await draw(context, status, () => here === run);
      if (here !== run) return;
      body.replaceChildren(...parts);
      if (focus) body.querySelector(focus)?.focus();
      await painted();
      if (here === run) await rest?.();
    } catch (error) {
      if (here !== run) return;
      status.textContent = "";
      body.replaceChildren(failure(error, context.say));
    }
    if (here === run) place.setAttribute("aria-busy", "false");
  }
}

/** Wait until the browser has painted what there is. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** A selector that finds the focused control again when the page has been drawn anew. */
function focusOf(element) {
  if (element?.matches(".dw-facet input, .dw-offer__names input")) return `input[value="${CSS.escape(element.value)}"]`;
  return element?.matches(".dw-concordance select") ? ".dw-concordance select" : null;
}

/** Make what the page shows: its parts, and how to add the *rest* of them once these are painted. */
async function draw(context, status, current) {
  const { state, say } = context;
  if (!state.query && !Object.keys(state.chosen).length) {
    status.textContent = "";
    return { parts: [help(context, true)] };
  }
  // The concepts stand above the results: fetched beside the index and waited for, they push nothing down.
  const naming = openNames().catch(() => null);
  const found = await search(state.query, state);
  context.index = found.index;
  context.labels = labeller(found.index, say, context.ui);
  const count = found.articles.length;
  const { list, rest } = state.view === "lines" && count ? { list: await lineView(found, context, (read) => {
    if (current()) status.textContent = say("search.reading", { read, count });
  }) } : await articleView(found, context);
  const names = await naming;
  const main = make("div", { class: "dw-search__main" }, chips(context), names && conceptView(names, found, context),
    count ? toolbar(found, context) : await nothing(found, context), list);
  // The number is told with the results, not over those of the search before.
  if (current()) {
    status.textContent = told(found, say);
    status.dataset.total = count;
  }
  const facets = facetView(found, context);
  const side = facets.length ? make("details", { class: "dw-search__facets", open: context.opened.get("facets") ?? matchMedia("(min-width: 60rem)").matches },
    make("summary", {}, say("search.facets")), facets) : null;
  side?.addEventListener("toggle", (event) => event.target === side && context.opened.set("facets", side.open));
  return { parts: [side, main, help(context, false)].filter(Boolean), rest };
}

/** How many articles were found, and how many texts they are where those are fewer. */
function told({ articles, texts }, say) {
  if (!articles.length) return say("search.none");
  const found = say("search.found", { count: articles.length });
  return texts < articles.length ? `${found} · ${say("families.texts")}: ${texts}` : found;
}

async function articleView(found, context) {
  const list = make("ol", { class: "dw-hits", "aria-label": context.say("search.results") });
  const more = make("button", { type: "button", class: "dw-search__more" }, context.say("search.more"));
  const add = async (count) => {
    const shown = list.children.length;
    list.append(...(await resultItems(found, found.articles.slice(shown, shown + count), context)));
    more.hidden = list.children.length < SHOWN || list.children.length >= found.articles.length;
    return list.children[shown];
  };
  more.addEventListener("click", async () => (await add(SHOWN))?.querySelector("a").focus());
  // What fills the window is painted before the rest is made.
  await add(FIRST);
  return { list: make("div", {}, list, more), rest: () => add(SHOWN - FIRST) };
}

function toolbar(found, context) {
  const { state, say, change } = context;
  const choice = (field, name, label) => make("button", { type: "button", "aria-pressed": String(state[field] === name), onclick: () => change({ [field]: name }) }, say(label));
  const versions = found.texts < found.articles.length || state.count === "texts";
  return make("div", { class: "dw-search__tools" },
    make("div", { class: "dw-search__views", role: "group", "aria-label": say("search.view") }, ["articles", "lines"].map((name) => choice("view", name, `search.view.${name}`))),
    versions && make("div", { class: "dw-search__views dw-search__units", role: "group", "aria-label": say("unit.label") }, make("span", {}, say("unit.label")), UNITS.map((name) => choice("count", name, `unit.${name}`))),
    make("label", {}, say("articles.sort"), " ", make("select", { name: "sort", onchange: (event) => change({ sort: event.target.value }) },
      SORTS.map((name) => make("option", { value: name, selected: name === state.sort }, say(`search.sort.${name}`))))),
    downloadView(found, context));
}

/** What to try where nothing was found: the nearest spelling, any of the words, fewer filters. */
async function nothing(found, context) {
  const { say, state } = context;
  const again = (query, chosen = state.chosen) => asking(context, query, chosen, make("bdi", {}, query || "*"));
  const better = await corrected(found);
  const words = found.tree.all.filter((node) => node.word);
  const longer = better ? null : await lengthened(found);
  return make("div", { class: "dw-search__nothing" },
    better && make("p", { class: "dw-search__correction" }, say("search.correction"), " ", again(better)),
    longer && make("p", {}, say("search.longer"), " ", again(longer)),
    Object.keys(state.chosen).length > 0 && found.found > 0 && make("p", {}, say("search.nofilters", { count: found.found }), " ", again(state.query, {})),
    !better && !longer && words.length > 1 && make("p", {}, say("search.any"), " ", again(words.map((node) => node.written).join(" OR "))));
}

function help(context, open) {
  const { say } = context;
  const rows = ["words", "phrase", "not", "prefix", "or", "outlet", "year", "theme", "stance", "read", "lang"];
  const example = (query) => asking(context, query, {}, make("code", { dir: "auto" }, query));
  return make("details", { class: "dw-search__help", open }, make("summary", {}, say("search.help")),
    make("dl", {}, rows.map((row) => make("div", {}, make("dt", {}, example(say(`search.help.${row}.example`))), make("dd", {}, say(`search.help.${row}`))))));
}

/** A link that asks for another query, with the filters *chosen*. */
function asking({ state, change }, query, chosen, shown) {
  return make("a", { href: writeState({ ...state, query, chosen }), onclick: (event) => { event.preventDefault(); change({ query, chosen }); } }, shown);
}

function failure(error, say) {
  const message = error instanceof Outdated ? "search.outdated" : "search.failed";
  return make("div", { class: "dw-note dw-search__failure", role: "alert" }, make("p", {}, say(message)),
    make("p", {}, make("a", { href: location.href, onclick: (event) => { event.preventDefault(); location.reload(); } }, say("search.reload"))));
}
