"""One click into Zotero: what it saves from an article's page is what the record says."""

import json

import pytest

from citing import catalogue_of
from conftest import EDITION, ROOT
from zotero import save


@pytest.fixture(scope="module")
def saved(site_public):
    """Every article with what Zotero saves from its English and from its Arabic page."""
    catalogue = catalogue_of(ROOT / "corpus")
    found = []
    for item in catalogue.items():
        for prefix in ("", "ar/"):
            page = site_public / prefix / item.path / "index.html"
            address = f"http://127.0.0.1:8000/{prefix}{item.path}"
            found.append((item, save(page.read_text(encoding="utf-8"), address)))
    return found


def expected_creators(item):
    """Return the creators as Zotero keeps them: initials apart, the name of a body whole."""
    return [(" ".join(name.given.split()), name.family) for name in item.authors]


def test_zotero_saves_the_article_and_not_the_page(saved):
    """Type, title, creators, outlet, date, language, rights and address are right on every page of every article."""
    wrong = []
    for item, got in saved:
        point = item.date
        date = "/".join(f"{p:02d}" for p in (point.year, point.month, point.day) if p) if point else None
        outlet = got["institution"] if got["itemType"] == "report" else got["publicationTitle"]
        pairs = {
            "type": (got["itemType"], item.genre.zotero),
            "title": (got["title"], item.title),
            "creators": ([(c["firstName"], c["lastName"]) for c in got["creators"]], expected_creators(item)),
            "outlet": (outlet, item.outlet),
            "date": (got["date"], date),
            "language": (got["language"], item.language),
            "rights": (got["rights"], item.rights),
            "summary": (got["abstractNote"] or "", item.abstract),
            "url": (got["url"], item.url),
            "extra": (got["extra"], None),
        }
        wrong += [(item.id, field, *pair) for field, pair in pairs.items() if pair[0] != pair[1]]
    assert wrong == []
    assert len(saved) >= 60


def test_zotero_itself_saved_the_same(site_public):
    """Its own engine, run on pages of this site, read them as we do; a page that changed must be run again."""
    head, columns, *rows = (ROOT / "tests/engine/saved.tsv").read_text(encoding="utf-8").splitlines()
    assert head.startswith("# Recorded 2")
    differing = {}
    for row in rows:
        engine = dict(zip(columns.split("\t"), row.split("\t"), strict=True))
        page = engine.pop("page")
        ours = told(
            save((site_public / page / "index.html").read_text(encoding="utf-8"), EDITION["SITE_URL"] + page)
        )
        differing |= {
            f"{page} {field}": (ours[field], engine[field])
            for field in engine
            if ours[field] != engine[field]
        }
    assert differing == {}, "run tests/engine/save.mjs again (how is said in it) and look at what it changes"
    assert len(rows) >= 60
    assert {"ar", "en", "fa", "he", "ru", "tr", "ur"} <= {row.split("\t")[6] for row in rows}


def told(item):
    """Return an item as the record of the engine writes it."""
    names = (
        f"{c['lastName']}, {c['firstName']}" if c["firstName"] else c["lastName"] for c in item["creators"]
    )
    outlet = item["institution"] if item["itemType"] == "report" else item["publicationTitle"]
    return {"type": item["itemType"], "creators": "; ".join(names), "outlet": outlet or ""} | {
        field: " ".join((item[field] or "").split())
        for field in ("title", "date", "language", "url", "rights", "extra")
    }


def test_the_pages_tried_cover_what_goes_wrong_elsewhere(saved):
    """Among them are Arabic and Hebrew articles, several authors, no author, no date, and every type."""
    items = [item for item, _ in saved]
    assert {"ar", "he", "fa", "en", "ru"} <= {item.language for item in items}
    assert {0, 1, 2, 3} <= {len(item.authors) for item in items}
    assert any(not item.date for item in items)
    assert any(author.given == "" for item in items for author in item.authors)
    assert {"newspaperArticle", "magazineArticle", "journalArticle", "report", "blogPost"} == {
        i.genre.zotero for i in items
    }


def test_the_rules_notice_what_a_page_without_care_would_give():
    """A page of the usual kind is saved wrongly: site for outlet, journal article, language of the shell."""
    page = """<html lang="en"><head><title>A headline | Corpus</title>
    <meta property="og:type" content="article"><meta property="og:site_name" content="Corpus">
    <meta name="DC.identifier" content="https://paper.example/2025/10/10/iran">
    <meta name="citation_title" content="A headline"><meta name="citation_author" content="Ali Rostami, Abu Bakr Hassan">
    </head><body><p class="byline">by X</p><time datetime="2001-01-01">then</time></body></html>"""
    got = save(page, "https://corpus.example/1/")
    assert (got["itemType"], got["publicationTitle"], got["language"]) == ("journalArticle", "Corpus", "en")
    assert (got["date"], len(got["creators"])) == ("2001-01-01", 2)
    assert got["extra"] == "DOI: https://paper.example/2025/10/10/iran"


def test_linked_data_is_json_and_names_the_article(saved, site_public):
    """Each page has one block of JSON-LD, which processors expand; that of the data names files that are there."""
    import re

    from pyld import jsonld

    pattern = r'<script type="application/ld\+json">(.*?)</script>'

    def local(address, _options):
        assert address.startswith("https://schema.org")
        document = {"@context": {"@vocab": "https://schema.org/"}}
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": document,
        }

    blocks = re.findall(pattern, (site_public / "data/index.html").read_text(encoding="utf-8"), re.DOTALL)
    (node,) = jsonld.expand(json.loads(blocks[0]), {"documentLoader": local})
    assert node["@type"] == ["https://schema.org/Dataset"]
    for download in json.loads(blocks[0])["distribution"]:
        assert (site_public / download["contentUrl"].removeprefix("https://corpus.example/gulf/")).is_file()
    for item, _ in saved[::14]:
        text = (site_public / item.path / "index.html").read_text(encoding="utf-8")
        (block,) = re.findall(pattern, text, re.DOTALL)
        assert json.loads(block)["headline"] == item.title
        (node,) = jsonld.expand(json.loads(block), {"documentLoader": local})
        assert node["@type"][0].startswith("https://schema.org/")
        assert node["https://schema.org/headline"] == [{"@value": item.title}]
