"""Lists that count themselves, quotations in another script, and items that are no titles."""

import numpy as np
import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.counted import counted, counted_whole
from diwan.documents.foreign import quoted_lines
from diwan.documents.lines import normalise, split
from diwan.documents.revision import may_be_titles
from diwan.documents.structure import see

#: Paragraphs of an article, each of two lines on a screen.
LONG = (
    "The mayors of four small ports met on Thursday in a disused customs house to sign a paper that had been redrafted nineteen times.",
    "Under the paper each harbour lends two boats and the wages of six sailors to a patrol of the strait, and may call on it by night.",
    "A retired pilot who helped to write the first draft thinks that the command of the boats will wander from harbour to harbour.",
    "Nobody in the harbours expects a quick answer from the mayors, and the boats of the patrol will sail in May whether or not.",
)
PARAGRAPH = "The league of the four harbours rows against the tide each spring, and the boats are drawn by lot in the customs house."


def _shapes(*lines):
    return see(split(normalise("\n".join(lines))[0])).shapes


@pytest.mark.parametrize(
    "lines",
    [
        ("1a etapa: Porto Velho", "2a etapa: Cais Novo", "3a etapa: Farol"),
        ("9. Oars", "10. Sails", "11. Ropes"),
        ("(1) Oars", "(2) Sails", "(3) Ropes"),
        ("14º Ana", "15º Rui", "16º Eva"),
        ("٧ - المرفأ", "٨ - المنارة", "٩ - الرصيف"),
    ],
)
def test_lines_that_begin_with_one_number_after_the_other_are_one_list(lines):
    """However the number is written: as an ordinal, in brackets, in Arabic digits."""
    assert list(counted(_shapes("Rounds", *lines, "Weather"))) == [range(1, 4)]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Oars", "2. Sails", "4. Ropes"),
        ("2019 Oars", "2020 Sails", "2021 Ropes"),
        ("Oars 1", "Sails 2", "Ropes 3"),
    ],
)
def test_two_in_a_row_years_and_numbers_at_the_end_count_nothing(lines):
    """Two numbers follow on each other by chance, and years begin what is no list."""
    assert not list(counted(_shapes(*lines)))


def test_a_list_that_counts_itself_is_kept_or_set_aside_whole():
    """What most of its lines are, all are; lines beside it stay as they were."""
    shapes = _shapes("Rounds", "1. Oars", "2. Sails", "3. Ropes", "Weather", "7. Mud", "8. Salt", "9. Fog")
    keep = np.array([False, False, True, True, True, True, False, False])
    assert counted_whole(shapes, keep).tolist() == [False, True, True, True, True, False, False, False]


def test_a_quotation_in_another_script_below_a_colon_is_text():
    """A verse shares no word with the text around it, and is none of the page for that."""
    verse = ("رحم الله امرأ عرف قدر البحر", "فلزم الشاطئ", "حين تهب الرياح")
    above = "The pilot answers those who mock his caution with an old saying of the port:"
    lines = (*LONG, above, *verse, "He says it twice.")
    assert quoted_lines(_shapes(*lines)) == {5, 6, 7}
    text = "\n\n".join(
        ["Home\nNews\nSport", "A patrol of four harbours", *lines, "Share\nMore news\nPrivacy"]
    )
    blocks = document_of_bytes(text.encode(), "page.txt").value.blocks
    assert set(verse) <= {block.text for block in blocks if block.kept}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Read this article in one of our other languages:", "العربية"),
        ("Read this in:", "اقرأ هذا المقال باللغة العربية"),
        (
            "The pilot has an old saying of the port for those who mock him:",
            "Stay ashore until the wind turns.",
        ),
    ],
)
def test_names_of_languages_and_words_in_the_same_script_are_no_such_quotation(above, below):
    """Pages offer themselves in other languages below a colon too, in a word or below a short label."""
    assert not quoted_lines(_shapes(PARAGRAPH, above, below, PARAGRAPH))


def test_an_item_of_a_list_is_no_title():
    """Points that sum an article up stand above it, and below its title."""
    title, point = (
        "Four harbours row against the tide each spring",
        "* The boats of the four harbours are drawn by lot each spring",
    )
    scene = see(split(normalise("\n\n".join([title, point, *[PARAGRAPH] * 3]))[0]))
    assert may_be_titles(scene) == [0]
