"""Stems: which forms of a language count as the same word for a reader who searches.

Snowball's stemmers where there is one for the language, what the corpus attests for Arabic, Persian, Urdu and Hebrew
(`clitics`), and nothing for other languages and for numbers. Stems are made when the site is built; the browser
has no stemmer, it looks up which class a form belongs to.
"""

from collections.abc import Sequence

import Stemmer

from diwan.text.fold import fold

#: Snowball's stemmers by language. Arabic is not among them: its stemmer cuts و and ب off words they belong to.
_SNOWBALL = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
    "ru": "russian", "tr": "turkish", "nl": "dutch", "sv": "swedish", "da": "danish", "no": "norwegian",
    "nb": "norwegian", "fi": "finnish", "hu": "hungarian", "ro": "romanian", "el": "greek", "id": "indonesian",
    "ca": "catalan", "hi": "hindi", "sr": "serbian", "hy": "armenian",
}  # fmt: skip
_TURKISH_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def lowered(word: str, language: str) -> str:
    """Return a word in the small letters of its language, accents kept: what its stemmer reads."""
    return word.translate(_TURKISH_CAPITALS).lower() if language in ("tr", "az") else word.lower()


def stems_of(language: str, forms: Sequence[str], spelled: Sequence[str]) -> Sequence[str]:
    """Return the stem of each form of a language that `clitics` does not read, each given with its spelling."""
    if language not in _SNOWBALL:
        return forms
    stems = Stemmer.Stemmer(_SNOWBALL[language]).stemWords(spelled)
    return [fold(stem) or form for form, stem in zip(forms, stems, strict=True)]


def aliases_of(language: str, form: str, spelled: str) -> Sequence[str]:
    """Return other ways in which readers type a form: `Tuerkei` for `Türkei`."""
    if language not in ("de", "sv", "da", "no", "nb"):
        return ()
    typed = fold(spelled.translate(_UMLAUTS))
    return () if typed == form else (typed,)
