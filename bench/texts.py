"""How well pages saved as text are read, beside what one would use instead: `python bench/texts.py FOLDER`.

FOLDER is of the form that `pagesfolder.py` describes; pages without `text/` are turned into text (`linetexts.py`). Each text
is read as it is, and once more with its lines broken at a width (`wrapped`), by Diwan and by every rival that is installed.
Figures, each a mean over texts: F1 by lines; F1 of all headings, where they are known; the share of the text's words that is
lost, and of how many texts over a fifth; F1 by words of texts in a language written without spaces, or Korean; titles right
and wrong.

The models of this package learned from the pages it was made with, so that on these they know the answers. Their figures
on sites they have not seen are printed by `train_lines.py`, beside the same rivals.
"""

import argparse
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from diwan.documents.lines.revision import revise
from diwan.model.block import BlockKind
from linetexts import pages, wrapped
from measuredtexts import Score, Text, header, report, score, text_of
from pickers import PICKERS, picked

Reader = Callable[[Text], Score]


def read(text: Text) -> Score:
    """Return how right Diwan is about a text."""
    rules = revise(text.scene, text.rules)
    heading = np.array([rule.kind is BlockKind.HEADING for rule in rules])
    return score(text, np.array([rule.keeps for rule in rules]), heading, text.scene.title)


def main() -> None:
    """Read the command line, run everybody, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="names of rivals to run; none: Diwan alone")
    options = parser.parse_args()
    readers: dict[str, Reader] = {"diwan": read} | {
        name: partial(picked, name) for name in PICKERS if options.only is None or name in options.only
    }
    print(header())
    with ProcessPoolExecutor(2) as pool:
        whole = [page for page in pages(options.folder) if page.text]
        texts = list(pool.map(text_of, whole + list(map(wrapped, whole)), chunksize=8))
        for name, reader in readers.items():
            report(name, list(pool.map(reader, texts, chunksize=8)))


if __name__ == "__main__":
    main()
