"""The press: pages of `docs/` become pages of the site, each only if something that bears on it has changed.

What bears on a page is its Markdown, the theme, the settings and the program; for a page that MkDocs converts also
which other pages there are, since its links lead to them. The notes tell of each page of the site that stands
the checksum of all that, and where the links of the page begin and end. Pages of articles know what their Markdown
would be made from (`pages/sight.py`); while that is the same, not even the Markdown is made.
"""

import marshal
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diwan.files import Mark, mark_of, write_page
from diwan.links import Ends, ends_of
from diwan.memory import checksum_of
from diwan.notes import read_note, write_note
from diwan.pages.page import Maker, address, make_ready
from diwan.rendering import Renderer
from diwan.shards import WORTHWHILE, joined_shards
from diwan.trees import Files, Trees

#: If less than one page in so many is in doubt at a glance, as after an edit, one process writes them: most of them stand too.
#: Of 10,000 articles 2,450 of 22,500 pages are in doubt, and to look at them takes 2 s; two more processes spared less than
#: that beside the index that is being made, and each copied 100 MB of what it looked at.
FEW = 5
#: If less than one page in so many is another than is noted, that is noted beside: 2 ms where all of 21,600 pages take 200.
#: Whoever reads both notes pays for what stands in both, which this keeps small.
SPARSE = 16
#: The mark of a file that was not looked at.
_UNKNOWN: Mark = (0, 0, 0, 0)


class Printed(NamedTuple):
    """A page of the site: the checksum of all it was made of, and where its links begin and end."""

    key: str
    ends: Ends
    #: Whether it stands in the present site as it is.
    standing: bool = False
    #: The checksum of what its Markdown was made from, where that is known; and the mark of the Markdown.
    source: str = ""
    mark: Mark = _UNKNOWN
    #: What tells sooner that this checksum is the same (`Maker.glance`).
    glance: str = ""
    #: Whether MkDocs converts it: then it hangs on the other pages as well, so that only its Markdown stands at a glance.
    converted: bool = False


