"""Families: versions of one text are found and counted once, and nothing else is."""

import random
from itertools import combinations
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import edit
from diwan.corpus.yamlfile import Place
from diwan.files import sha256_of
from diwan.library.collation import Fate, align, compare_words
from diwan.library.families import ALIKE, Families, Likeness, check_families, families_of, likenesses
from diwan.memory import Memory
from diwan.packed import pack
from diwan.text.minhash import minhash_of
from diwan.text.sketch import sketch_of

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "s", "t", "l")]


def article(ident: str, passages: list[str], variant_of: str | None = None, date: str = "2020"):
    """Return as much of an article as families look at."""
    blocks = [SimpleNamespace(block=SimpleNamespace(text=text)) for text in passages]
    parent = SimpleNamespace(article=variant_of) if variant_of else None
    return SimpleNamespace(
        id=ident,
        place=Place(f"{ident}.md", {}),
        text=SimpleNamespace(passages=blocks) if passages else None,
        source=pack((ident, passages)) if passages else None,
        outline=SimpleNamespace(minhash=minhash_of(passages)),
        record=SimpleNamespace(variant_of=parent, access="record", date=date),
    )


def text(rng: random.Random, passages: int = 12) -> list[str]:
    """Return an invented text."""
    return [" ".join(rng.choices(WORDS, k=rng.randint(30, 60))) for _ in range(passages)]


def edited(rng: random.Random, passages: list[str]) -> list[str]:
    """Return a version as newspapers make them: some passages cut, one word in forty changed, a line put in."""
    kept = [passage for passage in passages if rng.random() > 0.25] or passages
    changed = [
        " ".join(rng.choice(WORDS) if rng.random() < 1 / 40 else word for word in passage.split())
        for passage in kept
    ]
    return [*changed, " ".join(rng.choices(WORDS, k=12))]


@pytest.fixture(scope="module")
def seeded():
    """Two hundred invented articles: sixty texts with two or three versions each, the others alone."""
    rng = random.Random(20261128)
    articles, families = {}, []
    for number in range(60):
        base = text(rng)
        members = [base, edited(rng, base), rng.sample(base, 6)][: 2 + number % 2]
        idents = [f"t{number}-v{version}" for version in range(len(members))]
        families.append(idents)
        articles |= {ident: article(ident, passages) for ident, passages in zip(idents, members, strict=True)}
    for number in range(50):
        articles[f"alone-{number}"] = article(f"alone-{number}", text(rng))
    return articles, families


def test_versions_are_found_and_nothing_else(seeded):
    """Of all pairs called alike 95 in 100 are versions of one text, and of these 90 in 100 are found."""
    articles, families = seeded
    true = {
        frozenset((one, other)) for idents in families for one in idents for other in idents if one != other
    }
    found = {frozenset((pair.one, pair.other)) for pair in likenesses(articles, Memory())}
    assert len(found & true) / len(found) >= 0.95
    together = families_of(articles, Memory())
    joined = sum(len({together.of[ident] for ident in idents}) == 1 for idents in families)
    assert joined / len(families) >= 0.9
    assert together.texts(articles) == len(articles) - sum(len(ids) - 1 for ids in together.members.values())


def test_texts_on_one_event_by_different_hands_are_no_versions():
    """Quotations that both carry do not make two reports one."""
    rng = random.Random(1)
    said = text(rng, 3)
    one, other = article("one", [*said, *text(rng, 8)]), article("other", [*text(rng, 9), *said])
    assert list(likenesses({"one": one, "other": other}, Memory())) == []
    assert ALIKE == 0.5


_IDS = [f"a{number}" for number in range(6)]


@given(st.dictionaries(st.sampled_from(_IDS), st.sampled_from(_IDS)))
def test_counting_texts_never_counts_more_than_articles(parents):
    """Whatever is declared, circles included: families part the articles, and texts are at most as many."""
    articles = {ident: article(ident, [], parents.get(ident)) for ident in _IDS}
    families = families_of(articles, Memory())
    assert set(families.of) == set(_IDS)
    assert families.texts(_IDS) <= len(_IDS)
    members = families.members
    alone = [ident for ident in _IDS if families.of[ident] not in members]
    assert sum(map(len, members.values())) + len(alone) == len(_IDS)
    assert all(families.of[ident] == families.of[parents[ident]] for ident in parents)


