"""The search beside what one would use instead: Material's built-in search and Pagefind, over the same articles.

`python bench/search.py [ARTICLES ...]` (150, 1,000 and 10,000 if not told otherwise) makes invented corpora, lets
both rivals index the article pages, and asks each the same questions in Chromium. Bytes and requests are those of the search alone (scripts, index, what the first ten results need), text compressed as web hosts
do. Ours is timed on its page from the key to the first result drawn; the rivals' engines are timed without any page
around them, which favours them. Needs `pip install 'pagefind[extended]'`.
"""

import gzip
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median

import material
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from corpus import make_corpus
from diwan.build import Wish, build
from diwan.edition import Edition, Published, open_edition
from diwan.imprint import Imprint
from diwan.library.library import make_library
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.pages.articles import article_page
from diwan.pages.cards import Desk, set_desk
from diwan.pages.interface import interfaces
from diwan.project import EditionKind, Project
from diwan.search.bundle import write_search
from diwan.serving import SiteHandler
from diwan.shards import in_shards
from set_up import find_browser

ROOT = Path(__file__).resolve().parent.parent
#: Two words each: frequent ones, rarer ones, and Arabic; the first is asked cold, all of them warm.
QUERIES = ("gulf security", "maritime exercises", "أمن الخليج", "nato partnership")
WORKER = next(Path(material.__file__).parent.rglob("assets/javascripts/workers/search.*.min.js"))
OURS = """async (query) => {
  const input = document.querySelector(".dw-searchbox input");
  const old = document.querySelector(".dw-hits");
  const start = performance.now();
  input.value = query;
  input.form.requestSubmit();
  for (;;) {
    const now = document.querySelector(".dw-hits");
    if (now && now !== old && now.children.length) return performance.now() - start;
    await new Promise(requestAnimationFrame);
  }
}"""
PAGEFIND = """async (query) => {
  const start = performance.now();
  window.engine ??= await import("/pagefind/pagefind.js");
  const found = await window.engine.search(query);
  await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return performance.now() - start;
}"""
LUNR = """async ([query, worker]) => {
  const start = performance.now();
  const ask = (type, data) => new Promise((answer) => {
    window.engine.onmessage = ({ data: told }) => told.type === type + 1 && answer(told.data);
    window.engine.postMessage({ type, data });
  });
  if (!window.engine) {
    window.engine = new Worker(worker);
    await ask(0, { ...(await (await fetch("/search_index.json")).json()), options: { suggest: false } });
  }
  await ask(2, query);
  return performance.now() - start;
}"""


class Counting(SiteHandler):
    """A host that compresses text, and counts what the search asks of it."""

    requests: list[tuple[str, int]]
    prefixes = (
        "/assets/search",
        "/assets/box.js",
        "/search/",
        "/pagefind/",
        "/search_index.json",
        "/worker.js",
    )

    def do_GET(self) -> None:  # noqa: N802  # the name that http.server calls
        """Answer as GitHub Pages does: text compressed, other files as they are."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        text = path.suffix in (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")
        if text:
            body = gzip.compress(body, 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        if self.path.startswith(self.prefixes) and path.suffix != ".html":
            self.requests.append((self.path, len(body)))


def main(sizes: list[int]) -> None:
    """Measure at each size and print a table."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        print(
            "| articles | search | index CPU s | index MB | cold: requests | cold: kB | cold: ms | warm: ms | warm: kB |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                measure(browser, size, Path(folder))


def measure(browser: Browser, size: int, folder: Path) -> None:
    """Make a site of *size* articles, index it in three ways, ask all three."""
    site, edition = prepare(size, folder)
    start = cpu()
    shutil.rmtree(site / "search" / json.loads((site / "search/index.json").read_text())["folder"])
    write_search(edition, site)
    spent = cpu() - start
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    row(browser, size, "Diwan", site, site / "search", spent, ours)
    print(
        f"  most memory of one process, the articles themselves included: {most / 1024:.0f} MB",
        file=sys.stderr,
    )
    start = cpu()
    pages = ["--glob", "articles/*/index.html"]
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), *pages, "--quiet"], check=True)
    row(
        browser,
        size,
        "Pagefind",
        site,
        site / "pagefind",
        cpu() - start,
        lambda p, q: p.evaluate(PAGEFIND, q),
    )
    start = cpu()
    material_index(site)
    row(browser, size, "Material", site, site / "search_index.json", cpu() - start, lunr)


