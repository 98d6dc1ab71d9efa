"""What was said with the times at which it was: paragraphs, and the times set aside."""

import pytest

from diwan.documents.readers.timed import timed

LINE = "the boats come home at dusk and nobody counts them on the way in because each has a lamp of its own"
SAID = LINE.split()


def spoken(times, between="\n", words=4):
    """Return lines of a transcript with these times."""
    return "\n".join(
        f"{time}{between}{' '.join(SAID[at % 20 : at % 20 + words])}" for at, time in enumerate(times)
    )


def clocks(step, first=0, count=12):
    """Return times that follow each other by so many seconds."""
    return [f"{second // 60}:{second % 60:02d}" for second in range(first, first + step * count, step)]


@pytest.mark.parametrize("between", ["\n", " ", "\t", " - "])
@pytest.mark.parametrize("form", ["{}", "[{}]", "({})", "0:{}"])
def test_times_are_set_aside_and_what_was_said_is_put_together(between, form):
    """Above a line or before it, in brackets or with hours."""
    times = [form.format(time) for time in clocks(5)]
    found = timed(spoken(times, between))
    assert [piece.rule for piece in found] == ["times-of-speech", "speech"]
    assert all(time in found[0].text for time in times)
    assert ":" not in found[1].text
    assert len(found[1].text.split()) == 12 * 4


def test_a_paragraph_ends_with_a_sentence_a_speaker_or_where_it_is_long():
    """What was said by machines' transcripts has no stops, and no passage should be a whole speech."""
    found = [piece.text for piece in timed(spoken(clocks(5, count=120))) if piece.rule == "speech"]
    assert len(found) > 2
    assert max(map(len, found)) < 900
    told = spoken(clocks(5)).replace("the boats come home", ">> the boats come home")
    assert sum(piece.text.startswith(">>") for piece in timed(told)) == 1


def test_webvtt_is_read():
    """With its first line, hours left out, and places of lines on the screen."""
    cues = "\n\n".join(
        f"00:0{at}.000 --> 00:0{at + 1}.000 align:start position:0%\n{SAID[at]} {SAID[at + 1]}"
        for at in range(8)
    )
    found = timed(f"WEBVTT\nKind: captions\n\n{cues}\n")
    assert [piece.rule for piece in found] == ["format", "format", "times-of-speech", "speech"]
    assert "position" not in found[-1].text


@pytest.mark.parametrize(
    "text",
    [
        spoken(clocks(90), " "),
        spoken(["9:00", "9:10", "9:15", "9:20", "9:25", "9:30", "10:00"], " "),
        spoken(clocks(5, count=4)),
        spoken([*clocks(5)][::-1]),
        "\n".join(clocks(5)),
        "Captain: no.\nMate: yes.\n" * 9,
    ],
    ids=["chapters of a film", "a programme", "too few", "backwards", "times alone", "talks"],
)
def test_other_lines_with_times_stay_as_they_are(text):
    """Chapters are minutes apart, a day does not begin at nought, and a table of times says nothing."""
    assert timed(text) is None


def test_no_line_is_lost():
    """What stands above and below is in its place, with its line, and each word once."""
    text = f"A title\n\n{spoken(clocks(5))}\n\nBelow it\nand more\n"
    found = timed(text)
    assert [(piece.text, piece.line) for piece in (found[0], *found[-2:])] == [
        ("A title", 1),
        ("Below it", 28),
        ("and more", 29),
    ]
    assert sorted(" ".join(piece.text for piece in found).split()) == sorted(text.split())
