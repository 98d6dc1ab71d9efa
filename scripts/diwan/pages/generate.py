"""All pages of an edition, in every language of the interface."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain

from diwan.edition import Edition, Published
from diwan.memory import Memory, checksum_of
from diwan.model.coding import Codebook
from diwan.pages.agreement import agreement_page
from diwan.pages.articles import article_page
from diwan.pages.asking import search_page
from diwan.pages.cards import Desk, set_desk
from diwan.pages.changes import changes_page, tombstones
from diwan.pages.claims import claims_page
from diwan.pages.codebook import codebook_page
from diwan.pages.codings import codings_page, codings_path, has_codings
from diwan.pages.common import Common
from diwan.pages.data import data_page
from diwan.pages.entities import entity_pages
from diwan.pages.events import events_page
from diwan.pages.explore import explore_pages
from diwan.pages.families import collation_pages, families_page
from diwan.pages.figures import with_figures
from diwan.pages.home import home_page
from diwan.pages.interface import Interface, interfaces
from diwan.pages.keywords import with_contrasts
from diwan.pages.lists import article_lists
from diwan.pages.outlets import outlet_pages
from diwan.pages.page import Maker, Page
from diwan.pages.sight import Sights
from diwan.pages.themes import theme_pages
from diwan.pages.wordpages import word_pages

#: Makes pages that are no articles.
_Making = Callable[[Sights], Iterable[Page | Maker]]


def page_makers(edition: Edition, memory: Memory) -> Iterator[Maker]:
    """Yield a maker for every page of *edition*; those of which there are many are made only when they are wanted."""
    codebook = edition.library.corpus.codebook
    if codebook is None:
        return
    common = Common()
    desks = [
        with_contrasts(set_desk(edition, one, codebook.value, memory, common), memory) for one in interfaces()
    ]
    # What is plotted is known when it is asked for, from the sights of the desks that have the plots.
    desks = with_figures(desks, memory, lambda: checksum_of(*(sights.plotted for _, sights in seen)))

    def ready() -> None:
        desks[0].figures("coverage")
        edition.naming.gather()

    # The pages of an article in all languages come one after the other: what they have in common is made once.
    seen = [(desk, Sights(desk)) for desk in desks]
    gather = edition.library.related.gather
    for ident, published in edition.articles.items():
        coded = has_codings(desks[0], published)
        for desk, sights in seen:
            further = partial(sights.checksum, ident), partial(sights.glance, ident), gather
            yield Maker(desk.site.article_path(ident), partial(_made, article_page, sights, ident), *further)
            if coded:
                yield Maker(codings_path(desk, ident), partial(_made, codings_page, sights, ident), *further)
    for desk, sights in seen:
        others = (make(sights) for name, make in _OTHERS.items() if name not in _OF_MANY)
        pages = [*_Many(sights, ready).makers(memory), *map(Maker.of, chain.from_iterable(others))]
        taken = {page.path for page in pages}.union(map(desk.site.article_path, edition.articles))
        yield from (*pages, *map(Maker.of, tombstones(desk, taken)))


class _Many:
    """The pages of one language that show many articles: they stand together, known at a glance.

    Which there are is remembered beside what they show, so that where all of them stand none is even laid out.
    """

    def __init__(self, sights: Sights, lean_on: Callable[[], None]) -> None:
        self._sights, self._lean_on = sights, lean_on

    def makers(self, memory: Memory) -> Iterator[Maker]:
        """Yield a maker for each of the pages."""
        kind = f"many-{self._sights.whole.site.interface.language}"
        (paths,) = memory.of_contents(kind, [self._sights.many], lambda _: [tuple(self._laid_out)])
        for path in paths:
            making = partial(self._make, path), partial(self._checksum, path)
            yield Maker(path, *making, self._sights.glance_at_many, self._ready)

    @cached_property
    def _laid_out(self) -> Mapping[str, Maker]:
        makers = (map(Maker.of, make(self._sights)) for name, make in _OTHERS.items() if name in _OF_MANY)
        return {maker.path: maker for maker in chain.from_iterable(makers)}

    def _ready(self) -> None:
        self._lean_on()
        _ = self._laid_out

    def _make(self, path: str) -> Page:
        return self._laid_out[path].make()

    def _checksum(self, path: str) -> str:
        checksum = self._laid_out[path].checksum
        return checksum() if checksum else ""


def _made(make: Callable[[Desk, Published], Page], sights: Sights, ident: str) -> Page:
    sight = sights.of(ident)
    return make(sight.desk, sight.published)


class Shelf:
    """The pages of one interface language, each made when somebody asks for it and not before."""

    def __init__(self, edition: Edition, interface: Interface, codebook: Codebook, memory: Memory) -> None:
        self._set_desk = partial(set_desk, edition, interface, codebook, memory)
        self._memory = memory
        self._makers: dict[_Making, dict[str, Maker]] = {}

    @cached_property
    def _desk(self) -> Desk:
        (desk,) = with_figures([with_contrasts(self._set_desk(), self._memory)], self._memory)
        return desk

    @cached_property
    def _sights(self) -> Sights:
        return Sights(self._desk)

    def page(self, path: str) -> Page | None:
        """Return the page at *path* below `docs/`; None where there is none."""
        site = self._desk.site
        bare = path.removeprefix(site.interface.prefix)
        folder, _, name = bare.removesuffix(".md").rpartition("/")
        published = site.edition.articles.get(name) if folder == "articles" else None
        if published:
            return _made(article_page, self._sights, name)
        coded = folder.removeprefix("articles/") if name == "codings" else ""
        if coded in site.edition.articles and has_codings(self._desk, site.edition.articles[coded]):
            return _made(codings_page, self._sights, coded)
        first = bare.partition("/")[0]
        make = _OTHERS.get("articles" if first == "lists" else first)
        found = (self._makers_of(make).get(path) if make else None) or self._makers_of(_tombstones).get(path)
        return found.make() if found else None

    def _makers_of(self, make: _Making) -> dict[str, Maker]:
        if make not in self._makers:
            self._makers[make] = {page.path: Maker.of(page) for page in make(self._sights)}
        return self._makers[make]


def shelves(edition: Edition, memory: Memory) -> dict[str, Shelf]:
    """Return the pages of *edition* by the prefix of their interface language; none without a codebook."""
    codebook = edition.library.corpus.codebook
    if codebook is None:
        return {}
    return {interface.prefix: Shelf(edition, interface, codebook.value, memory) for interface in interfaces()}


def _from_desk(make: Callable[[Desk], Iterable[Page | Maker]]) -> _Making:
    """Return what makes the same pages of sights: those of the whole desk."""
    return lambda sights: make(sights.whole)


def _tombstones(sights: Sights) -> Iterable[Page]:
    return tombstones(sights.whole, set())


def _one_page(path: str, make: Callable[[Desk], Page], sights: Sights) -> Iterable[Maker]:
    return [Maker(f"{sights.whole.site.interface.prefix}{path}", partial(make, sights.whole))]


#: Pages of which there is one, by where they stand.
_SINGLE: dict[str, Callable[[Desk], Page]] = {
    "index.md": home_page,
    "events.md": events_page,
    "claims.md": claims_page,
    "method.md": codebook_page,
    "agreement.md": agreement_page,
    "changes.md": changes_page,
    "families.md": families_page,
    "data.md": data_page,
    "search.md": search_page,
}
#: What makes the pages that are no articles, by their file or the folder they stand in.
_OTHERS: dict[str, _Making] = {
    "articles": article_lists,
    "themes": _from_desk(theme_pages),
    "words": _from_desk(word_pages),
    "outlets": _from_desk(outlet_pages),
    "entities": entity_pages,
    "explore": _from_desk(explore_pages),
    "collations": _from_desk(collation_pages),
    **{path: partial(_one_page, path, make) for path, make in _SINGLE.items()},
}
#: Those that show of articles nothing but what `Sights.many` has: they stand together, known at a glance.
_OF_MANY = frozenset(
    {"articles", "themes", "words", "outlets", "entities", "explore"}
    | {"index.md", "events.md", "claims.md", "method.md", "agreement.md"}
)
