"""Train the model of lines (`diwan.documents.revision`) and measure it on sites it has not seen.

    python bench/train_lines.py FOLDER [--write]

FOLDER holds saved pages with known text (`pagesfolder`), and for some of them `text/ID.near.txt` and
`text/ID.full.txt` with a letter for each line in `labels/`. The other pages are turned into text as text browsers do it (inscriptis), and
their lines labelled by their known text. Each page is learned from in up to four forms: whole, cut to the article's
surroundings, without marks and indents as from a clipboard, and the article alone; the first three also with a list
made into the text (`listed`), which are not measured with.

Cross-validation keeps the pages of a site together. With --write the models are trained on all pages and written to
`scripts/diwan/documents/web/lines.json` and `headings.json`, if they beat the rules.
"""

import argparse
import difflib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lxml.html import HTMLParser, document_fromstring
from sklearn.ensemble import HistGradientBoostingClassifier

from diwan.documents.features import NAMES, features_of
from diwan.documents.lines import normalise, split
from diwan.documents.revision import headed, keeps, left_to_rules, sure_lines, whole_lists
from diwan.documents.structure import rule_for, see
from diwan.documents.web.tree import decode_page
from listed import with_list
from pagesfolder import Known, key_of, load
from train_pages import written

Model = HistGradientBoostingClassifier
#: Where the models are written.
MODELS = Path(__file__).resolve().parent.parent / "scripts" / "diwan" / "documents" / "web"
SITES_APART = 4
#: A page weighs by its text: each line one over the number of its lines of text, at least this many.
FEWEST = 8
#: Share of a known text that its page must have for the page to be learned from.
FOUND = 0.8
BODY, HEADING, OTHER = "b", "h", "x"
#: The form of texts with a list made into them, and what each counts beside a page as it is.
CHANGED, WEIGHT_CHANGED = "listed", 0.5
_MARK = re.compile(r"^\s*(?:[*+o•-]|\d+\.)\s")
_SETTINGS = {"learning_rate": 0.12, "max_leaf_nodes": 12, "max_depth": 6, "max_features": 0.3, "l2_regularization": 5, "early_stopping": False,
             "random_state": 1}  # fmt: skip


@dataclass
class Text:
    """One form of a page: its features, labels, and what the rules say."""

    site: str
    form: str
    seen: np.ndarray
    labels: np.ndarray
    words: np.ndarray
    rules: list
    sure: np.ndarray
    #: Whether the rules have the last word.
    left: bool
    has_headings: bool
    weight: float

    @property
    def is_text(self) -> np.ndarray:
        """Which lines are text of the article."""
        return np.isin(self.labels, (BODY, HEADING))

    @property
    def weights(self) -> np.ndarray:
        """What each line weighs in training; nothing where its label is neutral."""
        known = self.is_text | (self.labels == OTHER)
        return known * self.weight / max(self.is_text.sum(), FEWEST)


