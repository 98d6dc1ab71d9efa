"""The history of codings: who answered what when, what became of it, and why.

In: the ledger, which has every answer ever released, and the records as they stand. Out: problems for answers that
changed without a reason or vanished; the lines that the next release adds; the steps that pages show. Read in order,
the ledger gives exactly the answers that stand (`replay`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diwan.library.articles import Article
from diwan.model.coding import Answer, Coding
from diwan.model.ledger import GONE, NO_REASON, Ledger, ReleasedAnswer, replay
from diwan.model.record import Access
from diwan.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Step:
    """An answer that followed another: what was said before, and what since."""

    article: str
    before: ReleasedAnswer
    after: ReleasedAnswer


def standing_answers(article: Article) -> dict[tuple[str, str], ReleasedAnswer]:
    """Return the answers of a record as the ledger would have them, by coder and question."""
    answers = (
        _as_released(coding, question, answer)
        for coding in article.record.codings
        for question, answer in coding.answers.items()
    )
    return {answer.key: answer for answer in answers}


def _as_released(coding: Coding, question: str, answer: Answer) -> ReleasedAnswer:
    named = (f"{p.article}#{p.passage}" if p.article else p.passage for p in answer.evidence)
    return ReleasedAnswer(
        date=coding.date,
        coder=coding.coder,
        question=question,
        codebook=coding.codebook,
        value=answer.value,
        confidence=answer.confidence.value,
        evidence=" ".join(named) or "-",
        why=answer.changed or NO_REASON,
    )


def check_history(ledger: Ledger, articles: Mapping[str, Article], folder: str) -> Iterator[Problem]:
    """Yield a problem for every released answer that is gone, or that changed and nobody says why."""
    for ident, history in ledger.codings.items():
        article = articles.get(ident)
        if article is None or article.record.access is Access.WITHDRAWN:
            continue
        standing = standing_answers(article)
        for key, released in replay(history).items():
            if key not in standing:
                yield _vanished(f"{folder}/codings/{ident}.tsv", ident, released)
            elif standing[key].judgement != released.judgement and not _has_new_reason(
                standing[key], released
            ):
                yield _unexplained(article, released, standing[key])


def _has_new_reason(now: ReleasedAnswer, before: ReleasedAnswer) -> bool:
    return now.why not in (NO_REASON, before.why)


def _vanished(file: str, article: str, answer: ReleasedAnswer) -> Problem:
    where = Location(path=file, line=answer.line)
    message = f"the released answer of '{answer.coder}' to '{answer.question}' about '{article}' is gone"
    mend = (
        f"bring it back; or add a line that ends it: date, coder, question, codebook, {GONE}, -, -, and why"
    )
    return Problem("coding-vanished", where, message, mend)


def _unexplained(article: Article, before: ReleasedAnswer, now: ReleasedAnswer) -> Problem:
    number = [coding.coder for coding in article.record.codings].index(now.coder)
    where = article.place.at("codings", number, "answers", now.question)
    was, become = (f"{answer.value}, {answer.confidence}, on {answer.evidence}" for answer in (before, now))
    message = (
        f"the answer of '{now.coder}' was released as ({was}) and is now ({become}), and nothing says why"
    )
    mend = "add `changed:`, a line that says why, and set the `date` of the coding; or undo the change"
    return Problem("coding-changed", where, message, mend)


def history_with(article: Article, released: tuple[ReleasedAnswer, ...]) -> tuple[ReleasedAnswer, ...]:
    """Return the history of an article's codings once the answers that stand are released."""
    standing = replay(released)
    new = [
        answer
        for key, answer in standing_answers(article).items()
        if key not in standing
        or (answer.judgement, answer.codebook) != (standing[key].judgement, standing[key].codebook)
    ]
    return (*released, *new)


def steps_of(ledger: Ledger) -> list[Step]:
    """Return every change of an answer, newest first."""
    steps = [step for ident in ledger.codings for step in steps_of_article(ledger, ident)]
    return sorted(steps, key=lambda step: (step.after.date, step.article, step.after.key), reverse=True)


def steps_of_article(ledger: Ledger, ident: str) -> list[Step]:
    """Return the changes of answers about one article in order; one merely confirmed under new rules is none."""
    steps = []
    last: dict[tuple[str, str], ReleasedAnswer] = {}
    for answer in ledger.codings.get(ident, ()):
        before = last.get(answer.key)
        if before and before.judgement != answer.judgement:
            steps.append(Step(ident, before, answer))
        last[answer.key] = answer
    return steps
