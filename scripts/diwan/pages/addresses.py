"""Where the articles behind a number are listed: every mark of a plot and every number of its table leads there."""

from collections.abc import Sequence
from urllib.parse import urlencode

from diwan.model.coding import Support
from diwan.pages.cards import Desk
from diwan.pages.lists import LISTED, ROWS_MAX, list_address
from diwan.pages.page import address

#: A choice and the value chosen, as in the filters of lists; of a stance: `nato-gulf-role:critical`.
Condition = tuple[str, str]


def articles_address(desk: Desk, conditions: Sequence[Condition]) -> str:
    """Return the address of exactly the articles that meet *conditions*: of one choice any value, of all choices."""
    if len(conditions) == 1 and conditions[0][0] in LISTED:
        return list_address(desk, *conditions[0])
    prefix = desk.site.interface.prefix
    if len(desk.cards) <= ROWS_MAX:
        return f"{prefix}articles/?{urlencode(conditions)}"
    return f"{prefix}search/?{urlencode([_facet(*condition) for condition in conditions])}"


def shared_address(desk: Desk, *themes: str) -> str:
    """Return the address of the articles filed under all of *themes*: only search joins values of one choice so."""
    base = address(f"{desk.site.interface.prefix}search.md")
    return f"{base}?{urlencode({'q': ' '.join(f'theme:{theme}' for theme in themes)})}"


def _facet(choice: str, value: str) -> Condition:
    """Return a condition as search writes it."""
    if choice != "stance":
        return choice, value
    question, _, answer = value.partition(":")
    if answer == Support.DIFFER:
        return "differ", question
    return f"stance:{question}", answer
