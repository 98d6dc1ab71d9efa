"""Places: where an element stands among the elements around it.

In: an element. Out: for each subject of `hints` and each telling kind of element, how many levels up one is that
names it. Each element is looked at once; its place is its parent's, one level farther, with its own names at nought.
Elements side by side that say the same of themselves share one place: most paragraphs do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web import hints
from diwan.documents.web.stretches import Element

#: Elements whose mere presence above a stretch tells something.
ABOVE = ("article", "main", "section", "nav", "header", "footer", "aside", "form", "figure", "figcaption", "ul", "ol",
         "li", "table", "td", "blockquote", "p", "a", "button", "h1", "h2", "dl", "details", "pre", "noscript", "center")  # fmt: skip
#: Levels at which distance stops counting.
FAR = 12
_ROLES = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "main": "main",
          "article": "article", "search": "form", "form": "form", "button": "button"}  # fmt: skip
_COLUMN = {name: len(hints.NAMES) + index for index, name in enumerate(ABOVE)}
#: What of an element's own markup its place is made of, beside its tag.
_NAMING = ("class", "id", "data-component", "data-testid", "role")
_TOLD = frozenset((*_NAMING, "itemprop", "hidden", "aria-hidden", "style"))
_SPECIAL = ("itembody", "hiding", "microdata")
_AT = len(hints.NAMES) + len(ABOVE)
WIDTH = _AT + len(_SPECIAL)
NAMES = (
    *(f"in.{name}" for name in hints.NAMES),
    *(f"in.<{name}>" for name in ABOVE),
    *(f"in.{name}" for name in _SPECIAL),
)


def column(name: str) -> int:
    """Return the column of what is named so in the markup, of an element in brackets: `related`, `<nav>`."""
    return NAMES.index(f"in.{name}")


_NOWHERE = bytes([FAR]) * WIDTH
#: Each distance one level farther.
_FARTHER = bytes(min(level + 1, FAR) for level in range(256))
#: Attributes of an element, each with its value.
_Told = tuple[tuple[str, str], ...]


@dataclass(slots=True, eq=False)
class Place:
    """Where an element stands."""

    #: Levels up to the nearest element of each sort, `FAR` where there is none: a byte for each.
    levels: bytes
    depth: int
    #: Elements above and including this one by tag and class: the same for stretches laid out alike.
    signature: str


@dataclass
class Places:
    """The places of the elements of one page, each found once."""

    known: dict[Element, Place] = field(default_factory=dict)
    _alike: dict[tuple[Place, str, _Told], Place] = field(default_factory=dict)

    def of(self, element: Element) -> Place:
        """Return the place of *element*."""
        if place := self.known.get(element):
            return place
        chain = []
        above: Element | None = element
        while above is not None and above not in self.known:
            chain.append(above)
            above = above.getparent()
        place = self.known[above] if above is not None else Place(_NOWHERE, 0, "")
        for one in reversed(chain):
            key = (place, one.tag, tuple([told for told in one.items() if told[0] in _TOLD]))
            below = self._alike.get(key)
            if below is None:
                below = self._alike[key] = _below(*key)
            place = self.known[one] = below
        return place


def levels_of(places: Sequence[Place]) -> NDArray[np.float32]:
    """Return the levels of each of *places*, a row for each."""
    levels = np.frombuffer(b"".join([place.levels for place in places]), np.uint8)
    return levels.reshape(-1, WIDTH).astype(np.float32)


def _below(above: Place, tag: str, told: _Told) -> Place:
    """Return the place of an element below *above* that says *told* of itself."""
    levels, said = bytearray(above.levels.translate(_FARTHER)), dict(told)
    if said and tag not in ("html", "body"):
        names = " ".join([said.get(name, "") for name in _NAMING])
        for subject in _columns_of(hints.subjects_of(names)):
            levels[subject] = 0
    column = _COLUMN.get(_ROLES.get(said.get("role", ""), tag))
    if column is not None:
        levels[column] = 0
        if (own := _COLUMN.get(tag)) is not None:
            levels[own] = 0
    if itemprop := said.get("itemprop"):
        levels[_AT + 2] = 0
        if "articlebody" in itemprop.lower():
            levels[_AT] = 0
    if "hidden" in said or said.get("aria-hidden") == "true" or _is_hidden(said.get("style", "")):
        levels[_AT + 1] = 0
    return Place(bytes(levels), above.depth + 1, f"{above.signature}/{tag}.{said.get('class', '')}"[-200:])


def _is_hidden(style: str) -> bool:
    return "display:none" in style.replace(" ", "")


@lru_cache(maxsize=8192)
def _columns_of(subjects: int) -> tuple[int, ...]:
    """Return the numbers of the *subjects*, which are bits."""
    return tuple(bit for bit in range(len(hints.NAMES)) if subjects >> bit & 1)
