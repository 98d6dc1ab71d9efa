"""Days of articles: what is no day on which one can have appeared is told, and none ends a build."""

import json
import re
from datetime import date

import pytest
import yaml

from diwan.corpus.days import why_no_day
from diwan.plots.years import NAMED_MAX, Era
from hostile import PAYLOADS

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text", ["1605", "1609-01-15", "1999", "2026-11-30", "2027-02", "2027-12-31", "[1912..]", "../1914", "unknown"]
)  # fmt: skip
def test_an_article_may_be_of_any_day_since_newspapers_are_printed(text):
    """Old prints, today, issues dated ahead, spans with an open end, and what is unknown."""
    assert why_no_day(text, TODAY) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [("0204-05-12", "0204"), ("1604-12-31", "1604"), ("0123", "first newspaper"), ("2028-01", "2028"), ("9999", "from now"),
     ("0001/2020", "0001"), ("2020/9999", "9999"), ("[..0900]", "0900"), ("1066~", "1066")],
)  # fmt: skip
def test_no_article_is_older_than_the_press_or_from_years_ahead(text, said):
    """Both ends of a span are looked at, and the message names the year."""
    assert said in why_no_day(text, TODAY)


@pytest.mark.parametrize("first", [1, 204, 1400, 2000, 2025])
@pytest.mark.parametrize("last", [2026, 2206, 9999])
def test_an_axis_of_any_span_names_some_years_and_not_too_many(first, last):
    """From years to millennia."""
    named = Era(first, last).axis["axis"]["values"]
    assert 1 <= len(named) <= NAMED_MAX + 1
    assert first <= named[0] <= named[-1] <= last


def test_events_of_any_day_are_built(project, diwan):
    """An event of the year 622 and one of 9999 stand on the axis of the articles, and the site is built."""
    dates = ["0622-07-16", "0001/9999", "9999-12-31", "[..0900]", "unknown"]
    pointer = "harbour-2021-patrol#en2@1b3ab1c0ee91ac43"
    events = [
        {"id": f"far-{number}", "date": text, "title": {"en": "Far"}, "text": {"en": "Far off."}, "sources": [pointer]}
        for number, text in enumerate(dates)
    ]  # fmt: skip
    (project / "corpus/events.yml").write_text(json.dumps(events), encoding="utf-8")
    code, output = diwan("build")
    assert code == 0, output


@pytest.mark.parametrize("day", ["2026-99-99", "2026-02-30", "0000-00-00"])
@pytest.mark.parametrize("what", ["coding", "withdrawn"])
def test_a_day_that_the_calendar_has_not_is_told(what, day, project, diwan):
    """Of codings and withdrawals, with file and line, instead of ending the build."""
    if what == "coding":
        path = project / "corpus/articles/harbour-2021-patrol.md"
        text = re.sub(
            r"(- coder: reader\n(?:.*\n)*?\s+date: )\S+", rf"\g<1>{day}", path.read_text(encoding="utf-8")
        )
    else:
        path = project / "corpus/articles/undated-note.md"
        more = f"access: withdrawn\nwithdrawn: {{date: {day}, why: {{en: Asked.}}}}\nkind: news"
        text = path.read_text(encoding="utf-8").replace("kind: news", more)
    path.write_text(text, encoding="utf-8")
    code, output = diwan("build")
    assert (code, f"(found '{day}') [value-invalid]" in output, path.name in output) == (1, True, True), (
        output
    )


def test_a_date_that_a_list_says_and_no_article_can_be_of_is_told_and_left_out(tmp_path, project, diwan):
    """`0123` is a number that was read as a year; the record is made without it, and asks for the date."""
    listed = tmp_path / "list.json"
    entry = {"type": "article-newspaper", "language": "en"}
    dates = [
        {"raw": "0123"},
        {"date-parts": [[9999, 1, 1]]},
        {"raw": "2021-13-45"},
        {"date-parts": [[2021, 5]]},
    ]
    notes = [entry | {"title": f"Note {at} on the bay", "issued": issued} for at, issued in enumerate(dates)]
    listed.write_text(json.dumps(notes), encoding="utf-8")
    code, output = diwan("add", str(listed))
    assert (code, output.count("[date-impossible]")) == (0, 3), output
    assert "list.json#1: warning: the date '0123'" in output
    texts = [path.read_text(encoding="utf-8") for path in (project / "corpus/articles").glob("*-bay*.md")]
    assert sorted(text.count("\ndate: unknown\n") for text in texts) == [0, 1, 1, 1]
    assert diwan("check")[0] == 0


def test_an_article_that_may_be_of_any_of_four_centuries_is_built(project, diwan):
    """So is one that names its theme hundreds of times."""
    path = project / "corpus/articles/undated-note.md"
    text = path.read_text(encoding="utf-8").replace("date: unknown\n", "date: 1605/2020\n")
    path.write_text(
        text.replace("[joint-patrol]", f"[{', '.join(['joint-patrol'] * 300)}]"), encoding="utf-8"
    )
    code, output = diwan("build")
    assert code == 0, output


def test_whatever_stands_for_a_date_is_a_date_or_told(project, diwan):
    """Every hostile input as a date, and as that of the first print: with its file and line, unless it is a day of our era."""
    odd = [
        "-0044",
        "2021-05-04T12:00",
        "2021-W10",
        "Y170000002",
        "2021-21",
        "156X",
        "[..]",
        "/",
        "2021/2020",
        "9" * 5000,
        "٢٠٢١",
    ]
    path = project / "corpus/articles/undated-note.md"
    record = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    payloads = [*PAYLOADS, *odd]
    for number, payload in enumerate(payloads):
        for field in ("date", "origin"):
            origin = {"outlet": "harbour-post", "date": payload}
            changed = record | {"id": f"{field}-{number}", field: origin if field == "origin" else payload}
            text = f"---\n{json.dumps(changed, ensure_ascii=False)}\n---\nA digest.\n"
            (project / f"corpus/articles/{field}-{number}.md").write_text(text, encoding="utf-8")
    code, output = diwan("check")
    assert code == 1
    told = set(
        re.findall(r"corpus/articles/([a-z]+-\d+)\.md:\d+: error: .*\[(?:value-invalid|date-\w+)\]", output)
    )
    sound = {payloads.index("2024-01-01")}
    wanted = {
        f"{field}-{number}"
        for field in ("date", "origin")
        for number in range(len(payloads))
        if number not in sound
    }
    assert (sorted(wanted - told), sorted(told - wanted)) == ([], [])
