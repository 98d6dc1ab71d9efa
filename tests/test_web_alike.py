"""Paragraphs and headings that a page lays out as its text, and that the models lost."""

import numpy as np
from lxml import html

from diwan.documents.web.alike import heads_alike, like_text
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import stretches_of

LINE = "The ferry leaves at four, and the baker is on it with a basket of rolls that are still warm from the oven."


def _read(markup):
    """Return the stretches of a page, and their columns: all lines of sentences are running text."""
    stretches = stretches_of(html.fromstring(f"<body>{markup}</body>"))
    return stretches, np.array(
        [len(one.text) if one.text.endswith(".") else 0 for one in stretches], dtype=float
    )


def _told(found, stretches):
    return [one.text for one, tells in zip(stretches, found, strict=True) if tells]


def _paragraphs(name, *numbers):
    return "".join(f'<div class="{name}"><p>{LINE} {number}.</p></div>' for number in numbers)


def _kept(stretches, numbers):
    return np.array([one.text.endswith(tuple(f" {number}." for number in numbers)) for one in stretches])


def test_the_end_of_a_long_text_is_laid_out_like_its_beginning():
    """Behind an interruption the models may give up the rest of an article."""
    stretches, running = _read(
        _paragraphs("story-part", 1, 2, 3, 4) + "<aside>Ads</aside>" + _paragraphs("story-part", 5)
    )
    kept = _kept(stretches, (1, 2, 3, 4))
    assert _told(like_text(stretches, kept, running, Places()), stretches) == [f"{LINE} 5."]


def test_a_layout_of_which_most_was_set_aside_is_not_that_of_the_text():
    """Some cards of a list read like text; the rest of them tell."""
    stretches, running = _read(_paragraphs("card", 1, 2, 3, 4, 5, 6, 7, 8, 9))
    assert _told(like_text(stretches, _kept(stretches, (1, 2, 3, 4)), running, Places()), stretches) == []


def test_other_names_are_another_layout_and_numbers_in_them_are_none():
    """Programs count what looks the same."""
    parts = _paragraphs("part-11", 1, 2, 3, 4) + _paragraphs("part-12", 5) + _paragraphs("teaser", 6)
    stretches, running = _read(parts)
    kept = _kept(stretches, (1, 2, 3, 4))
    assert _told(like_text(stretches, kept, running, Places()), stretches) == [f"{LINE} 5."]


def test_without_names_in_the_markup_nothing_is_told():
    """Readers' comments stand in plain paragraphs, too."""
    stretches, running = _read("".join(f"<div><p>{LINE} {number}.</p></div>" for number in range(6)))
    assert _told(like_text(stretches, _kept(stretches, (0, 1, 2, 3)), running, Places()), stretches) == []


def test_headings_that_stand_over_text_each_in_a_box_of_its_own_are_headings():
    """Pages of pictures and reports set each heading in an element beside its text."""
    parts = [
        f'<div class="slide"><h2>{name}</h2></div>{_paragraphs("text", n)}'
        for n, name in enumerate(("Dawn", "Noon"))
    ]
    stretches, _ = _read("".join(parts))
    assert _told(heads_alike(stretches, _kept(stretches, (0, 1))), stretches) == ["Dawn", "Noon"]


def test_one_heading_or_the_same_words_over_several_parts_are_a_label():
    """What is put between the parts of a text has a heading, too."""
    one = f'<div class="slide"><h2>More films</h2></div>{_paragraphs("text", 1)}'
    stretches, _ = _read(one)
    assert _told(heads_alike(stretches, _kept(stretches, (1,))), stretches) == []
    stretches, _ = _read(one + one)
    assert _told(heads_alike(stretches, _kept(stretches, (1,))), stretches) == []


def test_a_picture_may_stand_between_a_heading_and_its_text():
    """Its caption is set aside, and the heading is over the text that follows."""
    picture = "<figure><img src='x.jpg'><figcaption>Photo: Quay Courier</figcaption></figure>"
    names = enumerate(("Dawn", "Noon"))
    parts = [
        f'<div class="slide"><h2>{name}</h2>{picture}</div>{_paragraphs("text", n)}' for n, name in names
    ]
    stretches, _ = _read("".join(parts))
    assert _told(heads_alike(stretches, _kept(stretches, (0, 1))), stretches) == ["Dawn", "Noon"]
