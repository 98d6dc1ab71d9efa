"""The model of lines: what it corrects in the rules, what it leaves to them, and what it says of its reasons."""

import itertools
import os
import random
import subprocess
import sys

import numpy as np
import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines import features, keptlines, letters, second
from diwan.documents.lines.revision import asked_of, keeps, revise, whole_lists
from diwan.documents.lines.rules import BY_MODEL, RULES_BY_NAME, rules_of
from diwan.documents.lines.structure import judge, see
from diwan.documents.lines.tables import lines_below
from diwan.documents.splitting import normalise, split

LONG = (
    (
        "The mayors of four small ports met on Thursday in a disused customs house to sign a paper that had been redrafted "
        "nineteen times, and which promises a joint patrol of the strait by boats from every harbour."
    ),
    (
        "Under the paper each harbour lends two boats and the wages of six sailors to the patrol, and in return it may call "
        "on the boats of the others by night, when most accidents of the strait happen."
    ),
    (
        "A retired pilot who helped to write the first draft of the paper thinks that the command of the boats will wander "
        "from harbour to harbour with the seasons, as the mayors of his youth had it."
    ),
    (
        "Nobody in the harbours expects a quick answer from the mayors, and the boats of the joint patrol will sail in May "
        "whether or not the paper has been signed again by then."
    ),
)
MENU = "Home\nWorld\nOpinion\nSubscribe\nLog in\nMy account\n"


def _blocks(text):
    return document_of_bytes(text.encode(), "page.txt").value.blocks


def _kept(text):
    return {block.text for block in _blocks(text) if block.kept}


def test_every_line_has_all_features_and_each_is_a_finite_number():
    """The model was trained on columns in this order; a missing or endless number would mislead it in silence."""
    scene = see(split(normalise(MENU + "\n\n".join(LONG))[0]))
    seen = features.features_of(scene, rules_of(scene))
    assert seen.shape == (len(scene.shapes), len(features.NAMES))
    assert len(features.NAMES) == len(features.SORTS) == len(set(features.NAMES))
    assert np.isfinite(seen).all()


def test_a_line_in_a_script_without_spaces_shares_words_and_not_letters():
    """Whatever a Thai line says, its letters and most pairs of them stand in the text as well."""
    chance = random.Random(1)
    text = ["".join(chance.choices("กคงจชดตนบปมยรลวส", k=200)) for _ in range(8)]
    scene = see(
        split("\n\n".join([*text, "".join(chance.choices("กคงจชดตนบปมยรลวส", k=20)), text[0][40:60]]))
    )
    *_, other, same = scene.telling.shared(np.array([True] * 8 + [False] * 2))
    assert same == 1
    assert other < 0.1


def test_the_second_look_has_all_columns_and_each_is_a_finite_number():
    """It adds to each line what was answered of the others, in the order of its names; one line alone has neighbours too."""
    for text in (MENU + "\n\n".join(LONG), LONG[0]):
        scene = see(split(normalise(text)[0]))
        seen = features.features_of(scene, rules_of(scene))
        first = np.linspace(0, 1, len(scene.shapes))
        wide = second.look_again(scene, seen, first)
        assert wide.shape == (len(scene.shapes), len(second.NAMES))
        assert len(second.NAMES) == len(second.SORTS) == len(set(second.NAMES))
        assert np.isfinite(wide).all()
        everything = [True] * len(first)
        kept = keptlines.look_at_kept(scene, wide, np.array(everything), first, range(len(first)))
        assert kept.shape == (len(scene.shapes), len(keptlines.NAMES))
        assert np.isfinite(kept).all()


def test_a_line_is_seen_among_the_answers_about_the_others():
    """Distance, sums and averages speak of the lines around, not of the line itself."""
    scene = see(split(normalise("\n".join(LONG))[0]))
    seen = features.features_of(scene, rules_of(scene))
    wide = second.look_again(scene, seen, np.array([0.9, 0.1, 0.2, 0.8]))
    column = dict(zip(second.NAMES, wide.T, strict=True))
    assert column["first-1"].tolist() == pytest.approx([-1, 0.9, 0.1, 0.2])
    assert column["since"].tolist() == [60, 1, 2, 3]
    assert column["until"].tolist() == [3, 2, 1, 60]
    assert column["above_3"].tolist() == pytest.approx([0, 0.9, 0.5, 0.4], abs=1e-3)
    assert column["form_mean"][0] == pytest.approx((0.1 + 0.2 + 0.8) / 3)


