"""Essays on pages: our own Markdown, its links to the corpus turned into links between pages."""

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.essaylinks import EssayLink, essay_links, pieces_of, replace_links
from diwan.pages.page import address, link
from diwan.pages.site import Site


def essay_body(site: Site, text: str, folder: str) -> str:
    """Return the Markdown of an essay for a page in *folder*."""
    here = f"{site.interface.prefix}{folder}/"
    wanted = {found for _, found in essay_links(text)}
    return replace_links(text.strip(), {found: _address(site, found, here) for found in wanted})


def note_pieces(site: Site, note: str) -> list[dict[str, str]]:
    """Return a note in pieces, each with the address below the site's root that its words lead to, or none."""
    return [
        {"text": words, "url": _site_address(site, wanted) if wanted else ""}
        for words, wanted in pieces_of(note)
        if words
    ]


def _site_address(site: Site, wanted: EssayLink) -> str:
    path, mark, fragment = _address(site, wanted, "").partition("#")
    return f"{address(path)}{mark}{fragment}"


def _address(site: Site, wanted: EssayLink, here: str) -> str:
    if wanted.kind == "article":
        shown = site.edition.articles[wanted.id].shown
        return link(here, site.article_path(wanted.id), wanted.passage if wanted.passage in shown else "")
    if wanted.kind == "claim":
        return link(here, f"{site.interface.prefix}claims.md", wanted.id)
    key = ConceptKey(ConceptKind(wanted.kind), wanted.id)
    return link(here, site.concept_path(key), wanted.id if wanted.kind == "event" else "")
