"""Train the models of lines (`diwan.documents.revision`) and measure them on sites they have not seen.

    python bench/train_lines.py FOLDER [--write]

FOLDER holds saved pages with known text, from which `linetexts` makes the texts to learn from.

Four forests are grown. `lines` looks at each line, `again` at the same with the first answers about the others, `titles`
at what could be the title, `headings` at lines that are kept; and a few nets that read all lines together (`grow_nets`).
What a model learns from the answers of another was answered by one that saw no page of the same site. Cross-validation
keeps the pages of a site together in the same way.
With --write the models are grown from all pages and written to `scripts/diwan/documents/web/`, if they beat the rules.
"""

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes look at texts at once

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

import grow_nets
from diwan.documents import keptlines, nets, second
from diwan.documents.features import NAMES, features_of
from diwan.documents.lines import normalise, split
from diwan.documents.revision import (
    headed,
    kept_among,
    left_to_rules,
    may_be_headings,
    may_be_titles,
    sure_lines,
    title_of,
    together,
)
from diwan.documents.rules import RULES_BY_NAME, Rule, rules_of
from diwan.documents.scene import Scene
from diwan.documents.structure import see
from linetexts import BODY, FEWEST, HEADING, OTHER, RESCRIPTED, Labelled, texts_of
from pagesfolder import key_of
from train_pages import written

Model = HistGradientBoostingClassifier
Matrix = np.ndarray
#: Where the models are written.
MODELS = Path(__file__).resolve().parent.parent / "scripts" / "diwan" / "documents" / "web"
#: Parts of all sites, each measured by models that saw the others; and of those, for answers about sites not seen.
OUTER, INNER = 4, 2
#: Nets, each grown without one of so many parts of the sites.
NETS = 4
#: Lines from the text beyond which a line is far; of those, one in so many is learned from.
FAR, SPARSE = 20, 4
#: Letters and share from which a line that begins as the known title does is the title.
LONG_TITLE, MOSTLY = 20, 0.6
_SETTINGS = {"max_leaf_nodes": 16, "max_depth": 8, "max_features": 0.3, "l2_regularization": 5, "max_bins": 64,
             "early_stopping": False, "random_state": 1}  # fmt: skip
_FOR_LINES = {"max_iter": 240, "learning_rate": 0.06, "min_samples_leaf": 40}
_FOR_TITLES = {"max_iter": 60, "learning_rate": 0.12, "min_samples_leaf": 20}
_FOR_HEADINGS = {"max_iter": 60, "learning_rate": 0.08, "min_samples_leaf": 15}


@dataclass
class Text:
    """One form of a page: its features, labels, and what the rules say."""

    site: str
    #: The site of another page of which it has lines.
    beside: str
    form: str
    scene: Scene
    ruled: list[str]
    seen: Matrix
    labels: Matrix
    title: Matrix | None
    has_headings: bool
    changed: bool
    weight: float
    wide: Matrix = field(default_factory=lambda: np.zeros(0))
    chances: Matrix = field(default_factory=lambda: np.zeros(0))

    @property
    def rules(self) -> list[Rule]:
        """The rule of each line."""
        return [RULES_BY_NAME[name] for name in self.ruled]

    @property
    def is_text(self) -> Matrix:
        """Which lines are text of the article."""
        return np.isin(self.labels, (BODY, HEADING))

    @property
    def is_heading(self) -> Matrix:
        """Which lines are headings of the article."""
        return self.labels == HEADING

    @property
    def known(self) -> Matrix:
        """Which lines are known to be text or none."""
        return self.is_text | (self.labels == OTHER)

    @property
    def words(self) -> Matrix:
        """The words of each line."""
        return np.array([shape.words for shape in self.scene.shapes])

    @cached_property
    def weights(self) -> Matrix:
        """What each line weighs in training; nothing where its label is neutral. A page weighs by its text."""
        at, text = np.arange(len(self.labels)), np.flatnonzero(self.is_text)
        far = np.abs(at[:, None] - text[None, :]).min(axis=1) > FAR
        sparse = np.where(far, np.where(at % SPARSE == 0, SPARSE, 0), 1)
        return self.known * sparse * self.weight / max(len(text), FEWEST)


