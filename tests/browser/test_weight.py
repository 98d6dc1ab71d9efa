"""What a page costs its reader: bytes on the way, lines that jump. How long it takes is measured by `bench/browsing.py`."""

import gzip
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from diwan.serving import SiteHandler

ARTICLE, NEXT = "articles/rostami-2025-iran-islamic-nato/", "articles/villar-2025-gulf-lessons/"
ARABIC = "ar/articles/araa-2024-nato-gulf-strategy/"
#: Bytes. The first visit brings style, letters and script with it; later pages are little but their words.
FIRST_MAX, NEXT_MAX = 115_000, 7_000
#: Bytes of a page around its content, not compressed: what every page of the site has, and so every article twice.
AROUND_MAX = 8_600
#: Share of the window that may move while a page loads.
SHIFT_MAX = 0.05


OBSERVE = """
  window.seen = { shift: 0, painted: false };
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value; })
    .observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => { seen.painted = true; })
    .observe({ type: "largest-contentful-paint", buffered: true });
"""


class Packed(SiteHandler):
    """Serves as web hosts do: texts compressed, and kept by the browser for ten minutes."""

    def do_GET(self):  # noqa: N802  # the name that http.server calls
        """Answer with the file, packed if it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js", ".svg", ".json"):
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_header(self, keyword, value):
        """Let the browser keep what it has, as hosts do."""
        super().send_header(keyword, "max-age=600" if keyword == "Cache-Control" else value)


@pytest.fixture(scope="module")
def packed(site_public):
    """The address of the public site on a host that compresses."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, directory=str(site_public)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def transferred(page):
    """Begin to count what comes over the network to *page*; return the list of (address, bytes) that grows."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    addresses, came = {}, []
    session.on("Network.responseReceived", lambda e: addresses.update({e["requestId"]: e["response"]["url"]}))
    session.on(
        "Network.loadingFinished",
        lambda e: came.append((addresses.get(e["requestId"], ""), e["encodedDataLength"])),
    )
    return came


def arrive(page, address):
    """Open a page and wait until all of it has come: half a second of silence alone may be a busy machine that thinks."""
    page.goto(address)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    expect(page.locator("#diwan-search[aria-busy=true]")).to_have_count(0)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", [ARTICLE, ARABIC])
def test_an_article_is_light(path, visit, packed):
    """At most 115 kB on the first visit, 7 kB for the next article."""
    page = visit()
    came = transferred(page)
    arrive(page, packed + path)
    assert sum(size for _, size in came) <= FIRST_MAX, came
    came.clear()
    arrive(page, packed + ("ar/" if path == ARABIC else "") + NEXT)
    assert sum(size for _, size in came) <= NEXT_MAX, came


@pytest.mark.parametrize("path", [ARTICLE, ARABIC])
def test_what_is_the_same_on_all_pages_is_little(path, site_public):
    """Head, masthead and foot: nothing is drawn in them, and scripts bring the words that they say."""
    text = (site_public / path / "index.html").read_text(encoding="utf-8")
    around = text[: text.index('<div class="dw-page"')] + text[text.index("</main>") :]
    assert len(around.encode()) <= AROUND_MAX
    assert "<svg" not in around
    assert "data-words" not in around


STILL = [
    "",
    ARTICLE,
    ARABIC,
    "articles/",
    "themes/islamic-nato/",
    "events/",
    "search/",
    "search/?q=nato",
    "explore/network/",
]


@pytest.mark.parametrize("path", STILL)
def test_a_page_stands_still(path, visit, packed):
    """Nothing jumps until all has come and its largest part is painted, however slowly that goes."""
    page = visit()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(OBSERVE)
    arrive(page, packed + path)
    # A function: a mere expression would be evaluated as text in the page, which the policy of the site forbids.
    page.wait_for_function("() => seen.painted")
    assert page.evaluate("seen.shift") <= SHIFT_MAX
