"""Calendars of the press beside the Gregorian: Solar Hijri (Iran, Afghanistan), Hijri, and years of East Asia.

Solar Hijri days are exact for the years 1244 to 1531 (by the 33-year cycle of leap years, which ICU computes as
`(25 year + 11) mod 33 < 8`). Hijri days of 1343 to 1500 are those of Umm al-Qura, the calendar of Saudi Arabia and its
press, earlier ones those of the tabular calendar; elsewhere months begin when the moon is seen, so that a day may be
one off: its date is approximate.
"""

from datetime import date

from hijridate import Hijri

#: Names as texts write them, by number of the month: Iranian, then Afghan in Dari and in Pashto.
SOLAR_HIJRI_MONTHS = {
    1: "فروردین حمل وری",
    2: "اردیبهشت ثور غویی غوایی",
    3: "خرداد جوزا غبرګولی",
    4: "تیر سرطان چنګاښ",
    5: "مرداد اسد زمری",
    6: "شهریور سنبله وږی",
    7: "مهر میزان تله",
    8: "آبان عقرب لړم",
    9: "آذر قوس لیندۍ",
    10: "دی جدی مرغومی",
    11: "بهمن دلو سلواغه",
    12: "اسفند حوت کب",
}
HIJRI_MONTHS = {
    1: "محرم|المحرم|محرم الحرام",
    2: "صفر",
    3: "ربيع الأول|ربیع الاول",
    4: "ربيع الآخر|ربيع الثاني|ربیع الثانی",
    5: "جمادى الأولى|جمادى الأول|جمادی الاول",
    6: "جمادى الآخرة|جمادى الثانية|جمادی الثانی",
    7: "رجب",
    8: "شعبان",
    9: "رمضان",
    10: "شوال",
    11: "ذو القعدة|ذي القعدة|ذوالقعدة|ذیقعده",
    12: "ذو الحجة|ذي الحجة|ذوالحجة|ذیحجه",
}
MONTHS_IN_YEAR = 12
#: Of the Solar Hijri year, the first six months have 31 days and the others 30, as have the longer Hijri months.
_LONG_MONTHS, _LONG_DAYS, _SHORT_DAYS = 6, 31, 30

#: Years in which a number is read as a year of these calendars: about 1880 to 2100.
HIJRI_YEARS = range(1300, 1531)

#: Years of which the tables of Umm al-Qura are published.
_UMM_AL_QURA = range(1343, 1501)
#: The year before the first of each era by which East Asia counts: Shōwa, Heisei, Reiwa, the Republic of China.
ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
#: Years of the 33-year cycle that have a 366th day.
_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)
#: The day before 1 Farvardin of year 1, by Python's count: it makes 1 Farvardin 1400 the 21 March 2021.
_SOLAR_EPOCH = (
    date(2021, 3, 21).toordinal() - 1 - 1399 * 365 - (1399 // 33 * 8 + sum(y <= 1399 % 33 for y in _LEAP))
)
#: The day before 1 Muharram of year 1 (16 July 622, Julian), by Python's count.
_HIJRI_EPOCH = 227014


def from_solar_hijri(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Solar Hijri one; None where there is no such day."""
    if not (
        1 <= month <= MONTHS_IN_YEAR and 1 <= day <= (_LONG_DAYS if month <= _LONG_MONTHS else _SHORT_DAYS)
    ):
        return None
    if (month, day) == (MONTHS_IN_YEAR, _SHORT_DAYS) and year % 33 not in _LEAP:
        return None
    past = year - 1
    leaps = past // 33 * len(_LEAP) + sum(leap <= past % 33 for leap in _LEAP)
    day_of_year = (month - 1) * _SHORT_DAYS + min(month - 1, _LONG_MONTHS) + day
    return date.fromordinal(_SOLAR_EPOCH + past * 365 + leaps + day_of_year)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri one, perhaps one day off; None where there is no such day."""
    if not (1 <= month <= MONTHS_IN_YEAR and 1 <= day <= _SHORT_DAYS):
        return None
    if year in _UMM_AL_QURA:
        try:
            return date(*Hijri(year, month, day).to_gregorian().datetuple())
        except ValueError:  # the thirtieth of a month of twenty-nine days
            return None
    past = year - 1
    leap_days = (11 * year + 3) // 30
    months = 30 * (month - 1) - (month - 1) // 2
    return date.fromordinal(_HIJRI_EPOCH + past * 354 + leap_days + months + day)
