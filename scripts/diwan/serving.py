"""Serving a site on this machine, as a plain web host would: files, a page for what is not there, nothing else."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


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

    class Waiting(FileSystemEventHandler):
        timer: Timer | None = None

        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("opened", "closed_no_write"):
                return
            if self.timer:
                self.timer.cancel()
            # Seconds; editors write a file in several steps, all within a few milliseconds.
            self.timer = Timer(0.15, action)
            self.timer.start()

    observer = Observer()
    for folder in folders:
        if folder.exists():
            observer.schedule(Waiting(), str(folder), recursive=True)
    observer.daemon = True
    observer.start()
