"""Cited: whether the passages of an article that something rests on would be there, unchanged, in another source of it."""

from collections.abc import Iterator, Sequence

from diwan.corpus.corpus import Corpus
from diwan.documents.passages import TEXT_PREFIX, number_passages
from diwan.library.articles import Article
from diwan.library.essaylinks import links_of
from diwan.library.pointers import pointings_of
from diwan.model.block import Block
from diwan.model.ledger import LIVE
from diwan.problems import Location, Problem

_CODE = "replacement-refused"


def lost_passages(corpus: Corpus, article: Article, kept: Sequence[Block]) -> Iterator[Problem]:
    """Yield a problem for every passage, cited or released, that would be none or another one if *kept* were the text."""
    released = corpus.ledger.of(article.id, TEXT_PREFIX)
    former = {passage.id: passage.sha256 for passage in article.text.passages} if article.text else {}
    present = {passage.id: passage.sha256 for passage in number_passages(kept, TEXT_PREFIX, released)}
    for name, where in _cited(corpus, article.id):
        if name in former and present.get(name) != former[name]:
            moved = next((other for other, sha256 in present.items() if sha256 == former[name]), "")
            message = f"passage {article.id}#{name} is cited here, and would not be there as it was"
            mend = (
                f"there it is {moved}: `diwan release` fixes what passages are called, then replace the source"
                if moved
                else "look whether the article was changed; if the statement does not rest on it, point elsewhere first"
            )
            yield Problem(_CODE, where, message, mend)
    for passage in released:
        if passage.state == LIVE and passage.id not in present:
            where = Location(path=f"corpus/ledger/passages/{article.id}.tsv", line=passage.line)
            message = f"the released passage {article.id}#{passage.id} would not be there"
            mend = "give a text that has it, or write `gone` at the end of this line to say that it was taken out on purpose"
            yield Problem(_CODE, where, message, mend)


def _cited(corpus: Corpus, article: str) -> Iterator[tuple[str, Location]]:
    """Yield the passages of *article* that codings, events, claims, essays and notes point at."""
    for pointing in pointings_of(corpus):
        if pointing.pointer.article == article:
            yield pointing.pointer.passage, pointing.where
    for link, where in links_of(corpus):
        if link.id == article and link.passage:
            yield link.passage, where
