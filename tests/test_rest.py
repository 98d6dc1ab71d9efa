"""What MkDocs is to convert or to copy: what it would find by itself, without the pages that are known beforehand."""

import shutil

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions

from diwan.build import Wish, build
from diwan.project import Project
from diwan.rendering import Renderer
from diwan.rest import rest_of

KNOWN = frozenset({"index.html", "one/index.html", "deep/index.html", "deep/two/index.html"})


@pytest.fixture
def config(tmp_path):
    """Settings of a site with pages, files beside them, and what is left out."""
    docs = tmp_path / "docs"
    for path in ("index.md", "one.md", "about.md", "a.txt", "deep/index.md", "deep/two.md", "deep/left.yml", ".hidden/x.txt"):  # fmt: skip
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text("# Title\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: s\ntheme: {name: material}\nplugins: []\nexclude_docs: '*.yml'\n", encoding="utf-8"
    )
    return load_config(str(tmp_path / "mkdocs.yml"))


def found(files):
    """Return what is known of each file."""
    return {file.src_uri: (file.dest_uri, file.inclusion, file.abs_src_path) for file in files}


def found_by_mkdocs(config):
    """Return what MkDocs finds in `docs/` and the theme."""
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    set_exclusions(files, config)
    return found(files)


def test_the_rest_is_all_that_mkdocs_finds_but_the_pages_that_are_known(config):
    """Those of the theme too, though nobody looks at its icons."""
    expected = found_by_mkdocs(config)
    assert found(rest_of(config, frozenset())) == expected
    pages = {"index.md", "one.md", "deep/index.md", "deep/two.md"}
    assert found(rest_of(config, KNOWN)) == {path: is_ for path, is_ in expected.items() if path not in pages}


def test_links_may_lead_to_pages_that_are_known(config):
    """To each as MkDocs knows it, to others of its files as before, and to nothing else."""
    rest, expected = rest_of(config, KNOWN), found_by_mkdocs(config)
    for path in ("index.md", "one.md", "deep/two.md", "about.md", "a.txt"):
        assert found([rest.get_file_from_path(path)])[path] == expected[path]
    assert rest.get_file_from_path("deep/three.md") is None


@pytest.mark.parametrize(
    "others",
    [["deep/README.md"], ["one.markdown"], ["two.md", "two.markdown"], ["two.md", "two/index.md"]],
    ids=" ".join,
)
def test_where_two_files_would_be_one_page_mkdocs_decides(others, config, tmp_path, caplog):
    """It leaves one out and warns, whether or not the other is known beforehand."""
    for path in others:
        (tmp_path / "docs" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "docs" / path).write_text("# Other\n", encoding="utf-8")
    expected = found_by_mkdocs(config)
    warned = set(caplog.messages)
    caplog.clear()
    assert found(rest_of(config, KNOWN)) == expected
    assert set(caplog.messages) == warned


def test_no_object_is_made_of_a_page_that_is_known(project, monkeypatch):
    """Of ten thousand articles they would be twenty-two thousand."""
    shutil.rmtree(project / "site", ignore_errors=True)
    rests, real = [], Renderer.rest
    monkeypatch.setattr(Renderer, "rest", lambda one, done: rests.append(real(one, done)) or rests[0])
    assert build(Project(project), Wish()).value
    assert not [path for path in rests[0].src_uris if path.startswith(("articles/", "ar/articles/"))]
