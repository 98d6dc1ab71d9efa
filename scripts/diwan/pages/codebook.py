"""The codebook as a page: every question, every answer with its rules, every way of coding."""

from typing import Any

from diwan.model.coding import CodeValue, Question
from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.site import Site


def codebook_page(desk: Desk) -> Page:
    """Return the page of the codebook."""
    site, codebook = desk.site, desk.codebook
    pick = site.interface.pick
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
                "introduction": pick(codebook.introduction)[0],
                "questions": [_question(site, question) for question in codebook.questions],
                "coders": [
                    {"name": pick(coder.name)[0], "method": pick(coder.method)[0]}
                    for coder in codebook.coders
                ],
            }
        },
    )


def _question(site: Site, question: Question) -> dict[str, Any]:
    pick = site.interface.pick
    return {
        "id": question.id,
        "label": pick(question.label)[0],
        "question": pick(question.question)[0],
        "definition": pick(question.definition)[0],
        "values": [_value(site, value) for value in question.values],
        "boundary_cases": list(question.boundary_cases),
    }


def _value(site: Site, value: CodeValue) -> dict[str, Any]:
    return {
        "id": value.id,
        "label": site.interface.pick(value.label)[0],
        "definition": site.interface.pick(value.definition)[0],
        "include": list(value.include),
        "exclude": list(value.exclude),
    }
