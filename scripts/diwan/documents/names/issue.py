"""Issue: which of the days that are given is the one on which the text first came out.

In: a line and the dates in it, or lines with a day each. Out: days of issue before days of change. What a line says of a
date stands before it (`published 4 May, updated 6 May`), or behind each (`5月4日 公開 5月6日 更新`); a date of which it
says nothing is that of issue.
"""

import re
from collections.abc import Sequence

from diwan.documents.names.dates import Found
from diwan.documents.phrases.cues import HAS_CHANGE_LABEL, HAS_ISSUE_LABEL
from diwan.documents.shapes import key_of

#: Lines from a day of change to that of issue: the next one, or the one behind the byline. Farther off it is another text's.
_BESIDE = 2
_DIGIT = re.compile(r"\d")


def by_issue(text: str, dates: Sequence[Found]) -> tuple[list[Found], bool]:
    """Return the *dates* in *text*, days of issue first, and whether all of them are days of change."""
    ends = [0, *(one.end for one in dates)]
    starts = [*(one.start for one in dates), len(text)]
    between = [key_of(text[end:start]) for end, start in zip(ends, starts, strict=True)]
    said = between[1:] if not _is_label(between[0]) and _is_label(between[-1]) else between[:-1]
    changed = [bool(HAS_CHANGE_LABEL.search(key)) for key in said]
    ranked = sorted(range(len(dates)), key=lambda index: changed[index])
    return [dates[index] for index in ranked], all(changed)


def first_issued(found: Sequence[tuple[int, bool]]) -> int | None:
    """Return the line that gives the day of issue, of those *found*, by their number and whether they say when it changed.

    It is the first; if that says only when the text was changed, the first beside it that does not.
    """
    if not found:
        return None
    first, changed = found[0]
    beside = (line for line, other in found[1:] if changed and not other and line - first <= _BESIDE)
    return next(beside, first)


def _is_label(key: str) -> bool:
    """Tell whether words beside a date say which date it is; what goes on to a time says it of the time."""
    label = HAS_ISSUE_LABEL.search(key) or HAS_CHANGE_LABEL.search(key)
    return label is not None and not _DIGIT.search(key, label.end())
