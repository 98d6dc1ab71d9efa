"""Themes: those that an article names, as a proposal for somebody to judge."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diwan.corpus.corpus import Corpus
from diwan.library.concepts import ConceptKind, concepts_of
from diwan.library.mentioned import Passage, mentions_in
from diwan.library.mentions import MentionFinder, names_by_form
from diwan.library.named import runs_of
from diwan.model.block import BlockKind, Document
from diwan.text.fold import fold_together

#: Passages that name a theme before it is proposed, unless title or first passage do: once may be in passing, but with its
#: subject an article begins.
_FEWEST = 2
#: Themes proposed: records of the corpus have one to four.
_MOST = 4
#: What speaks for a theme that no passage names.
_IN_TITLE, _BY_LIST = "in the title", "in keywords or abstract"


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """A theme, how many passages name it, and where none does, what else speaks for it."""

    id: str
    passages: int
    otherwise: str = ""

    def __str__(self) -> str:
        """Return the theme as a note of the record says it."""
        return f"{self.id} {self.passages or self.otherwise}"


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
    named = _named(finder, texts)
    counts = {theme: len(passages) for theme, passages in named.items()}
    in_title = dict.fromkeys(_named(finder, [("title", language, title)]), _IN_TITLE)
    by_list = _named(finder, [(f"said {place}", language, text) for place, text in enumerate(said)])
    in_title = {**dict.fromkeys(by_list, _BY_LIST), **in_title}
    foremost = {*in_title, *(theme for theme, passages in named.items() if texts[0][0] in passages)}
    proposed = [theme for theme in counts if counts[theme] >= _FEWEST or theme in foremost]
    proposed += [theme for theme in sorted(in_title) if theme not in counts]
    ordered = sorted(proposed, key=lambda theme: (theme not in in_title, -counts.get(theme, 0), theme))
    return [ProposedTheme(theme, counts.get(theme, 0), in_title.get(theme, "")) for theme in ordered[:_MOST]]


def _named(finder: MentionFinder, texts: Sequence[Passage]) -> dict[str, tuple[str, ...]]:
    """Return the themes that *texts* name, and which of them name each."""
    runs = runs_of(texts)
    found = [finder.spans_in(fold_together(text for *_, text in run), run[0][1]) for run in runs]
    return {key.id: passages for key, passages in mentions_in(runs, found).places()}
