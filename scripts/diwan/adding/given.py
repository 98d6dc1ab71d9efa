"""Given: what whoever adds articles says of all of them, so that it need not be written into each record.

In: ids of an outlet and of themes, and for one article its own id. Out: problems with them, before anything is read; and what they make
of a proposal. The outlet is then decided; themes stand before those that the text names, and stay to be looked at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diwan.adding.outlets import ProposedOutlet
from diwan.adding.themes import ProposedTheme
from diwan.corpus.corpus import Corpus
from diwan.model.base import ID_MAX_LENGTH, ID_PATTERN
from diwan.problems import Location, Problem, nearest, unknown

BASIS = "inferred: said by whoever added it"
#: What speaks for a theme that nothing in the article names.
_GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of all that is added; `id` of one article alone."""

    outlet: str = ""
    themes: Sequence[str] = ()
    id: str = ""

    def outlet_or(self, found: ProposedOutlet) -> ProposedOutlet:
        """Return the outlet that is given; the one *found* where it is the same or none is given."""
        return found if self.outlet in ("", found.id) else ProposedOutlet(self.outlet, BASIS)

    def themes_and(self, proposed: Sequence[ProposedTheme]) -> list[ProposedTheme]:
        """Return the themes that are given, then those *proposed*."""
        named = {theme.id: theme for theme in proposed}
        first = [named.get(theme, ProposedTheme(theme, 0, _GIVEN)) for theme in dict.fromkeys(self.themes)]
        return first + [theme for theme in proposed if theme.id not in self.themes]


def misfits(given: Given, corpus: Corpus, taken: set[str], count: int) -> Iterator[Problem]:
    """Yield what is wrong with what is *given* for *count* items in a corpus whose ids of articles are *taken*."""
    if given.outlet and given.outlet not in corpus.outlets:
        mend = nearest(
            given.outlet, corpus.outlets, "leave out --outlet, and an entry is made from what the page says"
        )
        yield unknown("outlet-unknown", "outlet", given.outlet, Location(path="--outlet"), mend)
    for theme in given.themes:
        if theme not in corpus.themes:
            mend = nearest(
                theme, corpus.themes, "the ids of themes are the names of the files in corpus/themes/"
            )
            yield unknown("theme-unknown", "theme", theme, Location(path="--theme"), mend)
    where = Location(path="--id")
    if given.id and count != 1:
        yield for_one(given)
    elif given.id in taken:
        message = f"there is, or was, an article '{given.id}'"
        yield Problem("id-duplicate", where, message, "give another id, or leave out --id")
    elif given.id and not (re.fullmatch(ID_PATTERN, given.id) and len(given.id) <= ID_MAX_LENGTH):
        mend = f"small Latin letters, digits and single hyphens, at most {ID_MAX_LENGTH}: quay-2024-patrol"
        yield Problem("value-invalid", where, f"'{given.id}' is no id", mend)


def for_one(given: Given) -> Problem:
    """Return the problem of one id for several articles."""
    message = f"'{given.id}' can be the id of one article only"
    return Problem("value-invalid", Location(path="--id"), message, "add it by itself, or leave out --id")
