"""Facts: title, date, authors and outlet, each only where the source states it, with the rule that found it.

In: the scene and its blocks. Out: the facts and, by fact, where each was found. Nothing is inferred from the file's
name or from today; what is not stated stays unknown.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from diwan.documents.authors import NOBODY, OVER_NOTE, Who, who_wrote
from diwan.documents.lines.mails import subject_in
from diwan.documents.lines.scene import Scene
from diwan.documents.names.dates import find_dates, sure_of
from diwan.documents.names.issue import first_issued
from diwan.documents.names.months import month_in
from diwan.documents.names.outlets import outlet_named_by, outlets_beside
from diwan.documents.names.owners import owner_in
from diwan.documents.names.platforms import is_platform
from diwan.documents.names.signatures import has_role
from diwan.documents.phrases.cues import HAS_OUTLET_WORD, IS_CAPTION, IS_DATE_LABEL
from diwan.documents.shapes import key_of
from diwan.model.block import Block, BlockKind

#: Characters at the start of a text in which an agency's credit stands: city, date, agency and a dash.
_CREDIT_LENGTH = 80
#: Words of the longest name of an outlet met: *Die Neue Südtiroler Tageszeitung* has four.
_LONGEST_OUTLET = 6
#: Lines of the longest head, with the cover of a report, and words of the longest line in it that gives a month.
_HEAD, _LONGEST_MONTH = 30, 8
_DASH = re.compile(r"\s[–—-]{1,2}\s|\s?—\s?|\)\s?[–—-]\s?")
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|el|il)\s", re.IGNORECASE)
#: What counts a line, and what somebody is called on a network: neither says what a name in the line is. Before the sign of
#: an address of mail stand up to 64 characters (RFC 5321, 4.5.3.1.1); to look for more takes the square of a line's length.
_BESIDES = re.compile(r"^[^\w]*\d+[.)]\s|[\w.+-]{0,64}@[\w.-]+")
#: An address, which may have the name of who wrote in it.
_ADDRESS = re.compile(r"\b\w{2,10}://\S+")
_BAR = re.compile(r"\s?[|•·]\s?")
#: Words before the name of a person who wrote something.
_BY = re.compile(r" (?:by|from|von|par|por|di|door|av|af|przez|oleh|от|від) $")
_SUFFIX = re.compile(r"^\s*[|·•–—-]\s*(?P<name>[^|]{2,60})$")
#: Arrows, shapes, dingbats and emoji at the beginning of a line.
_DECORATION = re.compile("^[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\\s]+")
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
    #: The lines that say no more than who wrote, by index.
    bylines: tuple[int, ...] = ()


def facts_of(scene: Scene, blocks: Sequence[Block], stated: Collection[str] = ()) -> Facts:
    """Return the facts that a source states about itself in its text; those already *stated* are not looked for."""
    at = next((index for index, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    title = None if at is None else _undecorated(subject_in(blocks[at].text, scene.shapes, at))
    date, date_found = (None, "") if "date" in stated else _date(scene, blocks)
    bodies, who = ([], NOBODY) if {"authors", "outlet"} <= set(stated) else _who(scene, blocks)
    title = _without_author(title, who.names) if title else title
    outlet, outlet_found = (
        (None, "") if "outlet" in stated else _outlet(title, bodies, who.names, scene, blocks)
    )
    found = {
        "title": "title" if title else "",
        "date": date_found,
        "outlet": outlet_found,
        "authors": who.rule,
    }
    found = {fact: rule for fact, rule in sorted(found.items()) if rule}
    return Facts(title, date, who.names, outlet, found, () if who.rule == OVER_NOTE else who.lines)


def _undecorated(title: str) -> str:
    """Return *title* without the signs with which channels of news set off its beginning: *🔴 …*."""
    return _DECORATION.sub("", title) or title


def _without_author(title: str, names: Sequence[str]) -> str:
    """Return *title* without who wrote behind a bar at its end, as pages of columnists are called."""
    head, _, tail = title.rpartition("|")
    return head.strip() if head.strip() and key_of(tail) in map(key_of, names) else title


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
    above = _date_above(scene)
    return above if above[0] else _month(scene)


def _month(scene: Scene) -> tuple[str | None, str]:
    """Return the only month that lines before all sentences give, as covers and heads of reports do."""
    head = takewhile(lambda shape: not shape.is_sentence, scene.shapes[:_HEAD])
    lines = (shape.text for shape in head if shape.words <= _LONGEST_MONTH)
    months = {month for line in lines if (month := month_in(line, scene.language))}
    return (months.pop(), "when") if len(months) == 1 else (None, "")


def _date_above(scene: Scene) -> tuple[str | None, str]:
    """Return the date of a line above the title that says only when: the nearest that calls it a day of issue, else the nearest.

    Where no title was found, the line must say what day it is.
    """
    lines = [
        (bool(IS_DATE_LABEL.match(shape.key)) - credit.changed, shape.index, credit)
        for shape in scene.shapes[: scene.opening.start]
        if (credit := scene.credit(shape.index)) and credit.is_dateline
    ]
    labelled, _, credit = max(lines, key=lambda line: line[:2], default=(False, 0, None))
    if credit is None or not (labelled or scene.title is not None):
        return None, ""
    return sure_of(credit.dates)[0], "above-the-title"


def _opening_credit(blocks: Sequence[Block]) -> str | None:
    """Return what stands before the dash that opens news texts: city, day, agency or outlet."""
    first = next((block.text for block in blocks if block.kind is BlockKind.PARAGRAPH), "")
    dash = _DASH.search(first, 0, _CREDIT_LENGTH)
    return first[: dash.start()].strip() if dash else None


def _who(scene: Scene, blocks: Sequence[Block]) -> tuple[list[str], Who]:
    """Return the names of bylines that are the outlet's, and the people whom the lines name by the surest rule."""
    bodies: list[str] = []
    for who in who_wrote(scene, blocks):
        around = [
            block for index, block in enumerate(blocks) if block.kind in _FURNITURE and index not in who.lines
        ]
        houses = [name for name in who.names if _is_house(name, who.names, around)]
        bodies += houses
        people = tuple(name for name in who.names if name not in houses)
        # Where a line says that the outlet wrote, no name alone can say otherwise.
        if people or who.rule == "who":
            bodies += [name for name in scene.names if _is_called_as_outlet(name, scene.names)]
            return bodies, replace(who, names=people) if people else NOBODY
    return bodies, NOBODY


