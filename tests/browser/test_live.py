"""The edit loop in a real browser: a saved file shows by itself, and the policy of the page refuses nothing."""

import threading
from pathlib import Path

from playwright.sync_api import expect

from browser.conftest import PATIENCE
from conftest import copy_project, edit
from diwan.build import Wish
from diwan.live import Live
from diwan.project import EditionKind, Project
from diwan.serving import Changes, on_change, open_live_server


class Heard(Changes):
    """Tells when somebody has been told the number of changes, and waits for the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.listening = threading.Event()

    def wait(self, known: int) -> int:
        """Wait as usual, and say so first."""
        self.listening.set()
        return super().wait(known)


def test_a_page_follows_the_file_it_is_made_of(visit, tmp_path: Path) -> None:
    """Saving a record loads its page again, with the new words."""
    project = copy_project(tmp_path / "project")
    live, changes = Live(Project(project), Wish(edition=EditionKind.PRIVATE)), Heard()
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
        expect(page.locator("body")).to_contain_text("A short note on", use_inner_text=True)
        # A page that listens only after the change has nothing to follow: it has the new words already, or never hears of them.
        assert changes.listening.wait(PATIENCE / 1000)
        edit(project / "corpus/articles/undated-note.md", "A short note on", "A longer note on")
        expect(page.locator("body")).to_contain_text("A longer note on", use_inner_text=True)
        # It goes before its host does: it may still ask for the rest of itself.
        page.close()
    finally:
        server.shutdown()
        server.server_close()
