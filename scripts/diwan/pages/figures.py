"""Every plot of an edition. All are drawn together when the first is wanted; live, one at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from diwan.memory import Memory, checksum_of
from diwan.pages.breakdowns import coverage_grid, stance_plot
from diwan.pages.cards import Desk
from diwan.pages.coverage import chronology_plot, coverage_plot, timeline_plot
from diwan.pages.keywords import keywords_plot
from diwan.pages.network import ties_plot
from diwan.pages.positions import positions_plot
from diwan.pages.units import Unit
from diwan.plots.drawing import draw
from diwan.plots.plot import Figure, Plot

#: By what stances are broken down, and what is set against time.
STANCES_BY = ("language", "country", "outlet", "year")
SILENCE_BY = ("language", "outlet")

Plan = Callable[[], Plot | None]


@dataclass(frozen=True, slots=True)
class Figures:
    """The plots of one or several languages, by language and name (`en/coverage`), or None where there is nothing to draw."""

    plans: Mapping[str, Plan]
    memory: Memory
    #: Whether all are drawn when one is wanted: starting to draw costs as much as twenty plots. Then they are known by the
    #: checksum of all that they show.
    together: Callable[[], str] | None
    _drawn: dict[str, Figure | None] = field(default_factory=dict)

    def get(self, language: str, name: str) -> Figure | None:
        """Return a figure, or None if there was nothing to draw."""
        name = f"{language}/{name}"
        if name not in self._drawn and name in self.plans:
            self._drawn.update(
                self._all(self.together()) if self.together else self._draw([name], f"-{name}")
            )
        return self._drawn.get(name)

    def _all(self, shown: str) -> dict[str, Figure | None]:
        key = checksum_of(shown, *self.plans)
        (found,) = self.memory.of_contents("figures", [key], lambda _: [self._draw(list(self.plans))])
        return found

    def _draw(self, names: Sequence[str], kind: str = "") -> dict[str, Figure | None]:
        plots = {name: plot for name in names if (plot := self.plans[name]())}
        drawn = draw(plots, self.memory, f"plots{kind}")
        return {name: drawn.get(name) for name in names}


def with_figures(
    desks: Sequence[Desk], memory: Memory, together: Callable[[], str] | None = None
) -> list[Desk]:
    """Return *desks* of one edition with their plots, which are drawn once somebody wants them, *together* or one at a time."""
    plans = {
        f"{desk.site.interface.language}/{name}": plan
        for desk in desks
        for name, plan in _plans(desk).items()
    }
    figures = Figures(plans, memory, together)
    return [replace(desk, figures=partial(figures.get, desk.site.interface.language)) for desk in desks]


def _plans(desk: Desk) -> dict[str, Plan]:
    if not desk.cards:
        return {}
    plans: dict[str, Plan] = {
        "chronology": partial(chronology_plot, desk),
    }
    themes = desk.site.edition.library.corpus.themes
    for theme in themes:
        for compared in desk.contrasts(theme):
            plans[f"words-{theme}-{compared.language}"] = partial(
                keywords_plot, desk, theme, compared.language
            )
    for unit in Unit:
        counting, end = replace(desk, unit=unit), unit.suffix
        plans[f"coverage{end}"] = partial(coverage_plot, counting)
        plans[f"timeline{end}"] = partial(timeline_plot, counting)
        plans[f"ties{end}"] = partial(ties_plot, counting)
        plans |= {
            f"positions-{name}{end}": partial(positions_plot, counting, themes[name].value) for name in themes
        }
        plans |= {f"stances-{choice}{end}": partial(stance_plot, counting, choice) for choice in STANCES_BY}
        plans |= {f"silence-{choice}{end}": partial(coverage_grid, counting, choice) for choice in SILENCE_BY}
    return plans
