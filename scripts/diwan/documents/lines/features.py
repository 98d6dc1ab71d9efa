"""Features: what the model of lines looks at, measured for all lines of a source at once.

In: the shapes, the stretch that the rules take for the article's text, and what the rules said of each line. Out: a
row of numbers for each line, in the order of `NAMES`. No feature knows a language: a line is seen by its form, by
its neighbours, by where it stands, and by how many of its words the text around it has too.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diwan.documents.lines import letters
from diwan.documents.lines.rules import Rule
from diwan.documents.lines.scene import Scene
from diwan.documents.models.around import Numbers, shifted, since
from diwan.documents.shapes import Shape, words_in

#: Columns and words beyond which a line is simply long; lines beyond which a neighbour is simply far.
_LONG, _MANY, _FAR = 400, 60, 30
#: Columns of the longest line whose capitals are counted: a label or headline. Longer ones are running text.
_LABEL = 120
#: Lines around a line in which its words are looked for, on either side.
_NEAR = 3
#: Columns of indent that are told apart: by what program and layout a page was saved decides how many more there are.
_INDENTED = 2
#: Rules that tell by words what a line is of the page.
CREDITS = frozenset({"who", "when"})
OF_PAGE = frozenset(
    {"about-the-page", "rights-or-responsibility", "way-to-reach", "readers-comments", "about-the-author",
     "link-or-appeal", "below-link-label"}
)  # fmt: skip
#: Rules that tell it by how a line is set, too.
_SET_AS_PAGE = OF_PAGE | {
    "menu-on-a-line",
    "path-of-sections",
    "row-of-headlines",
    "buttons-in-a-row",
    "links",
}
#: Words of grammar: the most frequent of the running text, and in how many sentences one must stand.
_COMMON, _TWICE = 40, 2
#: Characters by which lines that begin alike are known, and how many of them are simply many.
_BEGINNING, _OFTEN = 25, 4
#: Empty lines above a line beyond which more is the same.
_GAP = 2

#: What is measured of each line by itself.
OWN = ("width", "words", "sentence", "stop", "asks", "label", "letter", "capitals", "digits", "commas", "marker",
       "number", "furniture", "again", "indent", "gap")  # fmt: skip
#: What is measured of it among the others, by the sort of reason it gives.
FORM = ("relative_width", "usual_width", "indent_beside", "gap_beside", "gap_below_beside", "form_mass", "form_density",
        "stretch", "in_stretch", "stretch_sentence", "stretch_width", "stretch_words", "stretch_stop",
        "stretch_commas", "stretch_capitals", "stretch_digits", "begins_again", "rank", "pattern")  # fmt: skip
WORDS = ("shared", "shared_near", "shared_above", "shared_below", "telling", "common", "with_title")
NEIGHBOURS = ("mass_above_2", "mass_below_2", "mass_above_5", "mass_below_5", "words_above_8", "words_below_8",
              "commas_above_8", "commas_below_8", "stop_below_3", "digits_above_3", "digits_below_3", "words_above",
              "words_below", "capitals_above", "label_above", "kept_above", "kept_below", "heading_below", "introduced",
              "furniture_met", "row", "row_mass", "next_row_mass")  # fmt: skip
PLACE = ("in_run", "from_start", "to_end", "run_mass", "run_length", "mass_before", "mass_after", "lines",
         "share_of_sentences", "since_title", "since_credit", "until_credit", "since_page", "until_page")  # fmt: skip
RULED = ("kept", "as_text", "as_heading", "as_credit", "as_page", "as_caption", "as_lead")
NAMES = (*OWN, *letters.NAMES, *FORM, *WORDS, *NEIGHBOURS, *PLACE, *RULED)
#: The sort of reason that each feature gives, by its place in `NAMES`; what the rules said is no reason of its own.
SORTS = (
    *("form",) * (len(OWN) + len(letters.NAMES) + len(FORM)), *("words",) * len(WORDS), *("neighbours",) * len(NEIGHBOURS),
    *("place",) * len(PLACE), *("",) * len(RULED),
)  # fmt: skip


def features_of(scene: Scene, rules: Sequence[Rule]) -> NDArray[np.float32]:
    """Return the features of the lines of *scene*, which *rules* decided: a row for each, a column for each name."""
    shapes = scene.shapes
    ruled = np.array(
        [
            (rule.keeps, rule.name == "text", rule.name == "heading", rule.name in CREDITS, rule.name in _SET_AS_PAGE,
             rule.name == "caption", rule.name == "lead")
            for rule in rules
        ],
        dtype=float,
    ).T  # fmt: skip
    own = np.array([_own(shape, scene) for shape in shapes], dtype=float).T
    sums = np.zeros((len(OWN), len(shapes) + 1))
    np.cumsum(own, axis=1, out=sums[:, 1:])
    lines = _Lines(scene, dict(zip(OWN, own, strict=True)), dict(zip(OWN, sums, strict=True)))
    signs = np.array([letters.letters_of(shape.text, shape.width) for shape in shapes], dtype=float).T
    table = np.vstack(
        [
            own,
            signs,
            _form(lines),
            _words(lines),
            _neighbours(lines, ruled[:3]),
            _place(lines, ruled[3], ruled[4]),
            ruled,
        ]
    )
    return np.ascontiguousarray(table.T, dtype=np.float32)


@dataclass(slots=True)
class _Lines:
    """All lines: each thing measured of them as a column, and its running sums."""

    scene: Scene
    own: dict[str, Numbers]
    sums: dict[str, Numbers]

    @property
    def mass(self) -> Numbers:
        """Columns of the sentences, zero for other lines."""
        return self.own["sentence"] * self.own["width"]

    @property
    def at(self) -> NDArray[np.int64]:
        """The index of each line."""
        return np.arange(len(self.scene.shapes))


def _own(shape: Shape, scene: Scene) -> tuple[float, ...]:
    text = shape.text
    capitals = digits = 0.0
    if shape.width <= _LABEL:
        words = text.split()
        capitals = sum(word[0].isupper() for word in words) / len(words)
        digits = letters.digits_of(text) / len(text)
    return (
        min(shape.width, _LONG), min(shape.length, _MANY), shape.is_sentence, shape.ends_sentence, shape.asks,
        shape.is_label, shape.end.isalnum(), capitals, digits, sum(map(text.count, letters.COMMAS)),
        bool(shape.marker), shape.number is not None, scene.furniture[shape.index],
        min(scene.occurrences[shape.key], _OFTEN) - 1,
        min(shape.piece.indent, _INDENTED), min(shape.piece.gap, _GAP),
    )  # fmt: skip


def form_of(shape: Shape) -> tuple[int, bool, bool]:
    """Return how a line is set: its indent, whether it stands apart, whether it has a mark."""
    return min(shape.piece.indent, _INDENTED), shape.piece.gap > 0, bool(shape.marker)


def _form(lines: _Lines) -> list[Numbers]:
    """Return how each line is set, beside running text and beside the lines it stands in a stretch with."""
    own, count = lines.own, len(lines.at)
    start, end = lines.scene.body
    running = np.flatnonzero(own["sentence"][start : end + 1]) + start
    usual = float(np.median(own["width"][running])) if len(running) else float(_LABEL)
    indent, gap = (_commonest(own[name][running]) for name in ("indent", "gap"))
    forms = list(map(form_of, lines.scene.shapes))
    mass, numbers = Counter[object](), Counter(forms)
    weights = lines.mass
    for form, weight in zip(forms, weights.tolist(), strict=True):
        mass[form] += weight
    whole = max(float(weights.sum()), 1.0)
    below = np.append(own["gap"][1:], -1.0)
    rows = [
        own["width"] / usual, np.full(count, usual), own["indent"] - indent, own["gap"] - gap, below - gap,
        np.array([mass[form] / whole for form in forms]),
        np.array([mass[form] / numbers[form] for form in forms]),
    ]  # fmt: skip
    beginnings = [shape.key[:_BEGINNING] for shape in lines.scene.shapes]
    alike = Counter(beginnings)
    ranks = np.argsort(np.argsort(-own["width"], kind="stable"), kind="stable")
    again = np.array([min(alike[beginning], _OFTEN) for beginning in beginnings], dtype=float)
    return [
        *rows,
        *_stretches(lines, forms),
        again,
        np.minimum(ranks, _MANY),
        letters.likeness([shape.text for shape in lines.scene.shapes]),
    ]


def _commonest(column: Numbers) -> float:
    return float(Counter(column.tolist()).most_common(1)[0][0]) if len(column) else 0.0


def _stretches(lines: _Lines, forms: Sequence[tuple[float, bool, float]]) -> list[Numbers]:
    """Return the size and averages of the stretch of lines of one form in which each line stands."""
    at, count = lines.at, len(forms)
    changes = [
        0,
        *(index for index in range(1, count) if forms[index] != forms[index - 1] and index > 1),
        count,
    ]
    sizes = np.diff(np.array(changes))
    starts, ends = np.repeat(changes[:-1], sizes), np.repeat(changes[1:], sizes)
    size = ends - starts
    averages = [
        (lines.sums[name][ends] - lines.sums[name][starts]) / size
        for name in ("sentence", "width", "words", "stop", "commas", "capitals", "digits")
    ]
    return [np.minimum(size, _FAR), np.minimum(at - starts, _FAR), *averages]


def _words(lines: _Lines) -> list[Numbers]:
    """Return how many of the telling words of each line stand in other sentences: of the text, and near it."""
    shapes, sentence = lines.scene.shapes, lines.own["sentence"].tolist()
    start, end = lines.scene.body
    terms = lines.scene.telling.words
    running = (lines.own["sentence"] > 0) & (lines.at >= start) & (lines.at <= end)
    shared, near = lines.scene.telling.shared(running), np.zeros(len(shapes))
    for index, own in enumerate(terms):
        if not own:
            continue
        around: set[str] = set()
        for beside in range(max(index - _NEAR, 0), min(index + _NEAR + 1, len(shapes))):
            if beside != index and sentence[beside]:
                around |= terms[beside]
        near[index] = len(own & around) / len(own)
    sums = np.concatenate([[0.0], np.cumsum(shared)])
    return [shared, near, _above(sums, lines.at, _NEAR), _below(sums, lines.at, _NEAR),
            np.array([min(len(own), 12) for own in terms], dtype=float), _common(shapes, sentence), _with_title(lines.scene)]  # fmt: skip


def _with_title(scene: Scene) -> Numbers:
    """Return the share of the telling words of each line that stand in the title; -1 without one."""
    if scene.title is None:
        return np.full(len(scene.shapes), -1.0)
    title = scene.telling.words[scene.title]
    return np.array([len(own & title) / max(len(own), 1) for own in scene.telling.words])


def _common(shapes: Sequence[Shape], sentence: Sequence[float]) -> Numbers:
    """Return the share of the words of each line that are frequent in running text: those of grammar."""
    words = list(map(words_in, shapes))
    counts = Counter(
        word for index, own in enumerate(words) if sentence[index] for word in dict.fromkeys(own)
    )
    known = {word for word, count in counts.most_common(_COMMON) if count >= _TWICE}
    return np.array([sum(map(known.__contains__, own)) / max(len(own), 1) for own in words])


def _above(sums: Numbers, at: NDArray[np.int64], span: int) -> Numbers:
    return sums[at] - sums[np.maximum(at - span, 0)]


def _below(sums: Numbers, at: NDArray[np.int64], span: int) -> Numbers:
    return sums[np.minimum(at + span + 1, len(at))] - sums[at + 1]


def _neighbours(lines: _Lines, ruled: Numbers) -> list[Numbers]:
    """Return what stands above and below each line."""
    own, sums, at = lines.own, lines.sums, lines.at
    mass = np.concatenate([[0.0], np.cumsum(lines.mass)])
    kept, _, heading = ruled
    return [
        *(side(mass, at, span) for span in (2, 5) for side in (_above, _below)),
        *(side(sums[name], at, 8) / 8 for name in ("words", "commas") for side in (_above, _below)),
        _below(sums["stop"], at, 3) / 3,
        _above(sums["digits"], at, 3) / 3, _below(sums["digits"], at, 3) / 3,
        shifted(own["words"], -1), shifted(own["words"], 1), shifted(own["capitals"], -1), shifted(own["label"], -1),
        shifted(kept, -1), shifted(kept, 1), shifted(heading, 1),
        _introduced(lines.scene.shapes, own),
        np.minimum(np.cumsum(own["furniture"] * (at > lines.scene.body[0])), 5),
        *_rows(own),
    ]  # fmt: skip


def _rows(own: dict[str, Numbers]) -> list[Numbers]:
    """Return the size of the row of sentences (below zero) or others in which each line stands, its columns, the next's."""
    is_sentence = own["sentence"] > 0
    starts = np.flatnonzero(np.concatenate([[True], is_sentence[1:] != is_sentence[:-1]]))
    sizes = np.diff(np.append(starts, len(is_sentence)))
    mass = np.add.reduceat(own["width"], starts)
    signed = np.minimum(sizes, _MANY) * np.where(is_sentence[starts], -1.0, 1.0)
    return [np.repeat(column, sizes) for column in (signed, mass, np.append(mass[1:], 0.0))]


