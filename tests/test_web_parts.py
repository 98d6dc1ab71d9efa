"""Parts of a page that its markup or their place tell from others: lists, leads, cards, comments, an archive's bar."""

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read

TEXT = [
    "The baker on the quay sells rye rolls from half past three in the morning, and he gave us the recipe on one condition.",
    "Nobody is to shorten the rest, he said, because the dough was here before the ferry and will be here after it.",
    "We have tried it both ways, and we shall not tell him which of the two tasted better to the people of the harbour.",
]
NOTICE = [
    "The night ferry does not run tonight.",
    "Buses leave from the market square every hour until five.",
]
INGREDIENTS = ["300 g rye flour", "350 ml warm water", "10 g salt"]
STEPS = ["Mix it all.", "Let it rest.", "Bake it."]
OTHERS = [
    (
        "Old bridge closed to lorries",
        "Since Monday lorries have to take the long way round, and nobody knows for how long.",
    ),
    (
        "School roof waits for tiles",
        "The tiles were ordered in autumn and have not come; the children move their desks.",
    ),
    (
        "Lighthouse lamp cleaned again",
        "Once in a winter the keeper lets the lamp go dark for an hour and climbs up with a rag.",
    ),
]
CARDS = "".join(
    f"<div class='col'><h3><a href='/{n}'>{name}</a></h3><p>{text}</p></div>"
    for n, (name, text) in enumerate(OTHERS)
)
MENU = "<ul class='nav'><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li><li><a href='/a'>About</a></li></ul>"
LEAD = "Three towns agree on one thing only: that the rolls from the quay are worth getting up for."


def _document(body, title="A morning on the quay"):
    page = f"<!doctype html><html><head><title>{title}</title></head><body>{MENU}{body}</body></html>"
    return document_of(read(page.encode(), "page.html").value)


def _kept(body, **named):
    return [block.text for block in _document(body, **named).blocks if block.kept]


def _in_paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def _list(entries, name="ul"):
    return f"<{name}>{''.join(f'<li>{entry}</li>' for entry in entries)}</{name.split()[0]}>"


def test_lists_of_a_few_words_within_a_text_belong_to_it():
    """Ingredients and steps look like entries of a menu; they stand below text, each list with its heading."""
    recipe = f"<h2>What you need</h2>{_list(INGREDIENTS)}<h2>How it is done</h2>{_list(STEPS, 'ol')}"
    body = f"<h1>A morning on the quay</h1><div class='entry'><p>{TEXT[0]}</p>{recipe}</div>"
    wanted = [TEXT[0], "What you need", *INGREDIENTS, "How it is done", *STEPS]
    assert _kept(f"<article>{body}</article>")[1:] == wanted


@pytest.mark.parametrize(
    "below",
    [
        f"<div class='share'>{_list(['Print it', 'Send it', 'Keep it'])}</div>",
        _list(f"<a href='/{n}'>{name}</a>" for n, (name, _) in enumerate(OTHERS)).replace(
            "<ul", "<ul class='related'"
        ),
        _list(["No other articles"]),
    ],
)
def test_lists_of_links_and_of_buttons_do_not(below):
    """Nor does a message of the page in a list of one entry."""
    body = f"<h1>A morning on the quay</h1><div class='entry'>{_in_paragraphs(TEXT)}{below}</div>"
    assert _kept(f"<article>{body}</article>")[1:] == TEXT


def test_a_sentence_between_the_title_and_the_text_is_its_lead():
    """Sites set it beside the title, in an element of its own, away from the text."""
    head = f"<header class='top'><h1>A morning on the quay</h1><div class='dek'>{LEAD}</div></header>"
    blocks = _document(f"{head}<main><div class='story'>{_in_paragraphs(TEXT)}</div></main>").blocks
    assert [block.text for block in blocks if block.kind == "lead"] == [LEAD]


@pytest.mark.parametrize(
    ("around", "lead"),
    [
        ('<header><h1>A morning on the quay</h1><p class="teaser">{}</p></header>', LEAD),
        ('<div class="dialog-off-canvas-main-canvas"><h1>A morning on the quay</h1><div class="field">{}</div></div>', LEAD),
        ('<header class="top"><h1>A morning on the quay</h1><p class="dek">{}</p></header>', "המפגש ברציף הוליד מילון, לא ברית, וטוב שכך"),
        ('<div id="__next"><h1>A morning on the quay</h1><h2 class="c1">{}</h2></div>', LEAD),
        ("<header><h1>码头的清晨：三座小镇早早起床</h1><p>{}</p></header>", "没有人知道是谁先开始起来买面包的"),
        ("<header><h1>เช้าวันหนึ่งที่ท่าเรือ</h1><p>{}</p></header>", "ไม่มีใครรู้ว่าใครเริ่มตื่นมาซื้อขนมปังก่อนใคร"),
    ],
)  # fmt: skip
def test_a_lead_beside_its_title_may_be_called_a_teaser_or_be_short(around, lead):
    """Drupal has a dialog's name around every page, Next.js the next one's; scripts without capitals need fewer letters."""
    page = f"{around.format(lead)}<main><div class='story'>{_in_paragraphs(TEXT)}</div></main>"
    assert [block.text for block in _document(page).blocks if block.kind == "lead"] == [lead]


