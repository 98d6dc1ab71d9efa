/* The network of concepts: who and what the same articles name, as a picture, a table and lists of articles.

   All numbers come from two lists of the page: concepts, and articles with the concepts they name. What is chosen
   stands in the address: ?focus=entity:nato&with=entity:iran&least=3&kind=state&kind=person. */

const NS = "http://www.w3.org/2000/svg";
/** Concepts drawn at most: names stand 3 degrees of the circle and more apart. */
const DRAWN_MAX = 44;
/** Rows of the table: the picture's pairs and some more; who wants others narrows the choice. */
const ROWS_MAX = 120;
/** The picture in units of its own: half its side, and the circle; the rest is room for names. */
const HALF = 475;
const RADIUS = 250;
/** Pairs drawn of everything unless the reader wants more, and of those between neighbours of a concept: above, a tangle. */
const TIES_MAX = 90;
/** Letters of a name on one line, and on each of two, of which the circle has room for so many. */
const LINE_MAX = 24;
const NAME_MAX = 28;

const form = document.querySelector("[data-dw=network]");
const view = document.querySelector("[data-dw=network-view]");
const words = JSON.parse(form.dataset.words);
const nodes = [...document.querySelectorAll("[data-node]")].map((item, place) => ({
  place, key: item.dataset.node, kind: item.dataset.kind, label: item.querySelector("a").textContent, count: Number(item.querySelector(".dw-count").textContent),
}));
const byKey = new Map(nodes.map((node) => [node.key, node]));
const articles = [...document.querySelectorAll("[data-names]")].map((row) => ({ row, names: row.dataset.names.split(" ").map(Number), family: row.dataset.family ?? "" }));
/** What is counted: articles, or texts, of which all versions are one. */
const unit = form.dataset.counted;
const shared = counted();
const usual = usualLeast();

/** Return how many articles or texts name both of two concepts: `shared[one].get(other)`, either way round. */
function counted() {
  const found = nodes.map(() => new Map());
  for (const versions of texts()) {
    const seen = new Set();
    for (const { names } of versions) {
      for (const one of names) {
        for (const other of names) {
          const pair = one * nodes.length + other;
          if (one === other || seen.has(pair)) continue;
          if (versions.length > 1) seen.add(pair);
          found[one].set(other, (found[one].get(other) ?? 0) + 1);
        }
      }
    }
  }
  return found;
}

/** Return what counts once, as lists of articles: each by itself, or the versions of a text together. */
function texts() {
  if (unit === "articles") return articles.map((article) => [article]);
  const found = new Map();
  for (const article of articles) found.set(article.family, [...(found.get(article.family) ?? []), article]);
  return [...found.values()];
}

/** Return the least number of articles in common with which the picture of everything is no tangle. */
function usualLeast() {
  const numbers = tiesOf(nodes, 1).map((tie) => tie.number);
  return numbers.length > TIES_MAX ? numbers[TIES_MAX] + 1 : 1;
}

function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** What the address asks for. */
function chosen() {
  const query = new URLSearchParams(location.search);
  const kinds = query.getAll("kind");
  return {
    focus: byKey.get(query.get("focus")) ?? null,
    partner: byKey.get(query.get("with")) ?? null,
    least: Math.max(1, Number.parseInt(query.get("least"), 10) || (query.get("focus") ? 1 : usual)),
    kinds: new Set(kinds.length ? kinds : [...form.elements.kind].map((box) => box.value)),
  };
}

function addressOf(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of [value].flat()) if (one) query.append(name, one);
  }
  return query.size ? `?${query}`.replaceAll("%3A", ":") : location.pathname;
}

function go(changes) {
  history.pushState(null, "", addressOf(changes));
  show();
}

/** The concepts to draw and their ties: those around the focus, or those with the most articles. */
function choose({ focus, least, kinds }) {
  const fits = nodes.filter((node) => kinds.has(node.kind) && node !== focus);
  const near = (node) => (focus ? shared[focus.place].get(node.place) ?? 0 : Math.max(0, ...fits.map((other) => shared[node.place].get(other.place) ?? 0)));
  const candidates = fits.filter((node) => near(node) >= least);
  if (focus) candidates.sort((a, b) => near(b) - near(a) || b.count - a.count || a.place - b.place);
  const drawn = candidates.slice(0, DRAWN_MAX);
  const rest = candidates.length - drawn.length;
  if (!focus) return { drawn, rest, ties: tiesOf(drawn, least), all: tiesOf(candidates, least) };
  return { drawn, rest, ties: [...tiesAt(focus, drawn), ...tiesOf(drawn, least).slice(0, TIES_MAX)], all: tiesAt(focus, candidates) };
}

