"""Passages keep their ids when texts are corrected."""

import hashlib
import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from diwan.documents.markdownblocks import blocks_of_markdown
from diwan.documents.passages import number_passages
from diwan.model.ledger import GONE, ReleasedPassage
from diwan.text.fold import fold
from diwan.text.sketch import SKETCH_BITS, sketch_of
from diwan.text.words import words_of

WORDS = [
    "harbour",
    "council",
    "patrol",
    "lamp",
    "autumn",
    "winter",
    "fisher",
    "theft",
    "costs",
    "boat",
    "night",
    "town",
    "bay",
    "reason",
    "witness",
    "paper",
]


def passages_of(texts, released=()):
    """Return the passages of paragraphs."""
    return number_passages(blocks_of_markdown("\n\n".join(texts)), "p", released)


def release(passages):
    """Return passages as the ledger keeps them."""
    return tuple(ReleasedPassage(p.id, p.sha256, sketch_of(p.block.text)) for p in passages)


def article(seed, size):
    """Return paragraphs of 40 invented words each."""
    chance = random.Random(seed)
    return [
        " ".join(chance.choice(WORDS) + str(chance.randrange(40)) for _ in range(40)) for _ in range(size)
    ]


def test_passages_are_numbered_in_order():
    """Headings are no passages; paragraphs and list items are."""
    blocks = blocks_of_markdown("# A\n\none\n\n- two\n- three\n\n## B\n\nfour")
    assert [(p.id, p.block.text) for p in number_passages(blocks, "en")] == [
        ("en1", "one"), ("en2", "two"), ("en3", "three"), ("en4", "four"),
    ]  # fmt: skip


@settings(max_examples=200)
@given(st.integers(0, 10**6), st.integers(3, 30), st.data())
def test_corrections_leave_every_untouched_passage_its_id(seed, size, data):
    """Whatever is inserted, removed or corrected, the other ids stay, and no id names another text."""
    before = article(seed, size)
    released = release(passages_of(before))
    now = list(before)
    meant = {text: passage.id for text, passage in zip(before, released, strict=True)}
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(now) - 1))
        action = data.draw(st.sampled_from(["insert", "remove", "correct"]))
        if action == "insert":
            now.insert(place, article(seed + 1 + len(now), 1)[0])
        elif action == "remove" and len(now) > 2:
            now.pop(place)
        else:
            words = now[place].split()
            words[data.draw(st.integers(0, len(words) - 1))] = "corrected"
            corrected = " ".join(words)
            meant[corrected] = meant.get(now[place], "")
            now[place] = corrected
    after = passages_of(now, released)
    assert len({p.id for p in after}) == len(after)
    for passage in after:
        if passage.block.text in before:
            assert passage.id == meant[passage.block.text]
        elif passage.id in {p.id for p in released}:
            assert meant.get(passage.block.text) == passage.id


def test_a_passage_between_two_takes_the_name_of_the_first_with_a_letter():
    """New passages never push the numbers of old ones."""
    before = article(1, 3)
    now = [before[0], article(9, 1)[0], article(10, 1)[0], *before[1:], article(11, 1)[0]]
    assert [p.id for p in passages_of(now, release(passages_of(before)))] == [
        "p1",
        "p1a",
        "p1b",
        "p2",
        "p3",
        "p4",
    ]


def test_the_id_of_a_passage_taken_out_is_never_given_again():
    """A tombstone keeps its number."""
    first, second, third = release(passages_of(article(1, 3)))
    gone = ReleasedPassage(third.id, third.sha256, third.sketch, GONE)
    now = [*article(1, 2), article(9, 1)[0]]
    assert [p.id for p in passages_of(now, (first, second, gone))] == ["p1", "p2", "p4"]


def test_passages_that_change_places_keep_their_ids():
    """An id goes with the text, not with the place."""
    texts = article(3, 4)
    released = release(passages_of(texts))
    moved = [texts[2], texts[0], texts[1], texts[3]]
    assert [p.id for p in passages_of(moved, released)] == ["p3", "p1", "p2", "p4"]


def test_a_sketch_is_what_its_definition_says():
    """Adding many lanes at once gives the same bits as counting each bit of each pair."""
    for text in (
        "",
        "one",
        "the patrol sailed and the patrol came back",
        "قالت المصادر إن القارب عاد",
        "a b " * 400,
    ):
        weights = [0] * SKETCH_BITS
        for pair in pairwise([*words_of(fold(text)), ""]):
            digest = int.from_bytes(hashlib.blake2b(" ".join(pair).encode(), digest_size=8).digest(), "big")
            weights = [weight + (1 if digest >> bit & 1 else -1) for bit, weight in enumerate(weights)]
        assert sketch_of(text) == sum(1 << bit for bit, weight in enumerate(weights) if weight > 0)
