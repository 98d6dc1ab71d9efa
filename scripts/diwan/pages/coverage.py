"""Coverage in time: how many articles each year has, and the events they speak of."""

from collections import Counter, defaultdict

from diwan.pages.addresses import articles_address
from diwan.pages.cards import Card, Desk
from diwan.pages.events import events_in_order
from diwan.pages.lists import UNDATED
from diwan.plots.plot import Cell, Plot
from diwan.plots.years import Era, Moment, Year, moments, timeline, years
from diwan.text.edtf import parse_edtf


def coverage_plot(desk: Desk) -> Plot | None:
    """Return the articles of each year; None if no article has a date."""
    say, found = desk.site.interface.say, years_of(desk)
    if not found:
        return None
    return Plot(
        title=say(f"plot.coverage{desk.unit.suffix}"),
        description=_described(desk, found),
        spec=years(found, _era(desk, [year.year for year in found]), say(f"unit.{desk.unit}")),
        head=(say("field.year"), say(f"unit.{desk.unit}")),
        rows=_year_rows(desk, found),
        note=_undated(desk),
        timed=True,
    )


def chronology_plot(desk: Desk) -> Plot | None:
    """Return the events of the chronology along time; None if there are none."""
    say, events = desk.site.interface.say, moments_of(desk)
    if not events:
        return None
    first, last = events[0].year, events[-1].year
    return Plot(
        title=say("plot.chronology"),
        description=say("plot.chronology.text", count=len(events), first=first, last=last),
        spec=moments(events, _era(desk, [first, last])),
        head=(say("field.year"), say("plot.events")),
        rows=_event_rows(events),
        timed=True,
    )


def timeline_plot(desk: Desk) -> Plot | None:
    """Return events and articles on one axis of time; None if there is nothing dated."""
    say, events, found = desk.site.interface.say, moments_of(desk), years_of(desk)
    if not events or not found:
        return None
    era = _era(desk, [year.year for year in found] + [event.year for event in events])
    told = Counter(event.year for event in events)
    rows = tuple(
        (Cell(str(year.year)), Cell(str(year.number), year.address), Cell(str(told[year.year])))
        for year in found
    )
    return Plot(
        title=say("plot.timeline"),
        description=f"{say('plot.chronology.text', count=len(events), first=events[0].year, last=events[-1].year)} {_described(desk, found)}",
        spec=timeline(events, found, era, say(f"unit.{desk.unit}")),
        head=(say("field.year"), say(f"unit.{desk.unit}"), say("plot.events")),
        rows=rows,
        note=_undated(desk),
        timed=True,
    )


def years_of(desk: Desk) -> list[Year]:
    """Return every year from the first to the last with an article, those without any included."""
    of_year: dict[int, list[Card]] = defaultdict(list)
    for card in desk.cards.values():
        if card["year"]:
            of_year[card["year"]].append(card)
    if not of_year:
        return []
    say = desk.site.interface.say
    return [
        Year(
            year,
            desk.count(of_year.get(year, [])),
            say(f"plot.year.says{desk.unit.suffix}", year=year, count=desk.told(of_year.get(year, []))),
            articles_address(desk, [("year", str(year))]) if year in of_year else "",
        )
        for year in range(min(of_year), max(of_year) + 1)
    ]


def moments_of(desk: Desk) -> list[Moment]:
    """Return the dated events in order, each in the year in which it began."""
    seen: Counter[int] = Counter()
    found = []
    for event in events_in_order(desk):
        span = parse_edtf(event.date)
        if span.known:
            year = span.sort_key[0].year
            title = desk.site.interface.text(event.title)
            says = f"{desk.site.interface.date(event.date)}: {title}"
            found.append(Moment(year, seen[year], says, f"{desk.site.interface.prefix}events/#{event.id}"))
            seen[year] += 1
    return found


def _era(desk: Desk, found: list[int]) -> Era:
    return Era(min(found), max(found), rtl=desk.site.interface.rtl)


def _described(desk: Desk, found: list[Year]) -> str:
    most = max(found, key=lambda year: (year.number, year.year))
    total = sum(year.number for year in found)
    return desk.site.interface.say(
        "plot.coverage.text",
        unit=desk.unit.noun,
        count=total,
        first=found[0].year,
        last=found[-1].year,
        most=most.year,
        number=most.number,
    )


def _undated(desk: Desk) -> str:
    undated = desk.count([card for card in desk.cards.values() if not card["year"]])
    return desk.site.interface.say("plot.undated", count=undated) if undated else ""


def _year_rows(desk: Desk, found: list[Year]) -> tuple[tuple[Cell, ...], ...]:
    rows = [(Cell(str(year.year)), Cell(str(year.number), year.address)) for year in found]
    undated = desk.count([card for card in desk.cards.values() if not card["year"]])
    if undated:
        name = Cell(desk.site.interface.say("date.unknown"))
        rows.append((name, Cell(str(undated), articles_address(desk, [("year", UNDATED)]))))
    return tuple(rows)


def _event_rows(events: list[Moment]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((Cell(str(event.year)), Cell(event.says, event.address)) for event in events)
