"""Themes: those that an article names, as a proposal for somebody to judge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diwan.corpus.corpus import Corpus
from diwan.library.concepts import ConceptKind, concepts_of
from diwan.library.mentioned import Passage
from diwan.library.mentions import MentionFinder, names_by_form
from diwan.library.named import named_in
from diwan.model.block import BlockKind, Document

#: Passages that name a theme before it is proposed, unless title or first passage do: once may be in passing, but with its
#: subject an article begins.
_FEWEST = 2
#: Themes proposed: records of the corpus have one to four.
_MOST = 4


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """A theme, and how many passages name it."""

    id: str
    passages: int


def theme_finder(corpus: Corpus) -> MentionFinder:
    """Return a finder of the themes of *corpus* in texts."""
    themes = [concept for key, concept in concepts_of(corpus).items() if key.kind is ConceptKind.THEME]
    return MentionFinder(names_by_form(replace(theme, named_in_texts=True) for theme in themes))


def propose_themes(
    finder: MentionFinder, title: str, document: Document | None, language: str, said: Sequence[str] = ()
) -> list[ProposedTheme]:
    """Return the themes that the title, the first passage or several passages name, the most named first.

    What a list *said* of the article, its keywords and abstract, names them as well as its title does.
    """
    blocks = [block for block in document.kept if block.kind is not BlockKind.TITLE] if document else []
    texts = [(str(place), block.language or language, block.text) for place, block in enumerate(blocks)]
    counts = _named(finder, texts)
    in_title = _named(
        finder, [(f"title {place}", language, text) for place, text in enumerate((title, *said))]
    )
    foremost = {*in_title, *_named(finder, texts[:1])}
    proposed = [theme for theme in counts if counts[theme] >= _FEWEST or theme in foremost]
    proposed += [theme for theme in sorted(in_title) if theme not in counts]
    ordered = sorted(proposed, key=lambda theme: (theme not in in_title, -counts.get(theme, 0), theme))
    return [ProposedTheme(theme, counts.get(theme, 0)) for theme in ordered[:_MOST]]


def _named(finder: MentionFinder, texts: Sequence[Passage]) -> dict[str, int]:
    """Return the themes that *texts* name, and how many of them name each."""
    mentions = named_in(texts, finder).mentions
    return {key.id: len(passages) for key, passages in mentions.places() if key.kind is ConceptKind.THEME}
