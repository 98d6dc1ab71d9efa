"""Texts to learn lines from: saved pages as text, with a letter for each line, in several forms and changed by lot.

FOLDER is one of saved pages with known text (`pagesfolder`); some have `text/ID.near.txt` and `text/ID.full.txt` with
a letter for each line in `labels/`. The other pages are turned into text as text browsers do it (inscriptis), and
their lines labelled by their known text: `b` text, `h` heading, `x` none of the article, `n` neutral.

Each page is learned from in up to four forms: whole, cut to the article's surroundings, without marks and indents as
from a clipboard, and the article alone. Behind those stand changed texts, which are not measured with: with a list made
into them (`listed`), between the surroundings of another page, and with lines of the page strewn into the article.
"""

import difflib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HTMLParser, document_fromstring

from diwan.documents.web.tree import decode_page
from listed import with_list
from pagesfolder import Known, key_of, load

BODY, HEADING, OTHER, NEUTRAL = "b", "h", "x", "n"
#: Letters of the shortest line that is looked for inside others.
FEWEST = 8
#: Share of a known text that its page must have for the page to be learned from.
FOUND = 0.8
#: What a changed text counts beside a page as it is; parts of the sites between which nothing is exchanged.
WEIGHT_CHANGED, SITES_APART = 0.5, 4
#: Share of surroundings that are of a page in the same language, and of forms that get a list.
_SAME_LANGUAGE, _LISTED = 0.8, 0.5
#: Lines of another page before and after the article, and lines strewn in at a time.
_BEFORE, _AFTER, _STREWN = (1, 3, 6, 12, 25, 60), (2, 4, 8, 16, 30, 60), (1, 1, 2, 3, 5)
#: Lines above the text among which its title is looked for.
_OPENING = 25
_MARK = re.compile(r"^\s*(?:[*+o•-]|\d+\.)\s")


@dataclass(frozen=True)
class Labelled:
    """The lines of one form of a page, a letter for each, and what it weighs in training."""

    page: Known
    form: str
    lines: list[str]
    letters: list[str]
    weight: float = 1.0

    @property
    def changed(self) -> bool:
        """Whether it is no page that anybody saved."""
        return self.form in ("listed", "mixed", "strewn")

    @property
    def text(self) -> list[int]:
        """The lines of the article's text."""
        return [index for index, letter in enumerate(self.letters) if letter in (BODY, HEADING)]


