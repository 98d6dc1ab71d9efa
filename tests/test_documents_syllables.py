"""Korean in PDF: lines end behind any syllable, and only the words tell whether one was broken there."""

import textwrap
from itertools import pairwise

import pytest

from diwan.documents.pdf.hyphens import hyphens_of

TEXT = [
    "북쪽 항구 마을의 의회는 어젯밤 부두에 새로운 등불을 놓기로 결정했다. 어부들은 오랫동안 기름과 등불에 대해 물었지만 아무도 대답을 하지 않았다.",
    "등대를 지키는 사람은 밤마다 네 번씩 계단을 올라가고, 지나가는 배의 이름을 모두 공책에 적는다. 그 공책은 지금 마을의 도서관에 보관되어 있다.",
    "반대한 의원은 두 사람뿐이었다. 그들은 등불보다 먼저 부두의 돌을 고쳐야 한다고 말했다. 마을의 조사에 따르면 부두는 해마다 조금씩 바다 속으로 가라앉고 있다.",
    "새로운 등불은 겨울이 오기 전에 켜질 예정이다. 어부들은 안개가 짙은 밤에도 불빛이 멀리까지 보이기를 바란다고 말했다. 기름을 실은 배는 다음 달에 마지막으로 항구에 들어온다.",
    "등대를 지키는 사람의 일은 내년 가을에 끝나지만 그가 살던 집은 그대로 남는다. 그는 밤에 잠을 잘 수 있게 되어 기쁘지만 바다를 보지 않는 밤은 조금 쓸쓸할 것이라고 말했다.",
    "마을의 아이들은 새로운 등불을 보려고 저녁마다 부두에 모인다. 선생님은 아이들에게 등불의 역사를 가르치고, 아이들은 배의 이름을 하나씩 외운다.",
]


def broken(width):
    """Return the lines of the text, each paragraph broken behind any syllable, and those in which the next word begins."""
    lines, whole = [], []
    for paragraph in TEXT:
        rest = paragraph
        while rest:
            line, rest = rest[:width], rest[width:]
            whole.append(rest.startswith(" ") or line.endswith(" ") or not rest)
            lines.append(line.strip())
            rest = rest.strip()
    return lines, whole


def test_words_that_lines_of_korean_break_are_whole():
    """Which syllables end words the text itself tells, though it is short: more ends of lines come out right than with spaces."""
    right, spaces, count = 0, 0, 0
    for width in range(18, 58, 3):
        lines, whole = broken(width)
        hyphens = hyphens_of(lines)
        for (above, below), is_whole in zip(pairwise(lines), whole, strict=False):
            if above[-1].isalpha() and below[0].isalpha():
                right += (hyphens.join(above, below) is None) == is_whole
                spaces, count = spaces + is_whole, count + 1
    assert spaces < 0.55 * count < 0.7 * count <= right


@pytest.mark.parametrize("width", [24, 32, 48])
def test_lines_of_korean_that_end_with_words_are_joined_with_spaces(width):
    """Pages may ask browsers to break no words; then none is put together."""
    lines = [line for paragraph in TEXT for line in textwrap.wrap(paragraph, width)]
    hyphens = hyphens_of(lines)
    assert [hyphens.join(above, below) for above, below in pairwise(lines)] == [None] * (len(lines) - 1)


def test_a_few_lines_of_korean_tell_nothing():
    """Among names and menus a space is never wrong for long."""
    lines = ["부두의 새로운 등불은 겨울이 오", "기 전에 켜질 예정이다."]
    assert hyphens_of(lines).join(*lines) is None
