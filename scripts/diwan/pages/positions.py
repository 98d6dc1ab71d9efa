"""A theme's articles side by side: where they stand along time, who argues for and against, what is dated in it."""

from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.coding import Question
from diwan.model.concept import Theme
from diwan.pages.cards import Card, Desk
from diwan.pages.counts import number
from diwan.pages.events import events_in_order
from diwan.pages.units import Unit
from diwan.plots.lanes import RINGED, Position, lanes
from diwan.plots.plot import Cell, Plot
from diwan.text.edtf import parse_edtf

#: Marks; above this lanes would be taller than a screen, and the theme's list says the same.
MARKS_MAX = 300
#: The two sides that are set against each other.
SIDES = ("supportive", "critical")
#: Days in a year, on average.
_YEAR = 365.2425


def positions_plot(desk: Desk, theme: Theme) -> Plot | None:
    """Return the articles of *theme* along time, a lane for each answer to its question, or for each language.

    Where texts are counted, versions of one text in the same lane are one mark, that of the earliest; there is no such
    plot where that leaves nothing out.
    """
    question = question_of(desk, theme)
    dated = [desk.cards[ident] for ident in desk.filed[theme.id] if desk.cards[ident]["sort"]]
    drawn = dated if desk.unit is Unit.ARTICLES else _earliest(desk, dated, question)
    if not 1 < len(drawn) <= MARKS_MAX or (desk.unit is Unit.TEXTS and len(drawn) == len(dated)):
        return None
    say = desk.site.interface.say
    marks = [_position(desk, card, question) for card in drawn]
    found = {mark.lane for mark in marks}
    order = [lane for lane in _lanes(desk, question) if lane in found]
    label = desk.site.concept_link(ConceptKey(ConceptKind.THEME, theme.id))["label"]
    undated = desk.count(
        [desk.cards[ident] for ident in desk.filed[theme.id] if not desk.cards[ident]["sort"]]
    )
    lane_names = say("list.comma").join(order)
    return Plot(
        title=say("plot.positions", theme=label),
        description=say(f"plot.positions.text{desk.unit.suffix}", count=len(drawn), unit=desk.unit.noun, lanes=lane_names),
        spec=lanes(marks, order, rtl=desk.site.interface.rtl),
        head=(say("field.date"), say("field.outlet"), say("field.stance" if question else "field.language"), say("field.title")),
        rows=tuple(_row(desk, card, question) for card in drawn),
        note=say("plot.undated", count=undated) if undated else "",
        legend=((RINGED, say("stance.differ")),) if any(mark.ringed for mark in marks) else (),
        timed=True,
    )  # fmt: skip


def _earliest(desk: Desk, dated: list[Card], question: Question | None) -> list[Card]:
    """Return of the versions of a text in one lane the earliest, newest texts first as *dated* are."""
    first = {(card["family"], _lane(desk, card, question)): card["id"] for card in dated}
    return [card for card in dated if card["id"] in first.values()]


def question_of(desk: Desk, theme: Theme) -> Question | None:
    """Return the question of the codebook that asks about *theme*, if one does."""
    return next((question for question in desk.codebook.questions if question.id == theme.question), None)


def _lanes(desk: Desk, question: Question | None) -> list[str]:
    if question:
        named = [desk.site.interface.text(value.label) for value in question.values]
        return [*named, desk.site.interface.say("stance.not-coded")]
    return sorted({str(card["language"]) for card in desk.cards.values()})


def _position(desk: Desk, card: Card, question: Question | None) -> Position:
    stance = _stance(card, question)
    start, end = parse_edtf(desk.site.edition.articles[card["id"]].article.record.date).sort_key
    time = round(1970 + ((start.toordinal() + end.toordinal()) / 2 - 719163) / _YEAR, 3)
    lane, doubt = _lane(desk, card, question), _doubt(desk, stance)
    says = f"{card['outlet']}, {card['date']}: {lane}{doubt}. {card['text']}"
    value = str(stance["value"]) if stance else ""
    return Position(time, lane, value, says, str(card["url"]), ringed=bool(doubt))


def _stance(card: Card, question: Question | None) -> dict[str, Any] | None:
    """Return the answer to *question*; a withdrawn article is coded no more."""
    return next((s for s in card["stances"] if question and s["question"] == question.id), None)


def _lane(desk: Desk, card: Card, question: Question | None) -> str:
    if question is None:
        return str(card["language"])
    stance = _stance(card, question)
    return str(stance["label"]) if stance else desk.site.interface.say("stance.not-coded")


def _doubt(desk: Desk, stance: dict[str, Any] | None) -> str:
    """Return the answers of other readers, in brackets, where nobody has settled which of them holds."""
    others = desk.site.interface.say("list.comma").join(
        str(other["label"]) for other in (stance["others"] if stance else [])
    )
    return f" ({desk.site.interface.say('stance.another')}: {others})" if others else ""


def _row(desk: Desk, card: Card, question: Question | None) -> tuple[Cell, ...]:
    lane = f"{_lane(desk, card, question)}{_doubt(desk, _stance(card, question))}"
    return (Cell(card["date"]), Cell(card["outlet"]), Cell(lane), Cell(card["text"], card["url"]))


def sides(desk: Desk, theme: Theme) -> list[dict[str, Any]]:
    """Return the two sides of *theme*, each with its articles, reasons and passages; nothing if one is empty."""
    question = question_of(desk, theme)
    if question is None:
        return []
    labels = {value.id: desk.site.interface.text(value.label) for value in question.values}
    argued = {value: _argued(desk, theme, question, value) for value in SIDES}
    found = [
        {
            "value": value,
            "label": labels.get(value, value),
            "articles": articles,
            "number": number(desk, [card["id"] for card in articles]),
        }
        for value, articles in argued.items()
    ]
    return found if all(side["articles"] for side in found) else []


def _argued(desk: Desk, theme: Theme, question: Question, value: str) -> list[dict[str, Any]]:
    """Return the articles of *theme* that answer *question* by *value*, with the reason and the passages named."""
    argued = []
    for ident in desk.filed[theme.id]:
        card, published = desk.cards[ident], desk.site.edition.articles[ident]
        stance = _stance(card, question)
        if stance is None or stance["value"] != value:
            continue
        coding = desk.codebook.standing(published.article.record.codings, question.id)
        if answer := coding.answers[question.id] if coding else None:
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
