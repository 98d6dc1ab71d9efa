"""Lines of a web page that its markup sets among the text, and that are none of it by their words."""

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read

TEXT = [
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
    "A ship that passes at night writes her name into its log, and the company has never told her that it does.",
]


def _kept(*lines, title="One light"):
    """Return the kept lines of a page with *lines* as paragraphs."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<!doctype html><html><head><title>{title}</title></head><body><div><h1>{title}</h1>{body}</div></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    return [block.text for block in blocks if block.kept and block.kind != "title"]


def test_a_label_of_other_articles_is_none_of_the_text_where_these_are_none():
    """Within the text its links may stand in a list that is set aside by itself."""
    links = '<ul><li>list 1 of 2<a href="/a">A quay</a></li><li>list 2 of 2<a href="/b">A mole</a></li></ul>'
    box = f'<div class="box"><span>Read also</span><h3>list of 2 items</h3>{links}</div>'
    assert _kept(*TEXT[:2], f"</p>{box}<p>", *TEXT[2:]) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "5 min read",
        "Sign up for our newsletter and never miss a light.",
        "Comments are moderated and appear once they have been read.",
        "Your browser does not support this film.",
        "Reproduction without permission is forbidden.",
        "Keywords: light, oil, winter",
        "Follow us on Telegram and WhatsApp",
        "Subscribe to the Quay Post on YouTube for more.",
        "More on this: #Light #Oil",
        "facebook twitter whatsapp mail",
        "مشاركة فيسبوك تويتر واتساب",
        "#Liman #Körfez",
        "end of list",
    ],
)
def test_a_line_that_turns_to_the_reader_is_none_of_the_text_wherever_it_stands(line):
    """Nothing but its words tells it from the paragraphs around it."""
    assert _kept(*TEXT[:2], line, *TEXT[2:]) == TEXT
    assert _kept(*TEXT, line) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement hung in the window of the bakery for a year, and nobody came to ask about the lamp or the oil.",
        "We may earn a commission, she said, if the oil is sold, and then the lamp will burn for another winter at the least.",
        "Her views do not necessarily reflect those of the three towns, and no town has ever asked her to change them for it.",
        "Follow the coast to the north, says the keeper, and where the telegraph ends there is another light and nobody to keep it.",
        "Facebook, Twitter",
        "Source of all their troubles was the oil, which nobody had paid for since the war and nobody wanted to pay for now.",
    ],
)
def test_the_same_words_in_a_sentence_of_the_text_are_text(line):
    """What an author may say is heard at the end of a text only, or not at all."""
    assert line in _kept(*TEXT[:2], line, *TEXT[2:])


@pytest.mark.parametrize(
    "lines",
    [
        ["Additional reporting by Tomas Velkey"],
        ["Reporting by Nadia Ferrant; Editing by Tomas Velkey", "What we stand for: our rules"],
        ["Source: Quay Post"],
        ["Source: “Quay Post” + wires"],
        ["* * *"],
        ["nf, PAP"],
        ["(dpa/epd)"],
        ["(nfe/tve)"],
        ["End"],
        ["The views expressed are those of the author and not necessarily those of the Quay Institute."],
        [
            "About the author",
            "Nadia Ferrant has written on harbours and the people in them for twenty years.",
        ],
        ["Source: Quay Post", "END", "0093"],
    ],
)
def test_the_lines_that_close_a_text_are_none_of_it(lines):
    """Who else reported, where the text is from, that it is over, whose the views are, and who wrote."""
    assert _kept(*TEXT, *lines) == TEXT


@pytest.mark.parametrize("line", ["责任编辑：王芳", "编辑丨王芳", "本文仅代表作者个人观点，与本站无关。"])
def test_in_chinese_who_made_the_text_ready_closes_it(line):
    """Portals have the editor below each text, and whose the views are."""
    text = [
        "守灯人每天傍晚爬上两百级台阶，四十年来从未在天黑之后才到，也没有人问过她灯油的钱由谁来付。",
        "三个镇子的镇公所早已约定互不过问，冬天她就睡在灯旁，因为台阶上的冰比风更危险，而灯是暖的。",
        "夜里经过的船把她的名字写进航海日志，船公司却从来没有告诉过她，她也从来没有向他们问起过。",
    ]
    assert _kept(*text, line, title="一盏灯") == text


@pytest.mark.parametrize(
    "line",
    [
        "【免责声明】灯塔看守人的话仅代表他本人，码头邮报没有问过他，也没有问过三座小镇。",
        "© 2024 Quay Post | Printed in Ferrow",
        "Copyright 2024 Quay Post",
    ],
)
def test_a_chinese_disclaimer_and_who_holds_the_rights_close_a_text(line):
    """A sentence that only begins with such a word is its own."""
    assert _kept(*TEXT, line) == TEXT
    own = "Copyright is what the keepers of the three towns quarrelled over in 2019, and none of them has drawn a lamp since."
    assert _kept(*TEXT, own) == [*TEXT, own]


def test_who_else_reported_is_heard_at_the_end_alone():
    """A line that begins so within the text is a part of it."""
    line = "Reporting by lamp is older than the telegraph"
    assert line in _kept(TEXT[0], line, *TEXT, *TEXT[:1])


def test_a_title_with_its_source_in_brackets_is_the_heading_that_the_page_shows():
    """Portals of Japan say in brackets behind the title from which paper a text is."""
    head = '<meta property="og:title" content="灯台の夜（港新聞）">'
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<!doctype html><html><head>{head}</head><body><h1>灯台の夜</h1>{body}</body></html>"
    assert read(page.encode(), "page.html").value.stated["title"] == "灯台の夜"


def test_offices_in_china_state_the_title_by_itself():
    """Their standard has a name of its own for it, as the title of the page has the office's name behind it."""
    head = '<title>灯台的夜_港口人民政府门户网站</title><meta name="ArticleTitle" content="灯台的夜">'
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<!doctype html><html><head>{head}</head><body><div>灯台的夜</div>{body}</body></html>"
    assert read(page.encode(), "page.html").value.stated["title"] == "灯台的夜"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<span>Published on 4 May 2019</span><span>4 May 2019</span>", "Published on 4 May 2019 4 May 2019"),
        ("<span>۱۴۰۲</span><span>۱۴ خرداد</span>", "۱۴۰۲ ۱۴ خرداد"),
        ("<span>20</span><span>19</span>", "2019"),
        ("<span>Lindhaven</span>The lamp is lit", "Lindhaven The lamp is lit"),
        ("<span>Mc</span>Arthur", "McArthur"),
        ("<b>You</b>Light", "YouLight"),
    ],
)
def test_a_year_ends_before_a_number_and_a_place_before_the_text(markup, expected):
    """A style sheet sets these apart; parts of one number or one word stay together."""
    page = f"<!doctype html><html><head><title>One light</title></head><body><p>{markup}</p><p>{TEXT[0]}</p></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert blocks[0].text == expected


