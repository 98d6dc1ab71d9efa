"""How well paragraphs come back whole from texts broken at a width: `python bench/wrapping.py FOLDER`.

FOLDER is of the form that `pagesfolder.py` describes. The known text of each page, with its title, is written as mailers,
text browsers and converters write it: broken at widths that are common, with empty lines or with indents between
paragraphs, set in as a whole, or quoted as an answer to a mail; and, to compare with, a line a paragraph. It is taken whole
and cut after some 600 and 1,500 letters, as short notices are. Figures for each form: the share of the paragraphs that come
out as they were, the share of the words that is lost, and how many texts lose over a fifth. With `--by language` or
`--by width` they are given for each of these.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from breaking import broken, columns
from diwan.documents.convert import document_of_bytes
from diwan.documents.splitting import normalise, split
from measuredtexts import FIFTH
from pagesfolder import Known, load, tokens_of

#: Columns at which lines are broken: mailers 65 to 72, converters 72, terminals 76 to 80.
WIDTHS = (65, 72, 76, 80)
#: Letters after which texts are cut, at the end of a paragraph; 0: not at all.
CUTS = (600, 1500, 0)
#: Columns of indents, and letters of a paragraph that counts: shorter ones are on one line in any form.
_INDENT, _WHOLE, _FEWEST = "    ", "   ", 100


@dataclass(frozen=True)
class Form:
    """One way to write one text."""

    page: Known
    name: str
    width: int
    cut: int
    paragraphs: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Figures:
    """What came back of a text: paragraphs as they were, of how many, and the share of its words that is lost."""

    form: str
    width: int
    cut: int
    language: str
    right: int
    paragraphs: int
    lost: float


def forms_of(page: Known) -> Iterator[Form]:
    """Yield all forms of a page's known text; nothing of one without text."""
    whole = tuple(" ".join(text.split()) for _, text in page.body if text.strip())
    title = list(filter(None, [" ".join((page.gold.get("title") or "").split())]))
    for cut in CUTS:
        own = _cut(whole, cut)
        if not own or (cut and own == whole):
            continue
        yield Form(page, "lines", 0, cut, own, "\n\n".join([*title, *own]))
        for width in WIDTHS:
            for name, write in _WAYS.items():
                yield Form(page, name, width, cut, own, write([*title, *own], width, page.language))


def _cut(paragraphs: tuple[str, ...], letters: int) -> tuple[str, ...]:
    if not letters:
        return paragraphs
    long = 0
    for index, text in enumerate(paragraphs):
        long += len(text)
        if long >= letters:
            return paragraphs[: index + 1]
    return paragraphs


def _set_in(
    paragraphs: Iterable[str], width: int, language: str, before: str = "", first: str = ""
) -> Iterator[str]:
    """Yield each paragraph as text, each line with *before* and the first of each with *first*."""
    for text in paragraphs:
        room = width - len(before)
        lines = list(broken(first.replace(" ", "x") + text, room, language))
        lines[0] = first + lines[0][len(first) :]
        yield "\n".join(before + line for line in lines)


def _indented(paragraphs: Sequence[str], width: int, language: str) -> str:
    return "\n".join(_set_in(paragraphs, width, language, first=_INDENT))


Way = Callable[[Sequence[str], int, str], str]
_WAYS: dict[str, Way] = {
    "empty": lambda paragraphs, width, language: "\n\n".join(_set_in(paragraphs, width, language)),
    "indents": _indented,
    "set in": lambda paragraphs, width, language: "\n\n".join(_set_in(paragraphs, width, language, _WHOLE)),
    "quoted": lambda paragraphs, width, language: "\n>\n".join(_set_in(paragraphs, width + 2, language, "> ")),
    "close": lambda paragraphs, width, language: "\n".join(_set_in(paragraphs, width, language)),
}  # fmt: skip


def figures(form: Form) -> Figures:
    """Return what came back of one form."""
    pieces = {piece.text.removeprefix("> ") for piece in split(normalise(form.text)[0])}
    paragraphs = [
        normalise(text)[0] for text in form.paragraphs if form.name == "lines" or columns(text) >= _FEWEST
    ]
    known = Counter(tokens_of(" ".join(form.paragraphs)))
    document = document_of_bytes(form.text.encode(), "text.txt").value
    kept = Counter(tokens_of(" ".join(block.text for block in document.kept))) if document else Counter()
    lost = sum((known - kept).values()) / max(sum(known.values()), 1)
    return Figures(
        form.name, form.width, form.cut, form.page.language,
        sum(" ".join(text.split()) in pieces for text in paragraphs), len(paragraphs), lost,
    )  # fmt: skip


def _of_page(page: Known) -> list[Figures]:
    return [figures(form) for form in forms_of(page)]


def main() -> None:
    """Read the command line, measure all, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take one page in so many")
    parser.add_argument("--by", choices=("cut", "width", "language"), default="cut")
    options = parser.parse_args()
    groups: dict[tuple[str, str], list[Figures]] = defaultdict(list)
    with ProcessPoolExecutor(2) as pool:
        for found in pool.map(_of_page, load(options.folder)[:: options.every], chunksize=4):
            for one in found:
                groups[one.form, str(getattr(one, options.by))].append(one)
    print(f"{'form':10}{options.by:10}{'texts':>6}{'right':>8}{'lost':>8}{'a fifth':>9}")
    for (form, group), own in sorted(groups.items()):
        right = sum(one.right for one in own) / max(sum(one.paragraphs for one in own), 1)
        lost = sum(one.lost for one in own) / len(own)
        print(
            f"{form:10}{group:10}{len(own):6}{right:8.3f}{lost:8.3f}{sum(one.lost > FIFTH for one in own):9}"
        )


if __name__ == "__main__":
    main()
