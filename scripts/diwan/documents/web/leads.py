"""Leads: the sentence or two between the title of an article and its text, where the models set them aside.

In: the stretches of a page, which of them seem to be text, and which says the title. Out: those that are its lead. Sites set
leads in a part of their own, with the title, so that they stand away from the text.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.names.bylines import is_uncased
from diwan.documents.phrases.cues import IS_BYLINE, IS_DATE_LABEL, IS_DISCLAIMER
from diwan.documents.web import places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Stretch
from diwan.documents.wrapped import columns

#: Stretches below the title in which its lead stands: the section or who and when may stand before it.
_NEAR = 3
#: Letters and signs of the shortest lead, columns of one in a script without capitals, which write no vowels, or a word with a
#: sign; and share of it that may be linked.
_SHORTEST, _NARROWEST, _LINKED = 40, 32, 0.2
_ELEMENTS = frozenset(("p", "div", "h2", "h3", "h4"))
_TEASER, _RELATED = re.compile("teaser", re.IGNORECASE), places.column("related")
#: Share of a line's words that a title of the page has from which it is that title in other words.
_SAME = 0.5
#: Letters, or Chinese and Japanese signs, of a word in a script without spaces.
_LETTERS, _SIGNS = 4, 2
#: What may stand below a title and is no lead, by the names in the markup, with the levels up within which they tell.
_NAMED = tuple(
    (places.column(name), level)
    for name, level in (("<figure>", 5), ("<figcaption>", 5), ("caption", 2), ("related", 3), ("appeal", 3), ("advert", 3),
                        ("comment", 3), ("notice", 3), ("nav", 3), ("bio", 3), ("player", 3), ("fact", 3), ("share", 3),
                        ("byline", 2), ("<li>", 2), ("hiding", 12))
)  # fmt: skip


def lead_of(
    stretches: Sequence[Stretch],
    kept: NDArray[np.bool_],
    title: int | None,
    page: tuple[Sequence[str], str],
    known: Places,
) -> list[bool]:
    """Tell which stretches between the title and the text are its lead though they were set aside.

    *page* is the keys of what the page calls itself, of which a second one below the first is no lead, and of how it describes
    itself: a line that says the same is one, however short, and whatever its markup is named after.
    """
    titles, description = page
    found = [False] * len(stretches)
    if title is None or stretches[title].element.tag != "h1":
        return found
    for one in stretches[title + 1 : title + 1 + _NEAR]:
        if kept[one.index]:
            break
        levels = known.of(one.element).levels
        # Beside the title a teaser is that of the article.
        own = _TEASER.search(one.element.get("class") or "") and _stand_together(one, stretches[title])
        named = any(levels[column] < level for column, level in _NAMED if not (own and column == _RELATED))
        told = one.key == description or (not named and _is_sentence(one))
        found[one.index] = told and not _is_title(one, titles)
    return found


def _stand_together(one: Stretch, title: Stretch) -> bool:
    return one.element.getparent() is title.element.getparent()


def _is_sentence(stretch: Stretch) -> bool:
    uncased = is_uncased(stretch.text)
    long = columns(stretch.text) >= _NARROWEST if uncased else stretch.size >= _SHORTEST
    other = any(cue.match(stretch.key) for cue in (IS_BYLINE, IS_DATE_LABEL, IS_DISCLAIMER))
    unlinked = stretch.linked <= _LINKED * stretch.size
    return long and unlinked and stretch.element.tag in _ELEMENTS and not other


def _is_title(stretch: Stretch, titles: Sequence[str]) -> bool:
    """Tell whether a line says one of the *titles*, or half of its words: sites have one for readers and one for machines."""
    size = _LETTERS if stretch.shape.is_narrow else 1 if stretch.shape.is_spaced else _SIGNS
    words = _words_of(stretch.key, size)
    return any(len(words & _words_of(key, size)) >= _SAME * len(words) for key in titles)


def _words_of(key: str, size: int) -> set[str]:
    """Return the words of a key, or in a script without spaces its runs of *size* letters."""
    parts = key.split()
    return {"".join(parts[at : at + size]) for at in range(len(parts) - size + 1)}