def prepare(size: int, folder: Path) -> tuple[Path, Edition]:
    """Return a site with our search page and the bare pages of *size* articles, and the edition they are of.

    The rivals index pages without head, menus and foot: as good as a page can be for them.
    """
    shutil.copytree(ROOT / "tests/corpora/minimal", folder / "small")
    shutil.copy(ROOT / "corpus/fields.yml", folder / "small/corpus")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("custom_dir: scripts/diwan/theme", f"custom_dir: {ROOT / 'scripts/diwan/theme'}")
    (folder / "small/mkdocs.yml").write_text(config, encoding="utf-8")
    site = build(Project(folder / "small"), Wish()).value
    project, memory = Project(make_corpus(folder / "large", size)), Memory()
    found = survey(project.corpus, project.folders_of_sources([]), memory).value
    edition = open_edition(make_library(found.corpus, found.articles, memory), EditionKind.PUBLIC, Imprint())
    codebook = found.corpus.codebook
    assert site is not None
    assert codebook is not None
    desk = set_desk(edition, interfaces()[0], codebook.value)
    shutil.rmtree(site / "articles")
    in_shards(partial(write_bare, desk, site), list(edition.articles.values()))
    return site, edition


def write_bare(desk: Desk, site: Path, share: Sequence[Published]) -> int:
    """Write the pages of some articles: title and text."""
    for published in share:
        page = article_page(desk, published)
        assert page.html is not None
        text = f'<!doctype html><html lang="{published.article.record.language}"><title>{page.title}</title>'
        target = site / "articles" / published.article.id / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text(
            f"{text}<body><main><h1>{page.title}</h1>{page.html.html}</main></body></html>", encoding="utf-8"
        )
    return len(share)


def row(browser: Browser, size: int, name: str, site: Path, index: Path, spent: float, ask) -> None:  # noqa: ANN001, PLR0913, PLR0917  # one row of the table
    """Ask cold and warm, and print what it took."""
    Counting.requests = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: Counting(*given, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.set_default_timeout(600_000)
    # The rivals have a page to themselves, so that nothing of ours is counted for them.
    (site / "blank.html").write_text("<!doctype html><title>Blank</title>", encoding="utf-8")
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/{'search/' if name == 'Diwan' else 'blank.html'}")
    page.wait_for_timeout(300)
    cold = ask(page, QUERIES[0])
    requests, sent = len(Counting.requests), sum(count for _, count in Counting.requests)
    times, more = [], []
    for query in QUERIES[1:]:
        before = len(Counting.requests)
        times.append(ask(page, query))
        more.append(sum(count for _, count in Counting.requests[before:]))
    weight = sum(p.stat().st_size for p in ([index] if index.is_file() else index.rglob("*")) if p.is_file())
    print(
        f"| {size} | {name} | {spent:.1f} | {weight / 1e6:.1f} | {requests} | {sent / 1e3:.0f} | {cold:.0f} | {median(times):.0f} | {median(more) / 1e3:.0f} |",
        flush=True,
    )
    page.close()
    server.shutdown()


def ours(page: Page, query: str) -> float:
    """Ask our search page as a reader does."""
    page.wait_for_function("() => document.querySelector('input[role=combobox]')")
    return float(page.evaluate(OURS, query))


def lunr(page: Page, query: str) -> float:
    """Ask Material's worker, which is given the index first."""
    return float(page.evaluate(LUNR, [query, "/worker.js"]))


def material_index(site: Path) -> None:
    """Write the index that Material's plugin makes of the same pages, and its worker beside it."""
    from material.plugins.search.plugin import SearchIndex

    index = SearchIndex(lang=["en"], separator=r"[\s\-]+", pipeline=["stopWordFilter"], fields={})
    for path in sorted(site.glob("articles/*/index.html")):
        html = path.read_text(encoding="utf-8")
        title = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
        body = html.partition("<h1")[2].partition("<footer")[0]
        index.entries.append(
            {
                "location": f"articles/{path.parent.name}/",
                "title": title[1] if title else "",
                "text": re.sub(r"<[^>]+>", " ", f"<h1{body}"),
            }
        )
    (site / "search_index.json").write_text(index.generate_search_index(None), encoding="utf-8")
    (site / "worker.js").write_bytes(WORKER.read_bytes())


def cpu() -> float:
    """Return the CPU seconds of all processes that have ended, and of this one."""
    children, own = resource.getrusage(resource.RUSAGE_CHILDREN), time.process_time()
    return children.ru_utime + children.ru_stime + own


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [150, 1_000, 10_000])
