"""Agreement: how far coders who read the same article independently gave the same answers.

In: articles with their codings, and the codebook. Out: for each question, overall, by who read and by language of the
article, Krippendorff's alpha (nominal) with a bootstrap interval, the share of articles on which all readers agree with its
own interval, and every disagreement. Only readings count; a reconciliation has seen them.

Krippendorff (2004), "Content Analysis", chapter 11; Wilson (1927), "Probable inference", for the interval of a share.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan, sqrt

import krippendorff
import numpy as np
from numpy.typing import NDArray

from diwan.library.articles import Article
from diwan.model.coding import Answer, Codebook, Coding, Question
from diwan.model.record import Access

#: Samples drawn with replacement; with 2,000 the ends of the interval move by less than 0.01 from seed to seed.
SAMPLES = 2_000
#: Articles coded twice below which the page says that they prove little, and alpha has no interval. Krippendorff asks
#: for about 50 even where agreement is high; with fewer than 10 an interval of a share spans a third of the scale or
#: more, and samples drawn from so few articles are alike, so that theirs is too narrow.
FEW = 10
#: Of the samples, how many must have some variety for an interval of alpha to mean something.
_DEFINED_MIN = 0.5
#: The 97.5th percentile of the normal distribution: intervals are of 95 %.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Unit:
    """An article as several readers answered one question about it, by coder."""

    article: str
    language: str
    answers: Mapping[str, Answer]

    @property
    def agreed(self) -> bool:
        """Whether all readers gave the same answer."""
        return len({answer.value for answer in self.answers.values()}) == 1

    @property
    def equally_sure(self) -> bool:
        """Whether all readers were equally sure."""
        return len({answer.confidence for answer in self.answers.values()}) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far readers agree on one question, in all articles or in those of one language or of the same readers."""

    question: str
    #: Empty where the articles are not chosen by it.
    language: str = ""
    #: The readers of all the articles meant, by id; empty where they are not chosen by it.
    coders: tuple[str, ...] = ()
    #: Articles with at least one reading, and of these the ones that have two or more.
    coded: int = 0
    units: tuple[Unit, ...] = ()
    #: Krippendorff's alpha: 1 is full agreement, 0 what chance would give; None where all gave one answer only.
    alpha: float | None = None
    interval: tuple[float, float] | None = None

    @property
    def overall(self) -> bool:
        """Whether all articles are meant."""
        return not self.language and not self.coders

    @property
    def double(self) -> int:
        """How many articles were coded twice or more."""
        return len(self.units)

    @property
    def agreed(self) -> int:
        """On how many of these all readers agree."""
        return sum(unit.agreed for unit in self.units)

    @property
    def share_interval(self) -> tuple[float, float] | None:
        """The interval of the share of articles on which readers agree, between 0 and 1."""
        return wilson(self.agreed, self.double) if self.units else None


def readings_of(article: Article, codebook: Codebook) -> tuple[Coding, ...]:
    """Return the codings of *article* by coders who judged it alone; none once it is withdrawn."""
    if article.record.access is Access.WITHDRAWN:
        return ()
    return tuple(coding for coding in article.record.codings if codebook.is_reading(coding.coder))


def agreements(articles: Mapping[str, Article], codebook: Codebook) -> tuple[Agreement, ...]:
    """Return the agreement on every question, overall first, then by who read (if not always the same), by language."""
    return tuple(
        found for question in codebook.questions for found in _agreements_on(question, articles, codebook)
    )


def _agreements_on(
    question: Question, articles: Mapping[str, Article], codebook: Codebook
) -> Iterator[Agreement]:
    units = list(_units(question.id, articles, codebook))
    values = [value.id for value in question.values]
    double = [unit for unit in units if len(unit.answers) > 1]
    yield measure(units, values, Agreement(question=question.id))
    readers = Counter(tuple(unit.answers) for unit in double)
    for coders, _ in readers.most_common() if len(readers) > 1 else ():
        here = [unit for unit in units if tuple(unit.answers) == coders]
        yield measure(here, values, Agreement(question=question.id, coders=coders))
    for language in sorted({unit.language for unit in double}):
        here = [unit for unit in units if unit.language == language]
        yield measure(here, values, Agreement(question=question.id, language=language))


def measure(units: Sequence[Unit], values: Sequence[str], about: Agreement) -> Agreement:
    """Return *about* with its figures, as *units* give them."""
    double = tuple(unit for unit in units if len(unit.answers) > 1)
    counts = counts_of(double, values)
    alpha = alpha_of(counts)
    interval = interval_of(counts) if alpha is not None and len(double) >= FEW else None
    return replace(about, coded=len(units), units=double, alpha=alpha, interval=interval)


def confusions(units: Iterable[Unit]) -> list[tuple[tuple[str, ...], int]]:
    """Return which different answers met about one article, and how often, the most frequent first."""
    met = Counter(tuple(sorted({answer.value for answer in unit.answers.values()})) for unit in units)
    return sorted(
        ((values, number) for values, number in met.items() if len(values) > 1),
        key=lambda found: (-found[1], found[0]),
    )


def _units(question: str, articles: Mapping[str, Article], codebook: Codebook) -> Iterator[Unit]:
    for ident, article in articles.items():
        read = {coding.coder: coding.answers for coding in readings_of(article, codebook)}
        answers = {
            coder.id: read[coder.id][question]
            for coder in codebook.coders
            if question in read.get(coder.id, {})
        }
        if answers:
            yield Unit(ident, article.record.language, answers)


def counts_of(units: Iterable[Unit], values: Sequence[str]) -> NDArray[np.int64]:
    """Return how many readers gave each of *values* (columns) about each unit (rows)."""
    rows = [[sum(a.value == value for a in unit.answers.values()) for value in values] for unit in units]
    return np.array(rows, np.int64).reshape(-1, len(values))


def alpha_of(counts: NDArray[np.int64]) -> float | None:
    """Return Krippendorff's alpha of nominal answers, or None where it is not defined: fewer than two answers met."""
    if (counts[counts.sum(axis=1) > 1].sum(axis=0) > 0).sum() < 2:  # noqa: PLR2004  # variety takes two
        return None
    alpha = float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
    return None if isnan(alpha) else alpha


def interval_of(
    counts: NDArray[np.int64], samples: int = SAMPLES, seed: int = 0
) -> tuple[float, float] | None:
    """Return the 95 % interval of alpha over *samples* drawn from the units with replacement.

    None where most samples have one answer only, so that their alpha is not defined.
    """
    units = counts[counts.sum(axis=1) > 1]
    readers = units.sum(axis=1)
    disagreement = (readers**2 - (units**2).sum(axis=1)) / (readers - 1)
    draw = np.random.default_rng(seed)
    # How often each unit was drawn, sample by sample: all samples at once would need their product with the units.
    weights = np.stack(
        [np.bincount(draw.integers(0, len(units), len(units)), minlength=len(units)) for _ in range(samples)]
    )
    totals = weights @ units
    pairable = weights @ readers
    expected = pairable**2 - (totals**2).sum(axis=1)
    defined = expected > 0
    if defined.mean() < _DEFINED_MIN:
        return None
    observed = (weights @ disagreement)[defined]
    alphas = 1 - (pairable[defined] - 1) * observed / expected[defined]
    low, high = np.percentile(alphas, (2.5, 97.5))
    return float(low), float(high)


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's score; right for few trials and for shares of 0 and 1."""
    share, square = successes / trials, _Z**2
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = _Z / (1 + square / trials) * sqrt(share * (1 - share) / trials + square / (4 * trials**2))
    return max(0.0, centre - half), min(1.0, centre + half)