def test_the_same_text_under_two_records_is_one_text_and_a_warning(project, diwan):
    """An undeclared copy is counted as one text with its original, and the check asks for the declaration."""
    corpus = project / "corpus"
    source = (corpus / "sources/patrol.txt").read_text(encoding="utf-8")
    copy = source.replace("Home | News | Sport | Weather", "Another Paper").replace(
        "By Rim Example, 4 May 2021", ""
    )
    copy = copy.replace("not a single theft", "not one theft")
    (corpus / "sources/copy.txt").write_text(copy, encoding="utf-8")
    record = (corpus / "articles/undated-note.md").read_text(encoding="utf-8")
    named = (
        f"read: full\nsource: {{sha256: {sha256_of(corpus / 'sources/copy.txt')}, media_type: text/plain}}"
    )
    (corpus / "articles/undated-note.md").write_text(record.replace("read: full", named), encoding="utf-8")
    code, output = diwan("check")
    assert code == 0
    assert "[variant-undeclared]" in output
    assert diwan("build")[0] == 0
    home = (project / "site/index.html").read_text(encoding="utf-8")
    assert "Independent texts: <bdi>2</bdi>" in home
    assert not (project / "site/collations").exists()
    assert diwan("build", "--edition", "private")[0] == 0
    for page in ("collations", "ar/collations"):
        made = project / f"site-private/{page}/harbour-2021-patrol/undated-note/index.html"
        assert "<del>a single</del>" in made.read_text(encoding="utf-8")
        assert "<ins>one</ins>" in made.read_text(encoding="utf-8")
    edit(
        corpus / "articles/undated-note.md",
        "read: full",
        "read: full\nvariant_of: {article: harbour-2021-patrol, how: copy}",
    )
    assert "[variant-undeclared]" not in diwan("check")[1]


def test_many_undeclared_versions_of_a_text_are_told_once():
    """One warning a family, which names the first two and how many more there are; declared versions are not told."""
    idents = [f"copy-{number}" for number in range(12)]
    records = {
        ident: article(ident, [], "copy-0" if ident == "copy-1" else None) for ident in [*idents, "x", "y"]
    }
    alike = [Likeness(one, other, 0.9) for one, other in combinations(idents, 2)]
    roots = dict.fromkeys(idents, "copy-0") | {"x": "x", "y": "x"}
    many, two = check_families(records, Families(roots, (*alike, Likeness("x", "y", 0.7))))
    assert "'copy-0' and 'copy-2'" in many.message
    assert "10 more are alike: copy-1, copy-10, copy-11, copy-3, copy-4 and 5 others" in many.message
    assert "more are alike" not in two.message
    declared = {ident: article(ident, [], None if ident == "copy-0" else "copy-0") for ident in idents}
    assert list(check_families(declared, Families(dict.fromkeys(idents, "copy-0"), tuple(alike)))) == []


def test_a_family_is_named_after_what_all_go_back_to():
    """A version of a version belongs to the first; the first stands first."""
    families = Families({"a": "b", "b": "b", "c": "b", "d": "d"})
    assert families.members == {"b": ["b", "a", "c"]}
    assert families.texts(["a", "c"]) == 1
    assert families.texts(["a", "d"]) == 2


@given(st.lists(st.sampled_from("abcde"), max_size=8), st.lists(st.sampled_from("abcdefg"), max_size=8))
def test_a_collation_has_every_passage_of_both_once_in_order(base, version):
    """Nothing of either text is missing from the rows, and what is called the same is the same."""
    one, other = (
        [Mark(text, sketch_of(f"{text} {text} word")) for text in texts] for texts in (base, version)
    )
    rows = list(align(one, other))
    assert [row.base for row in rows if row.base is not None] == list(range(len(one)))
    assert [row.version for row in rows if row.version is not None] == list(range(len(other)))
    same = [row for row in rows if row.fate is Fate.SAME]
    assert all(one[row.base].sha256 == other[row.version].sha256 for row in same)


@given(st.text("ab ", max_size=20), st.text("abc ", max_size=20))
def test_marked_words_give_both_texts_back(base, version):
    """Without what was put in, the base; without what was left out, the version."""
    compared = list(compare_words(base, version))
    kept = [
        " ".join(text for fate, text in compared if fate is not gone) for gone in (Fate.PUT_IN, Fate.LEFT_OUT)
    ]
    assert kept == [" ".join(base.split()), " ".join(version.split())]


def test_what_became_of_a_passage_is_told_from_checksums_and_sketches():
    """One word changed is a change; a new passage was put in; a missing one was left out."""
    texts = text(random.Random(5), 4)
    changed = texts[1].replace(texts[1].split()[3], "altered", 1)
    one = [Mark(t, sketch_of(t)) for t in texts]
    other = [Mark(t, sketch_of(t)) for t in (texts[0], changed, "something new altogether here", texts[3])]
    fates = [row.fate for row in align(one, other)]
    assert fates.count(Fate.SAME) == 2
    assert fates.count(Fate.CHANGED) == 1
    assert (fates.count(Fate.LEFT_OUT), fates.count(Fate.PUT_IN)) == (1, 1)


class Mark(NamedTuple):
    """A passage as far as collation looks at it."""

    sha256: str
    sketch: int


def test_what_took_the_place_of_a_passage_stands_behind_it():
    """Who reads on sees first what was left out, then what was put in there."""
    one, other = (
        [Mark(text, sketch_of(text)) for text in texts]
        for texts in (("the first line stays", "fishermen were suspicious of boats", "the last line stays"),
                      ("the first line stays", "a spokesman had nothing to say about it", "the last line stays"))
    )  # fmt: skip
    fates = [row.fate for row in align(one, other)]
    assert fates == [Fate.SAME, Fate.LEFT_OUT, Fate.PUT_IN, Fate.SAME]
