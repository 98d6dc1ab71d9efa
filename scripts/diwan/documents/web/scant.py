"""Scant pages: those on which hardly any text was found, or none of which the models were sure.

In: the stretches of a page, which of them are text, and which says the title. Out: those that are text, too, or instead. A
notice of two sentences, a list of short entries or a row of pictures has less text than what surrounds it, so that the models
give it up; and on some old page they take nothing but the rights below it.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.phrases.cues import IS_COMMENTS, IS_READ_ALSO, has_notice
from diwan.documents.web import alike, cards, ends, places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import HEADINGS, Element, Stretch

#: Letters and signs, of Chinese and other wide scripts half as many, of text below which a page has hardly any: two sentences. Of 246 pages none has so little.
_SCANT = 150
#: Letters and signs of a line below the title that may be text, and share of it that is linked.
_SHORTEST, _LINKED = 30, 0.35
#: Chance below which all of a page's text is doubted; paragraphs side by side, and columns of running text of all of them,
#: that are an article. Of 246 pages, read by models of several divisions of the sites, one page has such, and they are its text.
_DOUBTED, _FEWEST, _LONG = 0.6, 3, 300
#: Levels up within which a name in the markup tells.
_NEAR = 3
#: What is none of the text wherever it stands.
_APART = ("advert", "appeal", "comment", "notice", "related", "hiding")
#: What is named so within the element of the title is none of the text.
_NAMED = tuple(
    map(
        places.column,
        (*_APART, "share", "tags", "nav", "<nav>", "<aside>", "<footer>", "<form>", "<button>", "<header>"),
    )
)
#: Nor is what is named so near it the text instead of what was doubted.
_OTHERWISE = tuple(map(places.column, (*_APART, "footer", "<footer>", "<aside>", "<nav>")))


def below_title(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], title: int | None, key: str, known: Places
) -> NDArray[np.bool_]:
    """Tell which stretches below the title are text of a page of which hardly any was kept.

    They stand in the smallest element that holds the title, the stretch *title* with the words *key*, and text below it.
    """
    found = np.zeros(len(stretches), dtype=np.bool_)
    held = sum(_size_of(one) for one in stretches if kept[one.index] and one.index != title)
    if held >= _SCANT or title is None or not _says(stretches[title], key):
        return found
    in_cards = cards.teasers(stretches, key)
    heads = (one for one in stretches[title + 1 :] if one.element.tag in HEADINGS)
    labels = (one.index for one in heads if IS_READ_ALSO.match(one.key) or IS_COMMENTS.match(one.key))
    others = stretches[title + 1 : next(labels, len(stretches))]
    for home in stretches[title].chain:
        text = [
            one
            for one in others
            if not in_cards[one.index] and home in one.chain and _may_be_text(one, home, known)
        ]
        if text:
            found[[one.index for one in text]] = True
            boxes = {
                one.element.getparent(): one.index for one in others if found[one.index] or kept[one.index]
            }
            for one in others:
                heading = one.element.tag in HEADINGS and not one.linked and home in one.chain
                found[one.index] |= heading and one.index < boxes.get(one.element.getparent(), 0)
            return found & ~kept
    return found


def instead_of(
    stretches: Sequence[Stretch],
    chances: NDArray[np.float64],
    kept: NDArray[np.bool_],
    running: NDArray[np.float64],
    known: Places,
) -> NDArray[np.bool_]:
    """Tell which paragraphs are the text of a page on which all that was *kept* was doubted, and is less than they are.

    They stand side by side, are running text, are named nothing else, and nothing that asks for consent is among them.
    """
    found = np.zeros(len(stretches), dtype=np.bool_)
    if (chances * kept * (running > 0)).max(initial=0) >= _DOUBTED:
        return found
    blocks: dict[Element | None, list[Stretch]] = {}
    for one in stretches:
        if running[one.index] and one.element.tag == "p":
            blocks.setdefault(one.element.getparent(), []).append(one)
    most = max(blocks.values(), key=lambda block: sum(running[one.index] for one in block), default=[])
    index = [one.index for one in most]
    named = any(known.of(one.element).levels[column] < _NEAR for one in most for column in _OTHERWISE)
    noted = any(has_notice(one.shape) for one in most)
    if (
        len(most) >= _FEWEST
        and running[index].sum() >= max(_LONG, running[kept].sum())
        and not (named or noted)
    ):
        found[index] = not kept[index].any()
    return found


def alike_instead(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], running: NDArray[np.float64], known: Places
) -> NDArray[np.bool_]:
    """Tell which stretches are the text of a page of which nothing was *kept*: most running text that is laid out alike.

    Posts of a network, and messages of a channel, are each as short as a teaser and stand in a box of their own.
    """
    found = np.zeros(len(stretches), dtype=np.bool_)
    if kept.any():
        return found
    laid: defaultdict[alike.Layout, list[int]] = defaultdict(list)
    for one in stretches:
        if running[one.index] and not any(known.of(one.element).levels[name] < _NEAR for name in _OTHERWISE):
            laid[alike.layout_of(one.element)].append(one.index)
    most = max(laid.values(), key=lambda block: running[block].sum(), default=[])
    noted = any(has_notice(one.shape) for one in stretches if one.index in most)
    found[most] = running[most].sum() >= _LONG and not noted
    return found


def _says(title: Stretch, key: str) -> bool:
    """Tell whether a stretch says the title with the words *key* as titles are set: as a heading, or bold."""
    return title.key == key and (title.element.tag in HEADINGS or title.bold == title.size)


def _size_of(stretch: Stretch) -> float:
    """Return the letters and signs of a stretch; one that is two columns wide says as much as two."""
    return stretch.size * stretch.shape.width / max(len(stretch.text), 1)


def _may_be_text(stretch: Stretch, home: Element, known: Places) -> bool:
    if _size_of(stretch) < _SHORTEST or stretch.linked >= _LINKED * stretch.size or stretch.is_table:
        return False
    if ends.disclaims(stretch):
        return False
    depth = stretch.chain.index(home)
    levels = known.of(stretch.element).levels
    return not any(levels[column] < depth for column in _NAMED)
