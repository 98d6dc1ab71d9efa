"""The bytes of the index: numbers of variable length, records packed into chunks, chunks deflated.

A number is written in groups of seven bits, the lowest first, the high bit saying that more follow (LEB128). A chunk
is the count of its records, the length of each, then the records, deflated without a header (RFC 1951), which
browsers undo with `DecompressionStream("deflate-raw")`; hosts do not compress files they do not know.
"""

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import deflate as libdeflate
import numpy as np
from numpy.typing import NDArray

from diwan.shards import joined_shards

#: Bytes of a chunk before it is deflated, if its records are not larger. A query loads a chunk a word; smaller chunks
#: mean more of them, each with a place in the table of contents (6 bytes) and a file's cost of its own.
CHUNK_MIN_BYTES, CHUNK_MAX_BYTES = 16_000, 26_000
#: One in so many records may begin a chunk: a few kilobytes of short records, so that few chunks reach their maximum.
MARKED = 32
#: The bit that says that more bytes of a number follow.
_MORE = 0x80
#: Bytes of a stored block, at most.
_STORED_MAX = 0xFFFF
#: At this level libdeflate makes of our chunks what zlib makes at its own (6), in a third of the time.
_LEVEL = 6


def deflate(data: bytes) -> bytes:
    """Return *data* deflated."""
    return bytes(libdeflate.deflate_compress(data, _LEVEL))


