"""Dates that may be uncertain."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwan.pages.interface import Interface
from diwan.text.edtf import parse_edtf

POINTS = st.one_of(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(str),
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: str(day)[:7]),
    st.integers(1900, 2099).map(str),
)


@given(POINTS, st.sampled_from(["", "~", "?", "%"]))
def test_points_have_the_bounds_an_independent_reading_gives(point, doubt):
    """First and last day agree with the edtf package."""
    from edtf import parse_edtf as reference

    ours, theirs = parse_edtf(point + doubt), reference(point + doubt)
    assert ours.start.first.timetuple()[:3] == theirs.lower_strict()[:3]
    assert ours.end.last.timetuple()[:3] == theirs.upper_strict()[:3]
    assert ours.doubtful == bool(doubt)


@given(POINTS, POINTS)
def test_spans_and_choices_keep_their_order(one, other):
    """A span that ends before it begins is refused; any other has the bounds of its ends."""
    backwards = parse_edtf(one).start.first > parse_edtf(other).end.last
    for text in (f"{one}/{other}", f"[{one}..{other}]"):
        if backwards:
            with pytest.raises(ValueError, match="ends before it begins"):
                parse_edtf(text)
        else:
            span = parse_edtf(text)
            assert (span.start.first, span.end.last) == (
                parse_edtf(one).start.first,
                parse_edtf(other).end.last,
            )


@pytest.mark.parametrize(
    "text", ["", "2025-13", "2025-02-30", "2025-00", "25-01-01", "May 2025", "../..", "2025-1-1", "[..]"]
)
def test_what_is_no_date_is_refused(text):
    """Nothing is guessed from a text that is no date."""
    with pytest.raises(ValueError, match=r".+"):
        parse_edtf(text)


def test_unknown_sorts_after_everything_known():
    """An undated article stands after the dated ones."""
    known = ["2025", "2024-06~", "[2026-02-28..2026-07-07]", "1949-04-04", "2004/.."]
    ordered = sorted([*known, "unknown"], key=lambda text: parse_edtf(text).sort_key)
    assert ordered == ["1949-04-04", "2004/..", "2024-06~", "2025", "[2026-02-28..2026-07-07]", "unknown"]


@pytest.mark.parametrize(
    ("text", "year"),
    [("2025-10-10", 2025), ("[2026-02-28..2026-07-07]", 2026), ("2004/2011", None), ("unknown", None)],
)
def test_a_year_is_named_only_where_one_is_possible(text, year):
    """Counting by year never guesses."""
    assert parse_edtf(text).year == year


@pytest.mark.parametrize(
    ("written", "english", "arabic"),
    [
        ("../2007-02-03", "until 3 February 2007", "حتى 3 فبراير 2007"),
        ("[..2007-02-03]", "3 February 2007 or earlier", "في 3 فبراير 2007 أو قبله"),
        ("2011/..", "since 2011", "منذ 2011"),
        ("[2011..]", "2011 or later", "في 2011 أو بعده"),
    ],
)
def test_a_day_before_or_after_another_is_no_stretch_of_time(written, english, arabic):
    """What happened on some day up to a date is not said to have lasted until then."""
    assert Interface("en").date(written) == english
    assert Interface("ar").date(written) == arabic
