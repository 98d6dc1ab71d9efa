"""Packed: values of which there are many, each seldom looked at, as compressed bytes.

The text of an article takes 20 kB of memory as objects and 5 packed. Bytes stay shared between processes, too: Python
counts references inside every object, so that whoever looks at one writes into it and gets a copy of its page.
"""

import pickle
from typing import Any, Generic, NamedTuple, TypeVar

from deflate import gzip_compress, gzip_decompress

T = TypeVar("T")

#: Of libdeflate's levels, for a thousand words: packed in .19 ms and unpacked in .04, to 4.6 kB. Level 1 takes .18 and .05
#: to 4.6, zlib at its fastest .31 and .11 to 4.9.
_LEVEL = 3


class Packed(NamedTuple, Generic[T]):
    """A value as bytes; made by `pack`."""

    data: bytes

    def unpack(self) -> T:
        """Return the value, made anew at each call (0.1 ms for a thousand words)."""
        value: Any = pickle.loads(gzip_decompress(self.data))  # noqa: S301  # this program made it, see `pack`
        unpacked: T = value
        return unpacked


def pack(value: T) -> Packed[T]:
    """Return *value*, which can be pickled, as bytes."""
    return Packed(bytes(gzip_compress(pickle.dumps(value, 5), _LEVEL)))
