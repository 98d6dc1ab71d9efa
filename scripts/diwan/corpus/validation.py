"""From plain data to values: what the model does not accept becomes a problem with a line and a mend."""

import re
import types
from collections.abc import Iterable, Mapping
from enum import Enum, EnumType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from diwan.corpus.yamlfile import Place
from diwan.model.base import ID_PATTERN, URL_PATTERN
from diwan.model.concept import COUNTRY_PATTERN
from diwan.model.correction import BLOCK_PATTERN
from diwan.model.hidden import HIDDEN
from diwan.problems import Outcome, Problem, nearest

M = TypeVar("M", bound=BaseModel)
_HIDDEN = re.compile(f"[{HIDDEN}]")
_LIST = "it must be a list: a line `- …` for each, or `[]` if there is none"
_KEYS = "it must be `key: value` lines"
#: What patterns of the model ask for, in words.
_FORMS = {
    f"^{ID_PATTERN}$": "it must be an id: small Latin letters, digits and hyphens",
    COUNTRY_PATTERN: "it must be the two capital letters of a country, such as QA, or XX",
    BLOCK_PATTERN: "it must be the name of a block as `diwan show` prints it, such as 12@3f9a1c20b7d4e5f6",
}
#: What pydantic says of its own types, for people who write YAML.
_SAID = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "mapping_type": _KEYS,
}


def validate(model: type[M], data: object, place: Place) -> Outcome[M | None]:
    """Return *data* as a value of *model*, or None and every reason why it is none."""
    if not isinstance(data, Mapping):
        return Outcome(
            None,
            (
                Problem(
                    "value-invalid",
                    place.at(),
                    f"a {model.__name__.lower()} is a list of `key: value` lines",
                    f"begin with the keys {', '.join(list(model.model_fields)[:4])}…",
                ),
            ),
        )
    try:
        return Outcome(model.model_validate(data))
    except ValidationError as error:
        return Outcome(None, tuple(_problem_of(model, details, place) for details in error.errors()))


def _problem_of(model: type[BaseModel], error: ErrorDetails, place: Place) -> Problem:
    path = tuple(part for part in error["loc"] if part != "[key]")
    where = place.at(*path)
    name = ".".join(map(str, path))
    if error["type"] == "extra_forbidden":
        known = sorted(_keys_at(model, path[:-1]))
        return Problem(
            "key-unknown",
            where,
            f"unknown key '{name}'",
            nearest(str(path[-1]), known, f"write one of: {', '.join(known)}"),
        )
    if error["type"] == "missing":
        return Problem(
            "key-missing",
            where,
            f"'{name}' is missing",
            f"add `{path[-1]}:` here; the data dictionary (corpus/README.md) says what it holds",
        )
    given = str(error["input"])
    allowed = _choices_at(model, path)
    if allowed:
        return Problem(
            "value-invalid",
            where,
            f"'{name}' cannot be '{_on_a_line(given)}'",
            nearest(given, allowed, f"write one of: {', '.join(allowed)}"),
        )
    if hidden := sorted({f"U+{ord(character):04X}" for character in _HIDDEN.findall(given)}):
        mend = "type it anew: such characters come along when text is copied, or are put there on purpose"
        message = f"'{name}' holds characters that hide, reorder or break what is shown: {' '.join(hidden)}"
        return Problem("value-invalid", where, message, mend)
    said = _SAID.get(error["type"]) or error["msg"].removeprefix("Value error, ")
    if error["type"] == "string_pattern_mismatch":
        said = _form(str(error["ctx"]["pattern"])) or said
    # Of lines that do not go together it is said what is wrong with them, and they are not shown as a program has them.
    shown = "" if isinstance(error["input"], Mapping) else f" (found '{_on_a_line(given)}')"
    return Problem(
        "value-invalid",
        where,
        f"'{name}' is not right: {said}{shown}" if name else said,
        "the data dictionary (corpus/README.md) shows the form and an example",
    )


def _form(pattern: str) -> str:
    """Return in words what a *pattern* of the model asks for, where people are likely to write something else."""
    if pattern in _FORMS:
        return _FORMS[pattern]
    if URL_PATTERN in pattern:
        return "it must be an address that begins with https:// or http://, without spaces or quotes"
    return "it must be one line, without tabs" if HIDDEN in pattern else ""


def _on_a_line(given: str) -> str:
    """Return the beginning of a value as a message shows it, which has one line for each problem."""
    return " ".join(given[:60].split())


def _keys_at(model: type[BaseModel], path: Iterable[str | int]) -> set[str]:
    found = _type_at(model, path)
    return set(found.model_fields) if isinstance(found, type) and issubclass(found, BaseModel) else set()


def _choices_at(model: type[BaseModel], path: Iterable[str | int]) -> list[str]:
    found = _type_at(model, path)
    if isinstance(found, EnumType):
        members: Iterable[Enum] = found
        return [str(member.value) for member in members]
    return [str(value) for value in get_args(found)] if get_origin(found) is Literal else []


def _type_at(model: object, path: Iterable[str | int]) -> object:
    """Follow *path* through the fields of *model*; dicts, tuples and optional values are seen through."""
    found: object = model
    for part in path:
        if isinstance(found, type) and issubclass(found, BaseModel):
            known = found.model_fields.get(str(part))
            found = _bare(known.annotation) if known else None
        else:
            inner = [_bare(argument) for argument in get_args(found) if argument is not Ellipsis]
            found = inner[-1] if inner else None
    return found


def _bare(annotation: object) -> object:
    """Strip Annotated and `| None` from a type."""
    while get_origin(annotation) in (Annotated, Union, types.UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation
