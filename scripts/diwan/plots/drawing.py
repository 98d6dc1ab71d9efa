"""Drawing: plots in, figures out. What was drawn before is remembered by its specification."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib.metadata import version

from diwan.memory import Memory
from diwan.plots.plot import Figure, Plot
from diwan.plots.style import whole

#: What the drawing says to screen readers mark by mark; our tables say it better, and in the page's language.
_SPOKEN = re.compile(
    r' (?:role|aria-(?:roledescription|hidden)|pointer-events|font-family|xmlns:xlink)="[^"]*"'
)
_EMPTY = re.compile(r'<path class="(?:background|foreground)"[^>]*/>')
_NAMED = re.compile(
    r'<(path|text|line|rect)((?: (?!aria-label)[\w:-]+="[^"]*")*) aria-label="([^"]*)"([^>]*?)(/?)>'
)
#: What says nothing, or nothing that can be seen: names of marks, full opacity, thousandths of a pixel.
_IDLE = re.compile(r' (?:class="[^"]*"|opacity="1"|stroke-miterlimit="[^"]*")')
_FINE = re.compile(r"(\d\.\d\d)\d+")
_LABEL = re.compile(r' aria-label="[^"]*"')
_LINK = re.compile(r'<a xlink:href="([^"]*)">')
_ROOT = re.compile(r"<svg [^>]*?(width=[^>]*)>")


def draw(plots: Mapping[str, Plot], memory: Memory, kind: str) -> dict[str, Figure]:
    """Return a figure for each of *plots*, by the same names, of which pages know the last part; *kind* is what memory calls them."""
    specs = {
        name: json.dumps(whole(plot.spec), ensure_ascii=False, sort_keys=True) for name, plot in plots.items()
    }
    names = list(specs)
    keys = [f"{version('vl-convert-python')}\n{specs[name]}" for name in names]
    drawn = memory.of_contents(kind, keys, lambda places: _drawn(specs[names[place]] for place in places))
    return {
        # What a drawing was made from is as large as the drawing, and of no more use.
        name: Figure(replace(plots[name], spec={}), _dressed(svg, name.rpartition("/")[2], plots[name]))
        for name, svg in zip(names, drawn, strict=True)
    }


def _drawn(specs: Iterable[str]) -> Sequence[str]:
    """Return the SVG of each specification; RuntimeError if the pen fails, which is a fault of ours."""
    asked = f"[{','.join(specs)}]"
    command = [sys.executable, "-m", "diwan.plots.pen"]
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own module
    if done.returncode:
        raise RuntimeError(f"a plot could not be drawn: {done.stderr[-2000:]}")
    return [_bare(svg) for svg in json.loads(done.stdout)]


def _bare(svg: str) -> str:
    """Return a drawing without what browsers need not know; the name of each mark becomes its title."""
    svg = _FINE.sub(r"\1", _IDLE.sub("", _EMPTY.sub("", _SPOKEN.sub("", svg))))
    svg = _NAMED.sub(_titled, svg)
    svg = _LABEL.sub("", svg)
    # The table under the plot has the same links, one by one, for those who go by keys.
    return _LINK.sub(r'<a href="\1" tabindex="-1">', svg)


def _titled(found: re.Match[str]) -> str:
    tag, before, name, after, closed = found.groups()
    return f"<{tag}{before}{after}><title>{name}</title>{f'</{tag}>' if closed else ''}"


def _dressed(svg: str, name: str, plot: Plot) -> str:
    """Return the drawing with its title and description, known by ids that stand once on a page."""
    ident = f"plot-{name}"
    words = f'<title id="{ident}-title">{escape(plot.title)}</title><desc id="{ident}-text">{escape(plot.description)}</desc>'
    opening = f'<svg role="group" aria-labelledby="{ident}-title" aria-describedby="{ident}-text" '
    return _ROOT.sub(lambda found: f"{opening}{found.group(1)}>{words}", svg, count=1)
