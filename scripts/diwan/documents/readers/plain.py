"""Plain text: a page or article saved as text, in whatever encoding.

In: the bytes of a file. Out: its lines or paragraphs as pieces, with the encoding and what was taken out.
"""

from diwan.documents.bounds import FILE, too_long
from diwan.documents.encodings import Undecodable, decode
from diwan.documents.pieces import Reading
from diwan.documents.readers import chats
from diwan.documents.readers.delivery import doubt_of, provenance_of, refused, undecodable
from diwan.documents.readers.numbered import parted, without_numbers
from diwan.documents.readers.timed import timed
from diwan.documents.splitting import normalise, split
from diwan.model.block import Flag
from diwan.problems import Outcome

READER = "plain text 1"
MEDIA_TYPE = "text/plain"


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a text file, or why it cannot be read."""
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return undecodable(decoded, path)
    if problem := too_long(decoded.text, FILE, path):
        return Outcome(None, (problem,))
    text, flags = normalise(decoded.text)
    if problem := too_long(text, FILE, path):  # other ends of lines are ends of lines now
        return Outcome(None, (problem,))
    text, addresses = parted(text)
    pieces, numbers = timed(text) or tuple(chats.parted(split(text, by_browser=addresses is not None))), 0
    if addresses:
        bare, numbers = without_numbers(pieces, addresses)
        pieces = (*bare, addresses)
    if not pieces:
        mend = "save the page again; check that the file is the one you meant"
        return refused("source-empty", path, "the file has no text", mend)
    provenance = provenance_of(data, MEDIA_TYPE, READER, decoded)
    told = (Flag(kind="link-numbers", detail=str(numbers)),) if numbers else ()
    flags = (*doubt_of(decoded), *flags, *told)
    return Outcome(Reading(pieces=pieces, provenance=provenance, flags=flags, is_page=True))
