"""Find the sources of records that have none: in folders and files by checksum, else by the address of the page.

With --fetch the addresses of all records without a source are asked, politely: one page of a host a second, never
where robots.txt forbids it. What is found goes to corpus/sources/, which is never committed.
"""

import argparse

from diwan.adding.hydrate import HydratingWish, hydrate
from diwan.cli.add import progress
from diwan.cli.say import counted, note, say, tell
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument(
        "where", nargs="*", metavar="DIR_OR_URL", help="folders, files, web addresses to look at"
    )
    parser.add_argument(
        "--fetch", action="store_true", help="ask the addresses of all records without a source"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be kept; write nothing")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Find sources; 0 if nothing stood in the way."""
    wish = HydratingWish(
        arguments=chosen.where, fetch=chosen.fetch, dry_run=chosen.dry_run, progress=progress
    )
    if not (wish.arguments or wish.fetch):
        note("name folders or addresses, or ask the addresses of all records with --fetch")
        return 1
    outcome = hydrate(project, wish)
    for found in outcome.value.found:
        say(f"{found.article}: {found.where} (by {found.how})")
    code = tell(outcome.problems)
    kept = f"{counted(len(outcome.value.found), 'source')} {'would be kept' if chosen.dry_run else 'kept'}"
    note(f"{kept}, {counted(outcome.value.lacking, 'record')} still without one")
    return code
