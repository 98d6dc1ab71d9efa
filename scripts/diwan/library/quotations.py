"""The quotation budget: how many of an article's words stand in our own texts, all of them together.

In: articles whose source is at hand, and everything of ours that is about them: digests, summaries, notes, reasons,
claims, events, essays that link to them. Out: a problem for each article that gives more than its access allows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from diwan.corpus.corpus import Corpus
from diwan.library.articles import Article
from diwan.memory import Memory, checksum_of
from diwan.model.base import ID_PATTERN
from diwan.model.record import Access
from diwan.problems import Problem
from diwan.shards import joined_shards
from diwan.text.runs import Runs, Shared, folded_words, grams, shared_runs

#: Words in a row that count as quoted. In the digests of the five core articles, runs of five and fewer are names and
#: set phrases ("the United States and its allies"); of those of six, half are.
QUOTED_RUN = 6
#: Words of a closed article that may stand in our texts altogether: what reviews quote without leave, as a number and
#: as a share of the article. The lower of the two holds.
QUOTED_MAX, QUOTED_SHARE = 75, 0.05

#: A link of an essay to an article.
_LINK = re.compile(rf"\(article:({ID_PATTERN})")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What our texts quote of one article, by the text it stands in, and how much they may."""

    article: str
    allowed: int
    runs: Mapping[str, tuple[Shared, ...]]

    @property
    def words(self) -> int:
        """Words quoted altogether."""
        return sum(len(run.words) for runs in self.runs.values() for run in runs)


def quotations(corpus: Corpus, articles: Mapping[str, Article], memory: Memory) -> list[Quoted]:
    """Return what is quoted of every article whose source is at hand and whose text is not open."""
    texts = our_texts(corpus)
    closed = [a for a in articles.values() if a.source and a.record.access is not Access.FULL]
    keys = [_key(article, texts[article.id]) for article in closed]

    def look(places: list[int]) -> list[Quoted]:
        return joined_shards(_quoted_share, [(closed[place], texts[closed[place].id]) for place in places])

    return memory.of_contents("quoted", keys, look)


def _quoted_share(share: Sequence[tuple[Article, Mapping[str, str]]]) -> list[Quoted]:
    return [_quoted(article, texts) for article, texts in share]


def _key(article: Article, texts: Mapping[str, str]) -> str:
    """Return the checksum of everything that bears on what is quoted of *article*."""
    record = article.record
    about = repr((article.id, record.access, record.excerpt_words, sorted(record.title.items())))
    ours = (part for text in texts.items() for part in text)
    return checksum_of(about, article.source.data if article.source else "", *ours)


def _quoted(article: Article, texts: Mapping[str, str]) -> Quoted:
    runs, allowed = _closed_part(article)
    found = {name: tuple(shared_runs(text, runs)) for name, text in texts.items()}
    return Quoted(article.id, allowed, {name: here for name, here in found.items() if here})


def _closed_part(article: Article) -> tuple[Runs, int]:
    """Return the runs of an article's words that are not shown, and how many of them may be quoted."""
    assert article.document is not None  # noqa: S101  # the caller has looked
    record = article.record
    blocks = [folded_words(block.text) for block in article.document.kept]
    words = [word for block in blocks for word in block]
    shown, allowed = 0, min(QUOTED_MAX, round(QUOTED_SHARE * len(words)))
    if record.access is Access.EXCERPT and record.excerpt_words:
        # The excerpt is made of whole passages; what it leaves of its words is what our texts may quote besides.
        for length in accumulate(map(len, blocks)):
            shown = length if length <= record.excerpt_words else shown
        allowed = record.excerpt_words - shown
    numbers: dict[str, int] = {}
    owners = dict.fromkeys(grams(words[shown:], QUOTED_RUN, numbers), article.id)
    for title in record.title.values():
        for gram in grams(folded_words(title), QUOTED_RUN, numbers):
            owners.pop(gram, None)
    return Runs(QUOTED_RUN, numbers, owners), allowed


def our_texts(corpus: Corpus) -> dict[str, dict[str, str]]:
    """Return everything of ours that is about each article, by article and by what it is and where it stands."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for ident, file in corpus.articles.items():
        record = file.record
        reasons = [a.reason or "" for coding in record.codings for a in coding.answers.values()]
        texts[ident]["record"] = "\n".join(
            [*record.summary.values(), *record.notes, *reasons, record.ai_notice or ""]
        )
        texts[ident] |= {f"digest ({language})": text.text for language, text in file.digests.items()}
    for claim in corpus.claims.values():
        whole = "\n".join([*claim.value.statement.values(), *(v.says or "" for v in claim.value.voices)])
        for voice in claim.value.voices:
            texts[voice.at.article][f"claim {claim.value.id}"] = whole
    for event in corpus.events.values():
        whole = "\n".join([*event.value.title.values(), *event.value.text.values()])
        for pointer in event.value.sources:
            texts[pointer.article][f"event {event.value.id}"] = whole
    for theme in corpus.themes.values():
        for language, essay in theme.texts.items():
            for ident in set(_LINK.findall(essay.text)):
                texts[ident][f"essay {theme.value.id} ({language})"] = essay.text
    return texts


def check_quotations(corpus: Corpus, articles: Mapping[str, Article], memory: Memory) -> Iterator[Problem]:
    """Yield a problem for every article of which our texts quote more than its access allows."""
    for quoted in quotations(corpus, articles, memory):
        if quoted.words > quoted.allowed:
            runs = [(name, run) for name, here in quoted.runs.items() for run in here]
            name, longest = max(runs, key=lambda found: len(found[1].words))
            where = articles[quoted.article].place.at("access")
            message = (
                f"our texts quote {quoted.words} words of '{quoted.article}', {quoted.allowed} are allowed;"
                f" the longest run stands in its {name}: “{' '.join(longest.words)}”"
            )
            yield Problem("quotation-budget", where, message, "say some of it in our own words")
