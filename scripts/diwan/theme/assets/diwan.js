/* What the site does beyond plain pages: light and dark, links to passages, filters of the list of articles. */

const root = document.documentElement;

/** Light or dark: the system's wish until the reader chooses. */
function palette() {
  const button = document.querySelector("[data-dw=palette]");
  if (!button) return;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    safely(() => localStorage.setItem("diwan-theme", root.dataset.theme));
  });
}

/** Storage may be forbidden; then a choice lasts as long as the page. */
function safely(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

/** A link to every passage, shown on hover and on focus. */
function permalinks() {
  for (const passage of document.querySelectorAll(".dw-reading :is(p, li)[id]")) {
    const link = document.createElement("a");
    link.className = "dw-permalink";
    link.href = `#${passage.id}`;
    link.textContent = passage.id;
    passage.prepend(link);
  }
}

/** What numbers count, by the switch of the page: it stands in the address, so that a page can be passed on as it is. */
function units() {
  const form = document.querySelector("form[data-dw=units]");
  if (!form) return;
  const read = () => { form.elements.count.value = new URLSearchParams(location.search).get("count") === "texts" ? "texts" : "articles"; };
  form.addEventListener("change", () => {
    const query = new URLSearchParams(location.search);
    query.delete("count");
    if (form.elements.count.value === "texts") query.set("count", "texts");
    history.replaceState(null, "", (query.size ? `?${query}` : location.pathname) + location.hash);
  });
  addEventListener("popstate", read);
  read();
}

/** Filters, order and groups of a list of articles; all live in the address, so that Back and sharing work. */
function filters() {
  const form = document.querySelector("[data-dw=filters]");
  const list = document.querySelector("[data-dw=rows]");
  if (!form || !list) return;
  const rows = [...list.querySelectorAll(".dw-row")];
  const selects = [...form.querySelectorAll("select")];
  const usual = { sort: "date", group: "year" };
  const { compare } = new Intl.Collator(root.lang, { numeric: true, ignorePunctuation: true });
  const text = (row, selector) => row.querySelector(selector).textContent.trim();
  const labels = {
    // Years are named by the menu: "undated" has a word in each language.
    year: (row) => years.get(row.dataset.year),
    language: (row) => text(row, "p + p > span"),
    outlet: (row) => text(row, "p > bdi"),
    kind: (row) => text(row, "p > br + span"),
    country: (row) => row.dataset.countryName,
    none: () => "",
  };
  const orders = {
    date: (a, b) => compare(b.dataset.date || "0", a.dataset.date || "0"),
    title: (a, b) => compare(text(a, "h3"), text(b, "h3")),
    outlet: (a, b) => compare(labels.outlet(a), labels.outlet(b)),
  };
  const switched = document.querySelector("form[data-dw=units]");
  const byTexts = () => switched?.elements.count.value === "texts";
  const textsOf = (members) => new Set(members.map((row) => row.dataset.family)).size;
  const menus = selects.flatMap((select) => [...select.options]).filter((option) => option.dataset.texts);
  for (const option of menus) option.dataset.articles = /\((\d+)\)$/.exec(option.text)[1];
  const years = new Map([...form.elements.year.options].map((option) => [option.value, option.text.replace(/ \(\d+\)$/, "")]));
  /** Conditions of the address: each name once, with the values of which an article must have one (stances: all). */
  function conditions() {
    const query = new URLSearchParams(location.search);
    return [...new Set(query.keys())].filter((name) => name in rows[0].dataset).map((name) => [name, query.getAll(name).filter(Boolean)]).filter(([, values]) => values.length);
  }

  function matches(row, [name, values]) {
    const own = row.dataset[name].trim().split(" ");
    return name === "stance" ? values.every((value) => own.includes(value)) : values.some((value) => own.includes(value));
  }

  function show() {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const wanted = query.get(select.name) ?? usual[select.name] ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : (usual[select.name] ?? "");
    }
    const wanted = conditions();
    const shown = rows.filter((row) => wanted.every((condition) => matches(row, condition)));
    const label = labels[form.elements.group.value];
    const groups = new Map();
    for (const row of shown.sort(orders[form.elements.sort.value])) {
      const name = label(row);
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    for (const option of menus) option.text = option.text.replace(/\(\d+\)$/, `(${byTexts() ? option.dataset.texts : option.dataset.articles})`);
    list.replaceChildren(...[...groups].map(([name, members]) => group(name, members)));
    const count = document.querySelector("[data-dw=count]");
    // Versions of one text count once: readers see both numbers wherever they differ.
    const texts = textsOf(shown);
    const reprints = texts < shown.length ? ` · ${count.dataset.texts}: ${texts}` : "";
    const several = wanted.filter(([, values]) => values.length > 1).map(([, values]) => values.join(", "));
    count.textContent = `${count.dataset.shown} ${shown.length} ${count.dataset.of} ${rows.length}${several.length ? ` (${several.join("; ")})` : ""}${reprints}`;
    document.querySelector("[data-dw=none]").hidden = shown.length > 0;
  }

  function group(name, members) {
    const section = document.createElement("section");
    section.className = "dw-group";
    const ordered = document.createElement("ol");
    ordered.className = "dw-rows";
    ordered.append(...members);
    if (name) {
      const heading = document.createElement("h2");
      heading.textContent = `${name} `;
      const count = document.createElement("bdi");
      count.className = "dw-count";
      count.textContent = byTexts() ? textsOf(members) : members.length;
      heading.append(count);
      section.append(heading);
    }
    section.append(ordered);
    return section;
  }

  form.addEventListener("change", (event) => {
    const query = new URLSearchParams(location.search);
    const { name, value } = event.target;
    query.delete(name);
    if (value && value !== usual[name]) query.set(name, value);
    history.pushState(null, "", query.size ? `?${query}` : location.pathname);
    show();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    history.pushState(null, "", byTexts() ? "?count=texts" : location.pathname);
    show();
  });
  switched?.addEventListener("change", show);
  // On a phone the choices are folded away until one is made; old browsers fold them everywhere.
  const fold = document.querySelector("[data-dw=choose]");
  if (conditions().length || (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 48rem)").matches)) fold.open = true;
  addEventListener("popstate", show);
  show();
}

/** A box that narrows a long list to the entries that contain what is typed. */
function find() {
  const form = document.querySelector("[data-dw=find]");
  const list = document.querySelector("[data-dw=findable]");
  if (!form || !list) return;
  const entries = [...list.children];
  const texts = entries.map((entry) => plain(entry.textContent));
  const count = form.querySelector("[data-dw=count]");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const wanted = plain(form.elements.find.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    entries.forEach((entry, number) => {
      entry.hidden = !wanted.every((word) => texts[number].includes(word));
      shown += entry.hidden ? 0 : 1;
    });
    count.textContent = `${count.dataset.shown} ${shown} ${count.dataset.of} ${entries.length}`;
  });
}

/** Case, accents and Arabic vowel signs do not matter to somebody who looks for a word on a page. */
function plain(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "").toLowerCase();
}

