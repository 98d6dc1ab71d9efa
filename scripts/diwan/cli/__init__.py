"""The command `diwan`: one file per verb, each with `add_arguments` and `run`. Only this room prints."""

import argparse
import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from diwan import __version__
from diwan.cli.say import note
from diwan.project import Project

#: The verbs, in the order somebody meets them. Each is a module of this package.
VERBS = (
    "serve", "build", "convert", "check", "new", "add", "hydrate", "document", "show", "code", "pin", "release", "pack", "agreement", "leaks",
)  # fmt: skip
#: Why a system refuses to read or write, which is for its keeper to mend: a full or read-only disk, a lack of rights.
_REFUSED = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
_WHOLE = "what is written is whole, and the same command goes on from there"
#: The code of a command that was stopped with Ctrl-C, as shells give it: 128 and the number of the signal.
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the verb named by *arguments* (default: those of the command line) and exit with its code."""
    parser = argparse.ArgumentParser(
        prog="diwan", description="Turn a folder of press articles into a website."
    )
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the folder with corpus/ and docs/ (default: here)"
    )
    version = f"%(prog)s {__version__}"
    parser.add_argument("--version", action="version", version=version, help="say which Diwan this is")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    given = sys.argv[1:] if arguments is None else arguments
    # Who names a verb waits for its module alone; the others are listed by name for whoever asks for help.
    named = [name for name in VERBS if name in given]
    for name in VERBS:
        if named and name not in named:
            verbs.add_parser(name)
            continue
        module = import_module(f"diwan.cli.{name}")
        summary = (module.__doc__ or "").split("\n")[0]
        verb = verbs.add_parser(
            name, help=summary, description=module.__doc__, formatter_class=argparse.RawTextHelpFormatter
        )
        module.add_arguments(verb)
        verb.set_defaults(run=module.run)
    chosen = parser.parse_args(given)
    # What is left goes with the process: Python would look through all of it for garbage, .8 s for 10,000 articles.
    atexit.register(gc.freeze)
    try:
        code = chosen.run(Project(chosen.project.resolve()), chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has enough (`diwan agreement | head`); nothing is left that Python could fail to flush at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except KeyboardInterrupt:
        _stop()
    except OSError as error:
        if error.errno not in _REFUSED:
            raise
        where = f"{error.filename}: " if error.filename else ""
        note(f"stopped: {where}{error.strerror}; {_WHOLE}, once that is mended")
        code = 1
    sys.exit(code)


def _stop() -> NoReturn:
    """End at once with all that this process began: shares of work that are being done are of no use to anybody."""
    from multiprocessing import active_children

    note(f"stopped; {_WHOLE}")
    for child in active_children():
        child.kill()
    os._exit(_INTERRUPTED)
