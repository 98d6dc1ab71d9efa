"""The letters of the site: its style sheet asks of each font file for those that the file has."""

import re
from importlib.resources import files
from itertools import combinations

from diwan.typefaces import FACES

STYLE = files("diwan").joinpath("theme/assets/diwan.css").read_text(encoding="utf-8")


def test_the_style_sheet_asks_each_file_for_the_letters_it_has():
    """`unicode-range` names the ranges that were cut, so that no file is fetched in vain and no letter is missed."""
    asked = {
        name: tuple(
            (int(first, 16), int(last or first, 16))
            for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges)
        )
        for name, ranges in re.findall(r"fonts/([\w-]+)\.woff2.*?unicode-range: ([^;]+);", STYLE)
    }
    assert asked == {face.name: face.letters for face in FACES}


def test_no_two_files_of_a_typeface_have_the_same_letter():
    """Letters that are met rarely stand apart, so that the page of an article fetches what it writes and no more."""
    for one, other in combinations((face for face in FACES if "italic" not in face.name), 2):
        if one.family == other.family:
            assert not _points(one) & _points(other), (one.name, other.name)


def test_arabic_persian_and_urdu_are_whole_in_one_file():
    """A word is never shaped from two files: its letters would not join."""
    naskh = next(face for face in FACES if face.name == "naskh")
    assert set(map(ord, "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةپچژکگیۀٹڈڑںھہۂۃےۓ،؛؟۔٪٠٩۰۹ًٌٍَُِّْٰٔ")) <= _points(naskh)


def _points(face):
    return {point for first, last in face.letters for point in range(first, last + 1)}
