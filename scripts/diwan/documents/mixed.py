"""Mixed languages: which blocks are in another language than their document.

In: blocks, and the document's language. Out: languages by index of block, only where they differ. A block in another
script is plain to see; within one script, a detector reads every block of a short document, and of a long one only
those that lack the document's commonest words.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from math import ceil

from diwan.documents.language import clearly_other, detect_language, scripts_of
from diwan.documents.shapes import Shape
from diwan.model.block import Block

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
#: Share of a block's different words that stand in others, which are in the document's language: then it need not be asked
#: if the block has a common word of that language and no more of another. Of 719 blocks that it was asked about in 3,400
#: texts and pages it told 110 to be in another language, and of those with a share of 0.15, 0.2 and 0.25 and such a word
#: none; the higher, the more it is asked.
_KIN_SHARE = 0.2
#: Blocks that the detector is asked about at most, from the first on, 0.6 to 1.3 ms each, and in vain one after the other.
#: So many blocks without the document's own commonest words are no quotations: it is a list, or in a language that nobody
#: here knows. Of 904 texts and pages 27 quote in another language, behind 6 blocks asked about in vain at most; of the
#: others at most 48 blocks of one are asked about.
_MOST_ASKED, _MOST_IN_VAIN = 500, 100
#: Characters of a block that show its script.
_SCRIPT_LENGTH = 200


def languages_of(blocks: Sequence[Block], shapes: Sequence[Shape], language: str | None) -> dict[int, str]:
    """Return the languages of the kept blocks that are not in *language*, by index; *shapes* are the blocks'."""
    kept = [shape for block, shape in zip(blocks, shapes, strict=True) if block.kept]
    if language is None or not kept:
        return {}
    scripts = scripts_of([shape.text[:_SCRIPT_LENGTH] for shape in kept])
    usual = Counter(scripts).most_common(1)[0][0]
    found: dict[int, str] = {}
    for shape, script in zip(kept, scripts, strict=True):
        if script not in (usual, None) and (other := detect_language(shape.text)) not in (language, None):
            found[shape.index] = str(other)
    in_usual = [shape for shape, script in zip(kept, scripts, strict=True) if script == usual]
    suspects, in_vain = _suspects(in_usual), 0
    known = _words_of_others(in_usual, suspects) if suspects else frozenset()
    for shape in suspects[:_MOST_ASKED]:
        if other := clearly_other(shape.text, language, is_kin=_is_kin(shape, known)):
            found[shape.index] = other
        in_vain = 0 if other else in_vain + 1
        if in_vain == _MOST_IN_VAIN:
            break
    return found


def _suspects(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the blocks of one script that may be in another language."""
    if sum(shape.words for shape in shapes) <= _SHORT_DOCUMENT:
        return [shape for shape in shapes if shape.words >= _FEWEST_WORDS]
    running = chain.from_iterable(shape.parts for shape in shapes)
    most = max(sum(shape.words for shape in shapes) // _COUNTED_SHARE, _FEWEST_COUNTED)
    counts = Counter(islice(running, most))
    # To sort those that recur takes a third of what `most_common` does, and gives the same where they are enough.
    recurring = [word for word, count in counts.items() if count > 1]
    among = recurring if len(recurring) >= _COMMONEST else counts
    familiar = frozenset(sorted(among, key=counts.__getitem__, reverse=True)[:_COMMONEST])
    return [
        shape for shape in shapes if shape.words >= _FEWEST_FAMILIAR and not _is_familiar(shape, familiar)
    ]


def _words_of_others(shapes: Sequence[Shape], suspects: Sequence[Shape]) -> AbstractSet[str]:
    """Return the words of those blocks of a long document that are in its language by their commonest words."""
    suspected = {shape.index for shape in suspects}
    return frozenset().union(
        *(shape.parts for shape in shapes if shape.index not in suspected and shape.words >= _FEWEST_FAMILIAR)
    )


def _is_kin(shape: Shape, known: AbstractSet[str]) -> bool:
    """Tell whether enough words of a block are *known* from others."""
    words = set(shape.parts)
    return len(words & known) >= len(words) * _KIN_SHARE


def _is_familiar(shape: Shape, familiar: AbstractSet[str]) -> bool:
    """Tell whether enough words of a block are *familiar*; it is read only as far as it takes to know."""
    left = ceil(shape.words * _FAMILIAR_SHARE)
    for _ in filter(familiar.__contains__, shape.parts):
        left -= 1
        if not left:
            return True
    return False
