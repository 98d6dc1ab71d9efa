"""The benchmark of saved pages: what it counts, on a folder made for the purpose."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPH = "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late."


@pytest.fixture(name="pages")
def pages_script(bench_script):
    """The script that measures saved pages."""
    return bench_script(
        "pages", "pagesfolder", "extractors", "strippedpages", "rescripted", "rescriptedpages"
    )


@pytest.fixture(name="folder")
def folder_of_pages(tmp_path):
    """A folder with one page whose text and facts are known."""
    lines = [PARAGRAPH.format(word) for word in ("ten", "twenty", "thirty", "forty")]
    body = f"<nav><a href='/'>News</a></nav><article><h1>One light</h1><p>{lines[0]}</p><p>{lines[1]}</p><h2>Her steps</h2><p>{lines[2]}</p><p>{lines[3]}</p></article>"
    head = '<title>One light | Quay Courier</title><meta name="author" content="Nadia Ferrant"><meta property="article:published_time" content="2024-03-14T23:30:00-05:00">'
    gold = {
        "title": "One Light", "date": "2024-03-15T04:30:00+00:00", "authors": ["By Nadia Ferrant"], "outlet": ["The Quay Courier"],
        "language": "en", "heading_gold": True, "first_is_title": False,
        "body": [["p", lines[0]], ["p", lines[1]], ["h", "Her steps"], ["p", lines[2]], ["p", lines[3]]],
    }  # fmt: skip
    for name, text in (
        ("html/one.html", f"<html><head>{head}</head><body>{body}</body></html>"),
        ("gold/one.json", json.dumps(gold)),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    row = {"id": "one", "source": "made", "site": "quay.example", "lang": "en", "tasks": ["A", "B"]}
    (tmp_path / "index.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return tmp_path


def test_an_answer_that_is_right_gets_full_marks_and_its_errors_are_counted(pages, folder):
    """Text by runs of four words, headings by their words, facts as far as they are known."""
    (known,) = pages.load(folder)
    gold = [{"kind": "heading" if kind == "h" else "paragraph", "text": text} for kind, text in known.body]
    right = pages.score(
        lambda _: {"blocks": gold, "title": "One light", "author": "Nadia Ferrant", "outlet": "Quay Courier"},
        known,
    )
    assert (right["text"][1:], right["headings"]) == ((0, 0), (1, 0, 0))
    assert (right["title"], right["author"], right["outlet"], right["date"]) == (True, True, True, False)
    half = pages.score(lambda _: {"blocks": gold[:2]}, known)
    assert half["text"][1] == 0
    assert half["text"][2] > half["text"][0]


def test_a_rival_that_fails_has_an_empty_answer(pages, folder):
    """Whatever goes wrong in a rival, the others are measured."""
    (known,) = pages.load(folder)
    failed = pages.score(lambda _: 1 / 0, known)
    assert failed["failed"]
    assert failed["text"][0] == 0
    assert pages.figures([known], [failed])[:3] == [0.0, 1, 0.0]


def test_diwan_reads_the_page_of_the_folder(pages, folder):
    """The converter that is measured is the one that reads sources, set-aside blocks counted as removed."""
    (known,) = pages.load(folder)
    answer = pages.convert(str(known.path))
    assert (answer["title"], answer["date"], answer["author"], answer["outlet"]) == (
        "One light",
        "2024-03-14",
        ["Nadia Ferrant"],
        "Quay Courier",
    )
    assert [block["text"] for block in answer["blocks"] if block["kind"] == "heading"] == ["Her steps"]
    assert "News" in [block["text"] for block in answer["blocks"] if block["kind"] == "boilerplate"]


@pytest.mark.usefixtures("pages")
def test_a_list_made_into_a_text_loses_none_of_its_other_lines():
    """Changed texts to learn from keep a letter for each line, and every line but the paragraphs cut up."""
    from listed import with_list

    lines = ["Home", *(PARAGRAPH.format(word) for word in ("ten", "twenty", "thirty", "forty")), "Contact"]
    letters, followed = [*"xbbbbx"], 0
    for seed in range(40):
        some, labels = with_list(lines, letters, ["Another page about a lamp"], random.Random(seed))
        assert len(some) == len(labels)
        # What stands below a list is lines of the page once more.
        around = [line for line, letter in zip(some, labels, strict=True) if letter == "x"]
        assert {*around} == {"Home", "Contact"}
        followed += len(around) > 2
        assert len(some) > len(lines)
        assert (some[0], some[-1]) == ("Home", "Contact")
    assert 0 < followed < 40
    assert with_list(lines[:2], letters[:2], [], random.Random(1)) is None


@pytest.mark.usefixtures("pages")
def test_changed_texts_keep_the_lines_of_their_article_in_order():
    """Surroundings of another page around an article, and lines strewn into it, are never labelled as its text."""
    import linetexts
    from pagesfolder import Known

    body = [PARAGRAPH.format(word) for word in ("ten", "twenty", "thirty", "forty", "fifty", "sixty")]
    known = Known("a", "made", "harbour.example", "en", (), {}, Path("a.html"))
    own = linetexts.Labelled(known, "full", ["Home", "World news", "One light", *body, "Jobs at sea", "Read about ropes", "Our tides", "A shelf of maps"],
                             [*"xxt", *"bbbbbb", *"xxxx"])  # fmt: skip
    other = linetexts.Labelled(
        known, "full", ["Menu", "Another title", "Another text.", "Imprint"], [*"xtbx"]
    )
    for seed in range(30):
        chance = random.Random(seed)
        mixed, strewn = linetexts.between(own, other, chance), linetexts.strewn(own, chance)
        for made in (mixed, strewn):
            pairs = list(zip(made.lines, made.letters, strict=True))
            assert [line for line, letter in pairs if letter == "b"] == body
        assert not {"Another title", "Another text."} & set(mixed.lines)
        assert strewn.letters.count("x") > own.letters.count("x")
        assert (strewn.letters[3], strewn.letters[-5]) == ("b", "b")


def test_a_page_in_the_letters_of_another_script_is_read_like_its_own(pages, folder, tmp_path):
    """Its known text is rewritten by the same key, so that a reader who finds the one finds the other; Chinese pages stay out."""
    own = pages.load(folder)
    (thai,) = pages.rescripted_into(tmp_path, own, "th")
    assert "keeper" not in thai.path.read_text(encoding="utf-8")
    assert all(
        "\u0e00" <= letter <= "\u0eff" for _, line in thai.gold["body"] for letter in line if letter.isalpha()
    )
    read = [pages.f1(pages.score(pages.convert, page)["text"]) for page in (thai, own[0])]
    assert read == pytest.approx([read[1]] * 2, abs=0.05)
    assert [*pages.rescripted_into(tmp_path, [replace(own[0], language="zh")], "th")] == []


def test_a_stripped_page_keeps_its_text_and_says_nothing_for_machines(bench_script):
    """Title, text and links stay; meta, scripts and times go, and letters are read by the encoding that the page said."""
    page = (
        "<html><head><meta charset=latin-1><meta name=author content='Nadia Ferrant'><title>Été</title>"
        '<script type=\'application/ld+json\'>{"author": "Nadia"}</script></head>'
        "<body><time datetime='2024-03-14'>jeudi</time><p>Le gardien a dormi.</p><a href='/port'>Port</a></body></html>"
    )
    text = bench_script("strippedpages", "pagesfolder").stripped(page.encode("latin-1")).decode()
    assert all(
        kept in text for kept in ("<title>Été</title>", ">jeudi<", "Le gardien a dormi.", 'href="/port"')
    )
    assert not any(gone in text for gone in ("Nadia", "ld+json", "2024-03-14", "latin-1"))
