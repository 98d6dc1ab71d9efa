"""Mentions kept as numbers are the mentions that were found."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.mentioned import mentions_of
from diwan.library.mentions import Mention

OTHER = ConceptKey(ConceptKind.EVENT, "another")
KEYS = [ConceptKey(kind, ident) for kind in ConceptKind for ident in ("nato", "iran", "gulf")]
#: Some beyond what two bytes hold.
PLACES = st.integers(0, 70_000)
FOUND = st.dictionaries(
    st.from_regex(r"\A(p|en)[1-9][0-9]?\Z"),
    st.lists(st.builds(Mention, PLACES, PLACES, st.sampled_from(KEYS)), max_size=5).map(tuple),
    max_size=8,
)


def texts_of(found):
    """Return a text for each passage; where two mentions stand decides whether they are written alike."""
    return [(passage, "en", "a sea" * 20) for passage in found]


@given(FOUND)
def test_nothing_is_lost_and_order_stays(found):
    """Every mention comes back in its passage, also from disk; passages that name nothing are not there."""
    wanted = {passage: mentions for passage, mentions in found.items() if mentions}
    made = mentions_of(texts_of(found), found)
    for mentions in (made, pickle.loads(pickle.dumps(made))):  # noqa: S301  # made above
        assert list(mentions.items()) == list(wanted.items())
        assert mentions == wanted
        assert mentions.get("p0", ()) == ()


@given(FOUND)
def test_each_concept_has_the_passages_that_name_it(found):
    """Concepts stand in the order in which the article names them, passages in theirs, each once."""
    wanted = {}
    for passage, mentions in found.items():
        for mention in mentions:
            places = wanted.setdefault(mention.concept, [])
            if passage not in places:
                places.append(passage)
    mentions = mentions_of(texts_of(found), found)
    assert [(key, list(passages)) for key, passages in mentions.places()] == list(wanted.items())
    assert list(mentions.concepts) == list(wanted)
    assert all(list(mentions.passages_naming(key)) == wanted.get(key, []) for key in KEYS)


@given(FOUND, st.lists(st.sampled_from(KEYS), max_size=8))
def test_passages_of_a_concept_are_the_same_whatever_was_asked_for_before(found, asked):
    """Those of the concept that was asked for last are at hand and not gathered again, with no mistake for those of another."""
    mentions = mentions_of(texts_of(found), found)
    for key in asked:
        passages = mentions.passages_naming(key)
        assert passages == dict(mentions.places()).get(key, ())
        assert mentions.passages_naming(key) is passages
        other = mentions.renamed(
            lambda one, key=key: one.naming(OTHER if one.concept == key else one.concept)
        )
        assert other.passages_naming(key) == ()
        assert other.passages_naming(OTHER) == passages


@given(FOUND)
def test_checksums_tell_which_passages_name_what_and_not_where_in_them(found):
    """They come with the mentions from disk, and another concept or passage gives others."""
    made = mentions_of(texts_of(found), found)
    assert pickle.loads(pickle.dumps(made)).sums == made.sums  # noqa: S301  # made above
    moved = {
        passage: tuple(one._replace(start=one.start + 1, end=one.end + 1) for one in mentions)
        for passage, mentions in found.items()
    }
    texts = [(passage, language, f" {text}") for passage, language, text in texts_of(found)]
    assert mentions_of(texts, moved).sums == made.sums
    if len(made) > 1:
        fewer = {passage: mentions for passage, mentions in found.items() if passage != made.passages[0]}
        assert mentions_of(texts_of(found), fewer).sums.places != made.sums.places
    others = {passage: tuple(one._replace(concept=OTHER) for one in here) for passage, here in found.items()}
    assert not len(made) or mentions_of(texts_of(found), others).sums.concepts != made.sums.concepts


@given(FOUND, st.dictionaries(st.sampled_from(KEYS), st.none() | st.sampled_from(KEYS)))
def test_what_words_name_now_can_be_told_without_the_text(found, now):
    """The same as if the names of today had been found in it, down to the last number."""
    texts = texts_of(found)
    here = {
        passage: tuple(
            mention._replace(concept=concept)
            for mention in mentions
            if (concept := now.get(mention.concept, mention.concept))
        )
        for passage, mentions in found.items()
    }
    renamed = mentions_of(texts, found).renamed(lambda one: one.naming(now.get(one.concept, one.concept)))
    assert renamed.__reduce__() == mentions_of(texts, here).__reduce__()
