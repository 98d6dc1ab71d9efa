"""Pages about versions of one text: which there are, how far they differ, and, where words may be shown, how."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from diwan.documents.passages import TEXT_PREFIX
from diwan.edition import Published
from diwan.library.collation import Fate, align, compare_words
from diwan.model.ledger import LIVE, ReleasedPassage
from diwan.pages.cards import Desk
from diwan.pages.essays import note_pieces
from diwan.pages.page import Page, address
from diwan.pages.pointing import named
from diwan.text.languages import direction
from diwan.text.sketch import sketch_of


def families_page(desk: Desk) -> Page:
    """Return the page of all families."""
    say, families = desk.site.interface.say, desk.site.edition.library.families
    return Page(
        path=f"{desk.site.interface.prefix}families.md",
        title=say("families.title"),
        description=say("families.lead"),
        template="families.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "articles": len(desk.cards),
                "texts": families.texts(desk.cards),
                "families": [_family(desk, idents) for idents in families.members.values()],
            }
        },
    )


def collation_pages(desk: Desk) -> Iterator[Page]:
    """Yield a collation of each version with what it goes back to, where the edition shows both texts whole."""
    for root, *versions in desk.site.edition.library.families.members.values():
        for version in versions:
            if _open(desk, root) and _open(desk, version):
                yield _collation(desk, root, version)


def _open(desk: Desk, ident: str) -> bool:
    """Whether this edition shows the whole text of an article."""
    return desk.site.edition.articles[ident].whole


def _family(desk: Desk, idents: Sequence[str]) -> dict[str, Any]:
    root = idents[0]
    return {
        "root": named(desk.cards[root]),
        "versions": [_version(desk, root, ident) for ident in idents[1:]],
    }


def _version(desk: Desk, root: str, ident: str) -> dict[str, Any]:
    say, declared = desk.site.interface.say, desk.site.edition.articles[ident].article.record.variant_of
    how = f"family.{declared.how}" if declared else "family.measured"
    base, version = _passages(desk, root), _passages(desk, ident)
    fates = Counter(row.fate for row in align(base, version)) if base and version else None
    return {
        **named(desk.cards[ident]),
        "how": say(how),
        "notes": [note_pieces(desk.site, note) for note in _notes(desk, ident)],
        "numbers": {fate.value: fates[fate] for fate in Fate} if fates else {},
        "collation": address(_path(desk, root, ident)) if _open(desk, root) and _open(desk, ident) else "",
    }


def _notes(desk: Desk, ident: str) -> Sequence[str]:
    """Return our notes on an article: what differs, what was compared, what is in doubt."""
    published = desk.site.edition.articles[ident]
    return () if published.withdrawn else published.article.record.notes


def _passages(desk: Desk, ident: str) -> Sequence[ReleasedPassage]:
    """Return the passages of a text as checksums and sketches: from the text if it is at hand, or from the ledger."""
    published = desk.site.edition.articles[ident]
    article = published.article
    if published.withdrawn:
        return ()
    if article.text:
        return [ReleasedPassage(p.id, p.sha256, sketch_of(p.block.text)) for p in article.text.passages]
    released = desk.site.edition.library.corpus.ledger.of(ident, TEXT_PREFIX)
    return [passage for passage in released if passage.state == LIVE]


def _path(desk: Desk, root: str, version: str) -> str:
    return f"{desk.site.interface.prefix}collations/{root}/{version}.md"


def _collation(desk: Desk, root: str, ident: str) -> Page:
    interface, published = desk.site.interface, desk.site.edition.articles
    base, version = _passages(desk, root), _passages(desk, ident)
    rows = [
        _row(published[root], published[ident], row.base, row.version, row.fate)
        for row in align(base, version)
    ]
    title = interface.say("collation.title", title=desk.cards[ident]["text"])
    return Page(
        path=_path(desk, root, ident),
        title=title,
        description=interface.say("collation.lead"),
        template="collation.html",
        interface=interface,
        meta={"view": {"base": named(desk.cards[root]), "version": named(desk.cards[ident]), "rows": rows}},
    )


def _row(
    base: Published, version: Published, place: int | None, other: int | None, fate: Fate
) -> dict[str, Any]:
    """Return two passages side by side; where one was made of the other, with the words that differ marked."""
    left, right = _words(base, place), _words(version, other)
    compared = list(compare_words(left, right)) if fate is Fate.CHANGED else []
    return {
        "fate": fate.value,
        "base": _side(base, place, compared or [(Fate.SAME, left)], Fate.PUT_IN),
        "version": _side(version, other, compared or [(Fate.SAME, right)], Fate.LEFT_OUT),
    }


def _words(published: Published, place: int | None) -> str:
    return published.text.passages[place].block.text if published.text and place is not None else ""


def _side(
    published: Published, place: int | None, compared: list[tuple[Fate, str]], without: Fate
) -> dict[str, Any]:
    """Return one side of a row: its passage, and its words in stretches, without those that only the other has."""
    if published.text is None or place is None:
        return {}
    language = published.text.language
    return {
        "passage": published.text.passages[place].id,
        "lang": language,
        "dir": direction(language),
        "stretches": [{"fate": fate.value, "text": text} for fate, text in compared if fate is not without],
    }
