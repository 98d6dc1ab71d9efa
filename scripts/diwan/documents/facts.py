"""Facts: title, date, authors and outlet, each only where the source states it, with the rule that found it.

In: the scene and its blocks. Out: the facts and, by fact, where each was found. Nothing is inferred from the file's
name or from today; what is not stated stays unknown.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from diwan.documents.bylines import LONGEST, bare_name
from diwan.documents.cues import HAS_OUTLET_WORD, IS_DATE_LABEL
from diwan.documents.dates import find_dates, sure_of
from diwan.documents.issue import first_issued
from diwan.documents.owners import owner_in
from diwan.documents.scene import Scene
from diwan.documents.shapes import key_of
from diwan.model.block import Block, BlockKind

#: Characters at the start of a text in which an agency's credit stands: city, date, agency and a dash.
_CREDIT_LENGTH = 80
#: Lines above the title in which a byline may stand: author, lead and date have three or four.
_ABOVE = 15
_DIGIT = re.compile(r"\d")
#: Words of the longest name of an outlet met: *Die Neue Südtiroler Tageszeitung* has four.
_LONGEST_OUTLET = 6
_DASH = re.compile(r"\s[–—-]{1,2}\s|\s?—\s?|\)\s?[–—-]\s?")
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|el|il)\s", re.IGNORECASE)
_SUFFIX = re.compile(r"^\s*[|·•–—-]\s*(?P<name>[^|]{2,60})$")
#: Blocks of the page around an article, in which the name of its outlet recurs.
_FURNITURE = frozenset(
    {BlockKind.PROMO, BlockKind.NAVIGATION, BlockKind.DISCLAIMER, BlockKind.CONTACT, BlockKind.NOTICE}
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source states about itself."""

    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    found: dict[str, str] = field(default_factory=dict)


def facts_of(scene: Scene, blocks: Sequence[Block], stated: Collection[str] = ()) -> Facts:
    """Return the facts that a source states about itself in its text; those already *stated* are not looked for."""
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), None)
    date, date_found = (None, "") if "date" in stated else _date(scene, blocks)
    bodies, people = ([], ()) if {"authors", "outlet"} <= set(stated) else _parted(*_names(scene), blocks)
    outlet, outlet_found = (None, "") if "outlet" in stated else _outlet(title, bodies, blocks)
    found = {"title": "title" if title else "", "date": date_found, "outlet": outlet_found}
    found["authors"] = "who" if people else ""
    return Facts(title, date, people, outlet, {fact: rule for fact, rule in sorted(found.items()) if rule})


def _date(scene: Scene, blocks: Sequence[Block]) -> tuple[str | None, str]:
    """Return the first date beside the title, else the one in the credit that opens the text, else the one above.

    A day on which the text was changed counts where no other is given.
    """
    dated = [(index, credit.changed) for index, credit in sorted(scene.credits.items()) if credit.dates]
    first = first_issued(dated)
    if first is not None:
        edtf, calendar = sure_of(scene.credits[first].dates)
        rule = blocks[first].rule
        return edtf, rule if calendar == "gregorian" else f"{rule} ({calendar})"
    opening = _opening_credit(blocks)
    dates = find_dates(opening, scene.language) if opening else []
    if dates:
        return sure_of([(one.edtf, one.calendar) for one in dates])[0], "opening-credit"
    return _date_above(scene)


def _date_above(scene: Scene) -> tuple[str | None, str]:
    """Return the date of a line above the title that says only when: the nearest that calls it a day of issue, else the nearest."""
    lines = [
        (bool(IS_DATE_LABEL.match(shape.key)) - credit.changed, shape.index, credit)
        for shape in scene.shapes[: scene.opening.start]
        if (credit := scene.credit(shape.index)) and credit.is_dateline
    ]
    if scene.title is None or not lines:
        return None, ""
    _, _, credit = max(lines, key=lambda line: line[:2])
    return sure_of(credit.dates)[0], "above-the-title"


def _opening_credit(blocks: Sequence[Block]) -> str | None:
    """Return what stands before the dash that opens news texts: city, day, agency or outlet."""
    first = next((block.text for block in blocks if block.kind is BlockKind.PARAGRAPH), "")
    dash = _DASH.search(first, 0, _CREDIT_LENGTH)
    return first[: dash.start()].strip() if dash else None


def _names(scene: Scene) -> tuple[Sequence[str], int | None]:
    """Return the names that the text signs, below the title, beside a time of issue, right above the title or at the end.

    Of a line that is no credit by itself its index comes with them.
    """
    if any(index in scene.opening and credit.names for index, credit in scene.credits.items()):
        return scene.names, None
    for index in scene.opening:
        shape = scene.shapes[index]
        if shape.width <= LONGEST and IS_DATE_LABEL.match(shape.key) and _DIGIT.search(shape.text):
            beside = [scene.shapes[at] for at in (index - 1, index + 1) if at in scene.opening]
            if named := [(name, one.index) for one in beside if (name := bare_name(one))]:
                return [named[0][0]], named[0][1]
    start = scene.opening.start
    for shape in reversed(scene.shapes[max(start - _ABOVE, 0) : start]):
        credit = scene.credit(shape.index)
        if credit and credit.signed and credit.is_byline:
            return credit.names, shape.index
    return scene.names, None


def _parted(
    names: Sequence[str], line: int | None, blocks: Sequence[Block]
) -> tuple[list[str], tuple[str, ...]]:
    """Part the names of bylines: one that recurs around the article or is called as papers are is the outlet's.

    The others are people's. The *line* they were read from does not count.
    """
    around = "\n".join(
        key_of(block.text) for index, block in enumerate(blocks) if block.kind in _FURNITURE and index != line
    )
    bodies = [name for name in names if key_of(name) in around or _is_called_as_outlet(name, names)]
    return bodies, tuple(name for name in names if name not in bodies)


def _is_called_as_outlet(name: str, names: Sequence[str]) -> bool:
    """Tell whether a name beside others has an article and a word of papers: *Post* without one may be a person's."""
    return len(names) > 1 and bool(_ARTICLE.match(name) and HAS_OUTLET_WORD.search(key_of(name)))


def _outlet(title: str | None, bodies: Sequence[str], blocks: Sequence[Block]) -> tuple[str | None, str]:
    """Return the outlet and the rule that found it: the surest first."""
    if bodies:
        return bodies[0], "byline-of-the-site"
    if title and (name := _title_suffix(title, blocks)):
        return name, "title-suffix"
    kept = [index for index, block in enumerate(blocks) if block.kept] or [len(blocks)]
    for index, block in reversed([*enumerate(blocks)]):
        found = None if block.kept else owner_in(block.text)
        # Without a year or words about rights a line within the text credits a picture.
        if found and (found.sure or not kept[0] < index < kept[-1]):
            return found.name, "copyright-line"
    credit = _opening_credit(blocks)
    if credit and HAS_OUTLET_WORD.search(key_of(credit)) and _is_outlet(credit):
        return credit, "opening-credit"
    return None, ""


def _is_outlet(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= _LONGEST_OUTLET and any(
        word[0].isupper() or not word[0].islower() for word in words
    )


def _title_suffix(title: str, blocks: Sequence[Block]) -> str | None:
    """Return the outlet that the title of the page adds to that of the article, if the source has both."""
    for block in blocks:
        if block.text.startswith(title) and (found := _SUFFIX.match(block.text[len(title) :])):
            return found["name"].strip() if _is_outlet(found["name"]) else None
    return None
