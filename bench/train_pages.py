"""Grows the models of web pages, `first` and `second` in `documents/models`, from pages with known text: `python bench/train_pages.py FOLDER`.

Each stretch of a page is text if at least half of its words lie in the longest common blocks of the page and its known
text. The first model learns from what is seen of a stretch; the second also from the first's answers about its
surroundings, made by models that never saw a page of the same site. `--measure` prints how well pages of sites are
read by models that never saw them, and writes nothing. The files hold numbers and names of columns, no word of a page.
"""

import argparse
import hashlib
import json
import os
import random
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes grow trees at once

import numpy as np
from lxml import etree
from lxml.html import HTMLParser
from sklearn.ensemble import HistGradientBoostingClassifier

import pages
from diwan.documents.models import forest
from diwan.documents.web import second, sights
from diwan.documents.web.headers import headers_of
from diwan.documents.web.places import Places
from diwan.documents.web.statements import page_of
from diwan.documents.web.stretches import stretches_of
from diwan.documents.web.titles import titled
from diwan.documents.web.tree import decode_page, parse
from diwan.documents.web.witness import hear
from pagesfolder import Known, key_of, load, tokens_of

HOME = Path(__file__).resolve().parent.parent / "scripts/diwan/documents/models"
#: The columns of both models.
FIRST, SECOND = sights.NAMES, (*sights.NAMES, *second.NAMES)
Model = HistGradientBoostingClassifier
#: Parts into which the sites are divided for answers about unseen ones.
FOLDS = 5
#: What a stretch counts: its share of the page's text, but a long one no more than so much, and a short one so little.
HEAVIEST, LIGHTEST, SHORTEST_PAGE = 0.5, 0.01, 60
#: Words from which a stretch that stands twice is the same text, and what a changed page counts.
TWICE, CHANGED = 8, 0.4
#: Share of the grafts that are comments, and the lines of the longest.
MOSTLY_COMMENTS, MOST_GRAFTED = 0.6, 30
#: Of the short stretches that are no text, most of them entries of menus, one in so many is learned from.
SPARSE, SHORT = 5, 8
#: Names with which text of another page is put below the article: of the whole, and of each part.
COMMENTS = (("comments", "comment"), ("comment-list", "comment-body"), ("kommentare", "kommentar"), ("responses", "reply"),
            ("discussion", "post"), ("comentarios", "comentario"), ("reader-comments", "content"), ("user-posts", "text"))  # fmt: skip
ARTICLES = (("related-article", "text"), ("next-post", "entry-content"), ("post", "entry-content"), ("article", "article-body"),
            ("more-stories", "story"), ("more", "body"), ("recommended", "content"), ("card", "card-text"), ("", ""))  # fmt: skip
MODEL = {"learning_rate": 0.11, "max_iter": 80, "max_leaf_nodes": 16, "max_depth": 7, "min_samples_leaf": 30, "l2_regularization": 5,
         "max_features": 0.3, "max_bins": 63, "early_stopping": False}  # fmt: skip
#: Forests grown with different chances, of which the mean is taken: one alone errs on some page by chance.
FORESTS = 3
#: One graft in so many is hidden from readers, by one of these.
HIDDEN = 4
HIDINGS = ('style="display:none"', "hidden", 'aria-hidden="true"', 'class="is-hidden"', 'class="d-none"')
#: What a page names so is never more likely text for standing nearer to the name; and the other way round.
AROUND = ("comment", "related", "advert", "appeal", "notice", "nav", "footer", "share", "bio", "tags", "hiding", "<nav>",
          "<footer>", "<aside>", "<form>", "<button>")  # fmt: skip
INSIDE = ("body", "itembody", "<article>", "<main>")


@dataclass
class Seen:
    """A page as the models see it, saved as it was or changed to learn from."""

    known: Known
    first: Any
    groups: list[Any]
    texts: list[str]
    is_text: Any
    weight: Any

    @property
    def fold(self) -> int:
        """The part in which its site is."""
        return fold_of(self.known)

    @property
    def widths(self) -> Any:
        """The columns that its stretches take."""
        return np.expm1(self.first[:, sights.NAMES.index("width")]).astype(np.float64)


def fold_of(known: Known) -> int:
    """Return the part in which the site of a page is."""
    return int(hashlib.sha256(known.site.encode()).hexdigest(), 16) % FOLDS


def see(known: Known, donor: Known) -> list[Seen]:
    """Return what is seen of a page: as it is, without names in its markup, and with text of *donor* below it.

    Few pages with known text have readers' comments or a second article in them, and all have telling names: the
    changed ones teach that long text can be none of the article's, and how to do without names.
    """
    root, _ = parse(decode_page(known.path.read_bytes()).text)
    found = [_seen(known, root)]
    stretches = stretches_of(body_of(root))
    chains = [
        [one.element, *one.element.iterancestors()]
        for one, is_text in zip(stretches, found[0].is_text, strict=True)
        if is_text
    ]
    if chains:
        common = next(one for one in chains[0] if all(one in chain for chain in chains))
        graft(common, donor)
        found.append(_seen(known, root))
    root, _ = parse(decode_page(known.path.read_bytes()).text)
    for element in root.iter():
        for name in ("class", "id", "role", "itemprop", "data-testid", "data-component"):
            element.attrib.pop(name, None)
    found.append(_seen(known, root))
    return found


