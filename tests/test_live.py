"""`diwan serve`: whatever changes shows at once, made page by page, and is what a build would have made."""

import re
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager

import pytest

from conftest import edit, files_below, own_theme
from diwan.build import Wish, build
from diwan.documents.convert import read_document
from diwan.library.survey import survey
from diwan.live import Live
from diwan.memory import Memory
from diwan.model.correction import block_name
from diwan.project import EditionKind, Project
from diwan.serving import CHANGES, LISTENER, Changes, on_change, open_live_server

PRIVATE = Wish(edition=EditionKind.PRIVATE)


@pytest.fixture
def live(project):
    """The private edition of the small project, as it is now."""
    live = Live(Project(project), PRIVATE)
    assert live.refresh().value
    return live


@contextmanager
def served(live, changes=None):
    """Serve *live*; give the address of its root."""
    server = open_live_server(live, changes, "127.0.0.1", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def get(address):
    """Return what stands at an address, as text."""
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  # an address of this machine
        return answer.read().decode()


def correct(project, start, said):
    """Say in a correction something about the block of the article's source that starts so."""
    path = project / "corpus/sources/patrol.txt"
    document = read_document(path).value
    block = next(block for block in document.blocks if block.text.startswith(start))
    folder = project / "corpus/corrections"
    folder.mkdir(exist_ok=True)
    (folder / "harbour-2021-patrol.yml").write_text(
        f"- block: {block_name(block.line, block.text)}\n  reason: It is plain to see.\n  {said}\n",
        encoding="utf-8",
    )


def test_every_file_is_the_one_a_build_makes(project):
    """After every kind of edit: pages, generated and hand-written, styles, search and data, each at its address."""
    theme, live = own_theme(project), Live(Project(project), PRIVATE)
    for kind in (
        lambda: None,
        lambda: edit(project / "corpus/articles/undated-note.md", "short note", "long note of Northport"),
        lambda: edit(project / "corpus/entities.yml", "label: Northport", "label: Northhaven"),
        lambda: edit(project / "docs/about.md", "title: ", "title: New "),
        lambda: correct(project, "Calmer nights", "kind: paragraph"),
        lambda: edit(theme / "article.html", "<h1", '<h1 data-new="yes"'),
    ):
        kind()
        assert live.refresh().value
        live.make_beside()
        live.beside.wait_for_search()
        for address in ("articles/harbour-2021-patrol/", "ar/articles/undated-note/", "entities/northport/"):
            assert live.answer(address)
    live.beside.wait()
    build(Project(project), PRIVATE)
    site = project / "site-private"
    others = []
    for path in files_below(site):
        name = path.relative_to(site).as_posix()
        if name == "404.html":
            assert live.missing() == path.read_bytes()
            continue
        answer = live.answer(name.removesuffix("index.html"))
        if answer is None or answer.content != path.read_bytes():
            others.append(name)
    # The list of all pages is made when there are all pages.
    assert others == ["sitemap.xml"]


def test_a_template_or_a_style_of_ones_own_shows_without_another_reading(project):
    """It bears on every page and on nothing else: a page that was asked for before is rendered anew when it is asked for."""
    theme, live = own_theme(project), Live(Project(project), PRIVATE)
    assert live.refresh().value
    assert b"data-new" not in live.answer("articles/undated-note/").content
    edit(theme / "article.html", "<h1", '<h1 data-new="yes"')
    edit(theme / "assets/diwan.css", ":root", "/* new */ :root")
    assert b"data-new" in live.answer("articles/undated-note/").content
    assert b"/* new */" in live.answer("assets/diwan.css").content


def test_an_article_whose_corrections_stay_is_the_very_same(project):
    """It is corrected once, not at each reading; a correction that changes shows."""

    def article():
        found = survey(project / "corpus", [project / "corpus/sources"], memory).value
        return found.articles["harbour-2021-patrol"]

    memory = Memory()
    correct(project, "Calmer nights", "kind: paragraph")
    first = article()
    assert "Calmer nights" in [passage.block.text for passage in first.text.passages]
    assert article() is first
    correct(project, "Calmer nights", "drop: yes")
    assert "Calmer nights" not in [block.text for block in article().text.blocks]


def test_an_edit_shows_when_the_page_is_asked_for_again(project, live):
    """A record, a vocabulary, a hand-written page and a template."""
    edit(project / "corpus/articles/undated-note.md", "short note", "long note")
    edit(project / "corpus/entities.yml", "label: Northport", "label: Northhaven")
    edit(project / "docs/about.md", "title: ", "title: New ")
    assert live.refresh().value
    assert b"long note" in live.answer("articles/undated-note/").content
    assert b"Northhaven" in live.answer("entities/northport/").content
    assert re.search(rb"<h1[^>]*>New ", live.answer("about/").content)


def test_what_must_be_mended_leaves_the_pages_as_they_were(project, live):
    """Half an edit is no reason to show nothing."""
    before = live.answer("articles/undated-note/")
    edit(project / "corpus/articles/undated-note.md", "themes: [joint-patrol]", "themes: [storms]")
    outcome = live.refresh()
    assert not outcome.value
    assert [problem.code for problem in outcome.problems] == ["theme-unknown"]
    assert live.answer("articles/undated-note/") == before


def test_the_server_answers_like_a_web_host(live):
    """Moves to the address with a slash, a page for what is not there, nothing from outside."""
    with served(live) as root:
        assert "<h1" in get(f"{root}/articles/undated-note")
        assert "dw-article" in get(f"{root}/assets/diwan.css")
        for wrong in (
            "/nowhere/",
            "/../mkdocs.yml",
            "/%2e%2e/mkdocs.yml",
            "/.diwan/lock",
            "/assets/../../mkdocs.yml",
        ):
            with pytest.raises(urllib.error.HTTPError) as refused:
                get(root + wrong)
            assert refused.value.code == 404
            refused.value.close()


def test_only_the_private_edition_listens_for_changes(live):
    """Its pages name a script of their own host, as their policy asks; what is public is shown as it is published."""
    with served(live, Changes()) as root:
        assert f'<script src="/{LISTENER}" defer></script></head>' in get(f"{root}/")
        assert CHANGES in get(f"{root}/{LISTENER}")
    with served(live) as root:
        assert LISTENER not in get(f"{root}/")


def until(told):
    """Return what *told* says once it says something: at once, unless the machine is very busy. Fail if it never does."""
    deadline = time.monotonic() + 60
    while not (said := told()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return said


def test_a_file_that_is_saved_calls_for_a_new_reading(project):
    """In any of the folders."""
    called = threading.Event()
    on_change([project / "corpus", project / "docs"], called.set)
    for path, old in (("corpus/entities.yml", "label: Northport"), ("docs/about.md", "title: ")):
        edit(project / path, old, f"{old} New")
        until(called.is_set)
        called.clear()


class Held:
    """A timer whose time comes when a test says so, however busy the machine is."""

    made, waiting = [], set()

    def __init__(self, _seconds, action):
        self.action = action
        self.made.append(self)

    def start(self):
        """Begin to wait."""
        self.waiting.add(self)

    def cancel(self):
        """Wait no more."""
        self.waiting.discard(self)


def test_several_files_saved_together_count_as_one_change(project, monkeypatch):
    """Each calls for a reading in place of the one before, in whichever folder they are; the last alone is left."""
    called = []
    monkeypatch.setattr(threading, "Timer", Held)
    on_change([project / "corpus", project / "docs"], lambda: called.append(1))
    for path, old in (("corpus/entities.yml", "label: Northport"), ("docs/about.md", "title: ")):
        before = len(Held.made)
        edit(project / path, old, f"{old} New")
        until(lambda before=before: len(Held.made) > before)
    (last,) = until(lambda: list(Held.waiting))
    last.action()
    assert called == [1]


#: Watches a folder, in which another comes, in which one comes just as the watching library looks what is in it.
_TWICE = """
import os, sys, time
from pathlib import Path
from diwan.serving import on_change
root, walk, seen, told = sys.argv[1], os.walk, [], []
def meanwhile(path, **how):
    if os.path.basename(os.fsdecode(path)) == "outer":
        os.makedirs(os.path.join(os.fsdecode(path), "inner"), exist_ok=True)
        seen.append(path)
    return walk(path, **how)
def until(happened):
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)
on_change([Path(root)], lambda: told.append(1))
os.walk = meanwhile
os.mkdir(os.path.join(root, "outer"))
until(lambda: seen)
# What comes later is told later: once more is told of others, all has been said of the folders.
for name in ("one", "two", "three"):
    before = len(told)
    Path(root, name).touch()
    until(lambda: len(told) > before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of a new one are looked for on Linux")
def test_folders_that_come_at_once_bring_no_warning_that_nobody_can_mend(tmp_path):
    """Such as those of pages that a build writes while a site is served."""
    ran = subprocess.run([sys.executable, "-c", _TWICE, tmp_path], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
