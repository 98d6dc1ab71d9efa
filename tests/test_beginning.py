"""A corpus of one's own: `diwan new` makes a project in which everything works, and nothing speaks of another corpus."""

import re
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, files_below
from diwan.cli import main

PAGE = """<html lang="en"><head><title>Ice on the harbour</title>
<meta property="og:site_name" content="The Pier Paper"><meta name="author" content="Rim Example">
<meta property="article:published_time" content="2023-02-07"></head><body><article><h1>Ice on the harbour</h1>
<p>For a week no boat has left the harbour, and the nets lie on the quay as they were thrown there.</p>
<p>The older fishermen say that it was so every winter; the younger ones look at the sky and say nothing.</p>
</article></body></html>"""


#: What a page shows of a list with nothing in it, or of a heading with nothing below it.
HOLLOW = re.compile(r"<(ul|ol|tbody|dl|nav|section)\b[^>]*>\s*</\1>|<h\d[^>]*>[^<]*</h\d>\s*</section>")


def hollow(texts):
    """Return, by page, what stands there with nothing in it."""
    return {name: found[0] for name, text in texts.items() if (found := HOLLOW.search(text))}


def pages_of(folder):
    """Return the pages of a built site by their path."""
    site = folder / "site"
    paths = [path for path in files_below(site) if path.suffix == ".html"]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.fixture
def begun(tmp_path, run):
    """A new project, and what the command said."""
    folder = tmp_path / "ice-press"
    said = run("--project", ROOT, "new", folder, "--name", 'Ice: "Press"', "--arabic-name", "صحافة الجليد")
    return folder, said


@pytest.fixture
def run(capsys):
    """Run a command; return its exit code and all it says."""

    def called(*arguments):
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return stopped.value.code, said.out + said.err

    return called


def test_a_new_corpus_takes_in_an_article_and_is_built_under_its_own_name(begun, run, tmp_path):
    """From nothing to a public site: no error, the names on every page, no word of the corpus it was begun from."""
    folder, (code, said) = begun
    assert code == 0, said
    assert run("--project", folder, "check", "--strict") == (0, "0 errors, 0 warnings\n")
    saved = tmp_path / "ice.html"
    saved.write_text(PAGE, encoding="utf-8")
    code, said = run("--project", folder, "add", saved)
    assert code == 0, said
    code, said = run("--project", folder, "build")
    assert code == 0, said
    texts = pages_of(folder)
    assert any(name.startswith("articles/pier-paper-2023") for name in texts)
    assert all(">Ice: &#34;Press&#34;<" in text or ">صحافة الجليد<" in text for text in texts.values())
    assert ">صحافة الجليد<" in texts["ar/index.html"]
    for name in ("themes", "entities", "events", "claims"):
        assert "<p>Nothing so far.</p>" in texts[f"{name}/index.html"]
    assert hollow(texts) == {}
    known = ["Gulf", "NATO", "الخليج", "ناتو"]
    files = [path for path in files_below(folder / "site") if path.suffix not in (".woff2", ".png")]
    assert [
        (path, word)
        for path in files
        for word in known
        if word in path.read_bytes().decode("utf-8", "replace")
    ] == []


def test_a_corpus_with_nothing_in_it_says_so(begun, run):
    """On each page of its site; no list, table or form stands there with nothing in it."""
    folder, _ = begun
    code, said = run("--project", folder, "build")
    assert code == 0, said
    texts = pages_of(folder)
    assert hollow(texts) == {}
    for name in (
        "",
        "themes/",
        "articles/",
        "entities/",
        "outlets/",
        "events/",
        "claims/",
        "explore/",
        "explore/network/",
    ):
        assert "<p>Nothing so far.</p>" in texts[f"{name}index.html"], name
        assert "<p>لا شيء حتى الآن.</p>" in texts[f"ar/{name}index.html"], name
    assert "nothing to compare" in texts["agreement/index.html"]


def test_the_names_stand_where_the_settings_and_the_crosswalk_say_them(begun):
    """Signs of YAML in a name are only signs; what else the crosswalk holds is that of the project at hand."""
    folder, _ = begun
    names = {"en": 'Ice: "Press"', "ar": "صحافة الجليد"}
    own, here = (
        yaml.safe_load((root / "corpus/fields.yml").read_text(encoding="utf-8")) for root in (folder, ROOT)
    )
    assert own.pop("corpus")["name"] == names
    assert here.pop("corpus")["name"] != names
    assert own == here
    assert 'site_name: "Ice: \\"Press\\""\n' in (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_nothing_is_written_where_something_is(tmp_path, run):
    """A folder that holds a file is left as it is; an empty one is taken."""
    folder = tmp_path / "taken"
    folder.mkdir()
    (folder / "note.txt").write_text("mine", encoding="utf-8")
    code, said = run("--project", ROOT, "new", folder)
    assert code == 1
    assert "[file-in-the-way]" in said
    assert [path.name for path in files_below(tmp_path)] == ["note.txt"]
    (folder / "note.txt").unlink()
    assert run("--project", ROOT, "new", folder)[0] == 0
    assert 'site_name: "Taken"' in (folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_corpus_begins_where_nothing_is_but_the_program(tmp_path, run):
    """Who has installed the package and has no project to begin from gets the same: one that is sound, and whose sources git leaves out."""
    (tmp_path / "here").mkdir()
    code, said = run("--project", tmp_path / "here", "new", tmp_path / "there", "--name", "Ice Press")
    assert code == 0, said
    assert run("--project", tmp_path / "there", "check", "--strict") == (0, "0 errors, 0 warnings\n")
    assert run("--project", ROOT, "new", tmp_path / "like", "--name", "Ice Press")[0] == 0
    alone, like = (
        {
            path.relative_to(root): path.read_text(encoding="utf-8")
            for path in files_below(root)
            if ".diwan" not in path.parts
        }
        for root in (tmp_path / "there", tmp_path / "like")
    )
    ignored, more = (set(texts.pop(Path(".gitignore")).splitlines()) for texts in (alone, like))
    assert alone == like, "copy what changed in corpus/ to scripts/diwan/blank/corpus/"
    assert {"/corpus/sources/", ".diwan/", "/site/"} <= ignored <= more


def test_an_outlet_is_added_to_a_list_that_somebody_emptied(begun, run, tmp_path):
    """`[]` is an empty list; what is added behind it would be no YAML."""
    folder, _ = begun
    (folder / "corpus/outlets.yml").write_text("# None yet.\n[]\n", encoding="utf-8")
    saved = tmp_path / "ice.html"
    saved.write_text(PAGE, encoding="utf-8")
    assert run("--project", folder, "add", saved)[0] == 0
    entries = yaml.safe_load((folder / "corpus/outlets.yml").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries] == ["pier-paper"]


def test_without_settings_the_build_says_so(begun, run):
    """A project whose `mkdocs.yml` is gone has a problem, not a program that stops."""
    folder, _ = begun
    (folder / "mkdocs.yml").unlink()
    code, said = run("--project", folder, "build")
    assert code == 1
    assert "mkdocs.yml: error" in said
