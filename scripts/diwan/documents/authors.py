"""Authors of plain text: those whom its lines name as having written it, the surest way of naming first.

In: the scene. Out: for each way in which lines name who wrote, the names, the lines and the rule. A line that says so
(`By X`, or `By` over a line with X) is surest, then a name beside the day, then a name alone between title and text, or below
it. Names without such a word have the form of many other things, so that `persons` is asked about each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from diwan.documents.lines.scene import Scene
from diwan.documents.names.bylines import LONGEST, names_in
from diwan.documents.names.given import begins_as_name
from diwan.documents.names.moments import without_moments
from diwan.documents.names.signatures import has_role
from diwan.documents.persons import is_label, may_be_uncased
from diwan.documents.phrases.cues import HAS_BYLINE, IS_AUTHOR_NOTE, IS_BYLINE, IS_DATE_LABEL
from diwan.documents.shapes import Shape
from diwan.documents.unlabelled import people_among, unlabelled_in
from diwan.model.block import Block, BlockKind

#: Sentences between title and a name: a lead of one to three paragraphs.
_LONGEST_LEAD = 3
#: Lines above the title in which a byline may stand: author, lead and date have three or four.
_ABOVE = 15
#: Lines above the text in which who and when are looked for where no title was found: with buttons between there are twenty.
_UNTITLED = 20
#: Lines from a name to the day, with a place, a role or a button between, and words of the longest of these.
_FAR, _BETWEEN = 3, 4
#: Words of the longest line that ends with *by*: `Written on 17 March by`, and of what a line of names and a time has beside them.
_LONGEST_LABEL, _OTHERS = 5, 6
#: Lines from one signed line to the next above a text: a role may stand between. Below it, headlines do.
_TOGETHER = 2
#: Names below a line that says *by*: a study has up to seven.
_MOST = 8
#: Lines below the text in which its author may be named: a stop, buttons, tags.
_BELOW = 40
_ENDS_WITH_BY = re.compile(r" (?:by|von|par|por|di|door|av|af|przez|oleh|от|від) $")
#: Marks of notes behind a name, and what says that another name follows.
_MARKS = re.compile(r"(?<![\s\d*†‡§,;&.…])[\s\d*†‡§,;&.…]+$")
_GOES_ON = re.compile(r"(?:[,;&、،]|\b(?:and|und|et|y|e|og|och|en|и|та|ve|dan)|\sو)\s*$")
_AND_FIRST = re.compile(r"^(?:and|und|et|y|e|og|och|en|i|и|та|ve|dan|&)\s+(?=[^\W\d_a-z])")
_DIGIT = re.compile(r"\d")
#: A line that is a day with a year of two digits, and perhaps a time.
_SHORT_DAY = re.compile(
    r"\W*\d{1,2}([./-])\d{1,2}\1\d\d(?:\W+\d{1,2}[:.h]\d\d(?:\s?[ap]m)?)?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Who:
    """Names in their order, the lines they stand in, and the rule that found them."""

    names: tuple[str, ...]
    lines: tuple[int, ...]
    rule: str


#: Where no line names anybody, and the rule of a name over a note.
NOBODY = Who((), (), "")
OVER_NOTE = "over-a-note"


def who_wrote(scene: Scene, blocks: Sequence[Block]) -> Iterator[Who]:
    """Yield who wrote by each way in which the lines of *scene* say it, the surest first."""
    head = _head(scene)
    below = range(scene.body[1] + 1, min(scene.body[1] + 1 + _BELOW, scene.comments, len(scene.shapes)))
    before = range(scene.opening.start, min(scene.opening.stop, scene.body[1] + 1))
    yield from _first(_signed(scene, before), _TOGETHER)
    yield from _beside_the_day(scene, head)
    yield from _above(scene)
    yield from _said_again(scene, head)
    yield from _alone(scene, head, blocks)
    yield from _first(_signed(scene, below), 1)
    yield from _elsewhere(scene)
    yield from _over_the_title(scene)
    yield from _opening(scene)
    yield from _closing(scene, blocks)


def _head(scene: Scene) -> range:
    """Return the lines of the opening to the end of the longest lead."""
    start = scene.opening.start if scene.title is not None else max(scene.body[0] - _UNTITLED, 0)
    stop = min(scene.opening.stop, scene.body[1] + 1)
    sentences = 0
    for index in range(start, stop):
        sentences += scene.shapes[index].is_sentence
        if sentences > _LONGEST_LEAD:
            return range(start, index)
    return range(start, stop)


def _first(found: Iterable[tuple[int, tuple[str, ...]]], apart: int) -> Iterator[Who]:
    """Yield the names that stand together in the first lines *found*: those farther on are of other articles."""
    together: list[tuple[int, tuple[str, ...]]] = []
    for index, names in found:
        if together and index > together[-1][0] + apart:
            break
        together.append((index, names))
    if together:
        people = dict.fromkeys(name for _, names in together for name in names)
        yield Who(tuple(people), tuple(index for index, _ in together), "who")


def _signed(scene: Scene, lines: range) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the names in those of *lines* that say that they name who wrote, or that stand below one that says so."""
    for index in lines:
        credit = scene.credits.get(index)
        shape = scene.shapes[index]
        # Items of a list are teasers, each with its own author.
        if credit and credit.signed and credit.names and (not shape.marker or index <= scene.body[1]):
            yield index, credit.names
            if _GOES_ON.search(shape.text):
                yield from _following(scene, index + 1)
        elif _says_by(shape):
            yield from _following(scene, index + 1)


