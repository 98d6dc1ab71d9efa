"""References within the corpus: every id that one file uses is written in another.

In: the corpus as read. Out: a problem for each name that leads nowhere, with the nearest one that exists.
"""

from collections.abc import Collection, Iterator
from itertools import chain

from diwan.corpus.articlefiles import ArticleFile
from diwan.corpus.corpus import Corpus
from diwan.corpus.days import why_no_day
from diwan.corpus.vocabularies import Entry
from diwan.corpus.yamlfile import Place
from diwan.memory import Memory, checksum_of, grouped
from diwan.model.coding import Answer, Codebook, Question
from diwan.model.concept import Theme
from diwan.model.event import Claim, Event
from diwan.model.record import Access, Record
from diwan.model.title import is_supplied
from diwan.problems import Problem, Severity, nearest, unknown
from diwan.text.edtf import parse_edtf

NOT_ADDRESSED = "not-addressed"


def check_references(corpus: Corpus, memory: Memory | None = None) -> tuple[Problem, ...]:
    """Return a problem for every reference of *corpus* that leads nowhere."""
    problems = list(_problems_of_records(corpus, memory or Memory()))
    # Not remembered: what lies ahead today need not next year.
    for file in corpus.articles.values():
        problems.extend(_day_problems(file.record, file.place))
    if corpus.codebook:
        problems.extend(_codebook_problems(corpus.codebook))
    for theme in corpus.themes.values():
        problems.extend(_theme_problems(theme, corpus))
    for event in corpus.events.values():
        problems.extend(_event_problems(event, corpus))
    for claim in corpus.claims.values():
        problems.extend(_claim_problems(claim, corpus))
    return tuple(problems)


def _problems_of_records(corpus: Corpus, memory: Memory) -> Iterator[Problem]:
    """Yield what is wrong in records; of neighbouring ones that and what they name are the same as before, it is remembered."""
    idents, files = list(corpus.articles), list(corpus.articles.values())
    groups = grouped(idents)
    codebook = corpus.codebook.value.model_dump_json() if corpus.codebook else ""
    named = (*corpus.themes, "", *corpus.outlets, "", *corpus.entities, "", *corpus.articles)
    shared = checksum_of(codebook, *named)
    keys = [
        checksum_of(shared, *(part for place in group for part in (idents[place], files[place].checksum)))
        for group in groups
    ]

    def look(missing: list[int]) -> list[list[Problem]]:
        given = [[files[place] for place in groups[number]] for number in missing]
        return [
            [p for file in some for p in _record_problems(file.record, file.place, corpus)] for some in given
        ]

    yield from chain.from_iterable(memory.of_contents("references", keys, look))


def unknown_id(
    code: str, word: str, known: Collection[str], place: Place, *parts: str | int
) -> Iterator[Problem]:
    """Yield a problem if *word*, which stands at *place*, is not among *known*."""
    if word in known:
        return
    noun, file = _HOMES[code]
    mend = nearest(word, known, f"add it to {file}")
    yield unknown(code, noun, word, place.at(*parts), mend)


_HOMES = {
    "theme-unknown": ("theme", "corpus/themes/"),
    "outlet-unknown": ("outlet", "corpus/outlets.yml"),
    "entity-unknown": ("entity", "corpus/entities.yml"),
    "event-unknown": ("event", "corpus/events.yml"),
    "claim-unknown": ("claim", "corpus/claims.yml"),
    "article-unknown": ("article", "corpus/articles/"),
    "version-unknown": ("version of the codebook", "corpus/codebook.yml"),
    "coder-unknown": ("coder", "corpus/codebook.yml"),
    "question-unknown": ("question", "corpus/codebook.yml"),
    "answer-unknown": ("answer to this question", "corpus/codebook.yml"),
}


