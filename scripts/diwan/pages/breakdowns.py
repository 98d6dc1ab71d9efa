"""Breakdowns: articles counted by two things at once. Zeros are counted like the rest."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from diwan.corpus.check import NOT_ADDRESSED
from diwan.model.coding import Question
from diwan.pages.addresses import Condition, articles_address
from diwan.pages.cards import Card, Desk
from diwan.pages.lists import CHOICES, UNDATED
from diwan.plots.grid import Count, grid
from diwan.plots.plot import Cell, Plot
from diwan.plots.style import ACCENT, STANCES

#: Rows of a picture: a screenful. The table has them too, and says how many are left out.
ROWS_MAX = 24
#: Years drawn one by one; more are put together, so that the picture fits a page.
COLUMNS_MAX = 26


@dataclass(frozen=True)
class Group:
    """Articles that have one thing in common: what it is called, by which conditions they are found, and they."""

    name: str
    conditions: tuple[Condition, ...]
    cards: tuple[Card, ...]

    @cached_property
    def given(self) -> Mapping[tuple[str, str], list[Card]]:
        """The articles that give each answer to each question."""
        found: dict[tuple[str, str], list[Card]] = defaultdict(list)
        for card in self.cards:
            for stance in card["stances"]:
                found[stance["question"], stance["value"]].append(card)
        return found


def groups_by(desk: Desk, choice: str) -> list[Group]:
    """Return the articles by *choice* (`language`, `country`, `outlet`, `year`), years in order, others by number."""
    field = dict(CHOICES)[choice]
    found: dict[str, list[Card]] = {}
    for card in desk.cards.values():
        found.setdefault(str(card[field] or UNDATED), []).append(card)
    order = sorted(
        found, key=lambda value: (value if choice == "year" else "", -desk.count(found[value]), value)
    )
    return [
        Group(_name(desk, choice, value, found[value][0]), ((choice, value),), tuple(found[value]))
        for value in order
    ]


def _name(desk: Desk, choice: str, value: str, card: Card) -> str:
    if choice == "year":
        return desk.site.interface.say("plot.undated.short") if value == UNDATED else value
    return str(card[choice])


def stance_plot(desk: Desk, choice: str) -> Plot:
    """Return the answers to every question of the codebook by *choice*."""
    say = desk.site.interface.say
    groups = groups_by(desk, choice)
    shown = groups[-ROWS_MAX:] if choice == "year" else groups[:ROWS_MAX]
    counts = [
        count
        for question in desk.codebook.questions
        for group in shown
        for count in _answers(desk, question, group)
    ]
    # Most articles leave most questions aside; drawn as well, that would drown what the others say.
    silence = {
        desk.site.interface.text(v.label)
        for q in desk.codebook.questions
        for v in q.values
        if v.id == NOT_ADDRESSED
    }
    drawn = [count for count in counts if count.column not in silence]
    columns = list(dict.fromkeys(count.column for count in drawn))
    heads = tuple(f"{count.group}: {count.column}" for count in counts if count.row == shown[0].name)
    of = {group.name: [count for count in counts if count.row == group.name] for group in shown}
    field = say(f"field.{choice}")
    return Plot(
        title=say("plot.stances", field=inside(field)),
        description=say(f"plot.stances.text{desk.unit.suffix}", field=inside(field), rows=len(shown)),
        spec=grid(drawn, [group.name for group in shown], columns, rtl=desk.site.interface.rtl),
        head=(field, say(f"unit.{desk.unit}"), *heads),
        rows=tuple((*_head_cells(desk, group), *(Cell(str(c.number), c.address) for c in of[group.name])) for group in shown),
        note=" ".join(filter(None, [_left_out(desk, groups, shown), _unsettled(desk)])),
    )  # fmt: skip


def _unsettled(desk: Desk) -> str:
    """Return on how many answers readers differ, and which of theirs are counted."""
    stances = [stance for card in desk.cards.values() for stance in card["stances"]]
    number = sum(bool(stance["others"]) for stance in stances)
    return desk.site.interface.say("plot.unsettled", count=number, all=len(stances)) if number else ""


def _answers(desk: Desk, question: Question, group: Group) -> Iterator[Count]:
    """Yield how many of a group's articles give each answer to *question*."""
    given: dict[str, list[Card]] = {
        value.id: group.given.get((question.id, value.id), []) for value in question.values
    }
    label = desk.site.interface.text(question.label)
    for value in question.values:
        answer, number = desk.site.interface.text(value.label), desk.count(given[value.id])
        says = desk.site.interface.say(
            "plot.stances.says",
            group=group.name,
            question=label,
            answer=answer,
            count=desk.told(given[value.id]),
        )
        where = (
            articles_address(desk, [*group.conditions, ("stance", f"{question.id}:{value.id}")])
            if number
            else ""
        )
        yield Count(
            row=group.name,
            column=answer,
            group=label,
            number=number,
            says=says,
            address=where,
            ink=STANCES.get(value.id, ACCENT),
        )


