/* Downloads: what was found as a table, every hit as a table, the citations of the set. */

/** Articles whose citations stand in one file (CITED_TOGETHER in diwan/search/citations.py). */
const TOGETHER = 100;

/** Return a table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function csv(rows) {
  const quote = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  // What a spreadsheet would take for a formula is kept text by an apostrophe.
  const safe = (value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
  return `\ufeff${rows.map((row) => row.map((value) => quote(safe(String(value ?? "")))).join(",")).join("\r\n")}\r\n`;
}

/** Return the citations of *articles*, in order: each as a CSL item, as RIS and as BibTeX. */
export async function citations(index, articles) {
  const chunks = new Map();
  for (const article of articles) {
    const chunk = Math.floor(article / TOGETHER);
    if (!chunks.has(chunk)) chunks.set(chunk, index.files.json(`cite/${chunk}.bin`));
  }
  return Promise.all(articles.map(async (article) => (await chunks.get(Math.floor(article / TOGETHER)))[article % TOGETHER]));
}

/** Hand a file to the reader. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
