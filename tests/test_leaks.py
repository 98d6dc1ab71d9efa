"""The leak check: words of a source are found wherever in a site they hide, and what is permitted is left alone."""

import base64
import bz2
import csv
import gzip
import html
import io
import json
import tarfile
import zipfile
import zlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, edit, files_below
from diwan.documents.convert import document_of_bytes
from diwan.edition import EditionKind
from diwan.leaks.decode import decoded
from diwan.leaks.find import RUN, guard, leaks_of
from diwan.text.runs import shared_runs
from diwan.text.words import words_of

#: A sentence of the small project's source, an open text there: tests close it.
SENTENCE = "Since the boats went out on the first of May there has been not a single theft,"
ARABIC = "وقال الصيّادون إنّ الدورية المشتركة أعادت إليهم أمان الخليج بعد سنوات طويلة من الخوف والخسارة"


def gz(text: str) -> bytes:
    """Return *text* as a file of the kind that servers send."""
    return gzip.compress(text.encode())


def zipped(name: str, data: bytes) -> bytes:
    """Return an archive with one file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    """Return a compressed tape archive with one file."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def deflated(text: str) -> bytes:
    """Return *text* deflated without a header, as the search index keeps its chunks."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(text.encode()) + packer.flush()


def row(text: str) -> str:
    """Return *text* as a cell of CSV, quotes and all."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(["id", f'He said "{text}"', "x"])
    return buffer.getvalue()


def spread(text: str) -> str:
    """Return *text* with marks of every kind between and within its words."""
    words = text.split()
    return f"<p><b>{words[0][:2]}</b>{words[0][2:]} <a href='#'>{words[1]}</a> {' '.join(words[2:])}</p>"


#: One leak a channel: where it is put, and how it is written there.
CHANNELS = {
    "text of a page": ("articles/x/index.html", spread),
    "description": ("y.html", lambda s: f'<meta name="description" content="{html.escape(s)}">'),
    "attribute": ("z.html", lambda s: f"<img data-text='{s.replace(' ', '&#32;')}'>"),
    "comment": ("w.html", lambda s: f"<p>nothing</p><!-- {s} -->"),
    "letters of a drawing": (
        "plot.svg",
        lambda s: "<svg><text>" + "".join(f"<tspan x='1'>{w}</tspan>" for w in s.split()) + "</text></svg>",
    ),
    "JSON": ("data/a.json", lambda s: json.dumps({"t": f"one\n{s}\n"}, ensure_ascii=True)),
    "lines of JSON": ("data/a.jsonl", lambda s: json.dumps({"words": s.split()}) + "\n{}\n"),
    "CSV": ("data/a.csv", row),
    "feed": (
        "feed.xml",
        lambda s: f"<feed><content type='html'>&lt;p&gt;{html.escape(html.escape(s))}&lt;/p&gt;</content></feed>",
    ),
    "CDATA": ("feed2.xml", lambda s: f"<x><![CDATA[<p>{s}</p>]]></x>"),
    "BibTeX": ("a.bib", lambda s: "@misc{a, abstract = {" + s.replace("S", "{S}").replace("o", r"{\'o}") + "}}"),
    "RIS": ("a.ris", lambda s: f"TY  - NEWS\nAB  - {s}\nER  - \n"),
    "Turtle": ("a.ttl", lambda s: f'<a> <b> "{"".join(f"{chr(92)}u{ord(c):04X}" for c in s)}"@en .'),
    "archive in an archive": ("crate.zip", lambda s: zipped("inner.zip", zipped("t.txt", s.encode()))),
    "tape archive": ("data.tar.gz", lambda s: tarred("t.txt", s.encode())),
    "compressed": ("b.json.gz", lambda s: gz(json.dumps(s))),
    "compressed otherwise": ("b.bz2", lambda s: bz2.compress(s.encode())),
    "chunk of the search index": ("search/ab12/article/0.bin", lambda s: deflated(json.dumps({"t": s.split()}))),
    "address": ("v.html", lambda s: f'<a href="https://a.example/#:~:text={quote(s)}">x</a>'),
    "address with data": (
        "u.html",
        lambda s: f'<img src="data:text/plain;base64,{base64.b64encode(s.encode()).decode()}">',
    ),
    "wide characters": ("wide.txt", lambda s: s.encode("utf-16")),
    "name of a file": (f"{'-'.join(words_of(SENTENCE))}.txt", lambda _: ""),
}  # fmt: skip


