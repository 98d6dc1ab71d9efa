"""Source text and metadata are data: they never become markup, script, path or YAML type."""

import json

import pytest

from conftest import edit, front_matter
from sitecheck import read_site

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "--></style><script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    '<a href="javascript:alert(1)">x</a>',
    "{{ 7*7 }} {% raw %} {# x #}",
    "{: onclick=alert(1) .dw-note #content }",
    "`code` **bold** _under_ ~~del~~ # head",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "!!python/object/apply:os.system ['true']",
    "*alias &anchor <<: {a: b}",
    "no",
    "2024-01-01",
    "12:30:45",
    "--- # end",
    "| table | row |",
    "1. list",
    '<div markdown="1">**x**</div>',
    "\u202etxet desrever\u202c",
    "a\u200db\u200cc",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_shown_as_words(payload, project, diwan):
    """In title, author, summary, note, reason, outlet and text: the words appear, and nothing else happens."""
    record = project / "corpus/articles/undated-note.md"
    quoted, plain = json.dumps(f"[{payload}]"), json.dumps(f"x {payload}")
    edit(record, '"[Untitled note on the bay]"', quoted)
    edit(
        record,
        "{en: A note without a date.}",
        f"{{en: {plain}}}\nnotes: [{plain}]\nauthors: [{{name: {plain}}}]",
    )
    edit(project / "corpus/outlets.yml", "The Harbour Post", plain)
    edit(
        record,
        "A short note on Southport",
        payload if payload.strip() == payload else "A short note on Southport",
    )
    code, output = diwan("build", "--strict")
    assert code == 0, output
    pages = read_site(project / "site")
    page = pages["articles/undated-note/"]
    visible = " ".join("".join(page.text).split())
    assert " ".join(f"[{payload}]".split()) in visible
    for found in pages.values():
        assert [
            tag
            for tag, attributes in found.tags
            if tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json"
        ] == []
        assert [a for _, attributes in found.tags for a in attributes if a.startswith("on")] == []
        assert [
            link
            for _, link in found.links
            if link.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
        ] == []
        assert [
            tag for tag, attributes in found.tags if tag == "img" and "evil" in attributes.get("src", "")
        ] == []
    meta = front_matter(project / "docs/articles/undated-note.md")
    assert isinstance(meta["title"], str)
    assert meta["date"] == "unknown"
