"""A witness: what another reader takes for the text of a page.

In: the tree of a page. Out: the letters and digits of the text that trafilatura extracts, line by line, in the form in
which stretches are looked up in it; nothing where it finds none. It decides nothing: that it heard a stretch is one of
the sights of the models, because its rules err on other pages than they do (Barbaresi 2021,
https://aclanthology.org/2021.acl-demo.15/).
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from lxml import etree

from diwan.documents.shapes import keys_of
from diwan.documents.web import runs
from diwan.documents.web.stretches import Element

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

#: Letters and digits of a stretch from which it may stand anywhere in the testimony; a shorter one must be a line of
#: it, because labels of a word stand in any text. How many are its beginning, and those of each run looked for.
_ANYWHERE, _BEGINNING, _RUN = 24, 60, 16
#: Elements of the largest page, and levels of the deepest, that are shown: pages have up to 20,000 and 60; more are
#: only attacks, and its recursions would not bear them.
_LARGEST, _DEEPEST = 60_000, 250
_count = etree.XPath("count(descendant-or-self::*)")
_is_deep = etree.XPath(f"boolean({'/'.join('*' * _DEEPEST)})")
# Of pages that it cannot read it tells in its log; here it is only not heard.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Testimony:
    """The text as another reader has it: all its letters and digits, and those of each line."""

    text: str = ""
    lines: frozenset[str] = frozenset()

    def holds(self, keys: Sequence[str]) -> list[bool]:
        """Tell which stretches stand in it, by the letters and digits of each.

        Of a longer one runs in its first `_BEGINNING` letters, and one at its end, are looked for.
        """
        sizes = np.array([len(key) for key in keys], dtype=np.int64)
        ends = np.cumsum(sizes)
        long = np.flatnonzero(sizes >= _ANYWHERE)
        found = [key in self.lines for key in keys]
        starts = ends[long] - sizes[long]
        last = np.minimum(sizes[long], _BEGINNING) - _RUN
        places = (starts, starts + last // 2, starts + last, ends[long] - _RUN)
        numbers = runs.numbers_of("".join(keys), _RUN)
        held = runs.standing(numbers[np.stack(places)], self.text, _RUN).all(axis=0)
        for index, holds in zip(long.tolist(), np.asarray(held).tolist(), strict=True):
            found[index] = holds
        return found


def hear(root: Element) -> Testimony:
    """Return what trafilatura extracts from the page *root*, of which it makes a copy."""
    from trafilatura import bare_extraction

    if _is_vast(root):
        return Testimony()
    try:
        found = bare_extraction(root, options=_options())
    except Exception:  # noqa: BLE001 whatever breaks in it, the page is read without it
        return Testimony()
    text = getattr(found, "text", None) or ""
    lines = [key.replace(" ", "") for key in keys_of(text.splitlines())]
    return Testimony("".join(lines), frozenset(lines))


@cache
def _options() -> "Extractor":
    """Return what is asked of trafilatura, which it would otherwise read out of its settings for each page."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", fast=True, recall=True, comments=False)


def _is_vast(root: Element) -> bool:
    return bool(_count(root) > _LARGEST or _is_deep(root))
