"""Folding: the form of a text in which spellings that readers take for the same are the same.

Case, accents, Arabic vowel signs, tatweel, hamza seats, final ya and ta marbuta, Persian and Urdu letter
shapes, presentation forms, digits of three scripts, dotted and dotless i, ё, ß and invisible joiners no longer
tell two words apart. Folding is for keys of comparison and search only; what is shown is never folded.

Letters whose marks make other letters stay as they are: й, ї and ў are not и, і and у; vowel signs of Indic and
South-East Asian scripts are kept. The browser folds queries by the same rules (`theme/assets/search/fold.js`);
a test compares the two character by character.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from diwan.text.characters import Characters

#: Marks that readers leave out when they type: Latin and Greek accents, Hebrew points, Arabic vowel signs.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]"
)
#: Tatweel, soft hyphen, zero-width and directional marks: shape of the line, not of the word.
_INVISIBLE = re.compile("[\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
#: Letters that differ by the keyboard, the country or the haste of the writer.
_LETTERS = str.maketrans(
    {
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ے": "ي",
        "ة": "ه",
        "ۃ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ۀ": "ه",
        "ک": "ك",
        "ڪ": "ك",
        "ı": "i",
        "ё": "е",
        "’": "'",
        "ʼ": "'",
        "ʻ": "'",
        "׳": "'",
        "״": '"',
    }
)
#: What stands between texts that are folded as one: it parts words, and no name has it, as YAML takes no such character.
APART = "\x1f"
_KEEP_MARKS = frozenset("йїўќѓЙЇЎЌЃ")


def _fold_character(character: str) -> str:
    if character in _KEEP_MARKS:
        return character.lower()
    if _INVISIBLE.match(character):
        return ""
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character).casefold())
    folded = unicodedata.normalize("NFC", _MARKS.sub("", spread)).translate(_LETTERS)
    return "".join(_digit(letter) for letter in folded)


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


_TABLE = Characters(_fold_character)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers the original.

    `starts[i]` is the index in the original of the character that gave `text[i]`; one more entry marks the end.
    """

    original: str
    text: str
    starts: Sequence[int]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the original, marks after its last letter included."""
        return self.starts[start], self.starts[end]


def fold(text: str) -> str:
    """Return *text* folded."""
    if text.isascii():
        return text.lower()
    return _TABLE.translated(text)


def fold_with_offsets(text: str) -> Folded:
    """Return *text* folded, with the way back to the original."""
    if text.isascii():
        return Folded(text, text.lower(), range(len(text) + 1))
    return Folded(text, *_TABLE.translated_with_places(text))


def fold_together(texts: Iterable[str]) -> Folded:
    """Return *texts* folded as one, with `APART` between them: of short texts that takes half the time."""
    return fold_with_offsets(APART.join(texts))


def parts_words(folded: Folded) -> bool:
    """Whether a character of the text folds to several that are not all letters of one word: `½`, `㈱`."""
    if isinstance(folded.starts, range):
        return False
    places = np.asarray(folded.starts)
    several = set(map(folded.original.__getitem__, places[1:][places[1:] == places[:-1]].tolist()))
    return not all(_TABLE[ord(character)].isalnum() for character in several)
