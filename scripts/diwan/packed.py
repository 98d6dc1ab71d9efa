"""Packed: values of which there are many, each seldom looked at, as compressed bytes.

The text of an article takes 20 kB of memory as objects and 5 packed. Bytes stay shared between processes, too: Python
counts references inside every object, so that whoever looks at one writes into it and gets a copy of its page.
"""

import pickle
import zlib
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")

#: Of zlib's levels the fastest: 0.12 ms for a thousand words, where the best takes twice as long for a tenth less.
_LEVEL = 1


class Packed(NamedTuple, Generic[T]):
    """A value as bytes; made by `pack`."""

    data: bytes

    def unpack(self) -> T:
        """Return the value, made anew at each call (0.1 ms for a thousand words)."""
        value: Any = pickle.loads(zlib.decompress(self.data))  # noqa: S301  # this program made it, see `pack`
        unpacked: T = value
        return unpacked


def pack(value: T) -> Packed[T]:
    """Return *value*, which can be pickled, as bytes."""
    return Packed(zlib.compress(pickle.dumps(value, 5), _LEVEL))
