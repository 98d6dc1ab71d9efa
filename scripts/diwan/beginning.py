"""Beginning: a project with nothing in it yet, in a folder of its own.

What is the same for every corpus comes from the project at hand, else from the program: the crosswalk, the data dictionary, what
git leaves out. What the keeper will write stands there as a form, from `blank/`.
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

#: What the new project takes from the one at hand, where that has it; and the crosswalk, but for what it says of its corpus.
_TAKEN = (".gitignore", "corpus/README.md")
_CROSSWALK = "corpus/fields.yml"
#: What the crosswalk says of its corpus: all of its first level with that name.
_ABOUT = re.compile(r"^corpus:\n(?:(?!\S).*\n)*", re.MULTILINE)


def begin(project: Project, folder: Path, names: dict[str, str]) -> tuple[Problem, ...]:
    """Make *folder*, new or empty, a project whose corpus has *names* by language; return what stands against it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        mend = "name a folder that is not there yet, or an empty one"
        return (Problem("file-in-the-way", Location(path=str(folder)), "there is something already", mend),)
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
    # Under its own name it would say what git leaves out of the program's folder.
    (new / "gitignore").rename(new / ".gitignore")
    for name in filter(lambda name: (project.root / name).is_file(), _TAKEN):
        shutil.copyfile(project.root / name, new / name)
    write_if_changed(new / "mkdocs.yml", _named(new / "mkdocs.yml", names))
    crosswalk = own = _named(new / _CROSSWALK, names)
    if (project.root / _CROSSWALK).is_file():
        about = _ABOUT.search(own)
        at_hand = read_text(project.root / _CROSSWALK)
        crosswalk = _ABOUT.sub(lambda _: about.group() if about else "", at_hand, count=1)
    write_if_changed(new / _CROSSWALK, crosswalk)
    for empty in ("articles", "themes", "sources"):
        (new / "corpus" / empty).mkdir()


def _named(path: Path, names: dict[str, str]) -> str:
    """Return a form with *names* in the place of their marks; JSON is YAML, so that no sign in them can be taken for more."""
    text = read_text(path)
    for mark, language in (('"NAME"', "en"), ('"ARABIC"', "ar")):
        text = text.replace(mark, json.dumps(names[language], ensure_ascii=False))
    return text
