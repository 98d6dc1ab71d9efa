"""Corrections: `corpus/corrections/<article>.yml`, a list for each article whose source was read wrongly."""

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from diwan.corpus.vocabularies import Entry, load_list
from diwan.memory import Memory
from diwan.model.correction import Correction
from diwan.problems import Location, Outcome, Problem, nearest

Corrections = dict[str, tuple[Entry[Correction], ...]]


def load_corrections(folder: Path, root: Path, memory: Memory) -> Outcome[Corrections]:
    """Return the corrections in *folder* by article id; most corpora have few."""
    found: Corrections = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        loaded = memory.of_file("corrections", path, partial(_load, path, root))
        problems += loaded.problems
        found[path.stem] = loaded.value
    return Outcome(found, (*problems, *_unread(folder, root)))


def _unread(folder: Path, root: Path) -> Iterator[Problem]:
    """Yield a problem for every file whose name tells of no article, so that what it corrects is not."""
    for path in sorted(folder.glob("[!.]*")):
        if path.suffix != ".yml" and path.is_file():
            where = Location(path=path.relative_to(root).as_posix())
            mend = f"name it {path.stem}.yml, if it corrects the article {path.stem}; else move it elsewhere"
            yield Problem(
                "article-unknown", where, "corrections are read of files that end in .yml only", mend
            )


def _load(path: Path, root: Path) -> Outcome[tuple[Entry[Correction], ...]]:
    loaded = load_list(path.read_bytes(), path.relative_to(root).as_posix(), Correction)
    return Outcome(tuple(loaded.value.values()), loaded.problems)


def check_corrections(corrections: Corrections, articles: Collection[str], folder: str) -> list[Problem]:
    """Return a problem for every file of corrections that belongs to no article."""
    return [
        Problem(
            "article-unknown", Location(path=f"{folder}/corrections/{ident}.yml"),
            f"there is no article '{ident}' to correct",
            nearest(ident, articles, "name the file after the record"),
            absent=f"article {ident}",
        )
        for ident in corrections
        if ident not in articles
    ]  # fmt: skip
