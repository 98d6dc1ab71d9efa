"""Who wrote a web page: what counts as a name of theirs, and whose names around the article are not."""

import json

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read
from diwan.documents.web.authors import Line, authors_of
from diwan.documents.web.headers import headers_of
from diwan.documents.web.tree import parse

TEXT = [
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
    "A ship that passes at night writes her name into its log, and the company has never told her that it does.",
]


def _of(head, lines=(), outlet="Quay Courier", address="https://quaycourier.example/light"):
    root, _ = parse(
        f'<html><head><link rel="canonical" href="{address}">{head}</head><body><p>Text</p></body></html>'
    )
    return authors_of(headers_of(root), lines, outlet, "en")[0]


def _ld(value, before="", behind=""):
    return f'<script type="application/ld+json">{before}{json.dumps(value)}{behind}</script>'


def _page(around, head=""):
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    return f"<!doctype html><html><head>{head}<title>One light</title></head><body>{around.format(body=body)}</body></html>"


def _authors(around, head=""):
    return read(_page(around, head).encode(), "page.html").value.stated.get("authors", "")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (_ld({"@graph": [{"@type": "NewsArticle", "headline": "One light", "author": {"@id": "#nadia"}}, {"@type": "Person", "@id": "#nadia", "name": "Nadia Ferrant"}]}), ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Nadia Ferrant"}}, "//<![CDATA[\n", "\n//]]>"), ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Nadia Ferrant"}}, "\n <![CDATA[ ", "\n ]]>\n"), ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Nadia Ferrant"}}, "/* <![CDATA[ */", "/* ]]> */"), ("Nadia Ferrant",)),
        ('<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Nadia Ferrant">', ("Nadia Ferrant",)),
        ('<meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="Nadia Ferrant">', ()),
        ('<meta name="dc:creator" content="Nadia Ferrant">', ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_programs_for_sites_state_authors_in_ways_of_their_own(head, expected):
    """Pointers within linked data, sections around it, and labels of previews lead to the name."""
    assert _of(head) == expected


@pytest.mark.parametrize(
    ("head", "lines", "expected"),
    [
        (_ld({"@type": "NewsArticle", "author": [{"name": "Nadia Ferrant"}, {"name": "Quay Courier"}]}), [], ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "QuayCourier"}}), [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "Quay Courier"}}), [], ("Quay Courier",)),
        (_ld({"@type": "NewsArticle", "author": {"name": "QC7567"}}), [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        ('<meta name="author" content="Pegasus Wires Ltd.">', [], ()),
        ('<meta name="author" content="Anadolu Ajansı">', [Line("Nadia Ferrant | 11.05.2024", named=True)], ("Nadia Ferrant",)),
        ('<meta name="author" content="Anadolu Ajansı">', [], ("Anadolu Ajansı",)),
        ("", [Line("بواسطة ريم مثال", named=True)], ("ريم مثال",)),
        ('<meta name="author" content="Super User">', [], ()),
        (_ld({"@type": "NewsArticle", "author": {"name": "User Admin"}}), [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        ('<meta name="author" content="web_admin2">', [], ()),
        ("", [Line("Nga Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        ("", [Line("Nga Quay Courier", named=True)], ()),
        ('<meta name="author" content="quay-wires.org, Quay Wires">', [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_houses_and_handles_are_authors_only_where_nobody_else_is(head, lines, expected):
    """A company is none; the site's own name gives way to a person's beside it or in the byline."""
    assert _of(head, lines) == expected


def test_who_publishes_under_their_own_name_is_the_author():
    """An address of that name makes nobody else on the page its author."""
    head = _ld({"@type": "BlogPosting", "author": {"name": "Nadia Ferrant"}})
    lines = [Line("Tomas Velkey", named=True)]
    assert _of(head, lines, "On lamps", "https://nadiaferrant.example/p/lamp") == ("Nadia Ferrant",)


@pytest.mark.parametrize(
    "text", ["Lisbon", "Portugal", "Comment by", "作者用了三个观点和五个步骤来介绍灯塔如下"]
)
def test_places_labels_and_sentences_are_nobody_s_name(text):
    """What stands where names stand may be the place, half a label, or a sentence on an author."""
    assert _of("", [Line(text, named=True)]) == ()


def test_several_authors_may_each_have_an_element():
    """Elements called the same, one beside the other, name all who wrote; one far off names somebody else."""
    lines = [
        Line("Nadia Ferrant", named=True, index=4, called="who"),
        Line("Tomas Velkey", named=True, index=6, called="who"),
        Line("Ida Brandt", named=True, index=20, called="who"),
        Line("Omar Dahl", named=True, index=7, called="other"),
    ]
    assert _of("", lines) == ("Nadia Ferrant", "Tomas Velkey")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<div class="author"><a href="/author/nf">Nadia Ferrant</a><a href="/author/nf">All Articles</a></div>', "Nadia Ferrant"),
        ('<div class="author"><a href="/author/nf">Nadia Ferrant</a> and <a href="/author/tv">Tomas Velkey</a></div>', "Nadia Ferrant; Tomas Velkey"),
        ('<div class="field--authors"><div class="item">Nadia Ferrant</div><div class="item">Tomas Velkey</div></div><p>4 May 2021</p>', "Nadia Ferrant; Tomas Velkey"),
    ],
)  # fmt: skip
def test_links_and_boxes_within_a_byline_have_a_name_each(head, expected):
    """What holds a link to who wrote may go on behind it; boxes laid out alike in a byline name one person each."""
    assert _authors(f"<h1>One light</h1>{head}{{body}}") == expected


def test_the_name_on_a_card_below_an_entry_is_who_posted_it():
    """Blogs say so in the language of who keeps them; the card says what is the name."""
    foot = '<div class="foot"><span class="vcard">Diposting oleh <span class="fn">Nadia Ferrant</span></span></div>'
    assert _authors(f"<h1>One light</h1><article>{{body}}</article>{foot}") == "Nadia Ferrant"
    comment = f'<div id="comments"><h4>1 komentar</h4>{foot}</div>'
    assert _authors(f"<h1>One light</h1><article>{{body}}</article>{comment}") == ""


@pytest.mark.parametrize(
    "around",
    [
        '<a href="/x">The quest to save the last lamp of the old harbour <span class="byline">Ida Brandt</span></a><h1>One light</h1>{body}',
        '<h1>One light</h1><figure><figcaption>Picture: <span class="author">Ida Brandt</span></figcaption></figure>{body}',
        '<h1>One light</h1><blockquote class="twitter-tweet"><span class="author">Ida Brandt</span> What a lamp</blockquote>{body}',
        '<h1>One light</h1><div class="comment"><span class="author">Ida Brandt</span></div>{body}',
    ],
)  # fmt: skip
def test_names_around_the_title_may_be_of_others(around):
    """Who wrote a teaser, made the picture, posted elsewhere or comments did not write the article."""
    assert _authors(around) == ""
    own = around.replace(
        "<h1>One light</h1>",
        '<h1>One light</h1><div class="byline"><b>By</b> <span>Nadia Ferrant</span></div>',
    )
    assert _authors(own) == "Nadia Ferrant"


def test_words_of_a_byline_in_boxes_are_parted():
    """A name and the role in the box below it are two words, though no space stands between them."""
    boxes = '<h1>One light</h1><div class="author"><div>Nadia Ferrant</div><div>Reporter</div></div>{body}'
    assert _authors(boxes) == "Nadia Ferrant"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 4 May 2019 at 10:12, by Nadia Ferrant", "Nadia Ferrant"),
        ("Published 4 May 2019 at 10:12, Nadia Ferrant", ""),
        ('<span class="byline">Interview: Nadia Ferrant</span>', "Nadia Ferrant"),
        ('<span class="author">Photo: Nadia Ferrant</span>', ""),
    ],
)
def test_a_line_says_who_wrote_behind_a_day_or_a_label(line, expected):
    """*By* right before a name says so wherever it stands in a line, and a label where the markup names a byline."""
    assert _authors(f"<h1>One light</h1><p>{line}</p>{{body}}") == expected


def test_the_title_line_is_sought_where_text_begins_in_every_script():
    """Paragraphs of Chinese have fewer signs: who and when stand above the first, not above the foot of the page."""
    text = [
        "灯塔的守夜人每天晚上都要爬两百级台阶，四十年来她从来没有迟到过一次。",
        "三座小镇的人从来没有问过她灯油是谁付的钱，镇公所也约好不互相打听。",
    ]
    body = "".join(f"<p>{one}</p>" for one in text * 3)
    foot = "".join(
        f"<li>{word}</li>"
        for word in ("关于我们", "联系我们", "加入我们", "法律声明", "版权所有", "友情链接")
    )
    page = f'<html lang="zh"><head><title>一座灯塔</title></head><body><h2>一座灯塔</h2><p>2024年3月14日 10:12</p><p>记者 王小明</p><div>{body}</div><ul>{foot}</ul></body></html>'
    stated = read(page.encode(), "page.html").value.stated
    assert (stated["authors"], stated["date"]) == ("王小明", "2024-03-14")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（山田花子）", "山田花子"),
        ("Autorin: Nadia Ferrant", "Nadia Ferrant"),
        ("Posted by Nadia Ferrant", ""),
    ],
)
def test_below_the_text_only_forms_that_say_nothing_else_sign_it(line, expected):
    """A form of signatures, or a label with a colon; what *posted by* stands under may be the next entry."""
    assert (
        _authors(
            f'<h1>One light</h1><article>{{body}}</article><div class="foot"><a>Home</a></div><p>{line}</p>'
        )
        == expected
    )


def test_a_name_with_which_the_text_ends_is_no_text():
    """Who wrote may stand at the end as a paragraph of its own, and is stated once."""
    head = '<meta name="author" content="Nadia Ferrant">'
    document = document_of(
        read(_page("<h1>One light</h1>{body}<p>Nadia Ferrant</p>", head).encode(), "page.html").value
    )
    assert [block.text for block in document.blocks if block.kept] == ["One light", *TEXT]


def test_authors_stand_in_the_order_of_the_page_without_their_roles():
    """Cards with a name and what its owner does: the first name on the page is the first author."""
    cards = "".join(
        f'<div class="card"><a class="author-name">{name}</a> <span class="author-role">{role}</span></div>'
        for name, role in (("Nadia Ferrant", "City Hall Reporter"), ("Ida Brandt", "Photographer"))
    )
    assert _authors(f"<h1>One light</h1>{cards}{{body}}") == "Nadia Ferrant; Ida Brandt"


@pytest.mark.parametrize(
    ("box", "are_kept"),
    [
        ("<div><h4>Nadia Ferrant</h4><p>{note}</p></div>", False),
        ("<div><h4>Ida Brandt</h4><p>{note}</p></div>", True),
        ("<h4>Nadia Ferrant</h4><p>{note}</p>", True),
    ],
)
def test_a_box_under_the_name_of_who_wrote_is_a_note_on_them(box, are_kept):
    """It stands by itself; of what stands among the text under a name, who wrote may be asked or speak."""
    note = "She was born in one of the three towns and has written on lamps, oil and town halls since the first of them went dark."
    around = f"<div><h1>One light</h1>{{body}}{box.replace('{note}', note)}</div>"
    document = document_of(
        read(_page(around, '<meta name="author" content="Nadia Ferrant">').encode(), "page.html").value
    )
    assert [block.kept for block in document.blocks if block.text == note] == [are_kept]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Verfasst von Nadia Ferrant am 4. Mai 2019", "Nadia Ferrant"),
        ("Publié par Nadia Ferrant le 4 mai 2019", "Nadia Ferrant"),
        ("Escrito por: Nadia Ferrant", "Nadia Ferrant"),
        ("نشر بواسطة نادية فرحات في 4 مايو 2019", "نادية فرحات"),
        ("Verfasst von der Gemeinde am 4. Mai 2019", ""),
    ],
)
def test_programs_for_sites_say_who_wrote_in_a_participle_and_then_when(line, expected):
    """The word before a day is none of the name, and the participle says no more than *by*."""
    assert _authors(f"<main><h1>One light</h1><div>{line}</div><div>{{body}}</div></main>") == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<a class='x1' href='/authors/nadia-ferrant/'>Nadia Ferrant</a>", "Nadia Ferrant"),
        ("<a class='x1' href='https://notes.example/@nadia'>Nadia Ferrant</a>", "Nadia Ferrant"),
        ("<a class='x1' href='/profile/nadia-ferrant'>Nadia Ferrant</a>", "Nadia Ferrant"),
        ("<a class='x1' href='/by/nadia'>สมหญิง ใจดี</a>", "สมหญิง ใจดี"),
        ("<a class='x1' href='/people/'>Our People</a>", ""),
        ("<a class='x1' href='/places/nadia-ferrant/'>Nadia Ferrant</a>", ""),
        (f"{TEXT[0]} <a href='/authors/nadia-ferrant/'>Nadia Ferrant</a>", ""),
        ("<span class='author-name'>陈海明</span>", "陈海明"),
        ("<span class='author-name'>编辑部</span>", ""),
        ("<dl class='post'><dt><a class='username'>Nadia Ferrant</a></dt></dl>", "Nadia Ferrant"),
    ],
)
def test_a_link_to_the_page_of_an_author_and_a_name_of_a_user_say_who_wrote(markup, expected):
    """Names in markup may be made by a machine; addresses of pages on people are made for readers."""
    assert _authors(f"<main><h1>One light</h1><div>{markup}</div><div>{{body}}</div></main>") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "<b>Nadia Ferrant</b> <a href='mailto:list@quay.example'>nadia at quay.example</a>",
            "Nadia Ferrant",
        ),
        ("<b>Nadia Ferrant</b> <a href='mailto:nadia@quay.example'>nadia@quay.example</a>", "Nadia Ferrant"),
        ("Share It <a href='mailto:?subject=One'>Mail</a>", ""),
        ("부두의 등대인가 <a href='mailto:nadia@quay.example'>nadia@quay.example</a>", ""),
    ],
)
def test_in_an_archive_of_mail_the_name_stands_before_the_address(line, expected):
    """Below the subject stand the name, the address and the day; a button to share by mail has no address."""
    assert _authors(f"<h1>One light</h1>{line}<br><i>Sat May 4 21:40:11 CET 2019</i><hr>{{body}}") == expected


