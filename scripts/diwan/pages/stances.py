"""Stances as pages show them: the answer to each question of the codebook, who gave it, and what carries it."""

from collections.abc import Iterator, Mapping
from typing import Any

from diwan.edition import Published
from diwan.model.coding import Answer, Codebook, Coding, Question
from diwan.model.record import Record
from diwan.pages.site import Site

#: What a reader sees where nobody has answered a question yet.
NOT_CODED = "not-coded"


def shown_coding(record: Record, codebook: Codebook) -> Coding | None:
    """Return the coding that stands for *record*: the first by the codebook's order of precedence."""
    by_coder = {coding.coder: coding for coding in record.codings}
    return next((by_coder[coder] for coder in codebook.precedence if coder in by_coder), None)


def stance_values(record: Record, codebook: Codebook) -> dict[str, str]:
    """Return the answer to every question, by question id; `not-coded` where nobody answered."""
    coding = shown_coding(record, codebook)
    answers: Mapping[str, Answer] = coding.answers if coding else {}
    return {
        question.id: answers[question.id].value if question.id in answers else NOT_CODED
        for question in codebook.questions
    }


def stance_badges(site: Site, record: Record, codebook: Codebook) -> list[dict[str, str]]:
    """Return what a list shows of the stances: question, value and the value's label."""
    values = stance_values(record, codebook)
    return [
        {
            "question": question.id,
            "question_label": site.interface.pick(question.label)[0],
            "value": values[question.id],
            "label": value_label(site, question, values[question.id]),
        }
        for question in codebook.questions
    ]


def value_label(site: Site, question: Question, value: str) -> str:
    """Return the label of an answer to *question*."""
    labels = {known.id: known.label for known in question.values}
    return (
        site.interface.pick(labels[value])[0] if value in labels else site.interface.say("stance.not-coded")
    )


def stance_details(site: Site, published: Published, codebook: Codebook) -> list[dict[str, Any]]:
    """Return, for each question, the answer shown on the article's page with its evidence and its coder."""
    return list(_details(site, published, codebook))


def _details(site: Site, published: Published, codebook: Codebook) -> Iterator[dict[str, Any]]:
    record = published.article.record
    coding = shown_coding(record, codebook)
    coders = {coder.id: coder for coder in codebook.coders}
    for question in codebook.questions:
        answer = coding.answers.get(question.id) if coding else None
        value = answer.value if answer else NOT_CODED
        details: dict[str, Any] = {
            "question": question.id,
            "question_label": site.interface.pick(question.label)[0],
            "value": value,
            "label": value_label(site, question, value),
        }
        if coding and answer:
            coder = coders[coding.coder]
            details |= {
                "confidence": site.interface.say(f"confidence.{answer.confidence}"),
                "reason": answer.reason or "",
                "evidence": [_evidence(site, published, pointer.passage) for pointer in answer.evidence],
                "coder": site.interface.pick(coder.name)[0],
                "method": site.interface.pick(coder.method)[0],
                "date": coding.date,
                "codebook": coding.codebook,
            }
        yield details


def _evidence(site: Site, published: Published, passage: str) -> dict[str, str]:
    """Return the name of a passage, with a link if the page shows it."""
    prefix = passage.rstrip("0123456789")
    number = passage.removeprefix(prefix)
    kind = "text" if prefix == "p" else "digest"
    label = site.interface.say(f"passage.{kind}", number=number)
    return (
        {"label": label, "url": f"#{passage}"} if passage in published.shown else {"label": label, "url": ""}
    )
