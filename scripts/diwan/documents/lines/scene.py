"""The scene: where in a source the article lies, before any single block is judged.

In: the shapes of all pieces. Out: the stretch that holds the article's text, its title, the lines about who and
when, and where readers' comments begin. Position and shape decide, not phrases:

1. The text is the heaviest run of lines (`body`): running sentences weigh by their width, other lines cost.
2. The title is the line before it that looks most like one; said twice, or followed by who and when, counts most.
3. Who and when stand around the title, or after the text if the line says so itself.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from diwan.documents.language import detect_language
from diwan.documents.lines.body import body_of, introduced_items, is_furniture, lines_below_labels
from diwan.documents.lines.boxes import boxes_among
from diwan.documents.lines.captions import is_caption
from diwan.documents.lines.foreign import quoted_lines
from diwan.documents.lines.head import LONGEST_HEAD, title_in_head
from diwan.documents.lines.mails import subject_at
from diwan.documents.lines.menus import listed_entries, rows_of_entries
from diwan.documents.lines.namedparts import named_parts
from diwan.documents.lines.repetition import Repetitions
from diwan.documents.lines.replies import replies_begin
from diwan.documents.lines.series import enclosed, parts, series
from diwan.documents.lines.subjects import subjects_among
from diwan.documents.lines.telling import Telling
from diwan.documents.lines.titles import PASSED, SHORTER, find_title
from diwan.documents.lines.turns import turns_among
from diwan.documents.names.bylines import Credit, bare_name, credit_of, is_marked_as_who, is_uncased
from diwan.documents.names.outlets import outlet_named_by
from diwan.documents.phrases.cues import IS_APPEAL, IS_COMMENTS, IS_SORT
from diwan.documents.pieces import MESSAGE
from diwan.documents.shapes import Shape, key_of
from diwan.model.block import KEPT_KINDS, BlockKind

#: Words of the label above comments: *Leave a comment below*, *12 comments on this article*.
_LONGEST_LABEL = 5
#: Sentences between title and byline: a lead of one to three paragraphs.
_LONGEST_LEAD = 3
#: Words of a name in a script without capitals; a headline has more.
_WORDS_OF_NAME = range(2, 5)
#: Lines of the longest foot of an article alone: name, outlet, day, address.
_LONGEST_FOOT = 4
#: Sentences with which a text ends among which those about who wrote may be.
_TAIL = 4
#: What somebody is called on a network.
_HANDLE = re.compile(r"@\w[\w.]*")
#: Words of the longest name somebody gives themselves there, and signs that stand beside it and are none of it.
_LONGEST_NAME, _SIGNS = 6, re.compile(r"[^\w\s.'’،,·‌-]+")
#: Blocks after the title in which who and when may stand.
_OPENING = 8


@dataclass
class Scene:
    """Everything known of a source when its blocks are judged one by one."""

    shapes: tuple[Shape, ...]

    @cached_property
    def language(self) -> str | None:
        """The language of the running text: menus are often in another. A page that states its facts is hardly asked."""
        return detect_language(self.running or self.whole)

    @cached_property
    def running(self) -> str:
        """The sentences of the text, but for what the reader set aside."""
        kinds = {None, *KEPT_KINDS}
        return " ".join(shape.text for shape in self.sentences if shape.piece.kind in kinds)

    @cached_property
    def whole(self) -> str:
        """All lines as they stand."""
        return "\n".join(shape.text for shape in self.shapes)

    @cached_property
    def body(self) -> tuple[int, int]:
        """First and last index of the article's text; what readers reply to it below is none of it."""
        among = frozenset(chain.from_iterable(self.enclosed))
        return body_of(self.shapes[: self.replies], self.furniture, self.introduced, among)

    @cached_property
    def replies(self) -> int:
        """Index of the first of readers' replies that show themselves as such; past the end where none do."""
        return replies_begin(self.shapes)

    @cached_property
    def introduced(self) -> frozenset[int]:
        """What is text by the line above it or by its own words, by index.

        These are items of lists that a line with a colon introduces, what it quotes in another script, turns, and parts by name.
        """
        return introduced_items(self.shapes) | quoted_lines(self.shapes) | self.turns | self.named_parts

    @cached_property
    def named_parts(self) -> frozenset[int]:
        """The headings of a paper whose words say that they are some, by index."""
        return named_parts(self.shapes)

    @cached_property
    def turns(self) -> frozenset[int]:
        """The lines with which one of those who talk in a transcript begins to speak, by index."""
        return turns_among(self.shapes, self.furniture)

    @cached_property
    def listed(self) -> frozenset[int]:
        """The entries of long lists away from the text, by index: a list right below it may be its own."""
        start, end = self.body
        away = (own for own in listed_entries(self.shapes) if own[-1] < start or own[0] > end + 1)
        return frozenset(chain.from_iterable(away)) - self.introduced

    @cached_property
    def furniture(self) -> tuple[bool, ...]:
        """Whether each line introduces itself as part of the page, or is its menu said again."""
        return tuple(shape.index in self.rows or is_furniture(shape) for shape in self.shapes)

    @cached_property
    def rows(self) -> frozenset[int]:
        """The lines that consist of entries which stand on lines of their own too, by index."""
        return rows_of_entries(self.shapes)

    @cached_property
    def series(self) -> tuple[range, ...]:
        """The lines of each list whose lines begin alike, by index."""
        return tuple(series(self.shapes))

    @cached_property
    def parts(self) -> tuple[list[int], ...]:
        """Lines that count on wherever they stand, as headings of parts do."""
        return tuple(parts(self.shapes))

    @cached_property
    def enclosed(self) -> tuple[range, ...]:
        """The lines between the sentences around a long one of these, by index."""
        return tuple(enclosed(self.shapes, self.series, self.furniture))

    @cached_property
    def subjects(self) -> frozenset[int]:
        """The labels of the subjects that the page names, and these, by index."""
        return subjects_among(self.shapes)

    @cached_property
    def below_label(self) -> frozenset[int]:
        """The lines that stand below the label of a list of links, by index."""
        return lines_below_labels(self.shapes)

    @cached_property
    def occurrences(self) -> Counter[str]:
        """How often each line occurs, by its words."""
        return Counter(shape.key for shape in self.shapes)

    @cached_property
    def telling(self) -> Telling:
        """The words of each line that may tell what the text is about."""
        return Telling(self.shapes)

    @cached_property
    def title(self) -> int | None:
        """Index of the title: the line that tells by itself that it is one, or the one that looks most like it."""
        if self.told_title is not None:
            return self.told_title
        before = self.shapes[: self.body[0]]
        return find_title(before, self.may_be_title, self._is_said_twice, self.is_credit, self.sentences)

    @cached_property
    def told_title(self) -> int | None:
        """Index of the title that the format states, or the subject of a mail, or the few lines above an article alone."""
        stated = next((shape.index for shape in self.shapes if shape.piece.kind is BlockKind.TITLE), None)
        told = subject_at(self.shapes) if stated is None else stated
        if told is not None or not self.head:
            return told
        return title_in_head(self.head, self.credit, self.sentences, self.language, alone=self.is_alone)

    @cached_property
    def head(self) -> tuple[Shape, ...]:
        """The lines above the text, if they are few and none is of a page."""
        before = self.shapes[: self.body[0]]
        return before if len(before) <= LONGEST_HEAD and not any(map(self._is_of_page, before)) else ()

    @cached_property
    def is_alone(self) -> bool:
        """Whether nothing of a page stands below the text: an address, an outlet, a name and a day may."""
        below = self.shapes[self.body[1] + 1 :]
        return len(below) <= _LONGEST_FOOT and not any(map(self._is_of_page, below))

    def _is_of_page(self, shape: Shape) -> bool:
        # *12. März* begins as an item of a list does.
        is_item = bool(shape.marker) and not self.is_credit(shape.index)
        return is_item or self.furniture[shape.index] or shape.index in self.listed

    @property
    def sentences(self) -> list[Shape]:
        """The sentences of the text."""
        start, end = self.body
        return [shape for shape in self.shapes[start : end + 1] if shape.is_sentence]

    def may_be_title(self, shape: Shape) -> bool:
        """Tell whether nothing says that a line before the text is something else than its title."""
        if self.furniture[shape.index] or shape.index in self.listed or self.is_credit(shape.index):
            return False
        if _HANDLE.fullmatch(shape.text) or is_caption(shape):
            return False
        return not self._is_name_under_title(shape)

    def _is_name_under_title(self, shape: Shape) -> bool:
        """Tell whether the line is a bare name over the day, with a far wider line above, which may be the title."""
        over = self.before(shape.index)
        if over is None or self.furniture[over.index]:
            return False
        named = is_marked_as_who(shape.text)
        # Without such a mark the form alone tells a name from a headline, and a headline from its kicker.
        if not named and over.width >= SHORTER * shape.width:
            named = bool(bare_name(shape)) or (
                len(shape.text.split()) in _WORDS_OF_NAME and is_uncased(shape.text)
            )
        below = self.shapes[shape.index + 1 : shape.index + 1 + PASSED]
        return named and any(self.is_credit(line.index) for line in below)

    def _is_said_twice(self, shape: Shape) -> bool:
        return self.occurrences[shape.key] > 1 and shape.words > 1

    def credit(self, index: int) -> Credit | None:
        """Return whom or what day the line at *index* names, looked for once; one that *Reporter:* opens may be a question."""
        if index not in self._looked_for:
            found = self._posted(index) or credit_of(self.shapes[index], self.language)
            self._looked_for[index] = found if found and not self._is_of_another(index, found) else None
        return self._looked_for[index]

    def _is_of_another(self, index: int, credit: Credit) -> bool:
        """Tell whether a line names somebody or a day otherwise than as those of the article."""
        shape = self.shapes[index]
        return index in self.turns or shape.piece.rule == MESSAGE or self._is_headline(shape, credit)

    def _posted(self, index: int) -> Credit | None:
        """Return whom a line before all sentences names over what they are called on a network, as saved posts begin."""
        shape, below = self.shapes[index], self.after(index)
        called = below is not None and _HANDLE.fullmatch(below.text)
        if not called or shape.marker or not 0 < shape.words <= _LONGEST_NAME:
            return None
        if any(above.is_sentence for above in self.shapes[:index]):
            return None
        name = _SIGNS.sub(" ", shape.text).strip()
        return Credit((), (" ".join(name.split()),), signed=True, others=0)

    def _is_headline(self, shape: Shape, credit: Credit) -> bool:
        """Tell whether the words behind a sort of article are what it is about, and no name: the text has them all."""
        if not IS_SORT.match(shape.key) or not credit.names:
            return False
        return {word for name in credit.names for word in key_of(name).split()} <= self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text's sentences."""
        return frozenset(key_of(self.running).split())

    @cached_property
    def _looked_for(self) -> dict[int, Credit | None]:
        return {}

    def is_credit(self, index: int) -> bool:
        """Tell whether the line at *index* only says who wrote or when."""
        credit = self.credit(index)
        return credit is not None and credit.is_alone

    @cached_property
    def opening(self) -> range:
        """Where who and when may stand before the text."""
        start, _ = self.body
        first = max(start - _OPENING, 0) if self.title is None else self.title + 1
        return range(first, min(max(start, first) + _OPENING, len(self.shapes)))

    @cached_property
    def middle(self) -> range:
        """The lines of the text beside which nothing stands of what opens and closes an article, such as title and author."""
        start, end = self.body
        return range(max(start, self.opening.stop), end)

    @cached_property
    def credits(self) -> dict[int, Credit]:
        """Lines that only say who wrote or when, by index."""
        found = {}
        for index in (*self.opening, *range(self.body[1] + 1, len(self.shapes))):
            shape = self.shapes[index]
            credit = None if shape.is_sentence and shape.ends_sentence else self.credit(index)
            if credit and self.is_credit(index) and (index in self.opening or credit.signed):
                found[index] = credit
        return {**found, **self._names_beside(found)}

    def _names_beside(self, credits_: dict[int, Credit]) -> dict[int, Credit]:
        """Return the lines that are a bare name beside a date, which is how most pages write a byline."""
        found = {}
        for index, credit in credits_.items():
            if credit.names or index not in self.opening:
                continue
            for beside in (index - 1, index + 1):
                if (
                    beside in self.opening
                    and beside not in credits_
                    and (name := bare_name(self.shapes[beside]))
                    and not outlet_named_by(self.shapes[beside], self.language)
                ):
                    found[beside] = Credit((), (name,), signed=False, others=0)
        return found

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Those who wrote, as the lines before the text name them, else those after it."""
        before = [
            name for i, credit in sorted(self.credits.items()) if i in self.opening for name in credit.names
        ]
        after = [
            name
            for i, credit in sorted(self.credits.items())
            if i not in self.opening
            for name in credit.names
        ]
        return tuple(dict.fromkeys(before or after))

    @cached_property
    def top(self) -> int:
        """Index of the last line of the opening: title, who, when, or the title said again."""
        _, end = self.body
        top = -1 if self.title is None else self.title
        sentences = 0
        for index in range(top + 1, min(end, top + 1 + _OPENING)):
            if index in self.credits or self.is_repeated_title(index):
                top = index
            sentences += self.shapes[index].is_sentence
            if sentences > _LONGEST_LEAD:
                break
        return top

    def retitle(self, title: int | None) -> None:
        """Take the line at index *title* for the title, or none, and look anew for what stands around it."""
        for name in ("opening", "middle", "credits", "names", "top", "tail", "boxes"):
            self.__dict__.pop(name, None)
        self.title = title

    def is_repeated_title(self, index: int) -> bool:
        """Tell whether the line at *index* says the title once more."""
        return (
            self.title is not None
            and index != self.title
            and self.shapes[index].key == self.shapes[self.title].key
        )

    @cached_property
    def boxes(self) -> frozenset[int]:
        """The lines of boxes about those who wrote, by index: the last of the text, and below it."""
        around = range(max(self.opening.start - _OPENING, 0), self.opening.stop)
        return boxes_among(self.shapes, range(self.tail, len(self.shapes)), around, self.names)

    @cached_property
    def tail(self) -> int:
        """The index of the line behind which few sentences of the text are left."""
        start, end = self.body
        first = max(start, self.opening.stop)
        sentences = [shape.index for shape in self.shapes[first : end + 1] if shape.is_sentence]
        return sentences[-_TAIL:][0] if sentences else end

    @cached_property
    def comments(self) -> int:
        """Index of the label above readers' comments; past the end where there is none."""
        for shape in self.shapes[self.body[1] + 1 : self.replies]:
            short = shape.length <= _LONGEST_LABEL and not shape.ends_sentence
            if short and IS_COMMENTS.match(shape.key) and not IS_APPEAL.match(shape.key):
                return shape.index
        return self.replies

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers with which lines begin."""
        return frozenset(shape.number for shape in self.shapes if shape.number is not None)

    @cached_property
    def indents(self) -> tuple[int, ...]:
        """The columns at which items of lists stand in the text, least first."""
        start, end = self.body
        return tuple(sorted({shape.piece.indent for shape in self.shapes[start : end + 1] if shape.marker}))

    @cached_property
    def repetitions(self) -> Repetitions:
        """The words of all blocks, to look for each block in the others."""
        return Repetitions(self.shapes)

    def before(self, index: int) -> Shape | None:
        """Return the shape before *index*."""
        return self.shapes[index - 1] if index else None

    def after(self, index: int) -> Shape | None:
        """Return the shape after *index*."""
        return self.shapes[index + 1] if index + 1 < len(self.shapes) else None
