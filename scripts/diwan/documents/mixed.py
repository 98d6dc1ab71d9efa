"""Mixed languages: which blocks are in another language than their document.

In: blocks, and the document's language. Out: languages by index of block, only where they differ. A block in another
script is plain to see; within one script, a detector reads every block of a short document, and of a long one only
those that lack the document's commonest words.
"""

from collections import Counter
from collections.abc import Sequence

from diwan.documents.language import clearly_other, detect_language, script_of
from diwan.model.block import Block
from diwan.text.words import words_of

#: Words of a document short enough to have every block read: the detector takes about 0.2 ms for each.
_SHORT_DOCUMENT = 400
#: How many of the commonest words are looked for, and in which share of the document they are counted: they are
#: its articles and prepositions, about a third of any running text.
_COMMONEST = 20
_COUNTED_SHARE = 3
_FEWEST_COUNTED = 200
#: Share of a block's words that are among the commonest: 0.25 to 0.5 in the same language, below 0.05 in another.
_FAMILIAR_SHARE = 0.1
#: Words of the shortest block that the detector can tell, and of the shortest judged by its commonest words.
_FEWEST_WORDS = 8
_FEWEST_FAMILIAR = 15


def languages_of(blocks: Sequence[Block], language: str | None) -> dict[int, str]:
    """Return the languages of the kept blocks that are not in *language*."""
    if language is None:
        return {}
    kept = [(index, block.text) for index, block in enumerate(blocks) if block.kept]
    script = Counter(script_of(text[:300]) for _, text in kept).most_common(1)[0][0] if kept else None
    found: dict[int, str] = {}
    same_script: list[tuple[int, str]] = []
    for index, text in kept:
        if script_of(text[:300]) in (script, None):
            same_script.append((index, text))
        elif (other := detect_language(text)) and other != language:
            found[index] = other
    for index, text in _suspects(same_script):
        if other := clearly_other(text, language):
            found[index] = other
    return found


def _suspects(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the blocks of one script that may be in another language."""
    words = [(index, text, [word.casefold() for word in words_of(text)]) for index, text in texts]
    total = sum(len(of_block) for *_, of_block in words)
    if total <= _SHORT_DOCUMENT:
        return [(index, text) for index, text, of_block in words if len(of_block) >= _FEWEST_WORDS]
    running = [word for *_, of_block in words for word in of_block]
    counted = running[: max(len(running) // _COUNTED_SHARE, _FEWEST_COUNTED)]
    familiar = {word for word, _ in Counter(counted).most_common(_COMMONEST)}
    return [
        (index, text)
        for index, text, of_block in words
        if len(of_block) >= _FEWEST_FAMILIAR
        and sum(word in familiar for word in of_block) < len(of_block) * _FAMILIAR_SHARE
    ]
