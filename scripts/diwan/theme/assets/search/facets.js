/* Facets: how many of the articles found have each value; exact, for whatever was asked. */

/** Return the articles among *hits* with a chosen value in every facet in which values are chosen. */
export function select(index, hits, chosen) {
  const tests = testsOf(index, chosen);
  return articlesWhere(index, (article) => hits[article] && tests.every(([, fits]) => fits(article)));
}

/**
 * Return the count of each value of each column. A facet's own choice does not narrow its own counts: they say what
 * one would find by choosing another value as well. By texts, the versions of one count once for each value.
 */
export function countFacets(index, hits, chosen, unit) {
  const tests = testsOf(index, chosen);
  const counts = new Map([...index.columns].map(([name, column]) => [name, new Uint32Array(column.values.length)]));
  const seen = new Set();
  for (let article = 0; article < index.size; article += 1) {
    if (!hits[article]) continue;
    const text = unit === "texts" ? index.texts.get(article) : undefined;
    const first = (key) => text === undefined || (!seen.has(key) && seen.add(key));
    const failed = tests.filter(([, fits]) => !fits(article)).map(([name]) => name);
    if (failed.length > 1) continue;
    for (const [name, column] of index.columns) {
      if (!failed.length || failed[0] === name) for (const value of column.of(article)) if (first(`${name} ${value} ${text}`)) counts.get(name)[value] += 1;
    }
  }
  return counts;
}

/** Return how many independent texts *articles* are. */
export function countTexts(index, articles) {
  return new Set(articles.map((article) => index.texts.get(article) ?? `alone ${article}`)).size;
}

function testsOf(index, chosen) {
  return Object.entries(chosen).filter(([name, ids]) => ids.length && index.columns.has(name)).map(([name, ids]) => {
    const column = index.columns.get(name);
    const wanted = new Set(name === "year" ? yearNumbers(column, ids) : ids.map((id) => column.values.indexOf(id)));
    return [name, (article) => column.of(article).some((value) => wanted.has(value))];
  });
}

/** Years are chosen as ranges: `2020..2024`. */
function yearNumbers(column, ranges) {
  return column.values.flatMap((year, number) => (ranges.some((range) => inRange(Number(year), range)) ? [number] : []));
}

function inRange(year, range) {
  const [from, to = from] = range.split("..");
  return (!from || year >= Number(from)) && (!to || year <= Number(to));
}

function articlesWhere(index, fits) {
  const found = [];
  for (let article = 0; article < index.size; article += 1) if (fits(article)) found.push(article);
  return found;
}
