"""Texts to learn lines from: saved pages as text, with a letter for each line, in several forms and changed by lot.

FOLDER is one of saved pages with known text (`pagesfolder`); some have `text/ID.near.txt` and `text/ID.full.txt` with
a letter for each line in `labels/`. The other pages are turned into the same form: as text browsers show them
(inscriptis), indents cut to two columns, one in four without empty lines; cut to the article they begin some lines above
its title and end some below its text. Their lines are labelled by their known text: `b` text, `h` heading, `t` title,
`x` none of the article, `n` neutral. Pages that have texts, made anew in this way, come out as those are, and one in 75
of their lines with words gets another label.

Each page is learned from in up to four forms: whole, cut to the article's surroundings, without marks and indents as
from a clipboard, and the article alone. Behind those stand changed texts, which are not measured with: with a list made
into them (`listed`), between the surroundings of another page, with lines of the page strewn into the article, and in
another script (`rescripted`).
"""

import difflib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from lxml.html import HtmlElement, HTMLParser, document_fromstring, tostring

from breaking import broken
from diwan.documents.web.tree import decode_page
from listed import with_list
from pagesfolder import Known, key_of, load, tokens_of
from rescripted import NOT_FROM, rescripted

#: The form of what is written in another script.
RESCRIPTED = "script"
BODY, HEADING, OTHER, NEUTRAL, TITLE = "b", "h", "x", "n", "t"
#: Letters of the shortest line that is looked for inside others.
FEWEST = 8
#: Share of a known text that its page must have for the page to be learned from.
FOUND = 0.8
#: Of the changed texts, one in so many is learned from: all teach no more.
_ONE_IN = 2
#: Share of surroundings that are of a page in the same language, and of forms that get a list.
_SAME_LANGUAGE, _LISTED = 0.8, 0.5
#: Lines of another page before and after the article, and lines strewn in at a time.
_BEFORE, _AFTER, _STREWN = (1, 3, 6, 12, 25, 60), (2, 4, 8, 16, 30, 60), (1, 1, 2, 3, 5)
#: Lines with words above the title, and below the text, of a page cut to its article.
_ABOVE, _UNDER = (0, 9), (2, 15)
#: Lines above the text among which its title is looked for, and below it among which captions stand.
_OPENING, _ENDING = 25, 10
#: Columns at which lines are broken: what converters and most mailers take.
_WIDTH = 72
#: Letters of a line that is text if the known text has it, and lines from one beyond which a shorter one may not be.
_PARAGRAPH, _APART = 40, 12
#: Words of the shortest line that says part of the known text again; in fewer it may be chance.
_AGAIN = 6
#: One rendered page in so many has no empty lines.
_CLOSE = 4
#: A year, or an hour of the day.
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|(?:19|20)\d\d年|\b\d{1,2}[:.]\d\d\b")
#: What a text browser puts between cells of a table, and before what it indents.
_GAP = re.compile(r"[^\S\n]{2,}")
_MARK = re.compile(r"^\s*(?:[*+o•-]|\d+\.)\s")


@dataclass(frozen=True)
class Labelled:
    """The lines of one form of a page, a letter for each, and what it weighs in training."""

    page: Known
    form: str
    lines: list[str]
    letters: list[str]
    weight: float = 1.0
    #: The site of another page, of which lines were taken.
    beside: str = ""

    @property
    def changed(self) -> bool:
        """Whether it is no page that anybody saved."""
        return self.form in ("listed", "mixed", "strewn", RESCRIPTED)

    @property
    def is_whole(self) -> bool:
        """Whether it is a page as saved, with all that surrounds its article."""
        return self.form in ("full", "whole")

    @property
    def text(self) -> list[int]:
        """The lines of the article's text."""
        return [index for index, letter in enumerate(self.letters) if letter in (BODY, HEADING)]


