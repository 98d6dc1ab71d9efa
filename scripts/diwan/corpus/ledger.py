"""The ledger: every passage, answer and address that was ever released, as ids and checksums, never as text.

`corpus/ledger/passages/<article>.tsv` has a line for each passage: id, SHA-256, sketch (by which a corrected passage
is told from another one), and state: `live`, or `gone` for a passage that was taken out on purpose.
`corpus/ledger/codings/<article>.tsv` has a line for each answer that ever stood, in order (`ReleasedAnswer`).
`corpus/ledger/reports/<article>.json` says in figures how the source was read, for those who do not have it.
`corpus/ledger/addresses.tsv` has a line for each page: address, state (`live`, `gone`, or `moved <address>`).
"""

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from diwan.files import read_text
from diwan.memory import Memory
from diwan.model.ledger import Ledger, ReleasedAddress, ReleasedAnswer, ReleasedPassage
from diwan.model.report import ConversionReport
from diwan.problems import Location, Outcome, Problem, Report

#: Columns of the lines of each part of the ledger.
PASSAGE_CELLS, ADDRESS_CELLS = 4, 2
ANSWER_COLUMNS = ("date", "coder", "question", "codebook", "value", "confidence", "evidence", "why")


def load_ledger(folder: Path, root: Path, memory: Memory) -> Outcome[Ledger]:
    """Return the ledger in *folder*; a corpus that has released nothing yet has an empty one."""
    report = Report()
    passages = {
        path.stem: report.keep(memory.of_file("ledger", path, partial(_load_passages, path, root)))
        for path in sorted((folder / "passages").glob("*.tsv"))
    }
    addresses = report.keep(_load_addresses(folder / "addresses.tsv", root))
    codings = {
        path.stem: report.keep(memory.of_file("history", path, partial(_load_answers, path, root)))
        for path in sorted((folder / "codings").glob("*.tsv"))
    }
    reports = {
        path.stem: found
        for path in sorted((folder / "reports").glob("*.json"))
        if (found := report.keep(memory.of_file("report", path, partial(_load_report, path, root))))
    }
    return Outcome(Ledger(passages, addresses, codings, reports), tuple(report.problems))


def _load_report(path: Path, root: Path) -> Outcome[ConversionReport | None]:
    try:
        return Outcome(ConversionReport.model_validate_json(read_text(path)))
    except ValueError:
        where = Location(path=path.relative_to(root).as_posix(), line=1)
        mend = "take the file as it was released (git log shows it), or remove it and run `diwan release`"
        return Outcome(None, (Problem("ledger-damaged", where, "this is no report of the ledger", mend),))


def _load_passages(path: Path, root: Path) -> Outcome[tuple[ReleasedPassage, ...]]:
    problems: list[Problem] = []
    passages = tuple(
        ReleasedPassage(ident, sha256, int(sketch, 16), state, line)
        for line, (ident, sha256, sketch, state) in _rows(path, root, PASSAGE_CELLS, problems)
    )
    return Outcome(passages, tuple(problems))


def _load_answers(path: Path, root: Path) -> Outcome[tuple[ReleasedAnswer, ...]]:
    problems: list[Problem] = []
    rows = _rows(path, root, len(ANSWER_COLUMNS), problems)
    answers = (
        ReleasedAnswer(line=line, **dict(zip(ANSWER_COLUMNS, cells, strict=True))) for line, cells in rows
    )
    return Outcome(tuple(answers), tuple(problems))


def _load_addresses(path: Path, root: Path) -> Outcome[tuple[ReleasedAddress, ...]]:
    problems: list[Problem] = []
    rows = _rows(path, root, ADDRESS_CELLS, problems)
    addresses = tuple(ReleasedAddress(address, state, line) for line, (address, state) in rows)
    return Outcome(addresses, tuple(problems))


def _rows(path: Path, root: Path, width: int, problems: list[Problem]) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    if not path.exists():
        return rows
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        cells = line.split("\t")
        # Only lines of passages have a sketch, to be read as a number.
        if len(cells) == width and all(cells) and (width != PASSAGE_CELLS or _is_hexadecimal(cells[2])):
            rows.append((number, cells))
        elif line.strip():
            where = Location(path=path.relative_to(root).as_posix(), line=number)
            mend = "take the line as it was released (git log shows it); only its last column may be changed"
            problems.append(Problem("ledger-damaged", where, "this is no line of the ledger", mend))
    return rows


def _is_hexadecimal(text: str) -> bool:
    return all(character in "0123456789abcdef" for character in text)


def passage_lines(passages: Iterable[ReleasedPassage]) -> str:
    """Return *passages* as the text of a ledger file."""
    return "".join(
        f"{passage.id}\t{passage.sha256}\t{passage.sketch:016x}\t{passage.state}\n" for passage in passages
    )


def address_lines(addresses: Iterable[ReleasedAddress]) -> str:
    """Return *addresses* as the text of a ledger file."""
    return "".join(f"{address.address}\t{address.state}\n" for address in addresses)


def answer_lines(answers: Iterable[ReleasedAnswer]) -> str:
    """Return *answers* as the text of a ledger file."""
    return "".join("\t".join(map(partial(getattr, answer), ANSWER_COLUMNS)) + "\n" for answer in answers)


def report_text(report: ConversionReport) -> str:
    """Return *report* as the text of a ledger file, a block on a line."""
    facts = report.model_dump(mode="json", exclude={"set_aside", *([] if report.cut_from else ["cut_from"])})
    lines = [
        f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}," for name, value in facts.items()
    ]
    blocks = ",\n".join(f"  {block.model_dump_json()}" for block in report.set_aside)
    return "\n".join(["{", *lines, ' "set_aside": [', blocks, " ]", "}", ""])
