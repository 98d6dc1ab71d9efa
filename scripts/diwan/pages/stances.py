"""Stances as pages show them: the answer to each question of the codebook, who gave it, and what carries it."""

import re
from typing import Any

from diwan.documents.passages import TEXT_PREFIX
from diwan.edition import Published
from diwan.model.coding import Answer, Codebook, Coding, Question
from diwan.model.record import Record
from diwan.pages.site import Site

#: What a reader sees where nobody has answered a question yet.
NOT_CODED = "not-coded"


def stance_values(record: Record, codebook: Codebook) -> dict[str, str]:
    """Return the answer to every question, by question id; `not-coded` where nobody answered."""
    coding = codebook.standing(record.codings)
    answers: dict[str, Answer] = coding.answers if coding else {}
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
    """Return, for each question, the answer that stands, and every coder's answer with its evidence and reason."""
    return [_details(site, published, codebook, question) for question in codebook.questions]


def _details(site: Site, published: Published, codebook: Codebook, question: Question) -> dict[str, Any]:
    record = published.article.record
    order = {coder: place for place, coder in enumerate(codebook.precedence)}
    codings = sorted(record.codings, key=lambda coding: order.get(coding.coder, len(order)))
    given = [
        coder_answer(site, published, codebook, coding, question.id)
        for coding in codings
        if question.id in coding.answers
    ]
    value = stance_values(record, codebook)[question.id]
    readings = [answer for answer in given if answer["reading"]]
    return {
        "question": question.id,
        "question_label": site.interface.pick(question.label)[0],
        "value": value,
        "label": value_label(site, question, value),
        "answers": given,
        "single": len(readings) == 1,
        "differ": len({answer["value"] for answer in readings}) > 1,
    }


def coder_answer(
    site: Site, published: Published, codebook: Codebook, coding: Coding, question_id: str
) -> dict[str, Any]:
    """Return one coder's answer to a question as pages show it: what, how sure, why, where, by whom and when."""
    answer = coding.answers[question_id]
    coder = next(known for known in codebook.coders if known.id == coding.coder)
    question = next(known for known in codebook.questions if known.id == question_id)
    return {
        "value": answer.value,
        "label": value_label(site, question, answer.value),
        "confidence": site.interface.say(f"confidence.{answer.confidence}"),
        "reason": answer.reason or "",
        "evidence": [_evidence(site, published, pointer.passage) for pointer in answer.evidence],
        "coder": site.interface.pick(coder.name)[0],
        "method": site.interface.pick(coder.method)[0],
        "reading": coder.role == "reading",
        "date": site.interface.date(coding.date),
        "codebook": coding.codebook,
    }


def _evidence(site: Site, published: Published, passage: str) -> dict[str, str]:
    """Return the name of a passage, with a link if the page shows it."""
    url = f"#{passage}" if passage in published.shown else ""
    return {"label": passage_label(site, passage), "id": passage, "url": url}


def passage_label(site: Site, passage: str) -> str:
    """Return the name of a passage: of the article or of our digest, and its number."""
    found = re.match(r"(.*?)(\d+[a-z]?)$", passage)
    assert found is not None  # noqa: S101  # ids of passages end with a number
    kind = "text" if found[1] == TEXT_PREFIX else "digest"
    return site.interface.say(f"passage.{kind}", number=found[2])
