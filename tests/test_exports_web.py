"""What the web reads: annotations that find their passages, feeds, sitemap, research object, guide, imprint."""

import hashlib
import json
import re
import subprocess
from datetime import date
from types import SimpleNamespace

import feedparser
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from mkdocs.utils.yaml import yaml_load
from pyld import jsonld

from citing import CROSSWALK, IMPRINT, edition_of
from conftest import ROOT, edit, files_below
from diwan.citations.item import Cataloguer
from diwan.documents.passages import number_passages
from diwan.edition import open_edition, places_of_passages
from diwan.exports.annotations import annotations_of
from diwan.exports.feeds import entries_of
from diwan.imprint import PREVIEW, imprint_of
from diwan.library.articles import Article, Outline, Reading
from diwan.library.library import make_library
from diwan.library.survey import survey
from diwan.model.block import Block, BlockKind
from diwan.model.pointer import sha256_of_text
from diwan.packed import pack
from diwan.project import EditionKind

BASE = IMPRINT.address


def read_json(path):
    """Return the value in a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def annotations_in(site):
    """Return every annotation of a site, by following the pages of the collection."""
    collection = read_json(site / "data/annotations.jsonld")
    found, address = [], collection["first"]
    while address:
        page = read_json(site / address.removeprefix(BASE))
        assert page["startIndex"] == len(found)
        found += page["items"]
        address = page.get("next")
    assert len(found) == collection["total"]
    return found


_TEXT = {"type": "string", "minLength": 1}
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
#: The part of the Web Annotation Model that codings use; a quotation selector is not among what is allowed.
ANNOTATION_SCHEMA = {
    "type": "object",
    "required": ["id", "type", "motivation", "created", "creator", "body", "target"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^https://"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "classifying"},
        "created": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T00:00:00Z$"},
        "creator": {"type": "object", "required": ["id", "name"]},
        "body": {
            "type": "array", "minItems": 2,
            "items": {"type": "object", "required": ["type", "purpose"], "properties": {
                "type": {"enum": ["TextualBody", "SpecificResource"]},
                "purpose": {"enum": ["identifying", "classifying", "commenting"]},
            }},
        },
        "target": {
            "type": "array", "minItems": 1,
            "items": {
                "type": "object", "required": ["type", "source", "selector", "state"], "additionalProperties": False,
                "properties": {
                    "type": {"const": "SpecificResource"},
                    "source": {"type": "string", "pattern": "^https://"},
                    "selector": {"type": "array", "minItems": 1, "items": {"oneOf": [
                        {"type": "object", "additionalProperties": False, "required": ["type", "value"],
                         "properties": {"type": {"const": "FragmentSelector"}, "value": _TEXT}},
                        {"type": "object", "additionalProperties": False, "required": ["type", "start", "end"],
                         "properties": {"type": {"const": "TextPositionSelector"},
                                        "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}}},
                    ]}},
                    "state": {
                        "type": "object", "additionalProperties": False, "required": ["type", "sourceDate", "checksum"],
                        "properties": {"type": {"const": "TimeState"}, "sourceDate": _TEXT, "checksum": _TEXT,
                                       "sha256": _SHA256, "readingSha256": _SHA256},
                    },
                },
            },
        },
    },
}  # fmt: skip


def test_annotations_have_the_form_of_the_model(site_public):
    """Every coding with evidence: ids that differ, bodies, selectors by place, states; never a quotation."""
    checker = jsonschema.Draft202012Validator(ANNOTATION_SCHEMA)
    found = annotations_in(site_public)
    assert [error.message for annotation in found for error in checker.iter_errors(annotation)] == []
    assert len({annotation["id"] for annotation in found}) == len(found)


def _selector(target, kind):
    return next((selector for selector in target["selector"] if selector["type"] == kind), None)


def test_every_term_of_ours_is_explained_where_its_address_leads(site_public):
    """The terms that the model of annotations has not lead to an anchor on the page of the data, in both languages."""
    terms = read_json(site_public / "data/annotations/0.jsonld")["@context"][1]
    ours = [term.removeprefix(BASE) for term in terms.values() if term.startswith(BASE)]
    assert len(ours) == 2
    for term in ours:
        page, anchor = term.split("#")
        for prefix in ("", "ar/"):
            assert f'id="{anchor}"' in (site_public / prefix / page / "index.html").read_text(
                encoding="utf-8"
            )


def test_every_annotation_finds_its_passage_on_the_page(site_public):
    """Id, position and checksums lead a stranger's program to the same words; hidden passages are named, not shown."""
    pages, shown, hidden = {}, 0, 0
    for annotation in annotations_in(site_public):
        for target in annotation["target"]:
            source = target["source"].removeprefix(BASE)
            if source not in pages:
                pages[source] = html.fromstring((site_public / source / "index.html").read_bytes())
            state, ident = target["state"], _selector(target, "FragmentSelector")["value"]
            element = pages[source].find(f".//*[@id='{ident}']")
            if element is None:
                hidden += 1
                assert ident.startswith("p")
                continue
            shown += 1
            text = _folded(element)
            assert hashlib.sha256(text.encode()).hexdigest() == state["sha256"]
            assert state["sha256"].startswith(state["checksum"])
            (section,) = element.xpath("ancestor::section[contains(@class,'dw-reading')]")
            whole = "\n".join(_folded(e) for e in section.iter("p", "li") if e.get("id"))
            assert hashlib.sha256(whole.encode()).hexdigest() == state["readingSha256"]
            place = _selector(target, "TextPositionSelector")
            assert whole[place["start"] : place["end"]] == text
    assert shown > 150
    assert hidden > 20


