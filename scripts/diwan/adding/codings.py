"""Codings made elsewhere: a file with one coder's answers about many articles goes into the records.

In: YAML, by article and question the `value`, `confidence`, `reason` and `evidence` (ids of passages). Out: a coding at
the end of each record's list, by the rules in force; every other letter of the record stays. Nothing is written if
anything is wrong with the file. What the answers rest on is judged afterwards, by `diwan check`.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import fill

from diwan.corpus.corpus import Corpus, load_corpus
from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import YamlFile, parse_yaml, split_front_matter
from diwan.files import read_text, write_if_changed
from diwan.model.coding import Answer
from diwan.problems import Location, Outcome, Problem, Report, nearest, unknown
from diwan.project import Project

Sheet = Mapping[str, Mapping[str, Answer]]
#: Characters of a line, as records have them.
_WIDTH = 118
#: The list of codings in the front matter: its key and everything indented or listed below.
_CODINGS = re.compile(r"^codings:[ \t]*(?:\[\])?[ \t]*\n((?:[ -].*\n|\n)*)", re.MULTILINE)


def add_codings(project: Project, file: Path, coder: str, day: str) -> Outcome[int]:
    """Write the codings in *file* into the records; return how many, none if anything is wrong."""
    report = Report()
    corpus = load_corpus(project.corpus).value
    parsed = report.keep(parse_yaml(read_text(file), file.name))
    sheet = report.keep(_sheet(parsed, file.name)) if parsed else {}
    report.add(_misfits(corpus, sheet, coder, file.name))
    if report.has_errors or corpus.codebook is None:
        return Outcome(0, tuple(report))
    for ident, answers in sheet.items():
        path = project.root / corpus.articles[ident].place.path
        coding = "".join(f"{line}\n" for line in _lines(coder, corpus.codebook.value.version, day, answers))
        write_if_changed(path, _with_coding(read_text(path), coding))
    return Outcome(len(sheet), tuple(report))


def _sheet(parsed: YamlFile, path: str) -> Outcome[Sheet]:
    """Return the answers of a file by article and question, and what is wrong with them."""
    report, sheet = Report(), {}
    data = parsed.data
    if not isinstance(data, dict) or not all(isinstance(answers, dict) for answers in data.values()):
        problem = Problem(
            "value-invalid", Location(path=path), "a file of codings has a key for each article, and below it one for each question",
            "write `article-id:`, below it `question-id:`, below it `value:` and `confidence:`",
        )  # fmt: skip
        return Outcome({}, (problem,))
    for ident, answers in data.items():
        found = {
            question: report.keep(validate(Answer, answer, parsed.place.below(ident, question)))
            for question, answer in answers.items()
        }
        sheet[ident] = {question: answer for question, answer in found.items() if answer}
    return Outcome(sheet, tuple(report))


def _misfits(corpus: Corpus, sheet: Sheet, coder: str, path: str) -> Iterator[Problem]:
    """Yield a problem for a coder or article that the corpus has not, and for what that coder has coded already."""
    where = Location(path=path)
    coders = [known.id for known in corpus.codebook.value.coders] if corpus.codebook else []
    if coder not in coders:
        mend = nearest(coder, coders, "describe the coder in corpus/codebook.yml first")
        yield unknown("coder-unknown", "coder", coder, where, mend)
    for ident in sheet:
        if ident not in corpus.articles:
            mend = nearest(ident, corpus.articles, "write the id of an article of the corpus")
            yield unknown("article-unknown", "article", ident, where, mend)
        elif any(coding.coder == coder for coding in corpus.articles[ident].record.codings):
            message = f"'{coder}' has coded '{ident}' already"
            yield Problem(
                "coding-there", where, message, "change the answers in the record, each with `changed:`"
            )


def _lines(coder: str, version: str, day: str, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield the lines of a coding as records have them."""
    yield from (f"- coder: {coder}", f'  codebook: "{version}"', f"  date: {day}", "  answers:")
    for question, answer in answers.items():
        yield from (
            f"    {question}:",
            f"      value: {answer.value}",
            f"      confidence: {answer.confidence}",
        )
        if answer.reason:
            indent = " " * 8
            yield "      reason: >-"
            text = " ".join(answer.reason.split())
            yield fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)  # fmt: skip
        if answer.evidence:
            yield f"      evidence: [{', '.join(map(str, answer.evidence))}]"


def _with_coding(record: str, coding: str) -> str:
    """Return the text of a record with one more coding at the end of its list."""
    front, _, _ = split_front_matter(record)
    assert front is not None  # noqa: S101  # the record was read
    start = record.index(front)
    lines = front.rstrip("\n") + "\n"
    found = _CODINGS.search(lines)
    if found is None:
        lines += f"codings:\n{coding}"
    else:
        listed = found[1].rstrip("\n")
        whole = "codings:\n" + (f"{listed}\n" if listed else "") + coding
        lines = lines[: found.start()] + whole + lines[found.end() :]
    # What stands between the front matter and its end stays as it was.
    return (
        record[:start] + lines.rstrip("\n") + front[len(front.rstrip("\n")) :] + record[start + len(front) :]
    )
