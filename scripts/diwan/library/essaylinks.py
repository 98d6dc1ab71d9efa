"""Links in essays and notes: `[words](article:id#en2)`, `[words](theme:id)` and so on for every vocabulary."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from diwan.corpus.articlefiles import Text
from diwan.corpus.corpus import Corpus
from diwan.library.pointers import PassageBook
from diwan.problems import Location, Problem, nearest

_LINK = re.compile(
    r"\]\((?P<kind>article|theme|entity|outlet|event|claim):(?P<id>[^)#\s]*)(?:#(?P<passage>[^)\s]*))?\)"
)


@dataclass(frozen=True, slots=True)
class EssayLink:
    """One link of an essay to something in the corpus."""

    kind: str
    id: str
    passage: str


def essay_links(text: str) -> Iterator[tuple[re.Match[str], EssayLink]]:
    """Yield the links of *text* to the corpus, each with the match that found it."""
    for found in _LINK.finditer(text):
        yield found, EssayLink(found["kind"], found["id"], found["passage"] or "")


def replace_links(text: str, addresses: Mapping[EssayLink, str]) -> str:
    """Return *text* with every link to the corpus replaced by its address in *addresses*."""
    return _LINK.sub(
        lambda found: f"]({addresses[EssayLink(found['kind'], found['id'], found['passage'] or '')]})", text
    )


def check_essays(corpus: Corpus, book: PassageBook, unseen: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return a problem for every link of an essay that leads nowhere."""
    texts = [text for theme in corpus.themes.values() for text in theme.texts.values()]
    return tuple(chain.from_iterable(_problems_of(text, corpus, book, unseen) for text in texts))


def _problems_of(
    text: Text, corpus: Corpus, book: PassageBook, unseen: Mapping[str, str]
) -> Iterator[Problem]:
    homes: dict[str, Mapping[str, object]] = {
        "article": corpus.articles,
        "theme": corpus.themes,
        "entity": corpus.entities,
        "outlet": corpus.outlets,
        "event": corpus.events,
        "claim": corpus.claims,
    }
    for found, wanted in essay_links(text.text):
        where = Location(path=text.path, line=text.first_line + text.text.count("\n", 0, found.start()))
        if wanted.id not in homes[wanted.kind]:
            mend = f"{nearest(wanted.id, homes[wanted.kind])}Write the id of an entry of the corpus"
            yield Problem(f"{wanted.kind}-unknown", where, f"there is no {wanted.kind} '{wanted.id}'", mend)
        elif (
            wanted.passage
            and wanted.passage not in book.get(wanted.id, {})
            and f"{wanted.id}#{wanted.passage}" not in unseen
        ):
            passages = ", ".join(book.get(wanted.id, {})) or "none at hand"
            message = f"article '{wanted.id}' has no passage '{wanted.passage}'"
            yield Problem("pointer-broken", where, message, f"its passages: {passages}")
