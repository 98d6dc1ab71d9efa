"""Named: what is known of an article's mentions beside them, so that most names that change need no look at its texts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from diwan.library.mentioned import Mentions, Passage, mentions_in
from diwan.library.mentions import MentionFinder
from diwan.text.fold import fold_together, parts_words
from diwan.text.marks import parted

#: What the finder of mentions takes for a word: what it looks at are the characters before and behind a name.
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions in an article, and its words, by which it is known whether a name may stand in it (`words_in`)."""

    mentions: Mentions
    words: bytes
    #: Whether each of its characters belongs to one word at most, so that what is written is a name with nothing else.
    plain: bool

    def naming(self, mentions: Mentions) -> "Named":
        """Return the same of an article with these *mentions*; the very same if it has them already."""
        return self if mentions is self.mentions else Named(mentions, self.words, self.plain)


def words_in(folded: str) -> bytes:
    """Return the words of a *folded* text, each once, between line feeds: 3 kB for a thousand words."""
    words = dict.fromkeys(parted(folded).split())
    return "\n".join(["", *words, ""]).encode(errors="surrogatepass")


def runs_of(texts: Sequence[Passage]) -> list[list[Passage]]:
    """Return *texts* in runs of one language, each of which is looked through as one text."""
    return [list(run) for _, run in groupby(texts, key=itemgetter(1))]


def named_in(texts: Sequence[Passage], finder: MentionFinder) -> Named:
    """Return the mentions in *texts*, looked for in all of them."""
    runs = runs_of(texts)
    folded = [fold_together(text for *_, text in run) for run in runs]
    found = [finder.spans_in(one, run[0][1]) for one, run in zip(folded, runs, strict=True)]
    words = words_in("\n".join([one.text for one in folded]))
    return Named(mentions_in(runs, found), words, not any(map(parts_words, folded)))
