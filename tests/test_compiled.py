"""Templates are compiled by the first process that needs them, and not again while nothing bears on their code."""

import sys

import pytest
from jinja2 import Environment

from conftest import copy_project, edit, own_theme
from diwan.build import Wish
from diwan.project import EditionKind, Project
from diwan.publish import bring, config_file, templates_of
from diwan.rendering import Renderer
from diwan.workplace import Workplace


@pytest.fixture
def workplace(project):
    """Return where the small project's site is made, with templates of its own."""
    own_theme(project)
    found = Workplace(Project(project), Wish().edition)
    bring(found)
    return found


@pytest.fixture
def compiled(monkeypatch):
    """Return a list to which the name of every template is added that is compiled."""
    names, whole = [], Environment.compile

    def compile_one(self, source, name=None, *more, **named):
        names.append(name)
        return whole(self, source, name, *more, **named)

    monkeypatch.setattr(Environment, "compile", compile_one)
    return names


def missing(workplace):
    """Return the page for what is not there, and have all other templates compiled too, as another process would."""
    # Scripts are joined with words that are in a template.
    bring(workplace)
    renderer = Renderer(config_file(workplace), workplace.trees.fresh, "", workplace.templates)
    renderer.prepare()
    return renderer.missing().decode()


def test_templates_are_compiled_once_for_all_processes(workplace, compiled):
    """The second process finds the code of every template."""
    before = missing(workplace)
    assert compiled.count("article.html") == 2  # once for each language
    compiled.clear()
    assert missing(workplace) == before
    assert compiled == []


def test_a_word_of_the_interface_that_changes_has_its_language_compiled_again(workplace, compiled):
    """Words are put into the code of templates; those of the other language do not bear on it."""
    before = missing(workplace)
    compiled.clear()
    strings = workplace.project.root / "theme/partials/strings.html"
    edit(strings, '"notfound.title": {"en": "Not found"', '"notfound.title": {"en": "Zzqx"')
    assert missing(workplace) == before.replace("Not found", "Zzqx")
    assert compiled.count("404.html") == 1


def test_a_template_that_changes_is_compiled_again_alone(workplace, compiled):
    """What the others say is known."""
    missing(workplace)
    compiled.clear()
    edit(workplace.project.root / "theme/404.html", "<h1>", "<h1 data-zzqx>")
    assert "<h1 data-zzqx>" in missing(workplace)
    assert compiled == ["404.html", "404.html"]


#: What may have become of a file, given also what stands in another one.
DAMAGES = {
    "cut off": lambda data, _: data[:-7],
    "altered": lambda data, _: data[:70] + bytes(9) + data[79:],
    "of another template": lambda _, other: other,
    "empty": lambda *_: b"",
}


def test_damaged_code_is_compiled_again(workplace, compiled):
    """Whatever stands there that was not written for the template is put right."""
    before = missing(workplace)
    kept = sorted(path for path in workplace.templates.rglob("*") if path.is_file())
    written = [path.read_bytes() for path in kept]
    for name, damage in DAMAGES.items():
        for number, path in enumerate(kept):
            path.write_bytes(damage(written[number], written[number - 1]))
        assert missing(workplace) == before, name
        # Code is written in other bytes according to who else holds its strings: what counts is that it is taken.
        compiled.clear()
        assert missing(workplace) == before, name
        assert compiled == [], name


def prepare(workplace):
    """Have the templates of an edition compiled where it keeps them."""
    Renderer(config_file(workplace), workplace.trees.fresh, "", templates_of(workplace)).prepare()


def test_templates_of_diwan_itself_are_compiled_once_for_all_its_projects(
    project, tmp_path, monkeypatch, compiled
):
    """The next project finds them with the installation."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "installation"))
    prepare(Workplace(Project(project), EditionKind.PUBLIC))
    assert compiled.count("article.html") == 2  # once for each language
    compiled.clear()
    other = Workplace(Project(copy_project(tmp_path / "other")), EditionKind.PUBLIC)
    prepare(other)
    assert compiled == []
    assert not other.templates.exists()


def test_an_installation_that_nobody_may_write_to_leaves_templates_with_the_edition(
    project, tmp_path, monkeypatch, compiled
):
    """They are compiled by the first process of each edition then."""
    (tmp_path / "closed").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "closed"))
    workplace = Workplace(Project(project), EditionKind.PUBLIC)
    prepare(workplace)
    assert compiled
    compiled.clear()
    prepare(workplace)
    assert compiled == []
    assert workplace.templates.exists()


def test_code_that_cannot_be_kept_is_compiled_each_time(project, tmp_path, monkeypatch, compiled):
    """A folder of the installation that is there but closed stops nobody."""
    kept = tmp_path / "installation/share/diwan/templates"
    kept.parent.mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "installation"))
    kept.mkdir()
    for language in ("en", "ar"):
        (kept / language).write_text("no folder", encoding="utf-8")
    workplace = Workplace(Project(project), EditionKind.PUBLIC)
    prepare(workplace)
    compiled.clear()
    prepare(workplace)
    assert "article.html" in compiled
