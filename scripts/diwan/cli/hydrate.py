"""Find the sources of records that have none: in folders, files and lists by checksum, else by the address of the page.

With --fetch the addresses of all records without a source are asked, politely: one page of a host a second, never
where robots.txt forbids it. What is found goes to corpus/sources/, which is never committed.

With --replace ID the one file or address is the whole text of an article of which a paywall let only the opening be saved:
the record names it from then on, and the former file stays for you to remove. Nothing is done unless every passage that
is cited is there unchanged.
"""

import argparse

from diwan.adding.fetching import Fetcher
from diwan.adding.hydrate import HydratingWish, hydrate
from diwan.adding.replacing import ReplacingWish, replace_source
from diwan.cli.add import progress
from diwan.cli.say import counted, note, say, tell
from diwan.project import Project

_OTHERS = (
    "a file is known by the checksum in a record, a page by the address and headline of one that has no source;\n"
    "the others were left alone: `diwan add` makes records of articles that have none"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument(
        "where",
        nargs="*",
        metavar="DIR_OR_URL",
        help="folders, files, web addresses, lists of references to look at",
    )
    parser.add_argument(
        "--fetch", action="store_true", help="ask the addresses of all records without a source"
    )
    whole = "take the one file or address for the source of this article, in the place of an opening"
    parser.add_argument("--replace", metavar="ID", help=whole)
    parser.add_argument("--dry-run", action="store_true", help="show what would be kept; write nothing")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Find sources; 0 if nothing stood in the way."""
    if chosen.replace:
        return _replace(project, chosen)
    wish = HydratingWish(
        arguments=chosen.where, fetch=chosen.fetch, dry_run=chosen.dry_run, progress=progress
    )
    if not (wish.arguments or wish.fetch):
        note("name folders or addresses, or ask the addresses of all records with --fetch")
        return 1
    outcome = hydrate(project, wish)
    for found in outcome.value.found:
        say(f"{found.article}: {found.where} (by {found.how})")
        for told in found.told:
            say(f"  {told}")
    code = tell(outcome.problems)
    hydrated = outcome.value
    kept = f"{counted(len(hydrated.found), 'source')} {'would be kept' if chosen.dry_run else 'kept'}"
    note(f"{kept} of {hydrated.looked_at} looked at, {counted(hydrated.lacking, 'record')} still without one")
    if hydrated.looked_at > len(hydrated.found) + len(outcome.problems):
        note(_OTHERS)
    return code


def _replace(project: Project, chosen: argparse.Namespace) -> int:
    """Put a whole text in the place of an opening; 0 if that was done."""
    if len(chosen.where) != 1 or chosen.fetch:
        note("with --replace ID name one file or address, the whole text of that article")
        return 1
    wish = ReplacingWish(
        article=chosen.replace, where=chosen.where[0], dry_run=chosen.dry_run, fetcher=Fetcher()
    )
    outcome = replace_source(project, wish)
    done = outcome.value
    if done:
        opening, whole = done.words
        say(
            f"{wish.article}: {wish.where}, {whole:,} words in the place of {opening:,}; it says `read: {done.read}`"
        )
    code = tell(outcome.problems)
    if done and not wish.dry_run:
        note(f"next: {done.former} is the source of no record now: look at the article, and remove that file")
        if done.read == "opening":
            note("what was coded or written rests on the opening: look at it again, and write `read: full`")
        if done.is_doubtful:
            note("the page is not free for everybody: see whether its text ends where the article does")
    return code
