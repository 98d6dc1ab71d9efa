"""Essays on pages: our own Markdown, its links to the corpus turned into links between pages."""

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.essaylinks import EssayLink, essay_links, replace_links
from diwan.pages.page import link
from diwan.pages.site import Site


def essay_body(site: Site, text: str, folder: str) -> str:
    """Return the Markdown of an essay for a page in *folder*."""
    here = f"{site.interface.prefix}{folder}/"
    wanted = {found for _, found in essay_links(text)}
    return replace_links(text.strip(), {found: _address(site, found, here) for found in wanted})


def _address(site: Site, wanted: EssayLink, here: str) -> str:
    if wanted.kind == "article":
        shown = site.edition.articles[wanted.id].shown
        return link(here, site.article_path(wanted.id), wanted.passage if wanted.passage in shown else "")
    if wanted.kind == "claim":
        return link(here, f"{site.interface.prefix}claims.md", wanted.id)
    key = ConceptKey(ConceptKind(wanted.kind), wanted.id)
    return link(here, site.concept_path(key), wanted.id if wanted.kind == "event" else "")
