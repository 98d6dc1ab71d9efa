"""Hyphens at the ends of lines: whether they were written, or a word was broken there; in Korean, where it has none.

In: the rows of a document. Out: rows joined as one text. A hyphen stays where the text has the two parts with one elsewhere,
and where the program that set the text breaks no words, or breaks them with a sign of its own (U+2010, as browsers do).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from diwan.documents.pdf.syllables import NONE, Syllables, syllables_of

_BROKEN = re.compile(r"(?P<head>[^\W\d_]+)[-\u00ad\u2010]$")
_CONTINUES = re.compile(r"(?P<tail>[^\W\d_]+)")
#: A hyphen that was written: no word is broken before a capital or beside a digit (*Far-Apart*, *COVID-19*, *3-Month*).
_WRITTEN, _NO_BREAK = re.compile(r"\w-$"), re.compile(r"[^\W_]")
#: Words behind a hyphen that stands for the rest of a word (*two- and threefold*).
_SUSPENDED = frozenset(("und", "oder", "bis", "sowie", "and", "or", "to", "och", "eller", "og", "en", "of"))
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
#: Rows for each hyphen at the end of one from which a program breaks no words. Of 66 printed pages, in which 21 of 21 such
#: hyphens were written, 13 of 16 have fewer; texts whose words are broken have one in 40 rows (a manual with lists) to 4.
_SELDOM = 80


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a document tells of its hyphens."""

    compounds: frozenset[str]
    #: Whether a plain hyphen at the end of a line was written.
    are_written: bool
    #: What it tells of words of Korean, which are broken without one.
    syllables: Syllables = NONE

    def join(self, text: str, row: str) -> str | None:
        """Return *text* with *row* where a word goes on from one to the other, behind a hyphen or in Korean without, else None."""
        if self.syllables.go_on(text, row):
            return text + row
        head, tail = _BROKEN.search(text), _CONTINUES.match(row)
        written = self.are_written and text.endswith("-")
        if tail and tail["tail"] in _SUSPENDED and (written or not head):
            return None
        if not head or not tail or (tail["tail"][:1].isupper() and not head["head"].isupper()):
            return text + row if _WRITTEN.search(text) and _NO_BREAK.match(row) else None
        keep = written or f"{head['head']}-{tail['tail']}".casefold() in self.compounds
        return (text if keep else text[:-1]) + row


def hyphens_of(rows: Iterable[str]) -> Hyphens:
    """Return what the *rows* of a document tell of its hyphens."""
    texts = list(rows)
    compounds = frozenset(word.casefold() for text in texts for word in _HYPHENATED.findall(text))
    ends = [
        above[-1] for above, below in pairwise(texts) if _BROKEN.search(above) and _CONTINUES.match(below)
    ]
    are_written = "\u2010" in ends or len(ends) * _SELDOM <= len(texts)
    return Hyphens(compounds, are_written, syllables_of(texts))
