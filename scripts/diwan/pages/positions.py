"""A theme's articles side by side: where they stand along time, who argues for and against, what is dated in it."""

from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.coding import Question
from diwan.model.concept import Theme
from diwan.pages.cards import Card, Desk
from diwan.pages.events import events_in_order
from diwan.plots.lanes import Position, lanes
from diwan.plots.plot import Cell, Plot
from diwan.text.edtf import parse_edtf

#: Marks; above this lanes would be taller than a screen, and the theme's list says the same.
MARKS_MAX = 300
#: The two sides that are set against each other.
SIDES = ("supportive", "critical")
#: Days in a year, on average.
_YEAR = 365.2425


def positions_plot(desk: Desk, theme: Theme) -> Plot | None:
    """Return the articles of *theme* along time, a lane for each answer to its question, or for each language."""
    dated = [desk.cards[ident] for ident in desk.filed[theme.id] if desk.cards[ident]["sort"]]
    if not 1 < len(dated) <= MARKS_MAX:
        return None
    say, question = desk.site.interface.say, question_of(desk, theme)
    marks = [_position(desk, card, question) for card in dated]
    found = {mark.lane for mark in marks}
    order = [lane for lane in _lanes(desk, question) if lane in found]
    label = desk.site.concept_link(ConceptKey(ConceptKind.THEME, theme.id))["label"]
    left_out = len(desk.filed[theme.id]) - len(dated)
    return Plot(
        title=say("plot.positions", theme=label),
        description=say("plot.positions.text", count=len(dated), lanes=say("list.comma").join(order)),
        spec=lanes(marks, order, rtl=desk.site.interface.rtl),
        head=(say("field.date"), say("field.outlet"), say("field.stance" if question else "field.language"), say("field.title")),
        rows=tuple(_row(card, mark) for card, mark in zip(dated, marks, strict=True)),
        note=say("plot.undated", count=left_out) if left_out else "",
    )  # fmt: skip


def question_of(desk: Desk, theme: Theme) -> Question | None:
    """Return the question of the codebook that asks about *theme*, if one does."""
    return next((question for question in desk.codebook.questions if question.id == theme.question), None)


def _lanes(desk: Desk, question: Question | None) -> list[str]:
    if question:
        named = [desk.site.interface.pick(value.label)[0] for value in question.values]
        return [*named, desk.site.interface.say("stance.not-coded")]
    return sorted({str(card["language"]) for card in desk.cards.values()})


def _position(desk: Desk, card: Card, question: Question | None) -> Position:
    stance = next((s for s in card["stances"] if question and s["question"] == question.id), None)
    if question:
        # A withdrawn article is coded no more.
        lane = str(stance["label"]) if stance else desk.site.interface.say("stance.not-coded")
    else:
        lane = str(card["language"])
    start, end = parse_edtf(desk.site.edition.articles[card["id"]].article.record.date).sort_key
    time = round(1970 + ((start.toordinal() + end.toordinal()) / 2 - 719163) / _YEAR, 3)
    others = [str(other["label"]) for other in stance["others"]] if stance else []
    doubt = (
        f" ({desk.site.interface.say('stance.another')}: {desk.site.interface.say('list.comma').join(others)})"
        if others
        else ""
    )
    says = f"{card['outlet']}, {card['date']}: {lane}{doubt}. {card['text']}"
    return Position(time, lane, str(stance["value"]) if stance else "", says, str(card["url"]))


def _row(card: Card, mark: Position) -> tuple[Cell, ...]:
    return (Cell(card["date"]), Cell(card["outlet"]), Cell(mark.lane), Cell(card["text"], card["url"]))


def sides(desk: Desk, theme: Theme) -> list[dict[str, Any]]:
    """Return the two sides of *theme*, each with its articles, reasons and passages; nothing if one is empty."""
    question = question_of(desk, theme)
    if question is None:
        return []
    labels = {value.id: desk.site.interface.pick(value.label)[0] for value in question.values}
    found = [
        {"value": value, "label": labels.get(value, value), "articles": _argued(desk, theme, question, value)}
        for value in SIDES
    ]
    return found if all(side["articles"] for side in found) else []


def _argued(desk: Desk, theme: Theme, question: Question, value: str) -> list[dict[str, Any]]:
    """Return the articles of *theme* that answer *question* by *value*, with the reason and the passages named."""
    argued = []
    for ident in desk.filed[theme.id]:
        published = desk.site.edition.articles[ident]
        codings = () if published.withdrawn else published.article.record.codings
        coding = desk.codebook.standing(codings, question.id)
        answer = coding.answers[question.id] if coding else None
        if answer and answer.value == value:
            card = desk.cards[ident]
            stance = next(badge for badge in card["stances"] if badge["question"] == question.id)
            passages = [
                {"label": pointer.passage, "url": f"{card['url']}#{pointer.passage}" if pointer.passage in published.shown else ""}
                for pointer in answer.evidence
            ]  # fmt: skip
            told = {"reason": answer.reason or "", "evidence": passages, "stance": stance}
            argued.append(card | told)
    return argued


def events_of_theme(desk: Desk, theme: Theme) -> list[dict[str, str]]:
    """Return the events filed under *theme*, oldest first."""
    base = f"{desk.site.interface.prefix}events/"
    found = []
    for event in events_in_order(desk):
        if theme.id in event.themes:
            title, language = desk.site.interface.pick(event.title)
            found.append(
                {
                    "label": title,
                    "lang": language,
                    "date": desk.site.interface.date(event.date),
                    "url": f"{base}#{event.id}",
                }
            )
    return found
