"""What all plots share: inks, sizes, and the direction in which they are read.

Inks are the light palette's, written into the drawing so that it can stand alone; in the site `plots.css` puts the
palette in force in their place.
"""

from typing import Any

INK = "#22201b"
QUIET = "#575146"
RULE = "#ddd4c2"
ACCENT = "#17566a"
GOLD = "#b57a14"
#: One ink for each answer of the codebook; an answer that is not here is drawn in the accent.
STANCES = {
    "supportive": "#1d6b4f",
    "critical": "#a63a21",
    "mixed": "#7a4d8c",
    "descriptive": "#46627a",
    "not-addressed": "#6c665a",
}
#: The sign of each answer, as everywhere on the site: it can be told without colour.
SHAPES = {
    "supportive": "triangle-up",
    "critical": "triangle-down",
    "mixed": "diamond",
    "descriptive": "circle",
    "not-addressed": "stroke",
}
#: Pixels; the body of the site is set in 16.
LETTERS = 12.5

CONFIG: dict[str, Any] = {
    "background": None,
    # Names are measured in another face than readers may have: room for one a tenth wider.
    "padding": {"left": 28, "right": 28, "top": 6, "bottom": 4},
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": LETTERS,
        "titleFontSize": LETTERS,
        "titleFontWeight": "normal",
        "labelColor": QUIET,
        "titleColor": QUIET,
        "gridColor": RULE,
        "domainColor": RULE,
        "tickColor": RULE,
        "labelLimit": 260,
    },
    "text": {"fontSize": LETTERS, "color": INK},
    "header": {"labelFontSize": LETTERS, "labelColor": QUIET},
}


def whole(spec: dict[str, Any]) -> dict[str, Any]:
    """Return *spec* as a whole Vega-Lite specification."""
    return {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": CONFIG, **spec}
