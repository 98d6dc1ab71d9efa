"""Related articles: the same whether they are asked of one article or of all."""

import random

import pytest

from diwan.library import related
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.families import Families
from diwan.library.mentioned import mentions_of
from diwan.library.mentions import Mention

#: Concepts, and articles: rare and common ones, and some that more articles share than are looked at.
CONCEPTS, ARTICLES = 60, 300


def having_of(concepts):
    """Return what an article has that names or is filed under *concepts*."""
    themes = [key.id for key in concepts if key.kind is ConceptKind.THEME]
    named = [key for key in concepts if key.kind is not ConceptKind.THEME]
    mentions = tuple(Mention(place, place + 1, key) for place, key in enumerate(named))
    return related.Having(mentions_of([("p1", "en", "x" * len(named))], {"p1": mentions}), themes)


@pytest.fixture
def articles():
    """Return the concepts of some articles, and their families, some of which have two versions."""
    chance = random.Random(7)  # no secret
    keys = [ConceptKey(kind, f"c{number}") for kind in ConceptKind for number in range(CONCEPTS)]
    weights = [1 / (1 + place % CONCEPTS) for place in range(len(keys))]
    names = [f"a{number:03}" for number in range(ARTICLES)]
    having = {name: having_of(dict.fromkeys(chance.choices(keys, weights, k=25))) for name in names}
    roots = {
        name: names[place - place % 2] if place < ARTICLES // 10 else name for place, name in enumerate(names)
    }
    return having, Families(roots)


def test_relations_of_one_article_are_those_among_the_relations_of_all(articles, monkeypatch):
    """For one its own concepts are looked up, for many those of all: the same articles, reasons and order."""
    monkeypatch.setattr(related, "_LOOKED_UP", 0)
    of_all = related.Relations(*articles)
    expected = {name: of_all[name] for name in of_all}
    assert any(relation.version for found in expected.values() for relation in found)
    monkeypatch.setattr(related, "_LOOKED_UP", ARTICLES)
    one_by_one = related.Relations(*articles)
    assert {name: one_by_one[name] for name in one_by_one} == expected


def test_the_checksum_of_relations_tells_what_they_hang_on(articles):
    """Whoever names something else, or has another family, may change the relations of any article."""
    having, families = articles
    known = related.Relations(having, families).checksum
    again = {name: having_of(one.concepts) for name, one in having.items()}
    assert related.Relations(again, Families(dict(families.of))).checksum == known
    for fewer in (having["a007"].concepts[1:], having["a007"].concepts[:-1]):
        assert related.Relations({**having, "a007": having_of(fewer)}, families).checksum != known
    assert related.Relations(having, Families({**families.of, "a000": "a001"})).checksum != known
