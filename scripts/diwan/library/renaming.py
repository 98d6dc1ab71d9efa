"""Renaming: what names that changed can bear on, so that one name that is added costs no second look at every text.

In: contents, what was made of them with the names there were before, and the names there are now. A text in whose
folded form no name stands that came, went or changed has the same mentions as before: a name is found nowhere but
where it stands, and what it ousts it ousts from there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple, TypeVar

from diwan.garbage import uncollected
from diwan.library.concepts import Concept
from diwan.library.lone import LoneWords
from diwan.library.mentioned import Mentions, Passage, Written, mentions_of
from diwan.library.mentions import Mention, MentionFinder, Name, NamesByForm, names_by_form
from diwan.library.named import WORD, Named, named_in
from diwan.memory import Memory, checksum_of
from diwan.shards import joined_shards
from diwan.text.fold import fold, fold_with_offsets

T = TypeVar("T")
X = TypeVar("X")

#: Forms; to look for one of them in a text of a thousand words takes 3 µs, to find all mentions there half a
#: millisecond: with so many, looking would take as long as it spares.
_FORMS_MAX = 100


class Vocabulary:
    """Concepts, and what it takes to find them; each part is made once, when it is first wanted."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)

    @cached_property
    def names(self) -> NamesByForm:
        """Whose name each folded form is."""
        return names_by_form(self.concepts)

    @cached_property
    def finder(self) -> MentionFinder:
        """What finds the mentions of these concepts in a text."""
        return MentionFinder(self.names)

    @cached_property
    def checksum(self) -> str:
        """The checksum of all of it."""
        return checksum_of(repr(self.concepts))


def _signs(form: str, *, follows: bool) -> list[bytes]:
    """Return what is among the words of a text wherever *form* stands; where it *follows*, its first word is part of one."""
    first, *others = [f"{word}\n" for word in WORD.findall(form)] or [""]
    signs = [first if follows else f"\n{first}", *(f"\n{other}" for other in others)]
    return [sign.encode(errors="surrogatepass") for sign in signs]


@dataclass(frozen=True, slots=True)
class _Change:
    """What changed of a form: whether a proclitic may stand before it in the same word, and by which words it is known."""

    form: str
    follows: bool
    signs: list[bytes]
    #: Whether it is one word, and has only lost names: nothing can be found by it that was not.
    loses: bool

    def among(self, words: bytes) -> bool:
        """Whether the words of the form are among *words* (`words_in`)."""
        return all(sign in words for sign in self.signs)


class _Now(dict[Written, Written | None]):
    """As what each written word is written now, where one-word forms have lost names; each is looked for once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, written: Written) -> Written | None:
        now: Written | None = written
        if WORD.fullmatch(fold(written.words)):
            found = self._vocabulary.finder.find(written.words, written.language)
            now = written.naming(found[0].concept if found else None)
        self[written] = now
        return now


class Renaming:
    """The difference between the names of two vocabularies."""

    def __init__(self, before: Vocabulary, after: Vocabulary) -> None:
        """Take the vocabularies there were *before* and *after*, which may be the same."""
        #: The vocabulary there is now; while it stays the same, the very same.
        self.after = after
        former, present = ({}, {}) if before is after else (before.names, after.names)
        self._forms = {
            form: _change(form, former.get(form, ()), present.get(form, ()))
            for form in former | present
            if former.get(form) != present.get(form)
        }
        #: Where too many changed, every text is looked through anew.
        self._many = len(self._forms) > _FORMS_MAX
        gained = [] if self._many else [form for form, change in self._forms.items() if not change.loses]
        self._lone = LoneWords(gained, former, present)
        self._now = _Now(after)

    def known(self, before: Named) -> Named | None:
        """Return what is known of an article without its texts, in which *before* was found; None if they must be looked into.

        A word that is a name by itself is found wherever it stands, unless it is part of a longer name; where it is no
        name any more, nothing else can be found in its place. What it names now the word alone tells.
        """
        if self._many:
            return None
        touched = self._touching(before)
        if not touched:
            return before
        if not before.plain or not all(change.loses for change in touched):
            return None
        return before.naming(before.mentions.renamed(self._now.__getitem__))

    def _touching(self, before: Named) -> list[_Change]:
        return [change for change in self._forms.values() if change.among(before.words)]

    def named_in(self, texts: Sequence[Passage], before: Named) -> Named:
        """Return what is named in *texts*, in which *before* was found: what is the same stays the very same."""
        if self._by_words(before):
            return before.naming(self._lone.added(before.mentions, self._now.__getitem__, texts))
        anew, former = self.find_anew(texts), before.mentions
        if all(former.get(passage, ()) == here for passage, here in anew.items()):
            return before
        found = {passage: anew.get(passage, former.get(passage, ())) for passage, _, _ in texts}
        return Named(mentions_of(texts, found), before.words, before.plain)

    def _by_words(self, before: Named) -> bool:
        """Whether all that changed of what may be named in an article is words that were lost, or can be looked for alone."""
        if self._many or not before.plain:
            return False
        return all(change.loses or change.form in self._lone.forms for change in self._touching(before))

    def find_anew(self, passages: Sequence[Passage]) -> dict[str, tuple[Mention, ...]]:
        """Return the mentions in those of an article's *passages* where they may differ, by the id of the passage."""
        find = self.after.finder.find_in
        folded = ((ident, language, fold_with_offsets(text)) for ident, language, text in passages)
        return {ident: find(one, language) for ident, language, one in folded if self._bears_on(one.text)}

    def _bears_on(self, text: str) -> bool:
        """Whether a form that changed may be found in a folded *text*."""
        return self._many or any(
            _stands(form, text, follows=change.follows) for form, change in self._forms.items()
        )


