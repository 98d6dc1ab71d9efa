"""Authors of pages: those whom the page names as having written the article, and nobody else.

In: the headers, and the short lines around the title. Out: the names and where they were found. What the page gives
for machines comes first; where that names only the site or nobody, a byline beside the title counts, if it has the
form of one. A page that names nobody has no author.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diwan.documents.names.bylines import bare_name, credit_of, is_house_beside, is_uncased, without_work
from diwan.documents.names.cities import is_place
from diwan.documents.names.dates import find_dates, without_date_label
from diwan.documents.names.given import begins_as_name, people_joined, with_plain_titles
from diwan.documents.names.mastheads import mastheads_called
from diwan.documents.names.owners import is_group, is_house
from diwan.documents.names.signatures import describes, has_role, is_agency, is_chinese_name
from diwan.documents.persons import is_label
from diwan.documents.phrases.cues import HAS_OUTLET_WORD, IS_CAPTION, IS_DATE_LABEL, IS_OTHER_CREDIT
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of, measure, squeezed
from diwan.documents.web.headers import Headers
from diwan.documents.web.names import ACCOUNT, AND, BY, names_in, stated
from diwan.documents.web.titles import site_names

#: Signs that may stand before and behind a name.
_ENDS = " .,;:|·•–—-*ـ"
_BAR = re.compile(r"\s+[|•·–—-]\s+")
_CUT = re.compile(r"\s[|•·–—ـ-]+\s|[|،,]")
#: What a byline calls the work of who is named behind it: *Interview: X*, *Words: X*.
_LABEL = re.compile(r"^[^\W\d_]{3,20}\s?[:：]\s+")
#: Who is named behind it saw to what others wrote.
_EDITOR = re.compile(r"^(?:editors?|editing|redaktur)(?:\s?[:：]|\s(?=[A-Z]))|^(?:编辑|編輯)", re.IGNORECASE)
#: What programs for sites say before who wrote (Drupal, Joomla), in words of which none alone says so, with the plain word.
_PROGRAMS = (
    (
        re.compile(
            r"^(?:(?:verfasst|geschrieben|veröffentlicht|erstellt|eingereicht|gespeichert)\s+von|(?:publié|écrit|rédigé|soumis|posté)\s+par"
            r"|(?:publicado|escrito|enviado|creado)\s+por|(?:pubblicato|scritto|inviato)\s+da|(?:geplaatst|geschreven|ingediend)\s+door"
            r")\s*:?\s+",
            re.IGNORECASE,
        ),
        "by ",
    ),
    (re.compile(r"^(?:نشرت?|كتب|أضيف|أرسل)\s+(?:بواسطة|من قبل)\s*:?\s+"), "بقلم "),
)
#: What stands between a name and a day, and is no word of the name.
_BEFORE_DAY = re.compile(r"\s(?:on|am|le|el|em|il|op|den|på|dne|dnia|в|في|بتاريخ)\s+(?=\d)", re.IGNORECASE)
_BY_WORD = re.compile(r"(?:^|\W)(?:by|von|par|por|di|door|av|af|przez|oleh|от|від|بقلم)\s+$", re.IGNORECASE)
#: Words of a name in a script without capitals, and what stands in no name.
_FEWEST, _MOST_PLAIN = 2, 4
_OTHER = re.compile(r"[\d:：!?؟@#()«»\"。，；！？《》（）“”]")
_BRACKETS = re.compile(r"\([^()]*\)")
#: How names of papers and stations end in Chinese, Japanese and Korean, and begin in Arabic, Persian and Urdu.
_PAPER = re.compile(
    r"(?:일보|신문|뉴스|방송|통신|매일|경제|미디어|新聞社?|日報|日报|晚报|晚報|早报|早報|时报|時報|新闻网|新聞網|电视台|電視台|通讯社|通訊社|編集部|编辑部|編輯部|[\u3400-\u9fff]{2}[报報网網刊])$"
    r"|^(?:صحيفة|جريدة|وكالة|قناة|موقع|مجلة|شبكة|تحرير|فريق|هيئة|خبرگزاری|روزنامه|شبکه|سرویس|گروه|تحریریه|روزنامہ|ویب)\s"
)
#: Signs of the longest Chinese name: what is longer behind one is none.
_LONGEST_CHINESE = 4
#: Letters of the longest sign of an agency or of a person, such as *dpa* or *kesm*.
_SIGN = 4
#: Names in the longest byline that is read off the page: more are a list of contributors. Letters of initials.
_MOST_SEEN, _INITIALS = 5, 3
#: Stretches between two authors of one byline, each in an element of their own: a role may stand between them.
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A short text near the title, and whether the markup names it a byline."""

    text: str
    named: bool
    #: The stretch that it stands in, and how the markup calls it: of several authors each may have a line so called.
    index: int = 0
    called: str = ""
    #: The text of the article where the line stands below its title and nothing but its form says that it names who wrote.
    among: str = ""