def text_of(one: Labelled) -> Text:
    """Return one form of a page, measured."""
    pieces = split(normalise("\n".join(one.lines))[0])
    ends = [piece.line - 1 for piece in pieces[1:]] + [len(one.lines)]
    scene = see(pieces)
    rules = rules_of(scene)
    own = [
        Counter(filter(None, one.letters[piece.line - 1 : end]))
        for piece, end in zip(pieces, ends, strict=True)
    ]
    # The title is known in the letters of the page only.
    title = "" if one.form == RESCRIPTED else one.page.title_key
    return Text(
        site=one.page.site, beside=one.beside, form=one.form, scene=scene, ruled=[rule.name for rule in rules], seen=features_of(scene, rules),
        labels=np.array([counts.most_common(1)[0][0] if counts else "" for counts in own]),
        title=np.array([_is_title(key_of(shape.text), title) for shape in scene.shapes]) if title else None,
        has_headings=bool(one.page.gold.get("heading_gold")), changed=one.changed, weight=one.weight,
    )  # fmt: skip


def _is_title(key: str, title: str) -> bool:
    if key == title:
        return True
    short, long = sorted((key, title), key=len)
    return len(short) > LONG_TITLE and long.startswith(short) and len(short) > MOSTLY * len(long)


@dataclass
class Models:
    """The four forests and the nets."""

    lines: Model
    again: Model
    titles: Model
    headings: Model
    #: The nets as JSON.
    table: str

    @cached_property
    def nets(self) -> nets.Nets:
        """The nets, as they are read."""
        return nets.of_table(self.table)


def fit(
    matrices: Sequence[Matrix], answers: Sequence[Matrix], weights: Sequence[Matrix], own: dict[str, float]
) -> Model:
    """Return a model of the rows that weigh anything."""
    weight = np.concatenate(weights)
    used = weight > 0
    model = Model(**_SETTINGS, **own)
    return model.fit(np.vstack(matrices)[used], np.concatenate(answers)[used], sample_weight=weight[used])


def grow_lines(some: list[Text], look: Callable[[Text], Matrix]) -> Model:
    """Return a model of which lines are text, from what *look* gives of a text."""
    return fit(
        [look(text) for text in some],
        [text.is_text for text in some],
        [text.weights for text in some],
        _FOR_LINES,
    )


def parts_of(some: Sequence[Text], count: int, lot: int) -> list[set[str]]:
    """Return the sites of *some* texts in *count* parts, by *lot*: a part is measured by models that saw the others."""
    sites = sorted({text.site for text in some})
    random.Random(lot).shuffle(sites)
    return [set(sites[part::count]) for part in range(count)]


def unseen(some: list[Text], look: Callable[[Text], Matrix]) -> list[Matrix]:
    """Return the answers about each text of a model that saw no page of its site."""
    found: list[Matrix] = [np.zeros(0)] * len(some)
    for apart in parts_of(some, INNER, 3):
        model = grow_lines([text for text in some if apart.isdisjoint((text.site, text.beside))], look)
        for index, text in enumerate(some):
            if text.site in apart:
                found[index] = chances(model, look(text))
    return found


def grow(some: list[Text]) -> Models:
    """Return the models grown from *some* texts."""
    for text, first in zip(some, unseen(some, lambda text: text.seen), strict=True):
        text.wide = second.look_again(text.scene, text.seen, first)
    table, odds = grow_nets.grow(some, parts_of(some, NETS, 3))
    for text, then, own in zip(some, unseen(some, lambda text: text.wide), odds, strict=True):
        text.chances = together(then, own)
    return Models(
        grow_lines(some, lambda text: text.seen), grow_lines(some, lambda text: text.wide), grow_titles(some),
        grow_headings([text for text in some if text.has_headings and not text.changed and text.form != "bare"]),
        table,
    )  # fmt: skip


def grow_titles(some: list[Text]) -> Model:
    """Return a model of which line is the title."""
    rows, answers, weights = [], [], []
    for text in some:
        if text.title is not None and text.form != "bare":
            asked = may_be_titles(text.scene)
            rows.append(text.wide[asked])
            answers.append(text.title[asked])
            weights.append(np.full(len(asked), text.weight))
    return fit(rows, answers, weights, _FOR_TITLES)


def grow_headings(some: list[Text]) -> Model:
    """Return a model of which kept lines are headings."""
    rows, answers, weights = [], [], []
    for text in some:
        _, asked, looks = kept_of(text, text.rules, text.chances)
        rows.append(looks)
        answers.append(text.is_heading[asked])
        weights.append(text.known[asked] * text.weight)
    return fit(rows, answers, weights, _FOR_HEADINGS)


def kept_of(text: Text, rules: list[Rule], answers: Matrix) -> tuple[Matrix, list[int], Matrix]:
    """Return which lines are kept, which of them may be headings, and what the model of headings sees of those."""
    sure = sure_lines(text.scene, rules)
    keep = kept_among(text.scene, rules, sure, answers)
    asked = may_be_headings(text.scene, keep & ~sure)
    again = second.look_again(text.scene, text.seen, answers)
    return keep, asked, keptlines.look_at_kept(text.scene, again, keep, answers, asked)


