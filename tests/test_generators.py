"""Not locked in: the Markdown that `diwan convert` writes gives the same site with three generators."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from conftest import copy_project

BIN = Path(sys.executable).parent
ADDRESS = "https://corpus.example/gulf/"
COMMANDS = {
    "mkdocs": ["mkdocs", "build", "--quiet", "--strict"],
    "properdocs": ["properdocs", "build", "--quiet", "--strict", "-f", "mkdocs.yml"],
    "zensical": ["zensical", "build", "--clean", "--strict"],
}
#: Elements in which the sites of other generators differ from that of MkDocs, each with its reason; left out of the
#: comparison, and there is nothing else.
EXPECTED = {
    # Material's frame has a skip link of its own before the masthead; MkDocs leaves it out on pages without contents,
    # Zensical writes it on every page, `diwan build` takes it out (`scripts/diwan/finish.py`).
    "//a[@class='md-skip']",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The pages of the small project as each generator builds them."""
    project = copy_project(tmp_path_factory.mktemp("generators") / "project")
    environment = {
        **os.environ,
        "SITE_URL": ADDRESS,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
    }
    subprocess.run(
        [sys.executable, "-m", "diwan", "--project", str(project), "convert"], env=environment, check=True, capture_output=True
    )  # fmt: skip
    pages = {}
    for name, (program, *arguments) in COMMANDS.items():
        done = subprocess.run(
            [str(BIN / program), *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        pages[name] = dict(read(project / "site"))
    return pages


def read(site):
    """Yield every page of a site by its path, with what readers and machines see of it."""
    for path in sorted(site.rglob("index.html")):
        name = path.relative_to(site).as_posix()
        here = urljoin(ADDRESS, name.removesuffix("index.html"))
        tree = html.fromstring(path.read_bytes())
        body = tree.find("body")
        for silent in body.xpath(
            "|".join(["//body//script", "//body//style", "//body//noscript", *EXPECTED])
        ):
            silent.drop_tree()
        yield (
            name,
            {
                "title": tree.findtext("head/title"),
                "language": (tree.get("lang"), body.get("dir")),
                "metadata": sorted(
                    (meta.get("name") or meta.get("property"), meta.get("content"))
                    for meta in tree.iterfind("head/meta")
                    if meta.get("name") or meta.get("property")
                ),
                "relations": sorted(
                    (link.get("rel"), link.get("hreflang") or "", urljoin(here, link.get("href")))
                    for link in tree.iterfind("head/link")
                ),
                "data": [block.text for block in tree.xpath("//head/script[@type='application/ld+json']")],
                "ids": [heading.get("id") for heading in body.xpath(".//*[@id]")],
                "text": " ".join(body.text_content().split()),
                "links": [link if link.startswith("#") else urljoin(here, link) for link in body.xpath(".//a/@href")],
            },
        )  # fmt: skip


def differences(ours, theirs):
    """Return the aspects in which a page differs."""
    return {aspect: (value, theirs[aspect]) for aspect, value in ours.items() if value != theirs[aspect]}


@pytest.mark.parametrize("other", ["properdocs", "zensical"])
def test_another_generator_builds_the_same_site(other, sites):
    """Same pages; on each the same title, metadata, relations, ids, text and links, but for a short list."""
    ours, theirs = sites["mkdocs"], sites[other]
    assert ours.keys() == theirs.keys()
    found = {name: differences(page, theirs[name]) for name, page in ours.items()}
    assert {name: found for name, found in found.items() if found} == {}


def test_a_difference_is_noticed(sites):
    """A comparison that cannot fail compares nothing."""
    page = sites["mkdocs"]["articles/undated-note/index.html"]
    for aspect, other in (
        ("title", "x"),
        ("text", page["text"] + " more"),
        ("links", page["links"][1:]),
        ("ids", []),
    ):
        assert list(differences(page, page | {aspect: other})) == [aspect]
