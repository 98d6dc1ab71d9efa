"""Releasing: what people may cite from now on, written into the ledger; and the check that it stays citable."""

from collections.abc import Iterable, Iterator, Mapping

from diwan.corpus.corpus import Corpus
from diwan.corpus.ledger import address_lines, answer_lines, passage_lines, report_text
from diwan.documents.passages import TEXT_PREFIX
from diwan.documents.report import report_of
from diwan.library.articles import Article
from diwan.library.history import history_with
from diwan.model.ledger import GONE, LIVE, Ledger, ReleasedAddress, ReleasedPassage
from diwan.model.record import Access
from diwan.problems import Location, Problem
from diwan.text.sketch import sketch_of


def unseen_passages(ledger: Ledger, articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the checksums of released passages (`article#p3`) that are not at hand and need not be."""
    return {
        f"{ident}#{passage.id}": passage.checksum
        for ident, article in articles.items()
        for passage in ledger.passages.get(ident, ())
        if passage.state == LIVE and not _should_be_here(article, passage.id)
    }


def check_released(ledger: Ledger, articles: Mapping[str, Article], folder: str) -> Iterator[Problem]:
    """Yield a problem for every released passage that has vanished without leaving a sign."""
    for ident, released in ledger.passages.items():
        file = f"{folder}/passages/{ident}.tsv"
        article = articles.get(ident)
        if article is None:
            mend = "bring the record back with access `withdrawn`, so that its address says what became of it"
            message = f"the released article '{ident}' is gone"
            yield Problem("article-vanished", Location(path=file), message, mend, absent=f"article {ident}")
            continue
        here = article.outline.passages
        for passage in released:
            if passage.state == LIVE and passage.id not in here and _should_be_here(article, passage.id):
                where = Location(path=file, line=passage.line)
                mend = f"bring it back, or write {GONE} at the end of this line to say that it was taken out on purpose"
                yield Problem(
                    "passage-vanished", where, f"released passage {ident}#{passage.id} is gone", mend
                )


def _should_be_here(article: Article, passage: str) -> bool:
    """Whether the reading that a passage belongs to is at hand: texts may be absent, digests only once withdrawn."""
    if article.record.access is Access.WITHDRAWN:
        return False
    is_text = passage.removeprefix(TEXT_PREFIX)[:1].isdecimal()
    return article.source is not None if is_text else True


def check_addresses(ledger: Ledger, addresses: Iterable[str], folder: str) -> Iterator[Problem]:
    """Yield a problem for every released address at which nothing stands any more."""
    here = set(addresses)
    for released in ledger.addresses:
        if released.state == LIVE and released.address not in here:
            where = Location(path=f"{folder}/addresses.tsv", line=released.line)
            mend = "bring the page back, or write `moved <new address>` or `gone` at the end of this line"
            yield Problem(
                "address-vanished", where, f"nothing stands at the released address {released.address}", mend
            )
        elif (target := released.moved_to) and target not in here:
            where = Location(path=f"{folder}/addresses.tsv", line=released.line)
            message = f"the released address {released.address} moved to {target}, where nothing stands"
            yield Problem("address-vanished", where, message, "name the address where the page stands now")


def ledger_files(
    corpus: Corpus, articles: Mapping[str, Article], addresses: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield the files of the ledger (path below its folder, text) once everything present is released."""
    for ident, article in articles.items():
        former = {passage.id: passage for passage in corpus.ledger.passages.get(ident, ())}
        for passage in article.passages().values():
            former[passage.id] = ReleasedPassage(passage.id, passage.sha256, sketch_of(passage.block.text))
        if former:
            yield f"passages/{ident}.tsv", passage_lines(former.values())
        if article.document:
            yield f"reports/{ident}.json", report_text(report_of(article.document))
        if history := history_with(article, corpus.ledger.codings.get(ident, ())):
            yield f"codings/{ident}.tsv", answer_lines(history)
    known = {released.address: released for released in corpus.ledger.addresses}
    for address in addresses:
        known.setdefault(address, ReleasedAddress(address))
    yield "addresses.tsv", address_lines(known[address] for address in sorted(known))
