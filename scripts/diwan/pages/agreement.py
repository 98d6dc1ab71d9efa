"""The page of agreement: how far readers agree, question by question, and every case in which they do not."""

from collections.abc import Iterable
from typing import Any

from diwan.library.agreement import FEW, Agreement, Unit, agreements
from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.stances import coder_answer


def agreement_page(desk: Desk) -> Page:
    """Return the page of agreement."""
    say, prefix = desk.site.interface.say, desk.site.interface.prefix
    table = agreements(desk.site.edition.library.articles, desk.codebook)
    overall = [row for row in table if not row.language]
    double = {unit.article for row in overall for unit in row.units}
    coded = sum(any(stance["value"] != "not-coded" for stance in c["stances"]) for c in desk.cards.values())
    return Page(
        path=f"{prefix}agreement.md",
        title=say("agreement.title"),
        description=say("agreement.lead"),
        template="agreement.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "coded": coded,
                "double": len(double),
                "single": coded - len(double),
                "few": len(double) < FEW,
                "few_text": say("agreement.few", count=len(double)),
                "rows": [_row(desk, row) for row in table],
                "differing": list(_cases(desk, overall, differing=True)),
                "less_sure": list(_cases(desk, overall, differing=False)),
                "articles": [
                    {key: desk.cards[ident][key] for key in ("url", "text", "lang", "dir", "outlet", "date")}
                    for ident in desk.cards
                    if ident in double
                ],
            }
        },
    )


def _row(desk: Desk, row: Agreement) -> dict[str, Any]:
    interface = desk.site.interface
    share = row.share_interval
    return {
        "question": row.question,
        "question_label": _label(desk, row.question),
        "language": interface.language_label(row.language)
        if row.language
        else interface.say("agreement.all"),
        "total": not row.language,
        "coded": row.coded,
        "double": row.double,
        "agreed": row.agreed,
        "share": interface.percent(row.agreed / row.double) if row.double else "",
        "share_interval": [interface.percent(end) for end in share] if share else [],
        "alpha": "" if row.alpha is None else f"{row.alpha:.3f}",
        "interval": [f"{end:.2f}" for end in row.interval] if row.interval else [],
    }


def _cases(desk: Desk, overall: Iterable[Agreement], *, differing: bool) -> Iterable[dict[str, Any]]:
    """Yield the answers on which readers differ, or else those of which they are not equally sure."""
    for row in overall:
        for unit in row.units:
            if not unit.agreed if differing else unit.agreed and not unit.equally_sure:
                yield _case(desk, row.question, unit)


def _case(desk: Desk, question: str, unit: Unit) -> dict[str, Any]:
    published, card = desk.site.edition.articles[unit.article], desk.cards[unit.article]
    answers = [
        coder_answer(desk.site, published, desk.codebook, coding, question)
        for coding in published.article.record.codings
        if question in coding.answers
    ]
    for answer in answers:
        for passage in answer["evidence"]:
            # Evidence is named by the place on the article's page; from here the page comes first.
            passage["url"] = f"{card['url']}{passage['url']}" if passage["url"] else ""
    return {
        **{key: card[key] for key in ("url", "text", "lang", "dir")},
        "question": question,
        "question_label": _label(desk, question),
        "answers": answers,
    }


def _label(desk: Desk, question_id: str) -> str:
    question = next(known for known in desk.codebook.questions if known.id == question_id)
    return desk.site.interface.pick(question.label)[0]
