"""Links of a built site lead somewhere, or the build says so."""

import pytest

from diwan.links import check_links

PAGE = '<p id="here"><a href="{}">x</a></p>'


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("../b/", []),
        ("../b/#here", []),
        ("../b/?q=1&amp;r=2#here", []),
        ("#here", []),
        ("https://elsewhere.example/", []),
        ("mailto:x@y.example", []),
        ("../data.csv", []),
        ("../c/", ["link-broken"]),
        ("../b/#there", ["fragment-broken"]),
        ("#there", ["fragment-broken"]),
        ("../../outside/", ["link-broken"]),
    ],
)
def test_a_link_leads_to_a_file_and_a_place(link, codes, tmp_path):
    """Whatever leads out of the site is left alone; everything else is followed."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(
            PAGE.format(link if name == "a" else "../a/"), encoding="utf-8"
        )
    (tmp_path / "data.csv").write_text("x", encoding="utf-8")
    assert [problem.code for problem in check_links(tmp_path).problems] == codes
