"""The edit loop: how long from a saved file to the page in the browser, with the server of `diwan serve`."""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from diwan.build import Wish
from diwan.documents.convert import read_document
from diwan.live import Live
from diwan.model.correction import block_name
from diwan.project import EditionKind, Project

ROOT = Path(__file__).resolve().parent.parent


def measure(corpus: Path) -> dict[str, dict[str, float]]:
    """Return, for each kind of edit, the seconds until the page is there and until search finds it."""
    theme = _own_theme(corpus)
    live = Live(Project(corpus), Wish(edition=EditionKind.PRIVATE))
    start = time.perf_counter()
    assert live.refresh().value
    live.answer("articles/article-00001/")
    begun = time.perf_counter() - start
    live.make_beside()
    live.beside.wait_for_search()
    found = {"serve begins": {"page": round(begun, 2), "search": round(time.perf_counter() - start, 2)}}
    # Whoever edits Arabic names has looked at a page in Arabic; the first such look makes the cards of all articles.
    live.answer("ar/entities/nato/")
    # Typed by hand, the next edit comes when what the last one called for is done.
    live.beside.wait()
    record, entities = corpus / "corpus/articles/article-00001.md", corpus / "corpus/entities.yml"
    for name, edit, address, sign in (
        ("a record", _append(record, "\nWord zzqx.\n"), "articles/article-00001/", b"zzqx"),
        ("a label of the commonest name", _label(entities, "NATO", "Zzqxer NATO"), "entities/nato/", b"Zzqxer"),
        ("the commonest name added", _label(entities, "Zzqxer NATO", "NATO"), "entities/nato/", b"NATO"),
        ("the commonest name removed", _label(entities, "NATO", "Zzqxa"), "entities/nato/", b"Zzqxa"),
        ("a word of four of five articles as its label", _label(entities, "Zzqxa", "Gulf"), "entities/nato/", b">Gulf<"),
        ("a word of no article", _label(entities, "Gulf", "Zzqxo"), "entities/nato/", b"Zzqxo"),
        ("a word of the articles in Arabic", _label(entities, "حلف شمال الأطلسي", "حرب"), "ar/entities/nato/", ">حرب<".encode()),
        ("a correction", _correct(corpus), "articles/article-00002/", b"<h1"),
        ("a hand-written page", _append(corpus / "docs/about.md", "\nWord zzqx.\n"), "about/", b"zzqx"),
        ("the list of all articles", _append(record, "\nMore.\n"), "articles/", b"<h1"),
    ):  # fmt: skip
        edit()
        start = time.perf_counter()
        assert live.refresh().value
        page = _asked(live, address, sign, start)
        live.make_beside()
        live.beside.wait_for_search()
        found[name] = {"page": page, "search": round(time.perf_counter() - start, 2)}
        live.beside.wait()
    template = theme / "article.html"
    template.write_text(
        template.read_text(encoding="utf-8").replace("<h1", "<h1 data-zzqy"), encoding="utf-8"
    )
    start = time.perf_counter()
    found["a template"] = {"page": _asked(live, "articles/article-00001/", b"data-zzqy", start)}
    return found


def _asked(live: Live, address: str, sign: bytes, start: float) -> float:
    """Ask for a page, on which *sign* must stand; return the seconds since *start*."""
    answer = live.answer(address)
    assert answer is not None, address
    assert sign in answer.content, address
    return round(time.perf_counter() - start, 2)


def _own_theme(corpus: Path) -> Path:
    """Give the project templates of its own, which somebody may edit; return their folder."""
    shutil.copytree(ROOT / "scripts/diwan/theme", corpus / "theme")
    settings = corpus / "mkdocs.yml"
    text = re.sub("custom_dir: .*", "custom_dir: theme", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    return corpus / "theme"


def _correct(corpus: Path) -> Callable[[], None]:
    """Correct one block of an article: what was a paragraph is a heading."""

    def edit() -> None:
        document = read_document(corpus / "corpus/sources/article-00002.txt").value
        assert document
        block = document.kept[-1]
        path = corpus / "corpus/corrections/article-00002.yml"
        path.parent.mkdir(exist_ok=True)
        name = block_name(block.line, block.text)
        path.write_text(f"- block: {name}\n  reason: A heading.\n  kind: heading\n", encoding="utf-8")

    return edit


def _append(path: Path, text: str) -> Callable[[], None]:
    def edit() -> None:
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


def _label(path: Path, old: str, new: str) -> Callable[[], None]:
    """Give the commonest name another label."""

    def edit() -> None:
        before, mark, after = path.read_text(encoding="utf-8").partition("- id: nato\n")
        assert f"label: {old}\n" in after
        path.write_text(
            before + mark + after.replace(f"label: {old}\n", f"label: {new}\n", 1), encoding="utf-8"
        )

    return edit
