"""Sketches: 64 bits that tell whether two texts are nearly the same, without holding any of their words.

A sketch is a simhash (Charikar 2002, "Similarity estimation techniques from rounding algorithms") of the pairs of
neighbouring words: the more pairs two texts share, the fewer bits their sketches differ in.
"""

import hashlib
from itertools import pairwise

import numpy as np

from diwan.text.fold import fold
from diwan.text.words import words_of

SKETCH_BITS = 64


def sketch_of(text: str) -> int:
    """Return the sketch of *text*; spelling that folding takes for the same makes no difference."""
    pairs = [*pairwise([*words_of(fold(text)), ""])]
    size = SKETCH_BITS // 8
    digests = b"".join(hashlib.blake2b(" ".join(pair).encode(), digest_size=size).digest() for pair in pairs)
    having = np.unpackbits(np.frombuffer(digests, np.uint8).reshape(-1, size), axis=1).sum(axis=0)
    # A bit is set where more pairs have it than not.
    return int.from_bytes(np.packbits(having * 2 > len(pairs)).tobytes())


def distance(one: int, other: int) -> int:
    """Return in how many bits two sketches differ."""
    return (one ^ other).bit_count()
