"""What Arabic, Persian and Hebrew write together with a word: the word itself is found by what the corpus attests.

`والأمن` is the word `أمن` behind "and" and "the"; but `وزير` is no `زير` behind "and". No list of prefixes can tell,
so a prefix is taken off only where what remains stands in the corpus as a word of its own (with or without the
article). Suffixes likewise: `مبادرات` is of one stem with `مبادرة` because both occur. The suffixes are those of the
light stemmer of Larkey, Ballesteros and Connell (2007, "Light stemming for Arabic information retrieval").

In: the forms of one language with how often each occurs. Out: the readings of every form, the likeliest first.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
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
#: If more than one form in so many changed, all are read anew: each that changed bears on as many others as there are
#: prefixes, twice.
_FEW = 20


class Clitics:
    """Reads the forms of one language, again and again: where few of them changed, few are read anew."""

    def __init__(self, habits: Habits) -> None:
        self._habits = habits
        self._forms: Mapping[str, int] = {}
        #: The words that a form may be, where it is not itself alone; and of how many forms each word is one.
        self._bares: dict[str, tuple[str, ...]] = {}
        self._attested: dict[str, int] = {}
        #: The stems of words that have another than themselves.
        self._stems: dict[str, str] = {}
        self._prefixes, self._suffixes = _by_length(habits.prefixes), _by_length(habits.suffixes)

    def read(self, forms: Mapping[str, int]) -> AbstractSet[str]:
        """Take *forms*, with how often each occurs, in place of those before; return those that may be read otherwise."""
        former, self._forms = self._forms, forms
        changed = former.keys() ^ forms.keys() | {
            form for form, count in former.items() if forms.get(form) != count
        }
        if len(changed) > len(forms) / _FEW:
            self._bares, self._attested, self._stems = {}, {}, {}
            self._reread({}, forms.keys())
            return forms.keys()
        reread = self._bearing_on(changed)
        moved = self._reread(former, reread | (changed - forms.keys()))
        # What a stem is found to be hangs on words that begin like it.
        starts = {word[:WORD_MIN] for word in moved}
        self._stems = {bare: stem for bare, stem in self._stems.items() if bare[:WORD_MIN] not in starts}
        return reread | {
            form for form in forms if any(bare[:WORD_MIN] in starts for bare in self._words(form))
        }

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return the readings of an attested form, the likeliest first."""
        return tuple([Reading(bare, self._stem(bare)) for bare in self._words(form)])

    def _words(self, form: str) -> tuple[str, ...]:
        return self._bares.get(form) or (form,)

    def _bearing_on(self, changed: AbstractSet[str]) -> AbstractSet[str]:
        """Return the forms that may be read otherwise as words where it *changed* how often some occur."""
        words = changed | {form.removeprefix(self._habits.article) for form in changed}
        return self._forms.keys() & {
            prefix + word for prefix in ("", *self._habits.prefixes) for word in words
        }

    def _reread(self, former: Mapping[str, int], forms: Iterable[str]) -> set[str]:
        """Find the words of *forms* anew, or forget those that are none any more; return the words that came or went."""
        change: dict[str, int] = {}
        for form in forms:
            known = self._words(form) if form in former else ()
            found = self._bare_words(form) if form in self._forms else ()
            self._bares.pop(form, None)
            if found and found != (form,):
                self._bares[form] = found
            if found != known:
                for bare in known:
                    change[bare] = change.get(bare, 0) - 1
                for bare in found:
                    change[bare] = change.get(bare, 0) + 1
        moved = set()
        for bare, more in change.items():
            before = self._attested.pop(bare, 0)
            if before + more:
                self._attested[bare] = before + more
            if not before or not before + more:
                moved.add(bare)
        return moved

    def _bare_words(self, form: str) -> tuple[str, ...]:
        """Return the words a form may be: the likeliest first, the form itself among them if it is one."""
        habits = self._habits
        prefixes = [prefix for length, some in self._prefixes if (prefix := form[:length]) in some]
        if not prefixes:
            return (form,)
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
        known = self._stems.get(bare)
        if known is None:
            known = self._find_stem(bare)
            if known != bare:
                self._stems[bare] = known
        return known

    def _find_stem(self, bare: str) -> str:
        ending = self._habits.ending
        for length, some in self._suffixes:
            if (suffix := bare[-length:]) not in some:
                continue
            rest = bare[:-length]
            if len(rest) < WORD_MIN or rest in _NO_STEMS:
                continue
            if rest in self._attested:
                return self._stem(rest)
            if ending and suffix != ending and rest + ending in self._attested:
                return self._stem(rest + ending)
        if ending and bare.endswith(ending) and len(bare) > WORD_MIN:
            return bare[: -len(ending)]
        return bare


def _by_length(parts: Iterable[str]) -> list[tuple[int, frozenset[str]]]:
    """Return *parts* by length, the longest first: of each length a word has one."""
    lengths = sorted(set(map(len, parts)), reverse=True)
    return [(length, frozenset(part for part in parts if len(part) == length)) for length in lengths]


#: What remains of words whose ال is no article: the relative pronouns, God, now, to, except.
_NOT_AFTER_ARTICLE = frozenset(
    {"له", "ذي", "تي", "ان", "لذين", "ذين", "لاتي", "لتان", "لذان", "يه", "يها", "يك"}
)
#: Words of grammar that other words only seem to be made of: آلية is no form of إلى.
_NO_STEMS = frozenset(
    {"الي", "علي", "هذا", "ذلك", "بعد", "بين", "كان", "التي", "الذي", "كما", "غير", "لان", "حتي", "قبل"}
)
