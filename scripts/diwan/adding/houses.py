"""Houses: whether a name is that of an outlet, in another form or in another script.

In: a name, and names of an outlet. Out: whether they are the same but for roles, articles and endings of addresses
(`Quay Courier Staff`, `quaycourier.com`), or, between scripts, but for vowels and sounds that scripts write in several ways:
`الجزيرة` and `Al Jazeera`, `Коммерсантъ` and `kommersant.ru`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from diwan.adding.words import name_key
from diwan.documents.names.signatures import is_role
from diwan.text.fold import fold

#: Letters by sound, one of each line for all of it. Vowels, `h`, `w` and `y` are left out: no two scripts agree on them.
_SOUNDS = """
b p б п ب پ ב פ β π
t ט ת т ت ث ط ٹ θ τ
d д د ذ ض ڈ ד δ
k q c к х ч ق ك خ چ כ ך ק κ χ
g j г ґ ج غ گ ג γ
f v ф в ف φ β
s z с з ж ш щ ز س ش ص ظ ژ ז ס ש σ ς ζ
l л ل ל λ
m м م מ ם μ
n н ن ں נ ן ν
r р ر ڑ ר ρ
"""
_DOUBLE = {"x": "ks", "ξ": "ks", "ψ": "bs", "ц": "ts", "צ": "ts", "ץ": "ts", "ף": "b"}
_SOUND = {ord(letter): line[0] for line in _SOUNDS.strip().splitlines() for letter in line.split()} | {
    ord(letter): sounds for letter, sounds in _DOUBLE.items()
}
_ARTICLE = re.compile(r"^(?:ال(?=\w{2})|[ae]l(?=\w{3}))")
#: Sounds of the shortest name that is known in another script: two are those of many names.
_FEWEST = 3
#: Names whose words and sounds are remembered, those of all outlets of a large corpus: a new one is compared with each.
_REMEMBERED = 10_000


def is_house(name: str, houses: Iterable[str]) -> bool:
    """Tell whether *name* is one of the names of an outlet in another form or script."""
    own = _words(name)
    return any(_same(own, _words(house)) for house in houses if house)


def _same(own: str, house: str) -> bool:
    if not own or not house:
        return False
    if own.replace(" ", "") == house.replace(" ", ""):
        return True
    # Hardly any two names sound alike; only of those that do the scripts are asked.
    sounds = _sounds(own)
    return len(sounds) >= _FEWEST and sounds == _sounds(house) and _script(own) != _script(house)


@lru_cache(_REMEMBERED)
def _words(name: str) -> str:
    """Return the words of *name* that name a house: without roles, articles and the ending of an address."""
    words = name_key(name).split()
    return " ".join(word for word in words if not is_role(word)) or " ".join(words)


@lru_cache(_REMEMBERED)
def _sounds(words: str) -> str:
    """Return the consonants of *words* by their sounds, each of several alike once."""
    heard = "".join(
        _SOUND.get(ord(letter), "") for word in words.split() for letter in _ARTICLE.sub("", fold(word))
    )
    return re.sub(r"(.)\1+", r"\1", heard)


def _script(words: str) -> str:
    return next((unicodedata.name(letter, "").split(" ")[0] for letter in words if letter.isalpha()), "")
