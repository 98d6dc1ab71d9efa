"""Pages whose HTML is known beforehand are those that MkDocs makes of their Markdown, to the letter."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from conftest import EDITION
from diwan.build import Wish, draft
from diwan.documents.passages import number_passages
from diwan.finish import LEFTOVERS, finish_page
from diwan.library.articles import Reading
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.mentions import Mention
from diwan.model.block import Block, BlockKind
from diwan.pages.html import html_of
from diwan.pages.markdown import EXTENSIONS
from diwan.pages.readings import markdown_of, parts_of
from diwan.pages.sections import Section, html_of_sections, markdown_of_sections, write
from diwan.project import Project
from diwan.publish import bring, config_file
from diwan.rendering import Renderer
from diwan.workplace import Workplace

WORDS = st.lists(
    st.sampled_from(
        [*"ab*_[]<>&#`{}()!\\", "NATO", "1.", "- x", "“q”", "ناتو", "&amp;", "A & B", "e-mail", "|"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
KINDS = [
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTATION,
    BlockKind.LEAD,
    BlockKind.CAPTION,
    BlockKind.TABLE,
]
BLOCKS = st.lists(
    st.builds(
        lambda kind, text, ordered, tongue: Block(kind=kind, text=text, line=1, kept=True, rule="text", level=2 if kind is BlockKind.HEADING else 1, ordered=ordered, language=tongue),
        st.sampled_from(KINDS), WORDS, st.booleans(), st.sampled_from([None, "en", "ar"]),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


def test_an_item_keeps_its_number_where_a_list_of_the_page_would_show_another():
    """Points with paragraphs between them, and lists that begin at three: the page would count each from one."""
    kinds = {
        "1. a": 1,
        "2. b": 1,
        "x": 0,
        "3. c": 1,
        "4. d": 1,
        "y": 0,
        "1. e": 1,
        "1. in e": 2,
        "2. f": 1,
        "x.": 0,
        "٣. g": 1,
    }
    blocks = [
        Block(kind=BlockKind.LIST_ITEM if level else BlockKind.PARAGRAPH, text=text, line=1, kept=True, rule="text",
              level=level or None, ordered=bool(level), marker=text.split()[0] if level else "")
        for text, level in kinds.items()
    ]  # fmt: skip
    reading = Reading("en", tuple(blocks), number_passages(blocks, "p"))
    parts = [
        (part.kind.value, "".join(text for text, _ in part.pieces))
        for part in parts_of(reading, {}, {}, depth=2, title="")
    ]
    assert parts == [
        ("list_item", "a"), ("list_item", "b"), ("paragraph", "x"), ("paragraph", "3&#46; c"), ("paragraph", "4&#46; d"),
        ("paragraph", "y"), ("list_item", "e"), ("list_item", "in e"), ("list_item", "f"), ("paragraph", "x."), ("paragraph", "٣&#46; g"),
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["\t", " | "])
def test_a_table_has_rows_and_cells_and_stays_a_passage(between):
    """However its reader parts cells; names in it are linked like others."""
    block = Block(
        kind=BlockKind.TABLE,
        text=f"Town{between}Boats\nNorth *quay*{between}3 < 4",
        line=1,
        kept=True,
        rule="text",
    )
    reading = Reading("en", (block,), number_passages((block,), "p"))
    key = ConceptKey(ConceptKind.ENTITY, "north-quay")
    mention = Mention(4 + len(between) + 6, 4 + len(between) + 11, key)
    (part,) = parts_of(reading, {"p1": (mention,)}, {key: "x"}, depth=2, title="")
    shown = html_of([part], {key: "/n/"})
    assert Markdown(extensions=EXTENSIONS).convert(markdown_of([part], {key: "/n/"})) == shown
    assert shown == (
        '<p class="table" id="p1"><span role="table"><span role="row"><span role="cell">Town</span> <span role="cell">Boats</span></span>\n'
        '<span role="row"><span role="cell"><a href="/n/">North</a> &#42;quay&#42;</span> <span role="cell">3 &#60; 4</span></span></span></p>'
    )


@settings(max_examples=1000)
@given(BLOCKS, st.sampled_from(["", "Our digest"]), st.booleans())
def test_the_html_of_a_reading_is_what_python_markdown_makes_of_it(blocks, label, alone):
    """Whatever blocks stand in whatever order, with whatever words, below a heading, a line or nothing."""
    reading = Reading("en", tuple(blocks), number_passages(blocks, "p"))
    written = write(parts_of(reading, {}, {}, depth=2, title=""), {}, {})
    section = Section(
        kind="digest", language="en", label=label, label_language="en", alone=alone, written=written
    )
    converter = Markdown(extensions=[*EXTENSIONS, "toc"])
    expected = converter.convert(markdown_of_sections([section, section]))
    body = html_of_sections([section])
    assert expected.startswith(body.html)


def pages_of_mkdocs(project: Path, target: Path) -> dict[str, str]:
    """Return the pages that `mkdocs build` makes of the Markdown that stands in a project, after the last touch."""
    mkdocs_build(load_config(str(project / "mkdocs.yml"), site_dir=str(target)))
    return {
        path.relative_to(target).as_posix(): finish_page(path.read_text(encoding="utf-8"))
        for path in target.rglob("*.html")
    }


def pages_of_diwan(site: Path) -> dict[str, str]:
    """Return the pages of a built site."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }


def test_the_small_site_is_the_one_mkdocs_builds(project, diwan, tmp_path):
    """Same pages, same bytes."""
    assert diwan("build")[0] == 0
    assert pages_of_diwan(project / "site") == pages_of_mkdocs(project, tmp_path / "plain")


def test_the_whole_site_is_the_one_mkdocs_builds(site_public, tmp_path, monkeypatch):
    """Same pages, same bytes, for the corpus that the project carries."""
    for name, value in EDITION.items():
        monkeypatch.setenv(name, value)
    ours, theirs = pages_of_diwan(site_public), pages_of_mkdocs(site_public.parent, tmp_path / "plain")
    assert ours.keys() == theirs.keys()
    assert [name for name, page in ours.items() if page != theirs[name]] == []


def test_every_leftover_of_material_is_still_there_to_take_out(project, diwan, tmp_path):
    """If Material changes its frame, this says so before readers notice."""
    diwan("convert")
    target = tmp_path / "plain"
    mkdocs_build(load_config(str(project / "mkdocs.yml"), site_dir=str(target)))
    page = (target / "articles/undated-note/index.html").read_text(encoding="utf-8")
    assert [leftover.pattern for leftover in LEFTOVERS if not leftover.search(page)] == []
    assert "data-md-toggle" not in finish_page(page)


def test_a_page_from_a_frame_is_the_one_its_whole_template_gives(project):
    """In whatever order pages are asked for: nothing of the page that a frame was made from stays in another."""
    found = draft(Project(project), Wish()).value
    workplace = Workplace(Project(project), Wish().edition)
    bring(workplace)
    made = [maker.make() for maker in found.makers]
    kinds = ("article.html", "entity.html", "outlet.html")
    pages = [page for page in made if page.template in kinds and (page.html or not page.body)]
    assert {page.template for page in pages} == set(kinds)
    whole = Renderer(config_file(workplace), workplace.trees.fresh, "", workplace.templates)
    whole.frames = None
    expected = {page.path: whole.ready(page) for page in pages}
    for order in (pages, pages[::-1]):
        framed = Renderer(config_file(workplace), workplace.trees.fresh, "", workplace.templates)
        assert {page.path: framed.ready(page) for page in order} == expected
        assert all(framed.frames.made.values())
