"""The sitemap (https://www.sitemaps.org/protocol.html): every page, its last change, the same page in other languages.

Pages of articles and of their codings have the day of the last coding; of other pages no day is known, and none is made up. A page that
exists in several languages names all of them, itself included, on every one of its lines.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from diwan.edition import Edition
from diwan.exports.feeds import days_of
from diwan.files import write_page
from diwan.text.languages import INTERFACE_LANGUAGES, prefix_of, without_prefix

#: Addresses in one file; the protocol allows 50,000 and 50 MB.
TOGETHER = 20_000
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def write_sitemap(edition: Edition, site: Path, pages: Collection[str]) -> None:
    """Write the sitemap of *pages*, paths of files, into *site*; in parts with an index where there are many."""
    addresses = {path.removesuffix("index.html") for path in pages if path.endswith("index.html")}
    days = {
        f"{prefix}articles/{ident}/{page}": found[1]
        for ident, published in edition.articles.items()
        if (found := days_of(edition, published))
        for prefix in map(prefix_of, INTERFACE_LANGUAGES)
        for page in ("", "codings/")
    }
    entries = list(_entries(sorted(addresses), addresses, days, edition))
    parts = [entries[start : start + TOGETHER] for start in range(0, len(entries), TOGETHER)]
    if len(parts) == 1:
        write_page(site / "sitemap.xml", _urlset(parts[0]))
        return
    for number, part in enumerate(parts, start=1):
        write_page(site / f"sitemap-{number}.xml", _urlset(part))
    located = (
        f"<sitemap><loc>{escape(edition.imprint.url(f'sitemap-{n}.xml'))}</loc></sitemap>\n"
        for n in range(1, len(parts) + 1)
    )
    write_page(
        site / "sitemap.xml",
        f"{_OPENING}<sitemapindex {_NAMES.split(maxsplit=1)[0]}>\n{''.join(located)}</sitemapindex>\n",
    )


def _urlset(entries: Iterable[str]) -> str:
    return f"{_OPENING}<urlset {_NAMES}>\n{''.join(entries)}</urlset>\n"


def _entries(
    ordered: Iterable[str], known: set[str], days: Mapping[str, str], edition: Edition
) -> Iterator[str]:
    # Once for each page, though every version of it names all.
    attributes = {address: quoteattr(edition.imprint.url(address)) for address in known}
    for address in ordered:
        bare = without_prefix(address)
        versions = [
            (tag, path) for tag in INTERFACE_LANGUAGES if (path := f"{prefix_of(tag)}{bare}") in known
        ]
        links = [*versions, ("x-default", bare)] if len(versions) > 1 else []
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href={attributes[path]}/>' for tag, path in links
        )
        day = f"<lastmod>{days[address]}</lastmod>" if address in days else ""
        yield f"<url><loc>{escape(edition.imprint.url(address))}</loc>{day}{alternates}</url>\n"
