"""Ends: lines with which a page closes a text, and which are none of it.

In: the stretches of a page, and which of them seem to be text. Out: the last of these that say who else reported, where the text is
from, or that it is over. Nothing in the markup parts them from the text; elsewhere than at its end such a line may be text.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from diwan.documents.body import SHORT_LINE
from diwan.documents.cues import IS_DATE_LABEL, IS_ENDING, IS_SIGN_OFF, opening
from diwan.documents.web.stretches import Stretch

#: What stands before the name of an agency or a paper, with a colon.
IS_SOURCE = opening(
    "source | sources | quelle | quellen | fuente | fuentes | fonte | fontes | fonti | bron | bronnen | källa | källor | kilde | kilder"
    " | lähde | lähteet | źródło | źródła | zdroj | zdroje | forrás | sursa | surse | источник | источники | джерело | джерела | източник"
    " | πηγή | πηγές | kaynak | kaynaklar | المصدر | المصادر | منبع | منابع | ماخذ | מקור | מקורות | स्रोत | sumber | nguồn | ที่มา"
    " | 来源 | 來源 | 文章来源 | 资料来源 | 資料來源 | 出典 | 出处 | 出處 | 출처"
)
_COLON = re.compile(r"^[^:：]{2,20}[:：]\s*\w")
#: Words of the longest line that says behind a label when a text was published or changed.
_DATED = 12


def closing_lines(stretches: Sequence[Stretch], kept: NDArray[np.bool_]) -> list[int]:
    """Return which stretches close the text.

    Of the last lines kept on 246 pages four say who else reported, two where the text is from, and three have no word: none is text.
    """
    last = reversed(np.flatnonzero(kept).tolist())
    return list(takewhile(lambda index: _closes(stretches[index]), last))


def _closes(stretch: Stretch) -> bool:
    key, words = stretch.key, len(stretch.key.split())
    if not words or IS_ENDING.fullmatch(key):
        return not stretch.is_table
    if words > SHORT_LINE or stretch.is_table:
        return False
    labelled = IS_SOURCE.match(key) or (words <= _DATED and IS_DATE_LABEL.match(key))
    return bool(IS_SIGN_OFF.match(key) or (labelled and _COLON.match(stretch.text)))
