"""Codings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation an answer.

The target is the passage: its id on the page, its position in code points, and checksums as its state, by which anyone
can tell whether it still says what it said. There is no quotation selector: the words belong to others, and the model
itself warns of copying them. Passages whose text is not at hand have a checksum but no position.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from diwan.edition import Edition, PassagePlace, Published, places_of_passages
from diwan.exports.portions import Portion
from diwan.files import compact_json, write_page
from diwan.memory import checksum_of
from diwan.model.coding import Answer, Coding
from diwan.model.pointer import Pointer
from diwan.parts import Parts

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Annotations on a page of the collection: about 400 kB.
TOGETHER = 500
Annotation = dict[str, Any]


def write_annotations(
    edition: Edition, portions: Sequence[Portion], parts: Parts, folder: Path, label: str
) -> None:
    """Write the collection of annotations, and its pages, each of which has some annotations of neighbouring articles."""
    own = edition.imprint.url("data/annotations.jsonld")
    total = sum(portion.annotated for portion in portions)
    starts = range(0, total, TOGETHER)
    names = [edition.imprint.url(f"data/annotations/{number}.jsonld") for number in range(len(starts))]
    collection = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": label,
        "total": total,
        **({"first": names[0], "last": names[-1]} if names else {}),
    }
    write_page(folder / "annotations.jsonld", compact_json(collection) + "\n")
    for number, start in enumerate(starts):
        ways = {"prev": names[number - 1]} if number else {}
        ways |= {"next": names[number + 1]} if number + 1 < len(names) else {}
        page: dict[str, Any] = {
            "@context": _context(edition),
            "id": names[number],
            "type": "AnnotationPage",
            "partOf": own,
        }
        head = compact_json(page | {**ways, "startIndex": start})
        chosen = list(_chosen(portions, start, start + TOGETHER))
        key = checksum_of(
            head, *(part for one, *bounds in chosen for part in (one.annotations.data, repr(bounds)))
        )
        file = f"annotations/{number}.jsonld"
        parts.make(file, key, [f"data/{file}"], partial(_write_page, folder / file, head, chosen))


#: A portion, and the first and last of its annotations that stand on a page; the last is exclusive.
_Some = tuple[Portion, int, int]


def _chosen(portions: Sequence[Portion], start: int, end: int) -> Iterator[_Some]:
    """Yield where the annotations from *start* to *end* are."""
    before = 0
    for portion in portions:
        first, last = max(start - before, 0), min(end - before, portion.annotated)
        if first < last:
            yield portion, first, last
        before += portion.annotated


def _write_page(path: Path, head: str, chosen: Sequence[_Some]) -> None:
    items = [item for portion, first, last in chosen for item in portion.annotations.unpack()[first:last]]
    write_page(path, f'{head[:-1]},"items":[{",".join(items)}]}}\n')


def _context(edition: Edition) -> list[object]:
    """Return the context of the model and of the three terms of ours."""
    own = edition.imprint.url("data/#annotation-")
    terms = {
        "sha256": "https://schema.org/sha256",
        "checksum": f"{own}checksum",
        "readingSha256": f"{own}readingSha256",
    }
    return [CONTEXT, terms]


def annotations_as_json(edition: Edition) -> tuple[str, ...]:
    """Return the annotations of all articles of *edition* that have not been withdrawn, in the order of ids."""
    shown = [published for _, published in sorted(edition.articles.items()) if not published.withdrawn]
    return tuple(compact_json(one) for published in shown for one in annotations_of(edition, published))


def annotations_of(edition: Edition, published: Published) -> Iterator[Annotation]:
    """Yield an annotation for each answer about an article that rests on evidence."""
    if not any(
        answer.evidence for coding in published.article.record.codings for answer in coding.answers.values()
    ):
        return
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
