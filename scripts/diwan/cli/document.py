"""Read a source and show what the converter makes of it; no record is needed and nothing is written.

Each block is printed with its name (line and checksum), its kind, whether it is kept (+) or set aside (-), and the rule that decided.
With --json: one object with title, date, author, outlet, language, flags (their meaning: docs/contribute.md) and blocks.
"""

import argparse
import json
import shutil
from pathlib import Path

from diwan.cli.say import counted, note, say
from diwan.documents.convert import read_apart, read_document
from diwan.documents.dossiers.dossier import Dossier
from diwan.documents.flags import FLAGS
from diwan.documents.report import report_of
from diwan.model.block import Block, Document
from diwan.model.correction import block_name
from diwan.project import Project

#: Columns of the table before the text: name, mark, kind with level, rule.
_BEFORE_TEXT = 69
#: Columns of text shown at least, in however narrow a terminal.
_NARROWEST = 24


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("path", type=Path, metavar="PATH", help="the saved file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(_: Project, chosen: argparse.Namespace) -> int:
    """Show the document of a source; 1 where it cannot be read."""
    outcome = read_apart(chosen.path)
    for problem in outcome.problems:
        note(str(problem))
    document = outcome.value
    if isinstance(document, Dossier):
        count = counted(len(document.cuttings), "article")
        note(f"{count} of a press archive, shown as one: `diwan add` takes the file apart")
        document = read_document(chosen.path).value
    if document is None:
        return 1
    say(json_of(document) if chosen.json else table_of(document))
    return 0


def json_of(document: Document) -> str:
    """Return *document* as one JSON object; several authors are joined by `; `."""
    blocks = [
        {
            "kind": block.kind.value,
            "level": block.level,
            "line": block.line,
            "kept": block.kept,
            "rule": block.rule,
            "text": block.text,
        }
        for block in document.blocks
    ]
    facts = {
        "title": document.title,
        "date": document.date,
        "author": "; ".join(document.authors) or None,
        "outlet": document.outlet,
        "language": document.language,
    }
    flags = [{"kind": flag.kind, "line": flag.line, "detail": flag.detail} for flag in document.flags]
    return json.dumps({**facts, "flags": flags, "blocks": blocks}, ensure_ascii=False, indent=1)


def table_of(document: Document) -> str:
    """Return *document* as a table for a terminal; each block has the name by which corrections call it."""
    facts = {
        "title": document.title,
        "date": document.date,
        "authors": "; ".join(document.authors),
        "outlet": document.outlet,
        "language": document.language,
        **({"address": document.url} if document.url else {}),
    }
    found = {**document.found, "address": document.found.get("url", "format")}
    head = [
        f"{fact:9} {value or 'unknown'}{f'  [{found[fact]}]' if fact in found else ''}"
        for fact, value in facts.items()
    ]
    source = document.provenance
    head.append(
        f"{'source':9} {source.media_type}, {source.encoding}, {source.size:,} bytes, sha256 {source.sha256[:16]}…"
    )
    head.append(f"{'read by':9} {source.reader}")
    head += [f"{'cut from':9} {source.cut_from}"] if source.cut_from else []
    width = max(shutil.get_terminal_size((160, 24)).columns - _BEFORE_TEXT, _NARROWEST)
    rows = [_row(block, width) for block in document.blocks]
    flags = [
        f"flag      {_place(flag.line)}{FLAGS[flag.kind][0]} {flag.detail}".rstrip()
        for flag in document.flags
    ]
    share = report_of(document).share_kept
    counts = f"{len(document.kept)} blocks kept, {len(document.set_aside)} set aside; {share or 0:.1%} of the words kept"
    return "\n".join([*head, *flags, "", *rows, "", counts])


def _place(line: int) -> str:
    return f"line {line}: " if line else ""


def _row(block: Block, width: int) -> str:
    # A language is named where a block has another than its document.
    kind = " ".join(map(str, filter(None, (block.kind.value, block.level, block.language))))
    text = " ".join(block.text.split())
    shown = text if len(text) <= width else f"{text[: width - 1]}…"
    name = block_name(block.line, block.text)
    return f"{name:22} {'+' if block.kept else '-'} {kind:16} {block.rule:26} {shown}"
