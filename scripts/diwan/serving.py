"""Serving a site on this machine: a finished one as a plain web host would, or one that changes as it is written."""

import logging
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Condition
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from diwan.live import Answer, Live


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves the files of a site, and its own page where there is none."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing: a line for every picture helps nobody."""

    def end_headers(self) -> None:
        """Ask browsers to look again every time: pages change under the reader's hands."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where a page is not there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def open_server(site: Path, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder *site*; raise OSError if the port is taken."""
    ThreadingHTTPServer.allow_reuse_address = True
    return ThreadingHTTPServer((host, port), partial(SiteHandler, directory=str(site)))


def on_change(folders: list[Path], action: Callable[[], None]) -> None:
    """Call *action* whenever something in *folders* changes, once for changes that come together."""
    from threading import Timer

    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers import Observer

    # Where many folders come at once, as when pages are written beside, watchdog finds some of them twice and says so, with all
    # it watches: 20 kB that nobody can do anything about, since it has them either way.
    warnings.filterwarnings("ignore", module="watchdog")
    logging.getLogger("watchdog").setLevel(logging.ERROR)

    class Waiting(FileSystemEventHandler):
        """One for all folders, so that a change in two of them is one change."""

        timer: Timer | None = None

        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("opened", "closed_no_write"):
                return
            if self.timer:
                self.timer.cancel()
            # Seconds; editors write a file in several steps, all within a few milliseconds.
            self.timer = Timer(0.05, action)
            self.timer.start()

    observer, waiting = Observer(), Waiting()
    for folder in folders:
        if folder.exists():
            observer.schedule(waiting, str(folder), recursive=folder.is_dir())
    observer.daemon = True
    observer.start()


#: Where the private edition listens for changes, and the script that does: its pages allow scripts of their own host.
CHANGES = "diwan-changes"
LISTENER = "diwan-changes.js"
_SCRIPT = f"""let known = "";
new EventSource("/{CHANGES}").addEventListener("message", (event) => {{
  if (known && known !== event.data) location.reload();
  known = event.data;
}});
"""
#: Seconds between signs of life, so that a browser that has gone is noticed.
_HEARTBEAT = 15.0


class Changes:
    """Counts the changes of a site, and lets others wait for the next one."""

    def __init__(self) -> None:
        self.number = 0
        self._changed = Condition()

    def announce(self) -> None:
        """Say that the site has changed."""
        with self._changed:
            self.number += 1
            self._changed.notify_all()

    def wait(self, known: int) -> int:
        """Return the number of the newest change, at once if it is not the one *known*, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != known, timeout=_HEARTBEAT)
            return self.number


class LiveHandler(BaseHTTPRequestHandler):
    """Answers from a site that is made as it is asked for."""

    protocol_version = "HTTP/1.1"

    def __init__(self, live: Live, changes: Changes | None, *given: Any) -> None:
        self.live, self.changes = live, changes
        super().__init__(*given)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a page, a file, a move, or the stream of changes."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        if self.changes and path == CHANGES:
            self._stream(self.changes)
        elif self.changes and path == LISTENER:
            self._send(HTTPStatus.OK, "text/javascript", _SCRIPT.encode())
        elif found := self.live.answer(path):
            self._found(found)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", self.live.missing())

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self.do_GET()

    def _found(self, found: Answer) -> None:
        if found.name.endswith("/"):
            query = urlsplit(self.path).query
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(found.name)}{f'?{query}' if query else ''}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        kind = guess_type(found.name)[0] or "application/octet-stream"
        content = found.content
        if kind == "text/html" and self.changes:
            content = content.replace(
                b"</head>", f'<script src="/{LISTENER}" defer></script></head>'.encode(), 1
            )
        self._send(HTTPStatus.OK, f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, content)

    def _send(self, code: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self, changes: Changes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        number = changes.number
        with suppress(OSError):  # the reader has gone
            while True:
                self.wfile.write(f"data: {number}\n\n".encode())
                self.wfile.flush()
                number = changes.wait(number)


def open_live_server(live: Live, changes: Changes | None, host: str, port: int) -> ThreadingHTTPServer:
    """Return a server of *live*; raise OSError if the port is taken. With *changes* pages load again when they come."""
    ThreadingHTTPServer.allow_reuse_address = True
    ThreadingHTTPServer.daemon_threads = True
    return ThreadingHTTPServer((host, port), partial(LiveHandler, live, changes))
