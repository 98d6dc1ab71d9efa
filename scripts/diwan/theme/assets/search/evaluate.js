/* Evaluation: from the tree of a query to the articles it finds, and how strongly each word stands in them. */

import { fold } from "./fold.js";
import { phraseArticles } from "./phrases.js";
import { EXACT, SAME_WORD, resolve, resolvePrefix } from "./terms.js";

const IMPACT_MAX = 15;
/** The least and the most a word can count by how near the form is: whatever is exact stands above what is not. */
const BANDS = [[0.5, 1], [0.25, 0.5], [0, 0.25]];
/** A concept counts as a word that stands in a text exactly; being filed under it counts more than being named. */
const NAMED = 0.6;
const FILED = 0.9;

/** Return the tree with what each leaf finds: `hits` (a bit an article), `strength` (0 to 1), `forms`. */
export async function evaluate(index, names, tree, switchedOff = new Set()) {
  if (tree.all) return combine(index, "all", await each(tree.all));
  if (tree.any) return combine(index, "any", await each(tree.any));
  if (tree.not) {
    // What is excluded is the word itself: who does not want Iran may still want Iranian.
    const { hits } = await evaluate(index, names, { ...tree.not, loose: false }, switchedOff);
    return { ...tree, hits: hits.map((hit) => 1 - hit), strength: null };
  }
  if (tree.field === "concept") return { ...tree, ...(await concept(index, names, tree.value, switchedOff)) };
  if (tree.field) return { ...tree, hits: filter(index, tree.field, tree.value), strength: null };
  if (tree.prefix) return { ...tree, ...standing(index, await resolvePrefix(index, tree.prefix)) };
  if (tree.word) return { ...tree, ...standing(index, await resolve(index, tree.word, { loose: tree.loose ?? true })) };
  const found = await phrase(index, tree);
  // Words that only a hyphen joins may stand apart, if they never stand together.
  if (tree.quoted || found.hits.some(Boolean)) return { ...tree, ...found };
  return { ...combine(index, "all", await each(tree.phrase.map((word) => ({ word, written: word.written, at: tree.at })))), at: tree.at };

  function each(nodes) {
    return Promise.all(nodes.map((node) => evaluate(index, names, node, switchedOff)));
  }
}

function combine(index, how, nodes) {
  const hits = new Uint8Array(index.size);
  for (let article = 0; article < index.size; article += 1) {
    hits[article] = how === "all" ? nodes.every((node) => node.hits[article]) : nodes.some((node) => node.hits[article]);
  }
  return { [how]: nodes, hits };
}

/** Where a term stands, and how strongly: by the nearest form there, then by how much the article is about it. */
function standing(index, { classes, forms }) {
  const hits = new Uint8Array(index.size);
  const strength = new Float32Array(index.size);
  for (const { list, levels } of classes) {
    for (let place = 0; place < list.articles.length; place += 1) {
      for (let at = list.starts[place]; at < list.starts[place + 1]; at += 1) {
        const level = levels[list.slots[at]];
        if (level === null) continue;
        const article = list.articles[place];
        const [low, high] = BANDS[level];
        hits[article] = 1;
        strength[article] = Math.max(strength[article], low + ((high - low) * list.impacts[at]) / IMPACT_MAX);
      }
    }
  }
  return { hits, strength, forms };
}

async function phrase(index, { phrase: words, quoted }) {
  const terms = await Promise.all(words.map((word) => resolve(index, word, { loose: false })));
  const parts = terms.map((term) => standing(index, term));
  const hits = words.length > 1 ? await phraseArticles(index, terms) : parts[0].hits;
  const strength = new Float32Array(index.size);
  hits.forEach((hit, article) => {
    if (hit) strength[article] = Math.min(...parts.map((part) => part.strength[article]));
  });
  return { hits, strength, sequence: terms.map((term) => term.forms), quoted };
}

async function concept(index, names, id, switchedOff) {
  const named = names.byId(id);
  const hits = new Uint8Array(index.size);
  const strength = new Float32Array(index.size);
  if (!named) return { hits, strength };
  const found = await index.concept(named.number);
  found.forEach((articles, place) => {
    const filed = place === found.length - 1;
    if (switchedOff.has(`${named.key}|${filed ? "" : named.variants[place].written}`)) return;
    for (const article of articles) {
      hits[article] = 1;
      strength[article] = Math.max(strength[article], filed ? FILED : NAMED);
    }
  });
  return { hits, strength, concept: named };
}

/** Return the articles with one of several values, by id or by label in either language: `outlet:araa,"islam times"`. */
export function filter(index, field, wanted) {
  const hits = new Uint8Array(index.size);
  for (const part of wanted.split(",").map((one) => one.trim()).filter(Boolean)) {
    for (const [column, values] of chosen(index, field, part)) {
      for (let article = 0; article < index.size; article += 1) {
        if (!hits[article] && column.of(article).some((value) => values.has(value))) hits[article] = 1;
      }
    }
  }
  return hits;
}

function* chosen(index, field, part) {
  if (field === "year") {
    const column = index.columns.get("year");
    const [from, to = from] = part.split(/\.\.|[-–]/u);
    const fits = (year) => (!from || year >= Number(fold(from))) && (!to || year <= Number(fold(to)));
    yield [column, numbersWhere(column, (id) => fits(Number(id)))];
  } else if (field === "stance") {
    const [answer, question] = part.split(/[=/]/u).reverse();
    for (const [name, column] of index.columns) {
      if (!name.startsWith("stance:") || (question && !same(name.slice(7), question) && !column.question.some((label) => same(label, question)))) continue;
      yield [column, valuesCalled(column, answer)];
    }
  } else {
    const column = index.columns.get(field);
    if (column) yield [column, valuesCalled(column, part)];
  }
}

/** A value is called by its id, its label, or the beginning of either if nothing is called so in full. */
function valuesCalled(column, name) {
  const exact = numbersWhere(column, (id, labels) => same(id, name) || labels.some((label) => same(label, name)));
  if (exact.size) return exact;
  const start = plain(name);
  return numbersWhere(column, (id, labels) => plain(id).startsWith(start) || labels.some((label) => plain(label).startsWith(start)));
}

function numbersWhere(column, fits) {
  return new Set(column.values.flatMap((id, number) => (fits(id, column.labels?.[number] ?? []) ? [number] : [])));
}

function same(one, other) {
  return plain(one) === plain(other);
}

function plain(text) {
  return fold(text).replace(/[-_\s]+/gu, " ").trim();
}