def _folded(element):
    return " ".join("".join(element.itertext()).split())


def test_evidence_in_hidden_texts_has_a_position_for_those_who_have_the_text(sources):
    """With the sources at hand the public data tells where a passage stands, and none of its words."""
    found = survey(ROOT / "corpus", [sources]).value
    edition = open_edition(make_library(found.corpus, found.articles), EditionKind.PUBLIC, IMPRINT)
    checked = 0
    for published in edition.articles.values():
        if published.article.text is None:
            continue
        texts = [" ".join(p.block.text.split()) for p in published.article.text.passages]
        whole = "\n".join(texts)
        for annotation in annotations_of(edition, published):
            told = json.dumps(annotation, ensure_ascii=False)
            assert not any(text in told for text in texts if len(text.split()) > 5)
            for target in annotation["target"]:
                if _selector(target, "FragmentSelector")["value"].startswith("p"):
                    place = _selector(target, "TextPositionSelector")
                    assert sha256_of_text(whole[place["start"] : place["end"]]) == target["state"]["sha256"]
                    checked += 1
    assert checked > 20


WORDS = st.text(st.sampled_from("ab \u064b\u0651\u200c😀👩‍👩‍👧ناتو\u0301é"), min_size=1, max_size=20).filter(
    lambda text: text.split() != []
)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_positions_count_code_points(texts):
    """With emoji, vowel signs and joiners the slice of a reading is the passage."""
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, text=t, line=1, kept=True, rule="text") for t in texts)
    reading = Reading("ar", blocks, number_passages(blocks, "ar"))
    outline = Outline(frozenset(), frozenset(), pack(((), {"ar": reading})))
    article = Article(record=SimpleNamespace(language="ar"), place=None, outline=outline)
    whole = "\n".join(" ".join(text.split()) for text in texts)
    for passage in reading.passages:
        place = places_of_passages(article)[passage.id]
        assert whole[place.start : place.end] == " ".join(passage.block.text.split())
        assert place.reading_sha256 == hashlib.sha256(whole.encode()).hexdigest()


#: What the terms we use mean in the contexts of the standards, so that no test asks the network.
LOCAL_CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#", "id": "@id", "type": "@type",
        "Annotation": "oa:Annotation", "AnnotationPage": "as:OrderedCollectionPage", "SpecificResource": "oa:SpecificResource",
        "target": {"@type": "@id", "@id": "oa:hasTarget"}, "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"}, "state": {"@type": "@id", "@id": "oa:hasState"},
        "start": "oa:start", "end": "oa:end", "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "TextPositionSelector": "oa:TextPositionSelector", "FragmentSelector": "oa:FragmentSelector", "TimeState": "oa:TimeState",
    },
    "https://w3id.org/ro/crate/1.1/context": {
        "schema": "http://schema.org/", "File": "schema:MediaObject", "Dataset": "schema:Dataset",
        "CreativeWork": "schema:CreativeWork", "Organization": "schema:Organization", "hasPart": "schema:hasPart",
        "conformsTo": "http://purl.org/dc/terms/conformsTo", "about": "schema:about", "name": "schema:name", "sha256": "schema:sha256",
    },
}  # fmt: skip


def expand(value):
    """Expand JSON-LD with the contexts above."""

    def load(address, _options):
        document = {"@context": LOCAL_CONTEXTS[address]}
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": document,
        }

    return jsonld.expand(value, {"documentLoader": load, "base": BASE + "data/"})


