"""Columns: what is known of every article, as compact tables, so that facets count exactly and cost little.

A column holds one small number for each article, or several for themes: the place of its value in the column's table.
Articles stand by language and, within it, newest first, so that neighbours are alike and deflate well.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from diwan.edition import Edition, Published, Words
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.memory import Memory, checksum_of
from diwan.model.coding import Codebook, Support
from diwan.model.record import Record
from diwan.search.names import LABELS
from diwan.text.edtf import parse_edtf
from diwan.text.languages import country_name, language_name

#: What stands for "nobody answered" in the columns of questions.
NOT_CODED = "not-coded"
#: Values of one article in a column: their number takes one byte. Themes are a handful; only a date that may be any of 256
#: years has more, and is found under the first of them.
MOST = int(np.iinfo(np.uint8).max)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the ids of its values with labels, and the values of each article."""

    name: str
    values: tuple[str, ...]
    #: English and Arabic label of each value; empty where the browser has the words itself.
    labels: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, ...], ...]
    question: tuple[str, str] | None = None

    @property
    def single(self) -> bool:
        """Whether every article has exactly one value."""
        return all(len(row) == 1 for row in self.rows)

    @property
    def wide(self) -> bool:
        """Whether a value takes two bytes."""
        return len(self.values) > np.iinfo(np.uint8).max

    def spec(self) -> dict[str, Any]:
        """Return how the browser reads the column."""
        spec: dict[str, Any] = {
            "name": self.name,
            "values": self.values,
            "single": self.single,
            "wide": self.wide,
        }
        if self.labels:
            spec["labels"] = self.labels
        if self.question:
            spec["question"] = self.question
        return spec

    def data(self) -> bytes:
        """Return the values as little-endian integers; where there may be several, first how many each has."""
        flat = np.array([value for row in self.rows for value in row], "<u2" if self.wide else "u1").tobytes()
        return flat if self.single else np.array([len(row) for row in self.rows], "u1").tobytes() + flat


def in_order(edition: Edition) -> list[Published]:
    """Return the articles that can be found, by language and then newest first; what is withdrawn cannot."""

    def key(published: Published) -> tuple[str, bool, int, str]:
        span = parse_edtf(published.article.record.date)
        return (
            published.article.record.language, not span.known, -span.sort_key[1].toordinal(), published.article.id,
        )  # fmt: skip

    return sorted((found for found in edition.articles.values() if not found.withdrawn), key=key)


def columns_of(
    edition: Edition, articles: Sequence[Published], codebook: Codebook, memory: Memory
) -> list[Column]:
    """Return the columns of *articles*; what codings say of one is remembered."""
    records = [published.article.record for published in articles]
    outlets = edition.library.corpus.outlets
    answered = memory.of_neighbours(
        "answered",
        [record.id for record in records],
        _keys_of_codings(articles, codebook),
        lambda places: [_answered(records[place], codebook) for place in places],
    )
    country = {ident: entry.value.country for ident, entry in outlets.items()}
    concept = edition.library.concepts

    def label(kind: ConceptKind) -> Callable[[str], tuple[str, ...]]:
        return lambda ident: tuple(concept[ConceptKey(kind, ident)].label(tag) for tag in LABELS)

    return [
        _column("outlet", [(r.outlet,) for r in records], label(ConceptKind.OUTLET)),
        _column("country", [(country[r.outlet],) for r in records], _country),
        _column("language", [(r.language,) for r in records], lambda tag: tuple(language_name(tag, reader) for reader in LABELS)),
        _column("theme", [r.themes for r in records], label(ConceptKind.THEME)),
        _column("kind", [(r.kind.value,) for r in records], None),
        _column("access", [(_shown(published),) for published in articles], None),
        _column("read", [(r.read,) for r in records], None),
        _column("year", [_years(r) for r in records], None),
        _differ_column([differ for differ, _ in answered], codebook),
        *_stance_columns([answers for _, answers in answered], codebook),
    ]  # fmt: skip


def facts_of(published: Published, codebook: Codebook) -> tuple[object, ...]:
    """Return all of an article that tables are made of: what columns hold, where it stands among all, who wrote it."""
    record = published.article.record
    return (
        record.id,
        record.date,
        record.language,
        record.outlet,
        record.themes,
        record.kind,
        record.read,
        _shown(published),
        [author.entity for author in record.authors],
        _answered(record, codebook),
    )


