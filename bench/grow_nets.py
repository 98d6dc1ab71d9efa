"""Grow the nets of lines (`diwan.documents.models.nets`): gradient descent on all lines of eight texts at a time.

In: texts, each with its features, labels and weight. Out: the nets, and for each text the answers of those that saw no
page of its site. The sites are dealt into parts, and each net is grown without one of them. What is to be made small is
the loss of each line (logistic) and, with half its weight, one less the F1 score that a text would have if lines were
kept by chance (Milletari et al. 2016). Adam (Kingma and Ba 2015) does it, and the weights of the last two fifths of
the steps are averaged. So that nothing is learned by heart, a tenth of the features is hidden in each text, all are
shaken a little, a fifth of what the layers find is left out, and one text in four loses some of its surroundings.
"""

import json
import os
import random
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

from diwan.documents.lines.features import NAMES
from diwan.documents.models.nets import DISTANCES, bounds_of, of_table, read, spread

Matrix = np.ndarray
#: Numbers by which a line is known; bounds of a feature.
KNOWN, LEVELS = 48, 24
#: Times that each text is learned from, texts at a time, the length of a step at its longest, and steps until it is so.
_TIMES, _AT_ONCE, _STEP, _WARMING = 14, 8, 3e-3, 100
#: Lines to which a batch is filled up; of a longer text a stretch is taken.
_SIZES = (64, 128, 320)
#: Share of features hidden, of findings left out, of texts that are cut; how much features are shaken; steps averaged.
_HIDDEN, _LEFT_OUT, _CUT, _SHAKEN, _AVERAGED = 0.1, 0.2, 0.25, 0.05, 0.4
#: What the score of a text, and whether its lines are headings, count beside whether they are text.
_SCORE, _HEADING = 0.5, 0.3
#: Lines of text below which a text weighs no more for each.
_FEWEST = 20


class Text(Protocol):
    """What is learned from."""

    site: str
    beside: str
    seen: Matrix
    weight: float
    has_headings: bool
    changed: bool

    @property
    def is_text(self) -> Matrix:
        """Which lines are text."""

    @property
    def is_heading(self) -> Matrix:
        """Which lines are headings."""

    @property
    def known(self) -> Matrix:
        """Which lines are known to be text or none."""


@dataclass
class Lesson:
    """One text as nets read it: its features spread, its answers, and what each of its lines weighs."""

    lines: Matrix
    text: Matrix
    heading: Matrix
    weighs: Matrix
    weighs_as_heading: Matrix
    weight: float

    def part(self, start: int, end: int) -> "Lesson":
        """Return the lines from *start* to before *end*."""
        own = (self.lines, self.text, self.heading, self.weighs, self.weighs_as_heading)
        return Lesson(*(column[start:end] for column in own), self.weight)


def grow(some: Sequence[Text], parts: Sequence[set[str]]) -> tuple[str, list[Matrix]]:
    """Return nets as JSON, grown from *some* texts, each without one of the *parts* of their sites.

    And for each text the log odds that its lines are text, by the net that saw no page of its site.
    """
    levels = np.quantile(np.vstack([text.seen for text in some]), np.linspace(0, 1, LEVELS), axis=0).T
    bounds = bounds_of(levels.tolist())
    lessons = [_lesson(text, spread(bounds, text.seen)) for text in some]
    grown, answers = [], [np.zeros(0)] * len(some)
    for lot, apart in enumerate(parts):
        own = [lesson for lesson, text in zip(lessons, some, strict=True)
               if apart.isdisjoint((text.site, text.beside))]  # fmt: skip
        grown.append(_grown(own, lot))
        alone = of_table(written(levels, grown[-1:]))
        for index, text in enumerate(some):
            if text.site in apart:
                answers[index] = alone.ask(text.seen)[0]
    return written(levels, grown), answers


