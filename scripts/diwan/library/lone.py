"""Lone words: words that became names, found in a text whose other mentions are known, with no look for other names.

Names are found as whole words. So what is found over a word either is that word or holds it; where a longer name stands,
the word is no mention whatever becomes of the longer one, and where none does, no other mention touches it.
"""

from collections.abc import Callable, Iterable, Sequence

from diwan.library.mentioned import Mentions, Passage, Written, mentions_in
from diwan.library.mentions import Find, MentionFinder, Name, NamesByForm
from diwan.library.named import WORD, runs_of
from diwan.text.fold import Folded, fold, fold_together


class LoneWords:
    """Those of the forms that came or changed that are a word, over which no other name of one word can be found."""

    def __init__(self, changed: Iterable[str], former: NamesByForm, present: NamesByForm) -> None:
        """Take the forms that *changed*, and the names there were and are."""
        self.forms: set[str] = set()
        wanted: NamesByForm = {}
        for word in filter(WORD.fullmatch, changed):
            over = {
                form: names
                for form, names in (former | present).items()
                if form != word and _may_stand_over(form, (*names, *former.get(form, ())), word)
            }
            if not any(map(WORD.fullmatch, over)):
                self.forms.add(word)
                wanted |= {form: present[form] for form in (word, *over) if form in present}
        self._finder = MentionFinder(wanted)
        self._alone = self.forms >= wanted.keys()

    def added(
        self, mentions: Mentions, now: Callable[[Written], Written | None], texts: Sequence[Passage]
    ) -> Mentions:
        """Return the *mentions* in *texts* as they are written *now*, and those of the words."""
        runs = runs_of(texts)
        found = [self._find(fold_together(text for *_, text in run), run[0][1]) for run in runs]
        return mentions.joined(mentions_in(runs, found), [ident for ident, *_ in texts], now)

    def _find(self, folded: Folded, language: str) -> list[Find]:
        found = self._finder.spans_in(folded, language)
        if self._alone:
            return found
        return [one for one in found if WORD.fullmatch(fold(folded.original[one[0] : one[1]]))]


def _may_stand_over(form: str, names: Iterable[Name], word: str) -> bool:
    """Whether a find of a *form*, which has these *names*, may hold a *word*, before which a proclitic may stand."""
    words = WORD.findall(form)
    if any(one.endswith(word) for one in words):
        return True
    # What is before its first letter in the same word belongs to a find, too.
    if not any(name.may_follow for name in names):
        return False
    return not words or not form.startswith(words[0]) or word.endswith(words[0])