def test_where_no_line_is_like_a_title_there_is_none():
    """The last entry of a menu is no title; a headline that speaks of the text is one, though buttons stand below it."""
    paragraphs = "\n\n".join(LONG)
    after = "\n\nTerms of use\nContact\nJobs\nPrivacy\n"
    without = document_of_bytes(f"{MENU}\n\n{paragraphs}{after}".encode(), "page.txt").value
    assert without.title is None
    title = "Mayors of four small ports sign a paper on a joint patrol"
    page = document_of_bytes(
        f"{MENU}\n{title}\n\nShare\nSave\nPrint\n\n{paragraphs}{after}".encode(), "page.txt"
    ).value
    assert page.title == title


def test_paragraphs_of_an_article_stay_whatever_surrounds_them():
    """Running text is never given up for the page around it."""
    text = f"{MENU}\nFour Ports, One Patrol\n\n" + "\n\n".join(LONG) + "\n\nTerms of use\nContact\nJobs\n"
    assert set(LONG) <= _kept(text)


def test_teasers_after_the_text_are_set_aside_without_a_label():
    """Headlines of other articles below the text go, though nothing says *read also*."""
    teasers = ("The Last Ferry of the Year Leaves Half Empty", "A Market Without Scales Opens Its Doors",
               "Lighthouse Keepers Learn a New Alphabet", "Snow Closes the Pass for a Third Week")  # fmt: skip
    text = f"{MENU}\nFour Ports, One Patrol\n\n" + "\n\n".join(LONG) + "\n\n" + "\n".join(teasers)
    assert not set(teasers) & _kept(text)


def test_above_the_title_nothing_but_sentences_is_kept():
    """A menu there is none of the text, though its words be the text's and the models sure of it."""
    above = f"{MENU}\n{LONG[0]}\n{MENU}"
    scene = see(split(normalise("\n\n".join((above, "Four Ports, One Patrol", *LONG[1:])))[0]))
    rules = rules_of(scene)
    scene.retitle(next(one.index for one in scene.shapes if one.text == "Four Ports, One Patrol"))
    keep = keeps(scene, rules, np.zeros(len(rules), dtype=bool), np.ones(len(rules)))
    assert [one.text for one in scene.shapes[: scene.title] if keep[one.index]] == [LONG[0]]
    assert keep[scene.title :].all()


ENTRIES = "Harbours | News of harbours | Calendar of lamps | Tables | Pilots and crews | Lamps | Archive | Contact | Boats"
ITEMS = [f"* {entry}" for entry in ENTRIES.split(" | ")]


def listed(*parts):
    """Return the lines of *parts* that are entries of a long list away from the text, none of which is kept."""
    scene = see(split(normalise("\n\n".join(parts))[0]))
    rules = rules_of(scene)
    keep = keeps(scene, rules, np.zeros(len(rules), dtype=bool), np.ones(len(rules)))
    assert not keep[sorted(scene.listed)].any()
    return [scene.shapes[index].text for index in sorted(scene.listed)]


@pytest.mark.parametrize(("entries", "told"), [(9, True), (7, False)])
def test_a_long_list_of_short_entries_away_from_the_text_is_a_menu(entries, told):
    """However like the text its words are."""
    items = ITEMS[:entries]
    for parts in (("\n".join(items), "A patrol", *LONG), ("A patrol", *LONG, "To the top", "\n".join(items))):
        assert listed(*parts) == (items if told else [])


def test_a_long_list_that_may_be_the_texts_own_is_no_menu():
    """Ingredients, members, places: what ends an article is not told from a menu by its form; long or numbered items are none."""
    assert listed("A patrol", *LONG, "\n".join(ITEMS)) == []
    assert listed("\n".join(f"{item} of the oldest harbour" for item in ITEMS), "A patrol", *LONG) == []
    assert listed("\n".join(item.replace("*", "1.") for item in ITEMS), "A patrol", *LONG) == []


@pytest.mark.parametrize("between", [" ", " | ", ""])
def test_a_menu_that_is_said_again_on_a_line_is_none_of_the_text(between):
    """Pages have their menu once more for phones; however it is spaced, and where the text seems to begin with it."""
    row = between.join(entry.title() for entry in ENTRIES.split(" | ")).replace(" ", between)
    lines = ENTRIES.replace(" | ", "\n").title()
    document = document_of_bytes(
        "\n\n".join([lines, row, "Four Ports, One Patrol", *LONG]).encode(), "x.txt"
    ).value
    by_text = {block.text: block for block in document.blocks}
    assert document.title != row
    assert (by_text[row].kept, by_text[row].rule) == (False, "menu-on-a-line")
    assert all(by_text[line].kept for line in LONG)