def _record_problems(record: Record, place: Place, corpus: Corpus) -> Iterator[Problem]:
    yield from _date_problems(record.date, place, "date")
    yield from _title_problems(record, place)
    yield from unknown_id("outlet-unknown", record.outlet, corpus.outlets, place, "outlet")
    if record.origin:
        yield from unknown_id(
            "outlet-unknown", record.origin.outlet, corpus.outlets, place, "origin", "outlet"
        )
        yield from _date_problems(record.origin.date, place, "origin", "date")
    for number, repost in enumerate(record.reposts):
        if repost.outlet:
            yield from unknown_id(
                "outlet-unknown", repost.outlet, corpus.outlets, place, "reposts", number, "outlet"
            )
    for number, theme in enumerate(record.themes):
        yield from unknown_id("theme-unknown", theme, corpus.themes, place, "themes", number)
    yield from _open_problems(record, place)
    for number, author in enumerate(record.authors):
        if author.entity:
            yield from unknown_id(
                "entity-unknown", author.entity, corpus.entities, place, "authors", number, "entity"
            )
    if record.variant_of:
        wanted = record.variant_of.article
        yield from unknown_id("article-unknown", wanted, corpus.articles, place, "variant_of", "article")
    yield from _access_problems(record, place)
    if corpus.codebook:
        yield from _coding_problems(record, place, corpus.codebook.value)


def _access_problems(record: Record, place: Place) -> Iterator[Problem]:
    if (record.access is Access.EXCERPT) != (record.excerpt_words is not None):
        message = "access `excerpt` and `excerpt_words` go together"
        yield Problem("access-incomplete", place.at("access"), message, "set both, or neither")
    if (record.access is Access.WITHDRAWN) != (record.withdrawn is not None):
        message = (
            "access `withdrawn` and `withdrawn` (date, why) go together: the public log says when and why"
        )
        yield Problem("access-incomplete", place.at("access"), message, "set both, or neither")


def _open_problems(record: Record, place: Place) -> Iterator[Problem]:
    if record.undecided:
        message = f"somebody has yet to decide: {', '.join(record.undecided)}"
        mend = "look at each, set it right, and take its name out of `undecided`; leave the line out once it is empty"
        yield Problem("record-undecided", place.at("undecided"), message, mend, Severity.WARNING)
    elif not record.themes:
        mend = "file it under a theme of corpus/themes/, or write `undecided: [themes]` as long as nobody has"
        yield Problem("theme-missing", place.at("themes"), "the article is filed under no theme", mend)


def _title_problems(record: Record, place: Place) -> Iterator[Problem]:
    if any(map(is_supplied, record.title.values())) != (record.basis.title.how == "unknown"):
        message = "a title stands in square brackets exactly if we supplied it (basis `title: unknown`)"
        yield Problem(
            "title-brackets",
            place.at("title"),
            message,
            "put our own title in brackets, or say where it stands",
        )
    if record.basis.title.how != "unknown" and record.language not in record.title:
        message = f"the headline is missing in the article's own language ({record.language})"
        yield Problem("title-language", place.at("title"), message, f"add `{record.language}:` to `title:`")


def _date_problems(text: str, place: Place, *parts: str | int) -> Iterator[Problem]:
    try:
        parse_edtf(text)
    except ValueError as error:
        mend = "see the data dictionary (corpus/README.md) for the forms of dates"
        yield Problem("date-invalid", place.at(*parts), str(error), mend)


def _day_problems(record: Record, place: Place) -> Iterator[Problem]:
    """Yield a problem for each date of *record* on which no article can have appeared."""
    dates = [(record.date, ("date",)), *([(record.origin.date, ("origin", "date"))] if record.origin else [])]
    for text, parts in dates:
        try:
            why = why_no_day(text)
        except ValueError:
            continue  # said where forms are looked at
        if why:
            mend = "write the day that the article or its page states, or `unknown`"
            yield Problem("date-impossible", place.at(*parts), why, mend)


def _coding_problems(record: Record, place: Place, codebook: Codebook) -> Iterator[Problem]:
    questions = {question.id: question for question in codebook.questions}
    coders = {coder.id for coder in codebook.coders}
    for number, coding in enumerate(record.codings):
        here = place.below("codings", number)
        yield from unknown_id("coder-unknown", coding.coder, coders, here, "coder")
        yield from unknown_id(
            "version-unknown",
            coding.codebook,
            [change.version for change in codebook.changes],
            here,
            "codebook",
        )
        for name, answer in coding.answers.items():
            yield from unknown_id("question-unknown", name, questions, here, "answers", name)
            if name in questions:
                yield from _answer_problems(answer, questions[name], here.below("answers", name))
                yield from _outdated(coding.codebook, name, answer.value, codebook, here)


