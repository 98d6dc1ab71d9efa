/* The search box in the head of every page: a combobox as the ARIA Authoring Practices describe it. */

import { make, speaker, spoken } from "./dom.js";

/** Milliseconds after the last key before suggestions are looked up. */
const PATIENCE = 120;
const CONCEPTS = 6;

const form = document.querySelector(".dw-searchbox");
if (form) combobox(form, form.querySelector("input"));
focusBySlash();

function combobox(form, input) {
  const ui = form.dataset.ui;
  const say = speaker(JSON.parse(form.dataset.words));
  const list = make("ul", { id: "dw-suggestions", class: "dw-suggestions", role: "listbox", "aria-label": say("box.suggestions"), hidden: true });
  const live = make("span", { class: "dw-hidden", role: "status" });
  form.append(list, live);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) input.setAttribute(name, value);
  const onPage = Boolean(document.querySelector("#diwan-search"));
  let timer = 0;
  let run = 0;
  let active = -1;

  const options = () => [...list.children];
  const isOpen = () => !list.hidden;

  function close() {
    run += 1;
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const count = options().length;
    // One place more than there are options: the box itself.
    active = ((active + 1 + step + count + 1) % (count + 1)) - 1;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", options()[active].id);
      options()[active].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function go(query) {
    close();
    input.value = query;
    if (onPage) document.dispatchEvent(new CustomEvent("diwan:search", { detail: query }));
    else form.requestSubmit();
  }

  async function suggest() {
    const here = (run += 1);
    const text = input.value.trim();
    if (!text) return close();
    const [{ search }, { openNames }] = await Promise.all([import("./search.js"), import("./names.js")]);
    const [names, found] = await Promise.all([openNames(), count(search, text)]).catch(() => []);
    if (here !== run || document.activeElement !== input || !names) return undefined;
    const rows = [option(found.query, say("box.all", found)), ...names.suggest(text, CONCEPTS).map((named) => conceptOption(named))];
    rows.forEach((row, place) => (row.id = `dw-suggestion-${place}`));
    list.replaceChildren(...rows);
    list.hidden = false;
    active = -1;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
    live.textContent = say("box.count", { count: found.count, suggestions: rows.length });
    return undefined;
  }

  /** How many articles a query finds; a last word that nothing has is taken for the beginning of one. */
  async function count(search, text) {
    for (const query of /[\p{L}\p{N}]{2}$/u.test(text) ? [text, `${text}*`] : [text]) {
      const { articles } = await search(query);
      if (articles.length) return { query, count: articles.length };
    }
    return { query: text, count: 0 };
  }

  function option(query, ...content) {
    return make("li", { role: "option", "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => go(query) }, ...content);
  }

  function conceptOption(named) {
    const label = named.labels[ui === "ar" ? 1 : 0];
    return option(`concept:${named.key}`, make("span", spoken(ui), label), " ",
      make("small", { class: "dw-suggestions__kind" }, say(`search.kind.${named.type}`), ", ", make("bdi", {}, String(named.total))));
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PATIENCE);
  };
  input.addEventListener("input", later);
  input.addEventListener("blur", () => close());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen()) move(event.key === "ArrowDown" ? 1 : -1);
      else suggest();
    } else if (event.key === "Escape") {
      if (isOpen()) event.preventDefault();
      if (isOpen()) close();
      else input.value = "";
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  form.addEventListener("submit", (event) => {
    if (!onPage) return;
    event.preventDefault();
    go(input.value.trim());
  });
}

/** The key / puts the cursor into the box, unless one is writing elsewhere. */
function focusBySlash() {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
    const input = document.querySelector(".dw-searchbox input");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