@pytest.fixture
def closed(project):
    """The small project with its one open text closed, and an empty site."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")
    source = (project / "corpus/sources/patrol.txt").read_text(encoding="utf-8")
    assert " ".join(SENTENCE.split()) in " ".join(source.split())
    (project / "site").mkdir()
    return project


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_leak_is_found_in_every_channel(channel, closed, diwan):
    """Each planted leak is found in its file."""
    name, write = CHANNELS[channel]
    path = closed / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    content = write(SENTENCE)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, output = diwan("leaks")
    assert code == 1
    assert f"site/{name}" in output
    assert "harbour-2021-patrol" in output
    assert "[text-leaked]" in output


def test_a_site_without_words_of_theirs_is_clean(closed, diwan):
    """Eight words in a row, a headline and words of our own are no leak."""
    ours = f"<h1>A patrol for the bay</h1><p>{' '.join(SENTENCE.split()[:8])} and so on.</p>"
    (closed / "site/clean.html").write_text(ours, encoding="utf-8")
    assert diwan("leaks")[0] == 0


def test_what_is_permitted_is_no_leak(project, diwan):
    """An open text may stand on its page; closed, the same site leaks."""
    assert diwan("build")[0] == 0
    assert diwan("leaks")[0] == 0
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")
    code, output = diwan("leaks")
    assert code == 1
    assert "site/articles/harbour-2021-patrol/index.html" in output


def test_an_excerpt_may_be_shown_and_no_word_more(project, diwan):
    """The words that the record grants may leave; the words after them may not."""
    record = project / "corpus/articles/harbour-2021-patrol.md"
    edit(record, "access: full", "access: excerpt\nexcerpt_words: 40")
    assert diwan("build")[0] == 0
    assert diwan("leaks")[0] == 0
    edit(record, "excerpt_words: 40", "excerpt_words: 9")
    assert diwan("leaks")[0] == 1


def test_a_source_that_no_record_names_is_guarded_as_well(closed, diwan):
    """Unknown rights are closed rights."""
    (closed / "corpus/sources/stray.txt").write_text(f"A heading\n\n{ARABIC}\n", encoding="utf-8")
    (closed / "site/a.html").write_text(f"<p>{ARABIC}</p>", encoding="utf-8")
    code, output = diwan("leaks")
    assert code == 1
    assert "stray.txt" in output


def test_without_sources_nothing_is_called_clean(project, diwan):
    """A check that has nothing to compare with says so and fails."""
    (project / "site").mkdir()
    (project / "corpus/sources/patrol.txt").unlink()
    assert diwan("leaks")[0] == 1


@pytest.fixture(scope="module")
def guarded():
    """The runs of one invented source, in Arabic."""
    document = document_of_bytes(f"{ARABIC}\n".encode(), "a.txt").value
    return guard([], {"a.txt": document})


def test_spelling_hides_nothing(guarded):
    """Vowel signs, tatweel, joiners and hamza seats make no difference."""
    words = [word[:1] + "ـ\u200d\u064e" + word[1:] for word in ARABIC.replace("إ", "ا").split()]
    assert list(shared_runs(" ".join(words), guarded))


def test_fewer_than_nine_words_are_no_leak(guarded):
    """Eight words in a row may meet by chance; nine count, and the run is reported whole."""
    words = ARABIC.split()
    assert list(shared_runs(" ".join(words[: RUN - 1]), guarded)) == []
    (run,) = shared_runs(f"{' '.join(words[:11])} شيء آخر", guarded)
    assert len(run.words) == 11


THAI = "นายท่าเรือเล่าว่าเรือประภาคารลำเก่าจะกลับมาจอดที่เดิมก่อนสิ้นเดือน"


@pytest.mark.parametrize(("shown", "leaks"), [(THAI[:10], 0), (THAI[:24], 0), (THAI, 1)])
def test_letters_of_thai_are_no_words_of_a_leak(shown, leaks, tmp_path):
    """A name of ten letters is three words of theirs; a sentence is one that leaked."""
    document = document_of_bytes(f"ประภาคาร\n\n{THAI}\n".encode(), "a.txt").value
    (tmp_path / "page.html").write_text(f"<p>{shown}</p>", encoding="utf-8")
    assert len(leaks_of(tmp_path, guard([], {"a.txt": document}))) == leaks


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 5))
def test_a_run_is_found_whatever_stands_around_it(guarded, before, after, start):
    """No text before or after hides a run."""
    run = " ".join(ARABIC.split()[start : start + RUN])
    assert list(shared_runs(f"{before} {run} {after}", guarded))


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_check(data):
    """Whatever a file holds, decoding ends and gives texts."""
    for head in (b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x78\x9c", b"%PDF-1.4\n", b"BZh9", b"\xfd7zXZ\x00"):
        assert all(isinstance(text, str) for text in decoded(head + data))


def index_of(corpus, sources, folder, kind=EditionKind.PUBLIC):
    """Return the files of the search index of an edition: its terms, and the places of each word in order."""
    from diwan.edition import open_edition
    from diwan.library.library import make_library
    from diwan.library.survey import survey
    from diwan.search.bundle import write_search

    found = survey(corpus, sources).value
    write_search(open_edition(make_library(found.corpus, found.articles), kind), folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def test_the_index_holds_no_word_and_no_place_of_a_closed_text(closed, tmp_path):
    """Terms and places would give a text back word by word: the index is that of somebody who never had the source."""
    corpus, at_hand = closed / "corpus", [closed / "corpus/sources"]
    with_text = index_of(corpus, at_hand, tmp_path / "with")
    assert with_text == index_of(corpus, [], tmp_path / "without")
    assert with_text != index_of(corpus, at_hand, tmp_path / "private", EditionKind.PRIVATE)


def test_the_index_of_the_corpus_is_the_same_without_its_sources(sources, tmp_path):
    """The same holds of the five articles that the corpus has and does not show."""
    corpus = ROOT / "corpus"
    assert index_of(corpus, [sources], tmp_path / "with") == index_of(corpus, [], tmp_path / "without")


def test_the_public_edition_of_the_corpus_leaks_nothing(sources, tmp_path):
    """Built with all five sources at hand, no file of the site holds nine of their words that it may not."""
    from conftest import copy_project
    from diwan.build import Wish, build
    from diwan.leaks.find import leaks_of
    from diwan.library.survey import survey
    from diwan.project import Project

    project = copy_project(tmp_path / "corpus", ROOT)
    built = build(Project(project), Wish(sources=(sources,)))
    assert built.value is not None
    articles = survey(project / "corpus", [sources]).value.articles
    guarded = guard(articles.values(), {})
    assert len(guarded.owners) > 5_000
    assert leaks_of(built.value, guarded) == []
    text = next(article.text for article in articles.values() if article.text)
    assert list(shared_runs(text.passages[0].block.text, guarded))
