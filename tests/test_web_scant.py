"""What is taken instead where the models doubted all that they kept."""

import numpy as np
import pytest
from lxml import html

from diwan.documents.shapes import key_of
from diwan.documents.web.places import Places
from diwan.documents.web.scant import alike_instead, below_title, instead_of
from diwan.documents.web.stretches import stretches_of

LINES = [
    "The ferry leaves at four, and the baker is on it with a basket of rolls that are still warm from the oven on the quay.",
    "Nobody in the three towns has asked him who eats them at that hour, and he has never told anybody who does not get up.",
    "In winter he walks to the boat beside his bicycle, because the ice on the mole is worse than the wind from the harbour.",
]
RIGHTS = "All rights to what is printed on these pages are kept, and whoever prints it elsewhere is to say where it was found first."
CONSENT = "We use cookies to learn what you like, and by reading on you accept our use of cookies on this and on all other pages."


def _taken(markup, chance):
    """Return what is taken instead of the rights below the page, which alone were kept, and were that likely to be text."""
    stretches = stretches_of(
        html.fromstring(f"<body>{markup}<table><tr><td>{RIGHTS}</td></tr></table></body>")
    )
    kept = np.array([one.text == RIGHTS for one in stretches])
    running = np.array([float(len(one.text)) for one in stretches])
    found = instead_of(stretches, np.where(kept, chance, 0.02), kept, running, Places())
    return [one.text for one, text in zip(stretches, found, strict=True) if text]


def _in_paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def test_paragraphs_side_by_side_are_the_text_where_all_else_was_doubted():
    """An old page without names in its markup: the models knew nothing but its rights."""
    assert _taken(f"<table><tr><td>{_in_paragraphs(LINES)}</td></tr></table>", chance=0.45) == LINES


@pytest.mark.parametrize(
    ("markup", "chance"),
    [
        (f"<div>{_in_paragraphs(LINES)}</div>", 0.9),
        (f"<div>{_in_paragraphs(LINES[:2])}</div>", 0.45),
        (f"<div class='comments'>{_in_paragraphs(LINES)}</div>", 0.45),
        (f"<div>{_in_paragraphs([*LINES, CONSENT])}</div>", 0.45),
    ],
)
def test_nothing_is_taken_instead_of_what_is_sure_nor_a_wall_that_asks_for_consent(markup, chance):
    """Two paragraphs are no article either, and what is named comments is none."""
    assert _taken(markup, chance) == []


def _alike(markup, kept=()):
    stretches = stretches_of(html.fromstring(f"<body>{markup}</body>"))
    running = np.array([float(len(one.text)) for one in stretches])
    taken = np.array([one.text in kept for one in stretches])
    found = alike_instead(stretches, taken, running, Places())
    return [one.text for one, text in zip(stretches, found, strict=True) if text]


def test_posts_in_boxes_of_their_own_are_the_text_of_a_page_of_which_nothing_was_kept():
    """Each is as short as a teaser; what is laid out alike is one text, unless it is named otherwise."""
    posts = "".join(
        f'<div class="item"><div class="head">Nadia 4 May</div><div class="post media-body">{line}</div></div>'
        for line in LINES
    )
    assert _alike(posts) == LINES
    assert _alike(posts, kept=LINES[:1]) == []
    assert _alike(posts.replace("post media-body", "comment")) == []
    assert _alike("".join(f'<div class="post">{CONSENT}</div>' for _ in LINES)) == []


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            "渡轮今日起恢复夜航，每四十分钟一班，末班船凌晨五点从东码头开出，乘客可在岸边的票亭买票，也可以上船后再补，票价和去年冬天一样没有改变，带自行车的人仍须另付一半。",
            [],
        ),
        ("渡轮今日起恢复夜航。", [RIGHTS]),
    ],
)
def test_a_sign_of_a_script_without_spaces_says_as_much_as_two_letters(report, expected):
    """A Chinese report of eighty signs is whole, and nothing below it is looked for; one of ten is not."""
    stretches = stretches_of(html.fromstring(f"<body><h1>夜航</h1><p>{report}</p><p>{RIGHTS}</p></body>"))
    kept = np.array([one.text != RIGHTS for one in stretches])
    found = below_title(stretches, kept, 0, key_of("夜航"), Places())
    assert [one.text for one, text in zip(stretches, found, strict=True) if text] == expected