def test_the_day_of_a_mail_has_its_time_before_the_year():
    """So the function `ctime` of C writes it, and archives of mail with it."""
    page = _page("<h1>One light</h1><b>Nadia Ferrant</b><br><i>Sat May 4 21:40:11 CET 2019</i><hr>{body}")
    assert read(page.encode(), "page.html").value.stated["date"] == "2019-05-04"


def test_a_day_in_an_element_named_so_counts_in_a_line_that_says_more():
    """Numbers of news and buttons to print stand edge to edge with it; no other program for days reads this calendar."""
    text = "نگهبان چراغ بندر هر شب دویست پله را بالا می‌رود و در چهل سال هیچ شبی دیر نکرده است، و کسی نپرسیده که پول روغن را که می‌دهد."
    line = "<span>کد خبر: 1402345</span><span class='item-date'>۱۴ اردیبهشت ۱۳۹۸</span><a>نسخه چاپی</a><a>ارسال به دوستان</a>"
    body = f"<div>{line}</div><h1>چراغ بندر</h1><p>{text}</p><p>{text[::-1]}.</p><p>در زمستان کنار چراغ می‌خوابد. {text}</p>"
    page = f"<!doctype html><html><head><title>چراغ بندر</title></head><body>{body}</body></html>"
    assert read(page.encode(), "page.html").value.stated["date"] == "2019-05-04"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nadia Ferrant | 4 May 2019", "Nadia Ferrant"),
        ("Nadia Ferrant and Tomas Velkey, 4 May 2019 10:12", "Nadia Ferrant; Tomas Velkey"),
        ("Nadia Ferrant 04.05.2019 - 10:12 Updated: 05.05.2019 - 08:00", "Nadia Ferrant"),
        ("Company Matters | 4 May 2019", ""),
        ("Quay News | 4 May 2019", ""),
        ("Nadia Ferrant The Quay Courier 4 May 2019", ""),
        ("Lisbon | 4 May 2019", ""),
        ("Nadia Ferrant looks back | 4 May 2019", ""),
    ],
)
def test_a_name_before_a_day_below_the_title_is_who_wrote(line, expected):
    """No word such as *by* is needed; what the text has in small letters, or what names an outlet, is a section or a paper."""
    ld = _ld({"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Quay Courier"}})
    site = '<meta property="og:site_name" content="Quay Courier">'
    assert _authors(f"<h1>One light</h1><div>{line}</div>{{body}}", site + ld) == (expected or "Quay Courier")
    assert _authors(f"<div>{line}</div><h1>One light</h1>{{body}}") == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("سلمى العجمي | 4 مايو 2019", "سلمى العجمي"),
        ("سلمى العجمي - 4 مايو 2019", "سلمى العجمي"),
        ("أخبار محلية | 4 مايو 2019", ""),
    ],
)
def test_in_scripts_without_capitals_a_name_before_a_day_begins_with_a_given_name(line, expected):
    """Sections have the form of names there."""
    text = "صعدت حارسة المنارة مئتي درجة كل مساء طوال أربعين سنة ولم تتأخر عن الظلام يومًا واحدًا، ولم يسألها أحد عمن يدفع ثمن الزيت."
    body = f"<h1>منارة واحدة</h1><div>{line}</div><p>{text}</p><p>وفي الشتاء تنام قرب المصباح. {text}</p><p>{text[:90]}.</p>"
    page = f"<!doctype html><html><head><title>منارة واحدة</title></head><body>{body}</body></html>"
    assert read(page.encode(), "page.html").value.stated.get("authors", "") == expected


