"""The bytes of the index: numbers of variable length, records packed into chunks, chunks deflated.

A number is written in groups of seven bits, the lowest first, the high bit saying that more follow (LEB128). A chunk
is the count of its records, the length of each, then the records, deflated without a header (RFC 1951), which
browsers undo with `DecompressionStream("deflate-raw")`; hosts do not compress files they do not know.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

#: Bytes of a chunk before it is deflated, if its records are not larger. A query loads a chunk a word; smaller chunks
#: mean more of them, each with a place in the table of contents (6 bytes) and a file's cost of its own.
CHUNK_BYTES = 20_000
#: The bit that says that more bytes of a number follow.
_MORE = 0x80
#: zlib's own default; 9 takes twice the time for 1 % fewer bytes.
_LEVEL = 6


def deflate(data: bytes) -> bytes:
    """Return *data* deflated."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def number(value: int) -> bytes:
    """Return a number of any size, not below 0, as bytes."""
    return _SMALL[value] if value < len(_SMALL) else _number(value)


def _number(value: int) -> bytes:
    out = bytearray()
    while value >= _MORE:
        out.append(value % _MORE | _MORE)
        value >>= 7
    out.append(value)
    return bytes(out)


#: Nearly all numbers that are written one by one are of one or two bytes.
_SMALL = tuple(map(_number, range(1 << 14)))


def numbers(values: Iterable[int]) -> bytes:
    """Return numbers as bytes, one after the other."""
    return b"".join(map(number, values))


def deltas(values: Iterable[int]) -> Iterator[int]:
    """Yield what to add to each of ascending numbers to get the next; the first is added to 0."""
    last = 0
    for value in values:
        yield value - last
        last = value


def encode(values: NDArray[np.int64]) -> tuple[bytes, NDArray[np.int64]]:
    """Return many numbers as bytes at once, and where each begins; one more place marks the end."""
    lengths = np.ones(len(values), np.int64)
    for bits in (7, 14, 21, 28, 35):
        lengths += values >= 1 << bits
    starts = np.zeros(len(values) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    out = np.zeros(int(starts[-1]), np.uint8)
    for group in range(int(lengths.max(initial=0))):
        here = lengths > group
        septet = (values[here] >> 7 * group) % _MORE
        more = np.where(lengths[here] > group + 1, _MORE, 0)
        out[starts[:-1][here] + group] = septet | more
    return out.tobytes(), starts


def text(value: str, before: str = "") -> bytes:
    """Return a text that shares its start with the one *before* it: length shared, length of the rest, the rest."""
    shared, most = 0, min(len(value), len(before))
    # Characters that browsers count twice are never shared, so that both sides count alike.
    while shared < most and value[shared] == before[shared] and value[shared] <= "\uffff":
        shared += 1
    rest = value[shared:].encode()
    return number(shared) + number(len(rest)) + rest


def pack(records: Iterable[bytes]) -> tuple[list[bytes], list[int]]:
    """Return *records* in deflated chunks, and the number of the first record of each."""
    chunks: list[bytes] = []
    firsts: list[int] = []
    held: list[bytes] = []
    size = first = 0
    for record in records:
        if held and size + len(record) > CHUNK_BYTES:
            chunks.append(_chunk(held))
            firsts.append(first)
            first += len(held)
            held, size = [], 0
        held.append(record)
        size += len(record)
    if held:
        chunks.append(_chunk(held))
        firsts.append(first)
    return chunks, firsts


def _chunk(records: Sequence[bytes]) -> bytes:
    return deflate(b"".join((number(len(records)), numbers(map(len, records)), *records)))
