"""Beginning: a project with nothing in it yet, in a folder of its own.

What is the same for every corpus comes from the project at hand: the crosswalk, the data dictionary, what git leaves
out. What the keeper will write stands there as a form, from `blank/`.
"""

import json
import re
import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from diwan.files import read_text, write_if_changed
from diwan.problems import Location, Problem
from diwan.project import Project

#: What the new project takes from the one at hand, where that has it; and the crosswalk, without which none is one.
_TAKEN = (".gitignore", "corpus/README.md")
_CROSSWALK = "corpus/fields.yml"
#: What the crosswalk says of its corpus: all of its first level with that name.
_ABOUT = re.compile(r"^corpus:\n(?:(?!\S).*\n)*", re.MULTILINE)


def begin(project: Project, folder: Path, names: dict[str, str]) -> tuple[Problem, ...]:
    """Make *folder*, new or empty, a project whose corpus has *names* by language; return what stands against it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        mend = "name a folder that is not there yet, or an empty one"
        return (Problem("file-in-the-way", Location(path=str(folder)), "there is something already", mend),)
    if not (project.root / _CROSSWALK).is_file():
        mend = (
            "run it in a project that has one, the Gulf Security Corpus for one, or name that with --project"
        )
        where = Location(path=_CROSSWALK)
        return (Problem("crosswalk-missing", where, "there is no crosswalk here to be taken over", mend),)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Made beside its place, so that a run that is cut off leaves no half of a project there.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as made:
        _write(project, Path(made) / "new", names)
        if folder.exists():
            folder.rmdir()
        (Path(made) / "new").rename(folder)
    return ()


def _write(project: Project, new: Path, names: dict[str, str]) -> None:
    with as_file(files("diwan") / "blank") as blank:
        shutil.copytree(blank, new)
    for name in filter(lambda name: (project.root / name).is_file(), _TAKEN):
        shutil.copyfile(project.root / name, new / name)
    write_if_changed(new / "mkdocs.yml", _named(new / "mkdocs.yml", names))
    about, crosswalk = _named(new / _CROSSWALK, names), read_text(project.root / _CROSSWALK)
    write_if_changed(new / _CROSSWALK, _ABOUT.sub(lambda _: about, crosswalk, count=1))
    for empty in ("articles", "themes", "sources"):
        (new / "corpus" / empty).mkdir()


def _named(path: Path, names: dict[str, str]) -> str:
    """Return a form with *names* in the place of their marks; JSON is YAML, so that no sign in them can be taken for more."""
    text = read_text(path)
    for mark, language in (('"NAME"', "en"), ('"ARABIC"', "ar")):
        text = text.replace(mark, json.dumps(names[language], ensure_ascii=False))
    return text
