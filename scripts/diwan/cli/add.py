"""Add articles: saved files of any format, files of press archives, addresses, folders, or lists of references from Zotero.

Each becomes a record in corpus/articles/ with the basis of every fact, and its file is kept in corpus/sources/.
What it proposes and somebody has to decide is listed, here and in the record. Nothing is ever written over.
"""

import argparse
from pathlib import PurePath
from typing import TYPE_CHECKING

from diwan.adding.addresses import is_address
from diwan.cli.say import counted, note, say, tell
from diwan.documents import confined
from diwan.documents.formats import likely_format
from diwan.garbage import uncollected
from diwan.project import Project

if TYPE_CHECKING:
    from diwan.adding.record import Proposal

#: Articles between two lines of progress; a single one needs none.
_EVERY = 25
_NEXT = (
    "next: `diwan show ID` shows what of a text is kept; in each record set right what stands in `undecided`,\n"
    "write the digest below the second line of dashes, and run `diwan check`"
)

_WHOLE = (
    "where only an opening was saved: save the article as it is shown to those who may read it, and\n"
    "`diwan hydrate --replace ID FILE` puts it in its place; or leave `read: opening`, and what is coded from it is called\n"
    "provisional"
)
_TEXTLESS = (
    "{} came without a text: save the page or file, and `diwan hydrate FILE_OR_FOLDER` gives it to its record;\n"
    "`diwan hydrate --fetch` asks the addresses of all records"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    what = "a saved file, a folder of them, a web address, or a list of references (.json, .ris, .bib)"
    parser.add_argument("what", nargs="+", metavar="PATH_OR_URL", help=what)
    parser.add_argument("--dry-run", action="store_true", help="show what would be added; write nothing")
    fetch = "also fetch the pages that a list of references names"
    parser.add_argument("--fetch", action="store_true", help=fetch)
    parser.add_argument("--outlet", default="", metavar="ID", help="the outlet of all that is added")
    theme = "a theme of all that is added, before those that are proposed; may be given several times"
    parser.add_argument("--theme", action="append", default=[], metavar="ID", help=theme)
    ident = "the id of the one article that is added; permanent once it is released"
    parser.add_argument("--id", default="", metavar="ID", help=ident)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Add articles; 0 if every one of them was added or was there already."""
    if len(chosen.what) == 1:
        _begin_to_read(chosen.what[0])
    with uncollected():
        # Half a second's worth, loaded while the reading process loads what it needs.
        from diwan.adding.add import AddingWish, add
        from diwan.adding.given import Given

    wish = AddingWish(
        arguments=chosen.what,
        fetch_listed=chosen.fetch,
        dry_run=chosen.dry_run,
        progress=progress,
        given=Given(chosen.outlet, chosen.theme, chosen.id),
    )
    outcome = add(project, wish)
    for proposal in outcome.value:
        say(shown(proposal))
    code = tell(outcome.problems)
    said = "would be added" if chosen.dry_run else "added"
    note(f"{counted(len(outcome.value), 'article')} {said}")
    if outcome.value and not chosen.dry_run:
        note(_NEXT)
        if textless := sum(proposal.document is None for proposal in outcome.value):
            note(_TEXTLESS.format(counted(textless, "reference")))
        if any(proposal.paywall and proposal.is_opening for proposal in outcome.value):
            note(_WHOLE)
    return code


def _begin_to_read(what: str) -> None:
    """Let what reads a file or page be loaded, if that happens in a process of its own; an address is of a page.

    The files of a folder are read by processes that have reading processes of their own.
    """
    known = likely_format(".html" if is_address(what) else PurePath(what).suffix)
    if known and known.confined:
        confined.begin(known)


def shown(proposal: "Proposal") -> str:
    """Return a proposal as lines for a terminal: facts with their bases, what is near, what is left to decide."""
    from diwan.adding.record import MOST_NEAR, read_note

    facts, outlet = proposal.facts, proposal.outlet
    themes = ", ".join(
        f"{theme.id} ({counted(theme.passages, 'passage') if theme.passages else theme.otherwise})"
        for theme in proposal.themes
    )
    rows = [
        ("title", facts.title.value, facts.title.basis),
        ("authors", "; ".join(facts.authors) or "nobody named", facts.authors_basis),
        ("outlet", f"{outlet.id}{' (new in outlets.yml)' if outlet.entry else ''}", outlet.basis),
        ("date", facts.date.value, facts.date.basis),
        ("language", facts.language.value, facts.language.basis),
        ("kind", facts.kind.value, "proposed"),
        ("themes", themes or "none named", "by mentions"),
        *(("near", near.article, near.why) for near in proposal.neighbours[:MOST_NEAR]),
    ]
    lines = [f"  {name:9} {value}  [{basis}]" for name, value, basis in rows]
    if more := len(proposal.neighbours[MOST_NEAR:]):
        lines.append(f"  {'near':9} and {counted(more, 'other article')}")
    if proposal.document is None:
        lines.append(f"  {'text':9} none yet")
    if proposal.paywall:
        lines.append(f"  {'read':9} {proposal.read}: {read_note(proposal.paywall)}")
    lines += [f"  {'note':9} {text}" for text in proposal.notes]
    lines.append(f"  {'decide':9} {', '.join(proposal.undecided)}")
    return "\n".join([f"corpus/articles/{proposal.id}.md", *lines])


def progress(done: int, count: int) -> None:
    """Tell how far a long run is."""
    if count > 1 and (done % _EVERY == 0 or done == count):
        note(f"{done} of {count}")
