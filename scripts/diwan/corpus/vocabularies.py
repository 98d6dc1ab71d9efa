"""The vocabularies: themes (a file each), and outlets, entities, events and claims (a list each)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from diwan.corpus.articlefiles import MAIN_LANGUAGE, Text, encoding_problem
from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import Place, parse_yaml, split_front_matter
from diwan.files import read_text, text_of
from diwan.model.base import Value
from diwan.model.coding import Codebook
from diwan.model.concept import Theme
from diwan.model.crosswalk import Crosswalk
from diwan.problems import Location, Outcome, Problem

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Entry(Generic[V]):
    """A value of a vocabulary and where it stands; a theme has its essay with it, by language."""

    value: V
    place: Place
    texts: dict[str, Text]


def load_list(file: bytes | None, name: str, model: type[V]) -> Outcome[dict[str, Entry[V]]]:
    """Return the values of the list file of this *name* by id; one that is not there is an empty list."""
    if file is None:
        return Outcome({})
    try:
        parsed = parse_yaml(text_of(file), name)
    except UnicodeDecodeError as error:
        return Outcome({}, (encoding_problem(name, error),))
    data, place = parsed.value.data, parsed.value.place
    problems = list(parsed.problems)
    if data is not None and not isinstance(data, list):
        problems.append(
            Problem(
                "value-invalid",
                place.at(),
                f"{name} is a list",
                f"begin every entry with `- {next(iter(model.model_fields))}: …` at the start of a line",
            )
        )
        data = None
    entries: dict[str, Entry[V]] = {}
    for number, item in enumerate(data or []):
        checked = validate(model, item, place.below(number))
        problems.extend(checked.problems)
        if checked.value is not None:
            problems.extend(_keep(entries, Entry(checked.value, place.below(number), {})))
    return Outcome(entries, tuple(problems))


def load_themes(folder: Path, root: Path) -> Outcome[dict[str, Entry[Theme]]]:
    """Return the themes by id, each with its essay; `<id>.<language>.md` holds an essay in another language."""
    entries: dict[str, Entry[Theme]] = {}
    further: list[tuple[str, str, Text]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        name = path.relative_to(root).as_posix()
        try:
            text = read_text(path)
        except UnicodeDecodeError as error:
            problems.append(encoding_problem(name, error))
            continue
        stem, _, language = path.stem.partition(".")
        if language:
            further.append((stem, language, Text(text, name)))
            continue
        front_matter, body, body_line = split_front_matter(text)
        parsed = parse_yaml(front_matter or "", name, first_line=2)
        checked = validate(Theme, parsed.value.data, parsed.value.place)
        problems.extend((*parsed.problems, *checked.problems))
        if checked.value is not None:
            essay = {MAIN_LANGUAGE: Text(body, name, body_line)} if body.strip() else {}
            problems.extend(_keep(entries, Entry(checked.value, parsed.value.place, essay)))
    for stem, language, essay_text in further:
        if stem in entries:
            entries[stem].texts[language] = essay_text
    return Outcome(entries, tuple(problems))


def load_codebook(file: bytes | None, name: str) -> Outcome[Entry[Codebook] | None]:
    """Return the codebook; a corpus without one cannot be coded, so its absence is a problem."""
    mend = "write corpus/codebook.yml; the data dictionary (corpus/README.md) shows how"
    return _load_one(file, name, Codebook, "codebook-missing", mend)


def load_crosswalk(file: bytes | None, name: str) -> Outcome[Entry[Crosswalk] | None]:
    """Return the crosswalk; without one nobody could say what the fields of the data mean, so its absence is a problem."""
    mend = "copy corpus/fields.yml from another corpus and write the name of yours at its top"
    return _load_one(file, name, Crosswalk, "crosswalk-missing", mend)


def _load_one(
    file: bytes | None, name: str, model: type[V], code: str, mend: str
) -> Outcome[Entry[V] | None]:
    """Return the value of a file that holds one and that every corpus has; *code* and *mend* are for one that has not."""
    if file is None:
        missing = Problem(code, Location(path=name), f"there is no {model.__name__.lower()}", mend)
        return Outcome(None, (missing,))
    parsed = parse_yaml(text_of(file), name)
    checked = validate(model, parsed.value.data, parsed.value.place)
    entry = Entry(checked.value, parsed.value.place, {}) if checked.value else None
    return Outcome(entry, (*parsed.problems, *checked.problems))


def _keep(entries: dict[str, Entry[V]], entry: Entry[V]) -> list[Problem]:
    """Add *entry*, unless its id is taken."""
    ident = str(entry.value.id)  # type: ignore[attr-defined]  # every value of a vocabulary has an id
    if ident not in entries:
        entries[ident] = entry
        return []
    return [
        Problem(
            "id-duplicate",
            entry.place.at("id"),
            f"'{ident}' is also the id of {entries[ident].place.at('id')}",
            "give one of the two an id of its own, or merge them",
        )
    ]
