/* From a word of the query to the forms it finds: as written, as the same word otherwise written, as its stem. */

/** How near a form is to the word asked for. */
export const EXACT = 0;
export const SAME_WORD = 1;
export const SAME_STEM = 2;
/** Letters a stem must have before a word the corpus does not know is taken for one of its forms. */
const STEM_MIN = 4;
const ARABIC_STEM_MIN = 3;
/** A stem this long is taken for the word's whatever short ending follows: small languages have not shown all of theirs. */
const SURE_STEM = 6;
const ENDING_MAX = 4;
const SCRIPTS = [[/^[\u0600-\u077f]/, ["ar", "fa", "ur"]], [/^[\u0590-\u05ff]/, ["he"]]];

/**
 * Return a term: for each class its list and the level of each of its forms (null where a form does not count),
 * and all forms with their level.
 */
export async function resolve(index, word, { loose = true } = {}) {
  const wanted = new Map();
  for (const form of word.forms) {
    if (word.start) await byPrefix(index, form, wanted);
    else await byForm(index, form, wanted, loose);
  }
  return term(index, wanted, loose ? SAME_STEM : SAME_WORD);
}

/** Return the term of everything that begins with *start*; Arabic words also behind what is written together with them. */
export async function resolvePrefix(index, start) {
  const wanted = new Map();
  await byPrefix(index, start, wanted);
  const arabic = index.prefixes.ar;
  if (arabic && SCRIPTS[0][0].test(start)) {
    const behind = arabic.prefixes.filter((prefix) => prefix.length > 1 || start.length >= STEM_MIN);
    for (const prefix of behind) await byPrefix(index, prefix + start, wanted, SAME_WORD);
  }
  return term(index, wanted, SAME_WORD);
}

async function byPrefix(index, start, wanted, level = EXACT) {
  for (const entry of await index.entriesFrom(start)) {
    for (const known of entry.classes) {
      const want = wanted.get(known.number) ?? { only: new Map() };
      want.only?.set(entry.form, entry.form === start ? EXACT : Math.max(level, SAME_WORD));
      wanted.set(known.number, want);
    }
  }
}

async function byForm(index, form, wanted, loose) {
  const entry = await index.entry(form);
  const seen = new Set();
  for (const known of entry?.classes ?? []) {
    if (!known.likeliest) continue;
    seen.add(known.language);
    add(wanted, known.number, form);
  }
  for (const [script, languages] of SCRIPTS) {
    if (script.test(form)) for (const language of languages) if (!seen.has(language) && index.languages.includes(language)) await behindPrefix(index, form, language, wanted, seen);
  }
  if (loose) await byAnalogy(index, form, wanted, seen);
}

function add(wanted, number, form, level = EXACT) {
  const want = wanted.get(number) ?? { asked: new Map() };
  if (want.asked) want.asked.set(form, Math.min(level, want.asked.get(form) ?? level));
  wanted.set(number, want);
}

/**
 * A form that a language does not have: without what may be written together with it, else with it. Persian and Urdu
 * are asked for Arabic words without the Arabic article.
 */
async function behindPrefix(index, form, language, wanted, seen) {
  const habits = index.prefixes[language === "he" ? "he" : "ar"];
  if (!habits) return;
  const bare = habits.prefixes.filter((prefix) => form.startsWith(prefix) && form.length - prefix.length > 1).map((prefix) => form.slice(prefix.length));
  // Each try may load a chunk of the vocabulary, so the many are made only for a word that no language has.
  const many = seen.size ? [] : [[form, ...bare].map((rest) => habits.article + rest), habits.prefixes.map((prefix) => prefix + form)];
  for (const tries of [bare, ...many]) {
    const found = await Promise.all(tries.map(async (other) => [other, (await index.entry(other))?.classes.find((one) => one.language === language && one.likeliest)]));
    for (const [other, known] of found) {
      if (!known) continue;
      seen.add(language);
      add(wanted, known.number, other, SAME_WORD);
      // Of two ways to take something off, the one that takes most is right; put before it, all are.
      if (tries === bare) break;
    }
    if (seen.has(language)) return;
  }
}

/** A form the corpus does not have, but its stem with another ending: found by the endings the language is seen to have. */
async function byAnalogy(index, form, wanted, seen) {
  const least = SCRIPTS[0][0].test(form) ? ARABIC_STEM_MIN : STEM_MIN;
  if (form.length <= least) return;
  const best = new Map();
  for (const entry of await index.entriesFrom(form.slice(0, Math.max(least, form.length - 6)))) {
    for (const known of entry.classes) {
      const { language, stemLength } = known;
      if (seen.has(language) || !known.likeliest || stemLength < least || stemLength <= (best.get(language)?.stemLength ?? 0)) continue;
      const ending = form.slice(stemLength);
      const endings = index.endings.get(language);
      const usual = endings?.has(ending) || (stemLength >= SURE_STEM && ending.length <= ENDING_MAX);
      const longer = entry.form.startsWith(form) && endings?.has(entry.form.slice(form.length));
      const fits = longer || (usual && form.startsWith(entry.form.slice(0, stemLength)));
      if (fits) best.set(language, known);
    }
  }
  for (const { number } of best.values()) add(wanted, number, form, SAME_STEM);
}

async function term(index, wanted, loosest) {
  const classes = await Promise.all([...wanted].map(async ([number, want]) => {
    const list = await index.list(number);
    const levels = want.only ? list.forms.map((form) => want.only.get(form) ?? null) : levelsOf(list, want.asked, loosest);
    return { number, list, levels };
  }));
  const forms = new Map();
  for (const { list, levels } of classes) {
    list.forms.forEach((form, slot) => {
      if (levels[slot] !== null) forms.set(form, Math.min(levels[slot], forms.get(form) ?? SAME_STEM));
    });
  }
  return { classes, forms };
}

function levelsOf(list, asked, loosest) {
  const levels = list.forms.map(() => SAME_STEM);
  for (const [form, level] of asked) {
    const slot = list.forms.indexOf(form);
    const bare = slot >= 0 ? list.bares[slot] : form;
    // Another way to type a form (ue for ü) names no form of the class: then each of them is meant.
    const alias = slot < 0 && !list.bares.includes(form) && level === EXACT;
    list.forms.forEach((other, place) => {
      if (place === slot) levels[place] = level;
      else if (alias || list.bares[place] === bare) levels[place] = Math.min(levels[place], Math.max(level, SAME_WORD));
    });
  }
  return levels.map((level) => (level <= loosest ? level : null));
}