def label(lines: list[str], gold: dict, silent: str) -> list[str]:
    """Return a letter for each of *lines*: text, heading, other, or neutral (`n`) where the known text is *silent*.

    No labels where less than four fifths of the known text is found: what is missing would count as furniture.
    """
    keys = [key_of(line) for line in lines]
    body = [(kind, key_of(text)) for kind, text in gold["body"] if key_of(text)]
    labels = [OTHER if text else "" for text in keys]
    wanted = [text for _, text in body]
    left = dict(enumerate(body))
    for block in difflib.SequenceMatcher(None, keys, wanted, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            labels[block.a + step] = HEADING if left.pop(block.b + step)[0] == "h" else BODY
    rest = "\n".join(text for _, text in left.values())
    whole, title = "\n".join(wanted), key_of(gold.get("title") or "")
    for index, text in enumerate(keys):
        if labels[index] != OTHER:
            continue
        if (len(text) > FEWEST and text in rest) or any(
            part in text and len(part) * 2 >= len(text) for _, part in left.values()
        ):
            labels[index] = BODY
        elif text in wanted or (len(text) > FEWEST and (text in whole or text in silent)) or text == title:
            labels[index] = "n"
    found = sum(len(text) for text, letter in zip(keys, labels, strict=True) if letter in (BODY, HEADING))
    return _with_neutral(keys, labels, gold) if found >= FOUND * sum(map(len, wanted)) else []


def _with_neutral(keys: list[str], labels: list[str], gold: dict) -> list[str]:
    """Return *labels* with the short lines around the text that name its author or year neutral."""
    text = [index for index, letter in enumerate(labels) if letter in (BODY, HEADING)]
    telling = [key_of(name) for name in gold.get("authors") or []] + [(gold.get("date") or "")[:4]]
    for index in range(max(text[0] - 12, 0), min(text[-1] + 6, len(keys))):
        short = len(keys[index]) < 80  # noqa: PLR2004 letters of a line of names and dates
        if labels[index] == OTHER and short and any(word and word in keys[index] for word in telling):
            labels[index] = "n"
    return labels


def pages(folder: Path) -> Iterator[Labelled]:
    """Yield the pages of *folder*, those with labels in both forms."""
    for page in load(folder):
        labelled = [
            form for form in ("near", "full") if (folder / "labels" / f"{page.name}.{form}.json").exists()
        ]
        for form in labelled:
            lines = (folder / "text" / f"{page.name}.{form}.txt").read_text(encoding="utf-8").split("\n")[:-1]
            letters = json.loads((folder / "labels" / f"{page.name}.{form}.json").read_text())
            yield Labelled(page, form, lines, letters)
        if not labelled and (lines := rendered(page.path)):
            letters = label(lines, page.gold, silent_of(page))
            yield Labelled(page, "full", lines if letters else [], letters)


def rendered(path: Path) -> list[str]:
    """Return the lines of a page as a text browser shows them, empty ones in a row as one."""
    from inscriptis import get_text

    page = decode_page(path.read_bytes())
    lines = [line.rstrip() for line in get_text(page.text).split("\n")]
    return [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]


def silent_of(page: Known) -> str:
    """Return, as keys, what known texts have or leave out at will: captions, and the title where it is not known."""
    tree = document_fromstring(
        decode_page(page.path.read_bytes()).text.encode(), parser=HTMLParser(encoding="utf-8")
    )
    marked = tree.xpath(
        "//figcaption | //figcaption//* | //*[contains(@class, 'caption') or contains(@class, 'credit')]"
    )
    if not page.gold.get("title"):
        marked += tree.xpath("//h1 | //head/title")
    return "\n".join(filter(None, (key_of(element.text_content()) for element in marked)))


def forms_of(one: Labelled, chance: random.Random) -> Iterator[Labelled]:
    """Yield the forms of a page to learn from, each with its weight."""
    yield one
    start, end = 0, len(one.lines)
    if one.form == "full":
        start = max(one.text[0] - chance.choice((1, 3, 6, 10, 15, 25)), 0)
        end = min(one.text[-1] + 1 + chance.choice((1, 4, 8, 16, 30)), end)
        yield Labelled(one.page, "cut", one.lines[start:end], one.letters[start:end])
    gaps = chance.random() < 0.5  # noqa: PLR2004 half with empty lines, half without
    bare = [
        (_MARK.sub("", line).strip(), letter)
        for line, letter in zip(one.lines[start:end], one.letters[start:end], strict=True)
    ]
    bare = [pair for pair in bare if pair[0] or gaps]
    yield Labelled(one.page, "clipboard", [line for line, _ in bare], [letter for _, letter in bare], 0.5)
    own = [pair for pair in bare if pair[1] != OTHER]
    yield Labelled(one.page, "bare", [line for line, _ in own], [letter for _, letter in own], 0.5)


def parts_of(sites: set[str]) -> list[set[str]]:
    """Return *sites* in parts, by lot: a part is measured by models that saw the others."""
    shuffled = sorted(sites)
    random.Random(0).shuffle(shuffled)
    return [set(shuffled[part::SITES_APART]) for part in range(SITES_APART)]


def texts_of(folder: Path) -> list[Labelled]:
    """Return all forms of all pages of *folder*, and behind them the changed ones."""
    chance, lot = random.Random(1), random.Random(7)
    pages_ = [one for one in pages(folder) if one.text]
    parts = parts_of({one.page.site for one in pages_})
    found, changed = [], []
    for one in pages_:
        near = next(part for part in parts if one.page.site in part)
        others = [
            other for other in pages_ if other.form == "full" and other.page.site in near - {one.page.site}
        ]
        alike = [other for other in others if other.page.language == one.page.language]
        other = lot.choice(alike if alike and lot.random() < _SAME_LANGUAGE else others)
        forms = list(forms_of(one, chance))
        if one.form == "full":
            forms.append(mixed := between(one, other, lot))
            changed += filter(None, (mixed, strewn(mixed, lot)))
        words = [
            line for line, letter in zip(other.lines, other.letters, strict=True) if letter in (BODY, OTHER)
        ]
        for form in forms:
            if form.form != "bare" and (form.changed or lot.random() < _LISTED):
                listed = with_list(form.lines, form.letters, words, lot)
                changed += [Labelled(one.page, "listed", *listed, WEIGHT_CHANGED)] if listed else []
            if form.form in ("near", "cut"):
                changed += filter(None, (strewn(form, lot),))
        found += [form for form in forms if not form.changed]
    return found + changed


def between(one: Labelled, other: Labelled, chance: random.Random) -> Labelled:
    """Return the article of *one* with its title between the surroundings of *other*."""
    start, end = _opening(one), one.text[-1] + 1
    first, last = _opening(other), other.text[-1] + 1
    before = slice(max(first - chance.choice(_BEFORE), 0), first)
    after = slice(last, last + chance.choice(_AFTER))
    foreign = [letter if letter in ("", OTHER) else NEUTRAL for letter in other.letters]
    return Labelled(
        one.page, "mixed", other.lines[before] + one.lines[start:end] + other.lines[after],
        foreign[before] + one.letters[start:end] + foreign[after], WEIGHT_CHANGED,
    )  # fmt: skip


def _opening(one: Labelled) -> int:
    """Return the line at which an article begins: its title if it is known, else its text."""
    first = one.text[0]
    titles = (
        index for index in range(max(first - _OPENING, 0), first) if one.letters[index] in ("t", NEUTRAL)
    )
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
        one.page, "strewn", [line for line, _ in pairs], [letter for _, letter in pairs], WEIGHT_CHANGED
    )
