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

/** Return the citations of *articles* as CSL-JSON items, in order. */
export async function citations(index, articles) {
  const chunks = new Map();
  for (const article of articles) {
    const chunk = Math.floor(article / TOGETHER);
    if (!chunks.has(chunk)) chunks.set(chunk, index.files.json(`cite/${chunk}.bin`));
  }
  return Promise.all(articles.map(async (article) => (await chunks.get(Math.floor(article / TOGETHER)))[article % TOGETHER]));
}

const RIS = {
  "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR", report: "RPRT",
  webpage: "ELEC", "post-weblog": "BLOG",
};
const BIBTEX = { "article-newspaper": "article", "article-magazine": "article", "article-journal": "article", report: "techreport" };

/** Return items as RIS. */
export function ris(items) {
  return items.map((item) => {
    const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
    const two = (value) => (value ? String(value).padStart(2, "0") : "");
    const lines = [["TY", RIS[item.type]], ["ID", item.id], ["TI", item.title]];
    for (const author of item.author ?? []) lines.push(["AU", author.literal]);
    lines.push([item.type === "report" ? "PB" : "T2", item["container-title"]]);
    if (year) lines.push(["PY", year], ["DA", `${year}/${two(month)}/${two(day)}`]);
    lines.push(["LA", item.language]);
    if (item.URL) lines.push(["UR", item.URL]);
    if (item.note) lines.push(["N1", item.note]);
    return [...lines, ["ER", ""]].map(([tag, value]) => `${tag}  - ${value}`).join("\r\n");
  }).join("\r\n\r\n") + "\r\n";
}

/** Return items as BibTeX for biber and other programs that read UTF-8. */
export function bibtex(items) {
  return items.map((item) => {
    const [year, month, day] = item.issued?.["date-parts"][0] ?? [];
    const type = BIBTEX[item.type] ?? "misc";
    const fields = [["title", item.title]];
    if (item.author) fields.push(["author", item.author.map((author) => `{${escapeTex(author.literal)}}`).join(" and "), true]);
    fields.push([{ article: "journal", techreport: "institution" }[type] ?? "howpublished", item["container-title"]]);
    if (item.type === "article-newspaper") fields.push(["entrysubtype", "newspaper"]);
    if (year) fields.push(["year", String(year)], ["date", [year, month, day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-")]);
    fields.push(["langid", item.language]);
    if (item.URL) fields.push(["url", item.URL, true]);
    if (item.note) fields.push(["note", item.note]);
    const lines = fields.map(([name, value, raw]) => `  ${name} = {${raw ? value : escapeTex(value)}}`);
    return `@${type}{${item.id},\n${lines.join(",\n")}\n}`;
  }).join("\n\n") + "\n";
}

function escapeTex(text) {
  return text.replaceAll("\\", "\\textbackslash ").replace(/[{}]/g, "\\$&").replace(/[&%$#_]/g, "\\$&").replaceAll("~", "\\textasciitilde ").replaceAll("^", "\\textasciicircum ");
}

/** Hand a file to the reader. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
