"""The record that `diwan add` writes: facts with their bases, and what is left for a person to decide."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from diwan.adding.facts import DAY_OF_FILE, NO_LANGUAGE, OF_TITLE, Facts
from diwan.adding.neighbours import Neighbour, Print
from diwan.adding.outlets import UNKNOWN_OUTLET, ProposedOutlet
from diwan.adding.themes import ProposedTheme
from diwan.adding.words import line_of, telling_slug
from diwan.documents.shortened import TRUNCATED, opening_of, paywall_of
from diwan.model.base import ID_MAX_LENGTH
from diwan.model.block import Document, Flag
from diwan.model.record import UNKNOWN

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
#: Characters of an id's last part, and of all of it before a number that makes it unlike others.
_LONGEST_PART, _LONGEST = 48, ID_MAX_LENGTH - 4
_YEAR = re.compile(r"\d{4}")
#: Articles near a new one that are named: of a text with many versions the nearest are enough to find the others.
MOST_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A record before it is written, and what led to it."""

    id: str
    facts: Facts
    outlet: ProposedOutlet
    themes: Sequence[ProposedTheme]
    neighbours: Sequence[Neighbour]
    document: Document | None
    #: The suffix of the source's file.
    suffix: str = ""
    #: What the next articles are compared with.
    prints: Sequence[Print] = ()
    #: What is to be known of where it comes from, in lines.
    notes: Sequence[str] = ()

    @property
    def paywall(self) -> Flag | None:
        """What the source shows of a paywall, if anything."""
        return paywall_of(self.document) if self.document else None

    @property
    def is_opening(self) -> bool:
        """Whether no more than the opening of the article is there to be read."""
        return self.document is None or opening_of(self.document) is not None

    @property
    def read(self) -> str:
        """How much of the article was read, as records say it."""
        return "opening" if self.is_opening else "full"

    @property
    def undecided(self) -> list[str]:
        """What a person has yet to decide."""
        facts = self.facts
        open_ = ["kind", "themes", "summary"]
        open_ += ["outlet"] if self.outlet.entry or self.outlet.id == UNKNOWN_OUTLET else []
        open_ += ["title"] if facts.title.basis == UNKNOWN else []
        open_ += ["date"] if facts.date.value == UNKNOWN or facts.date.basis == DAY_OF_FILE else []
        open_ += (
            ["language"] if facts.language.value == NO_LANGUAGE or facts.language.basis == OF_TITLE else []
        )
        open_ += ["variant_of"] if self.neighbours else []
        open_ += ["read"] if self.paywall else []
        return open_


def name_of(
    facts: Facts, outlet: str, themes: Sequence[ProposedTheme], checksum: str, taken: Collection[str]
) -> str:
    """Return a free id: outlet, year, and telling words of the title or address, or a theme, or the checksum's start."""
    year = _YEAR.search(facts.date.value)
    path = facts.url.split("?")[0].rstrip("/").rpartition("/")[2] if facts.url != UNKNOWN else ""
    title = "" if facts.title.basis == UNKNOWN else facts.title.value
    words = next(
        filter(
            None,
            (telling_slug(text, _LONGEST_PART, 5) for text in (title, re.sub(r"\.\w+$|\d{5,}", "", path))),
        ),
        themes[0].id if themes else f"{facts.language.value}-{checksum[:6] or 'listed'}",
    )
    outlet = "unknown" if outlet == UNKNOWN_OUTLET else outlet
    stem = "-".join((_cut(outlet, _LONGEST - len(words) - 8), year.group() if year else "nd", words))
    stem = stem[:_LONGEST].strip("-")
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _cut(slug: str, longest: int) -> str:
    """Return as many whole words of *slug* as fit, at least a part of the first."""
    return slug if len(slug) <= longest else (slug[: longest + 1].rpartition("-")[0] or slug[:longest])


def fields_of(proposal: Proposal) -> dict[str, Any]:
    """Return the fields of a record, as its front matter has them."""
    facts = proposal.facts
    fields: dict[str, Any] = {
        "id": proposal.id,
        "title": {"en" if facts.title.basis == UNKNOWN else facts.language.value: facts.title.value},
        "authors": [{"name": name} for name in facts.authors],
        "outlet": proposal.outlet.id,
        "date": facts.date.value,
        "language": facts.language.value,
        "kind": facts.kind.value,
        "themes": [theme.id for theme in proposal.themes],
        "url": facts.url,
        **({} if facts.archived == UNKNOWN else {"archived": facts.archived}),
        "basis": {
            "title": facts.title.basis,
            "authors": facts.authors_basis,
            "outlet": proposal.outlet.basis,
            "date": facts.date.basis,
            "language": facts.language.basis,
        },
        "read": proposal.read,
        "rights": "CNE",
        "access": "record",
    }
    if proposal.document:
        source = proposal.document.provenance
        fields["source"] = {"sha256": source.sha256, "media_type": source.media_type}
    fields["undecided"] = proposal.undecided
    return fields


def text_of(proposal: Proposal) -> str:
    """Return the file of a record: front matter, and no digest yet."""
    body = yaml.dump(fields_of(proposal), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return f"---\n{_commented(body, proposal)}---\n"


def _commented(body: str, proposal: Proposal) -> str:
    """Return *body* and, for whoever decides, what led to the themes, a possible version, a doubt about the text, its origin."""
    themes = ", ".join(map(str, proposal.themes))
    notes = [f"# Passages that name themes: {themes}"] if themes else []
    notes += [f"# Near {near.article}: {near.why}" for near in proposal.neighbours[:MOST_NEAR]]
    notes += [f"# Read: {read_note(proposal.paywall)}"] if proposal.paywall else []
    notes += [f"# {note}" for note in proposal.notes]
    return body + "".join(f"{note}\n" for note in notes)


def read_note(flag: Flag) -> str:
    """Return why a text seems to be an opening, and what to do, on one line."""
    said = line_of(f"line {flag.line}: {flag.detail}")
    if flag.kind == TRUNCATED:
        return (
            f"the source is only the opening ({said}). Get the whole text, or code provisionally from this."
        )
    return f"the source may be only the opening ({said}). See whether it ends where the article does."


def quoted(text: str) -> str:
    """Return *text* as YAML reads it back on one line whatever it holds: JSON is YAML as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