def test_an_answer_in_a_forum_is_none_of_the_text_though_it_is_laid_out_like_it():
    """What the markup names a comment is none, however alike its paragraphs are to those of the first post."""
    post = "".join(f"<p>{text}</p>" for text in TEXT)
    answer = "My grandfather kept the light before her, and he was paid in oil, which he sold to the bakers."
    page = (
        "<!doctype html><html><head><title>One light</title></head><body><div class='thing'><h1>One light</h1>"
        f"<div class='usertext-body'><div class='md'>{post}</div></div></div><div class='commentarea'><div class='comment'>"
        f"<p>peter_k 5 points</p><div class='usertext-body'><div class='md'><p>{answer}</p></div></div></div></div></body></html>"
    )
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert answer not in [block.text for block in blocks if block.kept]


@pytest.mark.parametrize(
    "line",
    [
        "This article appears in the March 2023 print edition with the headline “One light”.",
        "A version of this article appeared in the Quay Post.",
        "Dieser Artikel erschien zuerst im Seekurier.",
    ],
)
def test_where_else_a_text_appeared_closes_it(line):
    """Magazines say it below the text; a note on who wrote may stand above."""
    assert _kept(*TEXT, line) == TEXT


def test_a_line_that_names_only_who_in_general_wrote_is_a_byline():
    """*Web Desk* stands where names do, and is nobody's."""
    page = f"<!doctype html><html><head><title>One light</title></head><body><h1>One light</h1><p>Web Desk</p><p>4 May 2019</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert [block.kind for block in blocks if block.text == "Web Desk"] == ["byline"]


@pytest.mark.parametrize(
    "line", ["한서윤 기자 seoyun@quay.example", "（山田花子）", "Related articles", "往期推荐"]
)
def test_a_signature_or_a_label_of_other_articles_closes_the_text(line):
    """A name in the form in which reporters sign, with their address, and what stands over links are none of it."""
    assert _kept(*TEXT, line) == TEXT


def test_who_wrote_stands_at_the_end_with_where_they_are():
    """French papers repeat the byline below the text, the place in brackets behind the name."""
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    signed = "<p>Nadia Ferrant (Lindhaven, envoyée spéciale)</p>"
    page = f"<!doctype html><html><head><title>One light</title></head><body><h1>One light</h1><p>By Nadia Ferrant</p>{body}{signed}</body></html>"
    document = document_of(read(page.encode(), "page.html").value)
    assert [block.text for block in document.blocks if block.kept and block.kind != "title"] == TEXT
    assert document.authors == ("Nadia Ferrant",)


