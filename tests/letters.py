"""Letters: open texts on both sides of the small project's question, so that there are words to set them apart."""

import hashlib
import random
from pathlib import Path

from conftest import edit

SAYS = {
    "supportive": "The quiet patrol keeps lanterns burning, and the lanterns guide every boat home at night.",
    "critical": "The costly patrol burns fuel, and more fuel is wasted while the fuel depot stands empty.",
}
RECORD = """---
id: {ident}
title: {{en: "Letter {ident}"}}
outlet: harbour-post
date: 2021-06-0{number}
language: en
kind: opinion
themes: [joint-patrol]
url: https://harbour.example/{ident}
basis: {{title: stated, authors: unknown, outlet: url, date: stated, language: stated}}
read: full
rights: InC-NC
access: {access}
source: {{sha256: {sha256}, media_type: text/plain}}
summary: {{en: A letter about the patrol.}}
codings:
- coder: reader
  codebook: "1.1"
  date: 2026-01-02
  answers:
    patrol: {{value: {value}, confidence: high, reason: It says so., evidence: [en1]}}
---
A letter about the Joint Patrol, number {number} of those that were {value}.
"""


def write_letters(project: Path, access: str = "full") -> dict[str, str]:
    """Give the small project five letters on each side of its theme's question; return their texts."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")
    texts = {}
    for value, sentence in SAYS.items():
        for number in range(1, 6):
            ident = f"{value}-letter-{number}"
            # So different otherwise that they are no versions of one text.
            pool = [
                f"{word}{ident[0]}{number}"
                for word in ("ha", "be", "co", "du", "fe", "gi", "lo", "mu", "na", "pe")
            ]
            chatter = [" ".join(random.Random(f"{ident}{line}").sample(pool, 9)) for line in range(6)]
            texts[ident] = "\n\n".join(f"{line.capitalize()}. {sentence}" for line in chatter)
            source = project / f"corpus/sources/{ident}.txt"
            source.write_text(f"Letter {ident}\n\n{texts[ident]}\n", encoding="utf-8")
            sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
            filled = RECORD.format(ident=ident, number=number, value=value, access=access, sha256=sha256)
            (project / f"corpus/articles/{ident}.md").write_text(filled, encoding="utf-8")
    return texts
