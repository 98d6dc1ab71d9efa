"""Timed: what was said, with the times at which it was: transcripts copied from players of films, and subtitles (SubRip, WebVTT).

In: a text. Out: its pieces: what stands before and behind; between, paragraphs of what was said, and above each the times of its
lines, set aside. Such lines break anywhere, mostly within a sentence, so that none of them could be cited.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from diwan.documents.joining import between
from diwan.documents.pieces import SPEECH, Piece
from diwan.documents.shapes import STOPS
from diwan.documents.splitting import split
from diwan.documents.wrapped import columns
from diwan.model.block import BlockKind

_CLOCK = r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d)(?:[.,]\d{1,3})?"
#: A time above what was said or before it, or the two between which it was, with what WebVTT says of its place.
_TIME = re.compile(
    rf"\s*[\[(]?{_CLOCK}(?P<to>\s*-->\s*[\d:.,]{{5,12}}(?:\s+[a-z]+:[^\s]+)*)?[\])]?\s*(?:$|[-–—:|]?\s+(?=\S))"
)
#: The number of a subtitle, above its times.
_NUMBER = re.compile(r"\s*\d{1,5}\s*")
#: Whoever speaks anew, as subtitles mark it.
_SPEAKS = re.compile(r"(?:>>|[-–—]\s?(?=\S))")
#: Fewest times that make a transcript, and the most lines to each.
_FEWEST, _MOST_LINES = 5, 4
#: Seconds before which the first stands, and within which half of them follow each other: subtitles stay for two to seven, players
#: print one for each or for every half minute. A programme of a day begins later; chapters of a film are minutes apart.
_FIRST, _APART = 60, 30
#: Columns of a paragraph from which it ends with a sentence, and where it ends in any case: transcripts made by machines have no stops.
_LONG, _LONGEST = 400, 800


@dataclass(slots=True)
class _Cue:
    """What was said at a time: the lines from *start* to *end*, that of the time, the second, how it is written, what was said."""

    start: int
    at: int
    second: int
    time: str
    end: int = 0
    said: list[str] = field(default_factory=list)


def timed(text: str) -> tuple[Piece, ...] | None:
    """Return the pieces of *text* if it is a transcript with times; else None."""
    if text.count(":") < _FEWEST:
        return None
    lines = text.split("\n")
    cues = _cues(lines)
    if not _is_transcript(cues):
        return None
    start, end = cues[0].start, cues[-1].end
    above = split("\n".join(lines[:start]))
    below = split("\n" * end + "\n".join(lines[end:]))
    return (*above, *_pieces(cues), *below)


def _cues(lines: Sequence[str]) -> list[_Cue]:
    cues: list[_Cue] = []
    for at, line in enumerate(lines):
        found = _TIME.match(line)
        if found is None:
            continue
        numbered = bool(found["to"] and at and _NUMBER.fullmatch(lines[at - 1]))
        second = (int(found["h"] or 0) * 60 + int(found["m"])) * 60 + int(found["s"])
        number = f"{lines[at - 1].strip()} " if numbered else ""
        if cues:
            cues[-1].end = at - numbered
        cues.append(
            _Cue(at - numbered, at, second, number + found.group().strip(), said=[line[found.end() :]])
        )
    for cue in cues:
        cue.said = [*filter(None, map(str.strip, (*cue.said, *lines[cue.at + 1 : cue.end])))]
    if cues:
        _end_last(cues, lines)
    return cues


def _end_last(cues: list[_Cue], lines: Sequence[str]) -> None:
    """See where the last of *cues* ends: at an empty line, or where it has as many lines as any other."""
    most = max((len(cue.said) for cue in cues[:-1]), default=0)
    last = cues[-1]
    at = last.at + 1
    while at < len(lines) and lines[at].strip() and len(last.said) < most:
        last.said.append(lines[at].strip())
        at += 1
    last.end = at


def _is_transcript(cues: Sequence[_Cue]) -> bool:
    """Tell whether times follow each other from the beginning of a film, with a few lines to each."""
    if len(cues) < _FEWEST or cues[0].second >= _FIRST:
        return False
    steps = [after.second - before.second for before, after in pairwise(cues)]
    spoken = sum(bool(cue.said) for cue in cues)
    lines = sum(len(cue.said) for cue in cues)
    return (
        min(steps) >= 0
        and median(steps) <= _APART
        and 2 * spoken > len(cues)
        and lines <= _MOST_LINES * len(cues)
    )


def _pieces(cues: Sequence[_Cue]) -> Iterator[Piece]:
    """Yield the times and the text of one paragraph after the other."""
    times: list[str] = []
    text, line = "", cues[0].start + 1
    for cue in cues:
        begins = bool(cue.said) and bool(_SPEAKS.match(cue.said[0]))
        wide = columns(text)
        if text and (begins or wide >= _LONGEST or (wide >= _LONG and text[-1:] in STOPS)):
            yield from _paragraph(times, text, line)
            times, text, line = [], "", cue.start + 1
        times.append(cue.time)
        for said in cue.said:
            text = f"{text}{between(text, said)}{said}" if text else said
    yield from _paragraph(times, text, line)


def _paragraph(times: Sequence[str], text: str, line: int) -> Iterator[Piece]:
    yield Piece(" ".join(times), line, 1, kind=BlockKind.NAVIGATION, rule="times-of-speech")
    if text:
        yield Piece(" ".join(text.split()), line, kind=BlockKind.PARAGRAPH, rule=SPEECH)
