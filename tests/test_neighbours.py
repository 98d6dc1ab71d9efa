"""Articles near a new one: found among thousands as fast as among few, and the same ones."""

import random
import time

from diwan.adding.neighbours import Print, Prints, neighbours_of, prints_of

WORDS = (
    "harbour",
    "lamp",
    "oil",
    "keeper",
    "council",
    "ferry",
    "quay",
    "fog",
    "bell",
    "mast",
    "net",
    "tide",
    "rope",
    "chart",
)


def _text(chance, count=12):
    return [" ".join(chance.choices(WORDS, k=30)) + f" number {chance.random()}" for _ in range(count)]


def test_an_article_with_the_same_passages_or_nearly_is_named_with_its_share():
    """One word changed in each passage still tells; a text of other passages is not near."""
    chance = random.Random(1)
    text = _text(chance)
    stock = Prints()
    stock.put("same", prints_of(text))
    stock.put(
        "changed", prints_of([line.replace("number", "about", 1) for line in text[:6]] + _text(chance, 6))
    )
    stock.put("other", prints_of(_text(chance)))
    found = neighbours_of(prints_of(text), "unknown", [], {}, stock)
    assert [one.article for one in found] == ["same", "changed"]
    assert found[0].why.startswith("100%")
    assert found[1].why.startswith("50%")


def test_a_thousand_articles_are_compared_within_a_few_milliseconds_each():
    """Adding a thousand articles compares each with all before: 25 passages each, less than 20 ms of the processor."""
    chance = random.Random(2)
    stock = Prints()
    for number in range(1000):
        stock.put(str(number), [Print(f"{number}-{place}", chance.getrandbits(64)) for place in range(25)])
    start = time.process_time()
    for _ in range(10):
        neighbours_of([Print("x", chance.getrandbits(64)) for _ in range(25)], "unknown", [], {}, stock)
    assert (time.process_time() - start) / 10 < 0.02
