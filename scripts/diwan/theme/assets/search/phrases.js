/* Phrases: words side by side, by their places in the articles that have all of them. */

import { Reader } from "./files.js";
import { lastNotAfter } from "./files.js";

/** Articles whose places stand in one record (SEGMENT in diwan/search/postings.py). */
const SEGMENT = 256;

/** Return the articles in which *terms* stand next to each other in this order, as a bit for each article. */
export async function phraseArticles(index, terms) {
  const candidates = common(index.size, terms);
  const hits = new Uint8Array(index.size);
  if (!candidates.length) return hits;
  const places = await Promise.all(terms.map((term) => placesOf(index, term, candidates)));
  for (const article of candidates) {
    const following = places.slice(1).map((found) => new Set(found.get(article)));
    if ((places[0].get(article) ?? []).some((start) => following.every((found, step) => found.has(start + step + 1)))) hits[article] = 1;
  }
  return hits;
}

/** Return the articles that have a counting form of every term, in order. */
function common(size, terms) {
  const counts = new Uint8Array(size);
  terms.forEach((term, step) => {
    for (const { list, levels } of term.classes) {
      for (let place = 0; place < list.articles.length; place += 1) {
        if (counts[list.articles[place]] === step && counted(list, levels, place)) counts[list.articles[place]] = step + 1;
      }
    }
  });
  const found = [];
  for (let article = 0; article < size; article += 1) if (counts[article] === terms.length) found.push(article);
  return found;
}

function counted(list, levels, place) {
  for (let at = list.starts[place]; at < list.starts[place + 1]; at += 1) if (levels[list.slots[at]] !== null) return true;
  return false;
}

/** Return the places of a term in each of the *candidates* that has it. */
async function placesOf(index, term, candidates) {
  const found = new Map();
  await Promise.all(term.classes.map(async ({ list, levels }) => {
    const wanted = new Map();
    for (const article of candidates) {
      const place = lastNotAfter(list.articles, article);
      if (list.articles[place] !== article) continue;
      const segment = Math.floor(place / SEGMENT);
      if (!wanted.has(segment)) wanted.set(segment, new Set());
      wanted.get(segment).add(place);
    }
    await Promise.all([...wanted].map(async ([segment, places]) => {
      const bytes = await index.shelves.places.record(list.number, segment);
      readPlaces(bytes, segment * SEGMENT, places, list, levels, found);
    }));
  }));
  return found;
}

function readPlaces(bytes, first, wanted, list, levels, found) {
  const reader = new Reader(bytes);
  const forms = list.forms.length;
  const last = Math.max(...wanted);
  for (let place = first; place <= last; place += 1) {
    const here = wanted.has(place);
    const article = list.articles[place];
    if (here && !found.has(article)) found.set(article, []);
    let position = 0;
    for (let left = reader.number(); left > 0; left -= 1) {
      const value = reader.number();
      position += Math.floor(value / forms);
      if (here && levels[value % forms] !== null) found.get(article).push(position);
    }
  }
}