function tiesOf(pool, least) {
  const ties = [];
  pool.forEach((one, place) => {
    for (const other of pool.slice(place + 1)) {
      const number = shared[one.place].get(other.place) ?? 0;
      if (number >= least) ties.push({ one, other, number });
    }
  });
  return ties.sort((a, b) => b.number - a.number || a.one.place - b.one.place || a.other.place - b.other.place);
}

function tiesAt(focus, others) {
  return others.map((other) => ({ one: focus, other, number: shared[focus.place].get(other.place) }));
}

function show() {
  const state = chosen();
  form.elements.focus.value = state.focus?.key ?? "";
  form.elements.least.value = state.least;
  for (const box of form.elements.kind) box.checked = state.kinds.has(box.value);
  const found = choose(state);
  const status = say("network.drawn", { nodes: found.drawn.length + (state.focus ? 1 : 0), ties: found.ties.length });
  form.querySelector("[data-dw=count]").textContent = found.rest ? `${status} ${say("network.drawn.more", { rest: found.rest })}` : status;
  view.replaceChildren(picture(found, state), ...pair(state), table(found.all));
}

// --- the picture

function svg(tag, attributes, ...children) {
  const made = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function html(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function picture({ drawn, ties }, { focus }) {
  const spots = places(drawn, focus);
  const most = Math.max(1, ...ties.map((tie) => tie.number));
  const lines = [...ties].reverse().map((tie) => line(tie, spots, most, focus));
  const names = [...(focus ? [focus] : []), ...drawn].map((node, number) => dot(node, spots.get(node), { first: number === 0, centre: node === focus }));
  const drawing = svg("svg", { viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`, role: "group", "aria-label": say("network.picture") }, svg("g", {}, ...lines), svg("g", { class: "dw-net__dots" }, ...names));
  follow(drawing);
  return html("div", { class: "dw-scroll dw-net", tabindex: "0", role: "region", "aria-label": say("network.picture") }, drawing);
}

/** Where each concept stands: kinds side by side, or the nearest to the focus first, clockwise from the top. */
function places(drawn, focus) {
  const order = focus ? drawn : [...drawn].sort((a, b) => kindOf(a) - kindOf(b) || b.count - a.count);
  const spots = new Map(focus ? [[focus, { x: 0, y: 0, turn: 0 }]] : []);
  order.forEach((node, place) => {
    const turn = (2 * Math.PI * (place + 0.5)) / order.length;
    spots.set(node, { x: RADIUS * Math.sin(turn), y: -RADIUS * Math.cos(turn), turn });
  });
  return spots;
}

function kindOf(node) {
  return [...form.elements.kind].findIndex((box) => box.value === node.kind);
}

function line({ one, other, number }, spots, most, focus) {
  const [a, b] = [spots.get(one), spots.get(other)];
  const near = one === focus || other === focus;
  // Between neighbours of the focus lines bend round it, so that those to it can be seen.
  const bend = focus ? 0.75 : 0.25;
  const middle = near ? "" : `Q ${((a.x + b.x) / 2) * bend} ${((a.y + b.y) / 2) * bend} `;
  const path = `M ${a.x} ${a.y} ${middle || "L "}${b.x} ${b.y}`;
  const width = 0.6 + 7 * Math.sqrt(number / most);
  const says = `${say("network.pair", { one: one.label, other: other.label })}: ${say(`unit.${unit}`)}: ${number}`;
  return svg("a", { href: addressOf({ focus: one.key, with: other.key, least: "" }), tabindex: "-1", "data-ends": `${one.place} ${other.place}`, class: focus && !near ? "dw-net__far" : "dw-net__tie" },
    svg("path", { d: path, "stroke-width": width.toFixed(2) }, svg("title", {}, says)));
}

function dot(node, spot, { first, centre }) {
  const size = 4 + 9 * Math.sqrt(node.count / nodes[0].count);
  const right = spot.turn <= Math.PI;
  const degrees = (spot.turn * 180) / Math.PI - 90;
  const way = centre ? `translate(0 ${-size - 7})` : `translate(${spot.x} ${spot.y}) rotate(${right ? degrees : degrees + 180}) translate(${(right ? 1 : -1) * (size + 5)} 0)`;
  const anchor = centre ? "middle" : right ? "start" : "end";
  // Isolated, so that in a drawing from left to right an Arabic name still ends at its left.
  const lines = broken(node.label).map((line) => (line.length > NAME_MAX ? `${line.slice(0, NAME_MAX - 1).trim()}…` : line));
  return svg("a", { href: addressOf({ focus: centre ? "" : node.key, with: "", least: "" }), tabindex: first ? "0" : "-1", class: `dw-net__dot dw-net--${node.kind}`, "data-place": node.place, "aria-label": `${node.label}: ${say(`unit.${unit}`)}: ${node.count}` },
    svg("circle", { cx: spot.x, cy: spot.y, r: size.toFixed(1) }, svg("title", {}, `${node.label} (${words[`network.kind.${node.kind}`]}): ${node.count}`)),
    svg("text", { transform: way, "text-anchor": anchor }, ...lines.map((line, place) => svg("tspan", { x: 0, dy: place ? "1.1em" : lines.length > 1 ? "-0.2em" : "0.35em" }, `\u2068${line}\u2069`))));
}

/** A name in one line, or in two that are as alike as its words allow. */
function broken(name) {
  if (name.length <= LINE_MAX) return [name];
  const gaps = [...name.matchAll(/ /g)].map(({ index }) => index);
  if (!gaps.length) return [name];
  const middle = gaps.reduce((best, gap) => (Math.abs(gap - name.length / 2) < Math.abs(best - name.length / 2) ? gap : best));
  return [name.slice(0, middle), name.slice(middle + 1)];
}

/** Links change the choice; what the pointer or the focus is on stands out; arrow keys go round the circle. */
function follow(drawing) {
  const dots = [...drawing.querySelectorAll(".dw-net__dot")];
  drawing.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    show();
    if (link.dataset.ends) view.querySelector(".dw-net__pair").scrollIntoView({ block: "nearest" });
    else view.querySelector(".dw-net__dot[tabindex='0']")?.focus({ preventScroll: true });
  });
  for (const begin of ["pointerover", "focusin"]) drawing.addEventListener(begin, (event) => light(drawing, event.target.closest(".dw-net__dot")?.dataset.place));
  for (const end of ["pointerleave", "focusout"]) drawing.addEventListener(end, () => light(drawing, undefined));
  drawing.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = dots.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    const next = dots[(here + step + dots.length) % dots.length];
    dots[here].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

function light(drawing, place) {
  drawing.classList.toggle("dw-net--lit", place !== undefined);
  for (const tie of drawing.querySelectorAll("[data-ends]")) tie.classList.toggle("dw-net__on", tie.dataset.ends.split(" ").includes(place));
}

// --- the list of a pair, and the table of pairs

function pair({ focus, partner }) {
  if (!focus || !partner || focus === partner) return [];
  const both = articles.filter(({ names }) => names.includes(focus.place) && names.includes(partner.place));
  const list = html("ul", { class: "dw-sources" }, ...both.map(({ row }) => row.cloneNode(true)));
  const heading = html("h3", {}, `${say("network.pair", { one: focus.label, other: partner.label })} `, html("bdi", { class: "dw-count" }, told(both)));
  return [html("section", { class: "dw-net__pair", "aria-live": "polite" }, heading, list)];
}

/** The number of *found* by what is counted; of texts, with the number of articles where that differs. */
function told(found) {
  const count = unit === "articles" ? found.length : new Set(found.map(({ family }) => family)).size;
  return count === found.length ? String(count) : say("plot.versions", { count, articles: found.length });
}

function table(ties) {
  const template = document.querySelector("[data-dw=network-table]").content.cloneNode(true);
  const body = template.querySelector("tbody");
  for (const { one, other, number } of ties.slice(0, ROWS_MAX)) {
    const link = html("a", { href: addressOf({ focus: one.key, with: other.key, least: "" }) }, String(number));
    body.append(html("tr", {}, html("th", { scope: "row" }, centred(one)), html("td", {}, centred(other)), html("td", { "data-number": number }, link)));
  }
  body.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    show();
    (view.querySelector(".dw-net__pair") ?? view).scrollIntoView({ block: "nearest" });
  });
  return template;
}

function centred(node) {
  return html("a", { href: addressOf({ focus: node.key, with: "", least: "" }), dir: "auto" }, node.label);
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", (event) => {
  const { name, value } = event.target;
  const kinds = [...form.elements.kind].filter((box) => box.checked).map((box) => box.value);
  if (name === "kind") go({ kind: kinds.length === form.elements.kind.length ? [] : kinds });
  else if (name === "focus") go({ focus: value, with: "", least: "" });
  else go({ [name]: value });
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  history.pushState(null, "", location.pathname);
  show();
});
addEventListener("popstate", show);
show();
