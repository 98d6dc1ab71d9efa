"""Theme pages: scope, names in all languages, essay, who says what, and the articles with their passages."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from diwan.corpus.vocabularies import Entry
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.concept import NamesByLanguage, Theme
from diwan.pages.cards import Desk
from diwan.pages.citing import page_citations
from diwan.pages.counts import has_versions, number, stance_tally
from diwan.pages.drawn import figure
from diwan.pages.essays import essay_body
from diwan.pages.lists import list_address
from diwan.pages.occurrences import listed
from diwan.pages.page import Maker, Page
from diwan.pages.positions import events_of_theme, sides
from diwan.pages.site import Site
from diwan.pages.wordpages import words_view
from diwan.text.languages import direction


def theme_pages(desk: Desk) -> Iterator[Maker]:
    """Yield the list of themes and the page of each."""
    themes = desk.site.edition.library.corpus.themes
    yield Maker(f"{desk.site.interface.prefix}themes/index.md", partial(_themes_page, desk))
    for ident, entry in themes.items():
        path = desk.site.concept_path(ConceptKey(ConceptKind.THEME, ident))
        yield Maker(path, partial(_theme_page, desk, entry, desk.filed[ident]))


def _themes_page(desk: Desk) -> Page:
    say = desk.site.interface.say
    return Page(
        path=f"{desk.site.interface.prefix}themes/index.md",
        title=say("themes.title"),
        description=say("themes.lead"),
        template="themes.html",
        interface=desk.site.interface,
        meta={"view": {"themes": theme_summaries(desk), "switch": has_versions(desk, desk.cards)}},
    )


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
        "dir": direction(language),
        "list": list_address(desk, "theme", theme.id) if filed else "",
        "number": number(desk, filed),
        "stances": stance_tally(desk, theme.id, theme.question),
        "languages": len({desk.cards[ident]["language_id"] for ident in filed}),
    }


def _theme_page(desk: Desk, entry: Entry[Theme], filed: list[str]) -> Page:
    site, theme = desk.site, entry.value
    key = ConceptKey(ConceptKind.THEME, theme.id)
    passages = desk.site.edition.naming[key]
    summary = _summary(desk, theme, filed)
    essay = entry.texts.get(site.interface.language) or entry.texts.get("en")
    essay_language = site.interface.language if site.interface.language in entry.texts else "en"
    scope, scope_language = site.interface.pick(theme.scope)
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
                "scope_lang": scope_language,
                "scope_dir": direction(scope_language),
                "positions": figure(desk, f"positions-{theme.id}", site.concept_path(key)),
                "positions_texts": figure(desk, f"positions-{theme.id}-texts", site.concept_path(key)),
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
                "switch": has_versions(desk, filed),
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
