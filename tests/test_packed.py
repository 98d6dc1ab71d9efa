"""What there is to read of an article is packed until somebody asks for it, and is then all there."""

import pickle

from conftest import MINIMAL
from diwan.documents.convert import read_document
from diwan.documents.passages import TEXT_PREFIX, number_passages
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.packed import pack

SOURCES = MINIMAL / "corpus/sources"


def articles():
    """Return the articles of the small project."""
    return survey(MINIMAL / "corpus", [SOURCES], Memory()).value.articles


def test_a_packed_value_comes_back_as_it_was():
    """Words in any script, letters that are none, nesting: all of it, each time anew."""
    value = {"words": ("ناتو", "e\u0301", "\ud800", ""), "nested": ({"a": (1, None)},)}
    packed = pack(value)
    assert packed.unpack() == value
    assert packed.unpack() is not packed.unpack()


def test_what_stands_in_front_is_told_alone_and_kept_once():
    """It may be part of the value, which comes back with it as one and takes no second room."""
    words = [f"word {number}" for number in range(1000)]
    packed = pack({"words": words}, words)
    assert packed.front() == words
    assert packed.unpack() == {"words": words}
    assert pack("alone").front() is None
    assert len(packed.data) < 1.1 * len(pack({"words": words}).data)


def test_the_texts_of_an_article_are_those_of_its_passages():
    """In their order, in the language of the block or of what it is read in; an article without a source has its digests'."""
    found = articles().values()
    for article in found:
        assert article.texts == [
            (passage.id, passage.block.language or reading.language, passage.block.text)
            for reading in article.readings
            for passage in reading.passages
        ]
    assert {bool(article.source) for article in found if article.texts} == {True, False}


def test_an_unpacked_article_has_the_words_of_its_source():
    """Blocks are those that the reader gives, passages those among them, and their numbers are those of a first time."""
    by_source = {
        document.provenance.sha256: document
        for path in SOURCES.iterdir()
        if (document := read_document(path).value)
    }
    at_hand = [article for article in articles().values() if article.source]
    assert at_hand
    for article in at_hand:
        document = by_source[article.record.source.sha256]
        assert article.document == document
        assert article.text.blocks == document.kept
        assert article.text.passages == number_passages(document.kept, TEXT_PREFIX)
        assert [ident for _, ident in article.text.parts if ident] == [p.id for p in article.text.passages]


def test_an_outline_names_the_passages_that_are_there():
    """Which passages may be shown is known without a look at their words."""
    for article in articles().values():
        assert article.outline.passages == article.passages().keys()
        assert (
            article.outline.text == {passage.id for passage in article.text.passages}
            if article.text
            else not article.outline.text
        )


def test_articles_share_what_they_have_alike():
    """Ten thousand articles with passages of the same names hold one set of names, also when they come from disk."""
    for article in articles().values():
        again = pickle.loads(pickle.dumps(article.outline))  # noqa: S301  # made in the same line
        assert again == article.outline
        assert again.passages is article.outline.passages
