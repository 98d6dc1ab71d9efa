"""Build the private edition and show it at http://127.0.0.1:8000; build again whenever something changes."""

import argparse

from diwan.build import build
from diwan.cli.say import note, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.edition import EditionKind
from diwan.project import Project
from diwan.serving import on_change, open_server


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser, EditionKind.PRIVATE)
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen at (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port to listen at (default: 8000)")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Serve until interrupted; 1 if the corpus cannot be built or the port is taken."""
    wish = wish_of(chosen)
    note("building …")
    outcome = build(project, wish)
    tell(outcome.problems)
    if outcome.value is None:
        return 1
    try:
        server = open_server(outcome.value, chosen.host, chosen.port)
    except OSError as error:
        note(f"cannot listen at {chosen.host}:{chosen.port} ({error.strerror}); try another with --port")
        return 1

    def rebuild() -> None:
        note("something changed; building …")
        tell(build(project, wish).problems)

    on_change([project.corpus, project.root / "scripts/diwan/theme"], rebuild)
    note(f"http://{chosen.host}:{server.server_port}/ (stop with Ctrl-C)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        note("stopped")
    return 0
