"""Bounds: text of whatever length is read or refused within the time and memory that a reading process has."""

import os
import subprocess
import sys

import pytest

import presspapers as made
from conftest import PATIENT
from diwan.documents.bounds import ARTICLE, FILE
from diwan.documents.convert import LARGEST, document_of_bytes, read_apart
from presspapers import Paper

#: Reads a file as the program does, under the limits that it gives its reading processes.
BOUNDED = f"""
import sys
from functools import partial
from pathlib import Path
from diwan.documents import confined, convert, worker
worker._bound(confined.MEMORY)
worker._bound_time(confined.SECONDS)
convert.read_confined = partial(confined.read_confined, patience={PATIENT})
outcome = convert.read_document(Path(sys.argv[1]))
print(outcome.problems[0].code if outcome.problems else len(outcome.value.blocks))
"""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
FULL = LARGEST - 100
TOO_LONG, OVER_LIMITS = {"source-too-large"}, {"source-too-large", "source-over-limits"}
READ = {"1", str(ARTICLE.lines)}


def filled(words, size, before=b"", behind=b""):
    """Return *words* again and again, *size* bytes of them."""
    return before + words * (size // len(words)) + behind


#: Below the size of a file that is looked at, each with what may become of it.
LONG = {
    "short lines.txt": (lambda: filled(b"a\n", FULL), TOO_LONG),
    "fewer short lines.txt": (lambda: filled(b"a\n", 4_000_000), TOO_LONG),
    "other ends of lines.txt": (lambda: filled("a\u2028".encode(), 4_000_000), TOO_LONG),
    "one line.txt": (lambda: filled(b"word ", FULL), TOO_LONG),
    "a sign beyond all others.txt": (lambda: filled(b"a", FULL, behind="\U0001f468".encode()), TOO_LONG),
    "two bytes a letter.txt": (lambda: "\ufeff".encode("utf-16-le") + "字".encode("utf-16-le") * 24_000_000, TOO_LONG),
    "short paragraphs.md": (lambda: filled(b"a\n\n", FULL), TOO_LONG),
    "marks.md": (lambda: filled(b"*a* [b](c) ", FULL), TOO_LONG),
    "short paragraphs.rtf": (lambda: filled(b"a\\par ", FULL, b"{\\rtf1 ", b"}"), OVER_LIMITS),
    "one paragraph.rtf": (lambda: filled(b"word ", FULL, b"{\\rtf1 ", b"}"), OVER_LIMITS),
    "a picture.rtf": (lambda: filled(b"89504e470d0a1a0a\n", FULL, b"{\\rtf1 Words.{\\pict ", b"}}"), READ),
    "as many lines as may be.txt": (lambda: filled(b"a\n", 2 * ARTICLE.lines), READ),
    "as many days as may be.txt": (lambda: filled(b"1 May 202\n", ARTICLE.characters), READ),
    "as many letters as may be.txt": (lambda: filled("字".encode(), 3 * ARTICLE.characters), READ),
}  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_a_text_of_any_length_is_read_or_refused_within_the_limits(name, tmp_path):
    """Text, Markdown and Rich Text, in one line or millions: ten seconds of work and 512 MB are enough to tell."""
    make, allowed = LONG[name]
    path = tmp_path / name
    path.write_bytes(make())
    assert path.stat().st_size <= LARGEST
    command = [sys.executable, "-c", BOUNDED, str(path)]
    ended = subprocess.run(command, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert ended.stdout.strip() in allowed


def test_a_text_that_is_too_long_says_how_long_and_what_to_do():
    """The number, the bound, and to save the article alone."""
    (problem,) = document_of_bytes(b"a\n" * (ARTICLE.lines + 1), "a.txt").problems
    assert f"{ARTICLE.lines + 1:,} lines" in problem.message
    assert f"{ARTICLE.lines:,}" in problem.message
    assert problem.mend == "save the article alone"


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("suffix", [".html", ".rtf"])
def test_what_a_reading_process_delivers_is_bounded_as_well(suffix):
    """A page or document of more paragraphs than any article has is refused, whatever its parser can take."""
    lines = ARTICLE.lines + 1
    data = {
        ".html": b"<!doctype html><article>" + b"<p>a" * lines,
        ".rtf": b"{\\rtf1 " + b"a\\par " * lines + b"}",
    }
    (problem,) = document_of_bytes(data[suffix], f"a{suffix}").problems
    assert problem.code in OVER_LIMITS


def test_a_file_of_many_articles_may_be_longer_than_one(tmp_path):
    """What a press archive hands out is taken apart though all its articles together are longer than any."""
    path = tmp_path / "many.txt"
    papers = made.shown([Paper(number, text=made.TEXT * 20) for number in range(1, 301)])
    path.write_text("\n\n".join(papers), encoding="utf-8")
    assert ARTICLE.characters < path.stat().st_size < FILE.characters
    outcome = read_apart(path)
    assert [problem.code for problem in outcome.problems if problem.code == "source-too-large"] == []
    assert len(outcome.value.cuttings) > 200
