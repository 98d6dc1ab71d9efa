"""What browser tests share: one Chromium, the built sites served as a plain host would, and pages that watch.

A page from `visit` (or `page`, the ordinary reader's) fails its test if the site asks another host for anything, or if
the browser refuses something of the site's own because of its Content Security Policy, or a script throws.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from conftest import EDITION, copy_project
from diwan.serving import open_server
from letters import write_letters
from set_up import find_browser

#: Chromium asks its maker for updates and the like unless it is told not to.
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
#: Widths in CSS pixels: a small phone, the narrowest that must do; a desk.
PHONE, DESK = 320, 1280
#: Milliseconds that a page may take to answer: a hundred times what it takes at rest, for machines that do much else at the
#: time. A test that passes never waits so long, and one that fails does so once.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests of a process."""
    found = find_browser()
    if not found:
        pytest.skip("there is no Chromium (tests/set_up.py installs one)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the tests are over; gives its address, `http://127.0.0.1:PORT/`."""
    addresses: dict[Path, str] = {}
    with ExitStack() as stack:

        def address_of(folder: Path) -> str:
            if folder not in addresses:
                server = stack.enter_context(open_server(folder, "127.0.0.1", 0))
                stack.callback(server.shutdown)
                threading.Thread(target=server.serve_forever, daemon=True).start()
                addresses[folder] = f"http://127.0.0.1:{server.server_address[1]}/"
            return addresses[folder]

        yield address_of


@pytest.fixture(scope="package")
def public(site_public: Path, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the public site: below a path, as on a host that carries others as well."""
    host = tmp_path_factory.mktemp("host")
    (host / "gulf").symlink_to(site_public)
    return f"{serve(host)}gulf/"


@pytest.fixture(scope="package")
def private(site_private: Path, serve: Callable[[Path], str]) -> str:
    """The address of the private site."""
    return serve(site_private)


@pytest.fixture(scope="package")
def site_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with open texts on both sides of a question."""
    project = copy_project(tmp_path_factory.mktemp("letters") / "project")
    write_letters(project)
    for verb in ("pin", "build"):
        command = [sys.executable, "-m", "diwan", "--project", str(project), verb]
        done = subprocess.run(command, env=os.environ | EDITION, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="package")
def letters(site_letters: Path, serve: Callable[[Path], str]) -> str:
    """The address of the small site with open texts."""
    return serve(site_letters)


@pytest.fixture
def root(request: pytest.FixtureRequest, edition: str) -> str:
    """The address of one of the sites, by its name."""
    return request.getfixturevalue(edition)


@dataclass
class Watch:
    """What went on behind a page: requests to other hosts, refusals, errors of scripts."""

    foreign: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Begin to watch every page of *context*."""
        context.on("request", lambda request: self._request(request.url))
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "file") and parts.hostname != "127.0.0.1":
            self.foreign.append(url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "404 (" not in message.text:
            self.faults.append(message.text)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page for a reader: `visit(width=320, dark=True, java_script_enabled=False, ...)`."""
    watch = Watch()
    contexts: list[BrowserContext] = []

    def open_page(*, width: int = DESK, dark: bool = False, **options: object) -> Page:
        height = 800 if width > 600 else 700
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **options,
        )
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert watch.foreign == [], "the site asked another host"
    assert watch.faults == [], "the browser refused something, or a script failed"


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """A page for a reader at a desk, in light."""
    return visit()
