"""Hostile inputs on their way through `diwan add`: of each comes a sound record or a problem, and nothing else."""

import html
import json
import re

import pytest

from conftest import files_below
from diwan.corpus.articlefiles import split_front_matter
from diwan.corpus.yamlfile import parse_yaml
from diwan.model.hidden import HIDDEN as HIDING
from hostile import HIDDEN, LONG, PAYLOADS

INPUTS = [*PAYLOADS, *HIDDEN, *(text[:20_000] for text in LONG)]
PARAGRAPH = "The keeper of the light climbs two hundred steps every evening, and in all her years she has never once been late."


def listed(payload):
    """Return a reference in each field of which the input stands."""
    return {
        "type": payload, "id": payload, "title": payload, "author": [{"literal": payload}, {"family": payload, "given": payload}],
        "container-title": payload, "publisher": payload, "language": payload, "issued": {"raw": payload, "date-parts": [[payload]]},
        "URL": f"https://a.example/{payload}", "abstract": payload, "note": payload,
    }  # fmt: skip


def page(payload):
    """Return a page that states the input as each of its facts, and has it in its text as it stands."""
    said = html.escape(payload)
    fields = (
        "author",
        "og:title",
        "og:site_name",
        "article:published_time",
        "article:author",
        "description",
        "dc.language",
        "og:url",
    )
    metas = "".join(f'<meta name="{name}" property="{name}" content="{said}">' for name in fields)
    data = {"@type": "NewsArticle", "headline": payload, "datePublished": payload, "url": payload, "inLanguage": payload,
            "author": {"@type": "Person", "name": payload}, "publisher": {"name": payload}}  # fmt: skip
    script = json.dumps(data).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="{said}"><title>{said}</title>{metas}<link rel="canonical" href="https://{said}/x">'
        f'<script type="application/ld+json">{script}</script><body><article><h1>{said}</h1><p class="byline">By {said}</p>'
        f"<p>{PARAGRAPH}</p><p>{payload}</p><p>{PARAGRAPH}</p></article>"
    )


def note(payload):
    """Return a note in Markdown whose front matter states the input, and whose text has it."""
    fields = "".join(
        f"{name}: {json.dumps(payload)}\n" for name in ("title", "author", "source", "published", "tags")
    )
    return f"---\n{fields}---\n# {payload}\n\n{PARAGRAPH}\n\n{payload}\n\n{PARAGRAPH}\n"


def values(data):
    """Yield every text of a record, however deep."""
    if isinstance(data, str):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from values(inner)


@pytest.mark.parametrize("kind", ["list", "page", "note", "text"])
def test_of_every_hostile_input_comes_a_sound_record_or_a_problem(kind, tmp_path, project, diwan):
    """In every field of a list, a page or a note, and in a text: ids are plain, texts hide nothing, and the corpus stays whole."""
    folder = tmp_path / "saved"
    folder.mkdir()
    if kind == "list":
        named = tmp_path / "list.json"
        named.write_text(json.dumps([listed(payload) for payload in INPUTS]), encoding="utf-8")
    else:
        named, (make, suffix) = (
            folder,
            {"page": (page, "html"), "note": (note, "md"), "text": (str, "txt")}[kind],
        )
        for number, payload in enumerate(INPUTS):
            data = make(payload).encode("utf-8", "surrogatepass")
            (folder / f"input-{number}.{suffix}").write_bytes(data)
    before = {path for path in files_below(project) if ".diwan" not in path.parts}
    _, output = diwan("add", str(named))
    names = re.findall(r"^corpus/articles/(.+)\.md$", output, re.MULTILINE)
    told = set(re.findall(r"(?:list\.json#|input-)(\d+)\S*: (?:error|warning): ", output))
    assert len(names) + len(told) >= len(INPUTS)
    assert len(names) >= len(INPUTS) / 2
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)
    for name in names:
        text = (project / f"corpus/articles/{name}.md").read_text(encoding="utf-8")
        record = parse_yaml(split_front_matter(text)[0], name).value.data
        assert not [said for said in values(record) if re.search(f"[{HIDING}]", said)]
        assert record["url"] == "unknown" or re.fullmatch(r"https?://[\x21-\x7e]+(?:/\S*)?", record["url"])
    code, checked = diwan("check")
    assert code == 0, checked
    made = {path for path in files_below(project) if ".diwan" not in path.parts} - before
    assert {path.parent.relative_to(project).as_posix() for path in made} <= {
        "corpus/articles",
        "corpus/sources",
    }
