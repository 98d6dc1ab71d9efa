"""The typefaces that the site brings along, cut down to the letters that the corpus writes.

In: fonts under the SIL Open Font Licence as Python packages carry them. Out: WOFF2 files of some 15 to 30 kB, which
`theme/assets/diwan.css` names, and one that plots are measured in. They bear names of their own, as that licence asks of altered fonts. Cutting takes
seconds, so the result is kept beside the installed packages and made again only when they or the cut change.
"""

import hashlib
import io
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import distribution, version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from diwan.files import write_if_changed
from diwan.installed import beside_packages

if TYPE_CHECKING:
    from fontTools.subset import Options

#: Where the files stand below the pages of a site.
FOLDER = "assets/fonts"
#: Raise it when the cut itself changes in a way that the specification below does not show.
_CUT = 2


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
    #: Its form; what programs read is no WOFF2.
    form: str = "woff2"


#: What nearly every page needs: Western European and Turkish letters, quotes and dashes.
_LATIN = ((0x20, 0x7E), (0xA0, 0xFF), (0x11E, 0x11F), (0x130, 0x131), (0x15E, 0x15F), (0x2010, 0x2027), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2212, 0x2212))  # fmt: skip
#: Letters of Central European languages and of transliteration.
_LATIN_MORE = ((0x100, 0x11D), (0x120, 0x12F), (0x132, 0x15D), (0x160, 0x17F), (0x2BB, 0x2BF))
#: Russian, and what other Cyrillic alphabets have beside it.
_CYRILLIC = ((0x401, 0x401), (0x410, 0x44F), (0x451, 0x451), (0x2116, 0x2116))
_CYRILLIC_MORE = ((0x400, 0x400), (0x402, 0x40F), (0x450, 0x450), (0x452, 0x45F), (0x490, 0x491))
#: Arabic, Persian and Urdu, with their digits, vowel signs and punctuation.
_ARABIC = ((0x20, 0x21), (0x28, 0x3A), (0x5B, 0x5D), (0xA0, 0xA0), (0xAB, 0xAB), (0xBB, 0xBB), (0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x61F), (0x621, 0x63A), (0x640, 0x655), (0x660, 0x66D), (0x670, 0x671), (0x679, 0x679), (0x67E, 0x67E), (0x686, 0x686), (0x688, 0x688), (0x691, 0x691), (0x698, 0x698), (0x6A9, 0x6A9), (0x6AF, 0x6AF), (0x6BA, 0x6BA), (0x6BE, 0x6BE), (0x6C0, 0x6C3), (0x6CC, 0x6CC), (0x6D2, 0x6D4), (0x6F0, 0x6F9), (0x200C, 0x200F), (0x2010, 0x2026), (0x2039, 0x203A))  # fmt: skip
#: What other languages in Arabic letters have beside these, and signs of the Quran.
_ARABIC_MORE = ((0x600, 0x60B), (0x60D, 0x61A), (0x61C, 0x61E), (0x620, 0x620), (0x63B, 0x63F), (0x656, 0x65F), (0x66E, 0x66F), (0x672, 0x678), (0x67A, 0x67D), (0x67F, 0x685), (0x687, 0x687), (0x689, 0x690), (0x692, 0x697), (0x699, 0x6A8), (0x6AA, 0x6AE), (0x6B0, 0x6B9), (0x6BB, 0x6BD), (0x6BF, 0x6BF), (0x6C4, 0x6CB), (0x6CD, 0x6D1), (0x6D5, 0x6EF), (0x6FA, 0x6FF), (0x750, 0x77F))  # fmt: skip
_SOURCE = ("fontpkg_source_serif_4", "fontpkg-source-serif-4")
_TEXT_WEIGHTS = ("wght", (400, 700))
#: Points; the optical size of running text.
_TEXT_SIZE = ("opsz", 14)

