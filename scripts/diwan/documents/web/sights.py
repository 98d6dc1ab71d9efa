"""Sights: what can be seen of each stretch of a page, as numbers for the model.

In: the stretches of a page. Out: a matrix with a row for each and a column for each of `NAMES`: its own look, where it
stands, its neighbours, the containers it shares with others, and what the page says elsewhere. Nothing in it knows a
site or a sentence: only lengths, shares, counts, distances and the cues of `documents.cues`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from diwan.documents.models import around
from diwan.documents.phrases.cues import IS_COMMENTS, IS_READ_ALSO
from diwan.documents.shapes import key_of, keys_of
from diwan.documents.web import containers, copies, looks, places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Element, Stretch
from diwan.documents.web.witness import Testimony

Matrix = NDArray[np.float32]
Marks = NDArray[np.bool_]

_BESIDE = (-3, -2, -1, 1, 2, 3)
_BESIDE_COLUMNS = ("width", "linked", "stopped", "running", "<p>", "<li>", "<h2>", "<h3>", "bold")
_BESIDE_SHAPE = [looks.NAMES.index(name) for name in _BESIDE_COLUMNS]
_ORDER = ("at", "running-before", "running-after", "since-title", "since-h1", "h1-before", "articles-before",
          "since-running", "until-running", "since-heading", "since-comments", "since-read-also", "title.alike-before", "hidden")  # fmt: skip
_ALIKE = ("alike.count", "alike.width", "alike.linked", "alike.running", "alike.share")
_ELSEWHERE = (
    "again",
    "again-before",
    "is-title",
    "in-title",
    "is-description",
    "in-body",
    "has-body",
    "heard",
    "heard.share",
)
_WHOLE = ("page.count", "page.running", "page.linked", "page.mean-width")
NAMES = (*looks.NAMES, *places.NAMES, "depth",
         *(f"{step:+d}.{name}" for step in _BESIDE for name in (*_BESIDE_COLUMNS, "alike", "siblings")),
         *_ORDER, *containers.NAMES, *_ALIKE, *_ELSEWHERE, *copies.NAMES, *_WHOLE)  # fmt: skip
#: Characters of a stretch that are compared with what stands elsewhere.
_COMPARED = 400
#: Columns of a stretch beyond which it is no more running text: one very long notice is no article.
_MOST_RUNNING = 600
#: Rows beyond which distance stops counting; and that of a page that has no such row.
_FAR, _NONE = 30, -99
#: Letters and spaces of a key: the shortest that is looked for inside a title, inside the text given for machines,
#: and inside a description, and how many of its first are looked for.
_IN_TITLE, _IN_BODY, _IN_DESCRIPTION, _LOOKED_FOR = 4, 12, 30, 80
#: Share of a page's running text that is shown from which what is hidden is not counted; other pages unhide their
#: text by script. And the titles of other articles beyond which more do not count.
_SHOWN_SHARE, _MANY_TITLES = 0.2, 5
#: Words of the longest label above comments or links.
_LONGEST_LABEL = 6


@dataclass
class Page:
    """What is known of a page beside its stretches: its title first, its description, its text given for machines."""

    titles: Sequence[str] = ()
    description: str = ""
    body: str = ""
    heard: Testimony = field(default_factory=Testimony)


def see(stretches: Sequence[Stretch], page: Page, known: Places) -> Matrix:
    """Return what can be seen of the *stretches* of *page*: one row each, columns as `NAMES`."""
    keys = _compared_keys(stretches)
    own = looks.look(stretches, keys)
    spots = [known.of(stretch.element) for stretch in stretches]
    place = places.levels_of(spots)
    width, linked, is_running = (own[:, looks.NAMES.index(name)] for name in ("columns", "linked", "running"))
    signatures = [spot.signature for spot in spots]
    title = title_at(stretches, page)
    hidden = _hidden(stretches, place, title)
    running = _running(width, is_running, hidden)
    parts = (
        own,
        place,
        np.array([[spot.depth] for spot in spots], dtype=np.float32),
        _beside(own, signatures, [stretch.element.getparent() for stretch in stretches]),
        _order(stretches, keys, running, title, hidden),
        containers.share(stretches, running, title),
        _alike(signatures, width, linked, is_running),
        _elsewhere(keys, page, running),
        copies.see(stretches),
        _whole(own, running),
    )
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _compared_keys(stretches: Sequence[Stretch]) -> list[str]:
    """Return of each stretch the words, folded, of what is compared of it."""
    keys = [one.key for one in stretches]
    long = [one for one in stretches if len(one.text) > _COMPARED]
    for one, key in zip(long, keys_of([one.text[:_COMPARED] for one in long]), strict=True):
        keys[one.index] = key
    return keys


def title_at(stretches: Sequence[Stretch], page: Page) -> int | None:
    """Return which stretch says the title: a heading that does, else any that does, else the first heading."""
    title = key_of(page.titles[0]) if page.titles else ""
    same = [index for index, stretch in enumerate(stretches) if stretch.key == title and title.strip()]
    heads = [index for index, stretch in enumerate(stretches) if stretch.element.tag == "h1"]
    return next(iter([index for index in same if index in heads] or same or heads), None)


def _beside(own: Matrix, signatures: list[str], parents: list[Element | None]) -> Matrix:
    count = len(own)
    shown, layouts, homes = own[:, _BESIDE_SHAPE], numbered(signatures), numbered(parents)
    found = []
    for step in _BESIDE:
        rows = np.arange(count) + step
        inside = (rows >= 0) & (rows < count)
        rows = np.clip(rows, 0, count - 1)
        alike = [layouts[rows] == layouts, homes[rows] == homes]
        found.append(np.where(inside[:, None], np.column_stack([shown[rows], *alike]), -1))
    return np.concatenate(found, axis=1, dtype=np.float32)


def numbered(keys: Sequence[object]) -> NDArray[np.int64]:
    """Return the number of each of *keys*: the same for those that are the same."""
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys])


def _order(
    stretches: Sequence[Stretch], keys: list[str], running: Matrix, title: int | None, hidden: Marks
) -> Matrix:
    count = len(stretches)
    total = max(float(running.sum()), 1.0)
    before = (np.cumsum(running) - running) / total
    tags = [stretch.element.tag for stretch in stretches]
    h1 = np.array([tag == "h1" for tag in tags])
    short = [stretch.shape.length <= _LONGEST_LABEL for stretch in stretches]
    comments = np.array([ok and bool(IS_COMMENTS.match(key)) for key, ok in zip(keys, short, strict=True)])
    read_also = np.array([ok and bool(IS_READ_ALSO.match(key)) for key, ok in zip(keys, short, strict=True)])
    columns = (
        np.arange(count) / count, before, 1 - before - running / total, _from(title, count),
        _from(int(h1.argmax()) if h1.any() else None, count), np.cumsum(h1) - h1, _articles_before(stretches),
        since(running > 0), since(running[::-1] > 0)[::-1], since(np.array([tag in {"h2", "h3", "h4"} for tag in tags])),
        since(comments), since(read_also), _titles_before(stretches, title), hidden,
    )  # fmt: skip
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _titles_before(stretches: Sequence[Stretch], title: int | None) -> NDArray[np.float32]:
    """Return for each stretch how many between the title and it are laid out like the title: other articles begin so."""
    count = len(stretches)
    if title is None:
        return np.zeros(count, dtype=np.float32)
    kind = _layout(stretches[title].element)
    alike = np.array([index > title and _layout(one.element) == kind for index, one in enumerate(stretches)])
    return np.asarray(np.minimum(np.cumsum(alike), _MANY_TITLES), dtype=np.float32)


def _layout(element: Element) -> tuple[str, str]:
    return element.tag, element.get("class") or ""


def _hidden(stretches: Sequence[Stretch], place: Matrix, title: int | None) -> Marks:
    """Tell which stretches stand in something hidden that does not hold the title."""
    columns = [places.NAMES.index(name) for name in ("in.hiding", "in.hidden")]
    levels = place[:, columns].min(axis=1)
    trunk = set() if title is None else set(stretches[title].chain)
    found = []
    for stretch, level in zip(stretches, levels.tolist(), strict=True):
        found.append(level < places.FAR and stretch.chain[int(level)] not in trunk)
    return np.array(found)


def _running(width: Matrix, is_running: Matrix, hidden: Marks) -> Matrix:
    """Return the columns of running text of each stretch: what is hidden counts only where most of a page is."""
    running = np.minimum(width, _MOST_RUNNING) * is_running
    shown = np.where(hidden, 0, running)
    return np.asarray(shown if shown.sum() >= running.sum() * _SHOWN_SHARE else running)


def _from(index: int | None, count: int) -> NDArray[np.float32]:
    rows = np.arange(count) - index if index is not None else np.full(count, _NONE)
    low = -_FAR if index is not None else _NONE
    return np.asarray(np.clip(rows, low, 2 * _FAR), dtype=np.float32)


def _articles_before(stretches: Sequence[Stretch]) -> list[int]:
    """Return for each stretch the number of the `article` element it stands in, 0 outside."""
    numbers: dict[Element | None, int] = {None: 0}
    found: dict[Element, int] = {}
    for stretch in stretches:
        if stretch.element not in found:
            article = next(stretch.element.iterancestors("article"), None)
            found[stretch.element] = numbers.setdefault(article, len(numbers))
    return [found[stretch.element] for stretch in stretches]


def since(marks: Marks) -> NDArray[np.float32]:
    """Return for each row how many rows ago the last mark was, `_FAR` at most."""
    return around.since(marks, _FAR).astype(np.float32)


def _alike(signatures: list[str], width: Matrix, linked: Matrix, is_running: Matrix) -> Matrix:
    """Return means over the stretches that are laid out alike, by their signature."""
    group = numbered(signatures)
    count = np.bincount(group)
    mass = max(float((width * is_running).sum()), 1.0)
    means = [np.bincount(group, weights=column) / count for column in (width, linked, is_running)]
    share = np.bincount(group, weights=width * is_running) / mass
    columns = (np.log1p(count), np.log1p(means[0]), means[1], means[2], share)
    table: Matrix = np.stack(columns, axis=1).astype(np.float32)
    return np.asarray(table[group])


def _elsewhere(keys: list[str], page: Page, running: Matrix) -> Matrix:
    counts = Counter(keys)
    seen: dict[str, int] = defaultdict(int)
    titles = [key_of(title) for title in page.titles if title]
    all_titles = "\n".join(titles)
    description = key_of(page.description[:_COMPARED])[:_LOOKED_FOR]
    body = key_of(page.body) if page.body else ""
    rows = []
    held = page.heard.holds([key.replace(" ", "") for key in keys])
    for key, heard in zip(keys, held, strict=True):
        in_body = len(key) > _IN_BODY and key[: min(len(key) - 2, _LOOKED_FOR)] in body
        in_title = len(key) > _IN_TITLE and key in all_titles
        described = len(key) > _IN_DESCRIPTION < len(description) and description in key
        rows.append(
            (
                min(counts[key], 5),
                seen[key] > 0,
                key in titles,
                in_title,
                described,
                in_body,
                bool(body),
                heard,
                0,
            )
        )
        seen[key] += 1
    table = np.array(rows, dtype=np.float32)
    table[:, -1] = float((table[:, -2] * running).sum()) / max(float(running.sum()), 1.0)
    return table


def _whole(own: Matrix, running: Matrix) -> Matrix:
    linked = own[:, looks.NAMES.index("linked")]
    row = (
        math.log1p(len(own)),
        math.log1p(float(running.sum())),
        float(linked.mean()),
        float(own[:, 0].mean()),
    )
    return np.tile(np.array(row, dtype=np.float32), (len(own), 1))
