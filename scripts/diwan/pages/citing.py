"""Citations on pages: what stands in the head for programs, and what people copy or download."""

from typing import Any

from diwan.citations.head import linked_data, meta_tags
from diwan.citations.item import Item
from diwan.citations.styles import STYLES, Address, Runs, cite, cite_page, html
from diwan.edition import Published
from diwan.model.crosswalk import Crosswalk
from diwan.pages.cards import Desk
from diwan.pages.page import address


def article_citations(desk: Desk, published: Published) -> dict[str, Any]:
    """Return `head` and `cite` for the page of an article."""
    catalogue, language = desk.catalogue, desk.site.interface.language
    item = desk.common.of(published, "item", lambda: catalogue.item(published))
    about, imprint = catalogue.crosswalk.corpus, catalogue.edition.imprint
    return {
        "head": desk.common.of(published, "head", lambda: _head(item, catalogue.crosswalk)),
        "cite": {
            "article": _styled(desk, {style: cite(item, style, language) for style in STYLES}),
            "page": _styled(
                desk, {style: cite_page(item, style, language, about, imprint) for style in STYLES}
            ),
            "files": f"data/articles/{item.id}",
            "passage": next(
                iter(reading.passages[0].id for reading in published.readings if reading.passages), ""
            ),
        },
    }


def _head(item: Item, crosswalk: Crosswalk) -> dict[str, Any]:
    return {"tags": meta_tags(item, crosswalk), "linked_data": linked_data(item, crosswalk)}


def page_citations(desk: Desk, title: str, path: str, files: str) -> dict[str, Any]:
    """Return `cite` for a page that is no article but has a bibliography in *files*."""
    catalogue, language = desk.catalogue, desk.site.interface.language
    about, imprint = catalogue.crosswalk.corpus, catalogue.edition.imprint
    page = Address(title, imprint.url(address(path)))
    cited = {style: cite_page(page, style, language, about, imprint) for style in STYLES}
    return {"article": [], "page": _styled(desk, cited), "files": files, "passage": ""}


def _styled(desk: Desk, cited: dict[str, Runs]) -> list[dict[str, str]]:
    interface = desk.site.interface
    return [
        {"style": style, "label": interface.say(f"style.{style}"), "html": html(runs, interface.language)}
        for style, runs in cited.items()
    ]
