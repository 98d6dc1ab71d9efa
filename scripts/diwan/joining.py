"""Scripts joined: the modules that a page loads as one file, so that a search begins after one request and not thirty.

In: the modules of the theme. Out: two files, `box.js` for every page and `search.js` for who searches, with no tool but
this one. Each module becomes a function that runs once and returns what it exports; an import becomes the names taken
from there. So modules cannot get in each other's way, whatever their names. What scripts say on every page is put in
here, from the words of the interface, so that no page need have it. That holds for modules that keep to four
forms, which are all that ours need; anything else is refused:

    import { name, name } from "./module.js";          import("./module.js")
    export function name …   export class Name …   export const NAME …          import.meta.url
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from diwan.compiled import Compiled
from diwan.files import write_if_changed

#: Where the modules stand in the theme, and the joined files in a site.
MODULES, FOLDER = "assets/search", "assets"
#: The joined files, each with the modules that a page begins with.
JOINED = {"box.js": ("box.js", "arrive.js", "cite.js"), "search.js": ("page.js",)}
#: The module that has the words which scripts say on every page, and the template of the theme that they are from.
_SAID, _STRINGS = "said.js", "partials/strings.html"
#: Which of them has what is imported while the page is running.
_LATER = "search.js"

_IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "\./(\w+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function\*?|class|const) (\w+))", re.MULTILINE)
_LATER_IMPORT = re.compile(r'\bimport\("\./(\w+\.js)"\)')
_ADDRESS = "import.meta.url"
#: What is left of an import or export that has another form.
_OTHER = re.compile(r"^(?:import|export)\b.*|\bimport\(.*|\bimport\.meta(?!\.url).*", re.MULTILINE)
#: A comment that has its lines for itself.
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Module:
    name: str
    text: str

    @property
    def imports(self) -> list[str]:
        """The modules that must have run before."""
        return [name for _, name in _IMPORT.findall(self.text)]

    def as_function(self) -> str:
        """Return the module as a function that has run, under its own name."""
        exports = _EXPORT.findall(self.text)
        text = _COMMENT.sub("", self.text)
        text = _IMPORT.sub(lambda found: f"const {{ {found[1]} }} = {_variable(found[2])};", text)
        text = _EXPORT.sub("", text)
        if other := _OTHER.search(_LATER_IMPORT.sub("", text)):
            message = f"{self.name} cannot be joined: {other[0]!r} is none of the forms that scripts may have"
            raise ValueError(message)
        text = _LATER_IMPORT.sub(rf'import("./{_LATER}").then((joined) => joined.default["\1"])', text)
        text = text.replace(_ADDRESS, f'new URL("search/{self.name}", {_ADDRESS})')
        return f"const {_variable(self.name)} = (() => {{\n{text}return {{ {', '.join(exports)} }};\n}})();\n"


def write_scripts(theme: Path, docs: Path, compiled: Path) -> list[str]:
    """Write the joined scripts of *theme* below *docs*; return their paths there. *compiled* templates are kept."""
    modules = {path.name: path.read_text(encoding="utf-8") for path in sorted((theme / MODULES).glob("*.js"))}
    modules[_SAID] = _said_in(theme, compiled)
    for name, entries in JOINED.items():
        write_if_changed(docs / FOLDER / name, join(modules, entries))
    return [f"{FOLDER}/{name}" for name in JOINED]


def _said_in(theme: Path, compiled: Path) -> str:
    """Return the module of what scripts say, by language."""
    # What this template gives is JSON, not HTML.
    environment = Environment(autoescape=False, loader=FileSystemLoader(theme))  # noqa: S701
    environment.bytecode_cache = Compiled(compiled / "said", {})
    words: Any = environment.get_template(_STRINGS).module
    said = ", ".join(f'"{language}": {text}' for language, text in words.said_words.items())
    return f"export const said = {{ {said} }};\n"


def join(modules: Mapping[str, str], entries: tuple[str, ...]) -> str:
    """Return *entries* and all that they import as one module, which exports every module by its name."""
    ordered = list(dict.fromkeys(name for entry in entries for name in _in_order(modules, entry, ())))
    functions = "".join(_Module(name, modules[name]).as_function() for name in ordered)
    exports = ", ".join(f'"{name}": {_variable(name)}' for name in ordered)
    return f"{functions}export default {{ {exports} }};\n"


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...]) -> Iterator[str]:
    """Yield what *name* imports, each after what it imports itself, and then *name*."""
    if name in above:
        message = f"scripts import each other in a circle: {' → '.join((*above, name))}"
        raise ValueError(message)
    for other in _Module(name, modules[name]).imports:
        yield from _in_order(modules, other, (*above, name))
    yield name


def _variable(name: str) -> str:
    return f"${name.removesuffix('.js')}"