def graft(common: Any, donor: Known) -> None:
    """Put the text of *donor* behind the element *common*, as comments or as an article of its own."""
    chance = random.Random(donor.name)
    lines = [text for _, text in donor.body][:MOST_GRAFTED]
    if chance.random() < MOSTLY_COMMENTS:
        outer, inner = chance.choice(COMMENTS)
        parts = [
            f'<div class="{inner}"><span>{line[:12]}</span><p>{line}</p></div>' for line in map(escape, lines)
        ]
    else:
        outer, inner = chance.choice(ARTICLES)
        body = "".join(f"<p>{escape(line)}</p>" for line in lines)
        parts = [f'<h2>{escape(lines[0][:60])}</h2><div class="{inner}">{body}</div>'] if lines else []
    tag = chance.choice(("div", "section", "article", "aside"))
    markup = f'<{tag} class="{outer}">{"".join(parts)}</{tag}>'
    hiding = chance.choice(HIDINGS) if chance.randrange(HIDDEN) == 0 else ""
    made = etree.fromstring(f'<div data-grafted="" {hiding}>{markup}</div>', HTMLParser())[0][0]
    if common.tag in ("body", "html"):
        (common if common.tag == "body" else common.find("body")).append(made)
    else:
        made.tail, common.tail = common.tail, None
        common.addnext(made)


def body_of(root: Any) -> Any:
    """Return the element that holds what a page shows."""
    body = root.find("body")
    return root if body is None else body


def _seen(known: Known, root: Any) -> Seen:
    stretches = stretches_of(body_of(root))
    headers = headers_of(root)
    title, _, headings = titled(headers, stretches)
    places = Places()
    first = sights.see(stretches, page_of(headers, title, headings, hear(root)), places)
    sizes, hits = aligned([stretch.text for stretch in stretches], known)
    grafted = np.array(
        [
            any("data-grafted" in one.attrib for one in (s.element, *s.element.iterancestors()))
            for s in stretches
        ]
    )
    weight = np.clip(sizes / max(hits.sum(), SHORTEST_PAGE), 0, HEAVIEST) + LIGHTEST
    is_text = (hits * 2 >= sizes) & (sizes > 0) & ~grafted
    return Seen(
        known, first, second.groups_of(stretches, places), [s.text for s in stretches], is_text, weight
    )


def aligned(texts: list[str], known: Known) -> tuple[Any, Any]:
    """Return how many words each stretch has, and how many of them are in the known text, in order."""
    gold = [word for _, text in known.body for word in tokens_of(text)]
    words, owner = [], []
    sizes, hits = np.zeros(len(texts)), np.zeros(len(texts))
    for index, text in enumerate(texts):
        own = tokens_of(text)
        sizes[index] = len(own)
        if key_of(text) != known.title_key:
            words += own
            owner += [index] * len(own)
    for start, _, length in SequenceMatcher(None, words, gold, autojunk=False).get_matching_blocks():
        np.add.at(hits, owner[start : start + length], 1)
    # What a page says twice is text both times; the verdict keeps one.
    best: dict[str, int] = {}
    for index, text in enumerate(texts):
        if sizes[index] >= TWICE and hits[index] > hits[best.setdefault(text, index)]:
            best[text] = index
    for index, text in enumerate(texts):
        if text in best:
            hits[index] = hits[best[text]]
    return sizes, hits


def main() -> None:
    """Read the command line, grow, and write or measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--measure", action="store_true", help="print figures for unseen sites, write nothing"
    )
    options = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        samples = samples_of(pool, load(options.folder))
        plain = [page.first for page in samples]
        models = parted(pool, samples, plain)
        answers = [chances(models[page.fold], row) for page, row in zip(samples, plain, strict=True)]
        wide = [wider(page, answer) for page, answer in zip(samples, answers, strict=True)]
        if options.measure:
            seconds = parted(pool, samples, wide)
            tables = [
                (written(one, FIRST), written(two, SECOND)) for one, two in zip(models, seconds, strict=True)
            ]
            measure(options.folder, tables)
            return
        jobs = [pool.submit(grow, samples, rows) for rows in (plain, wide)]
        for name, names, job in zip(("first", "second"), (FIRST, SECOND), jobs, strict=True):
            (HOME / f"{name}.json").write_text(written(job.result(), names), encoding="utf-8")


def samples_of(pool: ProcessPoolExecutor, known: list[Known]) -> list[Seen]:
    """Return what is seen of all pages, changed ones included, each with text of a page from the same part."""
    donors = []
    for index, page in enumerate(known):
        others = [other for other in known if fold_of(other) == fold_of(page) and other.site != page.site]
        donors.append(others[index % len(others)] if others else page)
    samples = [one for found in pool.map(see, known, donors, chunksize=8) for one in found]
    seen = set()
    for sample in samples:
        if sample.known.name in seen:
            sample.weight = sample.weight * CHANGED
        seen.add(sample.known.name)
    return samples


def wider(page: Seen, answer: Any) -> Any:
    """Return what the second model sees of a page, given the first's *answer*."""
    return np.concatenate([page.first, second.look_again(page.groups, answer, page.widths)], axis=1)


