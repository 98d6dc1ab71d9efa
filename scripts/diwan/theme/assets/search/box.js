/* The search box in the head of every page: a combobox as the ARIA Authoring Practices describe it. */

import { make, speaker, spoken } from "./dom.js";
import { said } from "./said.js";

/** Milliseconds after the last key before suggestions are looked up. */
const PATIENCE = 120;
const CONCEPTS = 6;

class Combobox {
  #run = 0;
  #timer = 0;
  #active = -1;

  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input");
    this.ui = document.documentElement.lang;
    this.say = speaker(said[this.ui]);
    this.list = make("ul", { id: "dw-suggestions", class: "dw-suggestions", role: "listbox", "aria-label": this.say("box.suggestions"), hidden: true });
    this.live = make("span", { class: "dw-hidden", role: "status" });
    form.append(this.list, this.live);
    const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", (event) => this.#submit(event));
  }

  get options() {
    return [...this.list.children];
  }

  get isOpen() {
    return !this.list.hidden;
  }

  close() {
    this.#run += 1;
    clearTimeout(this.#timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  /** Search for *query*: in place on the search page, on the search page otherwise. */
  go(query) {
    this.close();
    this.input.value = query;
    if (onSearchPage()) document.dispatchEvent(new CustomEvent("diwan:search", { detail: query }));
    else this.form.requestSubmit();
  }

  async suggest() {
    const here = (this.#run += 1);
    const text = this.input.value.trim();
    if (!text) {
      this.close();
      return;
    }
    const [{ search }, { openNames }] = await Promise.all([import("./search.js"), import("./names.js")]);
    const [names, found] = await Promise.all([openNames(), counted(search, text)]).catch(() => []);
    if (here !== this.#run || document.activeElement !== this.input || !names) return;
    this.#show([this.#option(found.query, this.say("box.all", found)), ...names.suggest(text, CONCEPTS).map((named) => this.#concept(named))], found.count);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.suggest(), PATIENCE);
  }

  #show(rows, count) {
    rows.forEach((row, place) => (row.id = `dw-suggestion-${place}`));
    this.list.replaceChildren(...rows);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#activate(-1);
    this.live.textContent = this.say("box.count", { count, suggestions: rows.length });
  }

  #activate(place) {
    this.#active = place;
    this.options.forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    if (place < 0) {
      this.input.removeAttribute("aria-activedescendant");
    } else {
      this.input.setAttribute("aria-activedescendant", this.options[place].id);
      this.options[place].scrollIntoView({ block: "nearest" });
    }
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      // One place more than there are options: the box itself.
      const places = this.options.length + 1;
      if (this.isOpen) this.#activate(((this.#active + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
      else this.suggest();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (this.isOpen) this.close();
      else this.input.value = "";
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.options[this.#active].click();
    }
  }

  #submit(event) {
    if (!onSearchPage()) return;
    event.preventDefault();
    this.go(this.input.value.trim());
  }

  #option(query, ...content) {
    // The box keeps the focus while the pointer chooses.
    return make("li", { role: "option", "aria-selected": "false", onpointerdown: (event) => event.preventDefault(), onclick: () => this.go(query) }, ...content);
  }

  #concept(named) {
    const label = named.labels[this.ui === "ar" ? 1 : 0];
    return this.#option(`concept:${named.key}`, make("span", spoken(this.ui), label), " ",
      make("small", { class: "dw-suggestions__kind" }, this.say(`search.kind.${named.type}`), ", ", make("bdi", {}, String(named.total))));
  }
}

function onSearchPage() {
  return Boolean(document.querySelector("#diwan-search"));
}

/** How many articles a query finds; a last word that nothing has is taken for the beginning of one. */
async function counted(search, text) {
  for (const query of /[\p{L}\p{N}]{2}$/u.test(text) ? [text, `${text}*`] : [text]) {
    const { articles } = await search(query);
    if (articles.length) return { query, count: articles.length };
  }
  return { query: text, count: 0 };
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

const form = document.querySelector(".dw-searchbox");
if (form) new Combobox(form);
focusBySlash();