class Press:
    """Makes the pages of one site from the pages of *docs*."""

    def __init__(
        self,
        docs: Path,
        renderer: Renderer,
        trees: Trees,
        standing: Mapping[str, Printed],
        seen: Mapping[str, Mark],
    ) -> None:
        """Take where the pages are, the pages of the present site that are *standing*, and the marks of files that were *seen*."""
        self._docs = docs
        self._renderer = renderer
        self._trees = trees
        self._standing = standing
        self._seen = seen
        self._fingerprint = renderer.fingerprint()
        #: The glances of pages whose Markdown is there and that MkDocs is to convert.
        self._unconverted: dict[str, str] = {}

    def print(self, makers: Sequence[Maker]) -> dict[str, Printed]:
        """Write the pages of *makers* that do not stand; return by their path all those whose HTML is known."""
        glances: dict[str, str] = {}
        pages: dict[str, Printed] = {}
        doubtful = []
        for maker in makers:
            known = self._standing.get(name := _name(maker))
            if maker.glance:
                glances[name] = checksum_of(self._fingerprint, maker.glance())
            if known and known.glance == glances.get(name, "-") and self._has(maker, known):
                if not known.converted:
                    pages[name] = known
            else:
                doubtful.append(maker)
        for name, page in self._printed(doubtful, len(makers)):
            pages[name] = (page or self._standing[name])._replace(glance=glances.get(name, ""))
        self._unconverted = {name: glance for name, glance in glances.items() if name not in pages}
        return pages

    def _printed(self, doubtful: Sequence[Maker], count: int) -> list[tuple[str, Printed | None]]:
        """Write those of *count* pages that are *doubtful*."""
        if len(doubtful) < max(WORTHWHILE, count // FEW):
            return self.write(doubtful)
        # Done here, it is not done by every process that writes pages.
        make_ready(doubtful)
        self._renderer.prepare()
        return joined_shards(self.write, doubtful)

    def write(self, makers: Sequence[Maker]) -> list[tuple[str, Printed | None]]:
        """Write the Markdown of *makers*, and the pages of those whose HTML is known; return these by their path.

        Of a page that stands None is returned: whoever asked knows it, and between processes all that travels is copied.
        """
        printed: list[tuple[str, Printed | None]] = []
        for maker in makers:
            name, file = _name(maker), self._docs / maker.path
            seen = maker.checksum() if maker.checksum else ""
            source = checksum_of(self._fingerprint, seen) if seen else ""
            if self._stands(maker, source):
                printed.append((name, None))
                continue
            page = maker.make()
            data = str(page).encode()
            write_page(file, data)
            if page.html or not page.body:
                key = checksum_of(self._fingerprint, data)
                parts = page.html.parts if page.html else ()
                made = self._known(name, key) or self._print(name, key, self._renderer.ready(page), parts)
                printed.append((name, made._replace(source=source, mark=mark_of(file.stat()))))
        return printed

    def _stands(self, maker: Maker, source: str) -> bool:
        """Whether a page and its Markdown are what *source* would make them."""
        standing = self._standing.get(_name(maker))
        return bool(standing and source and standing.source == source and self._has(maker, standing))

    def _has(self, maker: Maker, page: Printed) -> bool:
        """Whether the Markdown of a *page* was as it was written, when the build began."""
        return self._seen.get(self._place(maker)) == page.mark

    def _place(self, maker: Maker) -> str:
        return f"{self._docs}{os.sep}{maker.path}"

    def marks(self, makers: Sequence[Maker], pages: Mapping[str, Printed]) -> dict[str, Mark]:
        """Return the marks of the Markdown of all *pages* of *makers* of which that is known, by its path."""
        known = ((maker, pages.get(_name(maker))) for maker in makers)
        return {self._place(maker): page.mark for maker, page in known if page and page.mark != _UNKNOWN}

    def convert_rest(self, printed: Iterable[str]) -> dict[str, Printed]:
        """Convert the pages of `docs/` that are not among *printed*, and write what is no page."""
        done = frozenset(printed)
        files = self._renderer.rest(done)
        paths = checksum_of(*sorted(done), *sorted(file.src_uri for file in files))
        rest = {}
        for file in files.documentation_pages():
            if (name := file.dest_uri) not in done:
                key = checksum_of(self._fingerprint, paths, file.content_string)
                made = self._known(name, key) or self._print(name, key, self._renderer.converted(file, files))
                if glance := self._unconverted.get(name):
                    mark = mark_of((self._docs / file.src_uri).stat())
                    made = made._replace(mark=mark, glance=glance, converted=True)
                rest[name] = made
        self._renderer.furnish(files)
        return rest

    def _known(self, name: str, key: str) -> Printed | None:
        standing = self._standing.get(name)
        return standing if standing and standing.key == key else None

    def _print(self, name: str, key: str, html: str, parts: Iterable[str] = ()) -> Printed:
        return Printed(key, ends_of(html, parts), standing=not self._trees.write(name, html.encode()))


def _name(maker: Maker) -> str:
    return f"{address(maker.path)}index.html"


def standing_pages(notes: Path, site: Files) -> dict[str, Printed]:
    """Return the pages of *site*, given as its files, that are as *notes* has them."""
    return {
        name: Printed(
            key,
            Ends(links, ids),
            standing=True,
            source=source,
            mark=markdown,
            glance=glance,
            converted=converted,
        )
        for file in (notes, _later(notes))
        for name, (key, mark, links, ids, source, markdown, glance, converted) in _rows(file).items()
        if site.get(name) == mark
    }


def note_pages(
    notes: Path, pages: Mapping[str, Printed], site: Files, former: Mapping[str, Printed] | None = None
) -> None:
    """Write into *notes* of what the *pages* of *site*, given as its files, were made.

    That may be done before readers see the site: a page is taken for what a note tells only if its file is the same. For the
    same reason what is noted of *former* pages may stay, and of a few others a second note tells beside it.
    """
    later, known = _later(notes), former or {}
    others = {name for name, page in pages.items() if page != known.get(name)}
    others |= _rows(later).keys() & pages.keys()
    beside = len(others) * SPARSE < len(pages)
    rows = {
        name: (
            page.key,
            site[name],
            page.ends.links,
            page.ends.ids,
            page.source,
            page.mark,
            page.glance,
            page.converted,
        )
        for name in sorted(others if beside else pages)
        for page in [pages[name]]
    }
    # In half the time that pickling takes them: they are nothing but texts and numbers.
    write_note(later if beside else notes, marshal.dumps(rows))
    if not beside:
        later.unlink(missing_ok=True)


def _later(notes: Path) -> Path:
    """Return where it is noted of which pages *notes* no longer tells."""
    return notes.with_name(f"{notes.name}-later")


def _rows(file: Path) -> dict[str, tuple[Any, ...]]:
    noted = read_note(file)
    rows: dict[str, tuple[Any, ...]] = marshal.loads(noted) if noted else {}  # noqa: S302  # as all notes
    return rows
