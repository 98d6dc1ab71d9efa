"""How long a reader of a built site waits: pages of lists, filters, the network, the search; in a real Chromium.

    python bench/browsing.py site              # with the processor as it is, and four times slower
    python bench/browsing.py /tmp/corpus-10000/site

Milliseconds, the median of several tries, from the wish (a click, an address) to what is shown. Sites of any size can
be measured; `bench/corpus.py` makes large ones.
"""

import re
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from diwan.serving import open_server

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))
from set_up import find_browser  # beside the tests, which need it more

#: How much slower than this machine's the reader's processor is.
SLOWER = (1, 4)
TRIES = 5
#: When the largest part of a page was painted, once nothing more comes.
PAINTED = """() => new Promise((tell) => new PerformanceObserver((list) => tell(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""
#: The first link of a list to the page of an article.
ARTICLE = (
    r"(links) => links.map((link) => link.href).find((address) => /\/articles\/[^/?#]+\/$/.test(address))"
)
LOADED = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
#: Chooses the first entries of a menu one after the other; how long each takes until the page is laid out anew.
CHOOSE = """(name) => [...Array(TRIES).keys()].map((place) => {
  const menu = document.querySelector(`select[name=${name}]`), start = performance.now();
  menu.selectedIndex = place + 1;
  menu.dispatchEvent(new Event("change", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
})""".replace("TRIES", str(TRIES))


def main() -> None:
    """Measure the site that the command line names, and print a line for each wait."""
    server = open_server(Path(sys.argv[1]), "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=options)
        for slower in SLOWER:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            devtools = page.context.new_cdp_session(page)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            for name, waits in waits_of(page, site):
                print(f"{slower} × {name:32} {statistics.median(waits):7.0f} ms")
        browser.close()
    server.shutdown()
    server.server_close()


def waits_of(page: Page, site: str) -> Iterator[tuple[str, list[float]]]:
    """Yield what is waited for, and how long each time, in milliseconds."""
    page.goto(f"{site}articles/")
    article = page.locator("main a").evaluate_all(ARTICLE)
    for name, address in {"home": site, "an article": article, "search": f"{site}search/?q=nato"}.items():
        yield f"{name} is painted", [_painted(page, address) for _ in range(TRIES)]
    for path in ("articles/", "explore/network/"):
        yield f"{path} is there", [_load(page, site + path) for _ in range(TRIES)]
    page.locator(".dw-net svg").wait_for()
    yield "network: another focus", page.evaluate(CHOOSE, "focus")
    page.goto(f"{site}articles/")
    if page.locator("[data-dw=filters]").count():
        yield "list: another theme", page.evaluate(CHOOSE, "theme")
    yield "search: first results", [_search(page, f"{site}search/?q=nato") for _ in range(TRIES)]


def _painted(page: Page, address: str) -> float:
    page.goto(address, wait_until="networkidle")
    return float(page.evaluate(PAINTED))


def _load(page: Page, address: str) -> float:
    page.goto(address, wait_until="load")
    return float(page.evaluate(LOADED))


def _search(page: Page, address: str) -> float:
    start = time.perf_counter()
    page.goto(address)
    page.locator(".dw-search__status", has_text=re.compile(r"found|No article")).wait_for()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
