"""The page of agreement: how far readers agree, question by question, and every case in which they do not."""

from typing import Any

from diwan.library.agreement import FEW, Agreement, Unit, agreements, confusions
from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.pointing import named, titled
from diwan.pages.stances import coder_answer, from_elsewhere


def agreement_page(desk: Desk) -> Page:
    """Return the page of agreement."""
    interface = desk.site.interface
    say, prefix = interface.say, interface.prefix
    table = agreements(desk.site.edition.library.articles, desk.codebook)
    overall = [row for row in table if row.overall]
    double = {unit.article for row in overall for unit in row.units}
    coded = sum(any(stance["value"] != "not-coded" for stance in c["stances"]) for c in desk.cards.values())
    return Page(
        path=f"{prefix}agreement.md",
        title=say("agreement.title"),
        description=say("agreement.lead"),
        template="agreement.html",
        interface=interface,
        meta={
            "view": {
                "coded": coded,
                "double": len(double),
                "single": coded - len(double),
                "few": len(double) < FEW,
                "few_text": say("agreement.few", count=len(double)),
                "caution": interface.text(desk.codebook.caution) if desk.codebook.caution else "",
                "rows": [_row(desk, row) for row in table],
                "readers": [
                    {"name": interface.text(coder.name), "method": interface.text(coder.method)}
                    for coder in desk.codebook.coders
                    if coder.role == "reading"
                ],
                "differing": [_differing(desk, row) for row in overall if row.agreed < row.double],
                "less_sure": [found for row in overall if (found := _less_sure(desk, row))["articles"]],
                "articles": [named(card) for ident, card in desk.cards.items() if ident in double],
            }
        },
    )


def _row(desk: Desk, row: Agreement) -> dict[str, Any]:
    interface = desk.site.interface
    share = row.share_interval
    return {
        "question": row.question,
        "question_label": _label(desk, row.question),
        "which": _which(desk, row),
        "total": row.overall,
        "coded": row.coded,
        "double": row.double,
        "agreed": row.agreed,
        "share": interface.percent(row.agreed / row.double) if row.double else "",
        "share_interval": [interface.percent(end) for end in share] if share else [],
        "alpha": "" if row.alpha is None else _figure(row.alpha, 3),
        "interval": [_figure(end, 2) for end in row.interval] if row.interval else [],
    }


def _figure(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".replace("-", "−")


def _which(desk: Desk, row: Agreement) -> str:
    """Return which articles *row* is about, in words."""
    interface = desk.site.interface
    if row.language:
        return interface.language_label(row.language)
    names = [interface.text(coder.name) for coder in desk.codebook.coders if coder.id in row.coders]
    return interface.say("list.comma").join(names) or interface.say("agreement.all")


def _differing(desk: Desk, row: Agreement) -> dict[str, Any]:
    """Return what readers differ on about one question: which answers meet, and every case with all reasons."""
    question = desk.codebook.question(row.question)
    text = desk.site.interface.text
    met = [
        {"values": [{"value": v.id, "label": text(v.label)} for v in question.values if v.id in values], "count": count}
        for values, count in confusions(row.units)
    ]  # fmt: skip
    cases = [_case(desk, row.question, unit) for unit in row.units if not unit.agreed]
    return {
        "question": row.question,
        "question_label": _label(desk, row.question),
        "met": met,
        "cases": cases,
    }


def _less_sure(desk: Desk, row: Agreement) -> dict[str, Any]:
    """Return the articles about which readers agree on one question without being equally sure."""
    say = desk.site.interface.say
    articles = [
        {
            **titled(desk.cards[unit.article]),
            "sure": " / ".join(say(f"confidence.{answer.confidence}") for answer in unit.answers.values()),
        }
        for unit in row.units
        if unit.agreed and not unit.equally_sure
    ]
    return {"question": row.question, "question_label": _label(desk, row.question), "articles": articles}


def _case(desk: Desk, question: str, unit: Unit) -> dict[str, Any]:
    published, card = desk.site.edition.articles[unit.article], desk.cards[unit.article]
    answers = [
        from_elsewhere(coder_answer(desk.site, published, desk.codebook, coding, question), str(card["url"]))
        for coding in published.article.record.codings
        if question in coding.answers
    ]
    return {**titled(card), "answers": answers}


def _label(desk: Desk, question_id: str) -> str:
    return desk.site.interface.text(desk.codebook.question(question_id).label)
