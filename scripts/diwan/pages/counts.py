"""Numbers on pages that can count either unit: both stand there, and the switch of the page shows one."""

from collections.abc import Collection, Mapping
from typing import Any

from diwan.model.coding import Support
from diwan.pages.addresses import articles_address
from diwan.pages.cards import Desk
from diwan.pages.stances import NOT_CODED
from diwan.pages.units import Unit


def number(desk: Desk, articles: Collection[str]) -> dict[str, Any]:
    """Return how many *articles* (ids) there are by each unit: as a number, and `told` with its noun."""
    found = {Unit.ARTICLES: len(articles), Unit.TEXTS: desk.texts(articles)}
    say = desk.site.interface.say
    told = {unit.value: say("unit.count", count=found[unit], unit=unit.noun) for unit in Unit}
    return {**{unit.value: count for unit, count in found.items()}, "told": told}


def has_versions(desk: Desk, articles: Collection[str]) -> bool:
    """Whether the two units differ for *articles*, so that a page about them needs a switch."""
    return is_fewer(number(desk, articles))


def is_fewer(found: Mapping[str, Any]) -> bool:
    """Whether a number says less of texts than of articles."""
    return bool(found[Unit.TEXTS] < found[Unit.ARTICLES])


def stance_tally(desk: Desk, theme: str, question_id: str | None) -> Mapping[str, Any]:
    """Return how many of a theme's articles give each answer to a question, each with its list; nothing if none is asked.

    Those that nobody has coded on it stand last: without them a few answers would look like those of all. A text counts
    once for each answer that its versions are given.
    """
    question = next((known for known in desk.codebook.questions if known.id == question_id), None)
    if question is None:
        return {}
    given = [
        (ident, stance)
        for ident in desk.filed[theme]
        for stance in desk.cards[ident]["stances"]
        if stance["question"] == question.id
    ]
    labels = {value.id: desk.site.interface.text(value.label) for value in question.values}
    labels[NOT_CODED] = desk.site.interface.say("stance.not-coded")
    answered = {value: [ident for ident, stance in given if stance["value"] == value] for value in labels}
    parts: list[dict[str, Any]] = [
        {
            "value": value,
            "label": labels[value],
            "number": number(desk, articles),
            "url": articles_address(desk, [("theme", theme), ("stance", f"{question.id}:{value}")]),
        }
        for value, articles in answered.items()
        if articles
    ]
    differ = [("theme", theme), ("stance", f"{question.id}:{Support.DIFFER}")]
    coded = [(ident, stance["support"]) for ident, stance in given if stance["value"] != NOT_CODED]
    return {
        "parts": parts,
        "total": {unit.value: sum(part["number"][unit] for part in parts) for unit in Unit},
        "coded": number(desk, [ident for ident, _ in coded]),
        "alone": number(desk, [ident for ident, support in coded if support == Support.ONE]),
        "differ": number(desk, [ident for ident, support in coded if support == Support.DIFFER]),
        "differ_url": articles_address(desk, differ),
    }
