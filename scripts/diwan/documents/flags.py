"""Flags: what readers and keepers should know about a source before they trust it.

In: the pieces, and the document's date. Out: flags with line and detail. The table says what each means, in English
and Arabic; a flag changes nothing in the text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from diwan.documents.joining import SUSPENDED
from diwan.documents.pieces import Piece
from diwan.model.block import Flag
from diwan.text.characters import Sought
from diwan.text.words import words_of

FLAGS: dict[str, tuple[str, str]] = {
    "homoglyph": ("A letter of another script stands where it looks the same.", "حرف من كتابة أخرى مشابه في شكله."),
    "bidi-control": ("Invisible characters steer the direction of the text.", "محارف خفية تتحكم باتجاه النص."),
    "steering-character": ("Invisible characters that could reorder or hide text were taken out.", "أزيلت محارف خفية قد تغيّر ترتيب النص أو تخفيه."),
    "control-character": ("Control characters were replaced by spaces.", "استبدلت محارف التحكم بمسافات."),
    "presentation-form": ("Arabic letters are written by their shapes, as old systems did.", "حروف عربية مكتوبة بأشكالها كما في الأنظمة القديمة."),
    "mojibake": ("Some text was decoded wrongly before it was saved.", "نص فُكّ ترميزه خطأً قبل حفظه."),
    "replacement-character": ("Characters were already lost when the source was saved.", "محارف مفقودة قبل حفظ المصدر."),
    "broken-hyphenation": ("Words are still broken as at the end of a line.", "كلمات مقطوعة كما في آخر السطر."),
    "encoding-detected": ("The encoding is not declared; a detector told it.", "الترميز غير معلن، وحدّده كاشف."),
    "link-numbers": ("Numbers of links, as text browsers print them, were taken out.", "أزيلت أرقام الروابط التي تطبعها المتصفحات النصية."),
    "missing-text-layer": ("Pages have no text; what pictures on them say is not here.", "صفحات بلا نص، فما تقوله صورها غائب هنا."),
    "damaged-page": ("Pages are damaged; what could not be read of them is not here.", "صفحات تالفة، وما تعذّرت قراءته منها غائب هنا."),
    "recognised-text": ("A program read the text off pictures of its pages: some words may be wrong.", "قرأ برنامج النصَّ من صور صفحاته، فقد تكون فيه كلمات مغلوطة."),
    "truncated": ("The text is only an opening: the rest was behind a paywall.", "النص مطلع المقال فقط، وبقيته وراء حاجز اشتراك."),
    "paywalled": ("The page is not free for everybody: see whether the text is whole.", "الصفحة ليست متاحة للجميع مجانًا، فتحقق من اكتمال النص."),
    "machine-translation": ("A machine translated the text: its words are not the author's.", "ترجمت آلةٌ النص، فليست كلماته كلمات كاتبه."),
    "platform": ("A platform shows the text, and does not say which outlet published it.", "تعرض النصَّ منصةٌ لا تذكر أي وسيلة نشرته."),
    "instead": ("This seems to be no article: a page shown in its place.", "يبدو أنها ليست مقالاً، بل صفحة عُرضت مكانه."),
    "undated": ("The source does not say when it was published.", "لا يذكر المصدر تاريخ نشره."),
}  # fmt: skip

#: Any character that could raise a flag: one look at all lines is enough to pass over nearly every text.
_SUSPICIOUS = Sought("[\u0370-\u04ff\u202a-\u202c\u2066-\u2069\ufb50-\ufdff\ufe70-\ufefc\ufffdÃÂâØÙÐÑ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_GREEK = re.compile("[\u0370-\u03ff]")
_LATIN = re.compile("[A-Za-z]")
#: Words that mix scripts, in whichever order.
_MIXED = re.compile(r"(?<![^\W\d_])[^\W\d_]*(?:[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z])[^\W\d_]*")
#: Letters of each script that look like letters of another.
_ALIKE = {
    "LATIN": "aeopcyxijsqwABESIJKMHOPCTYXZN",
    "CYRILLIC": "аеорсухіјѕԛԝАВЕЅІЈКМНОРСТУХ",
    "GREEK": "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
}
#: Words made only of Cyrillic or Greek letters that look Latin, between Latin words.
_ALONE = re.compile(
    rf"(?<=[A-Za-z][\s,.;:])\s?(?P<word>[{_ALIKE['CYRILLIC']}{_ALIKE['GREEK']}]+)(?=\s[A-Za-z])"
)
_BIDI = re.compile("[\u202a-\u202c\u2066-\u2069]")
_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]")
#: UTF-8 read as a code page of one byte: a lead byte and a trail byte, each shown as the sign it is there.
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u00bf]|â€[\u0080-\u00ff™œž\u0153]?|(?:[ØÙÐÑ][\u0080-\u00bf†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ‚ƒ„…]){2}"
)
#: A word with a hyphen and a space in it, and one with a hyphen alone, as lines come together that were broken.
_APART = re.compile(r"(?P<head>[^\W\d_]{2,})(?P<between>-\s)(?P<tail>[^\W\d_]{2,})")
_HEAD, _TAIL = re.compile(r"(?<![\w-])[^\W\d_]{2,}$"), re.compile(r"-(?P<tail>[^\W\d_]{2,})(?![\w-])")
#: Letters of the first part of a word that are looked at: none is longer.
_LONGEST = 40
#: Different words of one text with a space in them from which they are broken, known or not; and of words without one that
#: stand unbroken elsewhere, from which these are: people write *on-line* and *online*. Of 240 saved pages in twenty languages
#: six have one of the former and none two; four have two of the latter and none three.
_FEWEST_APART, _FEWEST_CLOSE = 2, 3


#: Flags of one kind that are listed: more say nothing new, and a hostile source could raise one for every word.
MOST_OF_A_KIND = 50
#: Words that one line's flag quotes.
_MOST_QUOTED = 5


def capped(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return *flags* without those of a kind that has been listed often enough."""
    seen: Counter[str] = Counter()
    kept = []
    for flag in flags:
        seen[flag.kind] += 1
        if seen[flag.kind] <= MOST_OF_A_KIND:
            kept.append(flag)
    return tuple(kept)


