"""Articles near a new one: the same ones among thousands as among few."""

import random
from types import SimpleNamespace

from diwan.adding.neighbours import Prints, Register, neighbours_of, prints_of
from diwan.shards import WORTHWHILE, as_made

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
    found = neighbours_of(prints_of(text), "unknown", [], Register(), stock)
    assert [one.article for one in found] == ["same", "changed"]
    assert found[0].why.startswith("100%")
    assert found[1].why.startswith("50%")


def _record(title, url):
    return SimpleNamespace(title={"en": title}, url=url, archived="unknown", reposts=(), origin=None)


def test_an_article_at_the_same_address_or_with_nearly_the_same_title_is_named():
    """Counting parameters make no other address; one word in five may differ in a title, and two words are no title."""
    register = Register()
    register.put("here", _record("Ferries and fog", "https://www.quay.example/light?utm_source=x"))
    register.put("alike", _record("Nobody pays for the oil of the light", "unknown"))
    register.put("short", _record("The light", "unknown"))
    title = "Nobody pays for the oil of the lamp light"
    found = neighbours_of([], "http://quay.example/light", [title, "The light"], register, Prints())
    assert [(one.article, one.why) for one in found] == [
        ("here", "the same address"),
        ("alike", "nearly the same title"),
    ]
    text = _text(random.Random(1))
    stock = Prints()
    stock.put("here", prints_of(text))
    (found, *_) = neighbours_of(prints_of(text), "http://quay.example/light", [], register, stock)
    assert found.why == "the same address; 100% of its passages are the same or nearly"


def test_shares_come_back_in_order_as_they_are_made_whoever_makes_them():
    """Many are made by several processes and few in this one; the outcome is the same."""
    for count in (WORTHWHILE * 2, 3):
        shares = list(as_made(list, range(count), 10))
        assert [item for share in shares for item in share] == list(range(count))
        assert all(len(share) <= 10 for share in shares)