def test_annotations_and_crate_are_json_ld(site_public):
    """Processors of JSON-LD read them as graphs: targets have sources, checksums are schema.org's."""
    (page,) = expand(read_json(site_public / "data/annotations/0.jsonld"))
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    target = items["@list"][0]["http://www.w3.org/ns/oa#hasTarget"][0]
    assert target["http://www.w3.org/ns/oa#hasSource"][0]["@id"].startswith(BASE)
    assert "https://schema.org/sha256" in target["http://www.w3.org/ns/oa#hasState"][0]
    crate = expand(read_json(site_public / "data/ro-crate-metadata.json"))
    assert any("http://schema.org/hasPart" in node for node in crate)


def test_the_crate_describes_every_file_as_it_is(site_public):
    """Descriptor, root, licence, author; of every file in the folder the size and checksum; no part without a line."""
    folder = site_public / "data"
    graph = {node["@id"]: node for node in read_json(folder / "ro-crate-metadata.json")["@graph"]}
    assert graph["ro-crate-metadata.json"]["conformsTo"]["@id"] == "https://w3id.org/ro/crate/1.1"
    root = graph[graph["ro-crate-metadata.json"]["about"]["@id"]]
    assert {"name", "description", "datePublished", "license", "creator"} <= root.keys()
    assert root["license"]["@id"] in graph
    assert root["datePublished"] == IMPRINT.date
    parts = {part["@id"] for part in root["hasPart"]}
    assert parts <= graph.keys()
    here = {path.name for path in folder.iterdir() if path.is_file()} - {
        "index.html",
        "ro-crate-metadata.json",
    }
    assert here == {part for part in parts if not part.endswith("/")}
    for name in here:
        data = (folder / name).read_bytes()
        assert graph[name]["contentSize"] == str(len(data))
        assert graph[name]["sha256"] == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_feeds_are_read_and_tell_what_is_new(language, site_public):
    """A feed reader finds no fault: ids, links that lead to pages, days, our summaries, the newest first."""
    part = "" if language == "en" else ".ar"
    feed = feedparser.parse((site_public / f"data/feed{part}.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.language == language
    assert len(feed.entries) == 50
    assert len({entry.id for entry in feed.entries}) == 50
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)
    for entry in feed.entries:
        page = site_public / entry.link.removeprefix(BASE) / "index.html"
        assert page.is_file()
        assert entry.summary
        assert {"new", "recoded"} & {tag.term for tag in entry.tags}
    other = read_json(site_public / f"data/feed{part}.json")
    assert other["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in other["items"]] == [entry.id for entry in feed.entries]
    assert [item["summary"] for item in other["items"]] == [entry.summary for entry in feed.entries]


def test_an_article_coded_again_is_new_to_feeds(project):
    """Its entry says so, with the day it entered and the day it changed; one that nobody coded is in no feed."""
    ledger = project / "corpus/ledger/codings/marsa-2022-dawriya.tsv"
    ledger.parent.mkdir(parents=True, exist_ok=True)
    first = "2025-12-01\treader\tpatrol\t1.0\tmixed\tlow\ten1\t-\n"
    ledger.write_text(
        first + "2026-01-02\treader\tpatrol\t1.0\tcritical\tlow\ten1\tread again\n", encoding="utf-8"
    )
    entries = entries_of(Cataloguer(edition_of(project / "corpus")))
    assert [(entry.item.id, entry.change, entry.entered) for entry in entries] == [
        ("harbour-2021-patrol", "new", "2026-01-02"),
        ("marsa-2022-dawriya", "recoded", "2025-12-01"),
    ]


SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_names_every_page_and_its_counterparts(site_public):
    """All pages, none else; language versions point at each other and themselves; days are days."""
    urls = etree.parse(site_public / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    located = {}
    for url in urls:
        links = url.findall("{http://www.w3.org/1999/xhtml}link")
        located[url.findtext(f"{SITEMAP}loc")] = {link.get("hreflang"): link.get("href") for link in links}
        if day := url.findtext(f"{SITEMAP}lastmod"):
            date.fromisoformat(day)
    pages = {path.parent.relative_to(site_public).as_posix() for path in site_public.rglob("index.html")}
    assert set(located) == {BASE if page == "." else f"{BASE}{page}/" for page in pages}
    for address, versions in located.items():
        if versions:
            assert address in versions.values()
            assert versions["x-default"] == versions["en"]
            assert all(located[other] == versions for other in versions.values())
    assert sum(bool(versions) for versions in located.values()) > 1000
    assert not (site_public / "sitemap.xml.gz").exists()


def test_the_guide_has_the_form_of_llms_txt(site_public):
    """A heading, a quotation, lists of links that lead somewhere."""
    lines = (site_public / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# \S.*", lines[0])
    assert any(line.startswith("> ") for line in lines)
    links = re.findall(r"^- \[[^\]]+\]\((\S+)\)", "\n".join(lines), re.MULTILINE)
    assert len(links) > 20
    for link in links:
        path = site_public / link.removeprefix(BASE)
        assert path.is_file() or (path / "index.html").is_file(), link


def test_every_file_and_every_field_is_documented_on_the_page(site_public):
    """The page about the data names each file of the folder and each column, in English and in Arabic."""
    for prefix in ("", "ar/"):
        page = html.fromstring((site_public / prefix / "data/index.html").read_bytes())
        text = " ".join(page.text_content().split())
        links = {link.get("href").rsplit("/", 1)[-1] for link in page.iter("a") if link.get("href")}
        here = {path.name for path in (site_public / "data").iterdir() if path.is_file()} - {"index.html"}
        assert {name for name in here if name not in links and name not in text} == set()
        for table in CROSSWALK.tables:
            assert all(column.name in text for column in table.columns)


def test_every_page_names_the_same_edition(site_public):
    """Name and licence stand at the foot of every page."""
    without = [
        path
        for path in files_below(site_public)
        if path.suffix == ".html" and f"<bdi>{IMPRINT.name}</bdi>" not in path.read_text(encoding="utf-8")
    ]
    assert without == []


def test_a_withdrawn_article_leaves_nothing_in_the_data_but_that_it_was_here(project, diwan):
    """Title, summary, citations and codings are gone from every file; its address stays in the table."""
    edit(
        project / "corpus/articles/marsa-2022-dawriya.md",
        "rights: InC",
        "rights: InC\naccess: withdrawn\nwithdrawn: {date: 2026-03-04, why: {en: The owner asked.}}",
    )
    code, output = diwan("build", "--strict")
    assert code == 0, output
    data = project / "site/data"
    for path in files_below(data):
        text = path.read_text(encoding="utf-8")
        assert "الدورية المشتركة لا تكفي" not in text
        assert "columnist doubts" not in text
        if path.name not in ("articles.csv", "articles.jsonl", "index.html"):
            assert "marsa-2022-dawriya" not in text, path
    row = next(
        line
        for line in (data / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        if "marsa-2022" in line
    )
    assert {key for key, value in json.loads(row).items() if value is not None} == {"id", "page", "access"}
    page = (project / "site/articles/marsa-2022-dawriya/index.html").read_text(encoding="utf-8")
    assert "citation_title" not in page
    assert "ld+json" not in page


def test_the_imprint_is_that_of_the_commit(project, monkeypatch):
    """Without git and date there is none; with git day and commit; where files differ a draft; a given name wins."""
    for name in ("SOURCE_DATE_EPOCH", "DIWAN_EDITION", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    assert imprint_of(project) == imprint_of(project.parent)
    assert (imprint_of(project).name, imprint_of(project).address) == ("", PREVIEW)
    git = ["git", "-C", str(project), "-c", "user.name=n", "-c", "user.email=e@example.org"]
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-05-01T12:00:00Z")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        subprocess.run([*git, *arguments], check=True)
    assert re.fullmatch(r"2026-05-01\.[0-9a-f]{7}", imprint_of(project).name)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert imprint_of(project).name.startswith("2023-11-14.")
    edit(project / "corpus/outlets.yml", "The Harbour Post", "The Harbor Post")
    assert imprint_of(project).name.endswith("-draft")
    monkeypatch.setenv("DIWAN_EDITION", "2026.05")
    monkeypatch.setenv("SITE_URL", "https://c.example/x")
    assert imprint_of(project).name == "2026.05"
    assert imprint_of(project).url("a/") == "https://c.example/x/a/"


def test_the_description_of_the_project_agrees_with_that_of_the_data():
    """CITATION.cff and the settings of the site name corpus, author and licence as the crosswalk does."""
    import yaml

    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    about = CROSSWALK.corpus
    assert cited["title"] == about.name["en"]
    assert [author["name"] for author in cited["authors"]] == [about.author["en"]]
    assert about.licence in cited["license"]
    assert cited["keywords"] == list(about.keywords)
    settings = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["extra"]["corpus"] == {"name": about.name, "author": about.author}
    assert settings["site_name"] == about.name["en"]


def test_every_page_says_how_to_cite_it(site_public):
    """Those of articles and themes in a box of their own, all others in a line at their foot, with edition and address."""
    for path in files_below(site_public):
        if path.name == "index.html":
            text = path.read_text(encoding="utf-8")
            address = f"{BASE}{path.parent.relative_to(site_public).as_posix()}/".replace("/./", "/")
            boxed, lined = 'class="dw-fold dw-cite"' in text, 'class="dw-colophon__cite"' in text
            assert boxed != lined, path
            assert f">{address}</bdi>" in text
