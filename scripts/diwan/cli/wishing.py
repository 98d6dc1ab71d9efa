"""Options that several verbs share: which edition, and where the sources lie."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from diwan.project import EditionKind

if TYPE_CHECKING:
    from diwan.build import Wish


def add_wish_arguments(parser: argparse.ArgumentParser, default: EditionKind = EditionKind.PUBLIC) -> None:
    """Add `--edition` and the options of sources."""
    kinds = [kind.value for kind in EditionKind]
    whom = f"whom it is for (default: {default})"
    parser.add_argument("--edition", choices=kinds, default=default.value, help=whom)
    add_source_arguments(parser)


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Add `--sources` and `--strict`."""
    where = "a folder with saved articles, matched to records by checksum (default: corpus/sources)"
    parser.add_argument("--sources", type=Path, action="append", default=[], metavar="DIR", help=where)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")


def wish_of(chosen: argparse.Namespace) -> "Wish":
    """Return what the options ask for."""
    from diwan.build import Wish

    return Wish(edition=EditionKind(chosen.edition), sources=tuple(chosen.sources))
