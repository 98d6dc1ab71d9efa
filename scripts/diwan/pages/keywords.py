"""Keywords: the words that set the two sides of a theme apart, from texts that this edition shows whole.

A count that readers cannot look up proves nothing to them, and our digests are our words: neither is counted. So the
gate decides here as everywhere, and each number leads to the passages it counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from diwan.documents.passages import Passage
from diwan.edition import Published
from diwan.library.keyness import Compared, Contrast, Keyword, contrast
from diwan.memory import Memory, checksum_of
from diwan.model.concept import Theme
from diwan.pages.cards import Desk
from diwan.pages.page import address
from diwan.pages.positions import SIDES, question_of
from diwan.plots.forest import Lean, forest
from diwan.plots.plot import Cell, Plot
from diwan.text.fold import fold_with_offsets
from diwan.text.runs import folded_words
from diwan.text.words import spans_of_words

#: Words shown of each side: a screenful together.
SHOWN_MAX = 12
#: Identifiers of articles by the language of their text.
Texts = dict[str, list[str]]


def shown_of(compared: Compared) -> tuple[Keyword, ...]:
    """Return the words that pages show, those of the first side first, the surest of each first."""
    keywords = compared.contrast.keywords
    return (
        *[key for key in keywords if key.ratio > 0][:SHOWN_MAX],
        *[key for key in keywords if key.ratio < 0][:SHOWN_MAX],
    )


def with_contrasts(desk: Desk, memory: Memory) -> Desk:
    """Return *desk* with the contrasts of its themes, the same in every language, which are worked out once somebody wants them."""

    def contrasts(ident: str) -> tuple[Compared, ...]:
        return desk.common.of_all(f"contrasts-{ident}", lambda: tuple(_compare(desk, ident, memory)))

    return replace(desk, contrasts=contrasts)


def texts_of_sides(desk: Desk, theme: Theme) -> tuple[Texts, Texts]:
    """Return the articles on the two sides of *theme* whose whole text is shown; one of each family."""
    question = question_of(desk, theme)
    found: tuple[Texts, Texts] = (defaultdict(list), defaultdict(list))
    seen: set[tuple[str, str, str]] = set()
    for ident in desk.filed[theme.id]:
        published = desk.site.edition.articles[ident]
        coding = desk.codebook.standing(published.article.record.codings, question.id) if question else None
        answer = coding.answers[question.id] if coding and question else None
        if not published.whole or answer is None or answer.value not in SIDES:
            continue
        language = published.article.record.language
        one = (answer.value, language, desk.site.edition.library.families.of[ident])
        if one not in seen:
            seen.add(one)
            found[SIDES.index(answer.value)][language].append(ident)
    return found


def _compare(desk: Desk, ident: str, memory: Memory) -> Iterator[Compared]:
    theme = desk.site.edition.library.corpus.themes[ident].value
    one, other = texts_of_sides(desk, theme)
    for language in sorted(one.keys() & other.keys()):
        sides = (tuple(one[language]), tuple(other[language]))
        texts = [[desk.site.edition.articles[article] for article in side] for side in sides]
        # The same in every language of the interface. Counts are not kept: they are as large as the texts.
        kind = f"contrast-{ident}-{language}"
        (found,) = memory.of_contents(kind, [_checksum_of(texts)], partial(_contrast, texts))
        if found:
            yield Compared(language, sides, found)


def _checksum_of(texts: list[list[Published]]) -> str:
    """Return a checksum of the words of two sides."""
    words = (one.article.source.data for side in texts for one in side if one.article.source)
    return checksum_of(str(len(texts[0])), *words)


def _contrast(texts: list[list[Published]], _places: list[int]) -> list[Contrast | None]:
    return [contrast(*([_count(published) for published in side] for side in texts))]


def _count(published: Published) -> Counter[str]:
    return Counter(word for passage in own_passages(published) for word in folded_words(passage.block.text))


def own_passages(published: Published) -> Iterator[Passage]:
    """Yield the passages of an article's text that are in its own language."""
    text = published.text
    passages = text.passages if text else ()
    return (p for p in passages if p.block.language in ("", None, published.article.record.language))


