"""Conversion: from a source to a document.

In: the path of a saved file, or its bytes. Out: the document, or the problems that stand in the way. Steps:

1. `files` reads the bytes; `formats` tells what they are.
2. The reader of that format delivers pieces of text in reading order; where a parser may swell, in a process of its own
   (`confined`). A text longer than any article is refused (`bounds`).
3. `structure` makes each piece a block, kept or set aside by a named rule.
4. `truncated` tells an article from the opening that a paywall shows of it.
5. `facts`, `mixed` and `flags` read what the blocks state, their languages, and what a keeper should look at; `closing` finds
   the notes on those who wrote.

Every word of the pieces is in the blocks, in order: that is a law, and tested as one.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TypeVar

from diwan.documents import overtime, truncated
from diwan.documents.bounds import ARTICLE, bounded
from diwan.documents.confined import read_confined
from diwan.documents.dossiers.dossier import Dossier, dossier_of, seems_one
from diwan.documents.dossiers.lines import RULE as RULE_OF_ARCHIVES
from diwan.documents.facts import Facts, facts_of
from diwan.documents.flags import capped, flags_of
from diwan.documents.formats import FORMATS, Unreadable, format_of
from diwan.documents.language import TELLER, clearly_other, contradicts
from diwan.documents.lines.scene import Scene
from diwan.documents.lines.structure import judge, see, with_rule
from diwan.documents.mixed import languages_of
from diwan.documents.noted import facts_noted
from diwan.documents.phrases.closing import notes_on
from diwan.documents.phrases.instead import shown_instead
from diwan.documents.phrases.translated import TRANSLATED, flags_of_translation
from diwan.documents.pieces import OF_FILE, Reading
from diwan.documents.standing import stood_at
from diwan.model.block import Document, Provenance
from diwan.problems import Location, Outcome, Problem, Severity
from diwan.text.languages import known_tag

_Made = TypeVar("_Made")

#: Bytes of the largest source: a press article as text has 5 to 50 kB, a saved page with its images up to 20 MB.
LARGEST = 50_000_000
#: Formats into which somebody pastes an article, and writes where it stood.
_OFFICE = frozenset(
    one.media_type for one in FORMATS if not {".docx", ".odt", ".rtf"}.isdisjoint(one.suffixes)
)


def read_document(path: Path) -> Outcome[Document | None]:
    """Return the document of the source at *path*; None, with the problem, where it cannot be read."""
    loaded = _bytes_at(path)
    return (
        Outcome(None, loaded.problems) if loaded.value is None else document_of_bytes(loaded.value, str(path))
    )


def read_apart(path: Path) -> Outcome[Document | Dossier | None]:
    """Return the document of the file at *path*; of a file of a press archive, what it is taken apart into."""
    loaded = _bytes_at(path)
    if loaded.value is None:
        return Outcome(None, loaded.problems)
    read = _reading_of_bytes(loaded.value, str(path))
    if read.value is None:
        return Outcome(None, read.problems)
    dossier = dossier_of(read.value)
    unmarked = (_unmarked(path),) if dossier is None and seems_one(read.value) else ()
    if dossier:
        return Outcome(dossier, read.problems)
    made = _document_of(read, str(path))
    return Outcome(made.value, (*made.problems, *unmarked))


def dossier_in(data: bytes, path: str) -> Dossier | None:
    """Return what the file *data* is taken apart into, if it comes from a press archive and can be read."""
    read = _reading_of_bytes(data, path)
    return dossier_of(read.value) if read.value else None


def _unmarked(path: Path) -> Problem:
    message = (
        "it seems to come from a press archive, but its articles cannot be told apart: it is read as one"
    )
    mend = "export it from the archive as a Word document (.docx) or Rich Text (.rtf), and add that"
    return Problem("dossier-unmarked", Location(path=str(path)), message, mend, Severity.WARNING)


def _bytes_at(path: Path) -> Outcome[bytes | None]:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        return _refused("source-unreadable", str(path), f"the file cannot be read: {error.strerror}",
                        "check the path and that the file may be read")  # fmt: skip
    if size > LARGEST:
        return _refused("source-too-large", str(path), f"the file has {size:,} bytes, more than {LARGEST:,}",
                        "save the article alone, without images or attachments")  # fmt: skip
    return Outcome(data)


def document_of_bytes(data: bytes, path: str) -> Outcome[Document | None]:
    """Return the document of *data*; *path* gives the suffix, and the place of problems."""
    return _document_of(_reading_of_bytes(data, path), path)


def _document_of(read: Outcome[Reading | None], path: str) -> Outcome[Document | None]:
    """Return the document of what was *read* at *path*, unless that is longer than any article, or keeps the rules too long."""
    reading, problems = bounded(read, ARTICLE, path)
    if reading is None:
        return Outcome(None, problems)
    return _timed(lambda: Outcome(document_of(reading), problems), path)


def _timed(made: Callable[[], Outcome[_Made | None]], path: str) -> Outcome[_Made | None]:
    """Return what is *made* of the file at *path*, or the problem that it took too much time."""
    try:
        with overtime.at_most(overtime.SECONDS):
            return made()
    except overtime.OutOfTimeError:
        message = f"to tell its article took more than {overtime.SECONDS} seconds of work"
        return _refused(
            "source-over-limits", path, message, "save the article alone, without lines that are no words"
        )


def _reading_of_bytes(data: bytes, path: str) -> Outcome[Reading | None]:
    if not data:
        return _refused("source-empty", path, "the file is empty",
                        "save the page again; check that the file is the one you meant")  # fmt: skip
    known = format_of(data, PurePath(path).suffix)
    if isinstance(known, Unreadable):
        return _refused("source-format-unknown", path, known.said, known.mend)
    if known.confined:
        return read_confined(known, data, path)
    return _timed(lambda: known.read(data, path), path)


def document_of(reading: Reading) -> Document:
    """Return the document of what a reader delivered."""
    scene = see(reading.pieces)
    reading = _addressed(reading, scene)
    seen = truncated.look(judge(scene, plain=reading.is_page), scene.shapes, reading.flags)
    sure = {fact for fact in reading.stated if reading.found.get(fact) != OF_FILE}
    facts = _with_stated(facts_of(scene, seen.blocks, sure), reading)
    blocks = with_rule(seen.blocks, facts.bylines, "who", scene)
    blocks = with_rule(blocks, notes_on(blocks, facts.authors), "about-the-author", scene)
    language, where = _language(reading, scene)
    others = languages_of(blocks, scene.shapes, language)
    flags = [*flags_of(reading.pieces, dated=facts.date is not None)]
    if not any(flag.kind == TRANSLATED for flag in seen.flags):
        flags += flags_of_translation(blocks)
    flags += shown_instead(facts.title, blocks)
    found = facts.found | ({"language": where} if language else {})
    return Document(
        title=facts.title,
        date=facts.date,
        authors=facts.authors,
        outlet=facts.outlet,
        url=reading.stated.get("url"),
        language=language,
        blocks=tuple(
            replace(block, language=others[index]) if index in others else block
            for index, block in enumerate(blocks)
        ),
        provenance=_told_by(reading.provenance, found),
        found=found,
        flags=capped((*seen.flags, *flags)),
    )


def _addressed(reading: Reading, scene: Scene) -> Reading:
    """Return what was read with the facts that lines of it state behind labels, and the address that one gives.

    Only where somebody wrote lines; what the format states itself counts more.
    """
    if not (reading.is_page or reading.provenance.media_type in _OFFICE):
        return reading
    told = {**facts_noted(reading.pieces), "url": "" if "url" in reading.stated else stood_at(scene)}
    known = {fact for fact in reading.stated if reading.found.get(fact) != OF_FILE}
    told = {fact: value for fact, value in told.items() if value and fact not in known}
    found = {fact: "address-line" if fact == "url" else "title" for fact in told}
    return replace(reading, stated=reading.stated | told, found=reading.found | found)


def _told_by(source: Provenance, found: dict[str, str]) -> Provenance:
    """Return where a document comes from; with what tells languages, where its language was told by its text."""
    return replace(source, reader=f"{source.reader}, {TELLER}") if found.get("language") == "text" else source


def _with_stated(facts: Facts, reading: Reading) -> Facts:
    """Return *facts* with those that the format states in the place of those that the text seems to.

    One that is stated as empty was looked for and is not stated: the text is not asked.
    """
    stated = reading.stated
    here: dict[str, str | None] = {"title": facts.title, "date": facts.date, "outlet": facts.outlet}
    here |= {fact: stated[fact] or None for fact in here if fact in stated}
    authors = tuple(filter(None, stated["authors"].split("; "))) if "authors" in stated else facts.authors
    found = {
        fact: reading.found.get(fact, "format")
        for fact, value in stated.items()
        if value and fact != "language"
    }
    if facts.date and reading.found.get("date") == OF_FILE:
        # A day that the text gives is that of the article; one that says no more than the file bears it out.
        is_same = stated["date"].startswith(facts.date)
        here["date"] = stated["date"] if is_same else facts.date
        found["date"] = "format" if is_same else "when"
    left = {fact: rule for fact, rule in facts.found.items() if fact not in stated}
    return replace(
        facts,
        title=here["title"],
        date=here["date"],
        outlet=here["outlet"],
        authors=authors,
        found=left | found,
    )


def _language(reading: Reading, scene: Scene) -> tuple[str | None, str]:
    """Return the language of a source and where that was found: stated, if what is stated is one that the text may be in."""
    stated, where = reading.stated.get("language", ""), reading.found.get("language", "format")
    if stated and where == "text":
        return stated, where
    stated, text = known_tag(stated), scene.running or scene.whole
    if (
        not stated
        or contradicts(text, stated)
        or (where != RULE_OF_ARCHIVES and _is_other(text, stated, scene))
    ):
        return scene.language, "text"
    return stated, where


def _is_other(text: str, stated: str, scene: Scene) -> bool:
    """Whether *text* is surely in another language than its file states, as programs do where nobody gave any.

    Of 246 articles in twenty languages none is thought to be in another than its own; of the 70 in Latin letters and not in
    English each is known not to be. Archives have people who say it of each article, and are believed.
    """
    return clearly_other(text, stated) is not None and scene.language not in (stated, None)


def _refused(code: str, path: str, message: str, mend: str) -> Outcome[None]:
    return Outcome(None, (Problem(code, Location(path=path), message, mend),))
