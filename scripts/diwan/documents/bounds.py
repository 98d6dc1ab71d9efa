"""Bounds: how long a text may be, counted before anything is made of it.

A file may be within its bytes and yet hold millions of lines, each of which would become a block, be looked at by models
and stand on a page. What is longer than any article is refused instead; formats whose parser may swell are bounded
besides by the process that reads them (`confined`).
"""

import re
from dataclasses import dataclass

from diwan.documents.pieces import Reading
from diwan.problems import Location, Outcome, Problem


@dataclass(frozen=True, slots=True)
class Bound:
    """How much text there may be, and what that is the text of."""

    characters: int
    lines: int
    what: str


#: Of what becomes one document: a report of five hundred pages, or of a thousand whose lines are paragraphs of their own, a
#: hundred of them on each. The longest that are let pass take some 5 seconds and 350 MB to make a document of.
ARTICLE = Bound(1_500_000, 150_000, "article")
#: Of a file that may hold many articles: a press archive hands out 500 at once, of some 6,000 characters each.
FILE = Bound(10_000_000, 300_000, "file of articles")
#: The end of a line that is not empty.
_END = re.compile(r"[^\n]\n")


def too_long(text: str, bound: Bound, path: str) -> Problem | None:
    """Return the problem of a *text* that is beyond the *bound*; empty lines count as characters alone."""
    if len(text) > bound.characters or text.count("\n") > bound.lines:
        return _problem(len(text), sum(1 for _ in _END.finditer(text)), bound, path)
    return None


def bounded(outcome: Outcome[Reading | None], bound: Bound, path: str) -> Outcome[Reading | None]:
    """Return the *outcome* of reading the file at *path*, or the problem of a text beyond the *bound*."""
    pieces = outcome.value.pieces if outcome.value else ()
    problem = _problem(sum(len(piece.text) for piece in pieces), len(pieces), bound, path)
    return Outcome(None, (problem,)) if problem else outcome


def _problem(characters: int, lines: int, bound: Bound, path: str) -> Problem | None:
    for number, most, noun in (
        (characters, bound.characters, "characters"),
        (lines, bound.lines, "lines or paragraphs"),
    ):
        if number > most:
            message = f"its text has {number:,} {noun}, more than any {bound.what} ({most:,})"
            return Problem("source-too-large", Location(path=path), message, "save the article alone")
    return None
