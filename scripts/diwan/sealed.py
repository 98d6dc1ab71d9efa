"""Sealed: what this program puts down for its next run, taken back only where it bears the seal of this very program.

In: bytes, or a value. Out: a seal of them, or the value with its seal. A seal hangs on a key that lies beside the installed
packages, in no project; on the state of the program; and on every byte. What lies in `.diwan/` is pickled, or code, and who
takes it back does what the bytes say (documentation of `pickle`, "Warning"). Of a folder `.diwan/` that came with somebody
else's corpus nothing is taken back: all is worked out again.
"""

import hashlib
import pickle
import sys
from contextlib import suppress
from functools import cache
from hmac import compare_digest
from importlib.resources import files
from pathlib import Path
from secrets import token_bytes
from typing import IO, Any

from diwan.installed import beside_packages

#: Bytes of a seal and of a key: nobody guesses either (RFC 7693, "The BLAKE2 Cryptographic Hash", keyed).
SEAL, _KEY = 16, 32
#: Bytes of the number that says how long a value in a file is.
_LENGTH = 8
#: Bytes of a file that are looked at together.
_TOGETHER = 1 << 20
#: What taking back raises where a file is missing, cut off, of other classes, or not ours (documentation of `pickle`,
#: "Module Interface").
UNREADABLE = (
    OSError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError, pickle.UnpicklingError,
)  # fmt: skip


def seal_of(*parts: bytes) -> bytes:
    """Return the seal of *parts*, 16 bytes, which only this program can make here."""
    seal = _begun()
    for part in parts:
        seal.update(part)
    return seal.digest()


def sealed(value: object) -> bytes:
    """Return *value*, which can be pickled, under seal."""
    data = pickle.dumps(value, 5)
    return seal_of(data) + data


def opened(data: bytes) -> Any:
    """Return the value that was `sealed`; raise one of UNREADABLE where that was somebody else, or the bytes are not whole."""
    content = data[SEAL:]
    _compare(seal_of(content), data[:SEAL])
    return pickle.loads(content)  # noqa: S301  # it bears our seal


def put_under_seal(stream: IO[bytes], value: object) -> None:
    """Write *value* under seal where *stream* stands, in pieces: it may be large."""
    start, head = stream.tell(), SEAL + _LENGTH
    stream.write(bytes(head))
    sums = _SealingWriter(stream)
    pickle.dump(value, sums, 5)
    end = stream.tell()
    stream.seek(start)
    stream.write(sums.seal.digest() + (end - start - head).to_bytes(_LENGTH))
    stream.seek(end)


def take_from_seal(stream: IO[bytes]) -> Any:
    """Return the value that was put under seal where *stream* stands; raise as `opened` does."""
    told, length = stream.read(SEAL), int.from_bytes(stream.read(_LENGTH))
    start, seal, left = stream.tell(), _begun(), length
    while left and (part := stream.read(min(left, _TOGETHER))):
        seal.update(part)
        left -= len(part)
    _compare(seal.digest(), told)
    stream.seek(start)
    return pickle.load(stream)  # noqa: S301  # it bears our seal


class _SealingWriter:
    """A file that seals what is written to it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.seal = stream, _begun()

    def write(self, data: Any) -> int:
        self.seal.update(data)
        return self._stream.write(data)


def _begun() -> hashlib.blake2b:
    return hashlib.blake2b(program().encode(), digest_size=SEAL, key=_key())


def _compare(made: bytes, told: bytes) -> None:
    if not compare_digest(made, told):
        raise ValueError("not under the seal of this program")


@cache
def _key() -> bytes:
    """Return the key of this installation or, where that is closed, of this user; else one that dies with this process."""
    with suppress(OSError):
        if folder := beside_packages("seal"):
            return _kept_key(folder)
    # Where nobody knows a home, that is a RuntimeError.
    with suppress(OSError, RuntimeError):
        return _kept_key(Path.home() / ".cache/diwan/seal")
    return token_bytes(_KEY)


def _kept_key(folder: Path) -> bytes:
    """Return the key in *folder*, made by whoever looks first.

    Who looks while another process writes it takes one of its own: what that seals is made again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "key"
    with suppress(FileExistsError):
        file.touch(0o600, exist_ok=False)
        file.write_bytes(token_bytes(_KEY))
    key = file.read_bytes()
    return key if len(key) == _KEY else token_bytes(_KEY)


@cache
def program() -> str:
    """Return a checksum of this program: its own files, the names of the packages installed, the Python version."""
    checksum = hashlib.blake2b(sys.version.encode(), digest_size=20)
    here = Path(str(files("diwan")))
    for path in sorted(here.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            checksum.update(f"{path.relative_to(here)}\0".encode())
            checksum.update(path.read_bytes())
    for folder in sys.path:
        if folder.endswith("site-packages"):
            checksum.update("\0".join(sorted(p.name for p in Path(folder).glob("*.dist-info"))).encode())
    return checksum.hexdigest()