def chances(model: Model, rows: Matrix) -> Matrix:
    """Return the probability of each row."""
    return model.predict_proba(rows)[:, 1] if len(rows) else np.zeros(0)


def judged(text: Text, models: Models) -> tuple[Matrix, Matrix, int | None]:
    """Return which lines are kept and which are headings, and the title, as `revision.revise` decides."""
    rules, scene = text.rules, text.scene
    if left_to_rules(scene, rules, sure_lines(scene, rules)):
        return *by_rules(rules), scene.title
    wide = second.look_again(scene, text.seen, chances(models.lines, text.seen))
    title = title_of(scene, lambda lines: chances(models.titles, wide[lines]))
    old = scene.title
    scene.retitle(title)
    rules = rules_of(scene)
    odds, headings = models.nets.ask(text.seen)
    keep, asked, looks = kept_of(text, rules, together(chances(models.again, wide), odds))
    scene.retitle(old)
    heading = np.zeros(len(keep), dtype=bool)
    likely = nets.between(chances(models.headings, looks), headings[asked])
    heading[asked] = headed([rules[index] for index in asked], likely)
    return keep, heading, title


def by_rules(rules: list[Rule]) -> tuple[Matrix, Matrix]:
    """Return which lines the rules keep, and which they call headings."""
    return np.array([rule.keeps for rule in rules]), np.array([rule.name == "heading" for rule in rules])


def score(text: Text, kept: Matrix, heading: Matrix, title: int | None) -> tuple[float, float, Matrix]:
    """Return F1 by lines, the share of the text's words lost, and counts: headings found, wrong, missed; titles right, wrong."""
    good, bad = text.is_text, text.labels == OTHER
    hits = (kept & good).sum()
    f1 = 2 * hits / max(2 * hits + (kept & bad).sum() + (good & ~kept).sum(), 1)
    lost = (text.words * (good & ~kept)).sum() / max((text.words * good).sum(), 1)
    wanted = text.is_heading
    counts = np.array(
        [(heading & wanted).sum(), (heading & ~wanted & text.known).sum(), (wanted & ~heading).sum()]
    )
    right = text.title is not None and title is not None and bool(text.title[title])
    given = text.title is not None and title is not None
    return f1, lost, np.append(counts * text.has_headings, (right, given and not right))


def report(name: str, rows: list[tuple[str, tuple[float, float, Matrix]]]) -> dict[str, float]:
    """Print the figures of one system by form, and return its F1 by lines for each."""
    found = {}
    for form in ("near", "full", "cut", "whole", "clipboard", "bare", RESCRIPTED):
        own = [figures for which, figures in rows if which == form]
        hits, wrong, missed, right, other = sum(figures[2] for figures in own)
        found[form] = float(np.mean([figures[0] for figures in own]))
        print(f"{name:6} {form:10} {len(own):4} texts  lines F1 {found[form]:.3f}  headings F1 "
              f"{2 * hits / max(2 * hits + wrong + missed, 1):.3f}  words lost {np.mean([f[1] for f in own]):.3f}  "
              f"over a fifth {sum(f[1] > 0.2 for f in own)}  titles {right} right, {other} wrong")  # fmt: skip  # noqa: PLR2004 a fifth
    return found


def validate(all_texts: list[Text]) -> bool:
    """Measure rules and models, each page by models that saw no page of its site; tell whether the models win."""
    before, after = [], []
    for apart in parts_of(all_texts, OUTER, 0):
        models = grow([text for text in all_texts if apart.isdisjoint((text.site, text.beside))])
        for text in all_texts:
            if text.site in apart and (not text.changed or text.form == RESCRIPTED):
                before.append((text.form, score(text, *by_rules(text.rules), text.scene.title)))
                after.append((text.form, score(text, *judged(text, models))))
    rules, revised = report("rules", before), report("models", after)
    return all(revised[form] > rules[form] for form in rules if form != "bare")


def main() -> None:
    """Validate, and write the models if asked and if they win."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        all_texts = list(pool.map(text_of, texts_of(chosen.folder), chunksize=16))
    if not validate(all_texts):
        sys.exit("the models do not beat the rules on every form: nothing written")
    if chosen.write:
        models = grow(all_texts)
        (MODELS / "nets.json").write_text(models.table, encoding="utf-8")
        for name, names in (
            ("lines", NAMES),
            ("again", second.NAMES),
            ("titles", second.NAMES),
            ("headings", keptlines.NAMES),
        ):
            (MODELS / f"{name}.json").write_text(written([getattr(models, name)], names), encoding="utf-8")


if __name__ == "__main__":
    main()
