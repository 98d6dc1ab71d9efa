"""Grows the models of `documents/web` from pages with known text: `python bench/train_pages.py FOLDER`.

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
from html import escape
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two processes grow trees at once

import numpy as np
from lxml import etree
from sklearn.ensemble import HistGradientBoostingClassifier

from diwan.documents.web import second, sights
from diwan.documents.web.headers import headers_of
from diwan.documents.web.places import Places
from diwan.documents.web.statements import page_of
from diwan.documents.web.stretches import stretches_of
from diwan.documents.web.titles import title_of
from diwan.documents.web.tree import decode_page, parse
from diwan.documents.web.verdicts import bound_of
from pagesfolder import Known, key_of, load, tokens_of

HOME = Path(__file__).resolve().parent.parent / "scripts/diwan/documents/web"
#: Parts into which the sites are divided for answers about unseen ones.
FOLDS = 5
#: What a stretch counts: its share of the page's text, but a long one no more than so much, and a short one so little.
HEAVIEST, LIGHTEST, SHORTEST_PAGE = 0.5, 0.01, 60
#: Words from which a stretch that stands twice is the same text, and what a changed page counts.
TWICE, CHANGED = 8, 0.4
#: Share of the grafts that are comments, and the lines of the longest.
MOSTLY_COMMENTS, MOST_GRAFTED = 0.6, 30
#: Of the short stretches that are no text, most of them entries of menus, one in so many is learned from.
SPARSE, SHORT = 3, 8
#: Names with which text of another page is put below the article: of the whole, and of each part.
COMMENTS = (("comments", "comment"), ("comment-list", "comment-body"), ("kommentare", "kommentar"), ("responses", "reply"),
            ("discussion", "post"), ("comentarios", "comentario"), ("reader-comments", "content"), ("user-posts", "text"))  # fmt: skip
ARTICLES = (("related-article", "text"), ("next-post", "entry-content"), ("post", "entry-content"), ("article", "article-body"),
            ("more-stories", "story"), ("more", "body"), ("recommended", "content"), ("card", "card-text"), ("", ""))  # fmt: skip
MODEL = {"learning_rate": 0.09, "max_iter": 120, "max_leaf_nodes": 16, "max_depth": 7, "min_samples_leaf": 30, "l2_regularization": 5,
         "max_features": 0.3, "max_bins": 63, "early_stopping": False, "random_state": 1}  # fmt: skip
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
    made = etree.fromstring(
        f'<{tag} class="{outer}" data-grafted="">{"".join(parts)}</{tag}>', etree.HTMLParser()
    )[0][0]
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
    headings = [stretch.text for stretch in stretches if stretch.element.tag == "h1"]
    title, _ = title_of(headers, headings)
    places = Places()
    first = sights.see(stretches, page_of(headers, title, headings), places)
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
        firsts = unseen(pool, samples, [page.first for page in samples])
        wide = [wider(page, answer) for page, answer in zip(samples, firsts, strict=True)]
        if options.measure:
            thens = unseen(pool, samples, wide)
            measure(samples, [(first + then) / 2 for first, then in zip(firsts, thens, strict=True)])
            return
        jobs = [pool.submit(grow, samples, rows) for rows in ([page.first for page in samples], wide)]
        for name, names, job in zip(
            ("first", "second"), (sights.NAMES, (*sights.NAMES, *second.NAMES)), jobs, strict=True
        ):
            (HOME / f"{name}.json").write_text(written(job.result(), names), encoding="utf-8")


def samples_of(pool: ProcessPoolExecutor, pages: list[Known]) -> list[Seen]:
    """Return what is seen of all pages, changed ones included, each with text of a page from the same part."""
    donors = []
    for index, page in enumerate(pages):
        others = [other for other in pages if fold_of(other) == fold_of(page) and other.site != page.site]
        donors.append(others[index % len(others)] if others else page)
    samples = [one for found in pool.map(see, pages, donors, chunksize=8) for one in found]
    seen = set()
    for sample in samples:
        if sample.known.name in seen:
            sample.weight = sample.weight * CHANGED
        seen.add(sample.known.name)
    return samples


def wider(page: Seen, answer: Any) -> Any:
    """Return what the second model sees of a page, given the first's *answer*."""
    return np.concatenate([page.first, second.look_again(page.groups, answer, page.widths)], axis=1)