@pytest.mark.parametrize("ending", ["انتهای پیام/", "انتهای پیام/ ف", "پایان پیام"])
def test_what_an_agency_writes_where_a_report_ends_is_nobody_s_name(ending):
    """It is as short as a name, stands where the last line may sign the text, and is none of it."""
    text = "نگهبان چراغ بندر هر شب دویست پله را بالا می‌رود و در چهل سال هیچ شبی دیر نکرده است، و کسی نپرسیده که پول روغن را که می‌دهد."
    body = "".join(
        f"<p>{line}</p>" for line in (text, f"در زمستان می‌خوابد. {text}", f"کسی نیست. {text}", ending)
    )
    page = f"<!doctype html><html><head><title>چراغ بندر</title></head><body><h1>چراغ بندر</h1><div>{body}</div></body></html>"
    document = document_of(read(page.encode(), "page.html").value)
    assert (document.authors, document.blocks[-1].kept) == ((), False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Interview: Nadia Ferrant", "Nadia Ferrant"),
        ("Entrevista: Nadia Ferrant", "Nadia Ferrant"),
        ("Interview: Nadia Light", ""),
        ("Interview: Light", ""),
    ],
)
def test_who_asked_is_named_behind_a_label_and_who_answers_in_the_title_too(line, expected):
    """A name of which the title speaks is of whom the interview is with."""
    assert _authors(f"<main><h1>One Light</h1><p>{line}</p><div>{{body}}</div></main>") == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            "<div class='post-foot'><span class='post-author vcard'>Posted by <b>Nadia Ferrant</b></span></div>",
            "Nadia Ferrant",
        ),
        ("<div class='post-foot'><a rel='author' href='/p'>Nadia Ferrant</a></div>", "Nadia Ferrant"),
        ("<h2>Two lights</h2><div><a rel='author' href='/p'>Nadia Ferrant</a></div>", ""),
        ("<div class='comment'><span class='comment-author'>Nadia Ferrant</span> says</div>", ""),
        ("<p>Автор: Надя Феррант<br>Источник: Портовые вести</p>", "Надя Феррант"),
        ("<p>SOURCE Quay Lines</p>", ""),
    ],
)
def test_what_the_markup_calls_a_byline_below_the_text_says_who_wrote(below, expected):
    """Blogs have it there; behind a heading another text begins, and readers are named in their comments."""
    assert _authors(f"<main><h1>One light</h1><div>{{body}}</div>{below}</main>") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<div class='kicker'>گزارش بندر؛</div>", ""),
        ("<p>声明：本文仅代表作者个人观点</p>", ""),
        ("<p>作者：李文</p>", "李文"),
        ("<p>مريم الحداد</p>", "مريم الحداد"),
        ("<p>شارع الحداد</p>", ""),
    ],
)
def test_in_scripts_without_capitals_a_given_name_tells_a_name_from_other_words(line, expected):
    """A subject with its sign and the views of *the author* are no names; a line that begins with a given name is one."""
    assert _authors(f"<main><h1>منارة الميناء</h1>{line}<div>{{body}}</div></main>") == expected


