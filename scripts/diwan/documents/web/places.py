"""Places: where an element stands among the elements around it.

In: an element. Out: for each subject of `hints` and each telling kind of element, how many levels up one is that
names it. Each element is looked at once; its place is its parent's, one level farther, with its own names at nought.
Elements side by side that say the same of themselves share one place: most paragraphs do.
"""

from dataclasses import dataclass, field

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
_TOLD = ("class", "id", "data-component", "data-testid", "role", "itemprop", "hidden", "aria-hidden", "style")
_SPECIAL = ("itembody", "hiding", "microdata")
_AT = len(hints.NAMES) + len(ABOVE)
WIDTH = _AT + len(_SPECIAL)
NAMES = (
    *(f"in.{name}" for name in hints.NAMES),
    *(f"in.<{name}>" for name in ABOVE),
    *(f"in.{name}" for name in _SPECIAL),
)
_NOWHERE = [FAR] * WIDTH


@dataclass(slots=True, eq=False)
class Place:
    """Where an element stands."""

    #: Levels up to the nearest element of each sort, `FAR` where there is none.
    levels: list[int]
    depth: int
    #: Elements above and including this one by tag and class: the same for stretches laid out alike.
    signature: str


@dataclass
class Places:
    """The places of the elements of one page, each found once."""

    known: dict[Element, Place] = field(default_factory=dict)
    _alike: dict[tuple[Place, str, tuple[str | None, ...]], Place] = field(default_factory=dict)

    def of(self, element: Element) -> Place:
        """Return the place of *element*."""
        chain = []
        above: Element | None = element
        while above is not None and above not in self.known:
            chain.append(above)
            above = above.getparent()
        place = self.known[above] if above is not None else Place(_NOWHERE, 0, "")
        for one in reversed(chain):
            key = (place, one.tag, tuple(map(one.get, _TOLD)))
            if key not in self._alike:
                self._alike[key] = _below(place, one)
            place = self.known[one] = self._alike[key]
        return place


def _below(above: Place, element: Element) -> Place:
    levels = [level + 1 if level < FAR else FAR for level in above.levels]
    get = element.get
    tag = element.tag
    classes = get("class") or ""
    if tag not in ("html", "body"):
        names = f"{classes} {get('id') or ''} {get('data-component') or ''} {get('data-testid') or ''} {get('role') or ''}"
        found = hints.subjects_of(names)
        while found:
            low = found & -found
            levels[low.bit_length() - 1] = 0
            found ^= low
    column = _COLUMN.get(_ROLES.get(get("role") or "", tag))
    if column is not None:
        levels[column] = 0
    if column is not None and (own := _COLUMN.get(tag)) is not None:
        levels[own] = 0
    itemprop = get("itemprop")
    if itemprop:
        levels[_AT + 2] = 0
        if "articlebody" in itemprop.lower():
            levels[_AT] = 0
    if (
        get("hidden") is not None
        or get("aria-hidden") == "true"
        or "display:none" in (get("style") or "").replace(" ", "")
    ):
        levels[_AT + 1] = 0
    return Place(levels, above.depth + 1, f"{above.signature}/{tag}.{classes}"[-200:])
