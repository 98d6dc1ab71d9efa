"""Lists whose lines begin alike, stretches of short lines, quotations in another script, and items that are no titles."""

import numpy as np
import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines.foreign import quoted_lines
from diwan.documents.lines.revision import left_to_rules, may_be_titles, sure_lines
from diwan.documents.lines.rules import rules_of
from diwan.documents.lines.series import parts, series
from diwan.documents.lines.stretches import whole_stretches
from diwan.documents.lines.structure import see
from diwan.documents.splitting import normalise, split

#: Paragraphs of an article, each of two lines on a screen.
LONG = (
    "The mayors of four small ports met on Thursday in a disused customs house to sign a paper that had been redrafted nineteen times.",
    "Under the paper each harbour lends two boats and the wages of six sailors to a patrol of the strait, and may call on it by night.",
    "A retired pilot who helped to write the first draft thinks that the command of the boats will wander from harbour to harbour.",
    "Nobody in the harbours expects a quick answer from the mayors, and the boats of the patrol will sail in May whether or not.",
)
PARAGRAPH = "The league of the four harbours rows against the tide each spring, and the boats are drawn by lot in the customs house."


def _scene(*lines):
    return see(split(normalise("\n".join(lines))[0]))


def _shapes(*lines):
    return _scene(*lines).shapes


def _whole(keep, *lines, chances=None):
    """What is kept of *lines*, of which *keep* tells with a plus what was kept so far, and none is known surely."""
    scene = _scene(*lines)
    kept = np.array([sign == "+" for sign in keep])
    likely = 0.7 * kept if chances is None else np.array(chances)
    return "".join("-+"[int(one)] for one in whole_stretches(scene, kept, ~kept & False, likely))


@pytest.mark.parametrize(
    "lines",
    [
        ("1a etapa: Porto Velho", "2a etapa: Cais Novo", "3a etapa: Farol"),
        ("9. Oars", "10. Sails", "11. Ropes"),
        ("(1) Oars", "(2) Sails", "(3) Ropes"),
        ("14º Ana", "15º Rui", "16º Eva"),
        ("٧ - المرفأ", "٨ - المنارة", "٩ - الرصيف"),
        ("* Oars", "* Sails", "• Ropes"),
        ("17:05 Oars are drawn", "17:40 Sails are set", "18:15 Ropes are coiled"),
        ("9.30 Uhr: Ruder", "10.15 Uhr: Segel", "10.15 Uhr: Taue"),
        ("10 h 45 Les rames", "11 h 00 Les voiles", "12 h 30 Les cordes"),
        ("9時 港に集まる", "11時半 船が出る", "14時 船が戻る"),
    ],
)
def test_lines_that_begin_alike_are_one_list(lines):
    """With one number after the other, however it is written; with a bullet; with a time of day."""
    assert list(series(_shapes("Rounds", *lines, "Weather"))) == [range(1, 4)]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Oars", "2. Sails", "4. Ropes"),
        ("2019 Oars", "2020 Sails", "2021 Ropes"),
        ("Oars 1", "Sails 2", "Ropes 3"),
        ("* Oars", "* Sails", "Ropes"),
        ("17:05 Oars", "Sails at 17:40", "18:15 Ropes"),
    ],
)
def test_two_in_a_row_years_and_numbers_at_the_end_are_no_list(lines):
    """Two numbers follow on each other by chance, and years begin what is no list."""
    assert not list(series(_shapes(*lines)))


@pytest.mark.parametrize("marks", [("1. ", "2. ", "3. "), ("* ",) * 3, ("17:05 ", "17:40 ", "18:15 ")])
def test_a_list_whose_lines_begin_alike_is_kept_or_set_aside_whole(marks):
    """What half of its lines are, all are; lines beside it stay as they were."""
    names = zip(marks * 2, ("Oars", "Sails", "Ropes", "Mud", "Salt", "Fog"), strict=True)
    first, second, third, *others = (mark + name for mark, name in names)
    assert _whole("--+++---", "Rounds", first, second, third, "Weather", *others) == "-++++---"


ITEMS = ("* Oars", "* Sails", "* Ropes", "* Mud", "* Salt")


