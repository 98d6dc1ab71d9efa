"""The words that set two sides apart, on a theme's page as pictures, on a page of their own with every passage."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.keyness import COUNT_MIN, SPREAD_MIN, TEXTS_MIN, Compared
from diwan.model.concept import Theme
from diwan.pages.cards import Desk
from diwan.pages.drawn import figure
from diwan.pages.keywords import (
    described,
    find_words,
    shown_of,
    side_labels,
    texts_of_sides,
    word_id,
    words_path,
)
from diwan.pages.page import Maker, Page, address
from diwan.pages.pointing import named
from diwan.pages.positions import SIDES, sides
from diwan.text.languages import direction


def words_view(desk: Desk, theme: Theme) -> dict[str, Any]:
    """Return what the page of *theme* shows of its words: pictures, or why there are none; nothing without two sides."""
    if not sides(desk, theme):
        return {}
    say, path = desk.site.interface.say, desk.site.concept_path(ConceptKey(ConceptKind.THEME, theme.id))
    compared = desk.contrasts(theme.id)
    figures = [figure(desk, f"words-{theme.id}-{found.language}", path) for found in compared]
    silent = [found for found, drawn in zip(compared, figures, strict=True) if not drawn]
    names = side_labels(desk, theme.id)
    return {
        "figures": [drawn for drawn in figures if drawn],
        "none": [f"{described(desk, found, names)} {say('keyness.nothing')}" for found in silent],
        "how": _how(desk, theme) if compared else "",
        "url": address(words_path(desk, theme.id)) if any(figures) else "",
        "why": "" if compared else _why_none(desk, theme, names),
    }


def _how(desk: Desk, theme: Theme) -> str:
    compared = sum(found.contrast.compared for found in desk.contrasts(theme.id))
    # An interval of 95 % misses once in twenty: that often equal words are shown all the same.
    return desk.site.interface.say(
        "keyness.how", count=COUNT_MIN, texts=SPREAD_MIN, compared=compared, chance=round(compared / 20)
    )


def _why_none(desk: Desk, theme: Theme, names: tuple[str, str]) -> str:
    say, both = desk.site.interface.say, texts_of_sides(desk, theme)
    most = [max(map(len, side.values()), default=0) for side in both]
    return say(
        "keyness.none", least=TEXTS_MIN, one=names[0], other=names[1], count_one=most[0], count_other=most[1]
    )


def word_pages(desk: Desk) -> Iterator[Maker]:
    """Yield, for every theme whose sides differ in their words, the page that lists these words with their passages."""
    for ident, entry in desk.site.edition.library.corpus.themes.items():
        compared = [found for found in desk.contrasts(ident) if shown_of(found)]
        if compared:
            yield Maker(words_path(desk, ident), partial(_page, desk, entry.value, compared))


def _page(desk: Desk, theme: Theme, compared: list[Compared]) -> Page:
    interface, names = desk.site.interface, side_labels(desk, theme.id)
    path = desk.site.concept_path(ConceptKey(ConceptKind.THEME, theme.id))
    label = interface.text({language: names.label for language, names in theme.names.items()})
    languages = [
        {
            "label": interface.language_label(found.language),
            "lang": found.language,
            "dir": direction(found.language),
            "text": described(desk, found, names),
            "words": list(_words(desk, found, names)),
        }
        for found in compared
    ]
    return Page(
        path=words_path(desk, theme.id),
        title=interface.say("keyness.page", theme=label),
        description=interface.say("keyness.lead"),
        template="words.html",
        interface=interface,
        meta={
            "view": {
                "theme": {"label": label, "url": address(path)},
                "how": _how(desk, theme),
                "languages": languages,
            }
        },
    )


def _words(desk: Desk, compared: Compared, names: tuple[str, str]) -> Iterator[dict[str, Any]]:
    say, found = desk.site.interface.say, find_words(desk, compared)
    for number, key in enumerate(shown_of(compared), start=1):
        leaning = 0 if key.ratio > 0 else 1
        places = found[key.word].places
        yield {
            "id": word_id(compared.language, number),
            "word": found[key.word].written,
            "value": SIDES[leaning],
            "label": names[leaning],
            "sides": [
                {
                    "label": names[side],
                    "total": say("keyness.cell", count=key.counts[side], texts=key.texts[side]),
                    "articles": [_places(desk, i, places[i]) for i in places if i in compared.sides[side]],
                }
                for side in (0, 1)
            ],
        }


def _places(desk: Desk, ident: str, passages: Mapping[str, int]) -> dict[str, Any]:
    """Return an article with the passages in which a word stands, and how often in each."""
    card = desk.cards[ident]
    return {
        **named(card),
        "passages": [
            {"label": passage, "url": f"{card['url']}#{passage}", "count": count}
            for passage, count in passages.items()
        ],
    }
