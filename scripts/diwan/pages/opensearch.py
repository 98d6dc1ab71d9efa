"""OpenSearch descriptions: by them a browser offers the site's search in its own address bar, one for each language.

The form is that of OpenSearch 1.1, draft 6 (https://github.com/dewitt/opensearch).
"""

from html import escape

from diwan.citations.item import Cataloguer
from diwan.edition import Edition
from diwan.pages.interface import Interface, interfaces

#: Characters that a short name may have; longer ones are refused by browsers.
_NAME_MAX = 16


def descriptions(edition: Edition) -> dict[str, str]:
    """Return the description for each language of the interface, by its path below the site's root."""
    names, url = Cataloguer(edition).crosswalk.corpus.name, edition.imprint.url
    return {
        f"{interface.prefix}search/opensearch.xml": _description(
            interface, interface.text(names), url(f"{interface.prefix}search/")
        )
        for interface in interfaces()
    }


def _description(interface: Interface, name: str, search: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"  <ShortName>{escape(name[:_NAME_MAX].strip())}</ShortName>\n"
        f"  <LongName>{escape(name)}</LongName>\n"
        f"  <Description>{escape(interface.say('search.lead'))}</Description>\n"
        f"  <Language>{interface.language}</Language>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        f'  <Url type="text/html" template="{escape(search)}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
