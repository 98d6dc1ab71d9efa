"""Makes small PDF files for tests: text set in Helvetica at given places, links and the name of a program, nothing else."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

#: Points of an A4 page.
WIDTH, HEIGHT = 595, 842
#: (left, baseline, size, text), from the lower left corner; bold where the text begins with `*`.
Line = tuple[float, float, float, str]


def pdf_of(
    pages: Sequence[Iterable[Line]],
    *,
    trailer: str = "",
    linked: Collection[str] = (),
    creator: str = "",
    laid: tuple[str, Sequence[int]] = ("", (0, 0, WIDTH, HEIGHT)),
) -> bytes:
    """Return a PDF file of *pages*, made by the program *creator*, in which the texts *linked* lead to the web, or where they say.

    The pages are *laid*: an operator that turns or shifts what they draw, and their edges.
    """
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(map(list, pages)):
        links = " ".join(link_of(line, linked) for line in lines if line[3] in linked)
        content = "\n".join([laid[0], *(shown(line) for line in lines)])
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, laid[1]))}] /Contents {6 + 2 * number} 0 R "
            f"/Annots [{links}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    if creator:
        objects.append(f"<< /Creator ({creator}) >>")
        trailer = f"/Info {len(objects)} 0 R {trailer}"
    return file_of(objects, trailer)


def link_of(line: Line, linked: Collection[str]) -> str:
    """Return the annotation that makes all of *line* a link."""
    left, base, size, text = line
    address = linked[text] if isinstance(linked, Mapping) else "https://quay.example/a"
    place = f"[{left} {base - size / 4} {left + size * len(text)} {base + size}]"
    return f"<< /Type /Annot /Subtype /Link /Rect {place} /A << /S /URI /URI ({address}) >> >>"


def shown(line: Line) -> str:
    """Return the content that shows *line*."""
    left, base, size, text = line
    font = "/F2" if text.startswith("*") else "/F1"
    escaped = text.removeprefix("*").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {font} {size} Tf {left} {base} Td ({escaped}) Tj ET"


def rebuilt(file: bytes, change: Callable[[int, bytes], bytes]) -> bytes:
    """Return *file* with each of its objects as *change* gives it back."""
    bodies = re.findall(rb"(?ms)^(\d+) 0 obj\n(.*?)\nendobj$", file)
    return file_of([change(int(number), body) for number, body in bodies])


def file_of(objects: Sequence[str | bytes], trailer: str = "") -> bytes:
    """Return the file of *objects*, which are numbered from 1; the first is its catalog."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        written = body if isinstance(body, bytes) else body.encode("cp1252")
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (head + end).encode()


def paragraph(left: float, top: float, size: float, *lines: str) -> list[Line]:
    """Return *lines* set below one another."""
    return [(left, top - number * size * 1.25, size, line) for number, line in enumerate(lines)]


def japanese_of(pages: Sequence[Iterable[Line]]) -> bytes:
    """Return a PDF file of *pages* of lines in Japanese that run down from their place, flat ones where they begin with `_`.

    The file holds no letters: PDFium leaves out a line that runs down without a sign that it knows, such as a comma.
    """
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 >>"
    )
    fonts = [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3-{way} /Encoding /{way} /DescendantFonts [{descendant}] >>"
        for way in ("UniJIS-UCS2-V", "UniJIS-UCS2-H")
    ]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        *fonts,
    ]
    for number, lines in enumerate(pages):
        content = "\n".join(
            f"BT /F{1 + text.startswith('_')} {size} Tf {left} {base} Td <{text.removeprefix('_').encode('utf-16-be').hex()}> Tj ET"
            for left, base, size, text in lines
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return file_of(objects)
