"""What readers reply below a text is none of it, though it is written in sentences as the text is."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines.replies import replies_begin
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure_all

BODY = [
    f"The keepers of {word} harbours counted the boats that came in before the storm, and wrote down which of them had no lamp."
    for word in ("six", "seven", "eight", "nine", "ten", "eleven")
]
SAID = [
    f"I have kept a lamp in {word} harbours myself, and never has a boat come in without one, whatever the keepers of yours say."
    for word in ("two", "three", "four")
]


def replies(heads, whens):
    """Return the lines of replies with *heads*, said at *whens*."""
    return [line for lines in zip(heads, whens, SAID, strict=True) for line in lines]


HEADS = {
    "en": (["1. Mara Lind", "2. Tomas Arden says:", "3. Somebody with a lamp"], ["August 8, 2018 at 3:17 pm", "August 8, 2018 at 7:07 pm", "August 9, 2018 at 8:00 am"]),
    "de": (["1. Mara Lind sagt:", "2. Tomas Arden sagt:", "3. Jemand sagt:"], ["28. April 2024 um 10:17 Uhr", "28. April 2024 um 11:12 Uhr", "29. April 2024 um 8:03 Uhr"]),
    "pl": (["1. Mara Lind Says:", "2. Tomasz Says:", "3. Ktoś Says:"], ["5 paź 2011 o 11:39", "5 paź 2011 o 11:56", "6 paź 2011 o 12:51"]),
    "ar": (["1. نادية فرحات", "2. سامر النجار", "3. قارئ من المرفأ"], ["8 أغسطس 2018 الساعة 3:17", "8 أغسطس 2018 الساعة 7:07", "9 أغسطس 2018 الساعة 8:00"]),
    "ja": (["1. 港の人", "2. 灯台守", "3. 通りすがり"], ["2018年8月8日 3:17", "2018年8月8日 7:07", "2018年8月9日 8:00"]),
}  # fmt: skip


def begin(*lines):
    """Return the line with which replies begin among *lines*, if any do."""
    shapes = measure_all([Piece(line, number) for number, line in enumerate(lines, start=1)])
    place = replies_begin(shapes)
    return lines[place] if place < len(lines) else None


@pytest.mark.parametrize("language", HEADS)
def test_replies_are_told_by_their_heads_in_any_language(language):
    """A number and a name, and below them a day and a time."""
    heads, whens = HEADS[language]
    assert begin(*BODY, *replies(heads, whens)) == heads[0]


@pytest.mark.parametrize(
    "label",
    ["3 thoughts on “Six Harbours Without a Lamp”", "Komentarze (3) do “Sześć portów”", "3 Ergänzungen"],
)
def test_replies_begin_with_the_label_that_counts_them(label):
    """Whatever else it says, such as the title."""
    assert begin(*BODY, label, *replies(*HEADS["en"])) == label
    assert begin(*BODY, *replies(*HEADS["en"])) == HEADS["en"][0][0]


@pytest.mark.parametrize(
    "lines",
    [
        [*BODY, "1. Mara Lind", "August 8, 2018 at 3:17 pm", SAID[0]],
        [*BODY, "1. The oldest harbour", SAID[0], "2. The youngest harbour", SAID[1]],
        [*BODY, "1. The oldest harbour", "August 8, 2018", "2. The youngest harbour", "August 9, 2018"],
        [*replies(*HEADS["en"]), *BODY],
        [
            *BODY,
            "Mara Lind",
            "August 8, 2018 at 3:17 pm",
            SAID[0],
            "Tomas Arden",
            "August 8, 2018 at 7:07 pm",
            SAID[1],
        ],
    ],
)
def test_other_series_are_no_replies(lines):
    """A single one, steps, days without a time, what stands above the text, and heads without a number."""
    assert begin(*lines) is None


def test_replies_are_set_aside_as_comments():
    """All of them and what stands below, while the text stays whole."""
    lines = replies(*HEADS["en"])
    text = "\n\n".join(["Six Harbours Without a Lamp", "By Mara Lind\n12 March 2024", *BODY, *lines])
    blocks = {block.text: block for block in document_of_bytes(text.encode(), "replies.txt").value.blocks}
    assert all(blocks[line].kept for line in BODY)
    assert {blocks[line].kind.value for line in lines} <= {"comment", "dateline"}
    assert not any(blocks[line].kept for line in lines)
