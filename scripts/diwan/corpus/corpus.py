"""The corpus: every curated file, read at once."""

from dataclasses import dataclass
from pathlib import Path

from diwan.corpus.articlefiles import ArticleFile, load_articles
from diwan.corpus.ledger import load_ledger
from diwan.corpus.vocabularies import Entry, load_codebook, load_crosswalk, load_list, load_themes
from diwan.model.coding import Codebook
from diwan.model.concept import Entity, Outlet, Theme
from diwan.model.crosswalk import Crosswalk
from diwan.model.event import Claim, Event
from diwan.model.ledger import Ledger
from diwan.problems import Location, Outcome, Problem, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The records and vocabularies of a corpus, by id, each with its place in the files."""

    articles: dict[str, ArticleFile]
    themes: dict[str, Entry[Theme]]
    outlets: dict[str, Entry[Outlet]]
    entities: dict[str, Entry[Entity]]
    events: dict[str, Entry[Event]]
    claims: dict[str, Entry[Claim]]
    codebook: Entry[Codebook] | None
    crosswalk: Entry[Crosswalk] | None
    ledger: Ledger


def load_corpus(folder: Path) -> Outcome[Corpus]:
    """Return the corpus in *folder*, and everything that is wrong in a single file of it."""
    root = folder.parent
    report = Report()
    if not (folder / "articles").is_dir():
        report.add(
            [
                Problem(
                    "corpus-missing",
                    Location(path=folder.name),
                    "there is no corpus here",
                    "run diwan from the folder that holds corpus/, or name it with --corpus",
                )
            ]
        )
    corpus = Corpus(
        articles=report.keep(load_articles(folder / "articles", root)),
        themes=report.keep(load_themes(folder / "themes", root)),
        outlets=report.keep(load_list(folder / "outlets.yml", root, Outlet)),
        entities=report.keep(load_list(folder / "entities.yml", root, Entity)),
        events=report.keep(load_list(folder / "events.yml", root, Event)),
        claims=report.keep(load_list(folder / "claims.yml", root, Claim)),
        codebook=report.keep(load_codebook(folder / "codebook.yml", root)),
        crosswalk=report.keep(load_crosswalk(folder / "fields.yml", root)),
        ledger=report.keep(load_ledger(folder / "ledger", root)),
    )
    return Outcome(corpus, tuple(report.problems))
