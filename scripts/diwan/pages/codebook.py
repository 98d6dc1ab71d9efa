"""The codebook as a page: every question, every answer with its rules, every way of coding."""

from typing import Any

from diwan.model.coding import Change, Codebook, CodeValue, Question
from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.pointing import titled
from diwan.pages.site import Site


def codebook_page(desk: Desk) -> Page:
    """Return the page of the codebook."""
    site, codebook = desk.site, desk.codebook
    text = site.interface.text
    return Page(
        path=f"{site.interface.prefix}method.md",
        title=site.interface.say("method.title"),
        description=site.interface.say("method.lead"),
        template="codebook.html",
        interface=site.interface,
        meta={
            "view": {
                "version": codebook.version,
                "date": site.interface.date(codebook.date),
                "introduction": text(codebook.introduction),
                "questions": [_question(site, question) for question in codebook.questions],
                "changes": [
                    {
                        "version": change.version,
                        "date": site.interface.date(change.date),
                        "note": text(change.note),
                        "affects": _affected(site, codebook, change),
                    }
                    for change in reversed(codebook.changes)
                ],
                "again": _again(desk),
                "coders": [
                    {"name": text(coder.name), "method": text(coder.method)} for coder in codebook.coders
                ],
            }
        },
    )


def _affected(site: Site, codebook: Codebook, change: Change) -> list[dict[str, str]]:
    """Return the questions whose answers a change may have made wrong, with the answers, or none named for all."""
    return [
        {
            "question": site.interface.text(question.label),
            "values": ", ".join(
                site.interface.text(value.label)
                for value in question.values
                if value.id in change.affects[question.id]
            ),
        }
        for question in codebook.questions
        if question.id in change.affects
    ]


def _again(desk: Desk) -> list[dict[str, Any]]:
    """Return the articles with answers that a later version of the codebook may have made wrong."""
    found = []
    for ident, card in desk.cards.items():
        labels = [
            desk.site.interface.text(question.label)
            for question in desk.codebook.questions
            if any(
                question.id in coding.answers
                and desk.codebook.changes_since(
                    coding.codebook, question.id, coding.answers[question.id].value
                )
                for coding in desk.site.edition.articles[ident].article.record.codings
            )
        ]
        if labels:
            found.append({**titled(card), "questions": labels})
    return found


def _question(site: Site, question: Question) -> dict[str, Any]:
    text = site.interface.text
    return {
        "id": question.id,
        "label": text(question.label),
        "question": text(question.question),
        "definition": text(question.definition),
        "values": [_value(site, value) for value in question.values],
        "boundary_cases": [text(case) for case in question.boundary_cases],
    }


def _value(site: Site, value: CodeValue) -> dict[str, Any]:
    return {
        "id": value.id,
        "label": site.interface.text(value.label),
        "definition": site.interface.text(value.definition),
        "include": [site.interface.text(rule) for rule in value.include],
        "exclude": [site.interface.text(rule) for rule in value.exclude],
    }
