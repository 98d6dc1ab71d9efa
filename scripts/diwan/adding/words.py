"""Words of metadata: one line, without characters that steer or hide, and ids made of them."""

import re
import unicodedata

#: Joiners and direction marks that are spelling in Persian, Arabic and Hebrew names.
_SPELLING = frozenset("\u200c\u200d\u200e\u200f\u061c")
#: Words that tell one title from another in no language written in Latin letters.
_EMPTY = frozenset(["the", "a", "an", "of", "and", "or", "to", "in", "on", "for", "with", "by", "at", "from", "as", "is", "are", "was", "s", "der", "die", "das", "und", "le", "la", "les", "de", "des", "du", "el", "los", "las", "y"])  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
#: Characters of the longest title, name or outlet kept: longer ones are no such thing.
LONGEST = 300


def line_of(text: str | None) -> str:
    """Return *text* as one line that shows all it holds; nothing where there is nothing to show."""
    shown = "".join(
        " " if character.isspace() or unicodedata.category(character) == "Cc" else character
        for character in text or ""
        if character in _SPELLING or unicodedata.category(character) not in ("Cf", "Cs", "Co", "Cn")
    )
    return " ".join(shown.split())[:LONGEST].strip()


def latin_words(text: str) -> list[str]:
    """Return the words of *text* that are written in Latin letters, without accents, in small letters."""
    spread = unicodedata.normalize(
        "NFKD", text.replace("ı", "i").replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    )
    plain = "".join(character for character in spread if not unicodedata.combining(character))
    return _WORD.findall(plain.lower().replace("'", "").replace("’", ""))


def slug_of(text: str, longest: int, words: int = 8) -> str:
    """Return an id made of the first telling words of *text*; nothing where it has none in Latin letters."""
    told = [word for word in latin_words(text) if word not in _EMPTY][:words]
    slug = ""
    for word in told:
        longer = f"{slug}-{word}" if slug else word[:longest]
        if len(longer) > longest:
            break
        slug = longer
    return slug
