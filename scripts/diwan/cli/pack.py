"""Pack a built site into one archive that reads from disk, without a server.

`diwan build` comes first. The archive of the public edition is site.zip, that of the private one site-private.zip.
"""

import argparse

from diwan.cli.say import say, tell
from diwan.files import write_if_changed
from diwan.packing import pack
from diwan.problems import Location, Problem
from diwan.project import EditionKind, Project
from diwan.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    kinds = [kind.value for kind in EditionKind]
    parser.add_argument("--edition", choices=kinds, default="public", help="whom it is for (default: public)")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Write the archive; 1 if there is no site yet."""
    site = Workplace(project, EditionKind(chosen.edition)).site
    if not site.is_dir():
        mend = f"run `diwan build --edition {chosen.edition}` first"
        return tell(
            [Problem("nothing-to-pack", Location(path=f"{site.name}/"), "there is no site to pack", mend)]
        )
    archive = pack(site, site.name)
    write_if_changed(project.root / f"{site.name}.zip", archive)
    say(f"{site.name}.zip: {len(archive) / 1e6:.1f} MB; unpack it and open {site.name}/index.html")
    return 0
