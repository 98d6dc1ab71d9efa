"""Days in the words, digits and calendars of the press, each in a line as pages have it."""

from datetime import date

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.names.bylines import credit_of
from diwan.documents.names.calendars import from_hijri, from_solar_hijri
from diwan.documents.names.dates import find_dates, sure_of
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure
from diwan.documents.web.days import day_of
from diwan.documents.web.headers import headers_of
from diwan.documents.web.tree import parse

LINES = [
    ("fa", "شنبه ۲۵ فروردین ۱۴۰۳", "2024-04-13"),
    ("fa", "تاریخ انتشار: ۱۴۰۳/۰۱/۲۵ - ۱۲:۳۰", "2024-04-13"),
    ("fa", "۲۵ فروردین ماه ۱۴۰۳", "2024-04-13"),
    ("fa", "سه‌شنبه ۴ خردادماه ۱۴۰۰", "2021-05-25"),
    ("fa", "۱۳ آوریل ۲۰۲۴", "2024-04-13"),
    ("ps", "۲۵ وری ۱۴۰۳", "2024-04-13"),
    ("ar", "١٤ رمضان ١٤٤٥", "2024-03-24~"),
    ("ar", "1445/09/14هـ", "2024-03-24~"),
    ("ar", "14/9/1445 هـ", "2024-03-24~"),
    ("ar", "الأحد 14 رمضان 1445هـ الموافق 24 مارس 2024م", "2024-03-24"),
    ("ar", "24 آذار/مارس 2024", "2024-03-24"),
    ("ar", "٢٠٢٤/٣/٢٤", "2024-03-24"),
    ("ur", "4 شوال 1445", "2024-04-13~"),
    ("ur", "۱۳ اپریل ۲۰۲۴", "2024-04-13"),
    ("zh", "2024年4月13日", "2024-04-13"),
    ("zh", "二〇二四年四月十三日", "2024-04-13"),
    ("zh", "二〇一九年十二月三十一日", "2019-12-31"),
    ("zh", "民國113年4月13日", "2024-04-13"),
    ("ja", "令和6年4月13日", "2024-04-13"),
    ("ja", "令和元年5月1日", "2019-05-01"),
    ("ja", "２０２４年４月１３日", "2024-04-13"),
    ("ko", "입력 2024. 4. 13. 오후 3:20", "2024-04-13"),
    ("th", "๑๓ เมษายน ๒๕๖๗", "2024-04-13"),
    ("th", "วันเสาร์ที่ 13 เมษายน พ.ศ. 2567", "2024-04-13"),
    ("th", "13 เม.ย. 67", "2024-04-13"),
    ("hi", "१३ अप्रैल २०२४", "2024-04-13"),
    ("vi", "13 tháng 4 năm 2024", "2024-04-13"),
    ("hu", "2024. április 13.", "2024-04-13"),
    ("lt", "2024 m. balandžio 13 d.", "2024-04-13"),
    ("en", "2024 April 13", "2024-04-13"),
    ("en", "13-Apr-2024", "2024-04-13"),
    ("de", "13/April/2024", "2024-04-13"),
    ("ps", "د غوايي ۲۲، ۱۴۰۳", "2024-05-11"),
    ("ps", "د ۱۴۰۳ د غوايي ۲۲", "2024-05-11"),
    ("ckb", "١١ی ئایاری ٢٠٢٤", "2024-05-11"),
    ("ku", "11ê Gulanê 2024", "2024-05-11"),
    ("my", "၂၀၂၄ ခုနှစ် မေလ ၁၁ ရက်", "2024-05-11"),
    ("my", "မေ ၁၁၊ ၂၀၂၄", "2024-05-11"),
    ("km", "ថ្ងៃទី១១ ខែឧសភា ឆ្នាំ២០២៤", "2024-05-11"),
    ("lo", "11 ເດືອນພຶດສະພາ ປີ 2024", "2024-05-11"),
    ("th", "วันที่ 11 เดือนพฤษภาคม พ.ศ. 2567", "2024-05-11"),
    ("uz", "11-may, 2024-yil", "2024-05-11"),
    ("kk", "2024 жылғы 11 мамыр", "2024-05-11"),
    ("lv", "2024. gada 11. maijs", "2024-05-11"),
    ("bn", "২০২৪ সালের ১১ মে", "2024-05-11"),
]


@pytest.mark.parametrize(("language", "line", "day"), LINES)
def test_a_day_is_read_in_the_digits_months_and_calendar_of_its_language(language, line, day):
    """Of a line that gives a day in two calendars the Gregorian one counts; a Hijri day alone is approximate."""
    found = find_dates(line, language)
    assert sure_of([(one.edtf, one.calendar) for one in found])[0] == day


@pytest.mark.parametrize(
    ("language", "line"),
    [("th", "13 เม.ย. 18:30"), ("fa", "۳۰ اسفند ۱۴۰۲"), ("en", "1403/01/25"), ("zh", "一九年")],
)
def test_what_is_no_day_is_not_made_one(language, line):
    """A time behind a month, the thirtieth of a month of twenty-nine days, and a year of no century are no dates."""
    assert find_dates(line, language) == []


def test_days_of_umm_al_qura_are_those_of_its_tables():
    """1 Muharram 1400 was the 20 November 1979 in Mecca; the tabular calendar would be a day late."""
    assert from_hijri(1400, 1, 1) == date(1979, 11, 20)
    assert from_hijri(1445, 9, 30) is None or from_hijri(1445, 9, 30) == date(2024, 4, 9)
    assert from_hijri(1342, 1, 1) is not None


