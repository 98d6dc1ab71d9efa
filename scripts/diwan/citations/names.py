"""Names of authors: whether a person or a body signed, and which part of a person's name is sorted by.

Articles write names as one string. Style guides and reference managers want the family name apart. It is taken to be
the last word, with the words that belong to it in names of this region and of Europe (`al-Rashed`, `Abu al-Saud`,
`عبد الله`). Where that is wrong, the record says which part it is.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from diwan.model.record import Author

#: Words that belong to the family name behind them; compared in lower case.
_PARTICLES = frozenset({"al", "el", "abu", "abou", "bin", "ben", "ibn", "de", "del", "della", "di", "da", "van", "von", "der", "den", "du", "la", "le", "أبو", "ابو", "أبي", "ابن", "بن", "آل", "عبد"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in two parts, or a body's whole name in `family` with nothing in `given`."""

    family: str
    given: str = ""

    @property
    def direct(self) -> str:
        """The name in the order in which people say it."""
        return f"{self.given} {self.family}".strip()


def name_of(author: Author, bodies: AbstractSet[str], *, latin: bool = False) -> Name:
    """Return the name of *author*, in Latin letters if wanted and known; *bodies* holds the names of organisations."""
    text = (author.latin or author.name) if latin else author.name
    if author.name in bodies or author.latin in bodies or (author.entity or "") in bodies:
        return Name(text)
    in_latin = latin and author.latin
    family = author.latin_family if in_latin else author.family
    if family:
        return Name(family, " ".join(f" {text} ".replace(f" {family} ", " ", 1).split()))
    words = text.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]))
