"""Cuttings: articles that `diwan add` cut out of files of press archives.

In: the bytes of a cutting. Out: its pieces, each as what the archive marks it, and the facts that the archive states. The
archive's marks are read anew each time, so that a cutting gains by what is learned of them later.
"""

from dataclasses import replace

from diwan.documents.dossiers.archives import ARCHIVES
from diwan.documents.dossiers.cutting import MEDIA_TYPE, cutting_in
from diwan.documents.dossiers.lines import RULE
from diwan.documents.formats import FORMATS
from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import deliver, no_text, provenance_of, refused
from diwan.problems import Outcome

READER = "cutting 1"


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a cutting, or why it cannot be read."""
    try:
        cutting = cutting_in(data)
        archive = ARCHIVES[cutting.archive]
    except (ValueError, KeyError, RecursionError):
        mend = "get the file back from where it was copied; or add the file of the archive again"
        return refused("source-damaged", path, "it is no whole cutting, or of another version", mend)
    # What a changed cutting says of its file is no word of the report, unless it is the name of a format.
    form = {known.media_type: f", {known.name}" for known in FORMATS}.get(cutting.media_type, "")
    provenance = replace(
        provenance_of(data, MEDIA_TYPE, f"{READER} of {cutting.archive}{form}"),
        encoding=cutting.encoding,
        encoding_confidence=cutting.encoding_confidence,
        cut_from=cutting.place,
    )
    # Somebody may have changed it: it is cleaned like any source before it is believed.
    outcome = deliver(cutting.pieces, provenance, flags=cutting.flags)
    if outcome.value is None or not outcome.value.pieces:
        return no_text(path, "the cutting has no text")
    told = archive.tell(outcome.value.pieces)
    stated = {fact: " ".join(value.split()) for fact, value in told.stated.items()}
    found = dict.fromkeys(stated, RULE)
    return Outcome(replace(outcome.value, pieces=told.pieces, stated=stated, found=found), outcome.problems)
