"""Show the private edition at http://127.0.0.1:8000; whatever changes in the project shows in the browser at once."""

import argparse
from threading import Lock

from diwan.cli.say import note, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.live import Live
from diwan.project import EditionKind, Project
from diwan.serving import Changes, on_change, open_live_server


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser, EditionKind.PRIVATE)
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen at (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port to listen at (default: 8000)")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Serve until interrupted; 1 if the corpus must be mended first or the port is taken."""
    wish = wish_of(chosen)
    live = Live(project, wish)
    note("reading …")
    outcome = live.refresh()
    tell(outcome.problems)
    if not outcome.value:
        return 1
    # Only the private edition listens for changes: what is public is shown as it will be published.
    changes = Changes() if wish.edition is EditionKind.PRIVATE else None
    try:
        server = open_live_server(live, changes, chosen.host, chosen.port)
    except OSError as error:
        note(f"cannot listen at {chosen.host}:{chosen.port} ({error.strerror}); try another with --port")
        return 1
    live.make_beside()
    busy = Lock()

    def renew() -> None:
        with busy:
            found = live.refresh()
            tell(found.problems)
            if found.value:
                if changes:
                    changes.announce()
                live.make_beside()

    on_change([project.corpus, project.root / "docs", project.root / "mkdocs.yml", *wish.sources], renew)
    if changes:
        # Templates and styles bear on no word of the corpus, on search and data neither: pages are rendered when asked for.
        on_change(live.theme, changes.announce)
    note(f"http://{chosen.host}:{server.server_port}/ (stop with Ctrl-C)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        note("stopped")
    return 0
