"""Golden cases of conversion: what the converter makes of small texts written for the purpose.

Each folder of `tests/golden/documents` holds a source and what is expected of it. After an intended change run
`DIWAN_UPDATE_GOLDEN=1 pytest tests/test_documents_golden.py` and review the difference.
"""

import json
import os
from pathlib import Path

import pytest

from diwan.documents.convert import read_document
from diwan.documents.lines.rules import BY_MODEL, OF_HEADINGS, OF_PAGES, RULES_BY_NAME
from diwan.text.words import words_of

CASES = sorted((Path(__file__).parent / "golden" / "documents").iterdir())


def _expected_of(document):
    blocks = [
        [block.line, block.kind.value, block.level, block.rule, block.marker, block.language, " ".join(words_of(block.text)[:5])]
        for block in document.blocks
    ]  # fmt: skip
    return {
        "title": document.title,
        "date": document.date,
        "authors": list(document.authors),
        "outlet": document.outlet,
        "language": document.language,
        "encoding": document.provenance.encoding,
        "found": document.found,
        "flags": [[flag.kind, flag.line] for flag in document.flags],
        "blocks": blocks,
    }


def _written(expected):
    """Return the expectation as JSON with one block a line, so that a difference can be read."""
    rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in expected["blocks"])
    facts = {name: value for name, value in expected.items() if name != "blocks"}
    head = json.dumps(facts, ensure_ascii=False, indent=1)
    return f'{head[:-2]},\n "blocks": [\n{rows}\n ]\n}}\n'


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_source_becomes_the_document_expected_of_it(case):
    """Facts, kinds, levels, rules, marks and languages of every block are as the case says."""
    (source,) = case.glob("source.*")
    outcome = read_document(source)
    assert outcome.problems == ()
    found = _expected_of(outcome.value)
    expected = case / "expected.json"
    if os.environ.get("DIWAN_UPDATE_GOLDEN"):
        expected.write_text(_written(found), encoding="utf-8")
    assert json.loads(expected.read_text(encoding="utf-8")) == found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_word_of_a_source_is_in_its_blocks_in_order(case):
    """No golden case loses, adds or moves a word; `words.txt` has those that a format shows, where it has markup."""
    (source,) = case.glob("source.*")
    document = read_document(source).value
    listed = case / "words.txt"
    text = listed.read_text() if listed.exists() else source.read_bytes().decode(document.provenance.encoding)
    assert words_of(text) == [word for block in document.blocks for word in words_of(block.text)]


def test_golden_cases_ask_most_rules():
    """A rule that no case needs is either untested or superfluous; models and people choose their own."""
    asked = {row[3] for case in CASES for row in json.loads((case / "expected.json").read_text())["blocks"]}
    of_model = {rule.name for rule in (*OF_PAGES, *BY_MODEL.values(), *OF_HEADINGS)}
    assert set(RULES_BY_NAME) - asked - of_model <= {"corrected"}
