"""The search page, with examples of queries in the names of the corpus's own themes and outlets."""

import re
from collections import Counter
from collections.abc import Iterator

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.pages.cards import Desk
from diwan.pages.page import Page

#: A name that can be asked for as two words and as a phrase; in others signs could be read as those of the query language.
_TWO_WORDS = re.compile(r"([^\W\d_]+) ([^\W\d_]+)")
#: Letters that stand before the `*` of a prefix: as many as tell most words apart, and fewer than most words have.
_PREFIX = 5


def search_page(desk: Desk) -> Page:
    """Return the page that the search fills."""
    say = desk.site.interface.say
    return Page(
        path=f"{desk.site.interface.prefix}search.md",
        title=say("search.title"),
        description=say("search.lead"),
        template="search.html",
        interface=desk.site.interface,
        meta={"view": {"examples": {f"search.help.{name}.example": text for name, text in _examples(desk)}}},
    )


def _examples(desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield queries that find something here, by what they show; where the corpus has no names, the interface has others."""
    say = desk.site.interface.say
    themes = sorted(filter(desk.filed.get, desk.filed), key=lambda theme: (-len(desk.filed[theme]), theme))
    labels = {
        theme: desk.site.concept_link(ConceptKey(ConceptKind.THEME, theme))["label"] for theme in themes
    }
    asked = [theme for theme in themes if _TWO_WORDS.fullmatch(labels[theme])]
    for theme in asked[:1]:
        first, second = labels[theme].lower().split()
        yield "words", f"{first} {second}"
        yield "phrase", say("example.phrase", label=labels[theme])
        yield "not", f"{second} -{first}"
        yield "prefix", f"{first[:_PREFIX]}*"
        yield "or", say("example.or", one=first, other=second)
    for theme in (asked or themes)[:1]:
        yield "theme", say("example.theme", theme=theme, label=labels[theme])
    outlets = Counter(card["outlet"] for card in desk.cards.values())
    for outlet, _ in outlets.most_common(1):
        yield "outlet", say("example.outlet", outlet=outlet)
    for question in desk.codebook.questions[:1]:
        yield "stance", say("example.stance", value=question.values[0].id)