def test_the_headline_of_a_page_that_states_another_title_is_shown_as_one():
    """Sites give machines a title of their own; what readers saw above the text is none of what surrounds it."""
    head = "<meta property='og:title' content='Rolls unite three towns'><h1>Three towns get up for rolls</h1>"
    for more, shown in (("", ["Three towns get up for rolls"]), ("<h1>Weather at sea</h1>", [])):
        document = _document(f"{head}{more}<main><div class='story'>{_in_paragraphs(TEXT)}</div></main>")
        assert document.title == "Rolls unite three towns"
        assert [block.text for block in document.blocks if block.kind == "title"] == shown


@pytest.mark.parametrize("named", ["dek with-image", "c0"])
def test_a_line_below_the_title_that_says_what_the_page_says_of_itself_is_its_lead(named):
    """However short it is, and whatever else sites name after pictures; another line of that length is none."""
    head = f"<meta name=description content='Rolls, and no pact.'><header><h1>A morning on the quay</h1><div class='{named}'>{{}}</div></header>"
    for line, leads in (("Rolls, and no pact.", ["Rolls, and no pact."]), ("Bread, and a walk.", [])):
        page = f"{head.format(line)}<main><div class='story'>{_in_paragraphs(TEXT)}</div></main>"
        assert [block.text for block in _document(page).blocks if block.kind == "lead"] == leads


def test_a_heading_between_the_title_and_who_wrote_is_a_lead_and_one_below_heads_a_part():
    """Papers set what stands below the title as a heading of the second level, with or without a stop."""
    under, over = "Nobody knows who began to get up for rolls", "What the baker said"
    head = f"<h1>A morning on the quay</h1><h2>{under}</h2><p>By Nadia Ferrant</p><p>2 March 2023</p><p>{TEXT[0]}</p>"
    blocks = _document(f"<article>{head}<h2>{over}</h2>{_in_paragraphs(TEXT[1:])}</article>").blocks
    assert {block.text: block.kind for block in blocks if block.text in (under, over)} == {
        under: "lead",
        over: "heading",
    }


def test_questions_that_unfold_their_answers_head_them():
    """Their buttons look like others of a page; one alone may ask whether to go on."""
    asked = [f"{name}, and what of it?" for name, _ in OTHERS]
    box = "<div class='card'><div><button class='btn collapsed'>{}</button></div><div class='collapse'><p>{}</p></div></div>"
    story = f"<h1>A morning on the quay</h1><div class='story'>{_in_paragraphs(TEXT[:2])}"
    for some, kinds in ((asked, ["heading"] * len(asked)), (asked[:1], [])):
        boxes = "".join(box.format(one, text) for one, (_, text) in zip(some, OTHERS, strict=False))
        blocks = _document(f"<article>{story}{boxes}<p>{TEXT[2]}</p></div></article>").blocks
        assert [str(block.kind) for block in blocks if block.text in asked and block.kept] == kinds


def test_paragraphs_above_who_wrote_are_the_text_where_hardly_any_is_below():
    """A short notice ends with who wrote and when; its paragraphs are no lead."""
    head = f"<h1>A morning on the quay</h1>{_in_paragraphs(NOTICE)}<p>By Nadia Ferrant, 2 March 2023</p>"
    for below, kinds in (("Come early.", {"paragraph"}), (" ".join(TEXT), {"lead"})):
        blocks = _document(f"<article>{head}<p>{below}</p></article>").blocks
        assert {str(block.kind) for block in blocks if block.text in NOTICE} == kinds


@pytest.mark.parametrize(
    "line",
    [
        "A morning on the quay, and what the morning was like on that quay",
        "Updated on the second of March 2023 at a quarter past nine in the morning",
    ],
)
def test_the_title_in_other_words_and_when_it_was_changed_are_no_lead(line):
    """Many sites have one title for readers and one for machines."""
    head = f"<header class='top'><h1>A morning on the quay</h1><div class='dek'>{line}</div></header>"
    assert line not in _kept(f"{head}<main><div class='story'>{_in_paragraphs(TEXT)}</div></main>")