CHINESE = [
    "港口灯塔的守灯人每天晚上要爬两百级台阶，四十年来她从来没有在天黑之前迟到过一次，镇上的人都知道这件事。",
    "三座小镇没有一个人问过她，灯油到底是谁付的钱，镇公所之间也早就商量好了，谁都不去问另外两个镇的账。",
    "冬天她就睡在灯的旁边，因为台阶上的冰比海上的风更让人害怕，也因为那盏灯整夜都是暖的，她说这就够了。",
    "夜里经过的船会把她的名字写进航海日志，船公司从来没有告诉过她这件事，她是在退休以后才听一位船长说起的。",
]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "免责声明：本文由用户上传，图片和文字的版权归原作者所有，本平台不对其准确性作任何保证，也不承担由此产生的责任。"
        ],
        ["【特别声明】以上内容由用户上传。"],
        ["本文为机构在本平台上传并发布，仅代表该机构观点，不代表本平台的观点或立场。"],
        ["图片来自网络，如有侵权，请联系删除。"],
        ["声明：港口晚报力求信息准确，文章提及内容仅供参考，不构成实质性建议。"],
        ["采写：港口晚报见习记者 林小梅"],
        ["港口晚报记者 林小梅", "编辑 王大山 校对 李小云"],
        ["（综合港口晚报、灯塔网报道）"],
        ["（原题为《港口的灯亮了四十年》）"],
    ],
)
def test_the_lines_that_close_a_chinese_text_are_none_of_it(lines):
    """Its signs are words for bounds: a line of forty is as long as one of twenty words."""
    assert _kept(*CHINESE, *lines, title="港口的灯塔") == CHINESE


@pytest.mark.parametrize(
    "line",
    [
        "镇长说，守灯人的这番话不代表镇公所的立场，镇公所也不会因此改变今年冬天的安排。",
        "版权法在港口小镇从来没有人读过，守灯人说她也不打算读，因为航海日志本来就是给大家看的。",
        "她的父亲也是记者，写过三本关于灯塔的书。",
        "声明：这是镇公所四十年来贴出的第一张告示上的第一个词，守灯人把它抄进了航海日志里。",
    ],
)
def test_a_sentence_with_which_a_chinese_text_ends_is_text(line):
    """What platforms say of texts stands behind a label or begins with the text itself."""
    assert _kept(*CHINESE, line, title="港口的灯塔") == [*CHINESE, line]


@pytest.mark.parametrize(
    "line",
    ["（原标题：港口的灯亮了四十年）", "原标题：港口的灯亮了四十年", "本文原标题：《港口的灯亮了四十年》"],
)
def test_the_title_that_a_text_had_elsewhere_is_none_of_it(line):
    """Portals say it above a text that they took over."""
    assert _kept(line, *CHINESE, title="港口的灯塔") == CHINESE


def test_a_link_with_a_sign_that_leads_on_closes_the_text():
    """Papers set one to all columns below a column."""
    assert _kept(*TEXT, "<b><a href='/all'>More columns »</a></b>") == TEXT
    assert _kept(*TEXT, "<b><a href='/lamp'>The lamp</a></b>") == [*TEXT, "The lamp"]


def test_a_note_on_who_wrote_may_open_a_box_above_the_text_and_a_name_speaks_in_an_interview():
    """Only a box called so tells it from the first sentence of a text; what somebody says behind a colon is text."""
    note = "Nadia Ferrant writes for the three harbours. She is a keeper who went to sea before she could read a chart at all."
    box = f"<div class='author-box'><div><p>{note}</p></div></div>"
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    head = "<title>One light</title><meta name='author' content='Nadia Ferrant'>"
    page = f"<html><head>{head}</head><body><div><h1>One light</h1>{{}}{body}<p>Nadia Ferrant: It is warm up there.</p></div></body></html>"
    boxed, bare = (
        document_of(read(page.format(one).encode(), "page.html").value) for one in (box, f"<p>{note}</p>")
    )
    kept = [[block.text for block in one.blocks if block.kept] for one in (boxed, bare)]
    assert [note in one for one in kept] == [False, True]
    assert all(one[-1].startswith("Nadia Ferrant:") for one in kept)


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("&copy; Copyright 2003 The Quay Courier Company", False),
        ("(c) 2003 Quay Courier", False),
        ("Copyright was the last thing she thought of, up there.", True),
    ],
)
def test_whose_the_rights_are_closes_a_text(line, is_kept):
    """The sign or the word stands before a year; a sentence on it is text."""
    assert (len(_kept(*TEXT, line)) > len(TEXT)) == is_kept


def test_what_somebody_does_at_a_paper_stands_below_their_name():
    """It has the name of the paper before it, as American papers write it, and is no lead."""
    lines = [
        "<font size=2><i>By NADIA FERRANT</i><br>Courier Staff Writer<br>Tuesday, March 4, 2003; Page A17</font>",
        *TEXT,
    ]
    assert _kept(*lines) == TEXT