def _outdated(
    version: str, question: str, value: str, codebook: Codebook, coding: Place
) -> Iterator[Problem]:
    """Yield a problem if the codebook has changed since in a way that may have made the answer wrong."""
    if changes := codebook.changes_since(version, question, value):
        since = ", ".join(change.version for change in changes)
        message = f"'{value}' was answered under codebook {version}; {since} changed what it means"
        mend = "look at the article again by the present rules, then set `codebook` of this coding to the present version"
        where = coding.at("answers", question)
        yield Problem("codebook-outdated", where, message, mend, Severity.WARNING)


def _codebook_problems(entry: Entry[Codebook]) -> Iterator[Problem]:
    """Yield a problem for every question, answer or coder that the codebook names and does not have."""
    codebook, place = entry.value, entry.place
    values = {question.id: [value.id for value in question.values] for question in codebook.questions}
    for number, change in enumerate(codebook.changes):
        for question, answers in change.affects.items():
            here = place.below("changes", number, "affects")
            yield from unknown_id("question-unknown", question, values, here, question)
            for index, answer in enumerate(answers if question in values else ()):
                yield from unknown_id("answer-unknown", answer, values[question], here, question, index)
    coders = [coder.id for coder in codebook.coders]
    for number, coder in enumerate(codebook.precedence):
        yield from unknown_id("coder-unknown", coder, coders, place, "precedence", number)


def _answer_problems(answer: Answer, question: Question, place: Place) -> Iterator[Problem]:
    yield from unknown_id(
        "answer-unknown", answer.value, [value.id for value in question.values], place, "value"
    )
    if answer.value == NOT_ADDRESSED:
        return
    if not answer.evidence:
        mend = "name a passage that carries it: `evidence: [p3]`, then run `diwan pin`"
        yield Problem(
            "evidence-missing", place.at("value"), f"nothing shows that the article is '{answer.value}'", mend
        )
    if not answer.reason:
        mend = "add `reason:`, one line in our words"
        yield Problem("reason-missing", place.at("value"), f"no reason is given for '{answer.value}'", mend)


def _theme_problems(entry: Entry[Theme], corpus: Corpus) -> Iterator[Problem]:
    for number, other in enumerate(entry.value.related):
        yield from unknown_id("theme-unknown", other, corpus.themes, entry.place, "related", number)
    if entry.value.question and corpus.codebook:
        questions = [question.id for question in corpus.codebook.value.questions]
        yield from unknown_id("question-unknown", entry.value.question, questions, entry.place, "question")


def _event_problems(entry: Entry[Event], corpus: Corpus) -> Iterator[Problem]:
    event, place = entry.value, entry.place
    yield from _date_problems(event.date, place, "date")
    for number, theme in enumerate(event.themes):
        yield from unknown_id("theme-unknown", theme, corpus.themes, place, "themes", number)
    for field, ids in (("places", event.places), ("actors", event.actors)):
        for number, ident in enumerate(ids):
            yield from unknown_id("entity-unknown", ident, corpus.entities, place, field, number)


def _claim_problems(entry: Entry[Claim], corpus: Corpus) -> Iterator[Problem]:
    for number, theme in enumerate(entry.value.themes):
        yield from unknown_id("theme-unknown", theme, corpus.themes, entry.place, "themes", number)
    for number, other in enumerate(entry.value.beside):
        yield from unknown_id("claim-unknown", other, corpus.claims, entry.place, "beside", number)


def codings_of(article: ArticleFile) -> Iterator[tuple[Place, Answer]]:
    """Yield every answer in an article's codings with its place."""
    for number, coding in enumerate(article.record.codings):
        for name, answer in coding.answers.items():
            yield article.place.below("codings", number, "answers", name), answer
