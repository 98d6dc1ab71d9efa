"""Sketches: 64 bits that tell whether two texts are nearly the same, without holding any of their words.

A sketch is a simhash (Charikar 2002, "Similarity estimation techniques from rounding algorithms") of the pairs of
neighbouring words: the more pairs two texts share, the fewer bits their sketches differ in.
"""

import hashlib
from itertools import pairwise

from diwan.text.fold import fold
from diwan.text.words import words_of

SKETCH_BITS = 64


def sketch_of(text: str) -> int:
    """Return the sketch of *text*; spelling that folding takes for the same makes no difference."""
    weights = [0] * SKETCH_BITS
    for pair in pairwise([*words_of(fold(text)), ""]):
        digest = int.from_bytes(hashlib.blake2b(" ".join(pair).encode(), digest_size=8).digest(), "big")
        for bit in range(SKETCH_BITS):
            weights[bit] += 1 if digest >> bit & 1 else -1
    return sum(1 << bit for bit, weight in enumerate(weights) if weight > 0)


def distance(one: int, other: int) -> int:
    """Return in how many bits two sketches differ."""
    return (one ^ other).bit_count()
