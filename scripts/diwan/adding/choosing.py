"""Choosing: which of several files of one article is its source.

In: the documents of the files. Out: the place of the best. A page as it was saved comes first: it states its facts and says what is a
heading, a quotation, a link; then the forms that say the latter too, then PDF, then text. But an opening gives way to
what is whole, and any form to one with twice its words: beside a study lies the page of the library that announces it.
"""

from collections.abc import Sequence

from diwan.documents.shortened import opening_of
from diwan.model.block import Document
from diwan.text.words import count_words

#: The best form first; any other comes before the last two.
PAGES, _POOR = (
    ("text/html", "multipart/related", "application/x-webarchive"),
    ("application/pdf", "text/plain"),
)
#: How many times the words of the best form another one must have. Print and page of one article differ by captions, boxes and
#: running heads, by a quarter at most on pages of the press; an abstract has a tenth of its study.
_LONGER = 2


def best_of(documents: Sequence[Document | None]) -> int:
    """Return the place of the source among *documents*; the first where none could be read."""
    read = [(place, document) for place, document in enumerate(documents) if document]
    if not read:
        return 0
    ordered = sorted(read, key=lambda one: (opening_of(one[1]) is not None, _form(one[1]), one[0]))
    best, document = ordered[0]
    whole = [(place, other) for place, other in ordered if not opening_of(other)]
    longest, longer = max(whole, key=lambda one: _words(one[1]), default=(best, document))
    return longest if _words(longer) >= _LONGER * _words(document) else best


def _form(document: Document) -> int:
    kind = document.provenance.media_type
    if kind in PAGES:
        return 0
    return 2 + _POOR.index(kind) if kind in _POOR else 1


def _words(document: Document) -> int:
    return sum(count_words(block.text) for block in document.kept)