def test_a_long_list_between_sentences_of_the_text_is_text():
    """With what leads to it and away from it, though none of its words recurs; shorter ones may be links to other articles."""
    heading, end = "What the boats carry", "The pilot reads it all aloud"
    assert _whole("+------++", LONG[0], heading, *ITEMS, *LONG[1:3]) == "+++++++++"
    assert _whole("+-------+", LONG[0], heading, *ITEMS, end, LONG[1]) == "+++++++++"
    assert _whole("+-----++", LONG[0], heading, *ITEMS[:4], *LONG[1:3]) == "+-----++"


HEADS = tuple(
    f"0{number} {head}"
    for number, head in enumerate(("Why it burns", "What it needs", "Who keeps it"), start=1)
)


@pytest.mark.parametrize(
    ("lines", "indices"),
    [
        ((HEADS[0], LONG[0], HEADS[1], LONG[1], HEADS[2]), [[0, 2, 4]]),
        (("1. Why it burns", LONG[0], "2. What it needs", LONG[1], "3) Who keeps it"), []),
        (("1. Why it burns", "1. What it needs", LONG[1], "2. Who keeps it", LONG[0], "3. Who pays"), [[1, 3, 5]]),
        ((HEADS[0], LONG[0], HEADS[1]), []),
        ((HEADS[0], LONG[0], HEADS[2], LONG[1], "04 Who pays"), []),
    ],
)  # fmt: skip
def test_lines_that_count_on_with_the_same_signs_are_heads_of_parts(lines, indices):
    """Three at least, from one on, and none left out; a later one begins anew."""
    assert list(parts(_shapes(*lines))) == indices


def test_heads_of_numbered_parts_are_kept_where_half_of_them_are_and_none_stands_over_nothing():
    """What is below the last is text if it is a list; where no part has text the lines between are of a menu."""
    text = (HEADS[0], LONG[0], HEADS[1], LONG[1], HEADS[2], *ITEMS[:3], "Read on")
    assert _whole("++++-----", *text) == "++++++++-"
    assert _whole("-+-+-----", *text) == "-+-+-----"
    assert (
        _whole("+-+-+----", HEADS[0], "Oars", HEADS[1], "Sails", HEADS[2], *ITEMS[:3], "Read on")
        == "+-+-+----"
    )


def test_a_long_list_stays_aside_at_the_end_under_a_label_of_the_page_and_beside_what_is_none():
    """Lists of links stand there."""
    assert _whole("+-----", LONG[0], *ITEMS) == "+-----"
    assert _whole("+------+", LONG[0], "Read also", *ITEMS, LONG[1]) == "+------+"
    assert _whole("+------", LONG[0], *ITEMS, LONG[1]) == "+------"


def test_a_long_list_does_not_part_an_article_whose_paragraphs_are_short():
    """Each line of it costs as much as an entry of a menu; eight of them would outweigh what stands below."""
    items = [
        f"* {name}"
        for name in ("Oars", "Sails", "Ropes", "Mud", "Salt", "Fog", "Nets", "Tar", "Cork", "Lamps")
    ]
    assert _scene(LONG[0], "What the boats carry", *items, LONG[1]).body == (0, 12)
    assert _scene(LONG[0], *(item[2:] for item in items), LONG[1]).body[1] == 0


def test_two_short_sentences_under_a_heading_end_the_text_they_stand_below():
    """The last part of an article may have no line as wide as a sentence; one alone stands below headlines of the page too."""
    end = ("What comes next", "The boats sail in May.", "Nobody waits for the paper.")
    assert _scene(*LONG, *end).body == (0, 6)
    assert _scene(*LONG, *end[:2]).body == (0, 3)
    assert _scene(*LONG, end[0], end[1], "Sports").body == (0, 3)
    assert _scene(*LONG, "Read also", *end[1:]).body == (0, 3)


def test_a_menu_between_two_menus_on_one_line_is_no_list_of_a_text():
    """Such a line is as wide as a sentence; the menu between two of them was taken for the beginning of the text."""
    names = "News Sports Weather Culture Business Letters Tides Ports Ferries Lamps Ropes"
    entries = [f"{name} of Harbours" for name in names.split()]
    row = " ".join(entries)
    scene = _scene(row, *(f"* {entry}" for entry in entries), row, "A patrol of four harbours", *LONG)
    assert scene.rows == {0, 12}
    assert scene.shapes[0].is_sentence
    assert not scene.enclosed
    assert scene.body == (14, 17)


VERSE = (
    "The lamp is cold",
    "The stair is grey",
    "The gulls are left",
    "The boats are away",
    "The fog comes in",
    "And nobody sees",
)