def test_a_line_that_has_entries_among_other_words_is_no_menu():
    """Only one that consists of five of them is, and no sentence."""
    for row in (
        "Harbours, boats, lamps and what the pilots told us of them yesterday",
        "Harbours Boats Lamps Contact Harbours Boats",
    ):
        scene = see(split(f"{ENTRIES.replace(' | ', chr(10))}\n\n{row}\n\n{LONG[0]}"))
        assert not scene.rows


@pytest.mark.parametrize(
    "aid",
    [
        "Listen to this article",
        "Click to enlarge",
        "Lesezeit: 4 Minuten",
        "استمع للمقال",
        "사진 확대",
        "この記事を聞く",
        "время чтения 3 мин",
    ],
)
def test_what_a_page_offers_beside_a_text_is_none_of_it(aid):
    """To hear it, to see a picture larger; and how long it takes to read."""
    document = document_of_bytes(
        "\n\n".join(["Four Ports, One Patrol", LONG[0], aid, *LONG[1:]]).encode(), "x.txt"
    ).value
    assert [block.text for block in document.blocks if not block.kept] == [aid]


def test_a_list_that_a_line_with_a_colon_introduces_is_never_set_aside():
    """What the article counts up belongs to it, however short the items are."""
    items = ("- fuel", "- radio", "- ropes")
    text = "\n\n".join((*LONG[:2], "The boats will need:", *items, *LONG[2:]))
    assert set(items) <= _kept(text)


def test_what_the_rules_know_by_its_words_is_not_overruled():
    """A credit line, a copyright notice and an appeal keep the rule that named them."""
    text = "\n\n".join(
        ("Four Ports, One Patrol", "By Nadia Ferrant, 14 March 2024", *LONG, "© 2024 The Strait Observer")
    )
    rules = {block.text: block.rule for block in _blocks(text)}
    assert rules["By Nadia Ferrant, 14 March 2024"] == "who"
    assert rules["© 2024 The Strait Observer"] == "rights-or-responsibility"


def test_a_line_that_the_model_overrules_says_by_which_sort_of_sign():
    """The rule named is the model's only where it decided otherwise than the rules, and has a reason for readers."""
    scene = see(split(normalise(MENU * 3 + "\n\n".join(LONG) + "\n" + MENU)[0]))
    rules = rules_of(scene)
    names = {rule.name for rule in BY_MODEL.values()}
    for before, after in zip(rules, revise(scene, rules), strict=True):
        assert (after.name in names) <= (before.keeps != after.keeps)
        assert RULES_BY_NAME[after.name].en


def test_texts_whose_format_marks_everything_are_left_to_the_rules():
    """The model learned from plain text: other formats are judged without it."""
    scene = see(split(normalise(MENU + "\n\n".join(LONG))[0]))
    assert not any(block.rule.startswith("model:") for block in judge(scene))


def test_less_is_asked_of_a_line_where_nothing_stands_out():
    """What is asked is a share of the score that the text can reach, alike for all lines of one length."""
    lengths = np.full(5, 10.0)
    clear = asked_of(np.array([0.99, 0.98, 0.97, 0.01, 0.01]), lengths)
    dim = asked_of(np.array([0.2, 0.2, 0.2, 0.2, 0.2]), lengths)
    assert len({*clear.tolist()}) == len({*dim.tolist()}) == 1
    assert dim[0] < clear[0] / 2


def test_less_is_asked_of_a_line_the_more_words_it_has():
    """A paragraph stays at a probability at which a label goes; what is long is told by the usual line of the text itself."""
    chances = np.array([0.9, 0.9, 0.9, 0.9, 0.2, 0.2])
    paragraph, label = asked_of(chances, np.array([40.0, 40, 40, 40, 80, 2]))[-2:]
    assert paragraph < 0.2 < label
    in_a_list = asked_of(chances, np.array([2.0, 2, 2, 2, 60, 2]))[-1]
    assert in_a_list < label


def test_what_is_kept_is_worth_nearly_as_much_as_can_be():
    """No other lines have a hundredth more of the score by lines and of the words that can be expected together."""
    chances, lengths = np.array([0.95, 0.9, 0.6, 0.4, 0.3, 0.1]), np.array([30.0, 4, 20, 3, 40, 2])

    def worth(keep):
        hits = (chances * keep).sum()
        score = 1.25 * hits / (keep.sum() + 0.25 * chances.sum())
        return score + 4 * (chances * lengths * keep).sum() / (chances * lengths).sum()

    all_lines = [np.array(keep, dtype=bool) for keep in itertools.product((1, 0), repeat=len(chances))]
    chosen = worth(chances >= asked_of(chances, lengths))
    assert chosen > 0.99 * max(map(worth, all_lines[:-1]))
    assert chosen > 1.01 * worth(all_lines[0])


