"""Article files: the record in the front matter, the digest in the body, further digests beside it.

`corpus/articles/<id>.md` holds the record and the English digest; `<id>.<language>.md` holds the digest in
another language, without front matter.
"""

from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import Place, parse_yaml, split_front_matter
from diwan.files import text_of
from diwan.memory import Memory, checksum_of
from diwan.model.record import Record
from diwan.problems import Location, Outcome, Problem, nearest

#: The language of the body of `<id>.md`.
MAIN_LANGUAGE = "en"


class Text(NamedTuple):
    """Hand-written text of the corpus, and the place of its first line."""

    text: str
    path: str
    first_line: int = 1


class ArticleFile(NamedTuple):
    """A record with its digests by language, and where each part stands."""

    record: Record
    place: Place
    digests: dict[str, Text]
    #: The checksum of the text of all these files.
    checksum: str = ""


def load_articles(folder: Path, root: Path, memory: Memory) -> Outcome[dict[str, ArticleFile]]:
    """Return the article files of *folder* by id, in the order of their ids."""
    alone: dict[str, ArticleFile] = {}
    further: dict[str, dict[str, Text]] = {}
    problems: list[Problem] = []
    # By their names as texts: paths are compared part by part.
    paths = sorted(folder.glob("*.md"), key=attrgetter("name"))
    for path, outcome in zip(paths, memory.of_files("record", paths, partial(_load_file, root)), strict=True):
        problems.extend(outcome.problems)
        stem, _, language = path.stem.partition(".")
        if isinstance(outcome.value, ArticleFile):
            alone[stem] = outcome.value
        elif outcome.value:
            further.setdefault(stem, {})[language] = outcome.value
    articles = {
        stem: memory.of_inputs(
            "record", stem, (file, *digests.values()), partial(_with_digests, file, digests)
        )
        for stem, file in alone.items()
        for digests in [further.get(stem, {})]
    }
    problems += [
        _digest_alone(stem, digest, articles)
        for stem, digests in further.items()
        for digest in digests.values()
        if not (folder / f"{stem}.md").exists()
    ]
    return Outcome(articles, (*problems, *_same_id_problems(articles)))


def _load_file(root: Path, path: Path, data: bytes) -> Outcome[ArticleFile | Text | None]:
    """Return a record with its digest, or the digest in a further language."""
    name = path.relative_to(root).as_posix()
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        return Outcome(None, (encoding_problem(name, error),))
    stem, _, language = path.stem.partition(".")
    return Outcome(Text(text, name)) if language else _load_article(text, name, stem)


def _with_digests(file: ArticleFile, digests: dict[str, Text]) -> ArticleFile:
    if not digests:
        return file
    further = [part for language, digest in sorted(digests.items()) for part in (language, digest.text)]
    checksum = checksum_of(file.checksum, *further)
    return ArticleFile(file.record, file.place, {**file.digests, **digests}, checksum)


def _digest_alone(stem: str, digest: Text, articles: dict[str, ArticleFile]) -> Problem:
    return Problem(
        "digest-alone",
        Location(path=digest.path),
        f"this digest belongs to no record: there is no {stem}.md",
        nearest(stem, articles, "rename the file after its record, or write the record"),
    )


def _load_article(text: str, name: str, stem: str) -> Outcome[ArticleFile | None]:
    front_matter, body, body_line = split_front_matter(text)
    if front_matter is None:
        return Outcome(
            None,
            (
                Problem(
                    "front-matter-missing",
                    Location(path=name, line=1),
                    "there is no front matter",
                    "begin the file with a line `---`, the record, and another line `---`",
                ),
            ),
        )
    parsed = parse_yaml(front_matter, name, first_line=2)
    if parsed.value.data is None:
        return Outcome(None, parsed.problems)
    checked = validate(Record, parsed.value.data, parsed.value.place)
    problems = (*parsed.problems, *checked.problems)
    record = checked.value
    if record is None:
        return Outcome(None, problems)
    digests = {MAIN_LANGUAGE: Text(body, name, body_line)} if body.strip() else {}
    return Outcome(
        ArticleFile(record, parsed.value.place.packed(), digests, checksum_of(text)),
        (*problems, *_name_problems(record, parsed.value.place, stem)),
    )


def _name_problems(record: Record, place: Place, stem: str) -> list[Problem]:
    if record.id == stem:
        return []
    return [
        Problem(
            "id-mismatch",
            place.at("id"),
            f"the id is '{record.id}', the file is '{stem}.md'",
            "give both the same name; once released, the id stays and the file follows it",
        )
    ]


def _same_id_problems(articles: dict[str, ArticleFile]) -> list[Problem]:
    first: dict[str, ArticleFile] = {}
    problems = []
    for article in articles.values():
        other = first.setdefault(article.record.id, article)
        if other is not article:
            problems.append(
                Problem(
                    "id-duplicate",
                    article.place.at("id"),
                    f"'{article.record.id}' is also the id of {other.place.at('id')}",
                    "give one of the two records an id of its own",
                )
            )
    return problems


def encoding_problem(name: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a corpus file that is not UTF-8, at the line of the first wrong byte."""
    line = bytes(error.object[: error.start]).count(b"\n") + 1
    return Problem(
        "encoding-not-utf8",
        Location(path=name, line=line),
        f"the file is not UTF-8 (byte {error.object[error.start]:#04x})",
        "save it as UTF-8: every editor offers that under Save as",
    )
