"""Filling: what a source states and its record does not know, written into the record with its basis.

In: the text of a record and the document that was found for it. Out: the text with the source and what it fills, and lines for
whoever decides. Only a record that somebody has yet to go through (`undecided`) is filled, and only where it says that it
does not know, or knows from a list what the source states as well; what the source states otherwise is told and changes nothing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from diwan.adding.facts import (
    DAY_OF_FILE,
    LISTED,
    NO_LANGUAGE,
    OF_TITLE,
    Fact,
    Facts,
    facts_of,
    without_house,
)
from diwan.adding.record import read_note
from diwan.adding.rewriting import read_of
from diwan.adding.themes import ProposedTheme
from diwan.adding.words import line_of, words_key
from diwan.corpus.articlefiles import ArticleFile
from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import parse_yaml, split_front_matter
from diwan.documents.shortened import opening_of, paywall_of
from diwan.model.block import Document
from diwan.model.record import UNKNOWN, Bases, Record

#: The fields behind which new ones are written.
_AFTER = ("access", "rights", "read")


@dataclass
class Filled:
    """What becomes of a record: fields and bases to be written, what is left undecided, and what is told of it."""

    fields: dict[str, Any] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def put(self, name: str, value: Any, fact: Fact) -> None:
        """Note that a field becomes *value*, on the basis of *fact*."""
        self.fields[name] = value
        self.bases[name] = fact.basis
        self.told.append(f"{name}: {fact.value} [{fact.basis}]")


def filled_by(
    file: ArticleFile, document: Document, names: Collection[str], themes: Sequence[ProposedTheme]
) -> Filled:
    """Return what *document*, which names *themes*, fills in a record; *names* are those of its outlet, who is no author."""
    record = file.record
    facts = without_house(
        facts_of(document, "" if record.url == UNKNOWN else record.url, {}, record.id), names
    )
    filled = Filled()
    if record.undecided:
        _fill_language(filled, record, facts)
        _fill_title(filled, record, facts)
        _fill_date(filled, record, facts)
        _fill_authors(filled, record, facts)
        for name, here, address in (
            ("url", record.url, facts.url),
            ("archived", record.archived, facts.archived),
        ):
            if here == UNKNOWN != address:
                filled.fields[name] = address
                filled.told.append(f"{name}: {address}")
        if themes and not record.themes and "themes" in record.undecided:
            filled.fields["themes"] = [theme.id for theme in themes]
            told = ", ".join(map(str, themes))
            filled.told.append(f"passages that name themes: {told}")
        _fill_read(filled, file, document)
    filled.told += _otherwise(filled, record, facts)
    source = document.provenance
    filled.fields["source"] = {"sha256": source.sha256, "media_type": source.media_type}
    return filled


def _fill_language(filled: Filled, record: Record, facts: Facts) -> None:
    language = facts.language.value
    if language != NO_LANGUAGE and (
        record.language == NO_LANGUAGE or _has_basis(record, "language", OF_TITLE)
    ):
        filled.put("language", language, facts.language)
        if record.language in record.title and language not in record.title:
            filled.fields["title"] = {
                language if tag == record.language else tag: title for tag, title in record.title.items()
            }
    elif _is_listed(record, "language") and record.language == language:
        filled.bases["language"] = facts.language.basis


def _fill_title(filled: Filled, record: Record, facts: Facts) -> None:
    fact = facts.title
    if fact.basis == UNKNOWN:
        return
    if record.basis.title.how == "unknown":
        filled.put("title", {facts.language.value: fact.value}, fact)
    elif _is_listed(record, "title") and words_key(fact.value) in map(words_key, record.title.values()):
        filled.bases["title"] = fact.basis


def _fill_date(filled: Filled, record: Record, facts: Facts) -> None:
    fact = facts.date
    if record.date == fact.value != UNKNOWN:
        filled.bases |= (
            {"date": fact.basis} if _is_listed(record, "date") and fact.basis != DAY_OF_FILE else {}
        )
    elif record.date == UNKNOWN or (_is_listed(record, "date") and fact.value.startswith(record.date)):
        filled.put("date", fact.value, fact)


def _fill_authors(filled: Filled, record: Record, facts: Facts) -> None:
    names = [author.name for author in record.authors]
    if (
        names
        and _is_listed(record, "authors")
        and set(map(words_key, names)) == set(map(words_key, facts.authors))
    ):
        filled.bases["authors"] = facts.authors_basis
    elif facts.authors and not names and record.basis.authors.how == "unknown":
        filled.put(
            "authors",
            [{"name": name} for name in facts.authors],
            Fact("; ".join(facts.authors), facts.authors_basis),
        )


def _fill_read(filled: Filled, file: ArticleFile, document: Document) -> None:
    """Say that all was read, where what stands in the record does not rest on less."""
    record, doubt = file.record, paywall_of(document)
    left = [name for name in record.undecided if name not in filled.fields or name == "themes"]
    if filled.bases.get("date") == DAY_OF_FILE:
        left = [name for name in record.undecided if name == "date" or name in left]
    if doubt:
        left += ["read"] if "read" not in left else []
        filled.told.append(read_note(doubt))
    elif record.read == "opening" and not opening_of(document):
        if read_of(file) == "full":
            filled.fields["read"] = "full"
            filled.told.append("read: full")
        else:
            filled.told.append(
                "what was coded or written rests on less than this: look at it again, and write `read: full`"
            )
    if left != list(record.undecided):
        filled.fields["undecided"] = left


def _otherwise(filled: Filled, record: Record, facts: Facts) -> Iterator[str]:
    """Yield what the source states and the record says otherwise, or does not know and is not to be filled."""
    title, authors = facts.title, "; ".join(facts.authors)
    if (
        title.basis != UNKNOWN
        and "title" not in filled.bases
        and words_key(title.value) not in map(words_key, record.title.values())
    ):
        yield f"the source has the title “{title.value}” [{title.basis}]"
    said = {"date": facts.date, "language": facts.language, "authors": Fact(authors, facts.authors_basis)}
    here = {
        "date": record.date,
        "language": record.language,
        "authors": "; ".join(one.name for one in record.authors),
    }
    for name, fact in said.items():
        if (
            fact.value not in ("", UNKNOWN, NO_LANGUAGE)
            and name not in filled.bases
            and words_key(fact.value) != words_key(here[name])
        ):
            yield f"the source has {name} {fact.value} [{fact.basis}]"


def _is_listed(record: Record, name: str) -> bool:
    return _has_basis(record, name, LISTED)


def _has_basis(record: Record, name: str, text: str) -> bool:
    basis = getattr(record.basis, name)
    return f"{basis.how}: {basis.detail}" == text


def with_filled(text: str, file: ArticleFile, filled: Filled) -> str | None:
    """Return the *text* of a record with what fills it; None where it would say something else than meant."""
    front_matter, body, _ = split_front_matter(text)
    if front_matter is None:
        return None
    changed = front_matter
    for name, basis in filled.bases.items():
        # Where the bases stand in one line, they are left, and the record with them.
        if found := re.search(rf"^basis:\n(?:  .*\n)*?  {name}: (.*)$", changed, re.MULTILINE):
            changed = changed[: found.start(1)] + _line(basis) + changed[found.end(1) :]
    for name, value in filled.fields.items():
        changed = _with_field(changed, name, value)
    if file.record.undecided:
        changed += "".join(f"# From the source: {line_of(told)}\n" for told in filled.told)
    parsed = parse_yaml(changed, file.place.path)
    if parsed.problems:
        return None
    said = validate(Record, parsed.value.data, parsed.value.place).value
    return f"---\n{changed}---\n{body}" if said and said == _meant(file.record, filled) else None


def _with_field(front_matter: str, name: str, value: Any) -> str:
    lines = yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=110) if value else ""
    # A field with all that is indented or listed below it.
    there = re.compile(rf"^{name}:.*\n(?:[ -].*\n)*", re.MULTILINE)
    if found := there.search(front_matter):
        # What somebody noted behind a field is not written over, and so the field is not.
        return front_matter if " #" in found.group() else there.sub(lambda _: lines, front_matter, count=1)
    for before in _AFTER:
        if found := re.search(rf"^{before}: .*\n", front_matter, re.MULTILINE):
            return front_matter[: found.end()] + lines + front_matter[found.end() :]
    return front_matter


def _line(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=10**6).removesuffix("\n").removesuffix("\n...")


def _meant(record: Record, filled: Filled) -> Record:
    """Return the record as it should be."""
    data = {name: getattr(record, name) for name in Record.model_fields} | filled.fields
    bases = {name: getattr(record.basis, name) for name in Bases.model_fields} | filled.bases
    return Record.model_validate(data | {"basis": bases})
