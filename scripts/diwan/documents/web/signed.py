"""Signed lines: which lines of a page may name who wrote it, the surest first.

In: the stretches around its title and those of its text, with their verdicts. Out: lines for `authors`: what the markup
marks or names as a byline, and what says so in words, below the title before what stands above it; the line with which
the text ends; and lines right below it that sign it. Lines of other articles, of readers and of pictures are left out.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import TypeAlias

from diwan.documents.names.bylines import is_uncased
from diwan.documents.names.given import begins_as_name
from diwan.documents.names.signatures import signed_in
from diwan.documents.phrases.cues import IS_BYLINE
from diwan.documents.shapes import key_of
from diwan.documents.web import places
from diwan.documents.web.authors import Line
from diwan.documents.web.days import full_year
from diwan.documents.web.ends import IS_SOURCE
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import HEADINGS, Element, Stretch, words_in
from diwan.documents.web.verdicts import Verdict

#: An address of mail, as archives write it for readers and not for machines, or as it is.
_ADDRESS = re.compile(r"\w@\w|\w (?:at|AT|\[at\]|\(at\)) \w")
#: Characters of the longest byline and dateline.
LONGEST = 160
#: Stretches of text before a name that signs it, characters of the longest, and the elements that hold lines.
_FEWEST_BEFORE, _LONGEST_NAME = 3, 40
_LIST_MARKS = ("-", "*", "+", "•")
_LINES = frozenset(("p", "div", "section", "article"))
#: Strength of what names in the markup, or a line below the title itself, call a byline; of what nothing does.
_NAMED_SO, _UNNAMED = 1, 3
#: Share of a teaser that is linked, and characters from which what stands beside a byline is a title; *By* and a day are less.
_MOSTLY, _LONGEST_BESIDE_BYLINE = 0.8, 25
_BYLINE = places.column("byline")
#: A word and a colon before a name.
_COLON = re.compile(r"^[^\W\d_]{3,20}\s?[:：]")
#: What stands before who asked, in an interview; who answered is named in the title or the lead, too.
_ASKED = re.compile(
    r"^(?:interview|entretien|entrevista|intervista|gespräch|vraaggesprek|intervju|haastattelu|wywiad|rozhovor|interviu|интервью|інтерв['’]ю"
    r"|συνέντευξη|röportaj|söyleşi|wawancara|حوار|گفت‌?و‌?گو|ראיון)\s?[:：]\s+(?=\S+ \S)",
    re.IGNORECASE,
)
#: Who wrote in brackets at the beginning of a Chinese report, behind the place and the day, and paragraphs that may begin so.
_IN_DATELINE = re.compile(
    r"^[^。]{0,40}?[(（【〔](?=[^()（）【】〔〕]{0,12}(?:[记記]者|通[讯訊][员員]))([^()（）【】〔〕]{4,60})[)）】〕]"
)
_MAY_BEGIN = 3
#: Behind which in a line below the text something else is said.
_NEXT_LABEL = re.compile(r"\s(?=[^\W\d_]{3,20}\s?[:：]\s)")
#: Levels up within which a name has its card.
_CARD = 2
_RELATED, _CAPTION = places.column("related"), places.column("caption")
_PICTURE = re.compile(r"photo|foto|image|img|picture|credit(?!s)|caption|figure|slide|galler", re.IGNORECASE)
#: Stretches below the text in which it is signed, characters of the longest, and levels within which teasers are named so.
_BELOW, _LONGEST_SIGNED, _FAR_FROM_RELATED = 3, 80, 4
#: Stretches at the end of the text that may sign it: an appeal may stand behind.
_LAST = 2
#: Words of the longest name that stands alone.
_MOST_NAMES = 4
#: Words of the longest such line without a colon: *The questions were asked by* and a name.
_SHORT = 7
#: Where names are of others: readers who comment, who posted what is shown, who made a picture. With the levels up within
#: which that is said: bodies of whole pages are named by what they allow, as `has-comments`.
_OF_OTHERS = tuple(
    (places.column(name), level)
    for name, level in (("comment", 3), ("cited", 5), ("<figcaption>", 4), ("caption", 2))
)
#: Stretches below the title in which a name with a day beside it is that of who wrote: a lead and a picture may stand between.
_BESIDE_TITLE = 5
#: Addresses of the pages that sites have on those who write for them, and characters of a line that is little more than such a link.
_LEADS_TO_AUTHOR = re.compile(
    r"(?:^|/)(?:authors?|autor(?:es|en|i|a)?|auteurs?|writers?|contributors?|journalists?|reporters?|columnists?|signataires?"
    r"|redakteur|skribent(?:er)?|yazar(?:lar)?|penulis|editors)(?:[/=]|-page/)|/@[\w.-]+/?(?:[?#]|$)",
    re.IGNORECASE,
)
#: The same of anybody, as below the title only who wrote is led to: above it, it is who reads.
_LEADS_TO_PERSON = re.compile(
    r"(?:^|/)(?:profiles?|profil|perfil|people|persons?|staff|team|bylines?|by|correspondents?|firmas?|autori|autorzy|avtor(?:y|s)?)/[\w%.~-]"
    r"|/person-\d",
    re.IGNORECASE,
)
_LONGEST_BESIDE_LINK = 60
#: Names in markup that say so of a few words in a line; `hints` has more, which also name credits of pictures.
_NAMED = re.compile(
    r"(?<!tweet-)author|byline|autor|auteur|writer|redakt|journalist|penulis|yazar", re.IGNORECASE
)
#: Of users: of the first post of a page below its title; above it the name is that of a form to log in.
_USER = re.compile(r"user-?name", re.IGNORECASE)


#: How sure a line is, the surest first, whether it stands above the title, its stretch, its words, how the markup calls it.
_Entry: TypeAlias = tuple[int, bool, int, str, str]


def lines_of(
    near: Sequence[Stretch],
    start: int,
    stretches: Sequence[Stretch],
    verdicts: Sequence[Verdict],
    known: Places,
) -> list[Line]:
    """Return the lines that may name who wrote; *near* are those around the title, which is at *start*."""
    among = "\n".join(one.text for one, verdict in zip(stretches, verdicts, strict=True) if verdict.kept)
    return [
        *(_below_title(line, start, among) for line in _bylines(near, start, stretches, known)),
        *_in_dateline(stretches, verdicts),
        *_closing(stretches, verdicts),
        *_below(stretches, verdicts, known),
        *_given_names(near, start, stretches, verdicts),
    ]


def _in_dateline(stretches: Sequence[Stretch], verdicts: Sequence[Verdict]) -> list[Line]:
    """Return what stands in brackets behind the place and the day with which a report begins, if it names reporters."""
    kept = (one for one, verdict in zip(stretches, verdicts, strict=True) if verdict.kept)
    opening = [(one.index, _IN_DATELINE.match(one.text)) for one in islice(kept, _MAY_BEGIN)]
    return [Line(found[1], named=False, index=index) for index, found in opening if found]


def _given_names(
    near: Sequence[Stretch], start: int, stretches: Sequence[Stretch], verdicts: Sequence[Verdict]
) -> list[Line]:
    """Return the lines between title and text that begin with a given name, in scripts without capitals, if no text speaks of it."""
    named = [
        one
        for one in near
        if one.index > start
        and len(one.key.split()) <= _MOST_NAMES
        and is_uncased(one.text)
        and begins_as_name(one.text)
    ]
    if not named:
        return []
    said = [stretches[start].key] + [
        one.key
        for one, verdict in zip(stretches, verdicts, strict=True)
        if verdict.kept and len(one.key.split()) > _MOST_NAMES
    ]
    return [
        Line(one.text, named=True, index=one.index)
        for one in named
        if not any(f" {one.key.split()[-1]} " in key for key in said)
    ]


def _bylines(near: Sequence[Stretch], start: int, stretches: Sequence[Stretch], known: Places) -> list[Line]:
    """Return what may name the authors, the surest first: what is marked so, what is named so, what says so.

    What stands below the title, which is at *start*, comes before what is as sure above it.
    """
    found: list[_Entry] = []
    title = set(stretches[start].chain) if start < len(stretches) else set()
    for stretch in near:
        above = stretch.index < start
        if _is_of_others(stretch, known, title) and not _leads_to_author(stretch):
            continue
        own = _own(stretch, above=above)
        place = known.of(stretch.element)
        named = place.levels[_BYLINE] <= 1
        says = not above and not own and IS_BYLINE.match(stretch.key)
        asked = "" if above else _who_asked(stretch, near)
        rows = stretch.text.replace(" | ", ": ").split("\n") if stretch.is_table else [asked or stretch.text]
        if says and (first := _first_line(stretch)):
            found.append((_NAMED_SO, above, stretch.index, first, ""))
        strength = _NAMED_SO if says else 2 if named or asked else _UNNAMED
        found += own
        # Boxes laid out alike in one that is named so have a name each.
        found += [
            (strength, above, stretch.index, full_year(row), place.signature if named else "") for row in rows
        ]
    return [
        Line(text, named=strength < _UNNAMED, index=index, called=called)
        for strength, _, index, text, called in sorted(found, key=itemgetter(0, 1, 2))
    ]


def _own(stretch: Stretch, *, above: bool) -> list[_Entry]:
    """Return what elements within a stretch say of who wrote; links to them first: what holds one may go on behind the name."""
    short = len(stretch.text) <= _LONGEST_BESIDE_LINK
    links: dict[str, _Entry] = {}
    others: list[_Entry] = []
    for element in stretch.element.iter("a", "span", "strong", "b", "em", "i", "cite", "address", "div", "p"):
        marked, called = _is_marked(element), _called(element)
        href = element.get("href") or ""
        leads = _LEADS_TO_AUTHOR.search(href) or (not above and _LEADS_TO_PERSON.search(href))
        led = short and element.tag == "a" and leads
        told = marked or led or _NAMED.search(called) or (not above and _USER.search(called))
        text = " ".join(words_in(element)) if told else "" if above else _before_mail(element, stretch)
        if (
            text
            and len(text) <= LONGEST
            and (element.get("rel") == "author" or not _is_teaser(stretch, text))
        ):
            entry = (0 if marked else _NAMED_SO, above, stretch.index, text, called)
            if led:
                # A second link to the same page is one to all that its owner wrote.
                links.setdefault(href, entry)
            else:
                others.append(entry)
    return [*links.values(), *others]


def _below_title(line: Line, start: int, among: str) -> Line:
    """Return *line* with the text *among* which it stands, if it is right below the title, and nothing names it a byline."""
    beside = not line.named and 0 < line.index - start <= _BESIDE_TITLE and len(line.text) <= _LONGEST_SIGNED
    return replace(line, among=among) if beside else line


def _is_of_others(stretch: Stretch, known: Places, title: Collection[Element]) -> bool:
    """Tell whether names in *stretch* are of others than who wrote, as something around it says that is not around the *title*.

    An `address` is that of the author of what it stands in (https://html.spec.whatwg.org/#the-address-element).
    """
    levels = known.of(stretch.element).levels
    # *Media* in a name is the house's as often as a picture.
    housed = levels[_BYLINE] == 0 and not _PICTURE.search(stretch.element.get("class") or "")
    others = (one for one in _OF_OTHERS if not (housed and one[0] == _CAPTION))
    up = (level for column, most in others if (level := levels[column]) < most)
    return stretch.element.tag != "address" and any(stretch.chain[level] not in title for level in up)


def _leads_to_author(stretch: Stretch) -> bool:
    """Tell whether a link in *stretch* leads to who wrote, as the markup says of no reader who comments."""
    return any(link.get("rel") == "author" for link in stretch.element.iter("a"))


def _first_line(stretch: Stretch) -> str:
    """Return the first line of a byline of several, as old pages have them: who wrote, a paper, how to write to them."""
    for line_break in stretch.element.iter("br"):
        after = line_break.getnext()
        behind = " ".join((line_break.tail or "").split()) or (
            " ".join(words_in(after)) if after is not None else ""
        )
        first, found, _ = stretch.text.partition(f" {behind}")
        if behind and found:
            return first
    return ""


def _who_asked(stretch: Stretch, near: Sequence[Stretch]) -> str:
    """Return who is named behind a label such as *Interview*, if nothing else beside the title speaks of them."""
    name = _ASKED.sub("", stretch.text)
    if name == stretch.text:
        return ""
    family = name.split()[-1]
    return "" if any(family in one.text for one in near if one is not stretch) else name


def _before_mail(element: Element, stretch: Stretch) -> str:
    """Return what stands before an address of mail that is a link: archives of lists have the name of who wrote there.

    In scripts without capitals nothing tells a name from a title there.
    """
    address = " ".join(words_in(element))
    if not (element.get("href") or "").lower().startswith("mailto:") or not _ADDRESS.search(address):
        return ""
    name = stretch.text.partition(address)[0]
    return "" if is_uncased(name) else name


def _below(stretches: Sequence[Stretch], verdicts: Sequence[Verdict], known: Places) -> list[Line]:
    """Return the lines right below the text, or the last of it, that sign it: in a form of their own, or behind a label and a colon."""
    kept = [index for index, verdict in enumerate(verdicts) if verdict.kept]
    below = kept[-1] + 1 if kept else len(stretches)
    signed = [
        Line(part, named=False, index=stretch.index)
        for stretch in (*(stretches[index] for index in kept[-_LAST:]), *stretches[below : below + _BELOW])
        if len(stretch.text) <= _LONGEST_SIGNED
        and known.of(stretch.element).levels[_RELATED] > _FAR_FROM_RELATED
        for part in _NEXT_LABEL.split(stretch.text)
        if _signs(part, in_text=stretch.index < below)
    ]
    return signed + _marked_below(stretches[below : below + _BELOW], known)


def _marked_below(stretches: Sequence[Stretch], known: Places) -> list[Line]:
    """Return the lines that the markup calls bylines right below the text, as blogs have them; behind a heading another text begins."""
    found: list[Line] = []
    for stretch in stretches:
        if stretch.element.tag in HEADINGS:
            break
        near_related = known.of(stretch.element).levels[_RELATED] <= _FAR_FROM_RELATED
        if near_related or _is_of_others(stretch, known, ()):
            continue
        for element in stretch.element.iter("a", "span", "cite", "address", "div", "p"):
            text = " ".join(words_in(element)) if _calls_author(element) else ""
            if text and len(text) <= _LONGEST_BESIDE_LINK:
                found.append(Line(text, named=True, index=stretch.index))
    return found


def _calls_author(element: Element) -> bool:
    """Tell whether the markup says that an element names who wrote."""
    return _is_marked(element) or bool(_NAMED.search(_called(element)))


def _is_marked(element: Element) -> bool:
    """Tell whether the markup says by what is meant for it that an element names who wrote."""
    if "fn" in (element.get("class") or "").split():
        # The full name on a card of hCard (http://microformats.org/wiki/hcard), in which blogs put who posted an entry.
        cards = islice(element.iterancestors(), _CARD)
        return any("vcard" in (one.get("class") or "").split() for one in cards)
    return element.get("rel") == "author" or "author" in (element.get("itemprop") or "").lower()


def _called(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _signs(text: str, *, in_text: bool) -> bool:
    """Tell whether a line below the text signs it, or the last of the text does; there its words for *by* may do without a colon."""
    if signed_in(text)[0]:
        return True
    short = in_text and len(text.split()) <= _SHORT
    return bool(IS_BYLINE.match(key_of(text))) and bool(short or _COLON.search(text))


def _is_teaser(stretch: Stretch, byline: str) -> bool:
    """Tell whether the *byline* in a stretch is that of another article: most of it is a link that says more."""
    return (
        stretch.linked > stretch.size * _MOSTLY and len(stretch.text) - len(byline) > _LONGEST_BESIDE_BYLINE
    )


def _closing(stretches: Sequence[Stretch], verdicts: Sequence[Verdict]) -> list[Line]:
    """Return the line with which the text ends, if it may be the name of who wrote: short, no link, no item of a list."""
    kept = [stretch for stretch, verdict in zip(stretches, verdicts, strict=True) if verdict.kept]
    if len(kept) < _FEWEST_BEFORE or len(kept[-1].text) > _LONGEST_NAME or kept[-1].size == 0:
        return []
    last, before = kept[-1], kept[-2]
    no_name = last.text.startswith(_LIST_MARKS) or IS_SOURCE.match(last.key)
    alone = last.element.tag in _LINES and before.size > _LONGEST_NAME and not last.linked and not no_name
    return [Line(last.text, named=True)] if alone and before.element.tag in _LINES else []
