"""Where an edition is made: its pages, its site, and what is kept about it between two runs."""

from dataclasses import dataclass
from pathlib import Path

from diwan.project import EditionKind, Project
from diwan.trees import Trees


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where an edition is made.

    The public edition's pages stand in `docs/`, beside the hand-written ones, so that any generator can build
    them. The private edition's stand in Diwan's own folder: no other command can publish them by mistake.
    """

    project: Project
    edition: EditionKind

    @property
    def docs(self) -> Path:
        """The folder of Markdown pages."""
        return self.project.docs if self.edition is EditionKind.PUBLIC else self.own / "docs"

    @property
    def own(self) -> Path:
        """What Diwan keeps about this edition."""
        return self.project.work / self.edition.value

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.project.root / ("site" if self.edition is EditionKind.PUBLIC else "site-private")

    @property
    def manifest(self) -> Path:
        """The list of generated pages, by which those no longer generated are found and removed."""
        return self.own / "pages.json"

    @property
    def trees(self) -> Trees:
        """The site, and where the next one is made."""
        return Trees(self.site, self.own / "spare", self.own / "fresh")

    @property
    def notes(self) -> Path:
        """What is noted of the pages of the site that stands."""
        return self.own / "pages"

    @property
    def parts(self) -> Path:
        """What is noted of the parts of the site that stand beside its pages."""
        return self.own / "parts"

    @property
    def standing(self) -> Path:
        """What the site that stands was made from."""
        return self.own / "standing"

    @property
    def templates(self) -> Path:
        """The templates of a theme of one's own as they were compiled."""
        return self.own / "templates"