def _keys_of_codings(articles: Sequence[Published], codebook: Codebook) -> list[str]:
    shared = checksum_of(repr(codebook))
    return [f"{shared}{published.article.checksum}" for published in articles]


def _column(
    name: str, rows: Sequence[tuple[str, ...]], label: Callable[[str], tuple[str, ...]] | None
) -> Column:
    values = tuple(sorted({value for row in rows for value in row}))
    numbers = {value: number for number, value in enumerate(values)}
    labels: tuple[Any, ...] = tuple(map(label, values)) if label else ()
    return Column(name, values, labels, tuple(tuple(numbers[value] for value in row[:MOST]) for row in rows))


def _country(code: str) -> tuple[str, ...]:
    # XX and ZZ stand for unknown and for several: the browser has the words.
    return ("", "") if code in ("XX", "ZZ") else tuple(country_name(code, reader) for reader in LABELS)


def _shown(published: Published) -> str:
    """Return how much of an article's own words this edition shows."""
    return published.words.value if published.article.source else Words.NONE.value


def _years(record: Record) -> tuple[str, ...]:
    """Return the year of an article, or each it may be of; none if it is not known."""
    span = parse_edtf(record.date)
    if not span.known:
        return ()
    first, last = span.sort_key
    return tuple(str(year) for year in range(first.year, last.year + 1))


#: The questions on which the readers of an article differ and which nobody has settled, and the answer to every question.
_Answered = tuple[tuple[str, ...], tuple[str, ...]]


def _answered(record: Record, codebook: Codebook) -> _Answered:
    """Return what the codings of an article say."""
    differ = (
        question.id
        for question in codebook.questions
        if codebook.support(record.codings, question.id) is Support.DIFFER
    )
    return tuple(differ), tuple(_answer(record, codebook, question.id) for question in codebook.questions)


def _differ_column(rows: Sequence[tuple[str, ...]], codebook: Codebook) -> Column:
    labels = {question.id: _both(question.label) for question in codebook.questions}
    return _column("differ", rows, labels.__getitem__)


def _both(texts: Mapping[str, str]) -> tuple[str, str]:
    return texts["en"], texts.get("ar", texts["en"])


def _stance_columns(answers: Sequence[tuple[str, ...]], codebook: Codebook) -> list[Column]:
    columns = []
    for place, question in enumerate(codebook.questions):
        ids = [value.id for value in question.values]
        labels = tuple(_both(value.label) for value in question.values)
        numbers = {value: number for number, value in enumerate([*ids, NOT_CODED])}
        rows = tuple((numbers[given[place]],) for given in answers)
        columns.append(
            Column(
                f"stance:{question.id}",
                (*ids, NOT_CODED),
                (*labels, ("", "")),
                rows,
                _both(question.label),
            )
        )
    return columns


def _answer(record: Record, codebook: Codebook, question: str) -> str:
    shown = codebook.standing(record.codings, question)
    return shown.answers[question].value if shown else NOT_CODED


def versions_of(edition: Edition, articles: Sequence[Published]) -> list[list[int]]:
    """Return the articles, by their places, that are versions of one text, text by text."""
    of = edition.library.families.of
    texts: dict[str, list[int]] = {}
    for place, published in enumerate(articles):
        texts.setdefault(of[published.article.id], []).append(place)
    return [places for places in texts.values() if len(places) > 1]


def newest_first(articles: Sequence[Published]) -> bytes:
    """Return the place of each article among all, newest first, as little-endian integers; the undated come last."""

    def key(number: int) -> tuple[bool, int, str]:
        span = parse_edtf(articles[number].article.record.date)
        return (not span.known, -span.sort_key[1].toordinal(), articles[number].article.id)

    ranks = np.empty(len(articles), "<u4")
    ranks[sorted(range(len(articles)), key=key)] = np.arange(len(articles))
    return ranks.tobytes()


def columns_data(columns: Sequence[Column], articles: Sequence[Published]) -> bytes:
    """Return all columns as one file."""
    return newest_first(articles) + b"".join(column.data() for column in columns)
