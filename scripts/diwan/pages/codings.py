"""The page of an article's codings: every coder's answer with its reason and evidence, and what became of each.

An article that more than one coder has answered questions about, or whose answers have changed, has such a page beside
its own, which shows the answer that stands. Each answer has an address: `#nato-gulf-role-second-reading`.
"""

from diwan.edition import Published
from diwan.library.history import Step, steps_of_article
from diwan.pages.cards import Desk
from diwan.pages.changes import step_view
from diwan.pages.page import Page, address
from diwan.pages.pointing import named
from diwan.pages.stances import from_elsewhere, stance_details


def has_codings(desk: Desk, published: Published) -> bool:
    """Whether there is more to say about an article's codings than its own page does."""
    record = published.article.record
    several = len(record.codings) > 1 or bool(_steps(desk, record.id))
    return several and not published.withdrawn


def codings_path(desk: Desk, ident: str) -> str:
    """Return the path of the page of an article's codings below `docs/`."""
    return f"{desk.site.article_path(ident).removesuffix('.md')}/codings.md"


def codings_address(desk: Desk, published: Published) -> str:
    """Return the address of the page of an article's codings below the site's root; nothing if it has none."""
    return address(codings_path(desk, published.article.id)) if has_codings(desk, published) else ""


def codings_page(desk: Desk, published: Published) -> Page:
    """Return the page of an article's codings."""
    say, ident = desk.site.interface.say, published.article.id
    card = desk.cards[ident]
    return Page(
        path=codings_path(desk, ident),
        title=say("codings.title", title=card["text"]),
        description=say("codings.lead"),
        template="codings.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "card": named(card),
                "questions": [
                    stance | {"answers": [from_elsewhere(a, str(card["url"])) for a in stance["answers"]]}
                    for stance in stance_details(desk.site, published, desk.codebook)
                ],
                "steps": [step_view(desk, step) for step in _steps(desk, ident)],
            }
        },
    )


def _steps(desk: Desk, ident: str) -> list[Step]:
    return steps_of_article(desk.site.edition.library.corpus.ledger, ident)
