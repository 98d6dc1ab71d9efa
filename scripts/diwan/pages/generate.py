"""All pages of an edition, in every language of the interface."""

from collections.abc import Iterator
from functools import partial

from diwan.edition import Edition
from diwan.pages.agreement import agreement_page
from diwan.pages.articles import article_page
from diwan.pages.cards import Desk, set_desk
from diwan.pages.changes import changes_page, tombstones
from diwan.pages.claims import claims_page
from diwan.pages.codebook import codebook_page
from diwan.pages.data import data_page
from diwan.pages.entities import entity_pages
from diwan.pages.events import events_page
from diwan.pages.home import home_page
from diwan.pages.interface import interfaces
from diwan.pages.lists import article_lists
from diwan.pages.outlets import outlet_pages
from diwan.pages.page import Maker, Page
from diwan.pages.themes import theme_pages


def page_makers(edition: Edition) -> Iterator[Maker]:
    """Yield a maker for every page of *edition*; pages of articles, the many, are made only when they are wanted."""
    codebook = edition.library.corpus.codebook
    if codebook is None:
        return
    for interface in interfaces():
        desk = set_desk(edition, interface, codebook.value)
        for published in edition.articles.values():
            yield Maker(desk.site.article_path(published.article.id), partial(article_page, desk, published))
        pages = list(_other_pages(desk))
        taken = {page.path for page in pages}.union(map(desk.site.article_path, edition.articles))
        for page in (*pages, *tombstones(desk, taken)):
            yield Maker(page.path, partial(_same, page))


def _same(page: Page) -> Page:
    return page


def _other_pages(desk: Desk) -> Iterator[Page]:
    yield home_page(desk)
    yield from article_lists(desk)
    yield from theme_pages(desk)
    yield from outlet_pages(desk)
    yield from entity_pages(desk)
    yield events_page(desk)
    yield claims_page(desk)
    yield codebook_page(desk)
    yield agreement_page(desk)
    yield changes_page(desk)
    yield data_page(desk)
    yield _search_page(desk)


def _search_page(desk: Desk) -> Page:
    say = desk.site.interface.say
    return Page(
        path=f"{desk.site.interface.prefix}search.md",
        title=say("search.title"),
        description=say("search.lead"),
        template="search.html",
        interface=desk.site.interface,
    )
