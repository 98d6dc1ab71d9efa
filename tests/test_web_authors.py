"""Who wrote a web page: what counts as a name of theirs, and whose names around the article are not."""

import json

import pytest

from diwan.documents.readers.html import read
from diwan.documents.web.authors import Line, authors_of
from diwan.documents.web.headers import headers_of
from diwan.documents.web.tree import parse

TEXT = [
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
    "A ship that passes at night writes her name into its log, and the company has never told her that it does.",
]


def _of(head, lines=(), outlet="Quay Courier", address="https://quaycourier.example/light"):
    root, _ = parse(
        f'<html><head><link rel="canonical" href="{address}">{head}</head><body><p>Text</p></body></html>'
    )
    return authors_of(headers_of(root), lines, outlet, "en")[0]


def _ld(value, before="", behind=""):
    return f'<script type="application/ld+json">{before}{json.dumps(value)}{behind}</script>'


def _page(around, head=""):
    body = "".join(f"<p>{text}</p>" for text in TEXT * 2)
    return f"<!doctype html><html><head>{head}<title>One light</title></head><body>{around.format(body=body)}</body></html>"


def _authors(around, head=""):
    return read(_page(around, head).encode(), "page.html").value.stated.get("authors", "")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (_ld({"@graph": [{"@type": "NewsArticle", "headline": "One light", "author": {"@id": "#nadia"}}, {"@type": "Person", "@id": "#nadia", "name": "Nadia Ferrant"}]}), ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Nadia Ferrant"}}, "//<![CDATA[\n", "\n//]]>"), ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Nadia Ferrant"}}, "\n <![CDATA[ ", "\n ]]>\n"), ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Nadia Ferrant"}}, "/* <![CDATA[ */", "/* ]]> */"), ("Nadia Ferrant",)),
        ('<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Nadia Ferrant">', ("Nadia Ferrant",)),
        ('<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="Nadia Ferrant">', ()),
        ('<meta name="dc:creator" content="Nadia Ferrant">', ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_programs_for_sites_state_authors_in_ways_of_their_own(head, expected):
    """Pointers within linked data, sections around it, and labels of previews lead to the name."""
    assert _of(head) == expected


@pytest.mark.parametrize(
    ("head", "lines", "expected"),
    [
        (_ld({"@type": "NewsArticle", "author": [{"name": "Nadia Ferrant"}, {"name": "Quay Courier"}]}), [], ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "QuayCourier"}}), [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Quay Courier"}}), [], ("Quay Courier",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "QC7567"}}), [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        ('<meta name="author" content="Pegasus Wires Ltd.">', [], ()),
        ('<meta name="author" content="quay-wires.org, Quay Wires">', [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_houses_and_handles_are_authors_only_where_nobody_else_is(head, lines, expected):
    """A company is none; the site's own name gives way to a person's beside it or in the byline."""
    assert _of(head, lines) == expected


def test_who_publishes_under_their_own_name_is_the_author():
    """An address of that name makes nobody else on the page its author."""
    head = _ld({"@type": "BlogPosting", "author": {"name": "Nadia Ferrant"}})
    lines = [Line("Tomas Velkey", named=True)]
    assert _of(head, lines, "On lamps", "https://nadiaferrant.example/p/lamp") == ("Nadia Ferrant",)


@pytest.mark.parametrize(
    "text", ["Lisbon", "Portugal", "Comment by", "作者用了三个观点和五个步骤来介绍灯塔如下"]
)
def test_places_labels_and_sentences_are_nobody_s_name(text):
    """What stands where names stand may be the place, half a label, or a sentence on an author."""
    assert _of("", [Line(text, named=True)]) == ()


def test_several_authors_may_each_have_an_element():
    """Elements called the same, one beside the other, name all who wrote; one far off names somebody else."""
    lines = [
        Line("Nadia Ferrant", named=True, index=4, called="who"),
        Line("Tomas Velkey", named=True, index=6, called="who"),
        Line("Ida Brandt", named=True, index=20, called="who"),
        Line("Omar Dahl", named=True, index=7, called="other"),
    ]
    assert _of("", lines) == ("Nadia Ferrant", "Tomas Velkey")


@pytest.mark.parametrize(
    "around",
    [
        '<a href="/x">The quest to save the last lamp of the old harbour <span class="byline">Ida Brandt</span></a><h1>One light</h1>{body}',
        '<h1>One light</h1><figure><figcaption>Picture: <span class="author">Ida Brandt</span></figcaption></figure>{body}',
        '<h1>One light</h1><blockquote class="twitter-tweet"><span class="author">Ida Brandt</span> What a lamp</blockquote>{body}',
        '<h1>One light</h1><div class="comment"><span class="author">Ida Brandt</span></div>{body}',
    ],
)  # fmt: skip
def test_names_around_the_title_may_be_of_others(around):
    """Who wrote a teaser, made the picture, posted elsewhere or comments did not write the article."""
    assert _authors(around) == ""
    own = around.replace(
        "<h1>One light</h1>",
        '<h1>One light</h1><div class="byline"><b>By</b> <span>Nadia Ferrant</span></div>',
    )
    assert _authors(own) == "Nadia Ferrant"


def test_words_of_a_byline_in_boxes_are_parted():
    """A name and the role in the box below it are two words, though no space stands between them."""
    boxes = '<h1>One light</h1><div class="author"><div>Nadia Ferrant</div><div>Reporter</div></div>{body}'
    assert _authors(boxes) == "Nadia Ferrant"
