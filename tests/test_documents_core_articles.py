"""The five core articles, where somebody has them: every block has the kind that people gave it."""

import csv
import os
from collections import defaultdict
from pathlib import Path

import pytest

from diwan.documents.convert import read_document
from diwan.text.words import words_of

SOURCES = Path(os.environ.get("DIWAN_SOURCES", Path(__file__).parents[1] / ".." / "shared" / "sources"))
GOLD = SOURCES.parent / "gold" / "blocks.tsv"

pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif(not GOLD.is_file(), reason=f"the core articles and their gold are not at {SOURCES}"),
]


@pytest.fixture(scope="module")
def gold():
    """Kind and level by source and line, as people gave them."""
    rows = defaultdict(dict)
    with GOLD.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            rows[row["source"]][int(row["line"])] = (row["kind"], row["level"])
    return rows


@pytest.fixture(scope="module")
def documents(gold):
    """The documents of the core articles by source."""
    return {name: read_document(SOURCES / name).value for name in gold}


def test_blocks_have_the_kinds_that_people_gave_them(gold, documents):
    """Every line has its kind: what a rule for other pages costs here would be seen by no figure."""
    kinds = {(name, block.line): block.kind.value for name in gold for block in documents[name].blocks}
    wanted = {(name, line): kind for name, lines in gold.items() for line, (kind, _) in lines.items()}
    assert {place: kinds.get(place) for place in wanted} == wanted


def test_every_heading_is_found_with_its_level_and_nothing_else_is_one(gold, documents):
    """Headings are what readers navigate by: all of them, at the right depth."""
    found = {
        (name, block.line, str(block.level))
        for name in gold
        for block in documents[name].blocks
        if block.kind.value == "heading"
    }
    wanted = {
        (name, line, level)
        for name, lines in gold.items()
        for line, (k, level) in lines.items()
        if k == "heading"
    }
    assert found == wanted


def test_every_word_of_the_core_articles_is_in_their_blocks_in_order(documents):
    """Nothing of the articles is lost, added or moved."""
    for name, document in documents.items():
        text = (SOURCES / name).read_text(encoding="utf-8")
        assert words_of(text) == [word for block in document.blocks for word in words_of(block.text)], name
