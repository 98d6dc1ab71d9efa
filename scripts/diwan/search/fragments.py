"""Fragments: what results are shown from, article by article; they hang on nothing but the article.

In: the parts of an article. Out: its facts and parts for the browser, and what it takes to say later, without them, where
they mention a concept (`diwan.search.marks`).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from diwan.files import compact_json
from diwan.library.mentioned import Passage
from diwan.search.chunks import deflate
from diwan.search.parts import SEARCHED, Part


class Fragment(NamedTuple):
    """What is shown of an article."""

    #: Facts and parts, as deflated JSON.
    data: bytes
    #: For each part the passage it is, with the characters taken from its start behind a `+`; parted by spaces.
    places: str
    #: The parts that are no passages and may mention somebody, as JSON (`searched_in`).
    searched: bytes


def fragment_of(head: Mapping[str, Any], parts: Sequence[Part]) -> Fragment:
    """Return what is shown of an article: the facts *head* and its *parts*."""
    shown = [(part.field[0], part.anchor, part.language, part.text) for part in parts]
    places = [
        (f"{part.anchor}+{part.taken}" if part.taken else part.anchor) if part.field == "passage" else ""
        for part in parts
    ]
    searched = [
        (str(place), part.language, part.text) for place, part in enumerate(parts) if part.field in SEARCHED
    ]
    return Fragment(deflate(_json({**head, "parts": shown})), " ".join(places), _json(searched))


def searched_in(fragment: Fragment) -> list[Passage]:
    """Return the parts in which mentions are looked for here, by their places."""
    return list(map(tuple, json.loads(fragment.searched)))


def _json(value: object) -> bytes:
    return compact_json(value).encode(errors="surrogatepass")
