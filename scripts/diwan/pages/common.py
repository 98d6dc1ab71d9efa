"""What the pages of one article have in common: they come one after the other, and most of what stands on them is the same."""

from collections.abc import Callable
from typing import Any, TypeVar

from diwan.edition import Published

T = TypeVar("T")


class Common:
    """Keeps what was made of one article, until another one is asked about."""

    def __init__(self) -> None:
        self._kept: tuple[Published | None, dict[str, Any]] = (None, {})
        self._of_all: dict[str, Any] = {}

    def of(self, published: Published, name: str, make: Callable[[], T]) -> T:
        """Return what *make* makes of an article under a *name*; nothing in it may depend on the reader's language."""
        whose, made = self._kept
        if whose is not published:
            made = {}
            self._kept = (published, made)
        if name not in made:
            made[name] = make()
        found: T = made[name]
        return found

    def of_all(self, name: str, make: Callable[[], T]) -> T:
        """Return what *make* makes of all articles under a *name*, with nothing in it of the reader's language; it is kept."""
        if name not in self._of_all:
            self._of_all[name] = make()
        found: T = self._of_all[name]
        return found
