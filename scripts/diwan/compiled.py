"""Compiled: the templates of a theme as they were compiled, on disk for the next process.

What bears on the code of a template is its source, the words of the interface that are put into it, and this program. A
file bears the seal of all that and of the code (`sealed`): one that is damaged, of anything else, or of anybody else, is as
good as none.
"""

from collections.abc import Mapping
from contextlib import suppress
from hmac import compare_digest
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from diwan.files import write_page
from diwan.sealed import SEAL, seal_of


class Compiled(BytecodeCache):
    """What Jinja asks for code before it compiles a template (its documentation, "Bytecode Cache")."""

    def __init__(self, folder: Path, words: Mapping[str, str]) -> None:
        """Take the *folder* and the *words* that are put into templates."""
        self._folder = folder
        self._words = repr(sorted(words.items())).encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give *bucket* its code, if it is here."""
        try:
            found = (self._folder / bucket.key).read_bytes()
        except OSError:
            return
        seal, code = found[:SEAL], found[SEAL:]
        if compare_digest(seal, self._seal(bucket, code)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of *bucket*. Where it cannot be written, the next process compiles it too, and nothing else."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write_page(self._folder / bucket.key, self._seal(bucket, code) + code)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        return seal_of(self._words, bucket.checksum.encode(), code)