def test_a_common_solar_year_has_no_thirtieth_of_esfand():
    """1403 is a leap year by the 33-year cycle, 1402 is none."""
    assert from_solar_hijri(1403, 12, 30) == date(2025, 3, 20)
    assert from_solar_hijri(1402, 12, 30) is None


def test_a_page_that_shows_only_a_solar_day_has_it():
    """A Persian page without data for machines is dated by the line beside its title."""
    headers = headers_of(parse("<html><head></head><body><p>متن</p></body></html>")[0])
    assert day_of(headers, ["شنبه ۲۵ فروردین ۱۴۰۳ ساعت ۱۲:۳۰"], "fa") == ("2024-04-13", "text")
    # By the moon it is only near: better than nothing, and said to be.
    assert day_of(headers, ["نشر في: 4 شوال 1445 هـ"], "ar") == ("2024-04-13~", "text")
    assert day_of(headers, ["Posted on 05/03/2024"], "en") == ("2024-03-05?", "text")


ISSUED = [
    (
        "ru",
        "время публикации: 9 декабря 2011 г., 11:57 последнее обновление: 10 декабря 2011 г., 16:31",
        "2011-12-09",
    ),
    ("en", "Updated 6 May 2024 | Published 4 May 2024", "2024-05-04"),
    ("en", "4 May 2024 (updated 6 May 2024)", "2024-05-04"),
    ("el", "Τελευταία ενημέρωση: 6 Μαΐου 2024, Δημοσίευση: 4 Μαΐου 2024", "2024-05-04"),
    ("ja", "2024年5月4日 10:00 公開 / 2024年5月6日 12:00 更新", "2024-05-04"),
    ("fa", "آخرین ویرایش: ۱۶ اردیبهشت ۱۴۰۳ - تاریخ انتشار: ۱۴ اردیبهشت ۱۴۰۳", "2024-05-03"),
    ("he", "עודכן: 06.05.2024 | פורסם: 04.05.2024", "2024-05-04"),
    ("de", "Stand: 6. Mai 2024", "2024-05-06"),
]


@pytest.mark.parametrize(("language", "line", "day"), ISSUED)
def test_of_two_days_that_of_first_publication_counts(language, line, day):
    """What a line says of a day stands before it, or behind each; the day of a change counts where no other is given."""
    credit = credit_of(measure(0, Piece(line, 1)), language)
    assert credit.is_dateline
    assert credit.dates[0][0] == day


SHORT = [
    ("ru", "Добавлено: 09.12.11 09:01", "2011-12-09"),
    ("pl", "Dodano: 9.12.97, 10:15", "1997-12-09"),
    ("en", "Posted: 14/12/11", "2011-12-14"),
    ("en", "Posted: 9/12/11", "2011-12-09?"),
    ("hu", "Közzétéve: 11.12.09.", "2011-12-09"),
    ("zh", "发布时间：11-12-09 08:30", "2011-12-09"),
    ("ar", "تاريخ النشر: ٩/١٢/١١", "2011-12-09"),
    ("fa", "تاریخ انتشار: ۹۰/۰۹/۱۸", "2011-12-09"),
    ("he", "פורסם: 09.12.11", "2011-12-09"),
    ("he", "09.12.11 | 10:25", "2011-12-09"),
    ("de", "09.12.11, 10:25 Uhr", "2011-12-09"),
]


@pytest.mark.parametrize(("language", "line", "day"), SHORT)
def test_behind_a_label_or_before_an_hour_a_year_has_two_digits(language, line, day):
    """Day, month and year stand in the order of the language; the year is one of the web."""
    assert [one.edtf for one in find_dates(line, language)] == [day]


@pytest.mark.parametrize(
    "line", ["Version 09.12.11", "They won 9-12-11 and 12-9-10.", "Published: 09.12.11.4"]
)
def test_numbers_of_two_digits_without_a_label_are_no_day(line):
    """A version, a score and an address are written like days."""
    assert find_dates(line, "en") == []


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Updated 6 May 2024", "Nadia Ferrant", "Published 4 May 2024"], "2024-05-04"),
        (["Updated 6 May 2024", "One", "Two", "Three", "11 March 2023"], "2024-05-06"),
        (["6 May 2024 Updated at 16:01", "Another text", "11 March 2023"], "2024-05-06"),
    ],
)
def test_the_day_of_issue_stands_beside_that_of_the_change(lines, day):
    """One farther off belongs to another text, and a time at which a text was changed says nothing of its day."""
    headers = headers_of(parse("<html><head></head><body><p>Text</p></body></html>")[0])
    assert day_of(headers, lines, "en") == (day, "text")


def test_a_saved_text_is_dated_by_its_first_publication():
    """Also where the line above says when it was changed."""
    text = (
        "The mayors of four small harbours signed a paper that had been written anew nineteen times, and left.\n\n"
        * 5
    )
    page = f"Four harbours sign a paper\n\nUpdated: 6 May 2024\n\nPublished: 4 May 2024\n\n{text}"
    assert document_of_bytes(page.encode(), "page.txt").value.date == "2024-05-04"


def test_the_basis_of_a_day_of_another_calendar_is_said_in_words(tmp_path, diwan):
    """Readers see it below the date, and know no rule by its name."""
    lines = [
        "گشت مشترک قایق‌ها در خلیج کوچک",
        "۲۳ اسفند ۱۴۰۲",
        "",
        "قایق‌های سه شهر هر شب با هم به دریا می‌روند و تا سپیده‌دم نمی‌آسایند.",
    ]
    (tmp_path / "page.txt").write_text("\n".join(lines), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(tmp_path / "page.txt"))
    assert "date      2024-03-13  [stated: beside the title, in the Solar Hijri calendar]" in output
