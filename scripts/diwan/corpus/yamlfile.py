"""YAML as the corpus uses it: every scalar is text, every value remembers its line, nothing is guessed.

In: the text of a YAML file or of a front matter. Out: plain dicts, lists, strings and None, with the line of
each; and a problem for what YAML itself would let pass in silence: duplicate keys, aliases (which can make a
small file enormous), tags. `no`, `1.10` and `2024-06-27` stay what somebody typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from diwan.packed import Packed, pack
from diwan.problems import Location, Outcome, Problem

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Path = tuple[str | int, ...]
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_EMPTY = {"", "~", "null"}
#: Levels of nesting; the deepest record has 6. Beyond this a file is broken or hostile.
MAX_DEPTH = 20


class Place(NamedTuple):
    """Where a value stands: its file, and the line of every part of it."""

    path: str
    #: By the path to a part; packed where there are many files, as only who finds a fault ever looks.
    lines: dict[_Path, int] | Packed[dict[_Path, int]]
    #: Added to lines within the value, for values cut out of a longer file.
    first: tuple[str | int, ...] = ()

    def at(self, *parts: str | int) -> Location:
        """Return the location of a part, or of the nearest part around it that has a line."""
        wanted = (*self.first, *parts)
        lines = self.lines.unpack() if isinstance(self.lines, Packed) else self.lines
        for end in range(len(wanted), -1, -1):
            if (line := lines.get(wanted[:end])) is not None:
                return Location(path=self.path, line=line, field=".".join(map(str, parts)))
        return Location(path=self.path, field=".".join(map(str, parts)))

    def below(self, *parts: str | int) -> "Place":
        """Return the place of one part, for a value that travels alone."""
        return Place(self.path, self.lines, (*self.first, *parts))

    def packed(self) -> "Place":
        """Return the same in an eighth of the memory."""
        return self if isinstance(self.lines, Packed) else Place(self.path, pack(self.lines), self.first)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a YAML file, and where each part of it stands."""

    data: object
    place: Place


def parse_yaml(text: str, path: str, *, first_line: int = 1) -> Outcome[YamlFile]:
    """Return the data of *text*, whose first line is line *first_line* of the file *path*."""
    lines: dict[_Path, int] = {}
    place = Place(path, lines)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return Outcome(YamlFile(None, place), (_syntax_problem(error, path, first_line),))
    if node is None:
        return Outcome(YamlFile(None, place))
    reading = _Reading(place, lines, first_line)
    data = reading.value_of(node, ())
    return Outcome(YamlFile(data, place), tuple(reading.problems))


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Return the front matter of *text* (None if it has none), its body, and the line the body begins at."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return None, text, 1
    return found["yaml"], text[found.end() :], text.count("\n", 0, found.end()) + 1


def _syntax_problem(error: yaml.YAMLError, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = (mark.line if mark else 0) + first_line
    what = getattr(error, "problem", None) or str(error).split("\n")[0]
    return Problem(
        "yaml-syntax",
        Location(path=path, line=line),
        f"this is not YAML: {what}",
        "look at this line and the one before it: a missing quote, colon or space, or a tab, is the usual cause",
    )


class _Reading:
    """One walk over the nodes of a file, noting lines and problems."""

    def __init__(self, place: Place, lines: dict[_Path, int], first_line: int) -> None:
        self.place = place
        self.lines = lines
        self.first_line = first_line
        self.problems: list[Problem] = []
        self._values: dict[int, object] = {}

    def value_of(self, node: yaml.Node, path: _Path) -> object:
        self.lines.setdefault(path, node.start_mark.line + self.first_line)
        if id(node) in self._values or len(path) > MAX_DEPTH:
            self._note("yaml-alias", path, "an alias (*name) or very deep nesting", "write the value out")
            return self._values.get(id(node))
        if isinstance(node, yaml.ScalarNode):
            return None if node.style is None and node.value in _EMPTY else node.value
        self._values[id(node)] = None
        if isinstance(node, yaml.SequenceNode):
            value: object = [self.value_of(child, (*path, number)) for number, child in enumerate(node.value)]
        else:
            value = dict(self._items_of(node, path))
        self._values[id(node)] = value
        return value

    def _items_of(self, node: yaml.Node, path: _Path) -> Iterator[tuple[str, object]]:
        keys: set[str] = set()
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            if key in keys:
                first = self.lines[here]
                self.lines[here] = key_node.start_mark.line + self.first_line
                self._note(
                    "yaml-duplicate-key",
                    here,
                    f"'{key}' stands here a second time (first: line {first})",
                    "keep one of the two",
                )
                continue
            keys.add(key)
            self.lines[here] = key_node.start_mark.line + self.first_line
            yield key, self.value_of(value_node, here)

    def _note(self, code: str, path: _Path, message: str, mend: str) -> None:
        self.problems.append(Problem(code, self.place.at(*path), message, mend))