def written(levels: Matrix, grown: Sequence[dict[str, Matrix]]) -> str:
    """Return nets as JSON: weights as whole numbers up to 127 and a scale for each column."""
    weights = {}
    for name in grown[0]:
        own = np.stack([np.asarray(net[name]) for net in grown])
        scales = np.maximum(np.abs(own).max(axis=-2, keepdims=True), 1e-9) / 127
        scales = np.array([float(f"{scale:.4g}") for scale in scales.ravel()]).reshape(scales.shape)
        small = np.clip(np.rint(own / scales), -127, 127).astype(np.int8)
        weights[name] = {
            "shape": small.shape, "scales": scales.tolist(), "bytes": b64encode(small.tobytes()).decode(),
        }  # fmt: skip
    rounded = [[float(f"{value:.5g}") for value in own] for own in levels.tolist()]
    return json.dumps({"names": NAMES, "levels": rounded, "weights": weights}, separators=(",", ":")) + "\n"


def _lesson(text: Text, lines: Matrix) -> Lesson:
    each = text.weight / max(text.is_text.sum(), _FEWEST)
    heads = text.is_text * each * (text.has_headings and not text.changed)
    return Lesson(lines, text.is_text, text.is_heading, text.known * each, heads, text.weight)


def _begun(key: Any, features: int) -> dict[str, Any]:
    """Return a net that knows nothing yet."""
    keys = iter(jax.random.split(key, 4 * len(DISTANCES)))

    def some(rows: int, columns: int, much: float) -> Any:
        return jax.random.normal(next(keys), (rows, columns)) * (much / rows) ** 0.5

    net = {"begin": some(features, KNOWN, 1.5), "begin_bias": jnp.zeros((1, KNOWN))}
    for far in DISTANCES:
        net |= {
            f"scale_{far}": jnp.ones((1, KNOWN)), f"bias_{far}": jnp.zeros((1, KNOWN)),
            f"around_{far}": some(3 * KNOWN, KNOWN, 1.5), f"whole_{far}": some(2 * KNOWN, KNOWN, 0.4),
        }  # fmt: skip
    return net | {
        "end": some(2 * KNOWN, KNOWN, 1.5), "end_bias": jnp.zeros((1, KNOWN)),
        "say": some(KNOWN, 2, 0.15), "say_bias": jnp.array([[-1.0, -2.0]]),
    }  # fmt: skip


def _loss(net: dict[str, Any], batch: dict[str, Any], key: Any) -> Any:
    """Return what is wrong with the answers of *net* about a *batch*."""
    keys = iter(jax.random.split(key, len(DISTANCES) + 3))
    lines = batch["lines"]
    shown = jax.random.bernoulli(next(keys), 1 - _HIDDEN, (len(lines), 1, lines.shape[-1]))
    lines = lines * shown + _SHAKEN * jax.random.normal(next(keys), lines.shape)

    def drop(values: Any) -> Any:
        return values * jax.random.bernoulli(next(keys), 1 - _LEFT_OUT, values.shape) / (1 - _LEFT_OUT)

    odds = read(jnp, net, lines, batch["here"], drop)
    total = 0.0
    for at, (name, weighs, much) in enumerate(
        (("text", "weighs", 1.0), ("heading", "weighs_as_heading", _HEADING))
    ):
        wrong = jnp.logaddexp(0, odds[..., at]) - batch[name] * odds[..., at]
        total += much * (wrong * batch[weighs]).sum() / jnp.maximum(batch[weighs].sum(), 1e-6)
    kept, text = jax.nn.sigmoid(odds[..., 0]) * (batch["weighs"] > 0), batch["text"] * (batch["weighs"] > 0)
    score = 2 * (kept * text).sum(1) / (kept.sum(1) + text.sum(1) + 1e-6)
    return total + _SCORE * ((1 - score) * batch["weight"]).sum() / batch["weight"].sum()


