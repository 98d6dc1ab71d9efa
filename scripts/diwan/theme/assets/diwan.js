/* What the site does beyond plain pages: light and dark, links to passages, filters of the list of articles. */

const root = document.documentElement;

/** Light or dark: the system's wish until the reader chooses. */
function palette() {
  const button = document.querySelector("[data-dw=palette]");
  if (!button) return;
  button.hidden = false;
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
    link.setAttribute("aria-label", `# ${passage.id}`);
    link.dir = "ltr";
    passage.prepend(link);
  }
}

/** Filters and order of the list of articles; both live in the address, so that Back and sharing work. */
function filters() {
  const form = document.querySelector("[data-dw=filters]");
  const list = document.querySelector("[data-dw=rows]");
  if (!form || !list) return;
  form.hidden = false;
  const rows = [...list.children];
  const selects = [...form.querySelectorAll("select")];
  const keys = {
    date: (row) => row.dataset.date || "0",
    title: (row) => row.querySelector("h2").textContent.trim(),
    outlet: (row) => row.querySelector("[data-dw=outlet]").textContent.trim(),
  };

  function read() {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const wanted = query.get(select.name) ?? (select.name === "sort" ? "date" : "");
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : select.options[0].value;
    }
  }

  function show() {
    const wanted = selects.filter((select) => select.name !== "sort" && select.value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !wanted.every((select) => (row.dataset[select.name] ?? "").split(" ").includes(select.value));
      shown += row.hidden ? 0 : 1;
    }
    const sort = form.elements.sort.value;
    const compare = new Intl.Collator(root.lang).compare;
    const ordered = [...rows].sort((a, b) =>
      sort === "date" ? compare(keys.date(b), keys.date(a)) : compare(keys[sort](a), keys[sort](b)));
    list.append(...ordered);
    const count = form.querySelector("[data-dw=count]");
    count.textContent = `${count.dataset.shown} ${shown} ${count.dataset.of} ${rows.length}`;
    document.querySelector("[data-dw=none]").hidden = shown > 0;
  }

  form.addEventListener("change", () => {
    const query = new URLSearchParams();
    for (const select of selects) if (select.value && select.value !== "date") query.set(select.name, select.value);
    history.pushState(null, "", query.size ? `?${query}` : location.pathname);
    show();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    history.pushState(null, "", location.pathname);
    show();
  }));
  addEventListener("popstate", () => { read(); show(); });
  read();
  show();
}

/** A box that narrows a long list to the entries that contain what is typed. */
function find() {
  const form = document.querySelector("[data-dw=find]");
  const list = document.querySelector("[data-dw=findable]");
  if (!form || !list) return;
  form.hidden = false;
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

palette();
find();
permalinks();
keys();
peeks();
filters();
