/* Elements, words of the interface, directions of languages. */

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"]);

/** Return a new element; attributes that begin with "on" are listeners, null and false leave one out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

/** Return the direction in which a language is written. */
export function directionOf(language) {
  return RIGHT_TO_LEFT.has(language.split("-")[0]) ? "rtl" : "ltr";
}

/** Return the attributes of an element in another language than its page. */
export function spoken(language) {
  return { lang: language, dir: directionOf(language) };
}

/**
 * Return a function that says the words of the interface, with {values} filled in; {count:article} is a number with its
 * noun, by the plural categories of CLDR, which every browser knows.
 */
export function speaker(words) {
  const category = new Intl.PluralRules(document.documentElement.lang);

  function counted(number, noun, oblique) {
    const form = `noun.${noun}.${category.select(number)}`;
    return (words[`${form}${oblique}`] ?? words[form]).replace("{n}", number);
  }

  return (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)(?::(\w+)(\.of|))?\}/g, (whole, name, noun, oblique) => {
      if (!(name in values)) return whole;
      return noun ? counted(values[name], noun, oblique) : values[name];
    });
}

/** Return a text in pieces, those that are hit marked. */
export function marked(pieces) {
  return [...pieces].map(({ text, hit }) => (hit ? make("mark", {}, text) : text));
}
