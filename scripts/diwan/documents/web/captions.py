"""Captions: lines right below a picture that say what it shows, though nothing in the markup names them so.

In: the stretches of a page. Out: which of them are captions. Old pages give a picture the same words below it and in its `alt` or
`title`; others end a caption with who made the picture, behind a label and a colon.
"""

import re
from collections.abc import Sequence

from diwan.documents.phrases.cues import CAPTIONS, phrases
from diwan.documents.shapes import key_of
from diwan.documents.web.stretches import HEADINGS, Element, Stretch

#: Words of the shortest caption: fewer name a section or a house.
_FEWEST = 3
#: Signs that stand around a caption and not in the words of its picture.
_AROUND = " -–—()[]|"
#: How a line ends that says who made a picture, before the colon; characters of the name behind it, and of the longest caption.
_CREDIT = re.compile(f" (?:{'|'.join(map(re.escape, phrases(CAPTIONS)))}) $")
_LONGEST_NAME, _LONGEST = 60, 400
#: The same in brackets: *(Nadia Ferrant/Quay Press)*, *(Nadia Ferrant - The Courier)*, *(AP Photo)*, *(Reuters)*, *（海港社 摄）*.
_IN_BRACKETS = re.compile(
    r"\((?:[^()]{3,40}\s?[/–—-]\s?[^()]{2,40}|[^()]{0,40}\b(?:photo|photos|foto|reuters|afp|getty images)(?:\s?/[^()]{2,40})?)\)\.?$"
    r"|（[^（）]{0,20}(?:社|摄|攝|图片|供图|圖片|提供)[^（）]{0,6}）。?$",
    re.IGNORECASE,
)
#: The first text behind a picture that is shown.
_BEHIND = (
    "following::text()[normalize-space()][not(ancestor::script or ancestor::style or ancestor::noscript)][1]"
)


def captions_in(stretches: Sequence[Stretch]) -> frozenset[int]:
    """Return which stretches are captions of the picture right before them."""
    lines = [
        one
        for one in stretches
        if one.element.tag not in HEADINGS
        and len(one.text) <= _LONGEST
        and len(one.key.split()) >= _FEWEST
        and not one.is_table
    ]
    said = {_bare(one.text): one for one in lines}
    pictures = stretches[0].element.getroottree().iter("img") if lines else ()
    shown = [
        (picture, said.get(_bare(picture.get(name) or "")))
        for picture in pictures
        for name in ("alt", "title")
    ]
    credited = [(one.element.xpath("preceding::img[1]"), one) for one in lines if _ends_with_credit(one.text)]
    shown += [(pictures[0], one) for pictures, one in credited if pictures]
    return frozenset(one.index for picture, one in shown if one and _stands_before(picture, one))


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(_AROUND)


def _ends_with_credit(text: str) -> bool:
    """Tell whether a line ends with who made a picture."""
    if _IN_BRACKETS.search(text):
        return True
    said, colon, name = text.replace("：", ":").rpartition(":")
    return bool(colon) and len(name) <= _LONGEST_NAME and bool(_CREDIT.search(key_of(said)))


def _stands_before(picture: Element, line: Stretch) -> bool:
    """Tell whether *line* is the first text that is shown behind a *picture*."""
    texts = picture.xpath(_BEHIND)
    return bool(texts) and line.text.startswith(" ".join(texts[0].split()))
