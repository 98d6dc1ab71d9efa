"""The letters of the site: its style sheet asks of each font file for those that the file has."""

import re
from importlib.resources import files
from itertools import combinations

from diwan.text.languages import direction
from diwan.typefaces import FACES

ASSETS = files("diwan").joinpath("theme/assets")
STYLE = ASSETS.joinpath("diwan.css").read_text(encoding="utf-8")


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


def test_what_arabic_letters_need_all_languages_written_in_them_have():
    """Pashto, Sorani, Sindhi and Uyghur have the same letters, and with them the same size and room between lines."""
    written = {"ar", "fa", "ur", "ps", "ckb", "sd", "ug"}
    rules = re.findall(r":is\(((?:[^()]|:lang\([\w-]+\))*:lang\(fa\)(?:[^()]|:lang\([\w-]+\))*)\)", _styles())
    assert len(rules) > 10
    for rule in rules:
        assert written <= set(re.findall(r":lang\((\w+)\)", rule)), rule
    assert {direction(language) for language in written} == {"rtl"}


def test_east_asian_languages_name_faces_of_their_own():
    """What systems take unasked for a Chinese serif may be a face made for grids of dots, or have Japanese forms."""
    faces = dict(re.findall(r"^:lang\((zh|ja|ko)\) \{ --dw-serif: ([^;]+);", STYLE, re.MULTILINE))
    assert set(faces) == {"zh", "ja", "ko"}
    assert len(set(faces.values())) == 3


def _styles():
    return "".join(
        ASSETS.joinpath(f"{name}.css").read_text(encoding="utf-8") for name in ("diwan", "search", "plots")
    )


def _points(face):
    return {point for first, last in face.letters for point in range(first, last + 1)}
