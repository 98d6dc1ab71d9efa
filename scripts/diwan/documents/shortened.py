"""Shortened: the flags by which a document says that a paywall may have cut its text, and those who ask for them.

`truncated` raises them. Who only asks loads none of the patterns by which it finds out: a build after an edit reads no source.
"""

from diwan.model.block import Document, Flag

KINDS = TRUNCATED, PAYWALLED = "truncated", "paywalled"


def paywall_of(document: Document) -> Flag | None:
    """Return what *document* shows of a paywall, if anything."""
    return next((flag for flag in document.flags if flag.kind in KINDS), None)


def opening_of(document: Document) -> Flag | None:
    """Return the flag by which *document* is only the opening of an article, if it is."""
    flag = paywall_of(document)
    return flag if flag and flag.kind == TRUNCATED else None
