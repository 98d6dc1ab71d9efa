"""What was released: passages and addresses, as ids and checksums, never as text; and the history of codings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from diwan.model.pointer import CHECKSUM_LENGTH
from diwan.model.report import ConversionReport

#: States of what was released: still there, or taken out on purpose.
LIVE = "live"
GONE = "gone"
MOVED = "moved"
#: The first of a coder's answers to a question needs no reason for a change.
NO_REASON = "-"


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

    @property
    def moved_to(self) -> str:
        """The address to which the page has moved, or nothing if it has not."""
        word, _, target = self.state.partition(" ")
        return target.strip() if word == MOVED else ""


@dataclass(frozen=True, slots=True)
class ReleasedAnswer:
    """An answer as it was when it was released: by whom, to what, what, how sure, on which passages, and why changed.

    An answer that was taken back has the value `gone`.
    """

    date: str
    coder: str
    question: str
    codebook: str
    value: str
    confidence: str
    #: Passages without checksums (those stand in the ledger of passages), separated by spaces; `-` for none.
    evidence: str
    #: Why it differs from the answer released before; `-` for the first.
    why: str = NO_REASON
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Whose answer to which question."""
        return self.coder, self.question

    @property
    def judgement(self) -> tuple[str, str, str]:
        """What may not change without a reason."""
        return self.value, self.confidence, self.evidence


def replay(history: Iterable[ReleasedAnswer]) -> dict[tuple[str, str], ReleasedAnswer]:
    """Return the answers that stand once everything in *history* has happened, by coder and question."""
    standing = {answer.key: answer for answer in history}
    return {key: answer for key, answer in standing.items() if answer.value != GONE}


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was released: passages and answers by article, and addresses."""

    passages: Mapping[str, tuple[ReleasedPassage, ...]]
    addresses: tuple[ReleasedAddress, ...] = ()
    codings: Mapping[str, tuple[ReleasedAnswer, ...]] = field(default_factory=dict)
    reports: Mapping[str, ConversionReport] = field(default_factory=dict)

    def of(self, article: str, prefix: str) -> tuple[ReleasedPassage, ...]:
        """Return the released passages of an article whose ids are *prefix* and a number."""
        found = self.passages.get(article, ())
        return tuple(
            p for p in found if p.id.startswith(prefix) and p.id.removeprefix(prefix)[:1].isdecimal()
        )
