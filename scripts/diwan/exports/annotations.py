"""Codings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation an answer.

The target is the passage: its id on the page, its position in code points, and checksums as its state, by which anyone
can tell whether it still says what it said. There is no quotation selector: the words belong to others, and the model
itself warns of copying them. Passages whose text is not at hand have a checksum but no position.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from diwan.edition import Edition, PassagePlace, Published, places_of_passages
from diwan.files import write_page
from diwan.model.coding import Answer, Coding
from diwan.model.pointer import Pointer
from diwan.shards import joined_shards

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Annotations on a page of the collection: about 400 kB.
TOGETHER = 500
Annotation = dict[str, Any]


def write_annotations(edition: Edition, folder: Path, label: str) -> None:
    """Write the collection of annotations and its pages."""
    shown = [p for _, p in sorted(edition.articles.items()) if not p.withdrawn]
    found = joined_shards(partial(_of_share, edition), shown)
    own = edition.imprint.url("data/annotations.jsonld")
    pages = [found[start : start + TOGETHER] for start in range(0, len(found), TOGETHER)]
    names = [edition.imprint.url(f"data/annotations/{number}.jsonld") for number in range(len(pages))]
    collection = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": label,
        "total": len(found),
        **({"first": names[0], "last": names[-1]} if names else {}),
    }
    _write(folder / "annotations.jsonld", collection)
    for number, items in enumerate(pages):
        ways = {"prev": names[number - 1]} if number else {}
        ways |= {"next": names[number + 1]} if number + 1 < len(names) else {}
        page: dict[str, Any] = {
            "@context": _context(edition),
            "id": names[number],
            "type": "AnnotationPage",
            "partOf": own,
        }
        page |= {**ways, "startIndex": number * TOGETHER, "items": items}
        _write(folder / f"annotations/{number}.jsonld", page)


def _write(path: Path, value: dict[str, Any]) -> None:
    write_page(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def _context(edition: Edition) -> list[object]:
    """Return the context of the model and of the three terms of ours."""
    own = edition.imprint.url("data/#annotation-")
    terms = {
        "sha256": "https://schema.org/sha256",
        "checksum": f"{own}checksum",
        "readingSha256": f"{own}readingSha256",
    }
    return [CONTEXT, terms]


def _of_share(edition: Edition, shown: Sequence[Published]) -> list[Annotation]:
    return [annotation for published in shown for annotation in annotations_of(edition, published)]


def annotations_of(edition: Edition, published: Published) -> Iterator[Annotation]:
    """Yield an annotation for each answer about an article that rests on evidence."""
    places = places_of_passages(published.article)
    for coding in published.article.record.codings:
        for question, answer in coding.answers.items():
            if answer.evidence:
                targets = [
                    _target(edition, published, coding, pointer, places) for pointer in answer.evidence
                ]
                yield _annotation(edition, published, coding, question, answer) | {"target": targets}


def _annotation(
    edition: Edition, published: Published, coding: Coding, question: str, answer: Answer
) -> Annotation:
    bodies: list[dict[str, str]] = [
        {
            "type": "SpecificResource",
            "source": edition.imprint.url(f"method/#{question}"),
            "purpose": "identifying",
        },
        {"type": "TextualBody", "value": answer.value, "purpose": "classifying"},
    ]
    if answer.reason:
        bodies.append(
            {
                "type": "TextualBody",
                "value": answer.reason,
                "language": "en",
                "format": "text/plain",
                "purpose": "commenting",
            }
        )
    ident = f"{published.article.id}/{coding.coder}/{question}"
    return {
        "id": edition.imprint.url(f"data/annotations/{ident}"),
        "type": "Annotation",
        "motivation": "classifying",
        "created": f"{coding.date}T00:00:00Z",
        "creator": {"id": edition.imprint.url(f"data/codebook.json#{coding.coder}"), "name": coding.coder},
        "body": bodies,
    }


def _target(
    edition: Edition, published: Published, coding: Coding, pointer: Pointer, places: dict[str, PassagePlace]
) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "FragmentSelector", "value": pointer.passage}]
    state = {"type": "TimeState", "sourceDate": f"{coding.date}T00:00:00Z", "checksum": pointer.checksum}
    place = places.get(pointer.passage)
    if place:
        selectors.append({"type": "TextPositionSelector", "start": place.start, "end": place.end})
        state |= {"sha256": place.sha256, "readingSha256": place.reading_sha256}
    return {
        "type": "SpecificResource",
        "source": edition.imprint.url(f"articles/{published.article.id}/"),
        "selector": selectors,
        "state": state,
    }
