"""The law of work: twice as many lines of anything take twice as many steps to make a document of, not four times.

Steps are calls of functions, Python's own among them; no clock. What a pattern does within a line is counted as one.
"""

import sys

import pytest

from diwan.documents.convert import document_of_bytes

SAID = {
    "la": "Nobody sails without a lamp any more, the oldest of the {} keepers said",
    "ar": "لم يعد أحد يبحر من دون مصباح كما قال أكبر الحراس {} سنا في المرفأ القديم",
    "zh": "港口最年长的看守{}号说，如今再也没有人不带灯出海，议员们一边听一边什么也没有写下来",
}
STOP = {"la": ".", "ar": ".", "zh": "。"}
BY = {"la": "By Nadia Ferrant", "ar": "بقلم: نادية فرحات", "zh": "记者 王小明"}
DAY = {"la": "14 March 2024", "ar": "14 مارس 2024", "zh": "2024年3月14日"}
PHOTO = {"la": "Photo: the harbour {}", "ar": "الصورة: المرفأ {}", "zh": "图片：港口{}"}


def _sentence(script, number):
    return SAID[script].format(number) + STOP[script]


def _holder(number):
    """Return a paragraph that has the same words within it as all others."""
    said = SAID["la"]
    return f"{said.format(number)} ({said.format(0)}) {number} {said.format(number)}."


#: What each line of a text is, by its script and number, of so many.
LINES = {
    "short lines": lambda script, number, _: SAID[script][:12] + str(number),
    "sentences": lambda script, number, _: _sentence(script, number),
    "one sentence": lambda script, *_: _sentence(script, 0),
    "quotes of what was said once": lambda _, number, many: (
        _holder(number) if number < many // 2 else _sentence("la", 0)
    ),
    "quotes between what was said": lambda _, number, __: (
        _holder(number) if number % 2 else f"“{_sentence('la', 0)}”"
    ),
    "bylines": lambda script, *_: BY[script],
    "bylines between sentences": lambda script, number, _: BY[script] if number % 2 else _sentence(script, number),
    "days": lambda script, *_: DAY[script],
    "days and names": lambda script, number, _: (DAY if number % 2 else BY)[script],
    "captions": lambda script, number, _: PHOTO[script].format(number),
    "marked quotations": lambda script, number, _: ">" * (number % 40) + f" {_sentence(script, number)}",
    "deep lists": lambda script, number, _: " " * (number % 40) + f"- {_sentence(script, number)}",
    "numbered lists": lambda script, number, _: f"{number % 999}. {_sentence(script, number)}",
    "questions": lambda script, number, _: f"{SAID[script].format(number)}?",
    "labels": lambda script, number, _: f"{SAID[script].format(number)}:",
    "rows of a table": lambda script, number, _: "\t".join([SAID[script][:6], str(number), SAID[script][6:12]]),
    "menus": lambda script, number, _: " | ".join([SAID[script][:6], str(number), SAID[script][6:12]]),
    "rights": lambda script, number, _: f"© 2024 {SAID[script][:12]} {number}",
    "who somebody is": lambda _, number, __: ("Nadia Ferrant", "Nadia Ferrant is a reporter for the Lantern.")[number % 2],
    "boxes": lambda script, number, _: ("About Nadia Ferrant", f"Nadia Ferrant wrote this. {_sentence(script, number)}")[number % 2],
    "replies": lambda script, number, _: (
        f"{number % 999}. Nadia Ferrant", "14 March 2024 at 10:15", _sentence(script, number)
    )[number % 3],
    "labels of subjects": lambda *_: "Tags",
    "rows of subjects": lambda script, number, _: "Tags" if number % 2 else ", ".join([SAID[script][:6], str(number), SAID[script][6:12]]),
    "questions and appeals": lambda script, number, _: f"{SAID[script].format(number)[:40]}? Sign up",
    "addresses": lambda _, number, __: f"https://lantern.example/{number}",
}  # fmt: skip


def _steps(text):
    """Return how many functions are called to make a document of *text*."""
    count = 0

    def see(_, event, __):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(see)
    try:
        outcome = document_of_bytes(text.encode(), "note.txt")
    finally:
        sys.setprofile(None)
    assert outcome.value
    return count


def _text(kind, many):
    """Return a text of so *many* lines of a kind, in three scripts in turn."""
    scripts = [*SAID]
    return "\n".join(LINES[kind](scripts[number % 3], number, many) for number in range(many))


@pytest.mark.parametrize("kind", LINES)
def test_twice_as_many_lines_take_no_more_than_twice_as_many_steps(kind):
    """Whatever lines a hostile text repeats: what it has more of them costs as much as what it had."""
    # The first time something is learned that all others know.
    _, few, more, most = (_steps(_text(kind, many)) for many in (400, 100, 200, 400))
    # What is bounded, such as the lines looked at around a title, is counted in full from some hundred lines on; what
    # grows with the square of their number makes this 3.5 and more.
    assert most - more <= 2.6 * (more - few)


@pytest.mark.parametrize("sign", [".", "1", "ا", "+", "("])
@pytest.mark.parametrize(
    "line", ["1{}", "{} @", "{} 1", "я a {}", "{}\nBy\n{}", "By\n{}", f"{SAID['la']}.\n\n{{}}"]
)
def test_a_line_of_one_sign_without_end_is_read(line, sign):
    """A pattern that looks for an end from every sign of a line anew would not be done in an hour."""
    run = sign * (100_000)
    text = line.format(*[run] * line.count("{}"))
    assert document_of_bytes(f"{_sentence('la', 1)}\n\n{text}\n".encode(), "note.txt").value
