"""What is counted: articles, or independent texts, of which all versions together are one."""

from enum import StrEnum


class Unit(StrEnum):
    """What a number on a page counts."""

    ARTICLES = "articles"
    TEXTS = "texts"

    @property
    def noun(self) -> str:
        """The noun that sentences count by."""
        return "article" if self is Unit.ARTICLES else "independent"

    @property
    def suffix(self) -> str:
        """What the names of figures and of pages that count so end with."""
        return "" if self is Unit.ARTICLES else "-texts"
