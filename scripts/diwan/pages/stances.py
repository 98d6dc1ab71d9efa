"""Stances as pages show them: the answer to each question of the codebook, who gave it, and what carries it."""

import re
from typing import Any

from diwan.documents.passages import TEXT_PREFIX
from diwan.edition import Published
from diwan.model.coding import Codebook, Coding, Question, Support
from diwan.model.record import Record
from diwan.pages.site import Site

#: What a reader sees where nobody has answered a question yet.
NOT_CODED = "not-coded"


def stance_values(record: Record, codebook: Codebook) -> dict[str, str]:
    """Return the answer to every question, by question id; `not-coded` where nobody answered."""
    found = {}
    for question in codebook.questions:
        coding = codebook.standing(record.codings, question.id)
        found[question.id] = coding.answers[question.id].value if coding else NOT_CODED
    return found


def stance_badges(site: Site, record: Record, codebook: Codebook) -> list[dict[str, Any]]:
    """Return what a list shows of the stances: question, answer, what it rests on, what other readers answered."""
    values = stance_values(record, codebook)
    return [
        {
            "question": question.id,
            "question_label": site.interface.text(question.label),
            "value": values[question.id],
            "label": value_label(site, question, values[question.id]),
            "support": codebook.support(record.codings, question.id).value,
            "others": _others(site, record, codebook, question, values[question.id]),
        }
        for question in codebook.questions
    ]


def _others(
    site: Site, record: Record, codebook: Codebook, question: Question, shown: str
) -> list[dict[str, str]]:
    """Return the answers that differ from the one shown, where nobody has settled which of them holds."""
    if codebook.support(record.codings, question.id) is not Support.DIFFER:
        return []
    given = {coding.answers[question.id].value for coding in record.codings if question.id in coding.answers}
    return [
        {"value": value.id, "label": value_label(site, question, value.id)}
        for value in question.values
        if value.id in given - {shown}
    ]


def value_label(site: Site, question: Question, value: str) -> str:
    """Return the label of an answer to *question*."""
    labels = {known.id: known.label for known in question.values}
    return site.interface.text(labels[value]) if value in labels else site.interface.say("stance.not-coded")


def stance_details(site: Site, published: Published, codebook: Codebook) -> list[dict[str, Any]]:
    """Return, for each question, the answer that stands, and every coder's answer with its evidence and reason."""
    record = published.article.record
    order = {coder: place for place, coder in enumerate(codebook.precedence)}
    codings = sorted(record.codings, key=lambda coding: order.get(coding.coder, len(order)))
    found = []
    for badge in stance_badges(site, record, codebook):
        question = badge["question"]
        given = [
            coder_answer(site, published, codebook, c, question) for c in codings if question in c.answers
        ]
        readings = {answer["value"] for answer in given if answer["reading"]}
        found.append({**badge, "answers": given, "differ": len(readings) > 1})
    return found


def coder_answer(
    site: Site, published: Published, codebook: Codebook, coding: Coding, question_id: str
) -> dict[str, Any]:
    """Return one coder's answer to a question as pages show it: what, how sure, why, where, by whom and when."""
    answer = coding.answers[question_id]
    coder, question = codebook.coder(coding.coder), codebook.question(question_id)
    return {
        "value": answer.value,
        "label": value_label(site, question, answer.value),
        "confidence": site.interface.say(f"confidence.{answer.confidence}"),
        "reason": answer.reason or "",
        "evidence": [_evidence(site, published, pointer.passage) for pointer in answer.evidence],
        "coder_id": coder.id,
        "coder": site.interface.text(coder.name),
        "reading": coder.role == "reading",
        "date": site.interface.date(coding.date),
        "codebook": coding.codebook,
    }


def from_elsewhere(answer: dict[str, Any], article: str) -> dict[str, Any]:
    """Return an answer for another page than that of its *article*: the article's address leads to each passage."""
    evidence = [
        named | {"url": f"{article}{named['url']}" if named["url"] else ""} for named in answer["evidence"]
    ]
    return answer | {"evidence": evidence}


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
