"""The language of a text: the script first, and lingua where several languages share it.

In: some text. Out: its BCP 47 tag, or None where there is too little to tell. Only languages likely in a press
corpus are considered, and only the first characters: both make short texts right more often, and loading fast.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from diwan.text.characters import Kinds, codes_of

if TYPE_CHECKING:
    from lingua import LanguageDetector

#: What tells languages, for the report of a document in which none is stated.
TELLER = f"lingua {version('lingua-language-detector')}"
#: Characters that are looked at. On 246 articles in twenty languages 200, 300 and 500 gave one wrong answer, 150
#: and 1000 two; the time grows with the length.
SAMPLE_LENGTH = 300
#: Letters below which several languages of one script cannot be told apart: about four words.
_FEWEST_LETTERS = 20

#: Confidence (0 to 1, of lingua) from which a block is in another language than its document, and down to which it
#: is not in the document's: near relatives such as Danish and Norwegian share out their confidence.
_SURELY, _SURELY_NOT = 0.8, 0.05

#: Letters that one sign of a script says as much as, or a little fewer: names and commands in Latin letters make up half of the
#: letters of many a Chinese text.
_LETTERS_TO_A_SIGN = {"Han": 2, "Kana": 2, "Hangul": 2}

#: Scripts, each with its letters, as a class of characters.
_SCRIPTS = {
    "Latin": "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]",
    "Arabic": "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]",
    "Cyrillic": "[\u0400-\u052f]",
    "Greek": "[\u0370-\u03ff\u1f00-\u1fff]",
    "Hebrew": "[\u0590-\u05ff\ufb1d-\ufb4f]",
    "Kana": "[\u3040-\u30ff]",
    "Hangul": "[\uac00-\ud7af\u1100-\u11ff]",
    "Han": "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]",
    "Devanagari": "[\u0900-\u097f]",
    "Bengali": "[\u0980-\u09ff]",
    "Gurmukhi": "[\u0a00-\u0a7f]",
    "Gujarati": "[\u0a80-\u0aff]",
    "Oriya": "[\u0b00-\u0b7f]",
    "Tamil": "[\u0b80-\u0bff]",
    "Telugu": "[\u0c00-\u0c7f]",
    "Kannada": "[\u0c80-\u0cff]",
    "Malayalam": "[\u0d00-\u0d7f]",
    "Sinhala": "[\u0d80-\u0dff]",
    "Thai": "[\u0e00-\u0e7f]",
    "Lao": "[\u0e80-\u0eff]",
    "Burmese": "[\u1000-\u109f]",
    "Georgian": "[\u10a0-\u10ff]",
    "Ethiopic": "[\u1200-\u137f]",
    "Khmer": "[\u1780-\u17ff]",
    "Armenian": "[\u0530-\u058f]",
    "Thaana": "[\u0780-\u07bf]",
}
#: Scripts that one language of today's press writes, or nearly so.
_ONE_LANGUAGE = {
    "Greek": "el",
    "Kana": "ja",
    "Hangul": "ko",
    "Han": "zh",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Oriya": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Burmese": "my",
    "Georgian": "ka",
    "Ethiopic": "am",
    "Khmer": "km",
    "Armenian": "hy",
    "Thaana": "dv",
    "Hebrew": "he",
}
#: Languages that lingua tells apart within a script, by ISO 639-1 code.
_SHARED = {
    "Latin": "en fr de es pt it nl tr pl sv da nb fi cs sk sl hr hu ro sq lt lv et id ms vi tl sw so az ca is",
    "Arabic": "ar fa ur",
    "Cyrillic": "ru uk be bg sr mk kk mn",
    "Devanagari": "hi mr",
}
#: Languages that are written in Latin letters and in no others.
_LATIN_ALONE = frozenset(_SHARED["Latin"].split()) - {"az", "ms", "ro"}
#: The commonest words of the languages met most: where they abound, lingua need not be asked, which takes 2 ms. Words
#: that relatives share (`de`, `la`, `و`) tell nothing and are left out.
_COMMON_WORDS = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that is for with was by has as on it at from be are his its this an not have which had"
        " their said but were will",
        "de": "der die und das den dem von mit ist nicht ein eine auf für zu im des sich auch als es an werden aus er hat"
        " dass sie nach bei einer einem einen wird sind noch wie",
        "fr": "le les des et du une est dans pour qui par sur au pas ce il plus avec ne sont cette aux ses ont mais être",
        "es": "el los las del y una con por su lo más es al se para como sus este pero ha sobre entre fue también",
        "it": "il di della che gli un è per nel del dei sono alla con si non le da anche dal delle come più nella ha",
        "pt": "o os do da dos das em não uma ao pelo na é um com para se no mais por como foi sua à pela nos nas são",
        "nl": "het een van dat op te zijn voor niet aan er worden ook bij naar om uit wordt heeft maar nog",
        "tr": "ve bir bu için ile olarak çok olan daha gibi ise kadar sonra ancak değil göre",
        "pl": "w na się nie że z jest przez oraz które i do od jak dla był czy tym są już",
        "ar": "في من على إلى الى أن ان التي الذي هذا هذه عن مع لا بين قد ذلك كما لم ما كان كانت بعد أو خلال حيث وقد وفي",
        "fa": "در به از که این را است با برای آن های می شد خود تا شده یک ها هم بر اين كه ميشود کرد بود",
        "ur": "کے کی میں ہے کو سے نے اور کا پر ہیں یہ کہ بھی اس تھا ایک نہیں ہو کر گیا",
    }.items()
}
#: The languages in which each of them is common.
_COMMON_IN: dict[str, list[str]] = {}
for _code, _words in _COMMON_WORDS.items():
    for _word in _words:
        _COMMON_IN.setdefault(_word, []).append(_code)
#: Share of the words of a sample, their number, and how many times those of any other language: half of what running
#: English has, and met by no sample of another language among 246 articles in twenty.
_COMMON_SHARE, _FEWEST_COMMON, _CLEARLY = 0.15, 6, 3
#: The same for a longer sample, which is looked at where the first tells nothing: fewer common words are enough there,
#: but relatives that are not listed here (Slovak beside Polish) must not pass, whose words are others' too.
LONG_SAMPLE_LENGTH, _COMMON_SHARE_LONG, _CLEARLY_LONG = 1_500, 0.1, 6

#: Near relatives that lingua tells apart by more text only: of six paragraphs of Indonesian it took three for Malay, and an
#: opening of 300 characters too; of 1,500 characters of either none. A paragraph of one is never surely in the other.
_KIN = frozenset(("id", "ms"))

#: Letters that only one language of the script uses: languages that lingua does not know, in the order asked.
_OWN_LETTERS = (
    ("Arabic", "ckb", re.compile("[ێۆڵڕ]")),
    ("Arabic", "ps", re.compile("[ښۍټډړګځڅ]")),
    ("Arabic", "ug", re.compile("[ۇۈۋ]")),
    ("Arabic", "sd", re.compile("[ڄڃٻڀٺڦ]")),
    ("Hebrew", "yi", re.compile("[ײױװ]")),
)
#: Share of the letters of a sample that must be a language's own for it: Urdu has ټ in a name now and then.
_OWN_SHARE = 0.01
#: Share of kana or Hangul at which Chinese characters beside them are Japanese or Korean.
_EAST_ASIAN_SHARE = 0.1


#: Scripts by number; what is no letter of any has the second, since 0 stands for what was not met.
_NAMES = ("", "", *_SCRIPTS)


def _number_of(character: str) -> int:
    return next((_NAMES.index(name) for name, letters in _SCRIPTS.items() if re.match(letters, character)), 1)


_NUMBERS = Kinds(_number_of)


def _scripts_in(text: str) -> dict[str, int]:
    """Return how many letters of each script *text* has, in the order in which they first occur."""
    numbers = _NUMBERS.of(codes_of(text))
    counts = np.bincount(numbers, minlength=len(_NAMES)).tolist()
    found = [number for number in range(2, len(_NAMES)) if counts[number]]
    if len(found) > 1:
        found.sort(key=numbers.tolist().index)
    return {_NAMES[number]: counts[number] for number in found}


def script_of(text: str) -> str | None:
    """Return the script in which most letters of *text* are written."""
    if text.isascii():
        return "Latin" if text.lower() != text.upper() else None
    return _foremost(_scripts_in(text))


def scripts_of(texts: Sequence[str]) -> list[str | None]:
    """Return the script of each of *texts*, the letters of most of them counted all at once."""
    likely = script_of(max(texts, key=len, default=""))
    if likely is None or likely == "Han":
        return list(map(script_of, texts))
    told = iter(_scripts_of([text for text in texts if not text.isascii()], likely))
    return [script_of(text) if text.isascii() else next(told) for text in texts]


def _scripts_of(texts: Sequence[str], likely: str) -> list[str | None]:
    """Return the script of each of *texts*, most of which are in the *likely* one."""
    if not texts:
        return []
    # Of a text with more than half of its characters in one script that is the script, except beside Chinese. Each is
    # counted with the line end behind it, so that none is empty.
    is_likely = _NUMBERS.of(codes_of("\n".join((*texts, "")))) == _NAMES.index(likely)
    starts = [0, *accumulate(len(text) + 1 for text in texts[:-1])]
    counts = np.add.reduceat(is_likely, starts, dtype=np.intp).tolist()
    return [
        likely if count * 2 > len(text) else script_of(text)
        for text, count in zip(texts, counts, strict=True)
    ]


def _foremost(counts: dict[str, int]) -> str | None:
    """Return the script of most letters; Japanese and Korean are told from Chinese by what they have beside it."""
    script = max(counts, key=counts.__getitem__, default=None)
    if script == "Han":
        for partner in ("Kana", "Hangul"):
            if counts.get(partner, 0) > counts["Han"] * _EAST_ASIAN_SHARE:
                return partner
    return script


def contradicts(text: str, language: str) -> bool:
    """Whether *text* is not in *language*, which its file states: programs state their own where nobody gave another.

    Only by its script, and only of languages that no press writes in several.
    """
    script = script_of(text[:SAMPLE_LENGTH])
    return script not in ("Latin", None) and language in _LATIN_ALONE


def detect_language(text: str) -> str | None:
    """Return the language of *text*, or None where it cannot be told."""
    sample = text[:SAMPLE_LENGTH]
    counts = _scripts_in(sample)
    script = _foremost({name: count * _LETTERS_TO_A_SIGN.get(name, 1) for name, count in counts.items()})
    if script is None:
        return None
    letters = counts[script]
    for shared_script, language, own in _OWN_LETTERS:
        if script == shared_script and len(own.findall(sample)) > max(1.0, letters * _OWN_SHARE):
            return language
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if letters < _FEWEST_LETTERS:
        return None
    return (
        _by_common_words(sample, _COMMON_SHARE, _CLEARLY)
        or _by_common_words(text[:LONG_SAMPLE_LENGTH], _COMMON_SHARE_LONG, _CLEARLY_LONG)
        or _told_apart(script, text)
    )


def sure_language(text: str) -> str | None:
    """Return the language of *text*, such as a title alone, or None where it is not sure.

    Of 259 titles of articles in twenty languages 231 are told, two of them wrongly; of all of which there is an answer 14
    would be, most of them of two or three words that are names.
    """
    script = script_of(text)
    if script is None or script in _ONE_LANGUAGE or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return _ONE_LANGUAGE.get(script or "")
    best = _lingua(script).compute_language_confidence_values(text)[0] if script in _SHARED else None
    return detect_language(text) if best and best.value >= _SURELY else None


def clearly_other(text: str, language: str, *, is_kin: bool = False) -> str | None:
    """Return the language of *text* if it is surely another than *language*, of the same script.

    Of a text whose words the document has elsewhere too (*is_kin*) one common word of *language* is proof enough that it is
    not, if no other language has more.
    """
    sample = text[:SAMPLE_LENGTH]
    script = script_of(sample)
    if script not in _SHARED or language not in _SHARED[script].split():
        return None
    hits = _hits(sample.lower().split())
    own, clearly = hits.pop(language, 0), 1 if is_kin else _CLEARLY
    if own >= clearly and own >= max(hits.values()) * clearly:
        return None
    values = _lingua(script).compute_language_confidence_values(sample)
    best = values[0].language.iso_code_639_1.name.lower()
    if {best, language} == _KIN:
        return None
    of_expected = next(
        value.value for value in values if value.language.iso_code_639_1.name.lower() == language
    )
    return best if values[0].value >= _SURELY and of_expected <= _SURELY_NOT else None


def _by_common_words(sample: str, share: float, clearly: int) -> str | None:
    """Return the language whose commonest words make up a *share* of a sample, if no other comes near."""
    words = sample.lower().split()
    hits, language = _leading(words, clearly)
    return language if hits >= max(len(words) * share, _FEWEST_COMMON) else None


def _leading(words: Sequence[str], clearly: int) -> tuple[int, str | None]:
    """Return how many of *words* are common in the language that has most, and the language if it *clearly* leads."""
    hits = _hits(words)
    (second, _), (most, language) = sorted(zip(hits.values(), hits, strict=True))[-2:]
    return most, language if most >= second * clearly else None


def _hits(words: Sequence[str]) -> dict[str, int]:
    """Return how many of *words* are common in each language."""
    hits = dict.fromkeys(_COMMON_WORDS, 0)
    for word in filter(_COMMON_IN.__contains__, words):
        for code in _COMMON_IN[word]:
            hits[code] += 1
    return hits


def _told_apart(script: str, text: str) -> str | None:
    found = _heard(script, text[:SAMPLE_LENGTH])
    return _heard(script, text[:LONG_SAMPLE_LENGTH]) if found in _KIN else found


def _heard(script: str, sample: str) -> str | None:
    language = _lingua(script).detect_language_of(sample)
    return language.iso_code_639_1.name.lower() if language else None


def get_ready() -> None:
    """Load what tells apart the languages of the script that most have, which otherwise waits until it is first asked."""
    _told_apart("Latin", "some words")


@cache
def _lingua(script: str) -> "LanguageDetector":
    """Return a detector for the languages of *script*; its models load once per process.

    Sequences of three letters are looked at, not those of one to five: on 744 pieces of 300 characters in twenty
    languages either gave 5 wrong answers, but all five take 4 seconds and 750 MB to load, the three 0.2 and 60.
    """
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, code.upper()) for code in _SHARED[script].split()]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
