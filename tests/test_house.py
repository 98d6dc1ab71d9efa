"""The house keeps its own rules: small files, short functions, one direction of imports, documents that tell the truth."""

import ast
import re
import subprocess
import sys
import tomllib
from statistics import median

import pytest
from jinja2 import Environment

from conftest import ROOT, files_below
from diwan.cli import main

MODULES = [path for path in files_below(ROOT / "scripts/diwan") if path.suffix == ".py"]
FILE_MAX, FILE_MEDIAN, FUNCTION_MAX = 400, 120, 60


def test_files_are_small():
    """No file is longer than 400 lines; half are shorter than 120."""
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {str(path): length for path, length in lengths.items() if length > FILE_MAX} == {}
    assert median(lengths.values()) <= FILE_MEDIAN


def test_functions_fit_in_a_glance():
    """No function is longer than 60 lines."""
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > FUNCTION_MAX
    ]
    assert long == []


def test_every_module_says_what_it_is():
    """Each module and each test begins with a sentence."""
    silent = [
        str(path) for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_every_test_states_a_behaviour():
    """Each test has a sentence that says what holds."""
    silent = [
        f"{path.name}: {node.name}"
        for path in files_below(ROOT / "tests")
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_test_in_a_browser_looks_only_once():
    """What a page does comes to a test a little later: `expect` waits for it, and nothing asks Playwright for its address."""
    # What Playwright keeps of the address may be that of before even when `expect` has found the new one in the page.
    once = re.compile(r"\bpage\.url\b|^\s*assert\b.*\.(url\b|is_\w+\(\)|input_value\(\))")
    looked = [
        f"{path.name}:{number}: {line.strip()}"
        for path in (ROOT / "tests/browser").glob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if once.search(line)
    ]
    assert looked == []


def test_nothing_else_stands_at_the_top():
    """Folders and files of the project are known by name; what somebody tried out there is none of it."""
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if kept.returncode:
        pytest.skip("this copy of the project has no history of what belongs to it")
    folders = {".ci", ".github", "bench", "corpus", "docs", "requirements", "scripts", "tests"}
    files = {
        ".gitignore", "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-CONTENT", "Makefile", "README.md", "mkdocs.yml", "pyproject.toml",
    }  # fmt: skip
    assert {name.partition("/")[0] for name in kept.stdout.splitlines()} == folders | files


def test_documents_name_files_that_exist():
    """Paths that the documentation names in code marks are there."""
    documents = [ROOT / "README.md", ROOT / "corpus/README.md", *files_below(ROOT / "docs/project")]
    generated = (
        "docs/articles/",
        "corpus/sources/",
        "corpus/corrections/",
        "site/",
        "corpus/ledger/",
        "articles/",
        "themes/",
    )
    named = re.compile(r"`((?:corpus|docs|scripts|tests|bench|requirements|\.github)/[\w./-]+)`")
    missing = [
        f"{document.name}: {name}"
        for document in documents
        for name in named.findall(document.read_text(encoding="utf-8"))
        if not name.startswith(generated) and not (ROOT / name).exists()
    ]
    assert missing == []


def test_the_architecture_names_every_room():
    """Each folder and each module of the package stands in the document that says what it holds."""
    text = (ROOT / "docs/project/architecture.md").read_text(encoding="utf-8")
    named = {name.removesuffix(".py").rstrip("/") for name in re.findall(r"`([\w./]+)`", text)}
    package = ROOT / "scripts/diwan"
    rooms = {path.parent.name for path in package.glob("*/__init__.py")} | {
        path.stem for path in package.glob("*.py")
    }
    assert {room for room in rooms if not room.startswith("__")} - named == set()


@pytest.mark.parametrize("command", [["-m", "diwan", "--help"], ["scripts/convert.py", "--help"]])
def test_every_door_opens(command):
    """The package and the one-file script answer."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "usage: diwan" in done.stdout


def test_the_program_says_which_it_is(capsys):
    """Without a verb, and the same as the package that is installed."""
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    packaged = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert (end.value.code, capsys.readouterr().out) == (0, f"diwan {packaged}\n")


def test_every_verb_is_explained():
    """Each verb of the command has a summary, and the modules are exactly the verbs."""
    from diwan.cli import VERBS

    modules = {path.stem for path in (ROOT / "scripts/diwan/cli").glob("*.py")} - {
        "__init__",
        "say",
        "wishing",
    }
    assert modules == set(VERBS)


def test_the_interface_says_everything_in_both_languages():
    """Every word of the interface stands in English and Arabic, and templates ask for none that is not there."""
    from diwan.pages.interface import strings
    from diwan.text.languages import INTERFACE_LANGUAGES

    known = strings()
    assert [key for key, texts in known.items() if set(texts) != set(INTERFACE_LANGUAGES)] == []
    templates = [
        path.read_text(encoding="utf-8")
        for path in files_below(ROOT / "scripts/diwan/theme")
        if path.suffix == ".html"
    ]
    asked = {key for text in templates for key in re.findall(r"""say\(["']([\w.-]+)["']\)""", text)}
    assert asked - known.keys() == set()


#: Words of which a part is put in when they are said: `say(f"field.{choice}")`, `"nav." ~ key`, `` `search.help.${name}` ``.
SAID_IN_PART = re.compile(
    r"""say\(\s*f?["`]([^"`]*\{[^"`]*)["`]|f"([a-z]+\.[^"]*\{[^"]*)"|`([a-z]+\.[^`]*\{[^`]*)`|"([a-z][\w.-]*)" ~"""
)


def test_every_word_of_the_interface_is_said_somewhere():
    """No word is kept that no template, script or module says, whole or in part."""
    from diwan.pages.interface import strings

    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in files_below(ROOT / "scripts/diwan")
        if path.suffix in (".py", ".html", ".js") and path.name != "strings.html"
    )
    whole = set(re.findall(r"""["'`]([\w.-]+)["'`]""", code))
    parts = {next(filter(None, found)) for found in SAID_IN_PART.findall(code)}
    in_part = [re.compile(".*".join(map(re.escape, re.split(r"\$?\{[^}]*\}", part)))) for part in parts]
    unsaid = [key for key in strings() if key not in whole and not any(p.match(key) for p in in_part)]
    assert unsaid == []


def test_python_and_templates_read_the_same_words():
    """Python reads the dictionaries as they stand in the template; Jinja, which sets them, gives the same."""
    from diwan.pages.interface import nouns, strings

    template = (ROOT / "scripts/diwan/theme/partials/strings.html").read_text(encoding="utf-8")
    told = Environment(autoescape=True).from_string(template).module
    assert told.strings == strings()
    assert told.nouns == nouns()


#: English has two categories, Arabic six; a dual may have another form after a preposition.
CATEGORIES = {"en": {"one", "other"}, "ar": {"zero", "one", "two", "few", "many", "other"}}


def test_whatever_is_counted_has_all_its_plurals():
    """Each noun has the plural categories of CLDR in both languages; texts count by nouns that are there."""
    from diwan.pages.interface import nouns, strings

    for noun, languages in nouns().items():
        for language, forms in languages.items():
            assert forms.keys() - {"two.of"} == CATEGORIES[language], noun
            assert all("{n}" in forms[category] for category in {"few", "many", "other"} & forms.keys()), noun
    used = {
        noun
        for texts in strings().values()
        for text in texts.values()
        for noun in re.findall(r"\{\w+:(\w+)(?:\.of)?\}", text)
    }
    assert used == nouns().keys()


@pytest.mark.parametrize(
    ("number", "english", "arabic", "after_a_preposition"),
    [
        (0, "0 articles", "لا مقالات", "لا مقالات"),
        (1, "1 article", "مقال واحد", "مقال واحد"),
        (2, "2 articles", "مقالان", "مقالين"),
        (3, "3 articles", "3 مقالات", "3 مقالات"),
        (10, "10 articles", "10 مقالات", "10 مقالات"),
        (11, "11 articles", "11 مقالاً", "11 مقالاً"),
        (100, "100 articles", "100 مقال", "100 مقال"),
        (1103, "1,103 articles", "1,103 مقالات", "1,103 مقالات"),
    ],
)
def test_numbers_agree_with_their_nouns(number, english, arabic, after_a_preposition):
    """English knows one and many, Arabic none, one, two, three to ten, eleven to 99, and hundreds."""
    from diwan.pages.interface import Interface

    assert Interface("en").counted(number, "article") == english
    assert Interface("ar").counted(number, "article") == arabic
    assert Interface("ar").counted(number, "article.of") == after_a_preposition


def test_every_decision_has_a_number_of_its_own_and_stands_in_the_list():
    """What was decided is found from the page that lists it, and `decision 20` names one note."""
    names = [path.name for path in sorted((ROOT / "docs/project/decisions").glob("*.md"))]
    numbers = [name[:4] for name in names]
    assert len(set(numbers)) == len(numbers)
    listed = re.findall(r"\(decisions/([\w-]+\.md)\)", (ROOT / "docs/project/index.md").read_text("utf-8"))
    assert listed == names
    for name, number in zip(names, numbers, strict=True):
        assert (ROOT / "docs/project/decisions" / name).read_text("utf-8").startswith(f"# {int(number)}. ")