FACES = (
    Face("serif-latin", "Diwan Serif", *_SOURCE, "files/SourceSerif4[opsz,wght].ttf", (_TEXT_SIZE, _TEXT_WEIGHTS), _LATIN),
    Face("serif-more", "Diwan Serif", *_SOURCE, "files/SourceSerif4[opsz,wght].ttf", (_TEXT_SIZE, _TEXT_WEIGHTS), _LATIN_MORE),
    Face("serif-italic", "Diwan Serif", *_SOURCE, "files/SourceSerif4-Italic[opsz,wght].ttf", (_TEXT_SIZE, ("wght", 400)), (*_LATIN, *_LATIN_MORE)),
    Face("serif-cyrillic", "Diwan Serif", *_SOURCE, "files/SourceSerif4[opsz,wght].ttf", (_TEXT_SIZE, _TEXT_WEIGHTS), _CYRILLIC),
    Face("serif-cyrillic-more", "Diwan Serif", *_SOURCE, "files/SourceSerif4[opsz,wght].ttf", (_TEXT_SIZE, _TEXT_WEIGHTS), _CYRILLIC_MORE),
    Face("naskh", "Diwan Naskh", "pylopdf_fonts_ar", "pylopdf-fonts-ar", "NotoNaskhArabic-Variable.ttf", (_TEXT_WEIGHTS,), _ARABIC),
    Face("naskh-more", "Diwan Naskh", "pylopdf_fonts_ar", "pylopdf-fonts-ar", "NotoNaskhArabic-Variable.ttf", (_TEXT_WEIGHTS,), _ARABIC_MORE),
)  # fmt: skip
#: What Arabic words in plots are measured in: the font that style sheets name for them, at its usual weight and width. A
#: program that measures reads it whole for every word, a twelfth of what the variable one has.
MEASURED = Face("measured", "Diwan Plots", "pylopdf_fonts_ar", "pylopdf-fonts-ar", "NotoSansArabic-Variable.ttf", (("wght", 400), ("wdth", 100)), (*_ARABIC, *_ARABIC_MORE), "ttf")  # fmt: skip


def write_typefaces(docs: Path) -> list[str]:
    """Write the typefaces and their licence below *docs*, where they are not yet; return their paths there."""
    written = []
    for name, content in _contents():
        (docs / FOLDER).mkdir(parents=True, exist_ok=True)
        write_if_changed(docs / FOLDER / name, content)
        written.append(f"{FOLDER}/{name}")
    return written


def file_of(face: Face) -> Path:
    """Return where the cut font of *face* is kept; it is cut if it is not there."""
    path = _store() / f"{face.name}-{_fingerprint(face)}.{face.form}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_if_changed(path, _cut(face))
    return path


def _contents() -> Iterator[tuple[str, bytes]]:
    for face in FACES:
        yield f"{face.name}.woff2", file_of(face).read_bytes()
    yield "LICENCE.txt", _licence().encode()


def _store() -> Path:
    """Return the folder in which cut fonts are kept: with the installed packages, or a temporary one if that is closed."""
    return beside_packages("fonts") or Path(tempfile.gettempdir()) / "diwan-fonts"


def _fingerprint(face: Face) -> str:
    made_from = f"{_CUT} {face} {version(face.distribution)} {version('fonttools')}"
    return hashlib.sha256(made_from.encode()).hexdigest()[:16]


def _cut(face: Face) -> bytes:
    """Return the font of *face*: its letters only, its axes limited, under its own name."""
    from fontTools.subset import Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(io.BytesIO(files(face.package).joinpath(face.file).read_bytes()), recalcTimestamp=False)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=_code_points(face.letters))
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(face.axes))
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = face.family
        elif record.nameID in (3, 6):
            record.string = face.family.replace(" ", "")
    font.flavor = face.form if face.form == "woff2" else None
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _options() -> "Options":
    """Return what is kept beside letters: all that shapes text, but no fractions, which nothing here writes."""
    from fontTools.subset import Options

    options = Options(hinting=False, notdef_outline=True)
    options.layout_features = [tag for tag in options.layout_features if tag not in ("frac", "numr", "dnom")]
    return options


def _code_points(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {point for first, last in ranges for point in range(first, last + 1)}


def _licence() -> str:
    """Return the licence of every font, as its package carries it."""
    serif = files("fontpkg_source_serif_4").joinpath("LICENSE").read_text(encoding="utf-8")
    naskh = distribution("pylopdf-fonts-ar").read_text("licenses/LICENSE") or ""
    head = "Diwan Serif is cut from Source Serif 4, Diwan Naskh from Noto Naskh Arabic. Their licences:"
    return f"{head}\n\n{serif}\n\n{naskh}"