def _introduced(shapes: Sequence[Shape], own: dict[str, Numbers]) -> Numbers:
    """Return how many lines above stands a line with a colon, with no running text between."""
    found = np.full(len(shapes), float(_FAR))
    since = float(_FAR)
    columns = zip(
        *(own[name].tolist() for name in ("label", "words", "furniture", "sentence", "marker")), strict=True
    )
    for index, (label, words, furniture, sentence, marker) in enumerate(columns):
        found[index] = since
        if label and words > 2 and not furniture:  # noqa: PLR2004 a label of a word or two is one of the page
            since = 0.0
        elif sentence and not marker:
            since = float(_FAR)
        else:
            since = min(since + 1, _FAR)
    return found


def _place(lines: _Lines, credit: Numbers, page: Numbers) -> list[Numbers]:
    """Return where each line stands."""
    at, count = lines.at, len(lines.at)
    start, end = lines.scene.body
    mass = np.concatenate([[0.0], np.cumsum(lines.mass)])
    whole = max(float(mass[-1]), 1.0)
    title = -_FAR if lines.scene.title is None else lines.scene.title
    constant = (
        (mass[end + 1] - mass[start]) / whole, min(end - start + 1, _MANY), min(count, 300),
        float(lines.own["sentence"].mean()),
    )  # fmt: skip
    in_run = ((at >= start) & (at <= end)).astype(float)
    run_mass, run_length, length, share = (np.full(count, value) for value in constant)
    return [
        in_run, np.clip(at - start, -_FAR, _FAR), np.clip(end - at, -_FAR, _FAR), run_mass, run_length,
        mass[at] / whole, (mass[-1] - mass[at + 1]) / whole, length, share, np.clip(at - title, -_FAR, _FAR),
        *(way for marks in (credit > 0, page > 0) for way in (since(marks, _FAR), since(marks[::-1], _FAR)[::-1])),
    ]  # fmt: skip
