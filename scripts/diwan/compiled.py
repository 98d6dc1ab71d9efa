"""Compiled: the templates of a theme as they were compiled, on disk for the next process.

What bears on the code of a template is its source, the words of the interface that are put into it, and this program. A
file holds the checksum of all that and of the code: one that is damaged, or of anything else, is as good as none.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from diwan.files import write_page
from diwan.memory import checksum_of, program

#: Bytes of a checksum.
_SIZE = 20


class Compiled(BytecodeCache):
    """What Jinja asks for code before it compiles a template (its documentation, "Bytecode Cache")."""

    def __init__(self, folder: Path, words: Mapping[str, str]) -> None:
        """Take the *folder* and the *words* that are put into templates."""
        self._folder = folder
        self._ground = checksum_of(program(), repr(sorted(words.items())))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give *bucket* its code, if it is here."""
        try:
            found = (self._folder / bucket.key).read_bytes()
        except OSError:
            return
        checksum, code = found[:_SIZE], found[_SIZE:]
        if checksum == self._checksum(bucket, code):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of *bucket*. Where it cannot be written, the next process compiles it too, and nothing else."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write_page(self._folder / bucket.key, self._checksum(bucket, code) + code)

    def _checksum(self, bucket: Bucket, code: bytes) -> bytes:
        ground = f"{self._ground}{bucket.checksum}".encode()
        return hashlib.blake2b(ground + code, digest_size=_SIZE).digest()
