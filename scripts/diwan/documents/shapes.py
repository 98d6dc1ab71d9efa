"""Shapes: what can be seen of a piece without knowing its language.

In: a piece. Out: its words folded for comparison, its width, how it ends, what mark it begins with. Everything that
judges blocks reads shapes, so that each is measured once.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, count, repeat

from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind
from diwan.text.characters import Characters, Sought
from diwan.text.fold import fold
from diwan.text.words import NARROW_LETTERS, NARROW_TO_A_WORD, UNSPACED

#: Vowel signs and other marks, which are part of a word though no letters of their own: those of all scripts, and of India.
MARKS = "".join(chr(code) for code in range(0x300, 0x1900) if unicodedata.category(chr(code))[0] == "M")
_INDIC_MARKS = "".join(mark for mark in MARKS if "\u0900" <= mark < "\u0e00")
_UNSPACED = re.compile(f"[{UNSPACED}]")
#: A word as keys count it.
WORD = re.compile(rf"[{UNSPACED}]|(?:[^\W_{UNSPACED}]|[{_INDIC_MARKS}])+")
#: Characters that take two columns and carry about twice as much: Chinese, kana and Hangul.
WIDE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]")
#: Characters of scripts without spaces that take one column: Thai, Lao, Burmese, Khmer. A word has four or five of
#: them (counted without the marks above and below), and about two characters of Chinese and Japanese.
NARROW = re.compile(f"[{NARROW_LETTERS}]")
WIDE_TO_A_WORD = 2
#: Any of both: nearly all lines have none, and one search is quicker than three.
_UNUSUAL = re.compile(f"{WIDE.pattern}|{NARROW.pattern}")
_ANY_UNUSUAL = Sought(_UNUSUAL.pattern)
#: What may stand behind the stop of a sentence: quotes, brackets, note numbers in brackets, an ornament.
_BEHIND_STOP = re.compile(r"(?:\[\d{1,3}\]|[\s\"'”’»›“„‟」』）)\]*■□◆▪])+$")
#: With what that ends, spaces aside: most texts end otherwise, and need no search.
_MAY_BE_BEHIND = frozenset("\"'”’»›“„‟」』）)]*■□◆▪")
#: Characters at the end of a text in which quotes, brackets and note numbers may stand behind a stop.
_TAIL = 24
#: Stops of sentences in the scripts of the corpus. A colon opens what follows; a comma goes on.
STOPS = frozenset(".!?…。．！？؟۔।॥။።։‥")
#: What begins an item where lines that only breaks part are a list, and such lines from which they are one: one dash may go
#: on with a sentence.
ITEM = re.compile(
    r"[^\S\n]*(?:(?:[-–—*·◦‣]|\(?\d{1,2}\s?[.)–-])[^\S\n]+|[•●▪■►✓✔①-⑳][^\S\n]*|（\d{1,2}）|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、)\S"
)
FEWEST_ITEMS = 2
_ASKING = frozenset("!?！？؟…")

_BULLET = re.compile(r"(?:[•‣◦⁃∙●○■□▪▫◆◇►▶▸➤➢✓✔➔→*+·-]|o(?=\s{2}))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?(?P<number>\d{1,3})(?:[.)]|\.\))|\(?(?P<letter>[a-zA-Zа-яА-Я])\)|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*(?=\S)"
)
#: Chinese characters and kana, and what parts their clauses: running text has a sign every fifteen to twenty of them,
#: a row of headlines or of entries of a menu has spaces instead.
UNSPACED_BY_CLAUSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CLAUSE_END = re.compile("[，、。；！？,]")
_MOST_WITHOUT = 60
#: A tag or a style that a page shows by mistake.
_CODE = re.compile(r"<(?:a|li|ul|div|img|span|script|td|br|p)\b[^<>]*>|[{;]\s*[\w-]+\s*:[^;{}]*[;}]")

#: One character before the sign of an address is enough to know that it is one.
_EMAIL = re.compile(r"[\w.+-]@[\w-]+\.\w|\[email[\s\u00a0]protected\]")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)

#: Columns from which a line with a stop is a sentence of an article, and not a label or a caption: jusText and
#: the saved pages agree on 60 to 80; the lower keeps the short paragraphs of news.
SENTENCE_WIDTH = 60
#: The same for lines that end with `?`, `!` or a colon, as headlines and labels do: most of those are shorter.
QUESTION_WIDTH = 110
#: Words of a sentence: an address or a run of signs can be as wide, but has one.
_FEWEST_WORDS = 4
#: Bars of a line that is a row of entries or of facts, whatever it ends with (*5 a.m.*): of 7 such lines of saved pages that
#: are as wide as sentences one is text, a line of code.
_BARS = 2
#: Parts of a line, parted by spaces, that is only an address: its number, and itself.
_ADDRESSED = 2
#: Columns from which a line is a paragraph even without a stop: headlines end before. Thai and Lao have no stops, and
#: say in 100 columns what others say in 160; chosen by the length of their words, with no saved page at hand.
PARAGRAPH_WIDTH, _NARROW_PARAGRAPH_WIDTH = 160, 100
#: Letters of the shortest word that may tell what a text is about; shorter ones are mostly grammar.
_TELLING = 4


# Made for every line: a frozen one takes four times as long to make.
@dataclass(slots=True)
class Shape:
    """A piece, measured."""

    index: int
    piece: Piece
    #: Its words, folded; in scripts without spaces, its characters.
    parts: list[str]
    #: The same joined by single spaces, with a space at either end: for comparison.
    key: str
    #: How many words it has; in scripts without spaces, how many characters.
    words: int
    #: How many words it has in scripts without spaces too, by the usual length of one: what bounds are put to.
    length: float
    #: Columns.
    width: int
    #: The last character that is not a closing quote or bracket.
    end: str
    #: The mark of a list item it begins with, and its number if it has one.
    marker: str
    number: int | None
    #: Whether it is running text by its form alone.
    is_sentence: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_sentence = self._is_sentence()

    @property
    def text(self) -> str:
        """The text of the piece."""
        return self.piece.text

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with the stop of a sentence."""
        return self.end in STOPS

    @property
    def asks(self) -> bool:
        """Whether it ends with a mark that headlines have too."""
        return self.end in _ASKING

    @property
    def is_label(self) -> bool:
        """Whether it ends with a colon, and so belongs to what follows."""
        return self.end in ":：៖፦"

    @property
    def is_narrow(self) -> bool:
        """Whether it is in a script without spaces whose characters take one column."""
        return self.words > self.length * (NARROW_TO_A_WORD - 1)

    @property
    def is_spaced(self) -> bool:
        """Whether it is in a script with spaces between words."""
        return self.length >= self.words and self.width <= len(self.text)

    @property
    def parts_of_name(self) -> int:
        """How many parts it would have as a name: its words, or its signs where these are words."""
        return len(self.text.split()) if self.is_spaced or self.is_narrow else len(self.text.strip())

    def _is_sentence(self) -> bool:
        if self.words < _FEWEST_WORDS or self.text.count(" | ") >= _BARS or self._is_address():
            return False
        if self.width >= (_NARROW_PARAGRAPH_WIDTH if self.is_narrow else PARAGRAPH_WIDTH):
            return self.ends_sentence or self.width < PARAGRAPH_WIDTH or self._flows()
        if self.asks or self.is_label:
            return self.width >= QUESTION_WIDTH
        return self.ends_sentence and self.width >= SENTENCE_WIDTH

    def _is_address(self) -> bool:
        """Whether it is an address and nothing else, behind a number at most: such are as wide as sentences."""
        return "://" in self.text and len(self.text.split()) <= _ADDRESSED

    def _flows(self) -> bool:
        """Whether its signs may be those of running text: no code, and in Chinese and Japanese clauses with their ends."""
        text = self.text
        characters = len(UNSPACED_BY_CLAUSE.findall(text)) if self.width > len(text) else 0
        if characters * 2 > len(text) and characters > _MOST_WITHOUT * len(_CLAUSE_END.findall(text)):
            return False
        return not (("<" in text or "{" in text) and _CODE.search(text))

    @property
    def has_email(self) -> bool:
        """Whether an address of mail stands in it."""
        return ("@" in self.text and bool(_EMAIL.search(self.text))) or "[email" in self.text

    @property
    def has_address(self) -> bool:
        """Whether an address of the web stands in it."""
        return ("//" in self.text or "www" in self.key) and bool(_ADDRESS.search(self.text))

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number or letter that counts it."""
        return bool(self.marker) and (self.number is not None or not _BULLET.match(f"{self.marker}  x"))


def _apart(character: str) -> str:
    """Return a character folded, with spaces for what is no part of a word, and around what is a word by itself."""
    spaced = "".join(map(_spaced, fold(character)))
    return " " if spaced.isspace() else spaced


def _spaced(letter: str) -> str:
    if not WORD.fullmatch(letter):
        return " "
    return f" {letter} " if _UNSPACED.match(letter) else letter


#: Each character apart from what is no word: cutting at spaces takes a third of the time of finding words by pattern.
_WORDS_OF = Characters(_apart)


def key_of(text: str) -> str:
    """Return the words of *text* folded, joined by single spaces and enclosed in spaces."""
    return _key(_WORDS_OF.translated(text).split())


def keys_of(texts: Sequence[str]) -> list[str]:
    """Return the same of each of *texts*, in a third of the time."""
    return [_key(apart.split()) for apart in _WORDS_OF.each_translated(texts)]


def _key(parts: list[str]) -> str:
    return f" {' '.join(parts)} "


def squeezed(text: str) -> str:
    """Return the letters and digits of *text*, folded."""
    return key_of(text).replace(" ", "")


def width_of(text: str) -> int:
    """Return the columns that *text* takes."""
    return len(text) if text.isascii() else len(text) + len(WIDE.findall(text))


def _end(text: str) -> str:
    """Return the last character of *text* that is no closing quote or bracket, nor a space."""
    if text[-1:] not in _MAY_BE_BEHIND and not text[-1:].isspace():
        return text[-1:]
    tail = text[-_TAIL:]
    return (_BEHIND_STOP.sub("", tail) or tail)[-1:]


def _length(text: str, words: int) -> float:
    """Return about how many words a line has of which *words* are words or characters that count as one."""
    narrow, wide = len(NARROW.findall(text)), len(UNSPACED_BY_CLAUSE.findall(text))
    return max(words - narrow - wide, 0) + narrow / NARROW_TO_A_WORD + wide / WIDE_TO_A_WORD


def length_of(text: str) -> float:
    """Return about how many words *text* has, in scripts without spaces too."""
    return _length(text, len(key_of(text).split()))


def telling_words(shape: Shape) -> frozenset[str]:
    """Return the longer words of a line, folded; in scripts without spaces, its runs of as many characters as a word has."""
    if shape.is_narrow:
        return frozenset(words_in(shape))
    if not shape.is_spaced:
        return frozenset(_runs(shape.key.replace(" ", ""), WIDE_TO_A_WORD))
    return frozenset([word for word in shape.parts if len(word) >= _TELLING])


def told_again(words: frozenset[str], shapes: Sequence[Shape]) -> frozenset[str]:
    """Return those of the telling *words* of some lines that are telling words of any of *shapes* too.

    To look for a few words is far quicker than to make sets of all that the text has.
    """
    longer = frozenset([word for word in words if len(word) >= _TELLING])
    unspaced = [shape for shape in shapes if not shape.is_spaced]
    spaced = [shape for shape in shapes if shape.is_spaced] if unspaced else shapes
    found = longer.intersection(chain.from_iterable(shape.parts for shape in spaced))
    return found.union(*(words & telling_words(shape) for shape in unspaced))


def words_in(shape: Shape) -> list[str]:
    """Return the words of a line, folded; in narrow scripts without spaces, its runs of as many characters."""
    if shape.is_narrow:
        return _runs(shape.key.replace(" ", ""), NARROW_TO_A_WORD)
    return shape.parts


def _runs(letters: str, length: int) -> list[str]:
    return [letters[start : start + length] for start in range(len(letters) - length + 1)]


def measure(index: int, piece: Piece, key: str = "") -> Shape:
    """Return the shape of *piece*, which is the one at *index*; *key* is that of its text, if it is known."""
    return _shape(index, piece, key or _WORDS_OF.translated(piece.text))


def measure_all(pieces: Sequence[Piece]) -> tuple[Shape, ...]:
    """Return the shapes of *pieces*, in a third of the time that each by itself would take."""
    texts = [piece.text for piece in pieces]
    apart = _WORDS_OF.each_translated(texts)
    # Told for all of them at once, as most texts have none.
    are_plain = not _ANY_UNUSUAL.are_in("".join(texts))
    return tuple(map(_shape, count(), pieces, apart, repeat(are_plain)))


def _shape(index: int, piece: Piece, apart: str, are_plain: bool = False) -> Shape:  # noqa: FBT001, FBT002  # mapped
    """Return the shape of *piece*, whose words *apart* has folded and with spaces between."""
    text, parts = piece.text, apart.split()
    numbered = _NUMBER.match(text)
    marked = numbered or _BULLET.match(text)
    plain = are_plain or text.isascii() or not _UNUSUAL.search(text)
    width = len(text) if plain else width_of(text)
    words = len(parts)
    return Shape(
        index,
        piece,
        parts,
        _key(parts),
        words,
        words if plain else _length(text, words),
        width,
        _end(text),
        marked.group().strip() if marked and piece.kind is not BlockKind.TABLE else "",
        int(numbered["number"]) if numbered and numbered["number"] else None,
    )