def test_a_list_stands_or_falls_as_one():
    """Where one item of a list is text of the article, so are its neighbours; a list set aside whole stays so."""
    item, text = RULES_BY_NAME["list-item"], RULES_BY_NAME["text"]
    rules = [text, item, item, item, text, item, item]
    keep = np.array([True, False, True, False, False, False, False])
    assert whole_lists(rules, keep).tolist() == [True, True, True, True, False, False, False]


def test_in_a_text_of_a_few_lines_the_rules_have_the_last_word():
    """Words recur by chance in so little; a short heading and a list stay as the rules have them."""
    first, last = (
        "The boats of the patrol will sail in May whether it rains or not.",
        "Nobody in the harbours expects a quick answer from the mayors.",
    )
    short = f"Home | News\n\nA patrol\n\n{first}\n\nCalmer nights\n\n1. Two boats leave.\n2. One stays.\n\n{last}\n"
    assert not {block.rule for block in _blocks(short) if block.rule.startswith("model:")}
    assert {"Calmer nights", "2. One stays."} <= _kept(short)


def test_a_line_is_seen_alike_in_every_process():
    """Which words are frequent must not hang on the order in which a process happens to keep them: same input, same bytes."""
    program = (
        "import sys, hashlib\n"
        "from diwan.documents.lines.features import features_of\n"
        "from diwan.documents.splitting import split\n"
        "from diwan.documents.lines.rules import rules_of\n"
        "from diwan.documents.lines.structure import see\n"
        "scene = see(split(sys.argv[1]))\n"
        "print(hashlib.sha256(features_of(scene, rules_of(scene)).tobytes()).hexdigest())\n"
    )
    # More words than are counted as frequent, all equally frequent, and never together twice.
    rows = [[f"harbour{row}{column} boat" for column in "abcdefgh"] for row in "abcdefgh"]
    text = "\n\n".join(f"{' '.join(row)}." for row in (*rows, *zip(*rows, strict=True)))
    seen = {
        subprocess.run([sys.executable, "-c", program, text], env={**os.environ, "PYTHONHASHSEED": seed},
                       capture_output=True, text=True, check=True).stdout
        for seed in ("1", "40", "77")
    }  # fmt: skip
    assert len(seen) == 1


def test_the_rows_of_a_list_have_their_signs_in_common_and_teasers_do_not():
    """A calendar repeats its dashes and numbers line after line; headlines of other articles repeat nothing."""
    calendar = letters.likeness(
        ("May 3 – Ostport @ Quay", "June 14 – Westport @ Mole", "July 5 – Norport @ Pier")
    )
    teasers = letters.likeness(
        ("The last ferry: half empty", "A market (without scales)", "Who reads the lamps?")
    )
    table = letters.likeness(
        ("1  Ostport  51  3", "2  Westport  47  5", "Ferry Leaves After 2 Years", "Mole Of 9")
    )
    assert min(calendar) == 0.5
    assert max(teasers) == 0
    assert table.tolist() == [0.25, 0.25, 0.25, 0.25]


def test_how_far_a_line_is_set_in_does_not_count():
    """Text browsers indent by the layout of a page: a line set in by two columns is seen as one set in by thirty."""
    shallow, deep = (see(split("\n\n".join(" " * by + line for line in LONG))) for by in (2, 30))
    assert (
        features.features_of(shallow, rules_of(shallow)) == features.features_of(deep, rules_of(deep))
    ).all()


def test_only_a_list_that_ends_the_text_right_below_a_table_is_known_for_the_pages_own():
    """A sentence behind it, fewer lines or fewer rows leave it to the models."""
    rows = [f"{place}  Heron Otter  {90 - place}  {place % 4}" for place in range(1, 5)]
    links = ["Senate Opens After Decades", "Bakery Moves To The Hill", "Comet Seen Over The Bay"]

    def below(*lines):
        scene = see(split(normalise("\n".join(lines))[0]))
        return [scene.shapes[index].text for index in lines_below(scene.shapes)]

    assert below(LONG[0], *rows, *links) == links
    assert below(LONG[0], *rows, *links, LONG[1]) == []
    assert below(LONG[0], *rows, *links[:2]) == []
    assert below(LONG[0], *rows[:3], *links) == []
    assert below(LONG[0], *links) == []


def test_a_source_without_end_is_left_to_the_rules():
    """Models take their time for each line, and learned from nothing a tenth as long."""
    scene = see(split(normalise(MENU + "\n\n".join(LONG) + "\n\nx" * 20_000)[0]))
    rules = rules_of(scene)
    assert revise(scene, rules) == rules
