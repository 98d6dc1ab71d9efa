"""The head of an article alone: which of the few lines above a text is its title, where the others only say who, when and where.

In: the lines above the text. Out: the index of the title, or None where these lines alone do not tell. So somebody types or
pastes an article: *Who sails?* over *Lena Hart* over a day. The model of titles learned from pages, where a few words
above a wider line are a section, and takes the name for the title, or none.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from diwan.documents.lines.titles import has_form
from diwan.documents.names.bylines import Credit, is_uncased, names_in
from diwan.documents.names.given import begins_as_name
from diwan.documents.names.outlets import outlet_named_by
from diwan.documents.phrases.cues import HAS_OUTLET_WORD, IS_DATE_LABEL, is_section
from diwan.documents.shapes import Shape, telling_words, told_again

#: Lines of the shortest head, a title and who or when, and of the longest: outlet, section, title, lead, two names, day, address.
_FEWEST, LONGEST_HEAD = 2, 8
#: Lines of which one is the title: that and a lead; and words of the shortest title over a lead, for with fewer it is a section.
_TITLE_AND_LEAD, _TITLE = 2, 3
#: Words of a name in a script without capitals, or signs where these are words.
_OF_NAME = range(2, 5)
#: Words beside a name behind a comma: where somebody wrote.
_PLACE = 2
#: What stands between the halves of a headline, and between no names.
_BESIDE = re.compile(r"[:：|?–—]|\s-\s")


def title_in_head(
    head: Sequence[Shape],
    credit: Callable[[int], Credit | None],
    text: Sequence[Shape],
    language: str | None,
    *,
    alone: bool,
) -> int | None:
    """Return the index of the one line of *head* that says neither who nor when; *text* are the sentences below it.

    If each such line could be a name, it is the one that has most words of the text, and of these the first. Where nothing
    of a page stands below the text either (*alone*), of two lines the second is a lead, and over who wrote stands no other name.
    """
    unsigned = list(_unsigned(head, credit))
    lines = [shape for shape in unsigned if not says_where(shape, language)] or unsigned
    could = [shape for shape in lines if not names_people(shape)]
    telling = [shape for shape in could if not is_like_name(shape)]
    most = _TITLE_AND_LEAD if alone and head[-1] not in telling else 1
    if len(head) < _FEWEST or len(telling) > most:
        return None
    if not telling:
        could.sort(key=lambda shape: -len(told_again(telling_words(shape), text)))
    elif alone and _names_below(telling[-1], head, credit):
        could = [shape for shape in could if shape.index <= telling[-1].index]
    else:
        could = telling
    title = next((shape for shape in could if shape.length >= _TITLE or shape.asks), next(iter(could), None))
    return title.index if title and has_form(title) else None


def _names_below(line: Shape, head: Sequence[Shape], credit: Callable[[int], Credit | None]) -> bool:
    """Tell whether a line below *line* says who wrote."""
    below = (shape for shape in head if shape.index > line.index)
    return any(is_like_name(shape) or ((said := credit(shape.index)) and said.names) for shape in below)


def _unsigned(head: Sequence[Shape], credit: Callable[[int], Credit | None]) -> Iterator[Shape]:
    """Yield the lines that say neither who nor when; below who wrote stands the caption of a picture, or a button."""
    for shape in head:
        said = credit(shape.index)
        if said and said.names:
            return
        if not (said and said.is_alone):
            yield shape


def says_where(shape: Shape, language: str | None) -> bool:
    """Tell whether a line only says where an article stood, an address, an outlet or a section, or labels a time."""
    if (shape.has_address and len(shape.text.split()) == 1) or IS_DATE_LABEL.match(shape.key):
        return True
    if is_section(shape.key) or outlet_named_by(shape, language):
        return True
    return bool(is_like_name(shape) and HAS_OUTLET_WORD.search(shape.key))


def names_people(shape: Shape) -> bool:
    """Tell whether a line can hardly be but one with names: it begins with a given name, or joins names and nothing else."""
    if begins_as_name(shape.text):
        return True
    names, others = names_in(shape.text, signed=False)
    return len(names) > 1 and not others and not _BESIDE.search(shape.text)


def is_like_name(shape: Shape) -> bool:
    """Tell whether a line has the form of a name, or of several, perhaps with a place."""
    if names_people(shape):
        return True
    if is_uncased(shape.text):
        return shape.parts_of_name in _OF_NAME and not shape.asks
    names, others = names_in(shape.text, signed=False)
    return bool(names) and others <= (_PLACE if "," in shape.text else 0)