@dataclass(frozen=True, slots=True)
class Found:
    """Where a word stands: how often in each passage, by article, and how it is mostly written."""

    written: str
    places: dict[str, Counter[str]]


def find_words(desk: Desk, compared: Compared) -> dict[str, Found]:
    """Return where each word shown of *compared* stands, in the order of the lists of articles."""
    wanted = {key.word for key in shown_of(compared)}
    forms: dict[str, Counter[str]] = {word: Counter() for word in wanted}
    places: dict[str, dict[str, Counter[str]]] = {word: {} for word in wanted}
    counted = {ident for side in compared.sides for ident in side}
    for ident in (ident for ident in desk.cards if ident in counted):
        for passage in own_passages(desk.site.edition.articles[ident]):
            folded = fold_with_offsets(passage.block.text)
            for start, end in spans_of_words(folded.text):
                word = folded.text[start:end]
                if word in wanted:
                    first, last = folded.original_span(start, end)
                    forms[word][passage.block.text[first:last]] += 1
                    places[word].setdefault(ident, Counter())[passage.id] += 1
    return {
        word: Found(min(forms[word], key=lambda form: (-forms[word][form], form)), places[word])
        for word in wanted
    }


def words_path(desk: Desk, theme: str) -> str:
    """Return the path of the page that lists the passages of a theme's keywords."""
    return f"{desk.site.interface.prefix}words/{theme}.md"


def word_id(language: str, number: int) -> str:
    """Return the id of a keyword on its page: its place among those shown."""
    return f"{language}-{number}"


def keywords_plot(desk: Desk, theme: str, language: str) -> Plot | None:
    """Return the words that set the sides of *theme* apart in one language; None if there are none."""
    compared = next((found for found in desk.contrasts(theme) if found.language == language), None)
    if compared is None or not shown_of(compared):
        return None
    say, names = desk.site.interface.say, side_labels(desk, theme)
    written, page = find_words(desk, compared), address(words_path(desk, theme))
    leans, rows = [], []
    for number, key in enumerate(shown_of(compared), start=1):
        where = f"{page}#{word_id(language, number)}"
        word, side = written[key.word].written, 0 if key.ratio > 0 else 1
        says = say("keyness.says", word=word, side=names[side], one=key.counts[0], other=key.counts[1])
        leans.append(Lean(word, key.ratio, key.interval, SIDES[side], says, where))
        low, high = (f"{end:.1f}".replace("-", "−") for end in key.interval)
        rows.append(
            (
                Cell(word, where),
                Cell(names[side]),
                *(Cell(say("keyness.cell", count=count, texts=texts)) for count, texts in zip(key.counts, key.texts, strict=True)),
                Cell(f"{key.ratio:.1f}".replace("-", "−")),
                Cell(say("keyness.interval", low=low, high=high)),
            )
        )  # fmt: skip
    return Plot(
        title=say("keyness.plot", language=desk.site.interface.language_label(language)),
        description=described(desk, compared, names),
        spec=forest(leans, say("keyness.axis"), rtl=desk.site.interface.rtl),
        head=(
            say("keyness.word"),
            say("keyness.side"),
            *names,
            say("keyness.ratio"),
            say("agreement.interval"),
        ),
        rows=tuple(rows),
    )


def side_labels(desk: Desk, theme: str) -> tuple[str, str]:
    """Return what the two sides of *theme* are called."""
    question = question_of(desk, desk.site.edition.library.corpus.themes[theme].value)
    labels = (
        {value.id: desk.site.interface.text(value.label) for value in question.values} if question else {}
    )
    return labels.get(SIDES[0], SIDES[0]), labels.get(SIDES[1], SIDES[1])


def described(desk: Desk, compared: Compared, names: tuple[str, str]) -> str:
    """Return in a sentence what was compared."""
    texts, words = compared.contrast.texts, compared.contrast.words
    return desk.site.interface.say(
        "keyness.plot.text",
        one=names[0],
        other=names[1],
        texts_one=texts[0],
        texts_other=texts[1],
        words_one=words[0],
        words_other=words[1],
        compared=compared.contrast.compared,
    )
