"""Links of a built site lead somewhere, or the build says so."""

import pytest

from diwan.links import check_links, ends_of

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
def test_a_link_leads_to_a_file_and_a_place(link, codes):
    """Whatever leads out of the site is left alone; everything else is followed."""
    pages = {"a/index.html": ends_of(PAGE.format(link)), "b/index.html": ends_of(PAGE.format("../a/"))}
    assert [problem.code for problem in check_links(pages, {"data.csv"})] == codes
