"""What is found of all lines of a text at once is what each line by itself would give."""

import random
import string
from itertools import product
from pathlib import Path

import pytest

from diwan.documents.language import script_of, scripts_of
from diwan.documents.lines.rules import RULES, rules_of
from diwan.documents.lines.scene import Scene
from diwan.documents.phrases.cues import NOTICES, has_notice, phrases
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of, keys_of, measure, measure_all, telling_words, told_again
from diwan.documents.splitting import normalise
from diwan.documents.web import looks
from diwan.text.characters import Sought
from diwan.text.words import words_of

LINES = {
    "Latin": "The keeper’s lamp burns on, and “nobody” asks why it does.",
    "ASCII": "The keeper climbs two hundred steps each evening.",
    "Arabic": "تُشعِل الحارسة مصباحها كلّ مســاء، ولا يسأل أحدٌ عن السبب.",
    "Persian": "نگهبان هر شب چراغ را روشن می‌کند و کسی نمی‌پرسد چرا.",
    "Chinese": "看守灯塔的人每天晚上都要爬两百级台阶。",
    "Japanese": "灯台は毎晩、港のために明かりを灯す。",
    "Korean": "등대지기는 매일 저녁 이백 계단을 오른다.",
    "Thai": "ประภาคารริมอ่าวเปิดไฟทุกคืน ๑๒",
    "Greek": "Ο φάρος ανάβει κάθε βράδυ.",
    "fraction": "Add ½ litre of oil, ﷺ and a ﬁne wick.",
    "signs": "— • 12 %",
    "rows": "1\t2\t3\n4\t5\t6",
    "nothing": "",
}


def _drawn(count):
    """Yield texts of some of the lines, in any order."""
    chance = random.Random(5)
    yield list(LINES.values())
    for _ in range(count):
        yield chance.choices([*LINES.values()], k=chance.randint(1, 6))


def test_lines_measured_together_are_as_each_by_itself():
    """Also where a character becomes several or none, as in Chinese, in fractions, and in Arabic with vowel signs."""
    for lines in _drawn(200):
        pieces = [Piece(line, number) for number, line in enumerate(lines, start=1)]
        assert measure_all(pieces) == tuple(measure(index, piece) for index, piece in enumerate(pieces))
    assert measure_all([]) == ()


def test_lines_folded_together_are_as_each_by_itself():
    """What a character becomes belongs to its own line, also where it becomes several or none."""
    for lines in _drawn(200):
        assert keys_of(lines) == [key_of(line) for line in lines]


def test_signs_of_ascii_are_counted_as_those_of_any_text():
    """Letters, digits and signs in any order, a shorter beginning of which is shown."""
    chance = random.Random(3)
    texts = ["".join(chance.choices(string.printable, k=chance.randint(1, 60))) for _ in range(500)]
    for text in (*texts, "(c) 2024", "(C)", "ALL of it!", "9", "_"):
        assert looks._signs_in_ascii(text, text[:30]) == looks._signs_in(text, text[:30])


def test_words_of_ascii_are_those_of_any_text():
    """Letters, digits, signs and what steers in any order; a line below parts words as a sign does."""
    chance = random.Random(4)
    characters = "".join(map(chr, range(128)))
    for text in (characters, *("".join(chance.choices(characters, k=40)) for _ in range(500))):
        assert [*words_of(text), "é"] == words_of(f"{text} é")


def test_scripts_told_together_are_as_of_each_by_itself():
    """Whatever script most of the lines are in; Chinese beside kana is Japanese."""
    for lines in _drawn(200):
        assert scripts_of(lines) == [script_of(line) for line in lines]


def test_characters_sought_in_a_text_are_found_wherever_they_stand():
    """In a long text as in a short one, and whatever else stands there."""
    sought = Sought("[\x00\ufffc\u202a-\u202cë]")
    chance = random.Random(7)
    for lines in _drawn(200):
        text = "\n".join(lines)
        assert not sought.are_in(text)
        place = chance.randint(0, len(text))
        for character in "\x00\ufffc\u202bë":
            assert sought.are_in(f"{text[:place]}{character}{text[place:]}")


@pytest.mark.parametrize(("title", "text"), [*product(LINES, LINES)])
def test_words_told_again_are_those_that_both_have(title, text):
    """Whether words are spaced or not, on either side."""
    one, other = measure(0, Piece(LINES[title], 1)), measure(1, Piece(LINES[text], 2))
    words = telling_words(one) | {"on", "it"}
    assert told_again(words, [other, one]) == words & (telling_words(other) | telling_words(one))


def test_every_notice_is_found_wherever_it_stands_in_a_line():
    """Lines are passed over that have no first word of a notice."""
    for phrase in phrases(NOTICES):
        assert has_notice(measure(0, Piece(f"Evening: {phrase}, says the lamp.", 1))), phrase
    assert not has_notice(measure(0, Piece("The lamp was lit by AI-shaped hands, not by machine.", 1)))


@pytest.mark.parametrize(
    "code",
    [*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0x202D, 0x202E, 0xFEFF, *range(0xFFF9, 0xFFFD),
     0xE0000, 0xE0041, 0xE007F],
)  # fmt: skip
def test_a_character_that_is_no_text_is_taken_out_though_all_else_is_plain(code):
    """Most texts are told to have none by what Unicode calls printable."""
    text, _ = normalise(f"The lamp{chr(code)} burns.\n\tIt does.")
    assert chr(code) not in text


def test_rules_that_are_asked_of_some_lines_apply_to_no_others():
    """Also of the lines of an article between those of other pages, and after another title was chosen."""
    sources = sorted((Path(__file__).parent / "golden/documents").glob("*-page/source.txt"))
    texts = [[line for line in path.read_text("utf-8").splitlines() if line.strip()] for path in sources]
    assert len(texts) > 5
    for lines in (*texts, *(texts[0][:9] + lines + texts[1][-9:] for lines in texts)):
        scene = Scene(
            measure_all([Piece(line.strip(), number) for number, line in enumerate(lines, start=1)])
        )
        for title in (scene.title, None, scene.body[0]):
            scene.retitle(title)
            asked_all = [next(rule for rule in RULES if rule.applies(one, scene)) for one in scene.shapes]
            assert rules_of(scene) == asked_all
