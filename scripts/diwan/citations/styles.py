"""Formatted citations: Chicago (notes and bibliography), APA (7th), MLA (9th), in English and in Arabic.

They are written here rather than by a general processor, which is hundreds of times slower and knows less about press
articles (docs/project/decisions/0008-citations.md); tests hold the English ones against it.

In Arabic the order and content are those of the style, with Arabic marks and months; names keep their letters.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from diwan.citations.item import Item
from diwan.citations.wording import ENGLISH, WORDINGS, Wording, date_of, ended, people, quoted
from diwan.imprint import Imprint
from diwan.model.crosswalk import About
from diwan.text.edtf import UNKNOWN, parse_edtf

STYLES = ("chicago", "apa", "mla")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation: plain, `italic`, the `name` of an edition, the place of its `address` or `passage`."""

    text: str
    mark: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the corpus that is no article: its title, and its address in full."""

    title: str
    page: str


def plain(runs: Iterable[Run]) -> str:
    """Return a citation as plain text."""
    return "".join(run.text for run in runs)


def html(runs: Iterable[Run], language: str) -> str:
    """Return a citation as HTML, what is written in the other direction kept apart."""
    runs = tuple(runs)
    # Where a passage can be named, the address of the page changes with it.
    is_page = any(run.mark == "passage" for run in runs)
    return "".join(_html(run.text, run.mark, rtl=language == "ar", is_page=is_page) for run in runs)


# Most runs stand in a citation of every style, or of every article.
@lru_cache(maxsize=1_000)
def _html(said: str, mark: str, *, rtl: bool, is_page: bool) -> str:
    text = escape(said)
    if is_page and mark in ("address", "passage"):
        return f'<bdi data-cite="{mark}">{text}</bdi>'
    if mark in ("address", "name"):
        return f"<bdi>{text}</bdi>"
    foreign = _LETTER.search(said) and bool(_RIGHT_TO_LEFT.search(said)) is not rtl
    tag = "i" if mark == "italic" else "bdi" if foreign else ""
    way = ' dir="auto"' if tag == "i" and foreign else ""
    return f"<{tag}{way}>{text}</{tag}>" if tag else text


def cite(item: Item, style: str, language: str) -> Runs:
    """Return the citation of an article where it was published."""
    wording = WORDINGS[language]
    return _kept(_FORMS[style](item, wording))


def _chicago(item: Item, wording: Wording) -> list[Run]:
    """In the bibliography of an unsigned article the outlet stands in the author's place."""
    date = ended(date_of(item.span, item.date, "chicago", wording) or wording.undated)
    outlet = Run(_outlet(item, wording), "" if item.genre.csl == "report" else "italic")
    title = _title(item, wording)
    if not item.authors:
        return [outlet, Run(". "), *title, Run(f" {date} "), *_address(item.url, ".")]
    lead = _lead(item, "chicago", wording)
    return [*lead, *title, Run(" "), outlet, Run(f"{wording.comma}{date} "), *_address(item.url, ".")]


def _mla(item: Item, wording: Wording) -> list[Run]:
    date = date_of(item.span, item.date, "mla", wording)
    return [
        *_lead(item, "mla", wording),
        *_title(item, wording),
        Run(" "),
        Run(_outlet(item, wording), "" if item.genre.csl == "report" else "italic"),
        Run(f"{wording.comma}{date}{wording.comma}" if date else wording.comma),
        *_address(item.url, "."),
    ]


def _apa(item: Item, wording: Wording) -> list[Run]:
    date = date_of(item.span, item.date, "apa", wording) or wording.undated
    report = item.genre.csl in ("report", "post-weblog")
    written = [
        Run(_named(item, wording), "italic" if report and not item.supplied else ""),
        *_bracketed(item, wording),
    ]
    outlet = [Run(_outlet(item, wording), "" if report else "italic"), Run(". ")]
    if not item.authors:
        return [*_stopped(written), Run(f" ({date}). "), *outlet, *_address(item.url)]
    return [
        *_lead(item, "apa", wording),
        Run(f"({date}). "),
        *_stopped(written),
        Run(" "),
        *outlet,
        *_address(item.url),
    ]


_FORMS = {"chicago": _chicago, "apa": _apa, "mla": _mla}