def test_of_a_page_of_two_sentences_these_are_the_text_and_not_those_of_its_cards():
    """What surrounds a notice is longer than the notice, and reads as well."""
    body = f"<div class='details'><h1>Ferry cancelled</h1><div class='c'>{_in_paragraphs(NOTICE)}</div></div>"
    kept = _kept(
        f"<div class='row'>{body}<div class='news'><h4>Related articles</h4>{CARDS}</div></div>",
        title="Ferry cancelled",
    )
    assert kept == ["Ferry cancelled", *NOTICE]


def test_pictures_with_their_captions_are_what_a_page_of_pictures_says():
    """Below its title stands a sentence and a row of captions, and hardly anything else."""
    captions = [
        f"{what} in the first light of the {n + 3}rd of March."
        for n, what in enumerate(("Ropes", "Gulls", "Nets", "Rolls"))
    ]
    figures = "".join(
        f"<figure><img src='x.jpg'><figcaption>{caption}</figcaption></figure>" for caption in captions
    )
    body = f"<article><h1>A morning on the quay</h1><div class='entry'><p>Seen by our reporter.</p>{figures}</div></article>"
    assert [text for text in _kept(f"<main>{body}</main><div>{CARDS}</div>") if text in captions] == captions


def test_what_the_markup_marks_as_a_comment_is_none_of_the_text():
    """Programs for forums name replies and first posts alike, and mark them for search engines."""
    said = "".join(
        f"<div class='post' itemprop='comment' itemscope itemtype='https://schema.org/Comment'><p>{text}</p></div>"
        for _, text in OTHERS
    )
    kept = _kept(f"<h1>A morning on the quay</h1><div class='post'>{_in_paragraphs(TEXT)}</div>{said}")
    assert kept[1:] == TEXT


def test_the_bar_of_the_internet_archive_is_none_of_the_page():
    """It tells of the archive in whole sentences, and stands above everything."""
    about = "A collective of volunteers has saved copies of this and of many other pages since the year two thousand and nine."
    bar = f"<div id='wm-ipp-base'><div><p>About this capture</p><p>{about}</p></div></div>"
    kept = _kept(
        f"{bar}<div class='col'><h2>Ferry cancelled</h2>{_in_paragraphs(NOTICE)}</div>",
        title="Ferry cancelled",
    )
    assert kept == ["Ferry cancelled", *NOTICE]


def test_a_table_with_a_menu_in_one_of_its_cells_is_the_frame_of_a_page():
    """Old pages set menu, text and news beside each other; all cells of a short one are short."""
    menu = "<br>".join(f"<a href='/{name}'>{name}</a>" for name in ("Home", "News", "Archive"))
    text = f"<b>Ferry cancelled</b><br><br>{'<br><br>'.join(NOTICE)}"
    frame = f"<table><tr><td colspan=2>Quay News</td></tr><tr><td>{menu}</td><td>{text}</td></tr></table>"
    assert [text for text in _kept(frame, title="Ferry cancelled") if text in NOTICE] == NOTICE


def test_places_of_a_list_with_a_picture_and_a_line_each_keep_their_headings():
    """Each stands in a box of its own, as pages of pictures set them, and its line is shorter than the cards below."""
    places_ = [
        ("The night ferry", "Runs every forty minutes until five."),
        ("The old station", "Closed since the seventies, but the clock still runs."),
    ]
    box = "<div class='slide'><h2>{}</h2><figure><figcaption>Photo: Q.</figcaption></figure><p>{}</p></div>"
    boxes = "".join(box.format(*place) for place in places_)
    body = f"<article><h1>A morning on the quay</h1>{boxes}</article><div class='news'>{CARDS}</div>"
    assert [text for text in _kept(body) if "Photo" not in text][1:] == [
        line for place in places_ for line in place
    ]


def test_a_list_of_what_is_offered_to_those_who_pay_is_none_of_the_text():
    """The box below the first lines of an article has sentences, too."""
    offer = (
        f"<h3>Read on</h3><p>{TEXT[2]}</p>{_list(['All articles in one place', 'Leave whenever you like'])}"
    )
    body = f"<h1>A morning on the quay</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p><div class='paywall'>{offer}</div>"
    assert "All articles in one place" not in _kept(f"<article>{body}</article>")


def _headings(*lines):
    """Return the headings of a page with *lines* in its body."""
    return [block.text for block in _document("".join(lines)).blocks if block.kind == "heading"]