/** A card about a concept where the pointer rests on its name, or the focus: the head of the concept's own page. */
function peeks() {
  const links = document.querySelectorAll(".dw-reading a[href*='themes/'], .dw-reading a[href*='entities/'], .dw-reading a[href*='outlets/']");
  if (!links.length || location.protocol === "file:") return;
  const kept = new Map();
  const card = document.createElement("aside");
  card.className = "dw-peek";
  card.setAttribute("role", "tooltip");
  card.id = "dw-peek";
  card.hidden = true;
  document.body.append(card);
  let wanted = null;
  let timer = 0;

  async function head(address) {
    if (!kept.has(address)) {
      kept.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")).then((text) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        for (const other of page.querySelectorAll("[data-unit=texts]")) other.remove();
        return { title: page.querySelector("h1"), lead: page.querySelector(".dw-lead"), count: page.querySelector(".dw-theme__count, #articles") };
      }).catch(() => ({})));
    }
    return kept.get(address);
  }

  async function show(link) {
    wanted = link;
    const { title, lead, count } = await head(link.href.split("#")[0]);
    if (wanted !== link || !title) return;
    card.replaceChildren(line("strong", title), lead ? line("p", lead) : "", count ? line("p", count, "dw-peek__count") : "");
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    const place = link.getBoundingClientRect();
    const room = root.clientWidth - card.offsetWidth - 16;
    card.style.insetBlockStart = `${place.bottom + scrollY + 6}px`;
    card.style.left = `${Math.max(16, Math.min(place.left + scrollX, room))}px`;
  }

  function hide() {
    clearTimeout(timer);
    wanted?.removeAttribute("aria-describedby");
    wanted = null;
    card.hidden = true;
  }

  // Milliseconds; long enough that reading with the pointer on the text shows nothing.
  const patience = 250;
  for (const link of links) {
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") timer = setTimeout(show, patience, link); });
    link.addEventListener("pointerleave", hide);
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hide);
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

/** An element with the words of another, in its language. */
function line(tag, source, name = "") {
  const made = document.createElement(tag);
  made.textContent = source.textContent.trim().replace(/\s+/g, " ");
  made.className = name;
  if (source.lang) made.lang = source.lang;
  made.dir = "auto";
  return made;
}

/** j and k go from passage to passage; the address follows, so that it can be copied. */
function keys() {
  const passages = [...document.querySelectorAll(".dw-reading :is(p, li)[id]")];
  if (!passages.length) return;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const here = passages.findIndex((passage) => `#${passage.id}` === location.hash);
    const next = passages[Math.max(0, Math.min(passages.length - 1, here + step))];
    location.hash = next.id;
    next.querySelector(".dw-permalink")?.focus({ preventScroll: true });
  });
}

/** The switch of languages leads to the same place of the same page, with the same choices. */
function tongues() {
  for (const link of document.querySelectorAll("[data-dw=language-switch]")) {
    const address = link.href;
    const follow = () => { link.href = address + location.search + location.hash; };
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, follow);
  }
}

/** On a phone the ways in stand behind a button, which Escape closes; without scripts they stand in the open. */
function menu() {
  const fold = document.querySelector(".dw-menu");
  const ways = document.querySelector(".dw-nav");
  if (!fold || !ways) return;
  const copy = ways.cloneNode(true);
  copy.className = "";
  fold.append(copy);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });
}

/** A place inside a fold opens it. */
function unfold() {
  const open = () => {
    let fold = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (fold = fold && fold.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  addEventListener("hashchange", open);
  open();
  // Where styles cannot open a fold for paper, this does; what it opened it closes again.
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...document.querySelectorAll(".dw-further:not([open])")]; for (const fold of opened) fold.open = true; });
  addEventListener("afterprint", () => { for (const fold of opened) fold.open = false; });
}

/** A table wider than its page can be moved from the keyboard too. */
function tables() {
  const look = () => {
    for (const table of document.querySelectorAll(".md-typeset > table, .dw-reading [role=table]")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", look);
  look();
}

palette();
tables();
tongues();
menu();
unfold();
units();
find();
permalinks();
keys();
peeks();
filters();