def _lead(item: Item, style: str, wording: Wording) -> list[Run]:
    names = item.authors_latin if wording is ENGLISH else item.authors
    return [Run(ended(people(names, style, wording))), Run(" ")] if names else []


def _title(item: Item, wording: Wording) -> list[Run]:
    """Return the title: quoted, or in italics for a report, or in our own brackets; then our translation."""
    translation = _bracketed(item, wording)
    if item.supplied or item.genre.csl == "report":
        return _stopped([Run(_named(item, wording), "" if item.supplied else "italic"), *translation])
    return [*map(Run, quoted(item.title, wording, stop=not translation)), *_stopped(translation)]


def _stopped(runs: list[Run]) -> list[Run]:
    """Return *runs* with a full stop at their end, if there are any and none stands there."""
    return [*runs, Run("" if ended(runs[-1].text) == runs[-1].text else ".")] if runs else []


def _named(item: Item, wording: Wording) -> str:
    """Return the title; one of ours, which translates nothing, in the language of the citation."""
    return item.translations.get(wording.language, item.title) if item.supplied else item.title


def _bracketed(item: Item, wording: Wording) -> list[Run]:
    translation = "" if item.supplied else item.translations.get(wording.language, "")
    return [Run(" "), Run(f"[{translation}]")] if translation else []


def _outlet(item: Item, wording: Wording) -> str:
    return item.outlets.get(wording.language) or item.outlets.get("en") or item.outlet


def _address(url: str, end: str = "") -> list[Run]:
    return [Run(url, "address"), Run(end)]


def cite_page(page: Item | Address, style: str, language: str, about: About, imprint: Imprint) -> Runs:
    """Return the citation of a page of this corpus in this edition; the page of an article says whose it is."""
    wording = WORDINGS[language]
    return _kept((_page_apa if style == "apa" else _page_quoted)(page, style, wording, about, imprint))


def _kept(runs: list[Run]) -> Runs:
    """Return *runs* without the empty ones, but with the place of a passage."""
    return tuple(run for run in runs if run.text or run.mark == "passage")


def _page_apa(
    page: Item | Address, style: str, wording: Wording, about: About, imprint: Imprint
) -> list[Run]:
    date = _day(imprint, style, wording) or wording.undated
    edition = [Run(f" ({wording.edition}"), Run(imprint.name, "name"), Run(")")] if imprint.name else []
    return [
        Run(f"{about.author[wording.language]}. ({date}). "),
        *_subject(page, wording, in_quotes=False),
        Run(f" {wording.within}"),
        Run(about.name[wording.language], "italic"),
        *edition,
        Run("", "passage"),
        Run(". "),
        *_address(page.page),
    ]


def _page_quoted(
    page: Item | Address, style: str, wording: Wording, about: About, imprint: Imprint
) -> list[Run]:
    comma, day = wording.comma, _day(imprint, style, wording)
    edition = [Run(f"{comma}{wording.edition}"), Run(imprint.name, "name")] if imprint.name else []
    return [
        Run(f"{about.author[wording.language]}. "),
        *_subject(page, wording, in_quotes=True),
        Run(f" {wording.within if style == 'chicago' else ''}"),
        Run(about.name[wording.language], "italic"),
        *edition,
        Run(f"{comma}{day}" if day else ""),
        Run("", "passage"),
        Run(". " if style == "chicago" else comma),
        *_address(page.page, "."),
    ]


@cache
def _day(imprint: Imprint, style: str, wording: Wording) -> str:
    span = parse_edtf(imprint.date or UNKNOWN)
    return date_of(span, span.start, style, wording)


def _subject(page: Item | Address, wording: Wording, *, in_quotes: bool) -> list[Run]:
    if isinstance(page, Address):
        return [*map(Run, quoted(page.title, wording, stop=True))] if in_quotes else [Run(ended(page.title))]
    whole = not in_quotes or page.supplied
    title = [Run(_named(page, wording))] if whole else [*map(Run, quoted(page.title, wording, stop=False))]
    date = date_of(page.span, page.date, "chicago", wording) or wording.undated
    what = Run(f" [{wording.what}{wording.comma}")
    return [*title, what, Run(_outlet(page, wording)), Run(f"{wording.comma}{date}].")]
