"""Bylines and datelines: the short lines that say who wrote and when.

In: a shape and the language. Out: the dates in it, the names in it, and whether it holds nothing else. A name is
told by its form: two to five words, each with a capital in scripts that have them. Where a script has no capitals,
only a word such as *by* in front makes words a name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diwan.documents.names.cities import is_place
from diwan.documents.names.dates import find_dates, without_date_label
from diwan.documents.names.given import begins_as_name, with_plain_titles
from diwan.documents.names.issue import by_issue
from diwan.documents.names.moments import without_moments
from diwan.documents.names.signatures import describes, is_agency, is_role, signed_in, without_roles
from diwan.documents.names.weekdays import without_weekday
from diwan.documents.phrases.cues import IS_BYLINE, IS_CAPTION, IS_DATE_LABEL, IS_OTHER_CREDIT, IS_TALK_WITH
from diwan.documents.shapes import MARKS, UNSPACED_BY_CLAUSE, WORD, Shape, key_of

#: Columns of the longest line that only says who and when: three authors with dates of issue and change have 120.
LONGEST = 140
#: Words of a name: `Khalid bin Abdullah bin Ali Al Khalifa` has seven, but without particles four.
_FEWEST_NAMES, _MOST_NAMES = 2, 5
#: Signs of the longest part of a name in Chinese or Japanese: names of other languages are written with a point between
#: their parts, and more signs behind *author* are a sentence that speaks of one.
_LONGEST_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff]{9}")
#: Signs of such a script that say as much as a word, or a little more: names of houses and cities have up to five.
_SIGNS_TO_A_WORD = 3
#: Letters of the longest initials.
_INITIALS = 3
#: Words that a line may have beside its date and still be a dateline: a weekday, a city, `GMT`.
_OTHER_WORDS = 5

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "bint", "abu", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "van",
     "von", "der", "den", "ter", "ten", "la", "le", "y", "e", "und", "zu", "af", "ul", "i", "ال", "بن"}
)  # fmt: skip
#: What is in every date, in keys, which have the digits of all scripts as those of ASCII: a digit, or the Chinese word for year.
_IN_DATES = re.compile("[0-9年]")
_TIME = re.compile(
    r"\b\d{1,2}\s?[:.hH時시]\s?\d{2}(?:[:分분]\s?\d{0,2}[秒초]?)?(?:\s?[apAP]\.?[mM]\b\.?)?(?:\s?(?:GMT|UTC|[A-Z]{2,4}T|Uhr|hrs)\b)?"
)
_SEPARATORS = re.compile(r"\s*(?:[|•·,،;；/()\[\]–—―…]|\s-\s|\s-$|^-\s|:\s|:$|\s{2,})\s*")
_AND = re.compile(
    r"(?:^|\s+)(?:with|avec|mit|con|com)\s+|\s+(?:and|und|et|y|e|og|och|en|i|и|та|ve|dan|و|&)\s+|\s+و(?=\w{3})|、"
)
_BAR = re.compile(r"\s[|•·]\s")
#: Behind which no further name stands, but a paper, a city or a role.
_BARS = re.compile(r"[|•·–—―-]")
#: Words of the longest role: *AP National Political Writer* and *Head of the Middle East Desk*.
_LONGEST_ROLE = 6
#: What somebody is called on a network, or an address of mail.
_HANDLE = re.compile(r"[\w.+-]*@[\w.-]+")
#: What somebody is called between given and family name.
_CALLED = re.compile(r"(?<=\w)\s[\"“„«][^\"“”«»]{2,20}[\"”“»]\s(?=\w)")
#: Signs at the ends of a name that are none of its.
_ENDS = " .*ـ︱丨-–—"
#: Words behind *author* that go on to say what the author is.
_IS = ("为", "為", "是", "系")
#: What parts a name from a place or a house, in small letters; no name has it within.
_PLACE = re.compile(
    r"\s(?:in|for|from|at|on|reporting|aus|für|à|pour|desde|para|em|w|в|из|для|IN|FOR|FROM)(?=\s|$)"
)
#: Titles before a name.
_TITLED = re.compile(
    r"(?:(?:sir|dame|lord|prof|dr|amb|gen|maj|col|capt)\.?\s)+(?=[^\W\d_a-z])", re.IGNORECASE
)
_WORD = re.compile(rf"[^\W\d_][\w{MARKS}'’.-]*")
#: The number of a note, before a line that does not begin with its day.
_NUMBER = re.compile(r"\[\d{1,3}\]|\d{1,3}[.)]\s")
#: A word with a colon behind it.
_LABEL = re.compile(rf"(?:^|(?<=[\s|]))((?:[^\W\d_]|[{MARKS}]){{2,20}}\s?[:：])")
#: What stands behind a bar and a label.
_FACT = re.compile(rf"\|\s*((?:[^\W\d_]|[{MARKS}]){{2,20}})\s?[:：][^|]*")
#: Before a family name, in small letters: *d'Exemple*.
_ELIDED = re.compile(r"^(?:d|l|dell|dall)['’](?=\w)")
#: What names who wrote only with a colon behind it; without one it is a role, a button or the word of a headline.
_LABELLED = re.compile(r"(?:text|words|report|story|reporter|wartawan|laporan)\s?[:：]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """What a short line says about who and when: dates as EDTF with their calendars, names, and other words.

    Days of issue stand before days on which the text was changed.
    """

    dates: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    #: Whether the line itself says that it names who wrote.
    signed: bool
    #: How many words are neither date nor name.
    others: int
    #: Whether all its dates are days on which the text was changed.
    changed: bool = False
    #: The line without dates, times and names that a form of its own signs, bars in their place.
    rest: str = ""

    @property
    def is_byline(self) -> bool:
        """Whether the line only says who wrote, and perhaps when."""
        return bool(self.names) and (self.signed or bool(self.dates)) and self.others <= _OTHER_WORDS

    @property
    def is_dateline(self) -> bool:
        """Whether the line only says when."""
        return bool(self.dates) and not self.names and self.others <= _OTHER_WORDS

    @property
    def is_alone(self) -> bool:
        """Whether the line says nothing but who wrote or when."""
        return self.is_byline or self.is_dateline


def credit_of(shape: Shape, language: str | None, *, dated: bool = False) -> Credit | None:
    """Return what a line says about who and when; None where it says neither, or is too long to be such a line.

    With *dated* also where it does not say when.
    """
    if shape.width > LONGEST or not shape.words or (shape.marker and not shape.is_numbered):
        return None
    dates = find_dates(shape.text, language) if _IN_DATES.search(shape.key) else []
    if dated and not dates:
        return None
    if dates and dates[0].start > 0 and _NUMBER.match(shape.text):
        return None
    formal, _ = signed_in(shape.text)
    labelled = IS_BYLINE.match(shape.key) and not IS_TALK_WITH.match(shape.key)
    signed = bool(formal or labelled or _LABELLED.match(shape.text) or _says_by(_parted(shape.text)))
    if not dates and not signed:
        return None
    rest = shape.text
    for found in reversed(dates):
        before = without_weekday(without_date_label(rest[: found.start]), language)
        rest = f"{before} | {rest[found.end :]}"
    rest = with_plain_titles(without_moments(rest, language) or rest)
    formal, rest = signed_in(_parted(_TIME.sub(" | ", _HANDLE.sub(" ", rest))))
    names, others = names_in(_without_facts(rest, signed=signed), signed=signed and not formal)
    cities = [name for name in names if is_place(key_of(name), language)]
    others += sum(len(city.split()) for city in cities)
    names = [*formal, *(name for name in names if name not in cities)]
    if signed and not names and not dates:
        return None
    ranked, changed = by_issue(shape.text, dates)
    days = tuple((found.edtf, found.calendar) for found in ranked)
    return Credit(days, tuple(names), signed, others, changed and bool(days), rest)


def _parted(text: str) -> str:
    """Return a line with a bar before each label behind the first: *Author: X Source: Y*."""
    first = _LABEL.search(text)
    return text if first is None else text[: first.end()] + _LABEL.sub(r" | \1", text[first.end() :])


def _without_facts(rest: str, *, signed: bool) -> str:
    """Return a line without what it says behind further labels than who wrote: views, the source, the size of letters.

    A line that names nobody may be the beginning of a sentence (*4 May: …*), but in scripts without capitals.
    """
    return _FACT.sub(
        lambda fact: (
            fact[0] if IS_BYLINE.match(key_of(fact[1])) or not (signed or is_uncased(fact[1])) else " | "
        ),
        rest,
    )


def _says_by(text: str) -> bool:
    """Tell whether a part of a line behind a bar says that it names who wrote."""
    parts = _BAR.split(text)[1:]
    return any(IS_BYLINE.match(key_of(part)) for part in parts)


def names_in(rest: str, *, signed: bool) -> tuple[list[str], int]:
    """Return the names in what is left of a line without its dates, and how many other words it has."""
    names: list[str] = []
    others = 0
    ended = titled = False
    for bar, chunk in _chunks(rest):
        key = key_of(chunk)
        byline = IS_BYLINE.match(key)
        if byline:
            others += sum(len(_WORD.findall(name)) for name in names)
            names.clear()
        ended = not byline and (
            ended or bool(bar and names) or bool(IS_OTHER_CREDIT.match(key) or IS_CAPTION.match(key))
        )
        trusted, further_on = bool(byline) or (signed and not names), bool(names) and not byline
        first, *further = _AND.split(_without(chunk, byline or IS_DATE_LABEL.match(key)))
        # *Tom Hull Staff Writer, Eva Moss Staff Writer* are two; else what follows a name with a role is about the named.
        if names and not byline and not titled and (describes(first) or is_house_beside(first, names)):
            others += max(len(_WORD.findall(first)) - _LONGEST_ROLE, 0)
            first = ""
        for part in filter(None, (first, *further)):
            # Behind a name a place is of somebody's work: *Software Engineer at the Port*.
            bare = without_roles(part if further_on else _without_place(part))
            others += len(part.split()) - len(bare.split())
            # Beside a person an agency is where the rest is from.
            alone = bool(byline) and all(map(is_agency, names))
            named = _is_name(bare, signed=trusted) or (alone and is_agency(bare))
            if named and not ended and not is_role(bare):
                names.append(bare.strip(_ENDS))
                titled = not part.rstrip(" .*").endswith(bare)
            else:
                others += sum(map(_words_of, _WORD.findall(bare)))
    return names, others


def _words_of(run: str) -> int:
    """Return about how many words a run of letters has; in scripts without spaces those of a clause stand in one."""
    return max(len(run) // _SIGNS_TO_A_WORD, 1) if UNSPACED_BY_CLAUSE.match(run) else 1


def is_house_beside(part: str, names: Iterable[str]) -> bool:
    """Tell whether a part behind *names* is set as papers and stations are: *The Quay*, *da Quay*, *LHBC Lindhaven*."""
    words = _WORD.findall(part)
    shouted = any(len(word) >= _INITIALS and word.isupper() for word in words)
    opens = part.strip().startswith("The ") or part.strip()[:1].islower()
    return opens or (shouted and not any(word.isupper() for name in names for word in _WORD.findall(name)))


def without_work(part: str) -> str:
    """Return *part* without what the named is and where they wrote."""
    return without_roles(_without_place(part))


def _without_place(part: str) -> str:
    """Return *part* without where and for whom somebody wrote, behind a name: *in Beirut*, *for Harbour Radio*."""
    found = _PLACE.search(part)
    name = part[: found.start()] if found else part
    return name if _is_name(name, signed=False) or _is_name(without_roles(name), signed=False) else part


def _chunks(rest: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a line in order, each with whether a bar stands before it."""
    end, bar = 0, False
    for found in _SEPARATORS.finditer(rest):
        if rest[end : found.start()]:
            yield bar, rest[end : found.start()]
            bar = False
        end, bar = found.end(), bar or bool(_BARS.search(found.group()))
    if rest[end:]:
        yield bar, rest[end:]


