"""How long `diwan add` takes: `python bench/adding.py [FOLDER]`, beside Python starting to read a page at all.

A page of nothing but paragraphs, 1 MB of text in 7,800 of them, is worse than any page of the press seen so far. FOLDER
has saved pages, in itself or in `html/`: the largest is added alone, and 1,000 at once, each of them several times with
its number in it. Nothing is written: `--dry-run`.
"""

import random
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from corpus import ROOT, Writer
from measuring import cost_of

PARAGRAPHS, WORDS = 7_800, 22
TOGETHER = 1_000


def main() -> None:
    """Measure, and print a line for each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "short.html").write_text(long_page(3), encoding="utf-8")
        (folder / "long.html").write_text(long_page(PARAGRAPHS), encoding="utf-8")
        measure("a short page", folder / "short.html")
        measure("a page of 1 MB of text", folder / "long.html")
        for saved in sys.argv[1:]:
            pages = sorted(Path(saved).rglob("*.html"), key=lambda path: path.stat().st_size)
            measure(f"the largest, {pages[-1].stat().st_size / 1e6:.1f} MB", pages[-1])
            measure(f"{TOGETHER} pages", copies(pages, folder / "many"), TOGETHER)


def long_page(paragraphs: int) -> str:
    """Return a page of *paragraphs*, of words as common as in the corpus."""
    writer, chance = Writer("en", [], 1), random.Random(1)
    lines = "".join(f"<p>{writer.sentence(chance, WORDS)}</p>" for _ in range(paragraphs))
    return f"<html><head><title>A long page</title></head><body><h1>A long page</h1>{lines}</body></html>"


def copies(pages: list[Path], folder: Path) -> Path:
    """Return *folder* with so many pages, every one other than the rest."""
    folder.mkdir()
    for number, page in enumerate(islice(cycle(pages), TOGETHER)):
        copy = folder / f"{number:04}.html"
        shutil.copyfile(page, copy)
        with copy.open("ab") as stream:
            stream.write(f"<!-- {number} -->".encode())
    return folder


def measure(name: str, what: Path, pages: int = 1) -> None:
    """Print what adding *what* costs."""
    command = [sys.executable, "-m", "diwan", "add", "--dry-run", str(what)]
    cost = cost_of(command, ROOT, what.parent / "nothing")
    rate = f"  {pages / cost.wall:.1f} pages/s" if pages > 1 else ""
    print(f"{name:28}{cost.wall:7.2f} s {cost.cpu:7.2f} processor s  {cost.peak_mb:5} MB{rate}", flush=True)


if __name__ == "__main__":
    main()
