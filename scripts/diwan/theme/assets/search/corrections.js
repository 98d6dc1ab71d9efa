/* Typing errors: the nearest form of the corpus to a word that it does not have. */

/** Letters; a word this long may have two errors, a shorter one only one. */
const TWO_ERRORS_FROM = 6;
const SHORTEST = 3;

/** Return the form nearest to *form*, the most frequent of several, or null. */
export async function correct(index, form) {
  if (form.length < SHORTEST || (await index.entry(form))?.count) return null;
  const most = form.length >= TWO_ERRORS_FROM ? 2 : 1;
  let best = null;
  for (const start of starts(form)) {
    for (const entry of await index.entriesFrom(start)) {
      if (Math.abs(entry.form.length - form.length) > most || !entry.count) continue;
      const errors = distance(form, entry.form, most);
      if (errors <= most && (!best || errors < best.errors || (errors === best.errors && entry.count > best.entry.count))) best = { errors, entry };
    }
  }
  return best?.entry.form ?? null;
}

/** The beginnings that a form with an error may have: its own, two letters exchanged, the first one lost or put in. */
function starts(form) {
  return [...new Set([form.slice(0, 2), form[1] + form[0], form[0] + (form[2] ?? ""), form.slice(1, 3), ...(form.length > 4 ? [form[0]] : [])])]
    .filter((start, place, all) => !all.some((other, at) => at !== place && start !== other && start.startsWith(other)));
}

/** Return the number of letters to put in, leave out, replace or exchange with the next; more than *most* is enough. */
function distance(one, other, most) {
  let [before, last] = [null, Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      here[column] = Math.min(last[column] + 1, here[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        here[column] = Math.min(here[column], before[column - 2] + 1);
      }
    }
    if (Math.min(...here) > most) return most + 1;
    [before, last] = [last, here];
  }
  return last[other.length];
}