def _without(chunk: str, label: re.Match[str] | None) -> str:
    """Return *chunk* without the words of the label it begins with."""
    if label is None:
        return chunk
    words = list(WORD.finditer(chunk))
    count = len(label.group().split())
    return chunk[words[count - 1].end() :].lstrip(" :：៖፦") if count <= len(words) else chunk


def _is_name(text: str, *, signed: bool) -> bool:
    text = _CALLED.sub(" ", text)
    words = _WORD.findall(text)
    if any(character.isdigit() or character in '@!?؛"“”«»©Ⓒ®' for character in text):
        return False
    full = [
        _ELIDED.sub("", word)
        for word in words
        if word.casefold() not in _PARTICLES and not word.casefold().startswith("al-")
    ]
    cased = [word for word in full if word[0].upper() != word[0].lower()]
    if cased:
        return (
            len(words) >= _FEWEST_NAMES
            and len(full) <= _MOST_NAMES
            and all(word[0].isupper() for word in cased)
            # `AM PST` and the `A- A+` of buttons for the size of letters are capitals alone.
            and any(not word.isupper() or len(word) > _INITIALS for word in cased)
        )
    if not is_uncased(text):
        return False
    # In scripts without capitals only the label speaks; Chinese and Japanese names are one run of 2 to 6 signs.
    short = len(words) <= _MOST_NAMES and not _LONGEST_RUN.search(text) and not text.startswith(_IS)
    return signed and bool(words) and short and len(text.strip()) >= _FEWEST_NAMES


def is_uncased(text: str) -> bool:
    """Tell whether *text* has no letter of a script with capitals."""
    return all(letter.lower() == letter.upper() for letter in text)


def is_marked_as_who(text: str) -> bool:
    """Tell whether a line is a name with a title before it or a role behind it, a role alone, or *by* with a role."""
    label = IS_BYLINE.match(key_of(text))
    if label and is_role(_without(text, label)):
        return True
    first, *behind = re.split(r"\s?[,،|]\s", _TITLED.sub("", text.strip()))
    titled = bool(_TITLED.match(text.strip())) or bool(behind)
    if begins_as_name(first):
        return len(text.split()) <= _MOST_NAMES
    bare = without_roles(first)
    named = _is_name(bare, signed=False) and (titled or bare != first)
    return is_role(text) or (named and all(map(describes, behind)))


def bare_name(shape: Shape) -> str | None:
    """Return the line as a name, if its form alone says so: capitals on every word, and nothing else."""
    text = shape.text.strip()
    if (
        shape.width > LONGEST // 3
        or shape.marker
        or not _is_name(text, signed=False)
        or _SEPARATORS.search(text)
    ):
        return None
    return text
