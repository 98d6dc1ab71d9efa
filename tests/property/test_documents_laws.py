"""Laws of conversion, on generated texts.

`make laws` is the long run; the default is short enough for every change.
"""

import os
import re
import textwrap
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines.rules import RULES_BY_NAME
from diwan.documents.lines.structure import judge, see
from diwan.documents.splitting import normalise, split
from diwan.model.block import KEPT_KINDS
from diwan.text.words import count_words, numbered_words, spans_of_words, words_of

LAW = settings(
    max_examples=int(os.environ.get("DIWAN_EXAMPLES", "300")),
    deadline=None,  # the first example loads language models
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

_POOL = (
    "the harbour of Nadia Ferrant paid 12 boats , a radio: see also 2024-03-14 14 March 2024 by Share © | · - "
    "«الميناء الصغير بقلم اقرأ أيضا ١٤ مارس ٢٠٢٤ وَالسَّفينة ـ بندر ۲۴ اسفند ۱۴۰۲ می‌شود порт Автор: мэр — "
    "四座小港口 2024年3月14日 相关阅读 ท่าเรือ ဆိပ်ကမ်း נמל מאת: co-operate infor- mation o'clock [1] (2) 3. a@b.org "
    "https://example.org ! ? … ؟ 。 » \u200c \u200f \u00ad * • > \t"
)
WORDS = st.sampled_from(_POOL.split(" "))
SENTENCE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
ANY_LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
LINE = st.one_of(SENTENCE, SENTENCE.map(lambda text: f"{text}."), ANY_LINE)
MARK = st.sampled_from(["", "  * ", "    + ", "- ", "1. ", "2) ", "> ", "• ", "一、"])
END = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n \n", "\u2028", "\u2029", "\f", "\v", "\x85"])
TEXT = st.lists(st.tuples(MARK, LINE, END).map("".join), max_size=30).map("".join)
BROKEN = st.tuples(
    st.lists(st.lists(WORDS, min_size=8, max_size=60).map(" ".join), min_size=1, max_size=6),
    st.integers(46, 100),
    st.sampled_from(["", "> ", "   ", "- "]),
    st.sampled_from(["\n", "\n\n", "\n>\n"]),
).map(
    lambda form: form[3].join(
        textwrap.fill(text, form[1], initial_indent=form[2], subsequent_indent=form[2].replace("-", " "))
        for text in form[0]
    )
)


#: Words with characters of direction among them, with and without their like.
STEERED = st.text(
    st.sampled_from("aא ١.\n\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), max_size=40
)
PAIRED = st.recursive(
    st.text(st.sampled_from("aא 1"), max_size=5),
    lambda inner: st.lists(
        st.one_of(
            inner,
            inner.map(lambda text: f"\u202b{text}\u202c"),
            inner.map(lambda text: f"\u2067{text}\u2069"),
        )
    ).map("".join),
)


def _letters(text):
    """Return what no step may change: letters, digits and the marks on them."""
    return [character for character in text if unicodedata.category(character)[0] in "LNM"]


@LAW
@given(TEXT)
def test_line_normalisation_changes_no_letter_digit_or_mark(text):
    """Line ends, controls and steering characters go; everything that is read stays, in order."""
    assert _letters(normalise(text)[0]) == _letters(text)


@LAW
@given(TEXT)
def test_normalising_twice_is_normalising_once(text):
    """Normal text is left alone."""
    once, _ = normalise(text)
    assert normalise(once) == (once, ())


@LAW
@given(STEERED)
def test_no_line_reorders_what_stands_around_it(text):
    """Of characters of direction only pairs stay, no overrides among them; and every letter, sign and space stays."""
    normal, flags = normalise(text)
    assert re.sub("[\u202a-\u202e\u2066-\u2069]", "", normal) == re.sub(
        "[\u202a-\u202e\u2066-\u2069]", "", text
    )
    assert (normal == text) == (flags == ())
    assert normalise(normal) == (normal, ())
    for line in normal.split("\n"):
        former, rest = "", line
        while rest != former:
            former, rest = rest, re.sub("[\u202a\u202b][^\u202a-\u202e\u2066-\u2069]*\u202c", "", rest)
            rest = re.sub("[\u2066-\u2068][^\u202a-\u202e\u2066-\u2069]*\u2069", "", rest)
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", rest)


@LAW
@given(PAIRED)
def test_stretches_of_another_direction_stay_where_they_are_whole(text):
    """Embeddings and isolates that end are spelling, as deep as they may be."""
    assert normalise(text) == (text, ())


@LAW
@given(TEXT)
def test_no_word_is_lost_added_or_moved_between_reader_and_blocks(text):
    """Every word of the text is in the kept and set-aside blocks, in order."""
    normal, _ = normalise(text)
    blocks = judge(see(split(normal)), plain=True)
    assert words_of(normal) == [word for block in blocks for word in words_of(block.text)]


@LAW
@given(BROKEN)
def test_no_word_is_lost_added_or_moved_where_broken_lines_are_joined(text):
    """Whatever words meet at the ends of lines, they stay two words, in order."""
    normal, _ = normalise(text)
    assert words_of(normal) == [word for piece in split(normal) for word in words_of(piece.text)]


@LAW
@given(TEXT)
def test_blocks_keep_their_promises(text):
    """Lines count upwards from 1, kinds decide what is kept, every rule has its reasons, every heading its level."""
    blocks = judge(see(split(normalise(text)[0])), plain=True)
    lines = [block.line for block in blocks]
    assert lines == sorted(set(lines))
    for block in blocks:
        assert block.kept == (block.kind in KEPT_KINDS)
        assert RULES_BY_NAME[block.rule].en
        assert RULES_BY_NAME[block.rule].ar
        assert (block.level is not None) == (block.kind.value in {"title", "heading", "list_item"})
        assert block.text.startswith(block.marker)


@LAW
@given(st.one_of(st.binary(max_size=400), TEXT.map(lambda text: text.encode("utf-16")), TEXT.map(str.encode)))
def test_any_bytes_give_a_document_or_a_problem(data):
    """Whatever a file holds, the answer is a document or a reason, never an exception."""
    outcome = document_of_bytes(data, "source.txt")
    assert (outcome.value is None) == bool(outcome.problems)
    for problem in outcome.problems:
        assert problem.code.startswith("source-")
        assert problem.mend


@given(
    st.text(st.sampled_from("a1_٣ \n,中かไ\u200c\u0301😀\ud800") | st.characters(), min_size=1, max_size=30)
)
def test_words_counted_at_once_are_those_found_one_by_one(text):
    """Scripts with and without spaces, marks, digits and half characters; texts short and long."""
    for repeated in (text, text * 30):
        assert count_words(repeated) == len(words_of(repeated))


@given(st.text("ab_ \n,中か\u0301😀\ud800", max_size=30))
def test_words_numbered_at_once_are_those_found_one_by_one(text):
    """Each word has its place and a number; two words have the same number only if they are the same."""
    starts, numbers = numbered_words(text)
    assert starts.tolist() == [start for start, _ in spans_of_words(text)]
    known = dict(zip(words_of(text), numbers.tolist(), strict=True))
    assert [known[word] for word in words_of(text)] == numbers.tolist()
    assert len(set(known.values())) == len(known)
