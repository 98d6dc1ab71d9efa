"""The corpus: every curated file, read at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from diwan.corpus.articlefiles import ArticleFile, load_articles
from diwan.corpus.corrections import Corrections, load_corrections
from diwan.corpus.ledger import load_ledger
from diwan.corpus.vocabularies import Entry, load_codebook, load_crosswalk, load_list, load_themes
from diwan.memory import Memory
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
    corrections: Corrections


T = TypeVar("T")


def load_corpus(folder: Path, memory: Memory | None = None) -> Outcome[Corpus]:
    """Return the corpus in *folder*, and everything that is wrong in a single file of it."""
    root = folder.parent
    report = Report()
    remembered = memory or Memory()
    if not (folder / "articles").is_dir():
        report.add(
            [
                Problem(
                    "corpus-missing",
                    Location(path=folder.name),
                    "there is no corpus here",
                    "run diwan in the folder that holds corpus/, name that with --project, or begin one with `diwan new`",
                )
            ]
        )

    def read(name: str, load: Callable[[bytes | None, str], Outcome[T]]) -> T:
        path, place = folder / name, f"{folder.name}/{name}"
        if not path.is_file():
            return report.keep(load(None, place))
        (found,) = remembered.of_files(f"vocabulary-{name}", [path], lambda _, data: load(data, place))
        return report.keep(found)

    corpus = Corpus(
        articles=report.keep(load_articles(folder / "articles", root, remembered)),
        themes=report.keep(load_themes(folder / "themes", root)),
        outlets=read("outlets.yml", partial(load_list, model=Outlet)),
        entities=read("entities.yml", partial(load_list, model=Entity)),
        events=read("events.yml", partial(load_list, model=Event)),
        claims=read("claims.yml", partial(load_list, model=Claim)),
        codebook=read("codebook.yml", load_codebook),
        crosswalk=read("fields.yml", load_crosswalk),
        ledger=report.keep(load_ledger(folder / "ledger", root, remembered)),
        corrections=report.keep(load_corrections(folder / "corrections", root, remembered)),
    )
    return Outcome(corpus, tuple(report.problems))
