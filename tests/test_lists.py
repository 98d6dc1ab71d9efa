"""Lists of articles: split into pages, none of which is huge."""

import re

from diwan.build import Wish
from diwan.edition import open_edition
from diwan.library.library import make_library
from diwan.library.survey import survey
from diwan.live import Live
from diwan.pages import lists
from diwan.pages.cards import set_desk
from diwan.pages.interface import interfaces
from diwan.pages.sight import Sights
from diwan.project import EditionKind, Project


def test_a_long_list_is_cut_into_pages_that_hold_every_article_once(project, monkeypatch):
    """With two rows to a page, each list has half as many pages as articles, linked by number, and no menus."""
    found = survey(project / "corpus", [project / "corpus/sources"]).value
    edition = open_edition(make_library(found.corpus, found.articles), EditionKind.PUBLIC)
    desk = set_desk(edition, interfaces()[0], found.corpus.codebook.value)
    monkeypatch.setattr(lists, "ROWS_MAX", 2)
    pages = [made.make() for made in lists.article_lists(Sights(desk)) if re.match(r"articles/", made.path)]
    assert [page.path for page in pages] == ["articles/index.md", "articles/page-2.md"]
    views = [page.meta["view"] for page in pages]
    rows = [card["id"] for view in views for group in view["groups"] for card in group["rows"]]
    assert rows == list(desk.cards)
    assert [view["filters"] for view in views] == [[], []]
    assert [link["number"] for link in views[0]["pages"]] == [1, 2]


def test_rows_hold_what_scripts_filter_by_only_where_they_can(project, monkeypatch):
    """A list over several pages cannot be filtered in place, so its rows do not carry the data for it."""
    live = Live(Project(project), Wish())
    assert live.refresh().value
    assert b"data-family=" in live.answer("articles/").content
    monkeypatch.setattr(lists, "ROWS_MAX", 2)
    assert live.refresh().value
    page = live.answer("articles/").content
    assert page.count(b'<li class="dw-row">') == lists.ROWS_MAX


def test_a_list_over_several_pages_leads_to_the_search_for_the_same_articles(project, monkeypatch):
    """The list of a language too long for one page points at the search narrowed to that language."""
    found = survey(project / "corpus", [project / "corpus/sources"]).value
    edition = open_edition(make_library(found.corpus, found.articles), EditionKind.PUBLIC)
    desk = set_desk(edition, interfaces()[1], found.corpus.codebook.value)
    monkeypatch.setattr(lists, "ROWS_MAX", 1)
    pages = {made.path: made.make().meta["view"]["search"] for made in lists.article_lists(Sights(desk))}
    assert pages["ar/articles/page-2.md"] == "ar/search/"
    assert pages["ar/lists/language/en/page-2.md"] == "ar/search/?language=en"


def test_every_article_is_in_the_list_of_its_theme_language_year_and_kind(site_public):
    """What the list of a year or a language shows is what the list of all articles says of it."""
    row = re.compile(
        r'<li class="dw-row" data-theme="([^"]*)" data-language="(\w+)".*?data-kind="([\w-]+)".*?data-year="(\w+)"'
    )
    everything = row.findall((site_public / "articles/index.html").read_text(encoding="utf-8"))
    assert len(everything) > 100
    for number, folder in ((1, "language"), (2, "kind"), (3, "year")):
        for value in {found[number] for found in everything}:
            listed = row.findall(
                (site_public / f"lists/{folder}/{value}/index.html").read_text(encoding="utf-8")
            )
            assert len(listed) == sum(found[number] == value for found in everything), (folder, value)
            assert {found[number] for found in listed} == {value}


def test_a_name_found_more_often_than_a_page_lists_leads_on(site_public):
    """Pages of names that list the newest articles only say so and lead to all; the others lead to the network alone."""
    for name in ("nato", "gulf", "morocco"):
        text = (site_public / f"entities/{name}/index.html").read_text(encoding="utf-8")
        count = int(
            re.search(
                r'id="articles">[^<]*<bdi class="dw-count"><span data-unit="articles">(\d+)', text
            ).group(1)
        )
        assert text.count('<article class="dw-card"') == min(count, 40)
        assert (f"search/?q=concept%3Aentity%3A{name}" in text) == (count > 40)
        assert f"explore/network/?focus=entity:{name}" in text
