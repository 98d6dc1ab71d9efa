"""The list of all articles: complete and readable without JavaScript, sorted and filtered with it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.pages.cards import Desk
from diwan.pages.page import Page, address

#: Rows on one page: a few hundred kilobytes of HTML, and a list that still scrolls well on a phone.
ROWS_MAX = 200


def article_lists(desk: Desk) -> Iterator[Page]:
    """Yield the pages of the list of articles, newest first, *ROWS_MAX* to a page."""
    say = desk.site.interface.say
    cards = list(desk.cards.values())
    pages = [cards[start : start + ROWS_MAX] for start in range(0, len(cards), ROWS_MAX)] or [[]]
    paths = [_path(desk, number) for number in range(1, len(pages) + 1)]
    for number, (path, rows) in enumerate(zip(paths, pages, strict=True), start=1):
        title = say("articles.title") if number == 1 else say("articles.page", number=number)
        yield Page(
            path=path,
            title=title,
            description=say("articles.lead", count=len(cards)),
            template="articles.html",
            interface=desk.site.interface,
            meta={
                "view": {
                    "count": len(cards),
                    "questions": [
                        {"id": question.id, "label": desk.site.interface.pick(question.label)[0]}
                        for question in desk.codebook.questions
                    ],
                    "rows": rows,
                    "themes": _theme_labels(desk),
                    "pages": [
                        {"number": n, "url": address(p), "here": n == number}
                        for n, p in enumerate(paths, start=1)
                    ],
                    "filters": _filters(desk, rows),
                }
            },
        )


def _path(desk: Desk, number: int) -> str:
    name = "index" if number == 1 else f"page-{number}"
    return f"{desk.site.interface.prefix}articles/{name}.md"


def _theme_labels(desk: Desk) -> dict[str, str]:
    themes = desk.site.edition.library.corpus.themes
    return {ident: desk.site.concept_link(ConceptKey(ConceptKind.THEME, ident))["label"] for ident in themes}


def _filters(desk: Desk, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the choices by which the rows can be filtered, each with its label and count."""
    say = desk.site.interface.say
    filters = []
    for field, label in (
        ("language_id", "language"),
        ("outlet_id", "outlet"),
        ("kind_id", "kind"),
        ("year", "year"),
    ):
        shown = {str(row[field]): str(row[label]) for row in rows if row[field]}
        counts = Counter(str(row[field]) for row in rows if row[field])
        order = (
            sorted(counts, reverse=True)
            if field == "year"
            else sorted(counts, key=lambda value: (-counts[value], value))
        )
        choices = [{"value": value, "label": shown[value], "count": counts[value]} for value in order]
        filters.append({"field": label, "label": say(f"field.{label}"), "choices": choices})
    themes = Counter(theme for row in rows for theme in row["themes"])
    labels = _theme_labels(desk)
    choices = [
        {"value": theme, "label": labels[theme], "count": count} for theme, count in themes.most_common()
    ]
    return [{"field": "theme", "label": say("field.theme"), "choices": choices}, *filters]