def label(lines: list[str], gold: dict, silent: str) -> list[str]:
    """Return a letter for each of *lines*: text, heading, other, or neutral (`n`) where the known text is *silent*.

    No labels where less than four fifths of the known text is found: what is missing would count as furniture.
    """
    keys = [key_of(line) for line in lines]
    body = [(kind, key_of(text)) for kind, text in gold["body"] if key_of(text)]
    labels = [OTHER if text else "" for text in keys]
    wanted = [text for _, text in body]
    left = dict(enumerate(body))
    for block in difflib.SequenceMatcher(None, keys, wanted, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            labels[block.a + step] = HEADING if left.pop(block.b + step)[0] == "h" else BODY
    rest = "\n".join(text for _, text in left.values())
    whole, title = "\n".join(wanted), key_of(gold.get("title") or "")
    for index, text in enumerate(keys):
        if labels[index] != OTHER:
            continue
        if (len(text) > FEWEST and text in rest) or any(
            part in text and len(part) * 2 >= len(text) for _, part in left.values()
        ):
            labels[index] = BODY
        elif text in wanted or (len(text) > FEWEST and (text in whole or text in silent)) or text == title:
            labels[index] = "n"
    found = sum(len(text) for text, letter in zip(keys, labels, strict=True) if letter in (BODY, HEADING))
    return _with_neutral(keys, labels, gold) if found >= FOUND * sum(map(len, wanted)) else []


def _with_neutral(keys: list[str], labels: list[str], gold: dict) -> list[str]:
    """Return *labels* with the short lines around the text that name its author or year neutral."""
    text = [index for index, letter in enumerate(labels) if letter in (BODY, HEADING)]
    telling = [key_of(name) for name in gold.get("authors") or []] + [(gold.get("date") or "")[:4]]
    for index in range(max(text[0] - 12, 0), min(text[-1] + 6, len(keys))):
        short = len(keys[index]) < 80  # noqa: PLR2004 letters of a line of names and dates
        if labels[index] == OTHER and short and any(word and word in keys[index] for word in telling):
            labels[index] = "n"
    return labels


def pages(folder: Path) -> Iterator[tuple[Known, str, list[str], list[str]]]:
    """Yield each page of *folder*, the name of its form, its lines and their labels."""
    for page in load(folder):
        labelled = [
            form for form in ("near", "full") if (folder / "labels" / f"{page.name}.{form}.json").exists()
        ]
        for form in labelled:
            lines = (folder / "text" / f"{page.name}.{form}.txt").read_text(encoding="utf-8").split("\n")[:-1]
            yield page, form, lines, json.loads((folder / "labels" / f"{page.name}.{form}.json").read_text())
        if not labelled and (lines := rendered(page.path)):
            yield page, "full", lines, label(lines, page.gold, silent_of(page))


def rendered(path: Path) -> list[str]:
    """Return the lines of a page as a text browser shows them, empty ones in a row as one."""
    from inscriptis import get_text

    page = decode_page(path.read_bytes())
    lines = [line.rstrip() for line in get_text(page.text).split("\n")]
    return [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]


def silent_of(page: Known) -> str:
    """Return, as keys, what known texts have or leave out at will: captions, and the title where it is not known."""
    tree = document_fromstring(
        decode_page(page.path.read_bytes()).text.encode(), parser=HTMLParser(encoding="utf-8")
    )
    marked = tree.xpath(
        "//figcaption | //figcaption//* | //*[contains(@class, 'caption') or contains(@class, 'credit')]"
    )
    if not page.gold.get("title"):
        marked += tree.xpath("//h1 | //head/title")
    return "\n".join(filter(None, (key_of(element.text_content()) for element in marked)))


def forms_of(
    form: str, lines: list[str], labels: list[str], chance: random.Random
) -> Iterator[tuple[str, list[str], list[str], float]]:
    """Yield the forms of a page to learn from, each with its weight."""
    yield form, lines, labels, 1.0
    text = [index for index, letter in enumerate(labels) if letter in (BODY, HEADING)]
    start, end = 0, len(lines)
    if form == "full":
        start = max(text[0] - chance.choice((1, 3, 6, 10, 15, 25)), 0)
        end = min(text[-1] + 1 + chance.choice((1, 4, 8, 16, 30)), end)
        yield "cut", lines[start:end], labels[start:end], 1.0
    gaps = chance.random() < 0.5  # noqa: PLR2004 half with empty lines, half without
    bare = [
        (_MARK.sub("", line).strip(), letter)
        for line, letter in zip(lines[start:end], labels[start:end], strict=True)
    ]
    bare = [pair for pair in bare if pair[0] or gaps]
    yield "clipboard", [line for line, _ in bare], [letter for _, letter in bare], 0.5
    own = [pair for pair in bare if pair[1] != OTHER]
    yield "bare", [line for line, _ in own], [letter for _, letter in own], 0.5


def texts(folder: Path) -> list[Text]:
    """Return all forms of all pages of *folder*, measured, and behind them those with lists made into them."""
    chance, lot = random.Random(1), random.Random(7)
    found, changed = [], []
    known = [one for one in pages(folder) if {BODY, HEADING} & set(one[3])]
    for page, name, lines, labels in known:
        _, _, others, letters_of_others = lot.choice(known)
        words = [
            line for line, letter in zip(others, letters_of_others, strict=True) if letter in (BODY, OTHER)
        ]
        for form, some, letters, weight in forms_of(name, lines, labels, chance):
            found.append(text_of(page, form, some, letters, weight))
            if form != "bare" and (listed := with_list(some, letters, words, lot)):
                changed.append(text_of(page, CHANGED, *listed, WEIGHT_CHANGED))
    return found + changed


def text_of(page: Known, form: str, lines: list[str], letters: list[str], weight: float) -> Text:
    """Return one form of a page, measured."""
    pieces = split(normalise("\n".join(lines))[0])
    ends = [piece.line - 1 for piece in pieces[1:]] + [len(lines)]
    scene = see(pieces)
    rules = [rule_for(shape, scene) for shape in scene.shapes]
    own = [
        Counter(filter(None, letters[piece.line - 1 : end])) for piece, end in zip(pieces, ends, strict=True)
    ]
    sure = sure_lines(scene, rules)
    return Text(
        site=page.site, form=form, seen=features_of(scene, rules),
        labels=np.array([counts.most_common(1)[0][0] if counts else "" for counts in own]),
        words=np.array([shape.words for shape in scene.shapes]), rules=rules, sure=sure,
        left=left_to_rules(scene, rules, sure),
        has_headings=bool(page.gold.get("heading_gold")) and form != CHANGED, weight=weight,
    )  # fmt: skip


def grow(some: list[Text]) -> tuple[Model, Model]:
    """Return the two models: which lines are text, and which of those are headings."""
    seen = np.vstack([text.seen for text in some])
    weights = np.concatenate([text.weights for text in some])
    is_text = np.concatenate([text.is_text for text in some])
    known = weights > 0
    lines = Model(max_iter=80, min_samples_leaf=40, **_SETTINGS)
    lines.fit(seen[known], is_text[known], sample_weight=weights[known])
    of_gold = np.concatenate([np.full(len(text.labels), text.has_headings) for text in some]) & is_text
    is_heading = np.concatenate([text.labels == HEADING for text in some])
    heads = Model(max_iter=40, min_samples_leaf=15, **_SETTINGS)
    heads.fit(seen[of_gold], is_heading[of_gold])
    return lines, heads


def score(text: Text, kept: np.ndarray, heading: np.ndarray) -> tuple[float, float, np.ndarray]:
    """Return F1 by lines, the share of the text's words lost, and the counts for headings found, wrong, missed."""
    good, bad = text.is_text, text.labels == OTHER
    hits = (kept & good).sum()
    f1 = 2 * hits / max(2 * hits + (kept & bad).sum() + (good & ~kept).sum(), 1)
    lost = (text.words * (good & ~kept)).sum() / max((text.words * good).sum(), 1)
    wanted = text.labels == HEADING
    counts = ((heading & wanted).sum(), (heading & ~wanted & (good | bad)).sum(), (wanted & ~heading).sum())
    return f1, lost, np.array(counts) * text.has_headings


def report(name: str, rows: list[tuple[str, tuple[float, float, np.ndarray]]]) -> dict[str, float]:
    """Print the figures of one system by form, and return its F1 by lines for each."""
    found = {}
    for form in ("near", "full", "cut", "clipboard", "bare"):
        own = [figures for which, figures in rows if which == form]
        hits, wrong, missed = sum(figures[2] for figures in own)
        found[form] = float(np.mean([figures[0] for figures in own]))
        print(f"{name:6} {form:10} {len(own):4} texts  lines F1 {found[form]:.3f}  headings F1 "
              f"{2 * hits / max(2 * hits + wrong + missed, 1):.3f}  words lost {np.mean([f[1] for f in own]):.3f}  "
              f"over a fifth {sum(f[1] > 0.2 for f in own)}")  # fmt: skip  # noqa: PLR2004 a fifth
    return found


def chances(model: Model, text: Text) -> np.ndarray:
    """Return the probability of each line."""
    return model.predict_proba(text.seen)[:, 1]


def validate(all_texts: list[Text]) -> bool:
    """Measure rules and models, each page by models that saw no page of its site; tell whether the models win."""
    sites = sorted({text.site for text in all_texts})
    random.Random(0).shuffle(sites)
    by_rules, by_models = [], []
    for part in range(SITES_APART):
        apart = set(sites[part::SITES_APART])
        lines, heads = grow([text for text in all_texts if text.site not in apart])
        for text in all_texts:
            if text.site in apart and text.form != CHANGED:
                kept = np.array([rule.keeps for rule in text.rules])
                by_rules.append(
                    (text.form, score(text, kept, np.array([rule.name == "heading" for rule in text.rules])))
                )
                keep = whole_lists(text.rules, keeps(text.rules, text.sure, chances(lines, text)))
                keep = kept if text.left else keep
                heading = keep & ~text.sure & headed(text.rules, chances(heads, text))
                by_models.append((text.form, score(text, keep, heading)))
    before, after = report("rules", by_rules), report("models", by_models)
    return all(after[form] > before[form] for form in before if form != "bare")


def main() -> None:
    """Validate, and write the models if asked and if they win."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    all_texts = texts(chosen.folder)
    if not validate(all_texts):
        sys.exit("the models do not beat the rules on every form: nothing written")
    if chosen.write:
        lines, heads = grow(all_texts)
        (MODELS / "lines.json").write_text(written(lines, NAMES), encoding="utf-8")
        (MODELS / "headings.json").write_text(written(heads, NAMES), encoding="utf-8")


if __name__ == "__main__":
    main()
