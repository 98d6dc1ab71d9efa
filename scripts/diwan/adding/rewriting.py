"""Rewriting a record: another source, and what follows from it, in the lines where that stands; every other line stays.

In: the text of a record whose source was an opening, and the fuller document. Out: the text with the new source's checksum and
media type and without the doubt about how much is there; nothing where that cannot be written without touching more.
"""

import re

from diwan.adding.record import read_note
from diwan.corpus.articlefiles import ArticleFile
from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import parse_yaml, split_front_matter
from diwan.documents.shortened import paywall_of
from diwan.model.block import Document
from diwan.model.record import Record, SourceFile

_NOTE = re.compile(r"^# Read: .*\n", re.MULTILINE)
_READ = re.compile(r"^read: opening$", re.MULTILINE)
#: The item `read` of the list `undecided`, and that list where nothing is left in it.
_UNDECIDED = re.compile(r"^(undecided:\n(?:[ ]*- (?!read$).*\n)*)[ ]*- read\n", re.MULTILINE)
_NOTHING_LEFT = re.compile(r"^undecided:\n(?![ ]*- )", re.MULTILINE)


def read_of(file: ArticleFile) -> str:
    """Return what a record says was read once its source is the whole text.

    What was coded or written from the opening rests on that until somebody has looked at it again.
    """
    record = file.record
    return record.read if record.codings or record.summary or file.digests else "full"


def with_source(text: str, file: ArticleFile, document: Document) -> str | None:
    """Return the *text* of a record with *document* for its source; None where it would say something else than meant."""
    former, source = file.record.source, document.provenance
    front_matter, body, _ = split_front_matter(text)
    if front_matter is None or former is None:
        return None
    doubt = paywall_of(document)
    kind = rf"(\bmedia_type: *['\"]?){re.escape(former.media_type)}\b"
    changed = front_matter.replace(former.sha256, source.sha256)
    changed = re.sub(kind, lambda found: found[1] + source.media_type, changed, count=1)
    note = f"# Read: {read_note(doubt)}\n" if doubt else ""
    changed = _NOTE.sub(lambda _: note, changed)
    if not doubt:
        changed = _NOTHING_LEFT.sub("", _UNDECIDED.sub(r"\1", changed))
    changed = _READ.sub(f"read: {read_of(file)}", changed)
    parsed = parse_yaml(changed, file.place.path)
    said = validate(Record, parsed.value.data, parsed.value.place).value
    return f"---\n{changed}---\n{body}" if said == _meant(file, document) else None


def _meant(file: ArticleFile, document: Document) -> Record:
    """Return the record as it should be."""
    record, source = file.record, document.provenance
    left = tuple(name for name in record.undecided if name != "read" or paywall_of(document))
    return record.model_copy(
        update={
            "source": SourceFile(sha256=source.sha256, media_type=source.media_type),
            "undecided": left,
            "read": read_of(file),
        }
    )
