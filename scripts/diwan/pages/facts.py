"""The facts of a record as rows of a table: what is known, and how it is known."""

from collections.abc import Iterator

from diwan.edition import Published
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.record import UNKNOWN, Access, Basis, Record
from diwan.pages.site import Site

Row = dict[str, str]


def fact_rows(site: Site, published: Published) -> list[Row]:
    """Return the rows of the table "what we know and how": label, value, address, basis, detail."""
    record = published.article.record
    return [row for row in _rows(site, record) if row["value"]]


def _rows(site: Site, record: Record) -> Iterator[Row]:
    say = site.interface.say
    basis = record.basis
    headline = record.title.get(record.language, "") if basis.title.how != UNKNOWN else say("unknown")
    yield _row(site, "title", headline, basis.title)
    authors = ", ".join(author.name for author in record.authors) or say("unknown")
    yield _row(site, "authors", authors, basis.authors)
    yield _outlet_row(site, "outlet", record.outlet, basis.outlet)
    if record.origin:
        yield _outlet_row(site, "origin", record.origin.outlet, basis.origin)
    yield _row(site, "date", site.interface.date(record.date), basis.date)
    yield _row(site, "language", site.interface.language_label(record.language), basis.language)
    yield _address_row(site, "url", record.url, basis.url)
    yield _address_row(site, "archived", record.archived, None)
    for repost in record.reposts:
        yield {**_address_row(site, "repost", repost.url, None), "detail": repost.note or ""}
    if record.variant_of:
        other = site.edition.articles.get(record.variant_of.article)
        title = str(site.title(other)["text"]) if other else record.variant_of.article
        yield {
            **_row(site, "variant_of", say(f"variant.{record.variant_of.how}", title=title), None),
            "url": site.article_path(record.variant_of.article).removesuffix(".md") + "/",
        }
    yield _row(site, "read", say(f"read.{record.read}"), None)
    yield {**_row(site, "rights", say(f"rights.{record.rights}"), None), "url": record.rights.uri}
    yield _row(site, "access", say(f"access.{record.access}"), None)
    if record.source and record.access is not Access.WITHDRAWN:
        yield _row(site, "source", f"SHA-256 {record.source.sha256}", None)


def _row(site: Site, field: str, value: str, basis: Basis | None) -> Row:
    return {
        "label": site.interface.say(f"field.{field}"),
        "value": value,
        "url": "",
        "basis_label": site.interface.say(f"basis.{basis.how}") if basis else "",
        "detail": (basis.detail or "") if basis else "",
    }


def _outlet_row(site: Site, field: str, outlet: str, basis: Basis | None) -> Row:
    link = site.concept_link(ConceptKey(ConceptKind.OUTLET, outlet))
    return {**_row(site, field, link["label"], basis), "url": link["url"]}


def _address_row(site: Site, field: str, url: str, basis: Basis | None) -> Row:
    if url == UNKNOWN:
        return _row(site, field, site.interface.say("unknown") if field == "url" else "", basis)
    return {**_row(site, field, url, basis), "url": url}