def test_a_paper_that_is_stated_as_the_author_leaves_it_to_the_byline():
    """Papers of East Asia and of Arab countries have no form of companies, but words of their own."""
    head = "<meta property='article:author' content='항구일보'>"
    page = _page(
        "<main><h1>One light</h1><p class='writer'>김하늘 기자</p><div>{body}</div></main>", head=head
    )
    assert read(page.encode(), "page.html").value.stated["authors"] == "김하늘"


def test_the_day_may_stand_behind_its_label_below_the_text():
    """Old sites have it there; a line break alone parts it from what else stands below."""
    page = _page("<main><h1>One light</h1><div>{body}</div><p>Published: 4 May 2019<br>Print</p></main>")
    assert read(page.encode(), "page.html").value.stated["date"] == "2019-05-04"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("By Nadia Ferrant (in Lindhaven, for the Quay Courier) and Tomas Velkey Published 4 May 2019 at 21:47, changed 5 May at 08:00. Reading time 3 min.", False),
        ("On 4 May 2019 the keeper told Nadia Ferrant that she had never been late for the dark, and that nobody had asked her why.", True),
    ],
)  # fmt: skip
def test_a_long_line_with_an_author_and_a_day_is_no_text(line, kept):
    """Papers set together who wrote, from where, when, and how long it takes to read; a sentence is text all the same."""
    ld = _ld({"@type": "NewsArticle", "author": [{"name": "Nadia Ferrant"}, {"name": "Tomas Velkey"}]})
    page = _page(f"<h1>One light</h1><p>{line}</p>{{body}}", ld)
    document = document_of(read(page.encode(), "page.html").value)
    assert {block.text: block.kept for block in document.blocks}[line] is kept


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<div class='detail-author'>Nadia Ferrant - Quay Courier</div>", "Nadia Ferrant"),
        ("<div class='detail-author'>Quay Courier</div>", ""),
        ("<p>作者最新文章</p>", ""),
        ("<div class='AuthorInfo'><a>李文</a> <i>写渡口和船的人</i></div>", "李文"),
    ],
)
def test_the_outlet_behind_a_name_is_none_of_it(line, expected):
    """Papers of Indonesia set theirs so; and *the author's latest* is a label."""
    head = '<meta property="og:site_name" content="Quay Courier">'
    assert _authors(f"<main><h1>One light</h1>{line}<div>{{body}}</div></main>", head) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("港口社6月4日电（记者林小梅）三座小镇共用一座灯塔，守灯人每晚爬两百级台阶。", "林小梅"),
        (
            "港口晚报快讯（记者 林小梅 通讯员 王大山）三座小镇共用一座灯塔，守灯人每晚爬两百级台阶。",
            "林小梅; 王大山",
        ),
        ("〔記者林小梅／台北報導〕三座小鎮共用一座燈塔，守燈人每晚爬兩百級臺階。", "林小梅"),
        ("三座小镇共用一座灯塔。她说（记者问起时），守灯人每晚爬两百级台阶，四十年从不迟到。", ""),
    ],
)
def test_reporters_stand_in_brackets_with_which_a_chinese_report_begins(opening, expected):
    """Behind the place and the day, or before the first word; brackets further on are those of a sentence."""
    more = "<p>三座小镇的人从来没有问过她，灯油是谁付的钱，镇公所也商量好不去互相打听。</p>" * 2
    page = f"<html><head><title>灯塔的守灯人</title></head><body><h1>灯塔的守灯人</h1><p>{opening}</p>{more}</body></html>"
    assert read(page.encode(), "page.html").value.stated.get("authors", "") == expected