def test_the_item_of_a_list_that_frames_a_page_makes_no_items_of_its_paragraphs():
    """Old layouts set the columns of a page as items; a list within the text keeps its own."""
    body = f"<ul><li class='left'><h1>A morning on the quay</h1><div>{_in_paragraphs(TEXT)}{_list(INGREDIENTS)}</div></li></ul>"
    kinds = {block.text: block.kind for block in _document(body).blocks if block.kept}
    assert {kinds[text] for text in TEXT} == {"paragraph"}
    assert {kinds[text] for text in INGREDIENTS if text in kinds} <= {"list_item"}


def test_a_line_called_a_heading_by_its_level_is_one():
    """Style sheets have a class for each level, and programs set it on what is no heading by its element."""
    line = "<p><span class='x-h3'>The second hour</span></p>"
    assert _headings(
        "<h1>A morning on the quay</h1>", _in_paragraphs(TEXT), line, _in_paragraphs(TEXT[:1])
    ) == ["The second hour"]


def _in_bold(*lines, between=""):
    bold = between.join(f"<p><b>{line}</b></p>" for line in lines)
    return f"<h1>A morning on the quay</h1><p>{TEXT[0]}</p><p><b>First part</b></p><p>{TEXT[1]}</p>{bold}<p>{TEXT[2]}</p><p><b>Last part</b></p><p>{TEXT[0]} Again.</p>"


@pytest.mark.parametrize(
    "line", ["— Nadia Ferrant", "——（宋）林小梅", "“That is all there is to say of it.”", "灯亮了。没有人来"]
)
def test_bold_lines_that_name_who_said_it_or_are_sentences_are_no_headings(line):
    """They stand over text as headings do."""
    assert _headings(_in_bold(line)) == ["First part", "Last part"]


def test_a_bold_line_over_a_bold_heading_is_its_first_line_but_for_what_a_picture_shows():
    """Papers part a long heading into two lines, or number it on a line of its own."""
    picture = "<p><img src='light.jpg'></p>"
    assert _headings(_in_bold("1", "The second part")) == ["First part", "1", "The second part", "Last part"]
    below = _in_bold("The baker at work", "The second part").replace(
        "<p><b>The baker", f"{picture}<p><b>The baker"
    )
    assert _headings(below) == ["First part", "The second part", "Last part"]


def test_a_bold_question_heads_an_answer_shorter_than_itself():
    """The answer ends as sentences do."""
    page = _in_bold("Does anybody here know who pays?").replace(f"<p>{TEXT[2]}</p>", "<p>Nobody.</p>")
    assert "Does anybody here know who pays?" in _headings(page)


SAID = [text for _, text in OTHERS[:2]]
POINTS = "".join(f"<li><p>{step}</p><p>{said}</p></li>" for step, said in zip(STEPS, SAID, strict=False))


@pytest.mark.parametrize(
    ("listed", "shown"),
    [
        (_list(STEPS, "ol"), STEPS),
        (_list(STEPS, "ol start='4'"), ["4. Mix it all.", "5. Let it rest.", "6. Bake it."]),
        (_list(STEPS, "ol reversed"), ["3. Mix it all.", "2. Let it rest.", "1. Bake it."]),
        (_list(STEPS, "ol type='a'"), ["a. Mix it all.", "b. Let it rest.", "c. Bake it."]),
        ("<ol><li>Mix it all.</li><li value='7'>Let it rest.</li><li>Bake it.</li></ol>", ["1. Mix it all.", "7. Let it rest.", "8. Bake it."]),
        (f"<ol>{POINTS}</ol>", ["1. Mix it all.", SAID[0], "2. Let it rest.", SAID[1]]),
        (f"<ul>{POINTS}</ul>", ["Mix it all.", SAID[0], "Let it rest.", SAID[1]]),
    ],
)  # fmt: skip
def test_items_have_the_numbers_that_a_page_shows_where_a_list_from_one_would_show_others(listed, shown):
    """Browsers count them; the site counts them again, but paragraphs between items end its list."""
    blocks = _document(f"<main>{_in_paragraphs(TEXT)}{listed}<p>{LEAD}</p></main>").blocks
    within = [block for block in blocks if block.kept and block.text not in (*TEXT, LEAD)]
    assert [block.text for block in within] == shown
    assert [block.kind.value for block in within] == [
        "paragraph" if text in SAID else "list_item" for text in shown
    ]


def test_typed_items_in_the_frame_of_an_old_layout_stay_items():
    """The frame is an item by its element; each line that begins with a bullet is one by itself."""
    typed = "".join(f"<p>• {step}</p>" for step in STEPS)
    blocks = _document(f"<main><ul><li>{_in_paragraphs(TEXT)}{typed}<p>{LEAD}</p></li></ul></main>").blocks
    found = [(block.kind.value, block.text) for block in blocks if block.kept and block.text.startswith("•")]
    assert found == [("list_item", f"• {step}") for step in STEPS]
