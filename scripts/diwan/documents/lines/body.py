"""The body: the stretch of a source that holds the article's text, found by how lines weigh.

In: the shapes of all pieces. Out: the first and the last line of the heaviest run: running sentences weigh by their width,
other lines cost. What touches it and is too light to weigh belongs to it as well. Lines that introduce themselves as part
of the page, by the few phrases of `cues`, weigh against it most.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from diwan.documents.phrases.asides import is_aside, is_on_rights
from diwan.documents.phrases.cues import (
    IS_APPEAL,
    IS_DISCLAIMER,
    IS_HASHTAGS,
    IS_READ_ALSO,
    IS_TAGS,
    has_notice,
)
from diwan.documents.phrases.labels import (
    ends_in_appeal,
    is_labelled_link,
    is_link_label,
    stands_alone,
)
from diwan.documents.pieces import SPEECH
from diwan.documents.shapes import Shape

#: Columns by which a line that is no sentence weighs against a run: so that eight menu entries outweigh a paragraph,
#: and four headings or credits in a row do not. Anything from 25 to 40 gives the same on forty saved pages; below,
#: teasers after the text are taken for text, and above, what follows a list in a short article is lost.
_COST = 25
#: A line that introduces itself as part of the page weighs more: two of them part teasers from the text.
_FURNITURE_COST = 60
#: A sentence weighs its columns, but not more: one very long notice should not outweigh an article.
_MOST_WEIGHT = 400
#: Words of the longest line that an opening such as *See also* makes an appeal or a link: 25 is the longest
#: headline met; a sentence of the article that opens so is longer or has a stop.
SHORT_LINE = 25
#: Lines below the label of a list of links that are looked at.
_LINES_BELOW = 25
#: Words of a short sentence at the edge of the text; fewer are an abbreviation or an exclamation of the page.
_FEWEST_WORDS = 3
#: Short sentences below the text that make the line over them its heading: single ones stand below headlines of the page.
_HEADED = 2
#: Words of the longest notice about the making of a page.
LONGEST_NOTICE = 60

#: What tells a line of the page by a phrase, if it is no longer than a notice.
_TELL = (has_notice, is_aside, is_on_rights, is_labelled_link)


@dataclass(slots=True)
class _Run:
    weight: int = 0
    start: int = 0
    end: int = -1


def body_of(
    shapes: tuple[Shape, ...],
    furniture: Sequence[bool],
    introduced: AbstractSet[int],
    among: AbstractSet[int] = frozenset(),
) -> tuple[int, int]:
    """Return first and last index of the article's text; all of it where nothing in it is a sentence.

    *furniture* says of each line whether it introduces itself as part of the page; *introduced* are items of lists, and
    what is quoted or said by one of those who talk; *among* the lines of lists that stand between sentences: none costs.
    """
    best, weight, start = _Run(), 0, 0
    for shape in shapes:
        own = -_FURNITURE_COST if furniture[shape.index] else _weight_of(shape)
        weight += max(own, 0) if shape.index in introduced or shape.index in among else own
        if weight <= 0:
            weight, start = 0, shape.index + 1
        elif weight > best.weight:
            best = _Run(weight, start, shape.index)
    return _extended(shapes, best, introduced) if best.weight else (0, len(shapes) - 1)


def introduced_items(shapes: tuple[Shape, ...]) -> frozenset[int]:
    """Return the items of lists that a line with a colon introduces, which a menu never is."""
    found = set()
    introduced = False
    for shape in shapes:
        introduced = _introduces(shape) or (introduced and bool(shape.marker))
        if introduced and shape.marker:
            found.add(shape.index)
    return frozenset(found)


def is_furniture(shape: Shape) -> bool:
    """Tell whether a line introduces itself as part of the page and not of the article."""
    if IS_DISCLAIMER.match(shape.key) or IS_HASHTAGS.fullmatch(shape.text):
        return True
    if shape.length <= LONGEST_NOTICE and any(tells(shape) for tells in _TELL):
        return True
    if is_link_label(shape) or stands_alone(shape):
        return True
    if shape.length <= SHORT_LINE and ends_in_appeal(shape):
        return True
    short = shape.length <= SHORT_LINE and not (shape.ends_sentence and shape.is_sentence)
    return short and bool(
        IS_READ_ALSO.match(shape.key) or IS_APPEAL.match(shape.key) or IS_TAGS.match(shape.key)
    )


def lines_below_labels(shapes: tuple[Shape, ...]) -> frozenset[int]:
    """Return the lines that stand below a label such as *Read also*, before text goes on if it does.

    Where they stand right below it, a line with white above it and a sentence behind it heads that: the list has ended.
    """
    found = set()
    none = label = -_LINES_BELOW - 1
    is_dense = False
    for shape, behind in zip(shapes, [*shapes[1:], None], strict=True):
        if shape.index == label + 1:
            is_dense = not shape.piece.gap
        elif is_dense and shape.piece.gap and behind and _goes_on(behind):
            label = none
        if shape.index - label <= _LINES_BELOW:
            found.add(shape.index)
        if shape.is_sentence:
            label = none
        elif is_link_label(shape):
            label = shape.index
    return frozenset(found)


def _goes_on(shape: Shape) -> bool:
    """Tell whether a line is a whole sentence of the text, and does not speak of the page."""
    return shape.is_sentence and shape.ends_sentence and not is_furniture(shape)


def _weight_of(shape: Shape) -> int:
    """Return what a line of no furniture weighs for (or, below zero, against) being part of the article's text."""
    if shape.is_sentence or shape.piece.rule == SPEECH:
        return min(shape.width, _MOST_WEIGHT)
    if shape.piece.kind is not None or _introduces(shape) or shape.text.startswith(">"):
        return 0
    return 0 if shape.marker and shape.ends_sentence else -_COST


def _introduces(shape: Shape) -> bool:
    return shape.is_label and shape.length >= _FEWEST_WORDS and not is_furniture(shape)


def _extended(shapes: tuple[Shape, ...], run: _Run, introduced: AbstractSet[int]) -> tuple[int, int]:
    """Return *run* with what touches it and is too light to weigh: short sentences, lists that a colon introduces."""
    start, end = run.start, run.end
    while start > 0 and (
        _is_short_sentence(shapes[start - 1]) or (start - 1 in introduced and not shapes[start - 1].marker)
    ):
        start -= 1
    while end + 1 < len(shapes) and (
        _is_short_sentence(shapes[end + 1])
        or end + 1 in introduced
        or (_introduces(shapes[end + 1]) and end + 2 in introduced)
        or _heads_sentences(shapes[end + 1 : end + 4])
    ):
        end += 1
    return start, end


def _heads_sentences(shapes: Sequence[Shape]) -> bool:
    """Tell whether the first of three lines may be a heading, over two short sentences."""
    heading, *below = shapes
    return len(below) == _HEADED and not is_furniture(heading) and all(map(_is_short_sentence, below))


def _is_short_sentence(shape: Shape) -> bool:
    return (
        shape.ends_sentence and not shape.asks and shape.length >= _FEWEST_WORDS and not is_furniture(shape)
    )
