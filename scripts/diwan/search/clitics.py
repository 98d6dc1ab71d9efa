"""What Arabic, Persian and Hebrew write together with a word: the word itself is found by what the corpus attests.

`والأمن` is the word `أمن` behind "and" and "the"; but `وزير` is no `زير` behind "and". No list of prefixes can tell,
so a prefix is taken off only where what remains stands in the corpus as a word of its own (with or without the
article). Suffixes likewise: `مبادرات` is of one stem with `مبادرة` because both occur. The suffixes are those of the
light stemmer of Larkey, Ballesteros and Connell (2007, "Light stemming for Arabic information retrieval").

In: the forms of one language with how often each occurs. Out: the readings of every form, the likeliest first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple


class Reading(NamedTuple):
    """One way to read a form: the word without what was written together with it, and the stem of that word."""

    bare: str
    stem: str


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language writes words together; everything in folded letters, longest first."""

    prefixes: tuple[str, ...]
    #: Those that end in the article, after which a word of two letters is enough.
    with_article: frozenset[str]
    article: str
    suffixes: tuple[str, ...]
    #: An ending that comes and goes with others (ta marbuta): dropped from every stem.
    ending: str = ""


def _longest_first(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(parts) - {""}, key=lambda part: (-len(part), part)))


_AR_CONJUNCTIONS = ("", "و", "ف")
_AR_ARTICLE = frozenset(
    "".join(parts) for parts in product(_AR_CONJUNCTIONS, ("", "ب", "ك"), ("ال",))
) | frozenset(f"{conjunction}لل" for conjunction in _AR_CONJUNCTIONS)
_AR_PREFIXES = _longest_first(
    [*_AR_ARTICLE, *map("".join, product(_AR_CONJUNCTIONS, ("", "ب", "ك", "ل", "س")))]
)
HABITS = {
    "ar": Habits(
        prefixes=_AR_PREFIXES,
        with_article=_AR_ARTICLE,
        article="ال",
        suffixes=_longest_first(
            ["تهما", "تها", "تهم", "تنا", "هما", "كما", "يات", "يين", "يون", "ات", "ان", "ون", "ين", "يه", "ها", "هم", "هن", "نا", "كم", "وا", "يا", "ه", "ي", "ا", "ت", "ك"]
        ),
        ending="ه",
    ),
    "fa": Habits(
        prefixes=("نمي", "مي"),
        with_article=frozenset(),
        article="",
        suffixes=_longest_first(
            ["هايشان", "هايش", "هايي", "هاي", "ها", "ترين", "تر", "يان", "گان", "ان", "ات", "يي", "اي", "اش", "شان", "ند", "م", "ي", "ه"]
        ),
        ending="ه",
    ),
    "ur": Habits(
        prefixes=(), with_article=frozenset(), article="",
        suffixes=_longest_first(["يوں", "وں", "يں", "ياں", "ات", "ين", "ي", "و", "ا", "ه"]), ending="ه",
    ),
    "he": Habits(
        prefixes=_longest_first(map("".join, product(("", "ו"), ("", "ש", "כש", "ב", "ל", "מ", "כ"), ("", "ה")))),
        with_article=frozenset({"ה", "וה"}),
        article="ה",
        suffixes=_longest_first(["ים", "ות", "יות", "ית", "ה", "י", "ו", "ת"]),
        ending="ה",
    ),
}  # fmt: skip
#: Letters that must remain: fewer are hardly ever a word that one looks for. Behind an article two are enough if the
#: corpus has them as a word.
WORD_MIN, WORD_MIN_AFTER_ARTICLE = 3, 2
#: A reader takes at most this many readings of one form for possible.
READINGS_MAX = 3


class Clitics:
    """Reads the forms of one language."""

    def __init__(self, habits: Habits, forms: Mapping[str, int]) -> None:
        self._habits, self._forms = habits, forms
        self._bares = {form: self._bare_words(form) for form in forms}
        self._attested = frozenset(bare for bares in self._bares.values() for bare in bares)
        self._stems: dict[str, str] = {}

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of an attested form."""
        return tuple(Reading(bare, self._stem(bare)) for bare in self._bares[form])

    def _bare_words(self, form: str) -> tuple[str, ...]:
        """Return the words a form may be: the likeliest first, the form itself among them if it is one."""
        habits = self._habits
        if not form.startswith(habits.prefixes):
            return (form,)
        prefixes = [prefix for prefix in habits.prefixes if form.startswith(prefix)]
        for prefix in prefixes:
            if prefix in habits.with_article and self._carries(form, prefix):
                return (form[len(prefix) :],)
        stripped = [
            form[len(prefix) :]
            for prefix in prefixes
            if prefix not in habits.with_article and self._carries(form, prefix)
        ]
        if not stripped:
            return (form,)
        itself = self._weight(form)
        takes_article = bool(habits.article) and habits.article + form in self._forms
        likely = [bare for bare in stripped if not takes_article and self._weight(bare) >= itself]
        unlikely = [bare for bare in stripped if bare not in likely]
        return tuple([*likely, form, *unlikely][:READINGS_MAX])

    def _carries(self, form: str, prefix: str) -> bool:
        """Whether *prefix* at the start of *form* is no part of the word."""
        habits = self._habits
        rest = form[len(prefix) :]
        if prefix in habits.with_article:
            # A word that takes the article once more had none: التزام, of which there is الالتزام.
            taken_again = habits.article + form in self._forms and rest not in self._forms
            if rest in _NOT_AFTER_ARTICLE or taken_again:
                return False
            return len(rest) >= WORD_MIN or (len(rest) >= WORD_MIN_AFTER_ARTICLE and rest in self._forms)
        attested = rest in self._forms or (bool(habits.article) and habits.article + rest in self._forms)
        return len(rest) >= WORD_MIN and attested

    def _weight(self, bare: str) -> int:
        article = self._habits.article
        return self._forms.get(bare, 0) + (self._forms.get(article + bare, 0) if article else 0)

    def _stem(self, bare: str) -> str:
        if bare not in self._stems:
            self._stems[bare] = self._find_stem(bare)
        return self._stems[bare]

    def _find_stem(self, bare: str) -> str:
        ending = self._habits.ending
        for suffix in self._habits.suffixes:
            if not bare.endswith(suffix):
                continue
            rest = bare[: -len(suffix)]
            if len(rest) < WORD_MIN or rest in _NO_STEMS:
                continue
            if rest in self._attested:
                return self._stem(rest)
            if ending and suffix != ending and rest + ending in self._attested:
                return self._stem(rest + ending)
        if ending and bare.endswith(ending) and len(bare) > WORD_MIN:
            return bare[: -len(ending)]
        return bare


#: What remains of words whose ال is no article: the relative pronouns, God, now, to, except.
_NOT_AFTER_ARTICLE = frozenset(
    {"له", "ذي", "تي", "ان", "لذين", "ذين", "لاتي", "لتان", "لذان", "يه", "يها", "يك"}
)
#: Words of grammar that other words only seem to be made of: آلية is no form of إلى.
_NO_STEMS = frozenset(
    {"الي", "علي", "هذا", "ذلك", "بعد", "بين", "كان", "التي", "الذي", "كما", "غير", "لان", "حتي", "قبل"}
)
