"""Openings: the check that a record which says the whole article was read does not rest on an opening of it."""

from collections.abc import Iterator, Mapping

from diwan.library.articles import Article
from diwan.problems import Problem, Severity


def check_read(articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Yield a problem for every record that says `read: full` though its source is cut short by a paywall."""
    for article in articles.values():
        line = article.outline.cut_at
        if line and article.record.read == "full":
            message = (
                f"the record says that all of it was read, and its source is only the opening (line {line})"
            )
            mend = (
                "write `read: opening`, or give the whole text (`diwan hydrate --replace`); if the text is whole, or was read whole "
                "elsewhere, say so in corpus/corrections/ by keeping or dropping the block at that line (`diwan show` names it)"
            )
            yield Problem("source-truncated", article.place.at("read"), message, mend, Severity.WARNING)
