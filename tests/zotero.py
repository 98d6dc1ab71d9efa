"""What Zotero saves from a page, by the rules of its import of embedded metadata.

Written from reading how its translators "Embedded Metadata" and "RDF" and its `cleanAuthor` decide (their repository is
zotero/translators). Only what a page of this site can meet is here: prefixes and `schema.` links, the order in which item
types are believed, HighWire tags over RDF, and the guesses that fill what is missing, among them those that would be
wrong. What Zotero's engine itself made of the same pages is recorded in `engine/saved.tsv`, by `engine/save.mjs`.
"""

import re

from lxml import html

DC = "http://purl.org/dc/elements/1.1/"
_PREFIXES = {
    "dc": DC, "dcterms": "http://purl.org/dc/terms/", "og": "http://ogp.me/ns#",
    "article": "http://ogp.me/ns/article#", "book": "http://ogp.me/ns/book#",
    "bib": "http://purl.org/net/biblio#", "bibo": "http://purl.org/ontology/bibo/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/", "eprints": "http://purl.org/eprint/terms/",
    "so": "http://schema.org/", "z": "http://www.zotero.org/namespaces/export#",
}  # fmt: skip
_HIGHWIRE = {
    "citation_title": "title", "citation_publication_date": "date", "citation_date": "date",
    "citation_journal_title": "publicationTitle", "citation_publisher": "publisher",
    "citation_abstract": "abstractNote", "citation_public_url": "url", "citation_language": "language",
}  # fmt: skip
_HIGHWIRE_TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
}
_ITEM_TYPES = {
    "newspaperArticle", "magazineArticle", "journalArticle", "report", "blogPost", "webpage", "book", "document",
}  # fmt: skip
_OPEN_GRAPH_TYPES = {"website": "webpage", "book": "book", "video.movie": "videoRecording"}
_DOI = re.compile(r"10(?:\.[0-9]{4,})?/\S*[^\s.,]")
_BYLINES = ("byline", "bylines", "vcard", "article-byline")


def save(page: str, address: str) -> dict:
    """Return the item that Zotero makes of the HTML of a page at an address."""
    document = html.fromstring(page)
    tags = [
        (name, content)
        for meta in document.iter("meta")
        if (name := meta.get("name") or meta.get("property")) and (content := meta.get("content"))
    ]
    facts, type_known, type_guessed = _statements(document, tags)
    item = _from_rdf(facts, type_guessed or ("webpage" if facts else None))
    _add_highwire(item, tags, type_known)
    _guess_the_rest(item, document, address)
    return item


def _statements(document, tags):
    """Return what the tags state by property, the type that HighWire tags fix, and the one they suggest."""
    prefixes = dict(_PREFIXES)
    for link in document.iter("link"):
        if found := re.match(r"schema\.([a-zA-Z]+)", link.get("rel") or ""):
            prefixes[found[1].lower()] = link.get("href")
    facts: dict[str, list[str]] = {}
    known = guessed = None
    for names, content in tags:
        for name in names.split():
            parts = re.split(r"[.:_]", name)
            inner = parts[1].lower() if len(parts) > 2 else ""  # og:video:tag
            if inner in prefixes:
                prefix, length = inner, len(parts[0]) + len(parts[1]) + 1
            else:
                prefix, length = parts[0].lower(), len(parts[0])
            if prefix in prefixes:
                local = name[length + 1 :]
                facts.setdefault(prefixes[prefix] + local[:1].lower() + local[1:], []).append(content)
            else:
                short = name[max(name.rfind("citation_"), 0) :]
                known = _HIGHWIRE_TYPES.get(short, known)
                guessed = guessed or ("journalArticle" if short == "citation_title" else None)
    return facts, known, guessed


