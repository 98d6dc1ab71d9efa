/*
 * Citations of a found set: `citationsOf(root, ids)` fetches what is known of some articles, `fileOf(found, format)`
 * makes a file of it. Formats: csl, ris, bib, and the styles chicago, apa, mla as text in the language of the page.
 */

const asked = new Map();

/** Fetch JSON once; a later call gets the same promise. */
function get(address) {
  if (!asked.has(address)) {
    asked.set(address, fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    }));
    asked.get(address).catch(() => asked.delete(address));
  }
  return asked.get(address);
}

/** Return the entries of the articles *ids* in their order; *root* is the address of the site's root. */
export async function citationsOf(root, ids) {
  const folder = new URL("data/citations/", new URL(root, location.href));
  const { first } = await get(new URL("index.json", folder).href);
  const fileOfId = (id) => first.findLastIndex((start) => start <= id);
  const numbers = [...new Set(ids.map(fileOfId))].filter((number) => number >= 0);
  const chunks = await Promise.all(numbers.map((number) => get(new URL(`${number}.json`, folder).href)));
  const known = Object.assign({}, ...chunks);
  return ids.filter((id) => id in known).map((id) => known[id]);
}

/** Return a file (name, type, text) of what `citationsOf` found. */
export function fileOf(found, format, language = document.documentElement.lang) {
  if (format === "csl") {
    return { name: "citations.json", type: "application/vnd.citationstyles.csl+json", text: `[${found.map((entry) => JSON.stringify(entry.csl)).join(",\n")}]\n` };
  }
  if (format === "ris") {
    return { name: "citations.ris", type: "application/x-research-info-systems", text: found.map((entry) => entry.ris).join("") };
  }
  if (format === "bib") {
    return { name: "citations.bib", type: "application/x-bibtex", text: found.map((entry) => entry.bib).join("\n") };
  }
  const lines = found.map((entry) => (entry.cite[language] ?? entry.cite.en)[format]);
  return { name: `citations.${format}.txt`, type: "text/plain", text: lines.map((line) => `${line}\n`).join("") };
}

/** Offer a file for saving. */
export function save({ name, type, text }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // Milliseconds; the browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
