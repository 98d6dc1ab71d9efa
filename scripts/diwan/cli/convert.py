"""Turn records and sources into Markdown pages with front matter, below docs/."""

import argparse
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace

from diwan.build import convert
from diwan.cli.say import counted, say, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser)
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="let the Dask cluster at this address do the work"
    )


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Write the pages; 0 if nothing must be mended."""
    with _executor(chosen.scheduler) as executor:
        outcome = convert(project, replace(wish_of(chosen), executor=executor))
    code = tell(outcome.problems, strict=chosen.strict)
    if not code:
        say(f"{counted(outcome.value, 'page')} changed")
    return code


@contextmanager
def _executor(scheduler: str | None) -> Iterator[Executor | None]:
    """Give the executor of a Dask cluster, or nothing, which means this machine."""
    if scheduler is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError:
        raise SystemExit("--scheduler needs Dask: pip install 'diwan[dask]'") from None
    with Client(scheduler) as client:  # type: ignore[no-untyped-call]  # distributed ships no types
        yield client.get_executor()