def _change(form: str, before: Sequence[Name], after: Sequence[Name]) -> _Change:
    follows = any(name.may_follow for name in (*before, *after))
    loses = WORD.fullmatch(form) is not None and set(after) <= set(before)
    return _Change(form, follows, _signs(form, follows=follows), loses)


def _stands(form: str, text: str, *, follows: bool) -> bool:
    """Whether *form* stands in *text* so that it ends where a word does and, unless it *follows*, begins where one does."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not _within_word(text[end : end + 1]) and (follows or not _within_word(text[start - 1 : start])):
            return True
        start = text.find(form, start + 1)
    return False


def _within_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def find_again(
    given: Sequence[tuple[X, Named | None]],
    texts_of: Callable[[X], list[Passage]],
    renaming: Renaming,
    executor: Executor | None = None,
) -> list[Named]:
    """Return what is named in the texts of everything *given*, in some of which it is known what was named before.

    Texts are asked for only where they must be looked into. What is the same stays the very same.
    """
    found = [before and renaming.known(before) for _, before in given]
    stale = [one for one, known in zip(given, found, strict=True) if known is None]
    made = iter(
        joined_shards(partial(_find_share, texts_of, renaming.after.finder, renaming), stale, executor)
    )
    return [known or _named(next(made), before) for known, (_, before) in zip(found, given, strict=True)]


def _find_share(
    texts_of: Callable[[X], list[Passage]],
    finder: MentionFinder,
    renaming: Renaming,
    share: Sequence[tuple[X, Named | None]],
) -> list[Named | Mentions | None]:
    """Return what is named in some texts; where it was known before, as little as must be sent back.

    That is the mentions, or None where they are the same.
    """
    with uncollected():
        found = [
            renaming.named_in(texts_of(one), before) if before else named_in(texts_of(one), finder)
            for one, before in share
        ]
    return [
        None if now is before else now.mentions if before else now
        for now, (_, before) in zip(found, share, strict=True)
    ]


def _named(made: Named | Mentions | None, before: Named | None) -> Named:
    if isinstance(made, Named):
        return made
    assert before is not None  # noqa: S101  # else all of it was sent
    return before if made is None else before.naming(made)


class _Present:
    """The vocabulary there is now."""

    vocabulary = Vocabulary(())


def vocabulary_of(concepts: tuple[Concept, ...], memory: Memory) -> Vocabulary:
    """Return the vocabulary of *concepts*; as long as they are equal, the very same."""
    present = memory.of_inputs("vocabulary", "", (), _Present)
    if present.vocabulary.concepts != concepts:
        present.vocabulary = Vocabulary(concepts)
    return present.vocabulary


class _Made(NamedTuple):
    """What was made with a vocabulary, by the content it was made of."""

    vocabulary: Vocabulary
    values: Mapping[str, Any]


class _Last:
    """What was made last, and what with the vocabulary before: a change that is taken back is the second most frequent."""

    def __init__(self) -> None:
        self.made = self.before = _Made(Vocabulary(()), {})

    def put(self, made: _Made) -> None:
        """Take what was *made* now in the place of what was made last."""
        if made.vocabulary is not self.made.vocabulary:
            self.before = self.made
        self.made = made

    def again(self, vocabulary: Vocabulary) -> Mapping[str, Any]:
        """Return what was made with an equal *vocabulary* before the last one; nothing if it was another."""
        return self.before.values if self.before.vocabulary.concepts == vocabulary.concepts else {}


def of_named(
    memory: Memory,
    kind: str,
    vocabulary: Vocabulary,
    keys: Sequence[str] | Mapping[str, str],
    make: Callable[[list[int], Mapping[str, T], Renaming], Sequence[T]],
) -> list[T]:
    """Return a value for each of *keys*, which tell contents; values hang on what of *vocabulary* they mention, too.

    Contents whose keys are given by names are remembered in groups of neighbours.

    *make* gets the places of those not known, as with `Memory.of_contents`; beside, what this process made last of each
    content, by its key, and what changed in the names since.
    """
    last = memory.of_inputs("named", kind, (), _Last)
    renaming = Renaming(last.made.vocabulary if last.made.values else vocabulary, vocabulary)
    again = last.again(vocabulary)
    own = list(keys.values()) if isinstance(keys, Mapping) else keys

    def make_missing(places: list[int]) -> Sequence[T]:
        new = [place for place in places if own[place] not in again]
        made = dict(zip(new, make(new, last.made.values, renaming) if new else (), strict=True))
        return [made[place] if place in made else again[own[place]] for place in places]

    whole = [vocabulary.checksum + key for key in own]
    if isinstance(keys, Mapping):
        found = memory.of_neighbours(kind, list(keys), whole, make_missing)
    else:
        found = memory.of_contents(kind, whole, make_missing)
    last.put(_Made(vocabulary, dict(zip(own, found, strict=True))))
    return found
