"""MkDocs' templates, compiled to do less: the same bytes as its own environment gives, in a third of the time.

The environment of a theme is MkDocs'. What is different here is how fast its parts are, page after page: the words of
the interface are put in when a template is compiled, which is done once for each language; the way to another address
is worked out once for all pages of a folder; fields of dictionaries are looked up as such; text is escaped by the C
function alone. `tests/test_rendering.py` compares every page with the one that MkDocs makes.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import _escape_inner, escape  # type: ignore[attr-defined]  # what `escape` calls, without its wrapping
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import url_filter

from diwan.compiled import Compiled

#: `say("nav.skip")`: words that are known when the template is compiled.
_SAID = re.compile(r"""\bsay\((["'])([a-z0-9_.-]+)\1\)""")
#: What Python says of every dictionary; a field of that name is found after it, as in Jinja.
_OF_DICTIONARIES = frozenset(dir(dict))


def environment_of(config: MkDocsConfig, language: str, compiled: Path) -> Environment:
    """Return the environment in which pages of *language* are rendered; what is compiled is kept in a folder."""
    environment = config.theme.get_env()
    environment.bytecode_cache = Compiled(compiled, {})
    strings: Any = environment.get_template("partials/strings.html").module
    words = {key: texts[language] for key, texts in strings.strings.items() if language in texts}
    environment.extend(diwan_words=words)
    environment.add_extension(_Words)
    environment.bytecode_cache = Compiled(compiled / language, words)
    environment.filters["url"] = _Ways()
    environment.filters["e"] = environment.filters["escape"] = _escaped
    environment.getattr = cast("Any", _field_of(environment))  # type: ignore[method-assign]
    return environment


class _Words(Extension):
    """Puts the words of the interface into templates before they are compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  # Jinja's
        """Return *source* with the words that it says in the language of its environment."""
        words: Mapping[str, str] = self.environment.diwan_words  # type: ignore[attr-defined]

        def said(found: re.Match[str]) -> str:
            text = words.get(found[2])
            return found[0] if text is None else f"({_literal(text)})"

        return _SAID.sub(said, source)


def _literal(text: str) -> str:
    """Return *text* as a string of Jinja's."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _escaped(value: object) -> str:
    return _escape_inner(value) if type(value) is str else escape(value)


class _Ways:
    """The filter `url`: MkDocs' own, asked once for all pages of a folder."""

    jinja_pass_arg: Any = pass_context(lambda _: None).jinja_pass_arg  # type: ignore[attr-defined]

    def __init__(self) -> None:
        self._known: dict[str, dict[str, str]] = {}

    def __call__(self, context: Context, value: str) -> str:
        page = context["page"]
        here = page.url if page is not None else ""
        folder = here[: here.rfind("/", 0, -1) + 1]
        if not folder or not value[:1].isalnum() or "/." in value:
            return url_filter(context, value)  # type: ignore[arg-type]
        if value.startswith(folder):
            # The way to a neighbour leads out of the page's own folder, and then by what differs.
            neighbour = value[len(folder) :]
            if neighbour.startswith(here[len(folder) : -1]):
                return url_filter(context, value)  # type: ignore[arg-type]
            return f"../{neighbour}"
        if folder.startswith(value):
            return url_filter(context, value)  # type: ignore[arg-type]
        # All that stands in another folder is reached by the same way.
        end = value.rfind("/", 0, -1) + 1
        known, last = self._known.setdefault(folder, {}), value[end:]
        if (way := known.get(value[:end])) is None:
            found: str = url_filter(context, value)  # type: ignore[arg-type]
            if not found.endswith(last):
                return found
            way = known[value[:end]] = found[: -len(last)]
        return f"{way}{last}"


def _field_of(environment: Environment) -> Callable[[Any, str], Any]:
    """Return how `x.field` is looked up: as Jinja does, without first failing to find it on a dictionary itself."""
    general = environment.getattr

    def field_of(thing: Any, name: str) -> Any:
        if type(thing) is dict and name not in _OF_DICTIONARIES:
            try:
                return thing[name]
            except KeyError:
                return environment.undefined(obj=thing, name=name)
        return general(thing, name)

    return field_of
