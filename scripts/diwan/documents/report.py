"""The report on a conversion, in figures: what may be said of a source whose words may not be shown."""

from collections import Counter

from diwan.documents.correcting import RULE
from diwan.model.block import Document
from diwan.model.report import ConversionReport, RaisedFlag, SetAside
from diwan.text.words import count_words


def report_of(document: Document) -> ConversionReport:
    """Return how *document* was made, without any of its words."""
    source = document.provenance
    flags = Counter(flag.kind for flag in document.flags)
    return ConversionReport(
        sha256=source.sha256,
        media_type=source.media_type,
        size=source.size,
        encoding=source.encoding,
        encoding_confidence=source.encoding_confidence,
        reader=source.reader,
        cut_from=source.cut_from,
        words_kept=count_words("\n".join(block.text for block in document.kept)),
        words_aside=count_words("\n".join(block.text for block in document.set_aside)),
        corrected=sum(block.rule == RULE for block in document.blocks),
        set_aside=tuple(
            SetAside(line=block.line, kind=block.kind.value, rule=block.rule, words=count_words(block.text))
            for block in document.set_aside
        ),
        flags=tuple(RaisedFlag(kind=kind, places=places) for kind, places in sorted(flags.items())),
    )
