/* The index: contents, columns, vocabulary, postings, fragments; each loaded when it is first wanted. */

import { Files, PlacesShelf, Reader, Shelf, lastNotAfter, sums } from "./files.js";

let opened = null;

/** Return the index, opening it the first time. */
export function openIndex() {
  opened ??= Index.open().catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

export class Index {
  #vocabulary = new Map();
  #lists = new Map();

  static async open() {
    const files = await Files.open();
    const [contents, columns] = await Promise.all([files.json("contents.bin"), files.bytes("columns.bin")]);
    return new Index(files, contents, columns);
  }

  constructor(files, contents, columns) {
    this.files = files;
    this.size = contents.articles;
    this.languages = contents.languages;
    this.endings = new Map(Object.entries(contents.endings).map(([tag, endings]) => [tag, new Set(endings)]));
    this.prefixes = contents.prefixes;
    this.firstForms = contents.words;
    /** Which text an article is a version of, where a text has several. */
    this.texts = new Map(contents.versions.flatMap((articles, text) => articles.map((article) => [article, text])));
    const { lists, places, concepts } = contents.shelves;
    this.shelves = {
      lists: new Shelf(files, "lists", sums(lists.firsts)),
      places: new PlacesShelf(files, "places", sums(places.firsts), places.segments),
      concepts: new Shelf(files, "concepts", sums(concepts.firsts)),
    };
    this.#readColumns(contents.columns, columns);
  }

  #readColumns(specs, bytes) {
    let place = 4 * this.size;
    this.rank = new Uint32Array(bytes.slice(0, place).buffer);
    this.columns = new Map();
    for (const spec of specs) {
      const width = spec.wide ? 2 : 1;
      let counts = null;
      let total = this.size;
      if (!spec.single) {
        counts = bytes.subarray(place, place + this.size);
        place += this.size;
        total = counts.reduce((sum, count) => sum + count, 0);
      }
      const data = bytes.slice(place, place + total * width);
      place += total * width;
      this.columns.set(spec.name, new Column(spec, spec.wide ? new Uint16Array(data.buffer) : data, counts, this.size));
    }
  }

  /** Return what the vocabulary knows of a form, or null. */
  async entry(form) {
    const chunk = await this.#words(lastNotAfter(this.firstForms, form));
    return chunk.get(form) ?? null;
  }

  /** Return every entry whose form begins with *start*. */
  async entriesFrom(start) {
    const found = [];
    for (let number = lastNotAfter(this.firstForms, start); number < this.firstForms.length; number += 1) {
      if (this.firstForms[number] > start && !this.firstForms[number].startsWith(start)) break;
      for (const entry of (await this.#words(number)).values()) if (entry.form.startsWith(start)) found.push(entry);
    }
    return found;
  }

  #words(number) {
    if (!this.#vocabulary.has(number)) {
      this.#vocabulary.set(number, this.files.bytes(`words/${number}.bin`).then((bytes) => this.#readWords(bytes)));
    }
    return this.#vocabulary.get(number);
  }

  #readWords(bytes) {
    const reader = new Reader(bytes);
    const size = reader.number();
    const [shared, rests, counts, sizes] = [0, 1, 2, 3].map(() => reader.numbers(size));
    const total = sizes.reduce((sum, count) => sum + count, 0);
    const [steps, languages, cuts] = [0, 1, 2].map(() => reader.numbers(total));
    const entries = new Map();
    let form = "";
    let place = 0;
    let number = 0;
    for (let row = 0; row < size; row += 1) {
      form = form.slice(0, shared[row]) + reader.letters(rests[row]);
      const classes = [];
      for (const end = place + sizes[row]; place < end; place += 1) {
        const step = Math.floor(steps[place] / 2);
        number += step % 2 ? -(step + 1) / 2 : step / 2;
        classes.push({
          number, likeliest: steps[place] % 2 === 1, language: this.languages[languages[place]], stemLength: form.length - cuts[place],
        });
      }
      entries.set(form, { form, count: counts[row], classes });
    }
    return entries;
  }

  /** Return the list of a class: its forms with their bare words, and where each stands how strongly. */
  list(number) {
    if (!this.#lists.has(number)) this.#lists.set(number, this.shelves.lists.record(number).then((bytes) => readList(bytes, number)));
    return this.#lists.get(number);
  }

  /** Return the fragment of an article: its parts as text. */
  async fragment(article) {
    const bytes = await this.files.bytes(`article/${article}.bin`);
    const reader = new Reader(bytes);
    const marks = readMarks(reader);
    const { parts, ...head } = JSON.parse(new TextDecoder().decode(bytes.subarray(reader.place)));
    return {
      ...head, article,
      parts: parts.map(([field, anchor, language, text], place) => (
        { field, anchor, language, text, mentions: inUnits(marks.get(place) ?? [], text) }
      )),
    };
  }

  /** Return the articles of each variant of a concept; the last are those filed under it. */
  async concept(number) {
    const reader = new Reader(await this.shelves.concepts.record(number));
    return Array.from({ length: reader.number() }, () => {
      let article = 0;
      return Array.from({ length: reader.number() }, () => (article += reader.number()));
    });
  }
}

/** What is known of every article in one respect: the numbers of its values. */
class Column {
  constructor(spec, data, counts, size) {
    Object.assign(this, spec);
    this.data = data;
    this.starts = new Uint32Array(size + 1);
    for (let article = 0; article < size; article += 1) this.starts[article + 1] = this.starts[article] + (counts ? counts[article] : 1);
  }

  /** Return the numbers of the values of an article. */
  of(article) {
    return this.data.subarray(this.starts[article], this.starts[article + 1]);
  }

  /** Return the ids of the values of an article. */
  ids(article) {
    return Array.from(this.of(article), (number) => this.values[number]);
  }
}

/** Read where parts mention concepts: by the place of the part start, length and number of each mention. */
function readMarks(reader) {
  const marks = new Map();
  let place = 0;
  for (let parts = reader.number(); parts > 0; parts -= 1) {
    place += reader.number();
    const mentions = [];
    let start = 0;
    for (let left = reader.number(); left > 0; left -= 1) {
      start += reader.number();
      mentions.push(start, reader.number(), reader.number());
    }
    marks.set(place, mentions);
  }
  return marks;
}

/** Return *mentions*, which count code points of *text*, in the units of its string. */
function inUnits(mentions, text) {
  if (!mentions.length || !/[\u{10000}-\u{10ffff}]/u.test(text)) return mentions;
  const units = [0];
  for (const character of text) units.push(units.at(-1) + character.length);
  return mentions.map((value, place) => {
    if (place % 3 === 2) return value;
    return place % 3 ? units[mentions[place - 1] + value] - units[mentions[place - 1]] : units[value];
  });
}

function readList(bytes, number) {
  const reader = new Reader(bytes);
  let form = "";
  const forms = Array.from({ length: reader.number() }, () => (form = reader.text(form)));
  const words = Array.from({ length: reader.number() }, () => reader.text());
  const bares = words.length ? forms.map(() => words[reader.number()]) : forms;
  const size = reader.number();
  const articles = new Uint32Array(size);
  const starts = new Uint32Array(size + 1);
  const slots = [];
  const impacts = [];
  let article = 0;
  for (let place = 0; place < size; place += 1) {
    const step = reader.number();
    article += Math.floor(step / 2);
    articles[place] = article;
    for (let left = step % 2 ? reader.number() : 1; left > 0; left -= 1) {
      const word = reader.number();
      slots.push(word >> 4);
      impacts.push(word & 15);
    }
    starts[place + 1] = slots.length;
  }
  return { number, forms, bares, articles, starts, slots, impacts };
}
