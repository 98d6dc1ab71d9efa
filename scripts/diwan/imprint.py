"""The imprint: which edition this is, of which day, and where it is published. Every page and every file says it.

The day is that of `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/) or else of
the last commit; never that of the clock. The edition is named after the day and the commit, `2026-11-28.8415575`, with
`-draft` behind it where files differ from that commit; `DIWAN_EDITION` gives it another name. Outside version control
without `SOURCE_DATE_EPOCH` there is no day: nobody should cite such an edition.
"""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

#: Where `diwan serve` shows a site that has no address of its own yet.
PREVIEW = "http://127.0.0.1:8000/"
#: The characters of a commit's name that are shown: no two commits of a project of this size share them.
COMMIT_LENGTH = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """An edition's name and day (ISO 8601), both empty where it has none, and the address of its root."""

    name: str = ""
    date: str = ""
    address: str = PREVIEW

    def url(self, path: str) -> str:
        """Return the full address of what stands at *path* below the root."""
        return f"{self.address}{path}"


def imprint_of(root: Path) -> Imprint:
    """Return the imprint of the project in the folder *root*."""
    epoch, commit = os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct"), ""
    given = os.environ.get("DIWAN_EDITION", "")
    if epoch and not given:
        commit = _git(
            root, "describe", "--always", "--dirty=-draft", "--exclude=*", f"--abbrev={COMMIT_LENGTH}"
        )
    date = datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch else ""
    name = given or ".".join(filter(None, (date, commit)))
    return Imprint(name=name, date=date, address=_address(root / "mkdocs.yml"))


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, or nothing where there is no git or no commit."""
    command = ["git", "-C", str(root), *arguments]
    surroundings = {**os.environ, "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)  # noqa: S603  # no word of it comes from a file
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _address(config: Path) -> str:
    """Return the `site_url` of a configuration of MkDocs, or the address of the preview."""
    if not config.exists():
        return PREVIEW
    try:
        with config.open(encoding="utf-8") as stream:
            address = yaml_load(stream).get("site_url")
    except ConfigurationError:
        return PREVIEW  # MkDocs says what is wrong with it when the site is made
    return f"{str(address).rstrip('/')}/" if address else PREVIEW
