"""Pages that show no text before their scripts have run: what they give for machines is read."""

import json

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read

TEXT = [
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
]
EMPTY = (
    "<div id='app'><p>Loading …</p></div><noscript>You need to enable JavaScript to run this app.</noscript>"
)


def _page(script, body=EMPTY):
    head = '<title>One light</title><meta property="og:title" content="One light">'
    return read(
        f"<!doctype html><html><head>{head}</head><body>{body}{script}</body></html>".encode(), "page.html"
    ).value


def _kept(script, body=EMPTY):
    return [block.text for block in document_of(_page(script, body)).blocks if block.kept]


def _ld(body):
    facts = {"@type": "NewsArticle", "headline": "One light", "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(facts)}</script>'


def _state(**state):
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"page": state}})}</script>'


@pytest.mark.parametrize(
    "script",
    [
        _ld("\n\n".join(TEXT)),
        _ld("".join(f"<p>{text}</p>" for text in TEXT)),
        _state(article={"title": "One light", "body": "".join(f"<p>{text}</p>" for text in TEXT)}),
        _state(article={"blocks": [{"type": "paragraph", "text": text} for text in TEXT]}),
        # A program's own marks, where it has not turned them into elements yet.
        _state(
            body="{/p}".join(f"<p>{text}" for text in TEXT)
            + '{/p}<p>{lamp-embed data-file="a"}{/lamp-embed}{/p}'
        ),
        _ld("\n".join(["[caption id=1][/caption]", *TEXT])),
        _state(
            article={"contentHtml": "<p>" + "</p><p>".join(TEXT) + "</p>"},
            messages={"terms": " ".join(TEXT * 9)},
        ),
    ],
)
def test_a_page_whose_scripts_did_not_run_has_the_text_it_gives_to_machines(script):
    """Linked data or the state of a program: its paragraphs are the text, and what is shown instead is none."""
    assert _kept(script) == TEXT
    assert {block.text for block in document_of(_page(script)).blocks if not block.kept} == {
        "Loading …",
        "You need to enable JavaScript to run this app.",
    }


def test_what_a_page_shows_is_its_text_whatever_it_gives_to_machines():
    """Only where hardly a sentence is to be seen: the text given besides may be shortened, or another article's."""
    shown = "".join(f"<p>{text}</p>" for text in TEXT)
    script = _ld("It is another text that nobody sees. " * 20)
    assert _kept(script, f"<h1>One light</h1>{shown}") == ["One light", *TEXT]


@pytest.mark.parametrize(
    "script",
    [_ld("Too short."), _state(title="One light"), '<script type="application/json">{"body": </script>'],
)
def test_a_page_that_gives_no_text_stays_as_it_is_seen(script):
    """A few words, a state without an article, and one that is broken are no text."""
    assert not set(_kept(script)) & set(TEXT)
    assert {block.text for block in document_of(_page(script)).blocks} == {
        "Loading …",
        "You need to enable JavaScript to run this app.",
    }


def test_a_deep_state_is_read_as_far_as_any_page_goes():
    """A hostile page may nest without end."""
    deep = '{"body":' * 5000 + '"x"' + "}" * 5000
    assert _page(f'<script type="application/json">{deep}</script>').pieces
