/* The menu of downloads. */

import { concordance } from "./concordance.js";
import { make } from "./dom.js";
import { citations, csv, save } from "./downloads.js";

/** Return the menu for what was found. */
export function downloadView(found, context) {
  const { say } = context;
  const cited = () => citations(found.index, found.articles);
  const kinds = {
    articles: async () => save("articles.csv", "text/csv", csv(await articleRows(found))),
    lines: async () => save("hits.csv", "text/csv", csv(await lineRows(found, context))),
    bibtex: async () => save("citations.bib", "application/x-bibtex", (await cited()).map((item) => item.bibtex).join("\n")),
    ris: async () => save("citations.ris", "application/x-research-info-systems", (await cited()).map((item) => item.ris).join("")),
    csl: async () => save("citations.json", "application/vnd.citationstyles.csl+json", `${JSON.stringify((await cited()).map((item) => item.csl), null, 1)}\n`),
    ...Object.fromEntries(["chicago", "apa", "mla"].map((style) => [style, async () => save(`citations.${style}.txt`, "text/plain", formatted(await cited(), style))])),
  };
  return make("details", { class: "dw-download" }, make("summary", {}, say("search.download")),
    make("ul", {}, Object.entries(kinds).map(([name, give]) => make("li", {}, make("button", {
      type: "button", "data-download": name,
      onclick: async (event) => {
        const button = event.target;
        button.disabled = true;
        await give().finally(() => (button.disabled = false));
        button.closest("details").open = false;
      },
    }, say(`search.download.${name}`))))));
}

/** Return formatted citations in the language of the page, a line each, in the order of the alphabet. */
function formatted(items, style) {
  const compare = new Intl.Collator(document.documentElement.lang, { ignorePunctuation: true }).compare;
  return items.map((item) => `${(item[document.documentElement.lang] ?? item.en)[style]}\n`).sort(compare).join("");
}

async function articleRows({ index, articles }) {
  const items = await citations(index, articles);
  const names = [...index.columns.keys()];
  const date = (issued) => (issued?.["date-parts"] ?? []).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-")).join("/");
  return [["id", "title", "authors", "outlet_name", "date", "url", ...names], ...items.map(({ csl }, place) => [
    csl.id, csl.title, (csl.author ?? []).map((one) => one.literal ?? [one.given, one.family].filter(Boolean).join(" ")).join("; "),
    csl["container-title"] ?? csl.publisher, date(csl.issued), csl.URL, ...names.map((name) => index.columns.get(name).ids(articles[place]).join("; ")),
  ])];
}

async function lineRows(found, { labels, state }) {
  const lines = await concordance(found, found.articles, state.off);
  return [["article", "date", "outlet", "language", "part", "passage", "left", "hit", "right"],
    ...lines.map(({ fragment, part, left, key, right }) => [
      fragment.id, fragment.date, labels.of("outlet", fragment.article)[0], part.language, PARTS[part.field], part.anchor, left, key, right,
    ])];
}

const PARTS = { t: "title", a: "author", o: "outlet", s: "summary", h: "heading", p: "passage", n: "note" };