def test_a_sentence_with_which_a_chinese_law_ends_is_nobody_s_name():
    """It has two parts with a space between, as names have in scripts without capitals."""
    last = "第十二条 本规定自公布之日起施行。"
    rules = "".join(
        f"<p>第{number}条 三座小镇共用一座灯塔，守灯人每晚爬两百级台阶，风雨无阻，不得无故缺勤。</p>"
        for number in "一二三四"
    )
    page = f"<html><head><title>灯塔管理规定</title></head><body><h1>灯塔管理规定</h1>{rules}<p>{last}</p></body></html>"
    document = document_of(read(page.encode(), "page.html").value)
    assert [block.text for block in document.blocks if block.kept][-1] == last
    assert document.authors == ()


@pytest.mark.parametrize("author", ["name, email@harbour.example", "Your name", "未知"])
def test_what_a_template_has_in_the_place_of_an_author_is_nobody(author):
    """Programs for sites are installed with it, and nobody fills it in."""
    assert _of(f'<meta name="author" content="{author}">') == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="author" content="Editions of the Quay"><meta name="dc.publisher" content="Editions of the Quay">', ("Rina Quist",)),
        ('<meta name="author" content="Grupa Kurier Portowy">', ("Rina Quist",)),
        ('<meta name="author" content="User Admin">', ("Rina Quist",)),
        ('<meta name="twitter:creator" content="Nadia Ferrant">', ("Nadia Ferrant",)),
        ('<meta name="twitter:creator" content="@ferrant">', ("Rina Quist",)),
    ],
)  # fmt: skip
def test_houses_that_pages_state_as_authors_leave_it_to_the_byline(head, expected):
    """Who publishes is a house, and who manages a site is nobody; an account on a network may be given by its name."""
    assert _of(head, [Line("By Rina Quist", named=True)]) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ('<div class="meta"><span class="author"><a href="/q">Rina Quist</a>, HARBOUR TODAY</span></div>', "Rina Quist"),
        ('<p class="author vcard"><a href="/q"><b class="fn">Rina Quist</b></a> <i>Senior Quay Correspondent</i></p>', "Rina Quist"),
        ('<div>By Rina Quist<br>Quay.example<br><a href="/all">Archive</a> | <a href="/mail">Contact</a></div>', "Rina Quist"),
        ('<div class="author">Par <b>RINA QUIST</b>, <b>NADIA FERRANT</b> Envoyées spéciales à Nordhaven</div>', "RINA QUIST; NADIA FERRANT"),
        ('<div class="sign_comments"><a rel="author" href="/q">Rina Quist</a> / <a rel="author" href="/f">Nadia Ferrant</a> Madrid <a href="/t">27 OCT 2012</a></div>', "Rina Quist; Nadia Ferrant"),
    ],
)  # fmt: skip
def test_the_name_in_a_byline_is_told_from_what_stands_beside_it(byline, expected):
    """The words of links in it stand in their place, a line that breaks end is one, and links to who wrote are of nobody else."""
    assert _authors(f"<h1>One light</h1>{byline}<div>{{body}}</div>") == expected