def _from_rdf(facts, default):
    def first(*properties):
        return next((facts[name][0] for name in properties if name in facts), None)

    og, article, dcterms = _PREFIXES["og"], _PREFIXES["article"], _PREFIXES["dcterms"]
    kind = first(DC + "type", dcterms + "type")
    typed = kind if kind in _ITEM_TYPES else None
    open_graph = first(og + "type")
    creators = [clean_author(name, comma="," in name) for name in facts.get(DC + "creator", [])]
    return {
        "itemType": first(_PREFIXES["z"] + "itemType") or _OPEN_GRAPH_TYPES.get(open_graph or "") or typed
        or default or ("journalArticle" if open_graph == "article" else None),
        "title": first(DC + "title", dcterms + "title", og + "title"),
        "creators": creators,
        "publicationTitle": first(DC + "source", dcterms + "source", og + "site_name"),
        "rights": first(DC + "rights", dcterms + "rights"),
        "section": first(article + "section"),
        "publisher": first(DC + "publisher", dcterms + "publisher"),
        "date": first(og + "published_time", article + "published_time", dcterms + "issued", DC + "date"),
        "url": first(og + "url"),
        "abstractNote": first(og + "description", DC + "description", dcterms + "abstract"),
        "language": first(DC + "language", dcterms + "language"),
        # An address with a day in it, `2025/10/10/iran`, is taken for a DOI, which news keep among their remarks.
        "extra": next((f"DOI: {ident}" for ident in facts.get(DC + "identifier", []) if _DOI.search(ident)), None),
    }  # fmt: skip


def _add_highwire(item, tags, type_known):
    """HighWire tags override what was there; a name counts if it ends with theirs, and the first of each counts."""
    for wanted, field in _HIGHWIRE.items():
        value = next((content for name, content in tags if name.endswith(wanted)), "")
        if value.strip():
            item[field] = " ".join(value.split())
    nodes = [content for name, content in tags if name.endswith("citation_author")]
    language = next((content for name, content in tags if name.endswith("citation_language")), None)
    creators = [author for node in nodes for author in _authors(node, len(nodes) == 1, language)]
    item["creators"] = creators or item["creators"]
    item["itemType"] = type_known or item["itemType"]


def _authors(node, alone, language):
    names = re.split(r"\s*;\s*", node)
    if len(names) == 1 and alone:
        parts = re.split(r"\s*,\s*", names[0])
        spanish = len(parts) == 2 and language in ("es", "spa") and len(parts[0].split(" ")) == 2
        if len(parts) > 1 and " " in parts[0] and " " in parts[1] and not spanish:
            names = parts
    for name in names:
        if re.search(r"[^\s,.;-]", name):
            yield clean_author(name.strip(), comma="," in name)


def clean_author(author, *, comma):
    """Take a name apart at its comma or its last space; a body keeps its whole name as last name."""
    author = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", author)
    author = re.sub(r"\s+", " ", author, count=1)
    if comma:
        last, _, first = re.sub(r"\.([^ ])", r". \1", author, count=1).partition(",")
        first = first.strip().split(", ")[0]
    else:
        first, _, last = author.rpartition(" ")
    first = " ".join(
        f"{part}." if re.fullmatch(r"-?[A-ZА-Я]", part) else part
        for part in first.replace(". ", ".").replace(".", ". ").split()
    )
    return {"firstName": first, "lastName": last}


def _guess_the_rest(item, document, address):
    """What is missing is guessed from the page, as Zotero does: rightly or not."""
    item["title"] = re.sub(r"\s+", " ", item["title"] or document.findtext(".//title"))
    if item["publicationTitle"]:
        ending = re.compile(rf"\s*[-–—=_:|~#]\s*{re.escape(item['publicationTitle'])}\s*$", re.IGNORECASE)
        item["title"] = ending.sub("", item["title"])
    if not item["creators"]:
        named = [
            meta.get("content")
            for meta in document.iter("meta")
            if (meta.get("name") or "").lower() == "author"
        ]
        named += [
            meta.get("content") for meta in document.iter("meta") if meta.get("property") == "article:author"
        ]
        named += [
            e.text_content() for e in document.iter() if set(_BYLINES) & set((e.get("class") or "").split())
        ]
        item["creators"] = [clean_author(name, comma=False) for name in named if name and name.strip()]
    item["url"] = item["url"] or next(iter(document.xpath("//head/link[@rel='canonical']/@href")), address)
    item["language"] = item["language"] or document.get("lang")
    item["date"] = item["date"] or next(iter(document.xpath("//time[@datetime]/@datetime")), None)
    if item["itemType"] == "report":
        item["institution"] = item["publisher"]
