"""Themes: those that an article names, as a proposal for somebody to judge."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from diwan.library.concepts import ConceptKind
from diwan.library.mentions import MentionFinder
from diwan.model.block import Document

#: Passages that name a theme before it is proposed, unless the title does: once may be in passing.
_FEWEST = 2
#: Themes proposed: records of the corpus have one to four.
_MOST = 4


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """A theme, and how many passages name it."""

    id: str
    passages: int


def propose_themes(
    finder: MentionFinder, title: str, document: Document | None, language: str
) -> list[ProposedTheme]:
    """Return the themes that the title or several passages name, the most named first."""
    counts: Counter[str] = Counter()
    for text, tongue in _texts(document, language):
        counts.update(_named(finder, text, tongue))
    in_title = _named(finder, title, language)
    proposed = [theme for theme in counts if counts[theme] >= _FEWEST or theme in in_title]
    proposed += [theme for theme in sorted(in_title) if theme not in counts]
    ordered = sorted(proposed, key=lambda theme: (theme not in in_title, -counts[theme], theme))
    return [ProposedTheme(theme, counts[theme]) for theme in ordered[:_MOST]]


def _texts(document: Document | None, language: str) -> Iterable[tuple[str, str]]:
    for block in document.kept if document else ():
        yield block.text, block.language or language


def _named(finder: MentionFinder, text: str, language: str) -> set[str]:
    return {
        mention.concept.id
        for mention in finder.find(text, language)
        if mention.concept.kind is ConceptKind.THEME
    }
