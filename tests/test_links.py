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


def test_what_stands_on_several_pages_is_read_once_and_counts_on_each():
    """A text in the middle of a page has the links and the ids that it has when the page is read whole."""
    text = '<p id="p1">To <a href="../b/">b</a>, <a href="#p1">back</a> and <a href="#p1">back</a>.</p>'
    for link in ("../c/", "../b/"):
        page = f"<main>{PAGE.format(link)}{text}</main>"
        apart, whole = ends_of(page, (text,)), ends_of(page)
        assert (sorted(apart.links), sorted(apart.ids)) == (sorted(whole.links), sorted(whole.ids))
