"""The typefaces that the site brings along, cut down to the letters that the corpus writes.

In: fonts under the SIL Open Font Licence as Python packages carry them. Out: WOFF2 files of some 25 to 50 kB, which
`theme/assets/diwan.css` names. They bear names of their own, as that licence asks of altered fonts. Cutting takes
seconds, so the result is kept beside the installed packages and made again only when they or the cut change.
"""

import hashlib
import io
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from diwan.files import write_if_changed

#: Where the files stand below the pages of a site.
FOLDER = "assets/fonts"
#: Raise it when the cut itself changes in a way that the specification below does not show.
_CUT = 1


@dataclass(frozen=True, slots=True)
class Face:
    """A font file to make: from which package and file, under which name, with which letters."""

    name: str
    family: str
    package: str
    distribution: str
    file: str
    #: Axes of the variable font: pinned to a number or limited to a range.
    axes: tuple[tuple[str, float | tuple[float, float]], ...]
    #: Ranges of code points, both ends included; `unicode-range` in the style sheet says the same.
    letters: tuple[tuple[int, int], ...]


_LATIN = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x2BB, 0x2BF),
    (0x2010, 0x2027),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2212, 0x2212),
)
_CYRILLIC = ((0x400, 0x45F), (0x490, 0x491), (0x2116, 0x2116))
_ARABIC = ((0x20, 0x21), (0x28, 0x3A), (0x5B, 0x5D), (0xA0, 0xA0), (0xAB, 0xAB), (0xBB, 0xBB), (0x600, 0x6FF), (0x750, 0x77F), (0x200C, 0x200F), (0x2010, 0x2026), (0x2039, 0x203A))  # fmt: skip
_SOURCE = ("fontpkg_source_serif_4", "fontpkg-source-serif-4")
_TEXT_WEIGHTS = ("wght", (400, 700))
#: Points; the optical size of running text.
_TEXT_SIZE = ("opsz", 14)

FACES = (
    Face("serif-latin", "Diwan Serif", *_SOURCE, "files/SourceSerif4[opsz,wght].ttf", (_TEXT_SIZE, _TEXT_WEIGHTS), _LATIN),
    Face("serif-italic", "Diwan Serif", *_SOURCE, "files/SourceSerif4-Italic[opsz,wght].ttf", (_TEXT_SIZE, ("wght", 400)), _LATIN),
    Face("serif-cyrillic", "Diwan Serif", *_SOURCE, "files/SourceSerif4[opsz,wght].ttf", (_TEXT_SIZE, _TEXT_WEIGHTS), _CYRILLIC),
    Face("naskh", "Diwan Naskh", "pylopdf_fonts_ar", "pylopdf-fonts-ar", "NotoNaskhArabic-Variable.ttf", (_TEXT_WEIGHTS,), _ARABIC),
)  # fmt: skip


def write_typefaces(docs: Path) -> list[str]:
    """Write the typefaces and their licence below *docs*, where they are not yet; return their paths there."""
    kept = _store()
    written = []
    for name, content in _contents(kept):
        (docs / FOLDER).mkdir(parents=True, exist_ok=True)
        write_if_changed(docs / FOLDER / name, content)
        written.append(f"{FOLDER}/{name}")
    return written


def _contents(kept: Path) -> Iterator[tuple[str, bytes]]:
    for face in FACES:
        path = kept / f"{face.name}-{_fingerprint(face)}.woff2"
        if not path.exists():
            kept.mkdir(parents=True, exist_ok=True)
            write_if_changed(path, _cut(face))
        yield f"{face.name}.woff2", path.read_bytes()
    yield "LICENCE.txt", _licence().encode()


def _store() -> Path:
    """Return the folder in which cut fonts are kept: with the installed packages, or a temporary one if that is closed."""
    own = Path(sys.prefix) / "share/diwan/fonts"
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / "diwan-fonts"
    return own


def _fingerprint(face: Face) -> str:
    made_from = f"{_CUT} {face} {version(face.distribution)} {version('fonttools')}"
    return hashlib.sha256(made_from.encode()).hexdigest()[:16]


def _cut(face: Face) -> bytes:
    """Return the font of *face* as WOFF2: its letters only, its axes limited, under its own name."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(io.BytesIO(files(face.package).joinpath(face.file).read_bytes()), recalcTimestamp=False)
    subsetter = Subsetter(Options(hinting=False, notdef_outline=True))
    subsetter.populate(unicodes=_code_points(face.letters))
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(face.axes))
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = face.family
        elif record.nameID in (3, 6):
            record.string = face.family.replace(" ", "")
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _code_points(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {point for first, last in ranges for point in range(first, last + 1)}


def _licence() -> str:
    """Return the licence of every font, as its package carries it."""
    texts = [files("fontpkg_source_serif_4").joinpath("LICENSE").read_text(encoding="utf-8")]
    from importlib.metadata import distribution

    texts += [
        str(distribution("pylopdf-fonts-ar").read_text(f"licenses/{name}") or "") for name in ("LICENSE",)
    ]
    head = "Diwan Serif is cut from Source Serif 4, Diwan Naskh from Noto Naskh Arabic. Their licences:\n\n"
    return head + "\n\n".join(texts)
