"""A site as one archive that reads from disk: unpack it, open `index.html`, follow the links.

In: the folder of a built site. Out: the bytes of a zip archive. Browsers do not look for `index.html` in a folder on a
disk, and let no page there load modules or fetch files: links are led to the file itself, modules are left out, and
what the site says to readers without scripts is said. The index of the search stays behind, as nothing could read it.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

#: What serves hosts and searching only.
_LEFT_BEHIND = re.compile(
    r"404\.html|sitemap\.xml|search/(?!index\.html).*|(?:ar/)?search/data/.*|assets/(?:search/.*|box\.js|search\.js)|.*\.map"
)
_LINK = re.compile(r'(?P<before>\s(?:href|src|action)=")(?P<path>[^"?#]*)(?P<rest>[^"]*")')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MODULE = re.compile(r'\s*<script(?=[^>]*type="module")[^>]*></script>')
_HOST_LINKS = re.compile(r'\s*<link rel="(?:preload|search)"[^>]*>')
_NOSCRIPT = re.compile(r"</?noscript>")
#: Zip archives know no date before; the same site makes the same archive.
_DATE = (1980, 1, 1, 0, 0, 0)


def pack(site: Path, name: str) -> bytes:
    """Return the archive of *site*; everything in it stands below the folder *name*."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, content in _contents(site):
            entry = zipfile.ZipInfo(f"{name}/{path}", _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)
    return archive.getvalue()


def _contents(site: Path) -> Iterator[tuple[str, bytes]]:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for path in sorted(files):
        if _LEFT_BEHIND.fullmatch(path):
            continue
        content = (site / path).read_bytes()
        yield path, _offline(content.decode(), path, files).encode() if path.endswith(".html") else content


def _offline(page: str, path: str, files: set[str]) -> str:
    """Return a page as it must be on a disk."""
    folder = posixpath.dirname(path)

    def lead(found: re.Match[str]) -> str:
        link = found["path"]
        if not link or _SCHEME.match(link):
            return found[0]
        index = posixpath.join(link, "index.html")
        is_folder = posixpath.normpath(posixpath.join(folder, index)) in files
        return f"{found['before']}{index if is_folder else link}{found['rest']}"

    for needless in (_MODULE, _HOST_LINKS, _NOSCRIPT):
        page = needless.sub("", page)
    return _LINK.sub(lead, page)
