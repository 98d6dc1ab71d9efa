"""Words as search knows them: a text cut into words, each word in the form in which it is looked up.

A form is the folded word (`diwan.text.fold`) without what belongs to the sentence rather than to the word: the
English possessive, the French elision, Turkish endings behind an apostrophe, the dots of an abbreviation. Scripts
without spaces give pairs of neighbouring characters, which find any stretch of text without a dictionary (Nie,
Gao, Zhang and Zhou 2000, "On the use of words and n-grams for Chinese information retrieval").

The browser cuts texts and queries by the same rules (`theme/assets/search/words.js`); a test holds the two against
each other on every language of the corpus.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from diwan.text.fold import fold
from diwan.text.words import UNSPACED


def _marks() -> str:
    """Return the combining marks of the Basic Multilingual Plane, as the inside of a character class."""
    codes = [code for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M"]
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


#: Soft hyphen, joiners, marks of direction: they hold a word together.
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_MARKS = _marks()
_LETTER = rf"[^\W_{UNSPACED}]"
_RUN = rf"{_LETTER}+(?:[{_MARKS}{_INVISIBLE}]+{_LETTER}*)*"
_INITIAL = rf"[^\W\d_{UNSPACED}]"
WORD = re.compile(
    rf"[{UNSPACED}]+"
    rf"|{_INITIAL}(?:\.{_INITIAL})+(?![^\W_])"
    rf"|{_RUN}(?:['’]{_RUN}|(?<=[א-ת])[\"״׳](?=[א-ת]){_RUN})*"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
#: Signs that belong to no word, wherever they stand.
_SIGNS = ".,;:!?()«»“”،؛؟"
_NO_LETTER = re.compile(rf"[^\w{_MARKS}]|_")
#: What French, Italian and Catalan run into the next word.
_ELIDED = frozenset({"l", "d", "j", "n", "s", "c", "m", "t", "qu", "dell", "all", "nell", "sull", "un"})
#: Letters; what follows an elision is a word of its own only if it has this many: `d'Or` is, `O'K` is not.
_ELIDED_REST = 2


def words_in(text: str) -> list[str]:
    """Return the words of *text* as they are written; a run of characters without spaces is one."""
    # Most stretches are one word with signs around it: to see that takes a fifth of looking for words.
    word = text.strip(_SIGNS)
    return [word] if word.isalnum() and not _UNSPACED.search(word) else WORD.findall(text)


def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return the forms of a word of a text in *language*: one, or the pairs of a run without spaces, or none."""
    if _UNSPACED.match(word):
        return tuple(_pairs([fold(character) for character in word]))
    form = _form(word, language)
    return (form,) if form else ()


def _pairs(characters: list[str]) -> Iterator[str]:
    for here, following in zip(characters, [*characters[1:], ""], strict=True):
        yield here + following


def _form(word: str, language: str) -> str:
    folded = fold(word)
    if folded.isalnum():
        return folded
    pieces = folded.split("'")
    if len(pieces) > 1:
        if language == "tr":
            pieces = pieces[:1]
        elif pieces[-1] == "s":
            pieces = pieces[:-1]
        elif pieces[0] in _ELIDED and len(pieces[1]) >= _ELIDED_REST:
            pieces = pieces[1:]
    return _NO_LETTER.sub("", "".join(pieces))


_SCRIPTS = (
    ("arabic", "ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("hebrew", "he", re.compile("[\u0590-\u05ff]")),
    ("cyrillic", "ru", re.compile("[\u0400-\u052f]")),
    ("greek", "el", re.compile("[\u0370-\u03ff]")),
    ("latin", "en", re.compile("[a-z\u00c0-\u024f]")),
)
_OWN_SCRIPT = dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug", "azb"), "arabic") | {
    "he": "hebrew", "yi": "hebrew", "el": "greek",
} | dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn"), "cyrillic")  # fmt: skip


def language_of_form(form: str, language: str) -> str:
    """Return whose word *form* is in a text of *language*: another script is read as its most usual language.

    Numbers, and scripts without spaces, belong to no language: the empty string. The first letter tells.
    """
    return _language_of_letter(form[:1], language)


@cache
def _language_of_letter(first: str, language: str) -> str:
    base = language.split("-", maxsplit=1)[0]
    for script, usual, letter in _SCRIPTS:
        if letter.match(first):
            return base if _OWN_SCRIPT.get(base, "latin") == script else usual
    return ""