def label(lines: list[str], page: Known, silent: str) -> list[str]:
    """Return a letter for each of *lines*: text, heading, title, other, or neutral where the known text is *silent*.

    No labels where less than four fifths of the known text is found: what is missing would count as furniture.
    """
    keys = [key_of(line) for line in lines]
    body = [(kind, key_of(text)) for kind, text in page.body if key_of(text)]
    labels = [OTHER if text else "" for text in keys]
    wanted = [text for _, text in body]
    left = dict(enumerate(body))
    for block in difflib.SequenceMatcher(None, keys, wanted, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            labels[block.a + step] = HEADING if left.pop(block.b + step)[0] == "h" else BODY
    rest = "\n".join(text for _, text in left.values())
    for index, text in enumerate(keys):
        if labels[index] == OTHER and (
            (len(text) > FEWEST and text in rest)
            or any(part in text and len(part) * 2 >= len(text) for _, part in left.values())
        ):
            labels[index] = BODY
        if text and text == page.title_key:
            labels[index] = TITLE
    _doubt(keys, labels)
    found = sum(len(text) for text, letter in zip(keys, labels, strict=True) if letter in (BODY, HEADING))
    if not found or found < FOUND * sum(map(len, wanted)):
        return []
    _silence(lines, keys, labels, ("\n".join(wanted), silent))
    _with_credits(lines, keys, labels, page.gold)
    return labels


def _doubt(keys: list[str], labels: list[str]) -> None:
    """Make neutral the short lines that are taken for text only because an entry of a menu far from it says the same."""
    filled = [index for index, key in enumerate(keys) if key]
    sure = np.array([len(keys[index]) >= _PARAGRAPH and labels[index] == BODY for index in filled])
    if not sure.any():
        return
    text = np.flatnonzero(sure)
    letters = ["", *(labels[index] for index in filled), ""]
    for place, index in enumerate(filled):
        far = np.abs(text - place).min() > _APART and len(keys[index]) < _PARAGRAPH
        in_list = letters[place + 1] == BODY and BODY in (letters[place], letters[place + 2])
        if far and not in_list and labels[index] in (BODY, HEADING):
            labels[index] = NEUTRAL


def _silence(lines: list[str], keys: list[str], labels: list[str], known: tuple[str, str]) -> None:
    """Make neutral the other lines that say part of the *known* text again, and captions of the text's pictures."""
    whole, silent = known
    text = [index for index, letter in enumerate(labels) if letter in (BODY, HEADING)]
    for index, key in enumerate(keys):
        if labels[index] != OTHER or len(key) <= FEWEST:
            continue
        again = key in whole and len(tokens_of(lines[index])) >= _AGAIN
        near = text[0] - _OPENING <= index <= text[-1] + _ENDING
        if again or (near and key in silent):
            labels[index] = NEUTRAL


def _with_credits(lines: list[str], keys: list[str], labels: list[str], gold: dict) -> None:
    """Make neutral the short lines around the text that name its author or say when."""
    text = [index for index, letter in enumerate(labels) if letter in (BODY, HEADING)]
    names = [key for name in gold.get("authors") or [] if (key := key_of(name))]
    for index in range(max(text[0] - 12, 0), min(text[-1] + 6, len(keys))):
        short = len(keys[index]) < 80  # noqa: PLR2004 letters of a line of names and dates
        says = _WHEN.search(lines[index]) or any(name in keys[index] for name in names)
        if labels[index] == OTHER and short and says:
            labels[index] = NEUTRAL


def pages(folder: Path) -> Iterator[Labelled]:
    """Yield the pages of *folder* whole, and those with labels also cut to the article."""
    for page in load(folder):
        labelled = [
            form for form in ("near", "full") if (folder / "labels" / f"{page.name}.{form}.json").exists()
        ]
        for form in labelled:
            lines = (folder / "text" / f"{page.name}.{form}.txt").read_text(encoding="utf-8").split("\n")[:-1]
            letters = json.loads((folder / "labels" / f"{page.name}.{form}.json").read_text())
            yield Labelled(page, form, lines, letters)
        if not labelled and (lines := rendered(page.path)):
            if crc32(page.name.encode()) % _CLOSE == 0:
                lines = list(filter(None, lines))
            letters = label(lines, page, silent_of(page))
            yield Labelled(page, "whole", lines if letters else [], letters)


def rendered(path: Path) -> list[str]:
    """Return the lines of a page as a text browser shows them, indents cut to two columns, empty ones in a row as one."""
    from inscriptis import get_text

    tree = _tree(path)
    for element in tree.xpath("//noscript | //svg | //template"):
        element.drop_tree()
    lines = [
        _GAP.sub("  ", line.rstrip()) for line in get_text(tostring(tree, encoding="unicode")).split("\n")
    ]
    return [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]


def _tree(path: Path) -> HtmlElement:
    return document_fromstring(
        decode_page(path.read_bytes()).text.encode(), parser=HTMLParser(encoding="utf-8")
    )


def silent_of(page: Known) -> str:
    """Return, as keys, the captions of a page, which known texts have or leave out at will."""
    marked = _tree(page.path).xpath(
        "//figcaption | //figcaption//* | //*[contains(@class, 'caption') or contains(@class, 'credit')]"
    )
    captions = [*page.gold.get("captions", []), *(element.text_content() for element in marked)]
    return "\n".join(filter(None, map(key_of, captions)))


def forms_of(one: Labelled, chance: random.Random) -> Iterator[Labelled]:
    """Yield the forms of a page to learn from, each with its weight."""
    yield one
    part = one
    if one.is_whole:
        yield (part := cut(one, chance))
    gaps = chance.random() < 0.5  # noqa: PLR2004 half with empty lines, half without
    bare = [
        (_MARK.sub("", line).strip(), letter) for line, letter in zip(part.lines, part.letters, strict=True)
    ]
    bare = [pair for pair in bare if pair[0] or gaps]
    yield Labelled(one.page, "clipboard", [line for line, _ in bare], [letter for _, letter in bare], 0.5)
    own = [pair for pair in bare if pair[1] != OTHER]
    yield Labelled(one.page, "bare", [line for line, _ in own], [letter for _, letter in own], 0.5)


def cut(one: Labelled, chance: random.Random) -> Labelled:
    """Return a page from some lines above the title (else the text) to some below the text."""
    filled = [index for index, line in enumerate(one.lines) if line.strip()]
    first, last = filled.index(_opening(one)), filled.index(one.text[-1])
    start = filled[max(first - chance.randint(*_ABOVE), 0)]
    end = filled[min(last + chance.randint(*_UNDER), len(filled) - 1)] + 1
    return Labelled(one.page, "cut", one.lines[start:end], one.letters[start:end])


def wrapped(one: Labelled) -> Labelled:
    """Return a page of which the lines are broken at a width, with empty ones between: measured, and not learned from."""
    lines: list[str] = []
    letters: list[str] = []
    for line, letter in zip(one.lines, one.letters, strict=True):
        if line.strip():
            parts = [*broken(line.strip(), _WIDTH, one.page.language), ""]
            lines += parts
            letters += [letter] * (len(parts) - 1) + [""]
    return Labelled(one.page, "wrapped", lines, letters)


def texts_of(folder: Path) -> list[Labelled]:
    """Return all forms of all pages of *folder*, and behind them the changed ones."""
    chance, lot, key = random.Random(1), random.Random(7), random.Random(11)
    pages_ = [one for one in pages(folder) if one.text]
    whole = [one for one in pages_ if one.is_whole]
    found, changed, written = [], [], []
    for one in pages_:
        others = [other for other in whole if other.page.site != one.page.site]
        alike = [other for other in others if other.page.language == one.page.language]
        other = lot.choice(alike if alike and lot.random() < _SAME_LANGUAGE else others)
        forms = list(forms_of(one, chance))
        found += forms
        changed += _changed(one, forms, other, lot)
        if one.page.language not in NOT_FROM:
            form = key.choice(forms)
            lines = rescripted(form.lines, key)
            written.append(Labelled(one.page, RESCRIPTED, lines, form.letters, form.weight))
    return found + changed[1::_ONE_IN] + written


def _changed(
    one: Labelled, forms: list[Labelled], other: Labelled, chance: random.Random
) -> Iterator[Labelled]:
    """Yield the *forms* of a page changed by lot, with lines of an *other* page."""
    if one.is_whole:
        forms = [*forms, mixed := between(one, other, chance)]
        yield mixed
    words = [line for line, letter in zip(other.lines, other.letters, strict=True) if letter in (BODY, OTHER)]
    for form in forms:
        if form.form != "bare" and (form.changed or chance.random() < _LISTED):
            listed = with_list(form.lines, form.letters, words, chance)
            if listed:
                yield Labelled(one.page, "listed", *listed, beside=other.page.site)
        if form.form in ("near", "cut", "mixed") and (strewn_in := strewn(form, chance)):
            yield strewn_in


def between(one: Labelled, other: Labelled, chance: random.Random) -> Labelled:
    """Return the article of *one* with its title between the surroundings of *other*."""
    start, end = _opening(one), one.text[-1] + 1
    first, last = _opening(other), other.text[-1] + 1
    before = slice(max(first - chance.choice(_BEFORE), 0), first)
    after = slice(last, last + chance.choice(_AFTER))
    foreign = [letter if letter in ("", OTHER) else NEUTRAL for letter in other.letters]
    return Labelled(
        one.page, "mixed", other.lines[before] + one.lines[start:end] + other.lines[after],
        foreign[before] + one.letters[start:end] + foreign[after], beside=other.page.site,
    )  # fmt: skip


def _opening(one: Labelled) -> int:
    """Return the line at which an article begins: its title if it is known, else its text."""
    first = one.text[0]
    titles = (index for index in range(max(first - _OPENING, 0), first) if one.letters[index] == TITLE)
    return next(titles, first)


def strewn(one: Labelled, chance: random.Random) -> Labelled | None:
    """Return a text with lines of its surroundings strewn into it, as teasers are; None where there are too few."""
    around = [
        index
        for index, letter in enumerate(one.letters)
        if letter == OTHER and (len(one.lines[index].split()) > 1 or len(one.lines[index]) > FEWEST)
    ]
    body = [index for index, letter in enumerate(one.letters) if letter == BODY]
    if len(around) < 5 or len(body) < 5:  # noqa: PLR2004 fewer leave nothing to choose from
        return None
    pairs = list(zip(one.lines, one.letters, strict=True))
    gaps = 2 * sum(not one.lines[index + 1].strip() for index in body[:-1]) > len(body)
    for place in sorted(chance.sample(body[1:-1], chance.randint(1, 3)), reverse=True):
        count, start = chance.choice(_STREWN), chance.choice(around)
        run = [(one.lines[index], OTHER) for index in range(start, min(start + 2 * count, len(one.lines)))
               if one.letters[index] == OTHER][:count]  # fmt: skip
        pairs[place + 1 : place + 1] = [
            pair for line in run for pair in ((("", ""), line) if gaps else (line,))
        ]
    return Labelled(
        one.page,
        "strewn",
        [line for line, _ in pairs],
        [letter for _, letter in pairs],
        beside=one.beside,
    )
