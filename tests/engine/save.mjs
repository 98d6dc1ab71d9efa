// What Zotero itself saves from pages of a built site: its engine and translators, as the npm package
// `zotero-translators` bundles them, get each page's bytes and its address, and nothing from the network.
//
//   SITE_URL=https://corpus.example/gulf/ make build
//   cd tests/engine && npm install --ignore-scripts --no-package-lock
//   node save.mjs ../../site > saved.new && mv saved.new saved.tsv
//
// The pages are those that saved.tsv names already; others can be named behind the site. tests/test_zotero.py compares
// the record with the site as it is built now.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ADDRESS = process.env.SITE_URL ?? "https://corpus.example/gulf/";
const COLUMNS = ["page", "type", "title", "creators", "outlet", "date", "language", "url", "rights", "extra"];
const require = createRequire(import.meta.url);
const { JSDOM } = require("jsdom");
const xpath = require("wicked-good-xpath");

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true; // the engine reports its steps there
require("zotero-translators");

/** Return what the engine makes of a page, and which translator made it. */
async function save(site, page) {
  const { window } = new JSDOM(readFileSync(join(site, page, "index.html"), "utf8"), { url: ADDRESS + page });
  xpath.install(window, true);
  // XPath puts what it finds in order; attributes are no nodes to this release of jsdom, so their elements are asked.
  window.Attr.prototype.compareDocumentPosition = function (other) {
    return this.ownerElement.compareDocumentPosition(other.ownerElement);
  };
  const translation = new Zotero.Translate.Web();
  translation.setDocument(window.document);
  const [translator] = await translation.getTranslators();
  translation.setTranslator(translator);
  const [item] = await translation.translate({ libraryID: false, saveAttachments: false });
  return [item, `${translator.label} of ${translator.lastUpdated}`];
}

function cells(page, item) {
  const creators = item.creators.map(({ lastName, firstName }) => (firstName ? `${lastName}, ${firstName}` : lastName));
  const outlet = item.itemType === "report" ? item.institution : item.publicationTitle;
  const found = [page, item.itemType, item.title, creators.join("; "), outlet, item.date, item.language, item.url, item.rights, item.extra];
  return found.map((cell) => (cell ?? "").replace(/\s+/g, " ")).join("\t");
}

const recorded = () => readFileSync("saved.tsv", "utf8").split("\n").slice(2).map((line) => line.split("\t")[0]).filter(Boolean);
const [site, ...named] = process.argv.slice(2);
const used = new Set();
const rows = [];
for (const page of named.length ? named : recorded()) {
  const [item, translator] = await save(site, page);
  used.add(translator);
  rows.push(cells(page, item));
}
const day = new Date().toISOString().slice(0, 10);
const { version } = require("zotero-translators/package.json");
write(`# Recorded ${day} by zotero-translators ${version}, translator ${[...used].join(", ")}\n`);
write(`${[COLUMNS.join("\t"), ...rows].join("\n")}\n`);
