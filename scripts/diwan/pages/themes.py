"""Theme pages: scope, names in all languages, essay, who says what, and the articles with their passages."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from diwan.corpus.vocabularies import Entry
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.coding import Support
from diwan.model.concept import NamesByLanguage, Theme
from diwan.pages.cards import Desk
from diwan.pages.citing import page_citations
from diwan.pages.drawn import figure
from diwan.pages.essays import essay_body
from diwan.pages.lists import list_address
from diwan.pages.occurrences import listed, named_in
from diwan.pages.page import Page
from diwan.pages.positions import events_of_theme, sides
from diwan.pages.site import Site
from diwan.pages.stances import NOT_CODED
from diwan.pages.wordpages import words_view
from diwan.text.languages import direction


def theme_pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of themes and the page of each."""
    themes = desk.site.edition.library.corpus.themes
    say = desk.site.interface.say
    yield Page(
        path=f"{desk.site.interface.prefix}themes/index.md",
        title=say("themes.title"),
        description=say("themes.lead"),
        template="themes.html",
        interface=desk.site.interface,
        meta={"view": {"themes": theme_summaries(desk)}},
    )
    for ident, entry in themes.items():
        yield _theme_page(desk, entry, desk.filed[ident])


def theme_summaries(desk: Desk) -> list[dict[str, Any]]:
    """Return what lists show of each theme: name, summary, how many articles, and who says what."""
    themes = desk.site.edition.library.corpus.themes
    return [_summary(desk, entry.value, desk.filed[ident]) for ident, entry in themes.items()]


def _summary(desk: Desk, theme: Theme, filed: list[str]) -> dict[str, Any]:
    summary, language = desk.site.interface.pick(theme.summary or theme.scope)
    return {
        **desk.site.concept_link(ConceptKey(ConceptKind.THEME, theme.id)),
        "id": theme.id,
        "summary": summary,
        "lang": language,
        "count": len(filed),
        "texts": desk.site.edition.library.families.texts(filed),
        "stances": stance_counts(desk, theme.question, filed),
        "languages": len({desk.cards[ident]["language_id"] for ident in filed}),
    }


def stance_counts(desk: Desk, question_id: str | None, filed: list[str]) -> list[dict[str, Any]]:
    """Return how many of the articles *filed* give each answer to a question, by one reader alone or against another.

    Those that nobody has coded on it stand last: without them a few answers would look like those of all.
    """
    question = next((known for known in desk.codebook.questions if known.id == question_id), None)
    if question is None:
        return []
    answers = [
        (stance["value"], stance["support"])
        for ident in filed
        for stance in desk.cards[ident]["stances"]
        if stance["question"] == question.id
    ]
    values = Counter(value for value, _ in answers)
    by_support = Counter(answers)
    labels = {value.id: desk.site.interface.pick(value.label)[0] for value in question.values}
    labels[NOT_CODED] = desk.site.interface.say("stance.not-coded")
    return [
        {
            "value": value,
            "label": label,
            "count": values[value],
            "single": by_support[value, Support.ONE] if value != NOT_CODED else 0,
            "differ": by_support[value, Support.DIFFER] if value != NOT_CODED else 0,
        }
        for value, label in labels.items()
        if values[value]
    ]


def _theme_page(desk: Desk, entry: Entry[Theme], filed: list[str]) -> Page:
    site, theme = desk.site, entry.value
    key = ConceptKey(ConceptKind.THEME, theme.id)
    passages = named_in(desk, key)
    summary = _summary(desk, theme, filed)
    essay = entry.texts.get(site.interface.language) or entry.texts.get("en")
    essay_language = site.interface.language if site.interface.language in entry.texts else "en"
    scope, _ = site.interface.pick(theme.scope)
    return Page(
        path=site.concept_path(key),
        title=summary["label"],
        description=summary["summary"],
        template="theme.html",
        interface=site.interface,
        meta={
            "view": {
                **summary,
                "cite": page_citations(
                    desk, summary["label"], site.concept_path(key), f"data/themes/{theme.id}"
                ),
                "scope": scope,
                "positions": figure(desk, f"positions-{theme.id}", site.concept_path(key)),
                "sides": sides(desk, theme),
                "words": words_view(desk, theme),
                "events": events_of_theme(desk, theme),
                "names": names_table(site, theme.names),
                "related": [
                    site.concept_link(ConceptKey(ConceptKind.THEME, other)) for other in theme.related
                ],
                "articles": listed(desk, filed, passages),
                "also": listed(desk, set(passages) - set(filed), passages),
                "essay_lang": essay_language,
                "essay_dir": direction(essay_language),
                "list_url": list_address(desk, "theme", theme.id) if filed else "",
            },
        },
        body=essay_body(site, essay.text, "themes") if essay else "",
    )


def names_table(site: Site, names: NamesByLanguage) -> list[dict[str, Any]]:
    """Return the names of a concept by language, for a table."""
    return [
        {
            "language": site.interface.language_label(language),
            "lang": language,
            "dir": direction(language),
            "label": found.label,
            "variants": list(found.variants),
        }
        for language, found in names.items()
    ]