def parted(pool: ProcessPoolExecutor, samples: list[Seen], rows: list[Any]) -> list[list[Model]]:
    """Return for each part of the sites the models that never saw it."""
    jobs = []
    for fold in range(FOLDS):
        others = [index for index, page in enumerate(samples) if page.fold != fold]
        jobs.append(pool.submit(grow, [samples[i] for i in others], [rows[i] for i in others]))
    return [job.result() for job in jobs]


def chances(models: list[Model], rows: Any) -> Any:
    """Return how likely each row is text, by the mean of the log odds that the models give."""
    return 1 / (1 + np.exp(-np.mean([model.decision_function(rows) for model in models], axis=0)))


def grow(seen: list[Seen], rows: list[Any]) -> list[Model]:
    """Return models of *rows*, one matrix for each page, that differ by chance."""
    matrix = np.concatenate(rows)
    weight = np.concatenate([page.weight for page in seen])
    labels = np.concatenate([page.is_text for page in seen])
    short = ~labels & (matrix[:, sights.NAMES.index("words")] < np.log1p(SHORT))
    used = ~short | (np.arange(len(labels)) % SPARSE == 0)
    weight[short] *= SPARSE
    names = (*sights.NAMES, *second.NAMES)[: matrix.shape[1]]
    sides = [(name[3:] in AROUND) - (name[3:] in INSIDE) if name.startswith("in.") else 0 for name in names]
    return [
        HistGradientBoostingClassifier(**MODEL, monotonic_cst=sides, random_state=seed).fit(
            matrix[used], labels[used], sample_weight=weight[used] / weight[used].mean()
        )
        for seed in range(FORESTS)
    ]


def written(models: list[Model], names: tuple[str, ...]) -> str:
    """Return the mean of models as the table that `forest.load` reads, numbers at five digits."""
    nodes: dict[str, list[Any]] = {"column": [], "bound": [], "left": [], "right": [], "value": []}
    roots = []
    trees = [tree for model in models for (tree,) in model._predictors]  # noqa: SLF001 the library has no public way to its trees
    for tree in trees:
        roots.append(start := len(nodes["column"]))
        values = _expected(tree.nodes)
        for index, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            nodes["column"].append(0 if leaf else int(node["feature_idx"]))
            nodes["bound"].append(0 if leaf else float(f"{node['num_threshold']:.5g}"))
            nodes["left"].append(-1 if leaf else start + int(node["left"]))
            nodes["right"].append(-1 if leaf else start + int(node["right"]))
            nodes["value"].append(float(f"{values[index] / len(models):.5g}"))
    table = {
        "names": names,
        "start": float(f"{np.mean([model._baseline_prediction[0][0] for model in models]):.5g}"),  # noqa: SLF001 as above
        "roots": roots,
        "nodes": nodes,
    }
    return json.dumps(table, separators=(",", ":")) + "\n"


def _expected(nodes: Any) -> list[float]:
    """Return the value of each node: of a leaf its own, of others the mean of what is below, by count."""
    values = [float(node["value"]) for node in nodes]
    for index in reversed(range(len(nodes))):
        node = nodes[index]
        if not node["is_leaf"]:
            left, right = int(node["left"]), int(node["right"])
            sizes = float(nodes[left]["count"]), float(nodes[right]["count"])
            values[index] = (values[left] * sizes[0] + values[right] * sizes[1]) / sum(sizes)
    return values


def measure(folder: Path, tables: list[tuple[str, str]]) -> None:
    """Print the figures of `pages.py` for pages read by models that never saw a page of their site."""
    known = load(folder)
    scores: dict[str, Any] = {}
    for fold, table in enumerate(tables):
        there = [page for page in known if fold_of(page) == fold]
        with ProcessPoolExecutor(2, initializer=read_with, initargs=(table,)) as pool:
            found = pool.map(partial(pages.score, pages.convert), there, chunksize=8)
            scores |= zip([page.name for page in there], found, strict=True)
    figures = pages.figures(known, [scores[page.name] for page in known])
    for name, value in zip(pages.COLUMNS, figures, strict=True):
        print(f"{name:10}{value:10.4f}")


def read_with(tables: tuple[str, str]) -> None:
    """Let this process read pages with the models written in *tables*."""
    forests = dict(zip(("first", "second"), map(forest.of_table, tables), strict=True))
    forest.load = forests.__getitem__  # type: ignore[assignment]


if __name__ == "__main__":
    main()