@partial(jax.jit, donate_argnums=0)
def _stepped(state: tuple[Any, ...], batch: dict[str, Any], length: float, key: Any) -> tuple[Any, ...]:
    """Return the net and its moments after one step of Adam, weights falling off a little."""
    net, first, second, count = state
    slope = jax.grad(_loss)(net, batch, key)
    count = count + 1
    first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
    second = jax.tree.map(lambda old, new: 0.99 * old + 0.01 * new * new, second, slope)

    def moved(own: Any, mean: Any, square: Any) -> Any:
        way = mean / (1 - 0.9**count) / (jnp.sqrt(square / (1 - 0.99**count)) + 1e-8)
        return own - length * (way + 1e-3 * own)

    return jax.tree.map(moved, net, first, second), first, second, count


def _grown(lessons: Sequence[Lesson], lot: int) -> dict[str, Matrix]:
    """Return one net that learned *lessons*."""
    chance, key = random.Random(lot), jax.random.key(lot)
    net = _begun(key, lessons[0].lines.shape[1])
    mean, first, second = (jax.tree.map(jnp.zeros_like, net) for _ in range(3))
    state, averaged = (net, first, second, jnp.float32(0)), 0
    steps = _TIMES * (len(lessons) // _AT_ONCE)
    for step, batch in enumerate(batch for _ in range(_TIMES) for batch in _batches(lessons, chance)):
        key, own = jax.random.split(key)
        state = _stepped(state, batch, _length(step, steps), own)
        if step > (1 - _AVERAGED) * steps:
            averaged += 1
            mean = jax.tree.map(lambda old, new, n=averaged: old + (new - old) / min(n, 200), mean, state[0])
    return {name: np.asarray(own) for name, own in mean.items()}


def _length(step: int, steps: int) -> float:
    """Return how far a step goes: further and further at first, then less and less (Loshchilov and Hutter 2017)."""
    falls = 0.515 + 0.485 * np.cos(np.pi * min(step / steps, 1))
    return float(_STEP * min(1, (step + 1) / _WARMING) * falls)


def _batches(lessons: Sequence[Lesson], chance: random.Random) -> Iterator[dict[str, Matrix]]:
    """Yield the lessons in a new order, those of like length together."""
    all_ = [_stretch(lesson, chance) for lesson in lessons]
    chance.shuffle(all_)
    some = 12 * _AT_ONCE
    groups = [sorted(all_[start : start + some], key=lambda one: len(one.lines))
              for start in range(0, len(all_), some)]  # fmt: skip
    batches = [
        group[start : start + _AT_ONCE] for group in groups for start in range(0, len(group), _AT_ONCE)
    ]
    full = [batch for batch in batches if len(batch) == _AT_ONCE]
    chance.shuffle(full)
    yield from map(_filled, full)


def _stretch(lesson: Lesson, chance: random.Random) -> Lesson:
    """Return a stretch of a text that is too long, with text in it mostly; and of one in four, less around the text."""
    count, text = len(lesson.lines), np.flatnonzero(lesson.text).tolist()
    longest = _SIZES[-1]
    if count > longest:
        start = chance.choice(text) - chance.randrange(longest) if text else chance.randrange(count)
        start = min(max(start, 0), count - longest)
        return lesson.part(start, start + longest)
    if text and chance.random() < _CUT:
        return lesson.part(chance.randint(0, text[0]), chance.randint(text[-1] + 1, count))
    return lesson


def _filled(batch: Sequence[Lesson]) -> dict[str, Matrix]:
    """Return a batch as arrays, its texts filled up to one length."""
    size = next(size for size in _SIZES if size >= max(len(one.lines) for one in batch))

    def column(parts: Sequence[Matrix]) -> Matrix:
        found = np.zeros((len(parts), size, *parts[0].shape[1:]), np.float32)
        for row, part in zip(found, parts, strict=True):
            row[: len(part)] = part
        return found

    names = ("lines", "text", "heading", "weighs", "weighs_as_heading")
    return {name: column([getattr(one, name) for one in batch]) for name in names} | {
        "here": column([np.ones((len(one.lines), 1)) for one in batch]),
        "weight": np.array([one.weight for one in batch], np.float32),
    }