def prefixed(data: bytes, deflated: bytes) -> bytes:
    """Return a stream that inflates to *data* and, behind it, to what was *deflated* before.

    *data* stand in stored blocks (RFC 1951, 3.2.4), so that nothing is deflated again where they change.
    """
    starts = range(0, len(data), _STORED_MAX)
    blocks = [data[start : start + _STORED_MAX] for start in starts]
    return (
        b"".join([b"\0" + struct.pack("<HH", len(one), len(one) ^ _STORED_MAX) + one for one in blocks])
        + deflated
    )


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
    lengths = np.ones(len(values), np.int8)
    most = int(values.max(initial=0))
    for bits in (7, 14, 21, 28, 35, 42):
        if most >> bits:
            lengths += values >= 1 << bits
    starts = np.zeros(len(values) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    out = np.zeros(int(starts[-1]), np.uint8)
    # Nearly all numbers take a byte: each further group looks only at those that are longer.
    longer, at, rest = lengths > 1, starts[:-1], values
    out[at] = rest % _MORE | longer * _MORE
    groups = 1
    while longer.any():
        groups += 1
        at, rest, lengths = at[longer] + 1, rest[longer] >> 7, lengths[longer]
        longer = lengths > groups
        out[at] = rest % _MORE | longer * _MORE
    return out.tobytes(), starts


def text(value: str, before: str = "") -> bytes:
    """Return a text that shares its start with the one *before* it: length shared, length of the rest, the rest."""
    shared, most = 0, min(len(value), len(before))
    # Characters that browsers count twice are never shared, so that both sides count alike.
    while shared < most and value[shared] == before[shared] and value[shared] <= "\uffff":
        shared += 1
    rest = value[shared:].encode()
    return number(shared) + number(len(rest)) + rest


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """Records one after the other: the bytes of all, and how many each has."""

    data: bytes
    sizes: NDArray[np.int64]

    @classmethod
    def of(cls, records: Sequence[bytes]) -> "Records":
        """Return *records* as columns."""
        return cls(b"".join(records), np.fromiter(map(len, records), np.int64, len(records)))

    @classmethod
    def all_of(cls, parts: Sequence["Records"]) -> "Records":
        """Return the records of *parts*, one part after the other."""
        sizes = [np.empty(0, np.int64), *(part.sizes for part in parts)]
        return cls(b"".join(part.data for part in parts), np.concatenate(sizes))

    def __len__(self) -> int:
        return len(self.sizes)

    def starts(self) -> NDArray[np.int64]:
        """Return where each record begins; one more place marks the end."""
        return np.append(0, np.cumsum(self.sizes))


#: A stretch of neighbouring records of one of two sources: which, the first, and the one behind the last.
Run = tuple[int, int, int]


def runs(known: NDArray[np.int64]) -> list[Run]:
    """Return the stretches of which records are made that are *known* by their number in source 1, or -1.

    Those that are not known come from source 0, where they stand in order.
    """
    new = known < 0
    place = np.where(new, np.cumsum(new) - 1, known)
    begins = np.ones(len(known), bool)
    begins[1:] = (new[1:] != new[:-1]) | (place[1:] != place[:-1] + 1)
    firsts = np.flatnonzero(begins)
    lengths = np.diff(np.append(firsts, len(known)))
    return list(
        zip(
            (~new[firsts]).astype(int).tolist(),
            place[firsts].tolist(),
            (place[firsts] + lengths).tolist(),
            strict=True,
        )
    )


def joined(sources: tuple[Records, Records], chosen: Sequence[Run]) -> Records:
    """Return the *chosen* stretches of *sources* as records."""
    if not chosen:
        return sources[0]
    starts = [source.starts().tolist() for source in sources]
    data = b"".join(
        [sources[which].data[starts[which][first] : starts[which][last]] for which, first, last in chosen]
    )
    return Records(data, np.concatenate([sources[which].sizes[first:last] for which, first, last in chosen]))


def pack(
    records: Records, marks: NDArray[np.integer], steps: NDArray[np.int64] | None = None
) -> tuple[list[bytes], list[int]]:
    """Return *records* in chunks, not yet deflated, and the number of the first record of each.

    A chunk that is long enough ends before a record whose mark is a multiple of *MARKED*, so that a change of one
    record changes few chunks besides its own. *steps* stand in the head of a chunk, the first counting from 0.
    """
    firsts = _firsts(records.sizes.tolist(), (marks % MARKED == 0).tolist())
    lengths = _spelled(records.sizes)
    changes = _spelled(steps) if steps is not None else None
    starts = records.starts().tolist()
    chunks = []
    for first, last in pairwise([*firsts, len(records)]):
        # Steps count from the first record of a chunk.
        head = b"" if changes is None else b"\0" + changes(first + 1, last)
        parts = (number(last - first), lengths(first, last), head, records.data[starts[first] : starts[last]])
        chunks.append(b"".join(parts))
    return chunks, firsts


def _firsts(sizes: Sequence[int], marked: Sequence[bool]) -> list[int]:
    """Return the first record of each chunk."""
    firsts = [0] if sizes else []
    size = 0
    for place, (length, may_begin) in enumerate(zip(sizes, marked, strict=True)):
        if size and (size + length > CHUNK_MAX_BYTES or (size >= CHUNK_MIN_BYTES and may_begin)):
            firsts.append(place)
            size = 0
        size += length
    return firsts


def _spelled(values: NDArray[np.int64]) -> Callable[[int, int], bytes]:
    """Return what gives a stretch of *values* as bytes."""
    data, starts = encode(values)
    places = starts.tolist()
    return lambda first, last: data[places[first] : places[last]]


class Deflater:
    """Deflates chunks, each once as long as every set of them has it."""

    def __init__(self) -> None:
        self._known: dict[bytes, bytes] = {}

    def deflate(self, chunks: Sequence[bytes]) -> list[bytes]:
        """Return *chunks* deflated; those that are not among them are forgotten."""
        keys = [hashlib.blake2b(chunk, digest_size=20).digest() for chunk in chunks]
        new = {key: chunk for key, chunk in zip(keys, chunks, strict=True) if key not in self._known}
        made = joined_shards(_deflate_share, list(new.values()))
        known = self._known | dict(zip(new, made, strict=True))
        self._known = {key: known[key] for key in keys}
        return [known[key] for key in keys]

    def files(self, raw: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return files by name, deflated."""
        return dict(zip(raw, self.deflate(list(raw.values())), strict=True))


def _deflate_share(chunks: Sequence[bytes]) -> list[bytes]:
    return list(map(deflate, chunks))
