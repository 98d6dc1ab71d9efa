"""Themes and entities as SKOS (https://www.w3.org/TR/skos-reference/), in Turtle and JSON-LD.

A concept is named by the address of its page. Its usual name in a language is a preferred label, every other spelling
an alternative one. Entities that stand in Wikidata say so as an exact match.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from diwan.edition import Edition
from diwan.files import write_page
from diwan.memory import checksum_of
from diwan.model.concept import Entity, NamesByLanguage, Theme
from diwan.model.crosswalk import About
from diwan.parts import Parts

WIKIDATA = "http://www.wikidata.org/entity/"
CONTEXT: dict[str, Any] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    **{
        name: {"@id": f"skos:{name}", "@type": "@id"}
        for name in ("inScheme", "topConceptOf", "hasTopConcept", "related", "exactMatch")
    },
    **{
        name: {"@id": f"skos:{name}", "@container": "@language"}
        for name in ("prefLabel", "altLabel", "scopeNote", "definition")
    },
    "notation": "skos:notation",
    "license": {"@id": "dcterms:license", "@type": "@id"},
    **{name: {"@id": f"dcterms:{name}", "@container": "@language"} for name in ("title", "creator")},
    "kind": "dcterms:type",
    "id": "@id",
    "type": "@type",
    "Concept": "skos:Concept",
    "ConceptScheme": "skos:ConceptScheme",
}
Described = dict[str, Any]


def write_concepts(edition: Edition, about: About, parts: Parts, folder: Path) -> None:
    """Write `concepts.jsonld` and `concepts.ttl` into the *folder* of the data."""
    described = list(_schemes(edition, about))
    data = {"@context": CONTEXT, "@graph": described}
    linked = json.dumps(data, ensure_ascii=False, indent=0) + "\n"

    def write() -> None:
        # Loading what writes Turtle takes as long as all else that is done for an edit of one article.
        from diwan.exports.turtle import turtle

        write_page(folder / "concepts.jsonld", linked)
        write_page(folder / "concepts.ttl", turtle(described, CONTEXT))

    parts.make("concepts", checksum_of(linked), ["data/concepts.jsonld", "data/concepts.ttl"], write)


def _schemes(edition: Edition, about: About) -> Iterator[Described]:
    corpus, url = edition.library.corpus, edition.imprint.url
    for name, title, entries in (
        ("themes", {"en": "Themes", "ar": "الموضوعات"}, corpus.themes),
        ("entities", {"en": "People and places", "ar": "أعلام وأماكن"}, corpus.entities),
    ):
        scheme = url(f"{name}/")
        concepts = [url(f"{name}/{ident}/") for ident in entries]
        yield {
            "id": scheme,
            "type": "ConceptScheme",
            "title": {tag: f"{about.name.get(tag, about.name['en'])}: {text}" for tag, text in title.items()},
            "creator": dict(about.author),
            "license": about.licence_url,
            "hasTopConcept": concepts,
        }
    for ident, theme in corpus.themes.items():
        yield _concept(ident, theme.value.names, url("themes/")) | _theme(theme.value, url("themes/"))
    for ident, entity in corpus.entities.items():
        yield _concept(ident, entity.value.names, url("entities/")) | _entity(entity.value)


def _concept(ident: str, names: NamesByLanguage, scheme: str) -> Described:
    alternatives = {
        tag: [name for name in dict.fromkeys(found.variants) if name != found.label]
        for tag, found in names.items()
    }
    return {
        "id": f"{scheme}{ident}/",
        "type": "Concept",
        "inScheme": scheme,
        "topConceptOf": scheme,
        "notation": ident,
        "prefLabel": {tag: found.label for tag, found in names.items()},
        "altLabel": {tag: found for tag, found in alternatives.items() if found},
    }


def _theme(theme: Theme, scheme: str) -> Described:
    return {"scopeNote": dict(theme.scope), "related": [f"{scheme}{other}/" for other in theme.related]}


def _entity(entity: Entity) -> Described:
    match = {"exactMatch": f"{WIKIDATA}{entity.wikidata}"} if entity.wikidata else {}
    return {"kind": entity.type, "definition": dict(entity.note), **match}
