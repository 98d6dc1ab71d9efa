"""Cards: other articles, each in an element of its own with a title that is a link and a sentence or two.

In: the stretches of a page. Out: the sentences of such cards, where at least three stand side by side. A page that has a
short text has more words in its cards than in its text, and the models then take the longest sentences for the article.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch

#: Cards side by side from which they are a list of other articles: of 246 pages one has three such elements in its text,
#: and these are paragraphs.
_FEWEST = 3
#: Stretches of the largest card (section, title, sentence, who, when, a button), letters and signs of its shortest title and
#: shortest text, and of its longest text: entries of reports have linked titles, too, and are longer.
_LARGEST, _TITLE, _TEXT, _LONGEST = 6, 10, 30, 400
#: Share of a title that is linked.
_LINKED = 0.8
#: Elements that hold a card; a paragraph is none.
_HOLDERS = frozenset(("div", "li", "article", "section", "td", "tr", "dd", "dl", "a"))


def teasers(stretches: Sequence[Stretch], title: str) -> NDArray[np.bool_]:
    """Tell which stretches without links are the text of a card; those beside one that says the *title* are posts on it."""
    inside: defaultdict[Element, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        for element in stretch.chain:
            # An element that holds more is no card, and neither is one around it.
            if len(inside[element]) > _LARGEST:
                break
            inside[element].append(stretch)
    rows: defaultdict[Element | None, list[Element]] = defaultdict(list)
    for element, held in inside.items():
        if element.tag in _HOLDERS and _is_card(held):
            rows[element.getparent()].append(element)
    found = np.zeros(len(stretches), dtype=np.bool_)
    for cards in rows.values():
        own = any(one.key == title for card in cards for one in inside[card])
        if len(cards) >= _FEWEST and len({card.tag for card in cards}) == 1 and not own:
            for one in (one for card in cards for one in inside[card]):
                found[one.index] = one.linked == 0
    return found


def _is_card(held: Sequence[Stretch]) -> bool:
    """Tell whether stretches are a title that is a link and, below it, some text that is none."""
    if not 1 < len(held) <= _LARGEST:
        return False
    titles = [one.index for one in held if one.size >= _TITLE and one.linked >= _LINKED * one.size]
    text = [one for one in held if one.linked == 0 and titles and one.index > titles[0]]
    return any(one.size >= _TEXT for one in text) and sum(one.size for one in held) <= _LONGEST
