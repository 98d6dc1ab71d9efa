"""Named: what is known of an article's mentions beside them, so that most names that change need no look at its texts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diwan.library.mentioned import Mentions, Passage, mentions_of
from diwan.library.mentions import MentionFinder
from diwan.text.fold import fold_with_offsets, parts_words

#: What the finder of mentions takes for a word: what it looks at are the characters before and behind a name.
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions in an article, and its words, by which it is known whether a name may stand in it (`words_in`)."""

    mentions: Mentions
    words: bytes
    #: Whether each of its characters belongs to one word at most, so that what is written is a name with nothing else.
    plain: bool


def words_in(folded: str) -> bytes:
    """Return the words of a *folded* text, each once, between line feeds: 3 kB for a thousand words."""
    words = dict.fromkeys(WORD.findall(folded))
    return "\n".join(["", *words, ""]).encode(errors="surrogatepass")


def named_in(texts: Sequence[Passage], finder: MentionFinder) -> Named:
    """Return the mentions in *texts*, looked for in all of them."""
    folded = [fold_with_offsets(text) for _, _, text in texts]
    found = {
        passage: finder.find_in(one, language)
        for (passage, language, _), one in zip(texts, folded, strict=True)
    }
    words = words_in("\n".join([one.text for one in folded]))
    return Named(mentions_of(texts, found), words, not any(map(parts_words, folded)))
