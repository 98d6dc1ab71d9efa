"""Pasted: what comes along when a page is pasted into a document whose format says what each paragraph is.

In: the shapes of all pieces. Out: by index the rule of those that repeat the title, are buttons, lead to another article or list the
subjects of the page: the format calls them a heading, items of a list, paragraphs.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from diwan.documents.lines.rules import FORMAT, Rule
from diwan.documents.phrases.cues import IS_APPEAL, IS_READ_ALSO, IS_TAGS
from diwan.documents.phrases.following import are_networks, is_button
from diwan.documents.shapes import Shape
from diwan.model.block import BlockKind

#: Pieces below the title in which its page says it again: a section, who and when may stand between.
_NEAR = 8
#: Words of the longest label over buttons: *Share this article*.
_LONGEST_LABEL = 3
#: Words of the longest line of *Read also* and a headline, and of the fewest behind the label; in scripts without spaces, signs.
_LONGEST_LINK, _FEWEST = 25, 2
_TITLE_AGAIN, _BUTTONS, _LINK = "title-again", "buttons-in-a-row", "link-or-appeal"


def pasted_along(shapes: Sequence[Shape], rules: Sequence[Rule]) -> dict[int, str]:
    """Return the rules of those *shapes* that only came along, of the ones whose kind the format states; *rules* decide them else."""
    stated = [
        shape
        for shape, rule in zip(shapes, rules, strict=True)
        if shape.piece.kind is not None and rule is FORMAT
    ]
    title = next(
        (
            shape
            for shape, rule in zip(shapes, rules, strict=True)
            if BlockKind.TITLE in (shape.piece.kind, rule.kind)
        ),
        None,
    )
    links = {shape.index: _LINK for shape in stated if _leads_away(shape)}
    return dict(_titles_again(title, stated)) | dict(_buttons(stated)) | links


def _titles_again(title: Shape | None, stated: Sequence[Shape]) -> Iterator[tuple[int, str]]:
    if title is None or not title.words:
        return
    for shape in stated:
        near = 0 < shape.index - title.index <= _NEAR
        if near and shape.piece.kind is BlockKind.HEADING and shape.key == title.key:
            yield shape.index, _TITLE_AGAIN


def _leads_away(shape: Shape) -> bool:
    """Tell whether a paragraph is a label such as *Read also* or *Tags* with what it labels: short, and no sentence.

    A label alone may head a part of the text.
    """
    if shape.piece.kind is not BlockKind.PARAGRAPH or shape.ends_sentence or shape.length > _LONGEST_LINK:
        return False
    label = IS_READ_ALSO.match(shape.key) or IS_TAGS.match(shape.key)
    return label is not None and len(shape.key[label.end() :].split()) >= _FEWEST


def _buttons(stated: Sequence[Shape]) -> Iterator[tuple[int, str]]:
    last: Shape | None = None
    for is_item, some in groupby(stated, lambda shape: shape.piece.kind is BlockKind.LIST_ITEM):
        items = list(some)
        if is_item and are_networks(items):
            yield from ((shape.index, _BUTTONS) for shape in items)
            if last and last.length <= _LONGEST_LABEL and (is_button(last) or IS_APPEAL.match(last.key)):
                yield last.index, _BUTTONS
        last = items[-1]
