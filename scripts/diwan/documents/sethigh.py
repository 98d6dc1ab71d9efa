"""Set high: digits that a format sets above the line are written so, and make no other figure with those before them.

Without that 10 to the sixth is 106, and the mark of a note in 2021 makes it 20213.
"""

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: Digits of Arabic and Persian have no such form of their own.
_HIGH = str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", _DIGITS * 3)


def set_high(text: str) -> str:
    """Return *text* that stands above the line, digits written as such; a letter there stays: *2nd*, *Mme*."""
    return text.translate(_HIGH) if text.strip().isdecimal() else text