def flags_of(pieces: Sequence[Piece], *, dated: bool) -> Iterator[Flag]:
    """Yield the flags of a document, line by line."""
    unusual = [piece for piece in pieces if not piece.text.isascii()]
    if _SUSPICIOUS.are_in("".join(piece.text for piece in unusual)):
        for piece in unusual:
            if _SUSPICIOUS.are_in(piece.text):
                yield from _in_line(piece)
    yield from _broken(pieces)
    if not dated:
        yield Flag(kind="undated")


def _in_line(piece: Piece) -> Iterator[Flag]:
    text = piece.text
    if _LATIN.search(text) and (_CYRILLIC.search(text) or _GREEK.search(text)):
        words = [*(found.group() for found in _MIXED.finditer(text)), *_ALONE.findall(text)]
        found_in = [f"{word}: {strangers}" for word in words if (strangers := _strangers(word))]
        if found_in:
            yield Flag(kind="homoglyph", line=piece.line, detail="; ".join(found_in[:_MOST_QUOTED]))
    for kind, pattern in (("bidi-control", _BIDI), ("presentation-form", _PRESENTATION)):
        if found_all := pattern.findall(text):
            yield Flag(
                kind=kind, line=piece.line, detail=" ".join(sorted({f"U+{ord(c):04X}" for c in found_all}))
            )
    if found_one := _MOJIBAKE.search(text):
        yield Flag(kind="mojibake", line=piece.line, detail=found_one.group())
    if "\ufffd" in text:
        yield Flag(
            kind="replacement-character", line=piece.line, detail=f"U+FFFD × {text.count(chr(0xFFFD))}"
        )


def _strangers(word: str) -> str:
    """Return the code points and names of the letters of *word* that stand in it for those of another script.

    They are all that the word has of one script, and each has a letter that it looks like; where that holds of two scripts
    it is the one with fewer letters. Words of two scripts that were only run together have none.
    """
    scripts = {
        name: {letter for letter in word if unicodedata.name(letter, "").startswith(name)} for name in _ALIKE
    }
    alike = [letters for name, letters in scripts.items() if letters and letters <= set(_ALIKE[name])]
    fewest = min(reversed(alike), key=lambda letters: sum(map(word.count, letters)), default=set())
    return ", ".join(f"U+{ord(letter):04X} {unicodedata.name(letter)}" for letter in sorted(fewest))


class _Broken(NamedTuple):
    """A word that a hyphen parts, and in which line."""

    piece: Piece
    head: str
    between: str
    tail: str

    @property
    def whole(self) -> str:
        """The word as it would stand unbroken."""
        return (self.head + self.tail).casefold()

    @property
    def goes_on(self) -> bool:
        """Whether the word goes on in small letters, and none such as *and* follows."""
        return self.tail[0].islower() and not SUSPENDED.match(self.tail)


def _broken(pieces: Sequence[Piece]) -> Iterator[Flag]:
    """Yield words that seem to be broken by a hyphen: that stand elsewhere unbroken, or are too many to be a slip."""
    # A single character is found many times faster than two, of which the second stands behind every word.
    hyphened = [piece for piece in pieces if "-" in piece.text]
    apart = [
        _Broken(piece, found["head"], found["between"], found["tail"])
        for piece in hyphened if "- " in piece.text for found in _APART.finditer(piece.text)
    ]  # fmt: skip
    close = [word for piece in hyphened for word in _close(piece)]
    if close:
        text = "\n".join(piece.text for piece in pieces).casefold()
        close = [word for word in close if word.whole in text]
    if not apart and len(close) < _FEWEST_CLOSE:
        return
    known = {word.casefold() for piece in pieces for word in words_of(piece.text)}
    close = [word for word in close if word.whole in known]
    many = len({word.whole for word in apart if word.goes_on}) >= _FEWEST_APART
    found = [word for word in apart if word.whole in known or (many and word.goes_on)]
    found += close if len({word.whole for word in close}) >= _FEWEST_CLOSE else []
    for word in found:
        yield Flag(
            kind="broken-hyphenation", line=word.piece.line, detail=f"{word.head}{word.between}{word.tail}"
        )


def _close(piece: Piece) -> Iterator[_Broken]:
    """Yield the words of a line with a hyphen and nothing else in them that go on in small letters."""
    for found in _TAIL.finditer(piece.text):
        head = _HEAD.search(piece.text[max(found.start() - _LONGEST, 0) : found.start()])
        if head and (word := _Broken(piece, head[0], "-", found["tail"])).goes_on:
            yield word
