"""Train the models of lines (`diwan.documents.lines.revision`) and measure them on sites they have not seen.

    python bench/train_lines.py FOLDER [--write]

FOLDER holds saved pages with known text, from which `linetexts` makes the texts to learn from.

Four forests are grown. `lines` looks at each line, `again` at the same with the first answers about the others, `titles`
at what could be the title, `headings` at lines that are kept; and a few nets that read all lines together (`grow_nets`).
What a model learns from the answers of another was answered by one that saw no page of the same site. Cross-validation
keeps the pages of a site together in the same way.
With --write the models are grown from all pages and written to `scripts/diwan/documents/models/`, if they beat the rules.
"""

import argparse
import os
import random
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes look at texts at once

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

import grow_nets
from diwan.documents.lines import keptlines, second
from diwan.documents.lines.features import NAMES
from diwan.documents.lines.revision import (
    headed,
    kept_among,
    left_to_rules,
    may_be_headings,
    may_be_titles,
    sure_lines,
    title_of,
    together,
)
from diwan.documents.lines.rules import Rule, rules_of
from diwan.documents.models import nets
from linetexts import RESCRIPTED, texts_of
from measuredtexts import Text, header, report, score, text_of
from pickers import PICKERS, picked
from train_pages import written

Model = HistGradientBoostingClassifier
Matrix = np.ndarray
#: Where the models are written.
MODELS = Path(__file__).resolve().parent.parent / "scripts" / "diwan" / "documents" / "models"
#: Parts of all sites, each measured by models that saw the others; and of those, for answers about sites not seen.
OUTER, INNER = 4, 2
#: Nets, each grown without one of so many parts of the sites.
NETS = 4
_SETTINGS = {"max_leaf_nodes": 16, "max_depth": 8, "max_features": 0.3, "l2_regularization": 5, "max_bins": 64,
             "early_stopping": False, "random_state": 1}  # fmt: skip
_FOR_LINES = {"max_iter": 240, "learning_rate": 0.06, "min_samples_leaf": 40}
_FOR_TITLES = {"max_iter": 60, "learning_rate": 0.12, "min_samples_leaf": 20}
_FOR_HEADINGS = {"max_iter": 60, "learning_rate": 0.08, "min_samples_leaf": 15}


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


def validate(all_texts: list[Text]) -> bool:
    """Measure rivals, rules and models, each page by models that saw no page of its site; tell whether the models win."""
    measured = [text for text in all_texts if not text.changed or text.form == RESCRIPTED]
    print(header())
    for name in PICKERS:
        report(name, [picked(name, text) for text in measured])
    before, after = [], []
    for apart in parts_of(all_texts, OUTER, 0):
        models = grow([text for text in all_texts if apart.isdisjoint((text.site, text.beside))])
        for text in measured:
            if text.site in apart:
                before.append(score(text, *by_rules(text.rules), text.scene.title))
                after.append(score(text, *judged(text, models)))
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
