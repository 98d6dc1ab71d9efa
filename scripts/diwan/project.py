"""Where things lie in a project: the folders the owner fixed, and those Diwan makes for itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class EditionKind(StrEnum):
    """Whom an edition is for."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `corpus/`, `docs/` and `mkdocs.yml`."""

    root: Path

    @property
    def corpus(self) -> Path:
        """The curated files."""
        return self.root / "corpus"

    @property
    def sources(self) -> Path:
        """The saved files, which are never committed."""
        return self.root / "corpus" / "sources"

    def folders_of_sources(self, named: Sequence[Path]) -> list[Path]:
        """Return the folders *named*, or else the project's own folder of sources, if there is one."""
        return [*named] or [folder for folder in [self.sources] if folder.is_dir()]

    @property
    def docs(self) -> Path:
        """Hand-written pages, and beside them the generated ones of the public edition."""
        return self.root / "docs"

    @property
    def work(self) -> Path:
        """What Diwan keeps for itself: caches, the pages of the private edition, unfinished builds."""
        return self.root / ".diwan"

    @property
    def memory(self) -> Path:
        """What was worked out before; may be deleted at any time."""
        return self.work / "memory.sqlite"