def _says_by(shape: Shape) -> bool:
    if not 0 < shape.length <= _LONGEST_LABEL or shape.marker:
        return False
    label = IS_BYLINE.match(shape.key)
    return bool(
        (label and (shape.is_label or label.end() == len(shape.key))) or _ENDS_WITH_BY.search(shape.key)
    )


def _following(scene: Scene, start: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the names in the line at *start*, and in those below as long as they go on."""
    for shape in scene.shapes[start : start + _MOST]:
        bare = _AND_FIRST.sub("", _MARKS.sub("", shape.text.removeprefix(shape.marker).strip()))
        if not bare:
            continue
        names, others = names_in(bare, signed=shape.index == start)
        if not names or others or shape.is_sentence or any(map(is_label, names)):
            return
        yield shape.index, tuple(names)
        below = scene.after(shape.index)
        joined = below is not None and _AND_FIRST.match(below.text)
        if not (shape.marker or joined or _GOES_ON.search(shape.text)):
            return


def _beside_the_day(scene: Scene, head: range) -> Iterator[Who]:
    """Yield the names in the first line of the *head* that says when and names somebody, or else in one beside it."""
    # Where no title was found, the nearest to the text is surest.
    for index in head if scene.title is not None else reversed(head):
        shape = scene.shapes[index]
        rest = _without_when(shape, scene)
        if rest is None:
            continue
        found, others = names_in(rest, signed=False)
        if names := people_among(found, scene, alone=False):
            if others <= _OTHERS:
                yield Who(names, (index,), "who")
            continue
        for beside in _beside(scene, index, head):
            line = _named_above(scene.shapes[beside], scene) or scene.shapes[beside]
            if names := unlabelled_in(line, scene, alone=False):
                yield Who(names, (line.index,), "beside-the-day")
                break


def _named_above(shape: Shape, scene: Scene) -> Shape | None:
    """Return the line above one that says what somebody is, and for which house, if it names them: *Senior Fellow, Kanmur House*."""
    role, comma, _ = shape.text.partition(",")
    above = scene.before(shape.index)
    return above if comma and has_role(role) and above and unlabelled_in(above, scene) else None


def _without_when(shape: Shape, scene: Scene) -> str | None:
    """Return a line without what it says of when; None where it says nothing of it or is no such line."""
    if shape.width > LONGEST or (shape.is_sentence and shape.ends_sentence):
        return None
    credit = scene.credit(shape.index)
    if credit and credit.dates:
        return credit.rest
    if _SHORT_DAY.fullmatch(shape.text) or (IS_DATE_LABEL.match(shape.key) and _DIGIT.search(shape.text)):
        return ""
    return without_moments(shape.text, scene.language)


def _beside(scene: Scene, index: int, head: range) -> Iterator[int]:
    """Yield the lines from that of the day up, and then down, as far as a few words stand between."""
    for step in (-1, 1):
        for beside in range(index + step, index + step * (_FAR + 1), step):
            if beside not in head:
                break
            yield beside
            if scene.shapes[beside].length > _BETWEEN:
                break


def _above(scene: Scene) -> Iterator[Who]:
    """Yield the names that a line right above the title signs."""
    start = scene.opening.start
    for shape in reversed(scene.shapes[max(start - _ABOVE, 0) : start]):
        credit = scene.credit(shape.index)
        if credit and credit.signed and credit.is_byline:
            yield Who(credit.names, (shape.index,), "who")
            return


def _said_again(scene: Scene, head: range) -> Iterator[Who]:
    """Yield the line beside the day that may be a name in a script without capitals, if it stands again below the text only."""
    days = (index for index in head if _without_when(scene.shapes[index], scene) is not None)
    for beside in (beside for index in days for beside in _beside(scene, index, head)):
        shape = scene.shapes[beside]
        again = [
            line.index for line in scene.shapes if line.key.startswith(shape.key) and line.index != beside
        ]
        if again and min(again) > scene.body[1] and may_be_uncased(shape.text, scene):
            yield Who((shape.text.strip(),), (beside,), "beside-the-day")
            return


def _over_the_title(scene: Scene) -> Iterator[Who]:
    """Yield the name right beside a day right above the title: that of the article where the title is another line."""
    start = scene.opening.start
    near = range(max(start - _ABOVE, 0), start)
    for index in reversed(near):
        if _without_when(scene.shapes[index], scene) is None:
            continue
        for beside in (index - 1, index + 1):
            if beside in near and (names := unlabelled_in(scene.shapes[beside], scene)):
                yield Who(names, (beside,), "beside-the-day")
                return


def _opening(scene: Scene) -> Iterator[Who]:
    """Yield the names in the line right above the title of an article alone, where columns have them, if it begins with a given name."""
    above = scene.before(scene.title) if scene.head and scene.title else None
    if above and scene.is_alone and begins_as_name(above.text) and (names := unlabelled_in(above, scene)):
        yield Who(names, (above.index,), "name-alone")


def _elsewhere(scene: Scene) -> Iterator[Who]:
    """Yield the names of signed lines anywhere, if all such lines name the same: the title found may be another's."""
    found: dict[tuple[str, ...], int] = {}
    for shape in scene.shapes:
        short = shape.width <= LONGEST and shape.is_spaced and not (shape.is_sentence and shape.ends_sentence)
        if short and HAS_BYLINE.search(shape.key):
            credit = scene.credit(shape.index)
            if credit and credit.is_byline and (credit.signed or credit.dates):
                found.setdefault(credit.names, shape.index)
    if len(found) == 1:
        ((names, line),) = found.items()
        yield Who(names, (line,), "who")


def _alone(scene: Scene, head: range, blocks: Sequence[Block]) -> Iterator[Who]:
    """Yield the only name that stands alone between title and text, if no other does."""
    if scene.title is None:
        return
    may_be = [index for index in head if _may_stand(index, scene, blocks)]
    found = [(index, names) for index in may_be if (names := unlabelled_in(scene.shapes[index], scene))]
    if len(found) == 1:
        yield Who(found[0][1], (found[0][0],), "name-alone")


def _may_stand(index: int, scene: Scene, blocks: Sequence[Block]) -> bool:
    """Tell whether a name may stand here: a heading is no name once the text has begun."""
    begun = any(scene.shapes[line].is_sentence for line in range((scene.title or 0) + 1, index))
    return not (begun and blocks[index].kind is BlockKind.HEADING)


def _closing(scene: Scene, blocks: Sequence[Block]) -> Iterator[Who]:
    """Yield the name on the first line below the text, or over a note on whom it names."""
    end = scene.body[1]
    for shape in scene.shapes[end + 1 : end + _BELOW]:
        names = unlabelled_in(shape, scene)
        if not names:
            continue
        below, above = scene.after(shape.index), scene.before(shape.index)
        told = below is not None and below.words > shape.words and below.key.startswith(shape.key)
        if told or (above is not None and IS_AUTHOR_NOTE.match(above.key)):
            yield Who(names, (shape.index,), OVER_NOTE)
            return
    kept = max((index for index, block in enumerate(blocks) if block.kept), default=-1)
    last = scene.after(kept) if kept >= end else None
    if last and (names := unlabelled_in(last, scene)):
        yield Who(names, (last.index,), "below-the-text")
