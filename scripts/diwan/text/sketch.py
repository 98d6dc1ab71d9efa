"""Sketches: 64 bits that tell whether two texts are nearly the same, without holding any of their words.

A sketch is a simhash (Charikar 2002, "Similarity estimation techniques from rounding algorithms") of the pairs of
neighbouring words: the more pairs two texts share, the fewer bits their sketches differ in.
"""

import hashlib
from itertools import pairwise

from diwan.text.fold import fold
from diwan.text.words import words_of

SKETCH_BITS = 64


#: For each value of a byte, the number that has a 1 in a lane of its own for every bit that is set: the lanes of many
#: such numbers can be added at once. 32 bits to a lane are enough for texts of four thousand million words.
_LANE = 32
_LANES = tuple(sum(1 << _LANE * bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def sketch_of(text: str) -> int:
    """Return the sketch of *text*; spelling that folding takes for the same makes no difference."""
    pairs = [*pairwise([*words_of(fold(text)), ""])]
    sums = [0] * (SKETCH_BITS // 8)
    for pair in pairs:
        digest = hashlib.blake2b(" ".join(pair).encode(), digest_size=SKETCH_BITS // 8).digest()
        for place, byte in enumerate(digest):
            sums[place] += _LANES[byte]
    counts = (total >> _LANE * bit & (1 << _LANE) - 1 for total in reversed(sums) for bit in range(8))
    # A bit is set where more pairs have it than not.
    return sum(1 << bit for bit, count in enumerate(counts) if count * 2 > len(pairs))


def distance(one: int, other: int) -> int:
    """Return in how many bits two sketches differ."""
    return (one ^ other).bit_count()
