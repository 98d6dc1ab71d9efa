"""Words of metadata: one line, without characters that steer or hide, and ids made of them."""

import re
import unicodedata

from diwan.text.fold import fold
from diwan.text.runs import folded_words

#: Joiners and direction marks that are spelling in Persian, Arabic and Hebrew names.
_SPELLING = frozenset("\u200c\u200d\u200e\u200f\u061c")
#: Words that tell one title from another in no language written in Latin letters.
_EMPTY = frozenset(["the", "a", "an", "of", "and", "or", "to", "in", "on", "for", "with", "by", "at", "from", "as", "is", "are", "was", "s", "der", "die", "das", "und", "le", "la", "les", "de", "des", "du", "el", "los", "las", "y"])  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
#: Characters of the longest title, name or outlet kept: longer ones are no such thing.
LONGEST = 300
#: Words by which programs that show pages call themselves in addresses: they tell no article from another.
_PROGRAMS = frozenset(["default", "index", "article", "articles", "story", "news", "page", "view", "print", "show", "detail", "details", "content", "post", "item", "node", "html"])  # fmt: skip
#: Letters of the shortest word that tells anything.
_SHORTEST = 3
#: What may stand before and behind the name of an outlet.
_ARTICLE = re.compile(r"^(?:the|al|el|le|la|die|der|das|het|de)\s+")
_DOMAIN = re.compile(r"\.[a-z]{2,4}$")


def line_of(text: str | None) -> str:
    """Return *text* as one line that shows all it holds; nothing where there is nothing to show."""
    shown = "".join(
        " " if character.isspace() or unicodedata.category(character) == "Cc" else character
        for character in text or ""
        if character in _SPELLING or unicodedata.category(character) not in ("Cf", "Cs", "Co", "Cn")
    )
    return " ".join(shown.split())[:LONGEST].strip()


#: Latin letters of their own, which no accent makes of others, as they are written without them.
_LATIN = str.maketrans({"ı": "i", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ə": "e", "Ə": "E", "đ": "d", "Đ": "D",
                        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"})  # fmt: skip


def latin_words(text: str) -> list[str]:
    """Return the words of *text* that are written in Latin letters, without accents, in small letters."""
    spread = unicodedata.normalize("NFKD", text.translate(_LATIN))
    plain = "".join(character for character in spread if not unicodedata.combining(character))
    return _WORD.findall(plain.lower().replace("'", "").replace("’", ""))


def name_key(name: str) -> str:
    """Return what is the same in the forms of an outlet's name: `The Post`, `post`, `Post.com`; nothing of nothing."""
    bare = _DOMAIN.sub("", name.strip().lower().removeprefix("www."))
    return _ARTICLE.sub("", " ".join(re.findall(r"\w+", fold(bare))))


def words_key(text: str) -> tuple[str, ...]:
    """Return what is the same in two ways of writing a title or a person's name: its words as they are compared."""
    return tuple(folded_words(text))


def is_mostly_latin(text: str) -> bool:
    """Tell whether most letters of *text* are Latin: an id made of the others would name something else."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum("LATIN" in unicodedata.name(letter, "") for letter in letters) > len(letters)


def telling_slug(text: str, longest: int, words: int) -> str:
    """Return an id as `slug_of` does, or nothing where its words are only numbers, keys or names of programs."""
    slug = slug_of(text, longest, words)
    telling = (
        word.isalpha() and len(word) >= _SHORTEST and word not in _PROGRAMS for word in slug.split("-")
    )
    return slug if any(telling) else ""


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