def authors_of(
    headers: Headers, lines: Sequence[Line], outlet: str, language: str | None
) -> tuple[tuple[str, ...], str]:
    """Return the authors and where they were found; *lines* are those that may name them, the surest first."""
    told = [(where, found) for where, found in stated(headers) if found]
    houses = (
        headers.host,
        *(headers.first(name) for name in ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher")),
    )
    called = {squeezed(name) for name in (outlet, *houses) if name}
    # A site of one person is called by their name; of a site that is not, part of the address is one word.
    site = called | {squeezed(name) for name in site_names(headers)}
    own = {name for _, found in told for name in found if squeezed(name) in (called if " " in name else site)}
    for where, found in told:
        # Beside people the site's name only says where they wrote.
        people = tuple(name for name in found if not (name in own or _is_handle(name) or is_group(name)))
        if people and not any(is_house(name) or _PAPER.search(name) for name in people):
            # Agencies and papers name themselves for machines, and below the title who wrote.
            if all(map(mastheads_called, people)) and (seen := _first_seen(lines, language, outlet)):
                return seen, "byline"
            return people, where
    if seen := _first_seen(lines, language, outlet):
        return seen, "byline"
    # Who is named by the site's own name is its author where it says nobody else; a handle names nobody.
    return next(
        (
            (found, where)
            for where, found in told
            for name in found
            if where != ACCOUNT
            if squeezed(name) in called or (name in own and not _is_handle(name))
        ),
        ((), ""),
    )


def _first_seen(lines: Sequence[Line], language: str | None, outlet: str) -> tuple[str, ...]:
    """Return the names of the first line that has some, and of those beside it that the markup calls the same.

    Of a byline in which only some have a link all are named.
    """
    found: dict[str, str] = {}
    last: Line | None = None
    beside = set[int]()
    for line in lines:
        if line.index in beside:
            all_named = {key_of(name): name for name in _seen(line, language, outlet)}
            if len(all_named) > len(found) and found.keys() <= all_named.keys():
                found = all_named
                continue
        if last and not (line.called and line.called == last.called and line.index - last.index <= _BESIDE):
            continue
        if names := _seen(line, language, outlet):
            found |= {key_of(name): name for name in names if key_of(name) not in found}
            last = line
            beside.add(line.index)
    return tuple(found.values()) if len(found) <= _MOST_SEEN else ()


def _is_handle(name: str) -> bool:
    """Tell whether a name is what somebody is called on a site: one small word, or one with digits, no agency's few letters."""
    if not name.isascii() or " " in name or "." in name or len(name) <= _SIGN:
        return False
    return name.islower() or any(map(str.isdigit, name))


def _seen(line: Line, language: str | None, outlet: str) -> tuple[str, ...]:
    """Return the names in a line that has the form of a byline: names with *by* or a date, or names alone."""
    text = _parted_from_day(with_plain_titles(_without_outlet(line.text.strip(), outlet)))
    for form, by in _PROGRAMS:
        text = form.sub(by, text)
    for part in (text, *_BAR.split(text)):
        credit = credit_of(measure(0, Piece(part, 1)), language)
        if credit and credit.is_byline and (line.named or credit.signed or _says_by(part, credit.names[0])):
            return _people_in(credit.names, outlet, language)
        begins = line.among and credit and credit.names and part.startswith(credit.names[0])
        if begins and credit and credit.is_byline and not credit.others:
            return _people_beside_day(credit.names, line.among, outlet, language)
    if _EDITOR.match(text) or IS_CAPTION.match(key_of(text)) or IS_OTHER_CREDIT.match(key_of(text)):
        return ()
    text = " ".join(_BRACKETS.sub("", _LABEL.sub("", text)).split())
    text = _before_motto(text) or text
    parts = [part for part in AND.split(BY.sub("", text)) if part.strip()] if line.named else []
    if parts and all(is_chinese_name(part.strip(_ENDS)) for part in parts):
        return tuple(part.strip(_ENDS) for part in parts)
    parts = [part for part in parts if part is parts[0] or not _is_beside(part, parts[0], language)]
    names = [_name_in(part.strip(_ENDS)) for part in parts]
    plain = _without_capitals(text, language) if _may_be_plain(line, names, language) else []
    if plain and (line.named or all(map(begins_as_name, plain))):
        return _people_in((one for name in plain for one in people_joined(name)), outlet, language)
    return _people_in(filter(None, names), outlet, language) if names and all(names) else ()


def _parted_from_day(text: str) -> str:
    """Return a line with a comma for the word before a day: *By X on 11 May*; behind a label it is part of that."""
    return _BEFORE_DAY.sub(
        lambda found: found[0] if without_date_label(text[: found.end()]) != text[: found.end()] else ", ",
        text,
    )


def _before_motto(text: str) -> str:
    """Return the Chinese name in a line that goes on with what the named says of themselves, as networks show it; empty where none is."""
    name, _, motto = text.partition(" ")
    return name if is_chinese_name(name) and len(motto) > _LONGEST_CHINESE and is_uncased(motto) else ""


def _without_outlet(text: str, outlet: str) -> str:
    """Return a byline without the outlet's name behind a sign at its end: *Rina Quist - The Quay*."""
    found = re.search(rf"\s+[-–—|/•·]\s+{re.escape(outlet)}$", text, re.IGNORECASE) if outlet else None
    return text[: found.start()] if found else text


def _name_in(part: str) -> str | None:
    """Return the name in a part of a byline that has nothing else but what the named is and where they wrote."""
    # A headline may go on behind a name (*X on the radio*); only a role has a place behind it.
    bare = without_work(part) if has_role(part) else part
    # *LHBC Quay correspondent* is a role at a station.
    if bare != part and is_house_beside(bare.split(" ")[0], ("",)) and not bare.isupper():
        return None
    return bare_name(measure(0, Piece(bare, 1)))


def _may_be_plain(line: Line, names: Sequence[str | None], language: str | None) -> bool:
    """Tell whether a line may name who wrote in a script without capitals: one named so, or one with a day below the title."""
    return not all(names) if line.named else bool(line.among and find_dates(line.text, language))


def _people_beside_day(
    names: Sequence[str], among: str, outlet: str, language: str | None
) -> tuple[str, ...]:
    """Return the *names* that stand before a day and nothing else; none where they may be a section or an outlet.

    Their words have no capitals in the text *among* which they stand. Of ten such lines of 246 pages nine are who wrote, as
    the page states for machines too where it names anybody, and one has the paper behind the name.
    """
    words = [word for name in names for word in name.split() if word[0] != word[0].lower()]
    small = any(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", among) for word in words)
    housed = any(HAS_OUTLET_WORD.search(key_of(name)) or " The " in name for name in names)
    return () if small or housed else _people_in(names, outlet, language)


def _is_beside(part: str, name: str, language: str | None) -> bool:
    """Tell whether a part behind a *name* says what the named is, for whom they wrote, or where."""
    house = is_agency(part) or is_house_beside(part, (name,))
    return house or describes(part) or is_place(key_of(part), language)


def _says_by(text: str, name: str) -> bool:
    """Tell whether a line says *by* right before a name, as behind a day: *4 May 2019, by X*."""
    return bool(_BY_WORD.search(text[: max(text.find(name), 0)]))


def _without_capitals(text: str, language: str | None) -> list[str]:
    """Return the names in a byline of a script without capitals, such as Arabic: two to four words beside a date."""
    # A Chinese name has no space; two such words are a name and what the site calls it.
    if language == "zh" or any(letter.lower() != letter.upper() for letter in text):
        return []
    for found in reversed(find_dates(text, language)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    parts = [part.strip(_ENDS) for part in _CUT.split(text)]
    return [
        part
        for part in parts
        if _FEWEST <= len(part.split()) <= _MOST_PLAIN
        and not _OTHER.search(part)
        and not IS_DATE_LABEL.match(key_of(part))
    ]


def _people_in(names: Iterable[str], outlet: str, language: str | None) -> tuple[str, ...]:
    """Return *names* without the outlet's own, places, roles, and what is only made of initials, such as *AM UTC*."""
    full = (
        name
        for name in names
        if not name.isascii()
        or is_agency(name)
        or any(len(word) > _INITIALS or not word.isupper() for word in name.split())
    )
    return names_in(
        name
        for name in full
        if squeezed(name) != squeezed(outlet)
        and not (
            is_place(key_of(name), language) or has_role(name) or (is_label(name) and not is_agency(name))
        )
        # *Von der Gemeinde*: what has an article is no person.
        if not name.startswith(("der ", "dem ", "die "))
    )
