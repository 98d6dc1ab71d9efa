"""Renewal: postings again, at the cost of what changed where few articles did and the order of all is what it was.

In: texts and a vocabulary, and those there were before. A record differs only where the words of an article that changed
differ in it, or its class has other forms: what those articles give by themselves, before and now, tells which. All others
are taken over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from diwan.search.chunks import Run, joined, runs
from diwan.search.matter import Batch, Matter
from diwan.search.postings import Postings, make_postings, words_of_classes
from diwan.search.streams import Streams, Texts
from diwan.search.strings import Numbers
from diwan.search.vocabulary import Vocabulary

#: If more than one article in so many changed, their words are in most records, and all are made anew.
FEW = 50

#: The ids of all articles in order, and the checksum of each.
Keys = tuple[Sequence[str], Sequence[str]]


@dataclass(frozen=True, slots=True, eq=False)
class _Former:
    """What postings were made of last, and what they were."""

    keys: Keys
    #: The key of each batch of the texts.
    batches: Sequence[str]
    texts: Texts
    vocabulary: Vocabulary
    postings: Postings


class Renewer:
    """Makes postings again and again."""

    def __init__(self) -> None:
        self._former: _Former | None = None

    @property
    def vocabulary(self) -> Vocabulary | None:
        """The vocabulary of the postings that can be renewed, if there are any."""
        return self._former.vocabulary if self._former else None

    def without_words(self) -> "Renewer":
        """Return this renewer as it can be put away: words are on disk already."""
        found = Renewer()
        if former := self._former:
            found._former = replace(former, texts=replace(former.texts, batches=()))
        return found

    def recall(self, matter: Matter) -> None:
        """Find the words of the postings there are, where they were put away; once they are forgotten nothing is renewed."""
        if (former := self._former) and not former.texts.batches:
            words = matter.words_of(former.batches)
            self._former = replace(former, texts=replace(former.texts, batches=words)) if words else None

    def make(
        self,
        keys: Keys,
        texts: Texts,
        streams: Streams | None,
        vocabulary: Vocabulary,
        batches: Sequence[Batch],
    ) -> Postings:
        """Return the postings of *texts*, which stand in *batches*.

        Their *streams* are those of all articles, or None where this has a *vocabulary*: then only words of few classes are needed.
        """
        former = self._former
        changed = _changed(former, keys, texts) if former else None
        if former is None or changed is None:
            postings = make_postings(streams or texts.streams(np.arange(len(texts.seats))), vocabulary)
        else:
            known = vocabulary.classes.former(former.vocabulary.classes)
            before, here = _own(former.texts, former.vocabulary, changed), _own(texts, vocabulary, changed)
            known[_differing(before, here, known)] = -1
            chosen = np.flatnonzero(known < 0)
            new = make_postings(texts.words_in(vocabulary.lines_of(chosen)), vocabulary, chosen)
            postings = _put_together(new, former.postings, runs(known))
        self._former = _Former(keys, [batch.key for batch in batches], texts, vocabulary, postings)
        return postings


def _changed(former: _Former, keys: Keys, texts: Texts) -> Numbers | None:
    """Return the articles that changed; None if they are many, or others."""
    if former.keys[0] != keys[0]:
        return None
    same = np.array(former.keys[1]) == np.array(keys[1])
    changed = np.flatnonzero(~same | (former.texts.length != texts.length))
    return changed if len(changed) * FEW <= len(same) else None


#: The records of a class: its list, its places.
_Own = tuple[bytes, bytes]


def _differing(before: Mapping[int, _Own], here: Mapping[int, _Own], known: Numbers) -> list[int]:
    """Return the classes that have other records *here*; those *known* had another number *before*."""
    number_of = {old: new for new, old in enumerate(known.tolist()) if old >= 0}
    records = {number_of[old]: own for old, own in before.items() if old in number_of}
    return [one for one in records.keys() | here.keys() if records.get(one) != here.get(one)]


def _own(texts: Texts, vocabulary: Vocabulary, articles: Numbers) -> dict[int, _Own]:
    """Return the records of every class that has words of some *articles*, made of these alone."""
    if not len(articles):
        return {}
    streams = texts.streams(articles)
    chosen = np.flatnonzero(words_of_classes(streams, vocabulary))
    postings = make_postings(streams, vocabulary, chosen)
    lists, places = postings.lists.starts(), _starts_of_classes(postings)
    return {
        word_class: (
            postings.lists.data[lists[at] : lists[at + 1]],
            postings.places.data[places[at] : places[at + 1]],
        )
        for at, word_class in enumerate(chosen.tolist())
    }


def _starts_of_classes(postings: Postings) -> Numbers:
    """Return where the places of each class begin, in bytes; one more place marks the end."""
    starts: Numbers = postings.places.starts()[np.append(0, np.cumsum(postings.segments))]
    return starts


def _put_together(new: Postings, old: Postings, chosen: Sequence[Run]) -> Postings:
    """Return the postings of classes in stretches, each *chosen* from what is new or old."""
    sources = (new, old)
    firsts = [np.append(0, np.cumsum(source.segments)).tolist() for source in sources]
    places = [(which, firsts[which][first], firsts[which][last]) for which, first, last in chosen]
    return Postings(
        joined((new.lists, old.lists), chosen),
        joined((new.places, old.places), places),
        np.concatenate([sources[which].segments[first:last] for which, first, last in chosen]),
    )
