"""The sitemap (https://www.sitemaps.org/protocol.html): every page, its last change, the same page in other languages.

Pages of articles and of their codings have the day of the last coding; of other pages no day is known, and none is made up. A page that
exists in several languages names all of them, itself included, on every one of its lines.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from diwan.edition import Edition
from diwan.exports.feeds import days_of
from diwan.files import write_page
from diwan.imprint import Imprint
from diwan.memory import checksum_of
from diwan.parts import Parts
from diwan.text.languages import INTERFACE_LANGUAGES, prefix_of, without_prefix

#: Addresses in one file; the protocol allows 50,000 and 50 MB.
TOGETHER = 20_000
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def write_sitemap(edition: Edition, site: Path, pages: Collection[str], parts: Parts) -> None:
    """Write the sitemap of *pages*, paths of files, into *site*, unless *parts* knows that it stands."""
    addresses = sorted(path.removesuffix("index.html") for path in pages if path.endswith("index.html"))
    days = {
        ident: found[1]
        for ident, published in edition.articles.items()
        if (found := days_of(edition, published))
    }
    key = checksum_of(edition.imprint.address, *addresses, *chain.from_iterable(days.items()))
    count = -(-len(addresses) // TOGETHER)
    names = [f"sitemap-{number}.xml" for number in range(1, count + 1)] if count > 1 else []
    write = partial(_write, edition.imprint, site, addresses, days, names)
    parts.make("sitemap", key, ["sitemap.xml", *names], write)


def _by_address(days: Mapping[str, str]) -> dict[str, str]:
    """Return the days by the addresses of pages that have them: those of the articles and of their codings."""
    return {
        f"{prefix}articles/{ident}/{page}": day
        for ident, day in days.items()
        for prefix in map(prefix_of, INTERFACE_LANGUAGES)
        for page in ("", "codings/")
    }


def _write(
    imprint: Imprint, site: Path, addresses: Sequence[str], days: Mapping[str, str], names: Sequence[str]
) -> None:
    """Write the entries of *addresses*; where there are many, in parts with these *names*, and an index of them."""
    entries = list(_entries(addresses, _by_address(days), imprint))
    if not names:
        write_page(site / "sitemap.xml", _urlset(entries))
        return
    for number, name in enumerate(names):
        write_page(site / name, _urlset(entries[number * TOGETHER : (number + 1) * TOGETHER]))
    located = (f"<sitemap><loc>{escape(imprint.url(name))}</loc></sitemap>\n" for name in names)
    write_page(
        site / "sitemap.xml",
        f"{_OPENING}<sitemapindex {_NAMES.split(maxsplit=1)[0]}>\n{''.join(located)}</sitemapindex>\n",
    )


def _urlset(entries: Iterable[str]) -> str:
    return f"{_OPENING}<urlset {_NAMES}>\n{''.join(entries)}</urlset>\n"


def _entries(addresses: Iterable[str], days: Mapping[str, str], imprint: Imprint) -> Iterator[str]:
    # Once for each page, though every version of it names all.
    attributes = {address: quoteattr(imprint.url(address)) for address in addresses}
    for address in attributes:
        bare = without_prefix(address)
        versions = [
            (tag, path) for tag in INTERFACE_LANGUAGES if (path := f"{prefix_of(tag)}{bare}") in attributes
        ]
        links = [*versions, ("x-default", bare)] if len(versions) > 1 else []
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href={attributes[path]}/>' for tag, path in links
        )
        day = f"<lastmod>{days[address]}</lastmod>" if address in days else ""
        yield f"<url><loc>{escape(imprint.url(address))}</loc>{day}{alternates}</url>\n"
