"""Notes on articles: remarks of ours for readers, whose links lead to pages of the corpus."""

import html
import re

import pytest

from conftest import edit
from diwan.library.essaylinks import plain

RECORD = "corpus/articles/undated-note.md"
NOTE = (
    "Compare [the report](article:harbour-2021-patrol#en2) and [the theme](theme:joint-patrol); 2 < 3 [sic]."
)


@pytest.fixture
def noted(project):
    """The small project with a note that has links, on a version of another article."""
    more = f"variant_of: {{article: harbour-2021-patrol, how: edited}}\nnotes:\n- '{NOTE}'\n"
    edit(project / RECORD, "read: full\n", f"read: full\n{more}")
    return project


@pytest.mark.parametrize(
    "page", ["articles/undated-note", "ar/articles/undated-note", "families", "ar/families"]
)
def test_a_link_in_a_note_leads_to_its_page(noted, diwan, page):
    """On the article and beside it among the versions: words link, brackets of other kinds stay, no address is read."""
    assert diwan("build")[0] == 0
    text = (noted / f"site/{page}/index.html").read_text(encoding="utf-8")
    assert re.search(r'<a href="[./]*(?:articles/)?harbour-2021-patrol/#en2">the report</a>', text)
    assert re.search(r'<a href="[./]*themes/joint-patrol/">the theme</a>', text)
    assert "Compare the report and the theme; 2 < 3 [sic]." in html.unescape(
        re.sub(r"</?a\b[^>]*>", "", text)
    )
    assert "](article:" not in text


def test_a_link_in_a_note_that_leads_nowhere_is_told_with_its_line(noted, diwan):
    """As in essays: what is named must be there."""
    edit(noted / RECORD, "theme:joint-patrol)", "theme:joint-patrols)")
    code, output = diwan("check")
    assert code == 1
    assert f"{RECORD}:14: error: there is no theme 'joint-patrols' [theme-unknown]" in output
    assert "did you mean 'joint-patrol'?" in output


def test_what_is_searched_in_a_note_is_what_is_read():
    """Addresses of links are no words."""
    assert plain(NOTE) == "Compare the report and the theme; 2 < 3 [sic]."
    assert plain("No link (article:x) here.") == "No link (article:x) here."
