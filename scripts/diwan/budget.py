"""What a web host takes: how large a finished site may grow before it is time to think about where it lies.

GitHub Pages publishes sites of up to 1 GB and gives a deployment ten minutes (its documented limits, November 2026);
there is no documented number of files. We warn well before: at 600 MB, and at 50,000 files, which took about half of
that time to upload. `docs/project/scale.md` says what to do then.
"""

from collections.abc import Iterator
from pathlib import Path

from diwan.problems import Location, Problem, Severity
from diwan.trees import files_of

#: Bytes of all files of a site together.
SIZE_MAX = 600_000_000
FILES_MAX = 50_000
#: Bytes of one file; Git hosts refuse files of 100 MB, and nobody wants to wait for one of 50.
FILE_MAX = 50_000_000

_MEND = "see docs/project/scale.md"


def check_budget(site: Path) -> Iterator[Problem]:
    """Yield a warning for every limit that the finished *site* exceeds; none where there is no site."""
    sizes = {path: size for path, (size, _, _) in files_of(site).items()}
    where, total = Location(path=f"{site.name}/"), sum(sizes.values())
    if total > SIZE_MAX:
        message = f"the site has {total / 1e6:,.0f} MB, more than {SIZE_MAX / 1e6:,.0f}"
        yield Problem("site-too-large", where, message, _MEND, Severity.WARNING)
    if len(sizes) > FILES_MAX:
        message = f"the site has {len(sizes):,} files, more than {FILES_MAX:,}"
        yield Problem("site-too-many-files", where, message, _MEND, Severity.WARNING)
    for path, size in sorted(sizes.items()):
        if size > FILE_MAX:
            message = f"the file has {size / 1e6:,.0f} MB, more than {FILE_MAX / 1e6:,.0f}"
            yield Problem(
                "site-file-too-large", Location(path=f"{site.name}/{path}"), message, _MEND, Severity.WARNING
            )