def coverage_grid(desk: Desk, choice: str) -> Plot:
    """Return the articles by *choice* and time, with those that have no date in a column of their own."""
    say, field = desk.site.interface.say, desk.site.interface.say(f"field.{choice}")
    groups, columns = groups_by(desk, choice), _periods(desk)
    shown = groups[:ROWS_MAX]
    counts = [_cell(desk, group, column) for group in shown for column in columns]
    silent = sum(count.number == 0 for count in counts)
    of = {group.name: [count for count in counts if count.row == group.name] for group in shown}
    return Plot(
        title=say("plot.silence", field=inside(field)),
        description=say("plot.silence.text", field=field, rows=len(shown), columns=len(columns), silent=silent, cells=len(counts)),
        spec=grid(counts, [group.name for group in shown], [column.name for column in columns], rtl=desk.site.interface.rtl),
        head=(field, say("field.language"), say(f"unit.{desk.unit}"), *(column.name for column in columns)),
        rows=tuple(
            (_head_cells(desk, group)[0], Cell(_languages(group)), _head_cells(desk, group)[1], *(Cell(str(c.number), c.address) for c in of[group.name]))
            for group in shown
        ),
        note=_left_out(desk, groups, shown),
    )  # fmt: skip


def _periods(desk: Desk) -> list[Group]:
    """Return spans of years that together hold every article, and the undated last."""
    by_year = {
        int(group.conditions[0][1]): group
        for group in groups_by(desk, "year")
        if group.conditions[0][1] != UNDATED
    }
    if not by_year:
        return groups_by(desk, "year")
    first, last = min(by_year), max(by_year)
    length = -(-(last - first + 1) // COLUMNS_MAX)
    periods = []
    for start in range(first, last + 1, length):
        years = range(start, min(start + length, last + 1))
        cards = tuple(card for year in years if year in by_year for card in by_year[year].cards)
        name = str(start) if length == 1 else f"{years[0]}–{years[-1]}"
        periods.append(Group(name, tuple(("year", str(year)) for year in years), cards))
    return [*periods, *(group for group in groups_by(desk, "year") if group.conditions[0][1] == UNDATED)]


def _cell(desk: Desk, group: Group, column: Group) -> Count:
    inside = {card["id"] for card in column.cards}
    cards = [card for card in group.cards if card["id"] in inside]
    number, told = desk.count(cards), desk.told(cards)
    says = desk.site.interface.say("plot.cell.says", row=group.name, column=column.name, count=told)
    where = articles_address(desk, [*group.conditions, *column.conditions]) if number else ""
    return Count(row=group.name, column=column.name, number=number, says=says, address=where)


def _head_cells(desk: Desk, group: Group) -> tuple[Cell, Cell]:
    return Cell(group.name), Cell(str(desk.count(group.cards)), articles_address(desk, group.conditions))


def _languages(group: Group) -> str:
    return ", ".join(sorted({str(card["language"]) for card in group.cards}))


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence."""
    return label[:1].lower() + label[1:]


def _left_out(desk: Desk, groups: Sequence[Group], shown: Sequence[Group]) -> str:
    """Return what a picture leaves out, in words."""
    kept = {group.name for group in shown}
    rest = [group for group in groups if group.name not in kept]
    cards = [card for group in rest for card in group.cards]
    unit = desk.unit.noun
    return (
        desk.site.interface.say("plot.left", groups=len(rest), count=desk.count(cards), unit=unit)
        if rest
        else ""
    )
