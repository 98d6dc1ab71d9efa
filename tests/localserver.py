"""A server on this machine that plays the internet for tests of fetching."""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """Serves what `answers` says for each path: (status, headers, body), or a list of them, one for each asking."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = {"/robots.txt": (404, {}, b"")}
        self.asked = []

    @property
    def url(self):
        """The address of the server."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers from the table of the server."""

    def do_GET(self):  # the name is fixed
        """Answer."""
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        answer = self.server.answers.get(self.path, (404, {}, b""))
        status, headers, body = answer.pop(0) if isinstance(answer, list) else answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """Run a server."""
    running = Server()
    thread = threading.Thread(target=running.serve_forever, args=(0.02,))
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()
