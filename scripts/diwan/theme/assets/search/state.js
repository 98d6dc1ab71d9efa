/* The state of a search lives in the address: what is asked, narrowed to, ordered by, and how it is shown. */

export const SORTS = ["best", "newest", "oldest"];
export const LINE_SORTS = ["found", "left", "right", "date", "outlet"];
/** Facets in the order in which they stand; questions of the codebook follow. */
export const FACETS = ["language", "theme", "outlet", "country", "year", "kind", "access", "read", "differ"];
/** What the numbers of facets count. */
export const UNITS = ["articles", "texts"];

/** Return the state that an address says. */
export function readState(query) {
  const values = new URLSearchParams(query);
  const chosen = {};
  for (const name of new Set(values.keys())) {
    if (FACETS.includes(name) || name.startsWith("stance:")) chosen[name] = values.getAll(name).filter(Boolean);
  }
  const one = (name, allowed) => (allowed.includes(values.get(name)) ? values.get(name) : allowed[0]);
  return {
    query: (values.get("q") ?? "").trim(), chosen, off: values.getAll("off"),
    sort: one("sort", SORTS), view: one("view", ["articles", "lines"]), lines: one("lines", LINE_SORTS),
    count: one("count", UNITS),
  };
}

/** Return the address that says a state. */
export function writeState({ query, chosen, off, sort, view, lines, count }) {
  const values = new URLSearchParams();
  if (query) values.set("q", query);
  for (const [name, ids] of Object.entries(chosen)) for (const id of ids) values.append(name, id);
  for (const name of off) values.append("off", name);
  if (sort !== "best") values.set("sort", sort);
  if (view !== "articles") values.set("view", view);
  if (lines !== "found") values.set("lines", lines);
  if (count !== "articles") values.set("count", count);
  return values.size ? `?${values}` : location.pathname;
}

/** Return *chosen* with a value of a facet taken if it was not, or not if it was. */
export function toggled(chosen, name, id) {
  const ids = chosen[name] ?? [];
  const next = { ...chosen, [name]: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id] };
  if (!next[name].length) delete next[name];
  return next;
}