def unseen(pool: ProcessPoolExecutor, pages: list[Seen], rows: list[Any]) -> list[Any]:
    """Return the answers about each page of a model that never saw its site."""
    jobs = []
    for fold in range(FOLDS):
        others = [index for index, page in enumerate(pages) if page.fold != fold]
        jobs.append(pool.submit(grow, [pages[i] for i in others], [rows[i] for i in others]))
    models = [job.result() for job in jobs]
    return [models[page.fold].predict_proba(row)[:, 1] for page, row in zip(pages, rows, strict=True)]


def grow(pages: list[Seen], rows: list[Any]) -> HistGradientBoostingClassifier:
    """Return a model of *rows*, one matrix for each page."""
    matrix = np.concatenate(rows)
    weight = np.concatenate([page.weight for page in pages])
    labels = np.concatenate([page.is_text for page in pages])
    short = ~labels & (matrix[:, sights.NAMES.index("words")] < np.log1p(SHORT))
    used = ~short | (np.arange(len(labels)) % SPARSE == 0)
    weight[short] *= SPARSE
    names = (*sights.NAMES, *second.NAMES)[: matrix.shape[1]]
    sides = [(name[3:] in AROUND) - (name[3:] in INSIDE) if name.startswith("in.") else 0 for name in names]
    return HistGradientBoostingClassifier(**MODEL, monotonic_cst=sides).fit(
        matrix[used], labels[used], sample_weight=weight[used] / weight[used].mean()
    )


def written(model: HistGradientBoostingClassifier, names: tuple[str, ...]) -> str:
    """Return a model as the table that `forest.load` reads, numbers at five digits."""
    nodes: dict[str, list[Any]] = {"column": [], "bound": [], "left": [], "right": [], "value": []}
    roots, depth = [], 0
    for (tree,) in model._predictors:  # noqa: SLF001 the library has no public way to its trees
        roots.append(start := len(nodes["column"]))
        values = _expected(tree.nodes)
        for index, node in enumerate(tree.nodes):
            leaf = bool(node["is_leaf"])
            nodes["column"].append(0 if leaf else int(node["feature_idx"]))
            nodes["bound"].append(0 if leaf else float(f"{node['num_threshold']:.5g}"))
            nodes["left"].append(-1 if leaf else start + int(node["left"]))
            nodes["right"].append(-1 if leaf else start + int(node["right"]))
            nodes["value"].append(float(f"{values[index]:.5g}"))
        depth = max(depth, int(tree.nodes["depth"].max()))
    table = {
        "names": names,
        "start": float(f"{model._baseline_prediction[0][0]:.5g}"),  # noqa: SLF001 as above
        "depth": depth,
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


def measure(pages: list[Seen], answers: list[Any]) -> None:
    """Print, source by source, precision, recall and F1 of the words kept, each page counting the same."""
    sums: dict[str, Any] = {}
    unchanged = {
        page.known.name: (page, answer)
        for page, answer in zip(reversed(pages), reversed(answers), strict=True)
    }
    for page, answer in unchanged.values():
        kept = answer >= bound_of(answer, page.widths)
        size = page.weight - LIGHTEST
        right, junk, lost = (
            size[kept & page.is_text].sum(),
            size[kept & ~page.is_text].sum(),
            size[~kept & page.is_text].sum(),
        )
        counts = np.array([right, junk, lost]) / max(right + junk + lost, 1e-9)
        sums[page.known.source] = sums.get(page.known.source, 0) + counts
    figures = {source: rates(counts) for source, counts in sorted(sums.items())}
    for source, (precision, recall, both) in figures.items():
        print(f"{source:16} precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}")
    print(f"mean F1 {np.mean([both for _, _, both in figures.values()]):.4f}")


def rates(counts: Any) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what is right, junk and lost."""
    right, junk, lost = map(float, counts)
    return right / (right + junk), right / (right + lost), 2 * right / (2 * right + junk + lost)


if __name__ == "__main__":
    main()