def _is_house(name: str, names: Sequence[str], around: Sequence[Block]) -> bool:
    """Tell whether a name is the outlet's: it is called as papers are, or recurs within lines *around* the article.

    A person's recurs too: as a line by itself, or as the first words of one, over or in a note or other articles.
    """
    keys = tuple(map(key_of, names))
    parts = (
        part
        for block in around
        if _owner_of(block) != name
        for part in _BAR.split(_ADDRESS.sub(" ", block.text))
    )
    within = (
        _within(key_of(name), key_of(_BESIDES.sub("", part)), keys)
        for part in parts
        if not _is_for_outlet(part, name)
    )
    return _is_desk(name) or _is_called_as_outlet(name, names) or any(within)


def _is_for_outlet(part: str, name: str) -> bool:
    """Tell whether a line says for which outlet *name* wrote: `Harbour Post: Rim Example`."""
    outlet, colon, who = part.partition(":")
    return bool(colon) and key_of(who) == key_of(name) and bool(HAS_OUTLET_WORD.search(key_of(outlet)))


def _owner_of(block: Block) -> str:
    """Return who holds the rights by a line: of what one person publishes, who wrote it."""
    found = owner_in(block.text) if block.kind is BlockKind.DISCLAIMER else None
    return found.name if found else ""


def _is_desk(name: str) -> bool:
    """Tell whether a name has a word of papers and another of roles: *Quay Post Staff*, but not *Harbour Agency*."""
    return any(
        HAS_OUTLET_WORD.search(key_of(word)) and has_role(name.replace(word, "")) for word in name.split()
    )


def _within(key: str, line: str, keys: tuple[str, ...]) -> bool:
    """Tell whether a line has *key* in it, but neither begins with one of *keys* nor says that it, or its picture, is by whom *key* names."""
    found = line.find(key)
    return found > 0 and not (
        line.startswith(keys) or _BY.search(line, 0, found + 1) or IS_CAPTION.match(line)
    )


def _is_called_as_outlet(name: str, names: Sequence[str]) -> bool:
    """Tell whether a name beside others has an article and a word of papers: *Post* without one may be a person's."""
    return len(names) > 1 and bool(_ARTICLE.match(name) and HAS_OUTLET_WORD.search(key_of(name)))


def _outlet(
    title: str | None, bodies: Sequence[str], names: Sequence[str], scene: Scene, blocks: Sequence[Block]
) -> tuple[str | None, str]:
    """Return the outlet and the rule that found it, the surest first; *names* are those of who wrote."""
    if bodies:
        return bodies[0], "byline-of-the-site"
    suffix = _title_suffix(title, blocks) if title else None
    if suffix and key_of(suffix) not in map(key_of, names):
        return suffix, "title-suffix"
    kept = [index for index, block in enumerate(blocks) if block.kept] or [len(blocks)]
    for index, block in reversed([*enumerate(blocks)]):
        found = None if block.kept else owner_in(block.text)
        # Without a year or words about rights a line within the text credits a picture.
        if found and (found.sure or not kept[0] < index < kept[-1]) and not is_platform(found.name):
            return found.name, "copyright-line"
    credit = _opening_credit(blocks)
    if credit and HAS_OUTLET_WORD.search(key_of(credit)) and _is_outlet(credit):
        return credit, "opening-credit"
    known = next(_known_outlets(scene), None)
    return known, "known-outlet" if known else ""


def _known_outlets(scene: Scene) -> Iterator[str]:
    """Yield the widely known outlets that lines name beside who and when, and those on lines of their own around an article alone."""
    for index in sorted(scene.credits):
        yield from outlets_beside(scene.shapes[index].text, scene.language)
    foot = scene.shapes[scene.body[1] + 1 :] if scene.is_alone else ()
    for shape in (*scene.head, *foot):
        if shape.index != scene.title and (name := outlet_named_by(shape, scene.language)):
            yield name


def _is_outlet(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= _LONGEST_OUTLET and any(
        word[0].isupper() or not word[0].islower() for word in words
    )


def _title_suffix(title: str, blocks: Sequence[Block]) -> str | None:
    """Return the outlet that the title of the page adds to that of the article, if the source has both."""
    for block in blocks:
        if block.text.startswith(title) and (found := _SUFFIX.match(block.text[len(title) :])):
            name = found["name"].strip()
            return name if _is_outlet(name) and not is_platform(name) else None
    return None
