"""Titles: which are ours, and in which language one leads."""

from diwan.model.record import Record


def is_supplied(title: str) -> bool:
    """Whether a title is ours: those stand in square brackets."""
    return title.startswith("[") and title.endswith("]")


def title_language(record: Record, reader: str = "en") -> str:
    """Return the language of the title that stands for an article: its own, or the reader's if the title is ours.

    What we call an article that has no title is no wording of its author: whoever reads it should understand it.
    """
    stated = not is_supplied(record.title.get(record.language, "[]"))
    wanted = (record.language,) if stated else (reader, "en", *record.title)
    return next(tag for tag in wanted if tag in record.title)
