"""Makes small tagged PDF files for tests: lines of text with marks, and a tree of elements that hold them (ISO 32000-1, 14.7)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfmaker import Line, file_of, link_of, shown

#: An element: its kind, and what it holds: elements, marks (page and number), `^` for the element around it, and
#: `=` for what stands before it once more.
Node = tuple[str, list[Any]]
_ROOT, _FONTS = 3, 4

#: What the texts of such files are made of.
SENTENCES = [
    "The council of the northern town voted for the patrol after a long evening.",
    "Pilots and fishermen asked about oil and about lamps, and nobody answered.",
    "Two boats were sent out before dawn, and the crews said the sea was calm.",
    "On the quay the lamps are lit by hand, and there is a book of every ship.",
    "Nobody has asked to read it, though two members praised the whitewash.",
    "The fishermen want radios that work in fog, and a rope that was tested.",
]


def tagged_of(
    pages: Sequence[Sequence[tuple[int | None, Line]]],
    tree: Node,
    *,
    marked: bool = True,
    linked: Collection[str] = (),
) -> bytes:
    """Return a PDF file of *pages*, lines each with its mark or none, and the *tree* of elements that hold the marks.

    The texts *linked* lead to the web, or where they say.
    """
    first = _FONTS + 2
    places = [first + 2 * number for number in range(len(pages))]
    written = _Tree(places, places[-1] + 2)
    top = written.put(tree, _ROOT)
    nums = " ".join(f"{number} [{written.owned(number)}]" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot {_ROOT} 0 R /MarkInfo << /Marked {str(marked).lower()} >> >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{place} 0 R' for place in places)}] /Count {len(pages)} >>",
        f"<< /Type /StructTreeRoot /K [{top} 0 R] /RoleMap << /Headline /H1 >> /ParentTree << /Nums [{nums}] >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        content = "\n".join(_shown(mark, line) for mark, line in lines)
        links = " ".join(link_of(line, linked) for _, line in lines if line[3] in linked)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents {number} /Contents {places[number] + 1} 0 R "
            f"/Annots [{links}] /Resources << /Font << /F1 {_FONTS} 0 R /F2 {_FONTS + 1} 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return file_of([*objects, *written.written])


@dataclass
class _Tree:
    """The elements of a file as they are written, the first of them having the number *first*."""

    places: Sequence[int]
    first: int
    written: list[str] = field(default_factory=list)
    #: The element that holds each mark.
    owners: dict[tuple[int, int], int] = field(default_factory=dict)

    def put(self, node: Node, above: int) -> int:
        """Write *node*, which stands in the element *above*, and all that it holds; return its number."""
        kind, parts = node
        own = self.first + len(self.written)
        self.written.append("")
        kids: list[str] = []
        for part in parts:
            if part == "^":
                kids.append(f"{above} 0 R")
            elif part == "=":
                kids.append(kids[-1])
            elif isinstance(part[0], int):
                self.owners[part] = own
                kids.append(f"<< /Type /MCR /Pg {self.places[part[0]]} 0 R /MCID {part[1]} >>")
            else:
                kids.append(f"{self.put(part, own)} 0 R")
        self.written[own - self.first] = (
            f"<< /Type /StructElem /S /{kind} /P {above} 0 R /K [{' '.join(kids)}] >>"
        )
        return own

    def owned(self, page: int) -> str:
        """Return the elements that hold the marks of *page*, by mark."""
        count = max((mark for at, mark in self.owners if at == page), default=-1) + 1
        numbers = [self.owners.get((page, mark)) for mark in range(count)]
        return " ".join(f"{number} 0 R" if number else "null" for number in numbers)


def _shown(mark: int | None, line: Line) -> str:
    return shown(line) if mark is None else f"/Span << /MCID {mark} >> BDC {shown(line)} EMC"
