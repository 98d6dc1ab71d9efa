"""The lists of a Word document, whose numbers are counted when it is shown (ECMA-376-1, 17.9): `word/numbering.xml`."""

from collections.abc import Iterator

from lxml import etree

from diwan.documents.counted import Level, Numbers, number_in
from diwan.documents.readers.archive import Archive
from diwan.documents.readers.wordstyles import W

_VALUE = f"{W}val"
_FILE = "word/numbering.xml"


def numbers_of(archive: Archive) -> Numbers:
    """Return the lists of a document."""
    if _FILE not in archive.names:
        return Numbers({})
    root = archive.xml(_FILE)
    of_kind = {
        kind.get(f"{W}abstractNumId", ""): dict(_levels(kind)) for kind in root.iter(f"{W}abstractNum")
    }
    levels: dict[tuple[str, int], Level] = {}
    kinds, restarts, styles = {}, set[tuple[str, int]](), {}
    for list_ in root.iter(f"{W}num"):
        number, kind = list_.get(f"{W}numId", ""), _said(list_, "abstractNumId")
        kinds[number] = kind
        for depth, (level, style) in of_kind.get(kind, {}).items():
            levels[number, depth] = level
            styles[number, style] = depth
        for own in list_.iter(f"{W}lvlOverride"):
            depth = number_in(own.get(f"{W}ilvl")) or 0
            start = number_in(_said(own, "startOverride"))
            levels |= {(number, at): level for at, (level, _) in _levels(own)}
            if start is not None:
                level = levels.get((number, depth), Level("decimal", 1, f"%{depth + 1}.", plain=False))
                levels[number, depth] = Level(level.how, start, level.label, level.plain)
                restarts.add((number, depth))
    return Numbers(levels, kinds, restarts, styles)


def _levels(parent: etree._Element) -> Iterator[tuple[int, tuple[Level, str]]]:
    """Yield the levels of a list by their depth, each with the style whose paragraphs belong to it."""
    for level in parent.iter(f"{W}lvl"):
        depth = number_in(level.get(f"{W}ilvl")) or 0
        text = level.find(f"{W}lvlText")
        label = f"%{depth + 1}." if text is None else text.get(_VALUE, "")
        start = number_in(_said(level, "start"))
        plain = level.find(f"{W}isLgl") is not None
        found = Level(_said(level, "numFmt") or "decimal", 1 if start is None else start, label, plain)
        yield depth, (found, _said(level, "pStyle"))


def _said(element: etree._Element, name: str) -> str:
    found = next(element.iter(f"{W}{name}"), None)
    return "" if found is None else str(found.get(_VALUE, ""))
