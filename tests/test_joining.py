"""Scripts joined: every module of the theme has a form that can be joined, and what has not is refused."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from diwan.joining import JOINED, MODULES, join, write_scripts

MODULES_OF_THEME = {
    path.name: path.read_text(encoding="utf-8")
    for path in (Path(str(files("diwan"))) / "theme" / MODULES).glob("*.js")
}


def test_every_module_is_in_a_joined_file(tmp_path):
    """None is forgotten, and a second run writes nothing."""
    theme = Path(str(files("diwan"))) / "theme"
    paths = write_scripts(theme, tmp_path, tmp_path / "compiled")
    joined = "".join((tmp_path / path).read_text(encoding="utf-8") for path in paths)
    assert paths == ["assets/box.js", "assets/search.js"]
    assert [name for name in MODULES_OF_THEME if f"const ${name.removesuffix('.js')} = " not in joined] == []
    before = [(tmp_path / path).stat().st_mtime_ns for path in paths]
    write_scripts(theme, tmp_path, tmp_path / "compiled")
    assert [(tmp_path / path).stat().st_mtime_ns for path in paths] == before


def test_a_module_runs_after_those_it_imports_and_once():
    """Each stands before what needs it, and is not repeated where several do."""
    modules = {
        "a.js": 'import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n',
        "b.js": 'import { c } from "./c.js";\n\nexport function b() {\n  return c;\n}\n',
        "c.js": "/* What c is. */\n\nexport const c = 1;\n",
    }
    assert join(modules, ("a.js",)) == (
        "const $c = (() => {\n\nconst c = 1;\nreturn { c };\n})();\n"
        "const $b = (() => {\nconst { c } = $c;\n\nfunction b() {\n  return c;\n}\nreturn { b };\n})();\n"
        "const $a = (() => {\nconst { b } = $b;\nconst { c } = $c;\nb(c);\nreturn {  };\n})();\n"
        'export default { "c.js": $c, "b.js": $b, "a.js": $a };\n'
    )


@pytest.mark.parametrize(
    "line",
    [
        'import thing from "./b.js";',
        'import { thing as other } from "./b.js";',
        'import * as all from "./b.js";',
        'import "./b.js";',
        "export default 1;",
        "export let changing = 1;",
        "export { thing };",
        'const later = import("../b.js");',
        "const here = import.meta.resolve;",
    ],
)
def test_what_cannot_be_joined_is_refused(line):
    """A form whose meaning would change is named, and not joined wrongly."""
    with pytest.raises(ValueError, match=r"a\.js cannot be joined"):
        join({"a.js": f"{line}\n", "b.js": ""}, ("a.js",))


def test_modules_that_import_each_other_are_refused():
    """Neither could run first."""
    modules = {
        name: f'import {{ x }} from "./{other}.js";\n' for name, other in (("a.js", "b"), ("b.js", "a"))
    }
    with pytest.raises(ValueError, match=r"a\.js → b\.js → a\.js"):
        join(modules, ("a.js",))


@pytest.mark.parametrize("name", JOINED)
def test_strings_that_look_like_comments_stay(name):
    """Only comments that have their lines for themselves are left out."""
    text = 'const address = "https://a.example/*"; /* why */\n  // gone\n/* gone\n * too */\nconst end = 1;\n'
    joined = join({**MODULES_OF_THEME, JOINED[name][0]: text}, JOINED[name][:1])
    assert 'const address = "https://a.example/*"; /* why */\nconst end = 1;\n' in joined
    assert "gone" not in joined


def test_what_scripts_say_on_every_page_is_in_them_and_not_on_the_pages(tmp_path):
    """The joined script has the words of the theme in both languages, whatever else the template holds."""
    write_scripts(Path(str(files("diwan"))) / "theme", tmp_path, tmp_path / "compiled")
    box = (tmp_path / "assets/box.js").read_text(encoding="utf-8")
    words = json.loads(re.search(r"const said = (\{.*\});", box)[1])
    assert words["en"]["cite.copy"] == "Copy"
    assert words["ar"]["cite.copy"] == "انسخ"
    assert words["en"].keys() == words["ar"].keys()
