"""What was released: passages and addresses, as ids and checksums, never as text."""

from collections.abc import Mapping
from dataclasses import dataclass

from diwan.model.pointer import CHECKSUM_LENGTH

#: States of what was released: still there, or taken out on purpose.
LIVE = "live"
GONE = "gone"


@dataclass(frozen=True, slots=True)
class ReleasedPassage:
    """A passage as it was when it was released: its id, the SHA-256 and the sketch of its text, its state."""

    id: str
    sha256: str
    sketch: int
    state: str = LIVE
    #: Where the ledger has it, counted from 1.
    line: int = 0

    @property
    def checksum(self) -> str:
        """The checksum as pointers write it."""
        return self.sha256[:CHECKSUM_LENGTH]


@dataclass(frozen=True, slots=True)
class ReleasedAddress:
    """An address of the site that was released; its state is `live`, `gone`, or `moved <address>`."""

    address: str
    state: str = LIVE
    line: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was released: passages by article, and addresses."""

    passages: Mapping[str, tuple[ReleasedPassage, ...]]
    addresses: tuple[ReleasedAddress, ...] = ()

    def of(self, article: str, prefix: str) -> tuple[ReleasedPassage, ...]:
        """Return the released passages of an article whose ids are *prefix* and a number."""
        found = self.passages.get(article, ())
        return tuple(
            p for p in found if p.id.startswith(prefix) and p.id.removeprefix(prefix)[:1].isdecimal()
        )
