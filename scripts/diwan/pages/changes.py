"""The public log: answers that changed and why, articles withdrawn, pages that moved or went; and their tombstones."""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

from diwan.library.history import Step, steps_of
from diwan.model.ledger import GONE, ReleasedAnswer
from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.pointing import titled
from diwan.pages.stances import value_label
from diwan.text.languages import without_prefix


def changes_page(desk: Desk) -> Page:
    """Return the page of changes."""
    say, ledger = desk.site.interface.say, desk.site.edition.library.corpus.ledger
    return Page(
        path=f"{desk.site.interface.prefix}changes.md",
        title=say("changes.title"),
        description=say("changes.lead"),
        template="changes.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "steps": [step_view(desk, step) for step in steps_of(ledger)],
                "first": _first(desk),
                "withdrawn": _withdrawn(desk),
                "addresses": [
                    {"address": address.address, "moved": address.moved_to}
                    for address in ledger.addresses
                    if address.moved_to or address.state == GONE
                ],
            }
        },
    )


def step_view(desk: Desk, step: Step) -> dict[str, Any]:
    """Return a change of an answer as pages show it; of a withdrawn article, only that there was one."""
    interface = desk.site.interface
    question = desk.codebook.question(step.after.question)
    coder = next((known for known in desk.codebook.coders if known.id == step.after.coder), None)
    card = desk.cards.get(step.article, {"url": "", "text": step.article, "lang": "en", "dir": "ltr"})

    def told(answer: ReleasedAnswer) -> dict[str, str]:
        taken_back = answer.value == GONE
        label = (
            interface.say("changes.taken-back")
            if taken_back
            else value_label(desk.site, question, answer.value)
        )
        sure = "" if taken_back else interface.say(f"confidence.{answer.confidence}")
        return {"value": answer.value, "label": label, "confidence": sure, "evidence": answer.evidence}

    return {
        **titled(card),
        "question": question.id,
        "question_label": interface.text(question.label),
        "coder": interface.text(coder.name) if coder else step.after.coder,
        "date": interface.date(step.after.date),
        "before": told(step.before),
        "after": told(step.after),
        "why": step.after.why,
    }


def _first(desk: Desk) -> list[dict[str, Any]]:
    """Return how many articles each coder coded for the first time on each day, as words."""
    ledger = desk.site.edition.library.corpus.ledger
    first = sorted(
        {
            (min(answer.date for answer in history if answer.coder == coder), coder, ident)
            for ident, history in ledger.codings.items()
            for coder in {answer.coder for answer in history}
        }
    )
    names = {coder.id: desk.site.interface.text(coder.name) for coder in desk.codebook.coders}
    return [
        {
            "date": desk.site.interface.date(day),
            "coder": names.get(coder, coder),
            "count": desk.site.interface.counted(len(list(group)), "article"),
        }
        for (day, coder), group in groupby(first, key=lambda entry: entry[:2])
    ]


def _withdrawn(desk: Desk) -> list[dict[str, Any]]:
    records = [p.article.record for p in desk.site.edition.articles.values() if p.withdrawn]
    text = desk.site.interface.text
    return [
        {
            **titled(desk.cards[record.id]),
            "date": desk.site.interface.date(record.withdrawn.date),
            "why": text(record.withdrawn.why),
        }
        for record in sorted(records, key=lambda record: record.id)
        if record.withdrawn
    ]


def tombstones(desk: Desk, taken: Collection[str]) -> Iterator[Page]:
    """Yield a page for every released address at which nothing else stands any more, in the language of *desk*.

    Every page has its counterpart in the other language, so a sign is put up in both. *taken* are the paths of the
    pages that there are.
    """
    prefix = desk.site.interface.prefix
    signs = {
        without_prefix(released.address): without_prefix(released.moved_to)
        for released in desk.site.edition.library.corpus.ledger.addresses
        if released.moved_to or released.state == GONE
    }
    for bare, target in signs.items():
        path = f"{prefix}{bare.rstrip('/')}.md"
        if path not in taken:
            yield _tombstone(desk, path, f"{prefix}{target}" if target else "")


def _tombstone(desk: Desk, path: str, moved_to: str) -> Page:
    say = desk.site.interface.say
    kind = "moved" if moved_to else "gone"
    return Page(
        path=path,
        title=say(f"tombstone.{kind}"),
        description=say(f"tombstone.{kind}.lead"),
        template="tombstone.html",
        interface=desk.site.interface,
        meta={"view": {"moved_to": moved_to}},
    )
