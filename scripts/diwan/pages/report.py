"""The conversion report on an article's page: how its source was read, and every block set aside with the rule.

The words of the blocks, and of what raised a flag, are shown in the private edition only; the figures everywhere.
"""

from typing import Any

from diwan.documents.flags import FLAGS
from diwan.edition import Published
from diwan.model.block import Document
from diwan.pages.interface import Interface
from diwan.pages.site import Site
from diwan.project import EditionKind


def report_view(site: Site, published: Published) -> dict[str, Any]:
    """Return the report for the template; nothing where nobody has read the source."""
    report, interface = published.report, site.interface
    if report is None:
        return {}
    share = report.share_kept
    words = published.document if site.edition.kind is EditionKind.PRIVATE else None
    doubt = report.encoding_confidence < 1
    return {
        "rows": [
            {"label": interface.say(f"report.{name}"), "value": value}
            for name, value in (
                ("media_type", report.media_type),
                (
                    "encoding",
                    f"{report.encoding} ({report.encoding_confidence:.0%})" if doubt else report.encoding,
                ),
                ("reader", report.reader),
                ("size", interface.number(report.size)),
                ("cut_from", report.cut_from),
                ("checksum", f"SHA-256 {report.sha256}"),
                (
                    "kept",
                    f"{interface.number(report.words_kept)}{f' ({share:.1%})' if share is not None else ''}",
                ),
                ("aside", interface.number(report.words_aside)),
                ("corrected", interface.number(report.corrected) if report.corrected else ""),
            )
            if value
        ],
        "flags": _flags(interface, published, words),
        "set_aside": _set_aside(interface, published, words),
    }


def _flags(interface: Interface, published: Published, words: Document | None) -> list[dict[str, str]]:
    """Return what each flag says, and what raised it or, where that may not be shown, in how many places it was."""
    said = interface.language == "ar"
    if words:
        return [{"said": FLAGS[flag.kind][said], "detail": flag.detail} for flag in words.flags]
    flags = published.report.flags if published.report else ()
    return [
        {"said": FLAGS[flag.kind][said], "detail": f"(× {flag.places})" if flag.places > 1 else ""}
        for flag in flags
    ]


def _set_aside(interface: Interface, published: Published, words: Document | None) -> list[dict[str, Any]]:
    assert published.report is not None  # noqa: S101  # looked at above
    if not published.report.set_aside:
        return []
    # With the rules come all the patterns of their signs.
    from diwan.documents.lines.rules import reason_of

    texts = [(block.text, block.reason) for block in words.set_aside] if words else []
    return [
        {
            "line": block.line,
            "kind": interface.say(f"block.{block.kind}"),
            "rule": reason_of(block.rule, interface.language),
            "words": block.words,
            "text": text,
            "reason": reason,
        }
        for block, (text, reason) in zip(
            published.report.set_aside, texts or [("", "")] * len(published.report.set_aside), strict=True
        )
    ]
