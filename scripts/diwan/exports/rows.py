"""The rows of every table, as far as an edition may show them: one function a table, named as in the crosswalk."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from diwan.edition import Edition, Published
from diwan.library.concepts import ConceptKey
from diwan.model.base import Multilingual
from diwan.model.coding import Coding
from diwan.model.concept import NamesByLanguage
from diwan.model.ledger import NO_REASON
from diwan.model.pointer import Pointer
from diwan.model.record import UNKNOWN, Record
from diwan.model.title import title_language
from diwan.text.edtf import parse_edtf

Row = dict[str, Any]


def articles(edition: Edition) -> Iterator[Row]:
    """Yield a row for each article; of a withdrawn one, that it was here."""
    for ident, published in sorted(edition.articles.items()):
        record = published.article.record
        row = {"id": ident, "page": edition.imprint.url(f"articles/{ident}/"), "access": record.access.value}
        yield row if published.withdrawn else row | _described(published, record)


def _described(published: Published, record: Record) -> Row:
    language = title_language(record)
    basis, variant = record.basis, record.variant_of
    return {
        "title": record.title[language],
        "title_language": language,
        "title_en": record.title.get("en"),
        "authors": [author.name for author in record.authors],
        "authors_latin": [author.latin or author.name for author in record.authors],
        "outlet": record.outlet,
        "origin": record.origin.outlet if record.origin else None,
        **_dates(record.date),
        "language": record.language,
        "kind": record.kind.value,
        "themes": list(record.themes),
        "url": _known(record.url),
        "archived": _known(record.archived),
        "title_basis": basis.title.how,
        "authors_basis": basis.authors.how,
        "outlet_basis": basis.outlet.how,
        "date_basis": basis.date.how,
        "language_basis": basis.language.how,
        "variant_of": variant.article if variant else None,
        "variant_how": variant.how if variant else None,
        "read": record.read,
        "rights": record.rights.uri,
        "source_sha256": record.source.sha256 if record.source else None,
        "summary_en": record.summary.get("en"),
        "summary_ar": record.summary.get("ar"),
        "passages": len(published.shown),
    }


def _known(text: str) -> str | None:
    return None if text == UNKNOWN else text


def _dates(edtf: str) -> Row:
    span = parse_edtf(edtf)
    return {
        "date": edtf,
        "date_earliest": span.start.first.isoformat() if span.start else None,
        "date_latest": span.end.last.isoformat() if span.end else None,
    }


def codings_shown(edition: Edition) -> Iterator[tuple[Published, Coding]]:
    """Yield every coding of every article that has not been withdrawn."""
    for _, published in sorted(edition.articles.items()):
        for coding in () if published.withdrawn else published.article.record.codings:
            yield published, coding


def codings(edition: Edition) -> Iterator[Row]:
    """Yield a row for each answer."""
    entry = edition.library.corpus.codebook
    for published, coding in codings_shown(edition):
        record = published.article.record
        for question, answer in coding.answers.items():
            yield {
                "article": record.id,
                "coder": coding.coder,
                "question": question,
                "value": answer.value,
                "confidence": answer.confidence.value,
                "reason": answer.reason,
                "codebook": coding.codebook,
                "date": coding.date,
                "shown": entry is not None and entry.value.standing(record.codings, question) is coding,
                "support": entry.value.support(record.codings, question).value if entry else None,
                "evidence": len(answer.evidence),
            }


def evidence(edition: Edition) -> Iterator[Row]:
    """Yield a row for each passage that carries an answer."""
    for published, coding in codings_shown(edition):
        for question, answer in coding.answers.items():
            for number, pointer in enumerate(answer.evidence, start=1):
                yield {
                    "article": published.article.id,
                    "coder": coding.coder,
                    "question": question,
                    "number": number,
                    "passage": pointer.passage,
                    "checksum": pointer.checksum,
                    "shown": pointer.passage in published.shown,
                }


def history(edition: Edition) -> Iterator[Row]:
    """Yield a row for each answer that was ever released."""
    released = edition.library.corpus.ledger.codings
    for ident, published in sorted(edition.articles.items()):
        answers = () if published.withdrawn else released.get(ident, ())
        for number, answer in enumerate(answers, start=1):
            yield {
                "article": ident,
                "number": number,
                "date": answer.date,
                "coder": answer.coder,
                "question": answer.question,
                "codebook": answer.codebook,
                "value": answer.value,
                "confidence": _given(answer.confidence),
                "evidence": (_given(answer.evidence) or "").split(),
                "why": _given(answer.why),
            }


def _given(text: str) -> str | None:
    return None if text == NO_REASON else text


def events(edition: Edition) -> Iterator[Row]:
    """Yield a row for each event."""
    for ident, entry in edition.library.corpus.events.items():
        event = entry.value
        yield {
            "id": ident,
            "page": edition.imprint.url(f"events/#{ident}"),
            **_dates(event.date),
            **_both("title", event.title),
            **_both("text", event.text),
            "places": list(event.places),
            "actors": list(event.actors),
            "themes": list(event.themes),
        }


def _both(field: str, texts: Multilingual) -> Row:
    return {f"{field}_{language}": texts.get(language) for language in ("en", "ar")}


def event_sources(edition: Edition) -> Iterator[Row]:
    """Yield a row for each passage that speaks of an event."""
    for ident, entry in edition.library.corpus.events.items():
        told: list[tuple[Pointer, str | None]] = [(pointer, None) for pointer in entry.value.sources]
        told += [(pointer, other.account) for other in entry.value.disagreements for pointer in other.sources]
        for number, (pointer, account) in enumerate(told, start=1):
            yield {"event": ident, "number": number, **_pointer(pointer), "account": account}


def _pointer(pointer: Pointer) -> Row:
    return {"article": pointer.article, "passage": pointer.passage, "checksum": pointer.checksum}


def claims(edition: Edition) -> Iterator[Row]:
    """Yield a row for each claim."""
    for ident, entry in edition.library.corpus.claims.items():
        claim = entry.value
        yield {
            "id": ident,
            "page": edition.imprint.url(f"claims/#{ident}"),
            **_both("statement", claim.statement),
            "themes": list(claim.themes),
            "beside": list(claim.beside),
            "note": claim.note,
        }


def voices(edition: Edition) -> Iterator[Row]:
    """Yield a row for each voice of each claim."""
    for ident, entry in edition.library.corpus.claims.items():
        for number, voice in enumerate(entry.value.voices, start=1):
            said = {"who": voice.who, "how": voice.how, **_pointer(voice.at), "says": voice.says}
            yield {"claim": ident, "number": number, **said}


def outlets(edition: Edition) -> Iterator[Row]:
    """Yield a row for each outlet."""
    counts = Counter(p.article.record.outlet for p in edition.articles.values() if not p.withdrawn)
    for ident, entry in edition.library.corpus.outlets.items():
        outlet = entry.value
        facts = outlet.model_dump(include={"country", "kind", "role", "url"})
        yield {
            "id": ident,
            "page": edition.imprint.url(f"outlets/{ident}/"),
            "name": outlet.name[outlet.own_language],
            "name_language": outlet.own_language,
            "name_en": outlet.name.get("en"),
            **facts,
            **_both("run_by", outlet.run_by),
            **_both("run_by_source", outlet.run_by_source),
            **_both("note", outlet.note),
            "articles": counts[ident],
        }


def themes(edition: Edition) -> Iterator[Row]:
    """Yield a row for each theme."""
    shown = [p.article.record for p in edition.articles.values() if not p.withdrawn]
    counts = Counter(theme for record in shown for theme in record.themes)
    for ident, entry in edition.library.corpus.themes.items():
        theme = entry.value
        yield {
            "id": ident,
            "page": edition.imprint.url(f"themes/{ident}/"),
            **_labels(theme.names),
            **_both("scope", theme.scope),
            "related": list(theme.related),
            "question": theme.question,
            "articles": counts[ident],
        }


def _labels(names: NamesByLanguage) -> Row:
    return {f"label_{tag}": names[tag].label if tag in names else None for tag in ("en", "ar")}


def entities(edition: Edition) -> Iterator[Row]:
    """Yield a row for each entity."""
    for ident, entry in edition.library.corpus.entities.items():
        entity = entry.value
        known = {**_both("note", entity.note), "wikidata": entity.wikidata}
        yield {"id": ident, "type": entity.type, **_labels(entity.names), **known}


def names(edition: Edition) -> Iterator[Row]:
    """Yield a row for each spelling of each theme and entity."""
    corpus = edition.library.corpus
    named = [("theme", ident, entry.value.names) for ident, entry in corpus.themes.items()]
    named += [("entity", ident, entry.value.names) for ident, entry in corpus.entities.items()]
    for kind, ident, by_language in named:
        for language, found in by_language.items():
            for name in dict.fromkeys((found.label, *found.variants)):
                told = {"language": language, "name": name, "preferred": name == found.label}
                yield {"kind": kind, "concept": ident, **told}


def mentions(edition: Edition) -> Iterator[Row]:
    """Yield a row for each concept that an article names in the passages this edition shows."""
    for ident, published in sorted(edition.articles.items()):
        mentions = edition.library.mentions[ident]
        found, passages = Counter[ConceptKey](), Counter[ConceptKey]()
        for passage in mentions:
            if passage in published.shown:
                keys = [one.concept for _, _, one in mentions.written_in(passage)]
                found.update(keys)
                passages.update(set(keys))
        for key in sorted(found):
            counts = {"mentions": found[key], "passages": passages[key]}
            yield {"article": ident, "kind": str(key.kind), "concept": key.id, **counts}


#: The tables whose rows are of one article each, those of an article one after the other, in the order of ids.
BY_ARTICLE = frozenset({"articles", "codings", "evidence", "history", "mentions"})
#: The rows of each table by its id in the crosswalk.
ROWS: Mapping[str, Callable[[Edition], Iterator[Row]]] = {
    rows.__name__: rows
    for rows in (
        articles, codings, evidence, history, events, event_sources, claims, voices, outlets, themes, entities, names, mentions,
    )
}  # fmt: skip
