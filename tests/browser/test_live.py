"""The edit loop in a real browser: a saved file shows by itself, and the policy of the page refuses nothing."""

import threading
from pathlib import Path

from conftest import copy_project, edit
from diwan.build import Wish
from diwan.live import Live
from diwan.project import EditionKind, Project
from diwan.serving import Changes, on_change, open_live_server


def test_a_page_follows_the_file_it_is_made_of(visit, tmp_path: Path) -> None:
    """Saving a record loads its page again, with the new words."""
    project = copy_project(tmp_path / "project")
    live, changes = Live(Project(project), Wish(edition=EditionKind.PRIVATE)), Changes()
    assert live.refresh().value

    def renew() -> None:
        if live.refresh().value:
            changes.announce()

    on_change([project / "corpus"], renew)
    server = open_live_server(live, changes, "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = visit()
        page.goto(f"http://127.0.0.1:{server.server_port}/articles/undated-note/", wait_until="load")
        with page.expect_event("load", timeout=20_000):
            edit(project / "corpus/articles/undated-note.md", "A short note on", "A longer note on")
        assert "A longer note on" in page.inner_text("body")
    finally:
        server.shutdown()
        server.server_close()
