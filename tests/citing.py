"""Items to cite, made by hand, and editions to take them from."""

from pathlib import Path

from conftest import EDITION, ROOT
from diwan.citations.item import Cataloguer, Item, common_point
from diwan.citations.names import Name
from diwan.corpus.corpus import load_corpus
from diwan.edition import Edition, open_edition
from diwan.imprint import Imprint
from diwan.library.library import make_library
from diwan.library.survey import survey
from diwan.project import EditionKind
from diwan.text.edtf import parse_edtf

CROSSWALK = load_corpus(ROOT / "corpus").value.crosswalk.value
#: That of the site which other tests build, so that the two can be compared.
IMPRINT = Imprint(name=EDITION["DIWAN_EDITION"], date="2026-11-04", address=EDITION["SITE_URL"])


def item(**known) -> Item:
    """Return an item with the facts that are given, and plain ones for the rest."""
    authors = tuple(known.pop("authors", ()))
    span = parse_edtf(known.pop("date", "2024-06-27"))
    facts = {
        "id": "x-1", "genre": CROSSWALK.genre_of(known.pop("outlet_kind", "newspaper")), "kind": "news",
        "title": "Patrols in the Bay", "title_language": "en", "supplied": False, "translation": "",
        "translations": {}, "authors": authors, "authors_latin": authors, "outlets": {"en": "The Harbour Post"},
        "outlet": "The Harbour Post", "span": span, "date": common_point(span), "language": "en",
        "url": "https://harbour.example/1", "archived": "", "rights": "http://rightsstatements.org/vocab/InC/1.0/",
        "keywords": ("Joint patrol",), "abstract": "Our summary.", "path": "articles/x-1/",
        "page": IMPRINT.url("articles/x-1/"), "note": "Gulf Security Corpus",
    }  # fmt: skip
    return Item(**(facts | known))


def edition_of(corpus: Path, kind: EditionKind = EditionKind.PUBLIC) -> Edition:
    """Return an edition of the corpus in a folder."""
    folder = corpus / "sources"
    found = survey(corpus, [folder] if folder.is_dir() else []).value
    return open_edition(make_library(found.corpus, found.articles), kind, IMPRINT)


def catalogue_of(corpus: Path) -> Cataloguer:
    """Return the cataloguer of the public edition of a corpus."""
    return Cataloguer(edition_of(corpus))


PEOPLE = (Name("Rostami", "A."), Name("Butt", "G."), Name("Sager", "S."))
