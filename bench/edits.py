"""The edit loop: how long from a saved file to the page in the browser, with the server of `diwan serve`."""

import time
from collections.abc import Callable
from pathlib import Path

from diwan.build import Wish
from diwan.live import Live
from diwan.project import EditionKind, Project


def measure(corpus: Path) -> dict[str, dict[str, float]]:
    """Return, for each kind of edit, the seconds until the page is there and until search finds it."""
    live = Live(Project(corpus), Wish(edition=EditionKind.PRIVATE))
    start = time.perf_counter()
    assert live.refresh().value
    live.answer("articles/article-00001/")
    begun = time.perf_counter() - start
    live.make_beside()
    live.beside.wait_for_search()
    found = {"serve begins": {"page": round(begun, 2), "search": round(time.perf_counter() - start, 2)}}
    record = corpus / "corpus/articles/article-00001.md"
    for name, edit, address, sign in (
        ("a record", _append(record, "\nWord zzqx.\n"), "articles/article-00001/", b"zzqx"),
        ("a name in a vocabulary", _rename(corpus / "corpus/entities.yml"), "entities/nato/", b"Zzqxer"),
        ("a hand-written page", _append(corpus / "docs/about.md", "\nWord zzqx.\n"), "about/", b"zzqx"),
        ("the list of all articles", _append(record, "\nMore.\n"), "articles/", b"<h1"),
    ):
        edit()
        start = time.perf_counter()
        assert live.refresh().value
        answer = live.answer(address)
        assert answer is not None, address
        assert sign in answer.content, name
        page = time.perf_counter() - start
        live.make_beside()
        live.beside.wait_for_search()
        found[name] = {"page": round(page, 2), "search": round(time.perf_counter() - start, 2)}
    live.beside.wait()
    return found


def _append(path: Path, text: str) -> Callable[[], None]:
    def edit() -> None:
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    return edit


def _rename(path: Path) -> Callable[[], None]:
    def edit() -> None:
        text = path.read_text(encoding="utf-8")
        assert "- id: nato\n" in text
        before, mark, after = text.partition("- id: nato\n")
        after = after.replace("label: ", "label: Zzqxer ", 1)
        path.write_text(before + mark + after, encoding="utf-8")

    return edit