def test_a_stretch_of_short_lines_between_sentences_is_kept_where_half_of_it_is():
    """As a verse, whose lines share more or fewer words with the text by chance; of a shorter one none need be the text's."""
    assert _whole("++-+-+-+", LONG[0], *VERSE, LONG[1]) == "++++++++"
    assert _whole("++-+---+", LONG[0], *VERSE, LONG[1]) == "++-+---+"
    assert _whole("++-+-+", LONG[0], *VERSE[:4], LONG[1]) == "++-+-+"
    assert _whole("++-+-+-", LONG[0], *VERSE) == "++-+-+-"
    assert _whole("++-+-++", LONG[0], *VERSE[:4], "Share this article", LONG[1]) == "++-+-++"


def test_a_stretch_of_short_lines_between_sure_sentences_is_kept_unless_it_is_surely_none_of_the_text():
    """A list without bullets shares no word with the text; menus of a page are far less likely."""
    lines = (LONG[0], *VERSE, LONG[1])
    assert _whole("+------+", *lines, chances=[0.9, *[0.2] * 6, 0.9]) == "++++++++"
    assert _whole("+------+", *lines, chances=[0.9, *[0.1] * 6, 0.9]) == "+------+"
    assert _whole("+------+", *lines, chances=[0.9, *[0.2] * 6, 0.7]) == "+------+"
    assert _whole("+-----+", *lines[1:5], *lines[:2], LONG[1], chances=[0.9, *[0.2] * 5, 0.9]) == "+-----+"


def test_a_text_without_a_sentence_is_left_to_the_rules():
    """Of a poem among menus the models took the title for text, and nothing else."""
    poem = _scene(
        *(
            f"{line} {end}"
            for line in VERSE
            for end in ("by the old quay", "in the bay at night", "when it rains")
        )
    )
    assert left_to_rules(poem, rules_of(poem), sure_lines(poem, rules_of(poem)))
    blocks = document_of_bytes(
        "\n".join(shape.text for shape in poem.shapes).encode(), "poem.txt"
    ).value.blocks
    assert all(block.kept for block in blocks)


def test_what_the_rules_know_surely_stays_within_a_list():
    """A credit of a picture among its items is none of them."""
    scene = _scene(*ITEMS)
    keep, sure = np.array([True, True, True, False, False]), np.array([False, False, False, True, False])
    assert whole_stretches(scene, keep, sure, keep.astype(float)).tolist() == [True, True, True, False, True]


def test_a_short_article_is_looked_at_by_the_models_and_a_line_or_two_is_not():
    """By the rules a verse that outweighs the paragraph below ends an article of a hundred words."""
    short, stub = _scene("Four harbours row", PARAGRAPH, *VERSE, LONG[1]), _scene(PARAGRAPH, *VERSE[:2])
    assert not left_to_rules(short, rules_of(short), sure_lines(short, rules_of(short)))
    assert left_to_rules(stub, rules_of(stub), sure_lines(stub, rules_of(stub)))


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


def test_the_rest_of_a_broken_sentence_is_kept_with_its_beginning():
    """Where no width tells that lines were broken: a small letter right below a sentence without an end goes on with it."""
    begun = f"{LONG[0]} {LONG[1]}".removesuffix("it by night.")
    assert _whole("+-+", begun, "it by night.", LONG[1]) == "+++"
    assert _whole("+--+", begun, "it", "by night.", LONG[1]) == "++-+"
    assert _whole("--+", begun, "it by night.", LONG[1]) == "--+"
    assert _whole("+-+", begun, "", "it by night.", LONG[1]) == "+-+"
    assert _whole("+-+", begun, "It by night.", LONG[1]) == "+-+"
    assert _whole("+-+", LONG[2], "it by night.", LONG[1]) == "+-+"


def test_the_line_that_introduces_a_list_is_kept_with_it():
    """A list of what? Its items are known for text by that line, whatever the models think of the line by itself."""
    lines = ("What each harbour lends:", "* Two boats", "* Six sailors", LONG[1])
    assert _whole("-+++", *lines) == "++++"
    assert _whole("---+", *lines) == "---+"
    assert _whole("-+++", lines[0].replace(":", ""), *lines[1:]) == "-+++"
    assert _whole("-+++", f"{LONG[0]} {lines[0]}", *lines[1:]) == "-+++"
