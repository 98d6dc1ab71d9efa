"""Web pages: how they are decoded, cut, judged, and what facts they state."""

import json
import textwrap
from itertools import pairwise

import numpy as np
import pytest
from lxml import etree

from diwan.documents.convert import document_of, document_of_bytes
from diwan.documents.encodings import Undecodable
from diwan.documents.lines import scene
from diwan.documents.lines.rules import OF_PAGES, RULES_BY_NAME
from diwan.documents.models import forest
from diwan.documents.readers.html import read
from diwan.documents.web import second, sights, verdicts
from diwan.documents.web.authors import Line, authors_of
from diwan.documents.web.days import day_of
from diwan.documents.web.headers import headers_of
from diwan.documents.web.outlets import outlet_of
from diwan.documents.web.statements import state
from diwan.documents.web.stretches import stretches_of
from diwan.documents.web.titles import title_of, titled
from diwan.documents.web.tree import decode_page, parse
from diwan.model.block import BlockKind

PARAGRAPH = "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never once been late for the dark."
OTHER = "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other."


#: A text of six paragraphs.
RUNNING = "".join(f"<p>{PARAGRAPH} Number {number}, and so on.</p>" for number in range(6))


def _root(head="", body="<p>Text</p>"):
    root, _ = parse(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
    return root


def _texts(body):
    return [stretch.text for stretch in stretches_of(_root(body=body).find("body"))]


def _stated(body, title="One light"):
    """Return the facts that a page with a *title* in its window and *body* states."""
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read(page.encode(), "page.html").value.stated


def _ld(**facts):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **facts})}</script>'


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Портовые городки делят маяк"),
        ("iso-8859-1", "cp1252", "“Il était une fois” — à Genève"),
        ("gb2312", "gb18030", "三座港口小镇共用一座灯塔"),
        ("shift_jis", "cp932", "港町は灯台を分け合う"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(label, encoding, text):
    """Labels mean the larger encodings that browsers take them for, and the provenance has the one used."""
    decoded = decode_page(f'<meta charset="{label}"><p>{text}</p>'.encode(encoding))
    assert (decoded.encoding, decoded.confidence) == (encoding, 1.0)
    assert text in decoded.text


def test_a_wrong_declaration_gives_way_to_the_bytes():
    """A page that says one encoding and is another by its mark, or UTF-8 by every byte, is read as what it is."""
    assert decode_page('<meta charset="utf-8"><p>ميناء</p>'.encode("utf-16")).encoding == "utf-16-le"
    assert decode_page('<meta charset="windows-1252"><p>ميناء</p>'.encode()).text.endswith("<p>ميناء</p>")


@pytest.mark.parametrize(
    "page", ["<p>{0} Ebbe ist um acht.</p><script>x='\0'</script>", '<meta charset="utf-8"><p>{0} Café\0</p>']
)
def test_a_nul_that_slipped_in_costs_no_page(page):
    """Browsers pass over one too; a page in which every second byte is one is UTF-16, and none of its letters is guessed."""
    decoded = decode_page(page.format(PARAGRAPH * 9).encode())
    assert (decoded.encoding, decoded.confidence) == ("utf-8", 1.0)
    assert PARAGRAPH in parse(decoded.text)[0].findtext(".//p")
    assert isinstance(decode_page(b"<p>" + "Ebbe".encode("utf-16-le") + b"</p>"), Undecodable)


def test_a_few_bytes_that_do_not_fit_stay_visible_and_many_do_not_pass():
    """One cut-off character in a page is shown as lost; a page full of them is no text in that encoding."""
    page = f'<meta charset="utf-8"><p>{PARAGRAPH * 9}</p>'.encode()
    decoded = decode_page(page + b"\xd9 <p>")
    assert decoded.text.count("\ufffd") == 1
    assert decoded.confidence < 1
    assert isinstance(decode_page(b'<meta charset="utf-8">' + b"\xd9\x00\x81 " * 40), Undecodable)


def test_breaks_part_paragraphs_but_not_the_lines_of_one():
    """Two breaks end a paragraph, one ends a long or bold line; in an address it is a space."""
    assert _texts(f"<div>{PARAGRAPH}<br><br>{PARAGRAPH}</div>") == [PARAGRAPH, PARAGRAPH]
    assert _texts(f"<div>{PARAGRAPH}<br>{PARAGRAPH}</div>") == [PARAGRAPH, PARAGRAPH]
    assert _texts("<div><b>What she does</b><br>She climbs.</div>") == ["What she does", "She climbs."]
    assert _texts("<div>14.03.2004<br><b>What she</b> <b>does</b><br>Nadia</div>") == [
        "14.03.2004",
        "What she does",
        "Nadia",
    ]
    assert _texts("<p>Quay Street 4<br><b>Ferrow</b> 2</p>") == ["Quay Street 4 Ferrow 2"]
    assert _texts("<p>Quay Street 4<br>Ferrow</p>") == ["Quay Street 4 Ferrow"]


@pytest.mark.parametrize("end", [".", "!”", '."'])
def test_a_blank_line_parts_the_paragraphs_of_a_text_without_markup(end):
    """Some sites have the browser show them; between short lines, and within a sentence, it is how the page was written."""
    one, other = PARAGRAPH.rstrip(".") + end, f"Nobody asks {PARAGRAPH.removeprefix('The ')}"
    assert _texts(f"<div>\n\n{one}\n \n  {other} <a>She</a> knows.</div>") == [one, f"{other} She knows."]
    assert _texts(f"<div>{one}\n{other}</div>") == [f"{one} {other}"]
    assert _texts(f"<div>{one.rstrip(end)}\n\n{other}</div>") == [f"{one.rstrip(end)} {other}"]
    assert _texts(f"<div>By Nadia Ferrant.\n\n{one}\n\nShe knows.</div>") == [
        f"By Nadia Ferrant. {one} She knows."
    ]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("They agreed on this:<br>– a centre in Marsa;<br>– nine boats.<br>Nothing else.",
         ["They agreed on this:", "– a centre in Marsa;", "– nine boats.", "Nothing else."]),
        ("<b>1.</b> Oil<br><b>2.</b> Salt<br>", ["1. Oil", "2. Salt"]),
        ("1- الزيت<br>2- الملح", ["1- الزيت", "2- الملح"]),
        ("1、油<br>二、盐<br>（3）灯<br>④ 船<br>●路", ["1、油", "二、盐", "（3）灯", "④ 船", "●路"]),
        ("She climbs<br>– and nobody asks<br>who pays.", ["She climbs – and nobody asks who pays."]),
        (f"{OTHER[:70]}.<br>She climbs.", [f"{OTHER[:70]}. She climbs."]),
        (f"</p>{OTHER[:70]}.<br>She climbs.", [f"{OTHER[:70]}.", "She climbs."]),
        ("Quay Street<br>4.5 km<br>2.5 km", ["Quay Street 4.5 km 2.5 km"]),
    ],
)  # fmt: skip
def test_lines_that_breaks_part_are_items_or_paragraphs_if_they_look_so(markup, shown):
    """Several begin as items do; a dash alone goes on with a sentence, and a number before a stop is no item's.

    A sentence is a paragraph where none is marked.
    """
    assert _texts(f"<p>{markup}</p>") == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>The ferry to <st1:City><st1:place>Northport</st1:place></st1:City> is late.</p>", ["The ferry to Northport is late."]),
        ("<p>The yard of <private-firm id='7'>Quist</private-firm> builds it.</p>", ["The yard of Quist builds it."]),
        ("<p>It has been measured twice (<my-source><a href='/1'>1</a></my-source>).</p>", ["It has been measured twice (1)."]),
        ("<my-head>Harbour</my-head><my-text>It is late.</my-text>", ["Harbour", "It is late."]),
        ("<div>Harbour<my-card><p>It is late.</p></my-card></div>", ["Harbour", "It is late."]),
    ],
)  # fmt: skip
def test_an_element_that_html_does_not_know_stands_in_a_line_if_text_stands_beside_it(markup, shown):
    """Programs mark names and places in elements of their own, as Word does; what holds a paragraph is a part of the page."""
    assert _texts(markup) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>The lamp is old<br>The lamp is small<br>And nobody is told<br>“Who pays for it at all”</p>", 4),
        ("<p>The lamp is old<br>the lamp is small<br>And nobody is told<br>Who pays for it at all</p>", 1),
        ("<h2>The Lamp<br>Of The<br>Three<br>Harbours</h2>", 1),
    ],
)  # fmt: skip
def test_lines_that_breaks_part_are_verse_if_all_begin_as_lines_do(markup, shown):
    """Prose that is broken to a width goes on in small letters, and a heading is broken for its looks."""
    assert len(_texts(markup)) == shown


def test_a_refrain_is_text_each_time():
    """It stands in a song that has other lines; a page that has its text twice has the whole of it so."""
    refrain = (
        "Light it, light it, keeper of the lamp, for the ships of the three towns and for all who are late"
    )
    song = "<br>".join(f"{line}<br>{refrain}" for line in (OTHER, PARAGRAPH, f"It is said: {OTHER}"))
    page = f"<html><head><title>One light</title></head><body><div><h1>One light</h1><p>{song}</p></div></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert [block.text for block in blocks if block.kept].count(refrain) == 3


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (("• The lamp needs oil.", "• The stairs need light."), ["list_item", "list_item"]),
        (("1. The lamp needs oil.", "2. The stairs need light."), ["list_item", "list_item"]),
        (("– The lamp needs oil.", "– The stairs need light."), ["paragraph", "paragraph"]),
        (("1. The lamp needs oil.", "4. The stairs need light."), ["paragraph", "paragraph"]),
    ],
)  # fmt: skip
def test_paragraphs_that_begin_with_one_bullet_or_count_on_are_items_of_a_list(lines, kinds):
    """Old pages type the marks of their lists; a dash may begin what somebody says."""
    article = "".join(
        f"<p>{line}</p>" for line in (f"{PARAGRAPH} {OTHER}", *lines, f"{OTHER} It is {PARAGRAPH}")
    )
    page = f"<html><head><title>One light</title></head><body><article><h1>One light</h1>{article}</article></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert [block.kind for block in blocks if block.text in lines] == kinds
    assert all(block.marker for block in blocks if block.kind == "list_item")


def test_running_text_that_is_shown_as_it_was_typed_has_paragraphs_and_a_program_stays_whole():
    """Archives of mail and agencies break lines at a width; a program cut at each line would be shreds."""
    wrapped = "\n".join(textwrap.wrap(PARAGRAPH, 66)) + "\n\n" + "\n".join(textwrap.wrap(OTHER, 66))
    assert _texts(f"<pre>\n{wrapped}\n\n  * oil\n  * salt\n</pre>") == [PARAGRAPH, OTHER, "* oil", "* salt"]
    assert _texts(f"<pre>{wrapped.replace(chr(10), '<br>')}</pre><p>End</p>") == [PARAGRAPH, OTHER, "End"]
    assert _texts("<pre>def light():\n    return 1\n\nlight()</pre>") == ["def light(): return 1 light()"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("since 2021<sup>3</sup>, and 10<sup>6</sup> km<sup>2</sup>", "since 2021³, and 10⁶ km²"),
        ("the oil.<sup><a href='#n1'>12</a></sup>", "the oil.¹²"),
        ("the oil.<sup><a href='#n1'><span>[</span>2<span>]</span></a></sup>", "the oil.[2]"),
        (
            "in 2021<a href='#n3'>3</a> and <a href='page.html#n4'>4</a> and since<a href='/b'>5</a>",
            "in 2021³ and 4 and since5",
        ),
        ("On oil .......<a href='#oil'>12</a>", "On oil .......12"),
        ("in 2021<a href='#n3'>3</a>, he said <a href='#up'>↩︎</a>", "in 2021³, he said"),
        ("what he saw<span role='doc-pagebreak' id='p13'>13</span> there", "what he saw there"),
        ("the 2<sup>nd</sup> of May, CO<sub>2</sub>", "the 2nd of May, CO2"),
        ("from <del>50</del><ins>55</ins> to <s>6</s><ins>7</ins>", "from 50 55 to 6 7"),
    ],
)
def test_figures_that_are_set_high_or_struck_out_make_no_other_figure(markup, shown):
    """Without their form 10 to the sixth is 106, a note in 2021 makes it 20213, and 50 mended to 55 is 5055."""
    assert _texts(f"<p>{markup}</p>") == [shown]


@pytest.mark.parametrize(
    "who",
    [
        "<footer>— Nadia Ferrant</footer>",
        "<p><cite>Nadia Ferrant</cite></p>",
        "— <a href='/f'>Nadia Ferrant</a>",
    ],
)
def test_who_is_quoted_stays_with_the_quotation(who):
    """The line is short and may be a link, as what pages put between paragraphs is."""
    page = f"<main><h1>One light</h1>{RUNNING}<blockquote><p>{OTHER}</p>{who}</blockquote>{RUNNING}</main>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    quoted = [block.text for block in blocks if block.kept and block.kind == "quotation"]
    assert len(quoted) == 2
    assert "Nadia Ferrant" in quoted[1]


def test_a_table_of_data_is_one_stretch_and_a_table_that_frames_a_page_is_not():
    """Rows of short cells stay together, a line each; long cells and cells with headings are parts of a page."""
    data = "<table><caption>Oil</caption><tr><th>Town</th><th>Oil</th></tr><tr><td>Ferrow</td><td>41</td></tr></table>"
    assert _texts(data) == ["Oil\nTown | Oil\nFerrow | 41"]
    frame = f"<table><tr><td><a>News</a></td><td>{PARAGRAPH * 2}</td></tr><tr><td>Sport</td><td>More</td></tr></table>"
    assert _texts(frame) == ["News", PARAGRAPH * 2, "Sport", "More"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<span>Rim Example</span><span>Northport</span>", "Rim Example Northport"),
        ("<a href='/r'>Rim Example</a><!-- --><time>4 May 2021</time>", "Rim Example 4 May 2021"),
        ("<b><span>4 May 2021</span></b><i class='x'><span>Northport</span></i>", "4 May 2021 Northport"),
        ("<span>Έφη Λιμάνι</span><span>Πειραιάς</span>", "Έφη Λιμάνι Πειραιάς"),
        ("<span style='display: inline-block'>who pays</span><span style='display: inline-block'>and why</span>", "who pays and why"),
        ("<span>T</span><span>hree towns</span>", "Three towns"),
        ("they find <b>no</b><i>thing</i>", "they find nothing"),
        ("a net of <span>5</span><span>G</span>", "a net of 5G"),
        ("<i>x</i><span>2</span>", "x2"),
        ("light<b>House</b>", "lightHouse"),
        ("<span style='color: red'>no</span><span style='color: blue'>thing</span>", "nothing"),
        ("<span>光</span><span>明</span>", "光明"),
        ("<ruby>港<rt>みなと</rt></ruby>へ", "港(みなと)へ"),
        ("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>へ", "港(みなと)へ"),
        ("<a href='/h'>خانه</a><a href='/n'>اخبار</a>", "خانه اخبار"),
        ("<a href='/h'>首页</a><a href='/n'>新闻</a>", "首页 新闻"),
    ],
)  # fmt: skip
def test_words_that_a_page_sets_apart_are_two_and_parts_of_a_word_one(markup, shown):
    """Elements of a line that stand edge to edge part words only where letters or their own style say so."""
    assert _texts(f"<p>{markup}</p>") == [shown]


def test_words_of_a_table_stand_in_the_order_of_the_page():
    """A link in a cell holds an element, and words go on behind the link."""
    cell = "<td><a href='/q'><b>Quist</b></a> lights it</td>"
    rows = f"<tr><td>1</td>{cell}</tr><tr><td>2</td><td><p>Ferrant</p>pays</td></tr>"
    assert _texts(f"<table>{rows}</table>") == ["1 | Quist lights it\n2 | Ferrant pays"]


def test_what_no_browser_shows_is_no_text():
    """Scripts, styles, templates, drawings and comments in the markup have no words of the page."""
    hidden = "<script>a()</script><style>b{}</style><template>c</template><svg><text>d</text></svg><!-- e --><textarea>f</textarea>"
    assert _texts(f"{hidden}<p>Shown</p>{hidden}tail") == ["Shown", "tail"]


@pytest.mark.parametrize(
    ("head", "headings", "expected"),
    [
        ('<meta property="og:title" content="One lighthouse for three towns | Quay Courier"><meta property="og:site_name" content="Quay Courier">', [], ("One lighthouse for three towns", "og:title")),
        ("<title>One lighthouse for three towns - At sea - Quay</title>", ["One lighthouse for three towns"], ("One lighthouse for three towns", "h1")),
        (_ld(headline="One &quot;lighthouse&quot;"), [], ('One "lighthouse"', "json-ld")),
        ('<meta property="og:title" content="Faith: a view from the quay">', [], ("Faith: a view from the quay", "og:title")),
        ("", ["One lighthouse"], ("One lighthouse", "h1")),
        ("<title>One lighthouse for three towns | Quay</title>", ["Quay"], ("One lighthouse for three towns | Quay", "title")),
        ("", ["One", "Two"], ("", "")),
    ],
)  # fmt: skip
def test_a_title_is_the_article_s_without_what_the_site_adds(head, headings, expected):
    """A part is cut off only where something else on the page shows that it is the site's."""
    assert title_of(headers_of(_root(head)), headings) == expected


@pytest.mark.parametrize(
    ("headline", "preview", "page", "expected"),
    [
        ("Lighthouse: three towns, one keeper", "She keeps the light for three towns", "Lighthouse: three towns, one keeper | Quay Courier", "She keeps the light for three towns"),
        ("She keeps the light for three towns", "Lighthouse: three towns, one keeper", "Lighthouse: three towns, one keeper | Quay Courier", "She keeps the light for three towns"),
        ("Lighthouse: three towns, one keeper", "Quay Courier", "Lighthouse: three towns, one keeper | Quay Courier", "Lighthouse: three towns, one keeper"),
        ("Lighthouse: three towns, one keeper", "Lighthouse: three towns, one keeper and her cat", "Lighthouse: three towns, one keeper | Quay Courier", "Lighthouse: three towns, one keeper"),
        ("Lighthouse: three towns, one keeper", "She keeps the light…", "Lighthouse: three towns, one keeper | Quay Courier", "Lighthouse: three towns, one keeper"),
        ("Lighthouse: three towns, one keeper", "She keeps the light for three towns", "The Quay Courier", "Lighthouse: three towns, one keeper"),
    ],
)  # fmt: skip
def test_of_two_titles_that_of_the_page_is_for_those_who_search(headline, preview, page, expected):
    """The title of the page is written for lists of results; where linked data say the same, the preview has the article's own."""
    site = '<meta property="og:site_name" content="Quay Courier">'
    head = (
        f'{site}<title>{page}</title><meta property="og:title" content="{preview}">{_ld(headline=headline)}'
    )
    assert title_of(headers_of(_root(head)), [])[0] == expected


def test_a_headline_for_search_that_the_page_shows_is_its_title():
    """Whoever wrote it, readers see it above the text, and the preview is the other one."""
    head = f'<title>Three towns share a light | Quay</title><meta property="og:title" content="What to know of the keeper">{_ld(headline="Three towns share a light")}'
    body = f"<h1>Three towns share a light</h1><p>{PARAGRAPH}</p>"
    assert _titled(head, body) == ("Three towns share a light", "json-ld")
    assert _titled(head, f"<p>{PARAGRAPH}</p>")[0] == "What to know of the keeper"


def test_a_preview_without_the_subject_before_it_is_the_title():
    """What a heading only sets before it is the subject."""
    head = f'<title>Harbours: Three towns share a light | Quay</title><meta property="og:title" content="Three towns share a light">{_ld(headline="Harbours: Three towns share a light")}'
    assert (
        _titled(head, f"<h1>Harbours: Three towns share a light</h1><p>{PARAGRAPH}</p>")[0]
        == "Three towns share a light"
    )


@pytest.mark.parametrize("rest", ['"Dark", she says', ' "Dark"'])
def test_a_title_that_ends_at_a_quotation_mark_of_its_own_goes_on_in_the_heading(rest):
    """Sites that do not escape the mark lose what stands behind it; what a heading only adds to a title is no part of it."""
    head = '<meta property="og:title" content="No fear of the night: "Dark" she says">'
    assert _titled(head, f"<h1>No fear of the night:{rest}</h1><p>{PARAGRAPH}</p>") == (
        f"No fear of the night:{rest}",
        "h1",
    )
    assert (
        _titled(head, f"<h1>No fear of the night: at sea</h1><p>{PARAGRAPH}</p>")[0]
        == "No fear of the night:"
    )


def _titled(head, body):
    root = _root(head, body)
    return titled(headers_of(root), stretches_of(root.find("body")))[:2]


def test_a_second_title_that_the_page_shows_is_no_heading_of_its_text():
    """A page that states two titles may show both."""
    head = '<title>Lighthouse: three towns, one keeper</title><meta property="og:title" content="She keeps the light for three towns">'
    two = "<h2>Lighthouse – three towns, one keeper</h2>"
    body = f"<h1>She keeps the light for three towns</h1>{two}{f'<p>{PARAGRAPH}</p>' * 2}<p>{PARAGRAPH[::-1]}.</p>"
    page = f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>"
    assert [
        block.text
        for block in document_of(read(page.encode(), "x.html").value).blocks
        if block.kind == "heading"
    ] == []


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        ("One lighthouse for three towns :: Quay Courier", "<h2>One lighthouse for three towns</h2>", "One lighthouse for three towns"),
        ("Quay Courier: One lighthouse for three towns", "<div>One lighthouse for three towns</div>", "One lighthouse for three towns"),
        ("One lighthouse, three towns | Quay - the paper of those who wake", "<h3>One lighthouse, three towns</h3>", "One lighthouse, three towns"),
        ("One lighthouse for three towns :: Quay Courier", "<ul><li><a>One lighthouse for three towns</a></li></ul>", "One lighthouse for three towns :: Quay Courier"),
        ("Quay Council - News", "<h2>Quay Council</h2>", "Quay Council - News"),
    ],
)  # fmt: skip
def test_a_part_of_the_title_that_the_page_shows_as_a_line_is_the_title(title, line, expected):
    """Where nothing else tells what the site added: a heading, or a line that is no link and more than half of it."""
    root = _root(f"<title>{title}</title>", f"{line}<p>{PARAGRAPH}</p>")
    assert titled(headers_of(root), stretches_of(root.find("body")))[0] == expected


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ('<a href="https://quay.example/">Notes from the quay</a>', "One light for three towns"),
        ('<a href="/">Notes from the quay</a>', "One light for three towns"),
        ('<a href="https://quay.example/2024/05/light.html">Notes from the quay</a>', "Notes from the quay"),
    ],
)
def test_a_heading_that_leads_to_the_first_page_is_the_name_of_the_site(name, title):
    """Blogs set their own name above every entry, whose title is a smaller heading."""
    body = f"<h1>{name}</h1><h3>One light for three towns</h3><p>{PARAGRAPH}</p>"
    root = _root("<title>Notes from the quay: One light for three towns</title>", body)
    assert titled(headers_of(root), stretches_of(root.find("body")))[0] == title
    assert (outlet_of(headers_of(root))[0] == "Notes from the quay") == (title != "Notes from the quay")


HEAD = "<h1>One lighthouse for three towns</h1>"


@pytest.mark.parametrize(
    ("body", "is_title"),
    [
        (HEAD, True),
        (f"<nav><a href='/'>Quay</a> <a href='/news'>News</a></nav>{HEAD}", True),
        (f"<p>The paper of those who wake before the light goes out.</p>{HEAD}", True),
        (f"{HEAD}<h1>Two bells for the fog</h1>", False),
        ("<h1><a href='/'>The paper of those who wake</a></h1>", False),
        ("<h1>Lighthouses</h1>", False),
        (f"{HEAD}<p>untitled-3</p>", False),
    ],
)
def test_the_one_heading_of_a_page_is_its_title_where_it_shows_no_other(body, is_title):
    """What the page is called and shows nowhere may be the name of its file or site."""
    root = _root("<title>untitled-3</title>", f"{body}<p>{PARAGRAPH}</p>")
    found = titled(headers_of(root), stretches_of(root.find("body")))[:2]
    assert found == (("One lighthouse for three towns", "h1") if is_title else ("untitled-3", "title"))


@pytest.mark.parametrize(
    ("head", "line", "title"),
    [
        ("", "<center><font size=5><b>One lighthouse for three towns</b></font></center>", "One lighthouse for three towns"),
        ("<title>Document1</title>", "<p class=MsoTitle>One lighthouse for three towns</p>", "One lighthouse for three towns"),
        ("", '<p class="c0 title"><span>One lighthouse for three towns</span></p>', "One lighthouse for three towns"),
        ("", "<p>One lighthouse for three towns</p>", ""),
        ("", "<p><b>The keeper climbs two hundred steps.</b></p>", ""),
        ("<title>lighthouse</title>", "<h1>One lighthouse for three towns</h1>", "One lighthouse for three towns"),
        ("<title>One lighthouse for three towns</title>", "<h1>Harbours: One lighthouse for three towns, and more</h1>", "One lighthouse for three towns"),
    ],
)  # fmt: skip
def test_the_line_with_which_a_page_of_a_word_processor_begins_is_its_title(head, line, title):
    """It is bold or called so, and no heading; a title that the heading only widens stays."""
    root = _root(head, f"{line}<p>By Rim Example</p><p>{PARAGRAPH}</p>")
    assert titled(headers_of(root), stretches_of(root.find("body")))[0] == title


def test_the_entry_of_a_blog_is_the_heading_that_leads_to_itself():
    """The blog's own name stands above it, larger and in front of it in the window's title, whose parts WordPress joins."""
    head = "<link rel='canonical' href='https://quay.example/lamps/2012/one-light/'><title>The Lamps &raquo; Blog Archive &raquo; One Light</title>"
    body = "<h1><a href='https://quay.example/lamps/'>The Lamps</a></h1><h2><a rel='bookmark' href='https://quay.example/lamps/2012/one-light/'>One Light</a></h2>"
    stated = read(
        f"<html><head>{head}</head><body>{body}{RUNNING}</body></html>".encode(), "page.html"
    ).value.stated
    assert (stated["title"], stated["outlet"]) == ("One Light", "The Lamps")


@pytest.mark.parametrize(
    ("picture", "line", "kind"),
    [
        ("<img src=a.jpg alt='The keeper on the stairs of her tower'>", "The keeper on the stairs of her tower", "caption"),
        ("<img src=a.jpg alt='The keeper on the stairs'><script>var a</script>", "- The keeper on the stairs -", "caption"),
        ("<img src=a.jpg alt=''>", "The keeper climbs the stairs of her tower. Quay Fotó: Nadia Ferrant", "caption"),
        ("<img src=a.jpg>", "The lamp in the tower, seen from the ferry. (Nadia Ferrant - The Courier)", "caption"),
        ("<img src=a.jpg>", "The lamp in the tower, seen from the ferry. (QP Photo/Nadia Ferrant)", "caption"),
        ("<img src=a.jpg>", "The lamp in the tower is seen from the ferry (and from the quay).", "paragraph"),
        ("<img src=a.jpg alt='The keeper'>", "The keeper", "paragraph"),
        ("<img src=a.jpg alt='The keeper on the stairs of her tower'><p>She is on her way up.</p>", "The keeper on the stairs of her tower", "paragraph"),
        ("", "The keeper climbs the stairs of her tower. Quay Fotó: Nadia Ferrant", "paragraph"),
    ],
)  # fmt: skip
def test_a_line_that_says_what_the_picture_before_it_says_is_its_caption(picture, line, kind):
    """Old pages name no caption so; the picture has the same words for those who do not see it, or the line ends with who made it."""
    article = f"<p>{PARAGRAPH} {OTHER}</p><p>{picture}</p><p>{line}</p><p>{OTHER} It is {PARAGRAPH}</p><p>{OTHER}</p>"
    page = f"<html><head><title>One light</title></head><body><div><h1>One light</h1>{article}</div></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert [block.kind for block in blocks if block.text == line] == [kind]


def test_an_article_s_own_title_keeps_its_subject_before_a_colon():
    """What stands before a colon is the site's in the title of a page, and the article's in that of an article."""
    root = _root(_ld(headline="Three towns: one light for all of them"), "<h1>one light for all of them</h1>")
    assert (
        titled(headers_of(root), stretches_of(root.find("body")))[0]
        == "Three towns: one light for all of them"
    )


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<title>Notes from the quay: One light</title><link rel="canonical" href="https://quaynotes.example/1">', "", "Notes from the quay"),
        ("<title>One light</title>", '<div itemprop="publisher"><meta itemprop="name" content="Quay Courier"></div>', "Quay Courier"),
        ("<title>One light</title>", '<div itemprop="publisher"><b>Quay</b><p>Courier</p></div>', "Quay Courier"),
    ],
)  # fmt: skip
def test_an_outlet_is_named_before_a_title_or_in_the_markup(head, body, expected):
    """Blogs set their name before each title, and microdata marks who publishes."""
    assert outlet_of(headers_of(_root(head, f"{body}<p>Text</p>")), "One light")[0] == expected


def test_the_day_of_an_entry_is_marked_by_its_class():
    """Blogs show the time alone and mark the day (hAtom, h-entry); comments below have days of their own."""
    root = _root(body='<abbr class="published" title="2012-05-08T21:14:00+02:00">9:14 PM</abbr>')
    assert day_of(headers_of(root), ["May 9, 2012"], "en") == ("2012-05-08", "microformat")


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        ((f"<h2>{PARAGRAPH}</h2>",), ["lead"]),
        ((f"<p>{OTHER}</p>", f"<h2>{PARAGRAPH}</h2>"), ["paragraph", "heading"]),
        (("<p>Nadia Ferrant</p>", "<p>25.04.24, 18:00</p>"), []),
        ((f"<p>{OTHER * 2}</p>", '<p class="crosshead">What she does</p>'), ["paragraph", "heading"]),
        ((f"<p>{OTHER * 2}</p>", "<p><a><b>Three more lamps that nobody pays for</b></a></p>"), ["paragraph"]),
        ((f"<p>{OTHER * 2}</p>", "<p><a><b>Quay Courier</b></a></p>"), ["paragraph", "paragraph"]),
        ((f"<p>{OTHER * 2}</p>", "<p>Read also:</p><p><a>Three more lamps on the eastern quay</a></p><p><a>The oil of the town halls</a></p>"), ["paragraph"]),
    ],
)  # fmt: skip
def test_lines_at_the_beginning_and_between_are_what_they_do(lines, kinds):
    """Sentences set as a heading lead, names and days credit, lines so named head, a bold link leads away."""
    article = "".join((*lines, f"<p>{PARAGRAPH} {OTHER}</p>", f"<p>{OTHER} It is {PARAGRAPH}</p>"))
    head = f"<title>One light</title>{_ld(headline='One light', author={'name': 'Nadia Ferrant'})}"
    page = f"<!doctype html><html><head>{head}</head><body><article><h1>One light</h1>{article}</article></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert [block.kind for block in blocks if block.kept][1:-2] == kinds


@pytest.mark.parametrize(
    ("head", "lines", "expected"),
    [
        (_ld(author=[{"name": "Nadia Ferrant"}, {"name": "Tomas Velkey"}]), [], ("Nadia Ferrant", "Tomas Velkey")),
        ('<meta name="author" content="Nadia Ferrant and Tomas Velkey">', [], ("Nadia Ferrant", "Tomas Velkey")),
        ('<meta property="article:author" content="https://example.org/nadia">', [Line("By Nadia Ferrant", named=False)], ("Nadia Ferrant",)),
        (_ld(author={"name": "Quay Courier"}), [Line("Nadia Ferrant", named=True)], ("Nadia Ferrant",)),
        ('<meta name="citation_author" content="Ferrant, Nadia">', [], ("Nadia Ferrant",)),
        ("", [Line("Nadia Ferrant", named=False), Line("12:30 AM UTC", named=True), Line("Share", named=True)], ()),
        ("", [], ()),
    ],
)  # fmt: skip
def test_authors_are_those_that_the_page_names_and_nobody_else(head, lines, expected):
    """Linked data, then `meta`, then a line that the markup or its own words call a byline; else nobody."""
    assert authors_of(headers_of(_root(head)), lines, "Quay Courier", "en")[0] == expected


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("One light, and who keeps it", "<h1>The harbour has one light left</h1>", "The harbour has one light left"),
        ("One light, and who keeps it", "<h1>The harbour has one light left</h1><h1>More of it</h1>", "One light, and who keeps it"),
        ("One light, and who keeps it", "<h1>Quay Courier</h1>", "One light, and who keeps it"),
        ("One light, and who keeps it", "<h1>The harbour has one light left</h1><h2>One light, and who keeps it</h2>", "One light, and who keeps it"),
    ],
)  # fmt: skip
def test_a_title_that_only_the_window_has_gives_way_to_the_one_heading_of_the_page(head, body, title):
    """What stands in the bar of a window is written for search; readers see the heading, if there is one and not the house's name."""
    assert _stated(f"{body}{RUNNING}", head)["title"] == title


FILMS = "".join(
    f"<p>Film {word}</p>"
    for word in (["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] * 5)
)


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        # The picture is that of who wrote, and so is what its caption says in an address.
        ("<figure><img src=a><figcaption><address>By Nadia Ferrant, Reporter</address></figcaption></figure>", "Nadia Ferrant"),
        ("<figure><img src=a><figcaption>By Nadia Ferrant, Reporter</figcaption></figure>", ""),
        # What says so below the title comes before what a teaser within the text is called.
        ("<p>By Nadia Ferrant</p><div class=widget><span class=author-name>Omar Sayeed</span></div>", "Nadia Ferrant"),
        ("<div class=tweet-head><a class=tweet-author-name>Omar Sayeed</a></div>", ""),
        (f"<p>By Nadia Ferrant</p>{FILMS}", "Nadia Ferrant"),
        ('<p><a href="https://notes.example/@nferrant?source=top">Nadia Ferrant</a></p>', "Nadia Ferrant"),
        ("<p>By <a class=author>Nadia Ferrant</a> and Omar Sayeed</p>", "Nadia Ferrant; Omar Sayeed"),
    ],
)  # fmt: skip
def test_who_wrote_is_named_below_the_title_whatever_stands_around(head, authors):
    """Pictures of those who wrote have captions, films push the text down, and not everybody in a byline has a link."""
    assert _stated(f"<h1>One light</h1>{head}{RUNNING}").get("authors", "") == authors


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ("<p class=caption-wrapper><img src=a> <span class=picCaption>{0}</span></p>", BlockKind.CAPTION),
        ("<div class=img_wrapper><img src=a>{0} (a reader)</div>", BlockKind.CAPTION),
        ("<table class=tr-caption-container><tr><td><img src=a></td></tr><tr><td class=tr-caption>{0}</td></tr></table>", BlockKind.CAPTION),
        # A name that pictures and films share says nothing of a line without one.
        ("<p class=media>{0}</p>", BlockKind.PARAGRAPH),
    ],
)  # fmt: skip
def test_a_line_that_the_markup_calls_a_caption_is_one_though_it_is_no_figure(box, kind):
    """It stands in one element with its picture, as programs for sites without `figure` have it, or is called so itself."""
    line = "The keeper at her lamp in March"
    paragraphs = [
        f"<p>{PARAGRAPH}{more}</p>" for more in ("", " Not she.", " So they say.", " And so does she.")
    ]
    body = "".join([*paragraphs[:2], box.format(line), *paragraphs[2:]])
    pieces = state(
        _root("<title>One light</title>", f"<div class=post><h1>One light</h1>{body}</div>")
    ).pieces
    assert [piece.kind for piece in pieces if line in piece.text] == [kind]


def test_a_caption_around_title_and_byline_is_none():
    """The head of a story is called by the picture that it has, and the byline in it is that of who wrote."""
    head = "<div class='head photo-caption'><h1>One light</h1><div class=content>By Nadia Ferrant</div></div>"
    assert _stated(f"{head}{RUNNING}").get("authors", "") == "Nadia Ferrant"


@pytest.mark.parametrize(("line", "authors"), [("Nadia Ferrant", "Nadia Ferrant"), ("- Nadia Ferrant", "")])
def test_a_name_with_which_a_page_ends_is_who_wrote_but_no_item_of_a_list(line, authors):
    """Some pages are signed below the text; lists end with names, too."""
    lines = [PARAGRAPH, OTHER, f"{OTHER} {PARAGRAPH}", PARAGRAPH.replace("forty", "fifty"), line]
    body = "<article><h1>One light</h1>" + "".join(f"<p>{text}</p>" for text in lines) + "</article>"
    page = f"<!doctype html><html><head><title>One light</title></head><body>{body}</body></html>"
    assert read(page.encode(), "page.html").value.stated.get("authors", "") == authors


@pytest.mark.parametrize(
    ("head", "opening", "expected"),
    [
        (_ld(datePublished="2024-03-14T23:30:00-05:00"), [], "2024-03-14"),
        ('<meta property="article:published_time" content="2024-03-15T01:00:00Z">', ["March 14, 2024"], "2024-03-14"),
        ('<meta property="article:published_time" content="2024-03-15T01:00:00Z">', ["8 March 1966"], "2024-03-15"),
        ('<meta property="article:modified_time" content="2024-03-15T01:00:00Z">', ["14 March 2024, 8:30"], "2024-03-14"),
        ('<link rel="canonical" href="https://example.org/2024/03/14/light">', [], "2024-03-14"),
        ('<link rel="canonical" href="https://example.org/20240314-light">', ["15 March 2024, 0:05"], "2024-03-14"),
        ('<link rel="canonical" href="https://example.org/2024/3/4/light">', ["15 March 1966"], "1966-03-15"),
        ('<link rel="canonical" href="https://example.org/2024/11/2338761/">', ["14 March 2024"], "2024-03-14"),
        ('<link rel="canonical" href="https://example.org/2024/11/2338761/">', [], ""),
        ('<link rel="canonical" href="https://example.org/2024/WORLD/europe/03/14/light">', [], "2024-03-14"),
        ('<link rel="canonical" href="https://example.org/world/2024/mar/14/light">', [], "2024-03-14"),
        ("", ["The light was lit for the first time by her grandmother on March 14, 1966"], ""),
        ("", ["Sent: The light of the three towns is going out at last, 17:06 - March 14, 2024"], "2024-03-14"),
        ("", [], ""),
    ],
)  # fmt: skip
def test_the_day_is_that_of_first_publication(head, opening, expected):
    """What is given for machines, unless the line that readers see has a day shortly before; never that of a change."""
    assert day_of(headers_of(_root(head)), opening, "en")[0] == expected


@pytest.mark.parametrize(
    ("where", "line", "day"),
    [
        (
            "<h1>One light</h1><p>Harbour, 14 March 2024</p>{buttons}<h1>One light</h1>{text}",
            "",
            "2024-03-14",
        ),
        ("<h1>One light</h1>{text}{buttons}<p>{line}</p>", "Published on 14 March 2024", "2024-03-14"),
        ("<h1>One light</h1>{text}{buttons}<p>{line}</p>", "Updated on 14 March 2024", ""),
    ],
)
def test_a_day_far_from_the_text_counts_below_the_first_title_or_if_it_says_what_it_is(where, line, day):
    """Some pages repeat their title below who and when, others say below the text when it came out."""
    buttons = "".join(
        f"<p>Button {word}</p>" for word in ("one", "two", "three", "four", "five", "six", "seven")
    )
    assert _stated(where.format(buttons=buttons, text=RUNNING, line=line))["date"] == day


def test_a_line_with_a_year_of_two_digits_says_when_and_who():
    """German pages write `25.04.24`, with the author behind it."""
    text = "".join(f"<p>{PARAGRAPH} Nummer {number}, und so weiter.</p>" for number in range(5))
    page = f"<html><body><h1>Ein Feuer</h1><div class='zeile'>Do 25.04.24 | 14:07 Uhr | Von Jana Kessel</div>{text}</body></html>"
    stated = read(page.encode(), "page.html").value.stated
    assert (stated["date"], stated["authors"]) == ("2024-04-25", "Jana Kessel")


def test_the_outlet_is_what_the_site_calls_itself():
    """Its own name first, then the publisher, the end of the title, the host; a handle or a slogan is no name."""
    assert outlet_of(headers_of(_root('<meta property="og:site_name" content="Quay Courier">'))) == (
        "Quay Courier",
        "og:site_name",
    )
    assert outlet_of(headers_of(_root(_ld(publisher={"name": "Quay Courier"})))) == (
        "Quay Courier",
        "json-ld",
    )
    assert outlet_of(headers_of(_root("<title>One light | Quay Courier</title>"))) == (
        "Quay Courier",
        "title",
    )
    assert outlet_of(headers_of(_root('<meta property="og:url" content="https://www.quay.example/a">'))) == (
        "quay.example",
        "address",
    )
    assert outlet_of(headers_of(_root())) == ("", "")


@pytest.mark.parametrize(
    ("window", "outlet"),
    [
        ("Harbours without power – how safe are the lights?", ""),
        ("Harbours without power - Feb. 1, 2016", ""),
        ("Harbours without power – “Nobody slept”", ""),
        ("One light – for three towns", ""),
        ("Harbours without power – Quay Courier", "Quay Courier"),
    ],
)
def test_the_end_of_a_title_is_no_outlet_if_it_is_a_sentence_a_day_or_the_articles_own(window, outlet):
    """Titles have dashes of their own; what stands behind the last one is mostly the house."""
    headers = headers_of(_root(f"<title>{window}</title>"))
    assert outlet_of(headers, "One light – for three towns")[0] == outlet


@pytest.mark.parametrize(
    ("window", "outlet"),
    [
        ("三座小镇的一座灯塔-港口日报", "港口日报"),
        ("三座小镇的一座灯塔_新闻频道_港口网", "港口网"),
        ("三座小镇的一座灯塔：湾岸新報デジタル", "湾岸新報デジタル"),
        ("三座小镇的一座灯塔", ""),
        ("三座小镇的一座灯塔的故事", ""),
    ],
)
def test_scripts_without_spaces_join_the_outlet_to_the_title_by_a_sign_alone(window, outlet):
    """Behind the title of the article, which is known, the last part of the window's is the name."""
    assert outlet_of(headers_of(_root(f"<title>{window}</title>")), "三座小镇的一座灯塔")[0] == outlet


def test_a_known_outlet_at_the_host_comes_before_the_end_of_a_title():
    """A section stands there as often as the house."""
    link = '<link rel="canonical" href="https://www.lbcgroup.tv/news/1">'
    assert (
        outlet_of(headers_of(_root(f"{link}<title>One light - Lebanon News</title>")))[0]
        == "المؤسسة اللبنانية للإرسال"
    )


def test_the_outlet_on_a_site_of_everybody_is_the_publication_that_the_article_names():
    """A paper of engineers on Medium is read as that paper; an article of nobody's is of the site."""
    site = '<meta property="og:site_name" content="Medium">'
    assert (
        outlet_of(headers_of(_root(site + _ld(publisher={"name": "Quay Engineers"}))))[0] == "Quay Engineers"
    )
    assert outlet_of(headers_of(_root(site + _ld(headline="One light"))))[0] == "Medium"
    paper = '<meta property="og:site_name" content="Quay Courier">'
    assert outlet_of(headers_of(_root(paper + _ld(publisher={"name": "Bay Media"}))))[0] == "Quay Courier"


@pytest.mark.parametrize(
    "title", ["Quay Courier - One light", "News | One light", "One light - Aktuelles", "One light - الأخبار"]
)
def test_a_title_s_end_that_is_the_article_s_own_or_names_a_section_is_no_outlet(title):
    """Old pages have the name of the site first, and where no address is known nothing tells it from a section."""
    assert outlet_of(headers_of(_root(f"<title>{title}</title>")), "One light") == ("", "")


@pytest.mark.parametrize("name", ["citation_journal_title", "prism.publicationName", "prism:publicationName"])
def test_the_outlet_of_an_article_in_a_journal_is_the_journal_and_not_its_publisher(name):
    """Publishers show the journals of many on one site, and call the site by their own name."""
    journal = "Annals of the Society for Quays and Moles, Part B: Proceedings of the Section for Lights"
    head = f"""<meta property="og:site_name" content="Mole Press Online"><meta name="{name}" content="{journal}">
    <meta name="citation_publisher" content="Mole Press"><meta name="dc.publisher" content="Mole Press UK">"""
    head += _ld(publisher={"name": "Mole Press UK"})
    assert outlet_of(headers_of(_root(head))) == (journal, "meta")


def test_linked_data_that_is_broken_or_deep_is_passed_over():
    """A script that is no JSON, and one nested without end, state nothing and stop nothing."""
    broken = '<script type="application/ld+json">{"headline": </script>'
    deep = f'<script type="application/ld+json">{"[" * 5000}{"]" * 5000}</script>'
    assert headers_of(_root(broken + deep + _ld(headline="One light"))).article["headline"] == "One light"


def test_text_that_a_page_has_twice_is_kept_once():
    """The second copy is set aside as said again."""
    text = "".join(
        f"<p>{PARAGRAPH} Number {number} of the evening ended at the top of the stairs.</p>"
        for number in range(6)
    )
    page = f"<html><body><article><h1>One light</h1><div class='entry-content'>{text}</div><div class='entry-content print'>{text}</div></article></body></html>"
    pieces = read(page.encode(), "page.html").value.pieces
    kept = [piece.text for piece in pieces if RULES_BY_NAME[piece.rule].keeps]
    assert len(kept) == len(set(kept))


def test_a_line_between_two_paragraphs_of_text_is_text_unless_it_is_named_otherwise(monkeypatch):
    """What heads a part of the text in a paragraph of its own stays, though the models doubt it; an advertisement goes."""
    settled = verdicts.settled
    monkeypatch.setattr(
        verdicts, "settled", lambda chances, widths, alike: np.where(widths < 30, 0.2, settled(chances, widths, alike))
    )  # fmt: skip
    head, advert = '<p class="interline">Lamps and oil</p>', '<p class="advert">Lamps for sale</p>'
    text = f"<div><p>{PARAGRAPH}</p></div>{head}<div><p>{OTHER}</p></div>{advert}<div><p>{PARAGRAPH[4:]}</p></div>"
    page = f"<html><body><article><h1>One light</h1><div class='entry-content'>{text}</div></article></body></html>"
    pieces = read(page.encode(), "page.html").value.pieces
    kept = [piece.text for piece in pieces if RULES_BY_NAME[piece.rule].keeps]
    assert "Lamps and oil" in kept
    assert "Lamps for sale" not in kept


def test_every_verdict_of_the_models_has_a_rule_with_reasons_in_two_languages():
    """Whatever family of signs weighs most, readers are told which, for and against."""
    names = {name for family in verdicts._FAMILIES for name in family[:2] if name}
    names |= {verdicts._FURTHER, verdicts.LEAD, verdicts.LED_TO, verdicts._IN_LIST, verdicts._BELOW_TITLE}
    assert names == {rule.name for rule in OF_PAGES}
    assert all(rule.en and rule.ar for rule in OF_PAGES)


def test_the_models_were_grown_on_the_columns_that_are_seen_now():
    """A model that knew other columns would read numbers for what they are not."""
    assert forest.load("first").names == sights.NAMES
    assert forest.load("second").names == (*sights.NAMES, *second.NAMES)


def test_a_forest_adds_the_answers_of_its_trees_and_credits_each_step():
    """Two trees by hand: the sum is the log odds, and the credit of the families adds up to what moved it."""
    column, bound = np.array([0, 0, 0, 1, 0, 0], np.int32), np.array([2, 0, 0, 5, 0, 0], np.float32)
    onward = np.array([[1, 2], [1, 1], [2, 2], [4, 5], [4, 4], [5, 5]], np.int32).ravel()
    value = np.array([0.5, -1, 2, 0.0, -3, 3])
    grown = forest.Forest(("a", "b"), np.array([0, 3], np.int32), column, bound, onward, value, 0.25)
    chances, credit = grown.ask(np.array([[1, 9], [3, 5]], np.float32), np.array([0, 1], np.int32))
    assert np.allclose(np.log(chances / (1 - chances)), [0.25 - 1 + 3, 0.25 + 2 - 3])
    assert np.allclose(credit, [[-1.5, 3], [1.5, -3]])


@pytest.mark.parametrize("name", ["first", "second", "lines", "again", "titles", "headings"])
def test_a_forest_finds_the_leaves_to_which_one_would_walk(name):
    """Numbers of all sizes, among them the very bounds, and more rows than are asked at once: the same sums, and credits."""
    grown, lots = forest.load(name), np.random.default_rng(0)
    rows = lots.choice(np.append(grown.bound, [np.inf, -np.inf]), (600, len(grown.names))).astype(np.float32)
    rows += lots.choice([0, 1e-3, -1], rows.shape).astype(np.float32)
    ways, walked = grown.onward.reshape(-1, 2), []
    for row in rows:
        node = grown.roots
        while (ways[node] != node[:, None]).any():
            node = ways[node, (row[grown.column[node]] > grown.bound[node]).astype(int)]
        walked.append(grown.value[node].sum() + grown.start)
    families = np.arange(len(grown.names), dtype=np.int32) % 3
    chances, credit = grown.ask(rows, families)
    assert np.allclose(np.log(chances / (1 - chances)), walked)
    roots = grown.value[grown.roots].sum() + grown.start
    assert np.allclose(credit.sum(axis=1), np.array(walked) - roots, atol=1e-4)


def test_a_page_is_read_in_a_process_of_its_own_with_the_same_words():
    """The whole way, from bytes to document, as every file goes it."""
    page = f"<html><head><title>One light - Quay</title></head><body><h1>One light</h1><p>{PARAGRAPH}</p><p>{OTHER}</p></body></html>"
    document = document_of_bytes(page.encode(), "page.html").value
    assert document.title == "One light"
    assert [block.text for block in document.kept] == ["One light", PARAGRAPH, OTHER]
    assert document.provenance.media_type == "text/html"


def test_what_a_page_states_is_not_sought_in_its_text_again(monkeypatch):
    """Its language is told when it is read: neither that nor where its text lies is found a second time."""
    head = "<title>One light</title><meta property='og:site_name' content='The Quay'>"
    page = f"<html><head>{head}</head><body><h1>One light</h1><p>{PARAGRAPH}</p><p>{OTHER}</p></body></html>"
    reading = read(page.encode(), "page.html").value
    monkeypatch.setattr(scene, "detect_language", lambda _: pytest.fail("its language was sought again"))
    monkeypatch.setattr(scene, "body_of", lambda *_: pytest.fail("its body was sought"))
    document = document_of(reading)
    assert (document.language, document.outlet, document.title) == ("en", "The Quay", "One light")


@pytest.mark.parametrize(("paragraphs", "kind"), [(2, "lead"), (6, "paragraph")])
def test_a_lead_is_short_and_a_text_that_signs_at_its_end_is_none(paragraphs, kind):
    """Two paragraphs above the byline are a lead; a whole text of short paragraphs above it is a text."""
    said = [
        f"The {name} town sent a boat and a lamp, and asked for nothing in return that year."
        for name in ("first", "second", "third", "fourth", "fifth", "sixth")
    ]
    above = "".join(f"<p>{line}</p>" for line in said[:paragraphs])
    below = "".join(f"<p>{PARAGRAPH}</p><p>{OTHER}</p>" if paragraphs < 3 else "")
    page = f"<html><head><title>One light</title></head><body><article><h1>One light</h1>{above}<p class='byline'>By Rim Example, 4 May 2021</p>{below}</article></body></html>"
    document = document_of_bytes(page.encode(), "page.html").value
    found = {block.text: block.kind.value for block in document.kept}
    assert [found.get(line) for line in said[:paragraphs]] == [kind] * paragraphs


@pytest.mark.parametrize(
    "page",
    [
        "<!doctype html><title>One</title><main><h1>A</h1><p>B</main>C",
        "<!doctype html><title>One</title><style>p{}</style><header><h1>A</h1></header><p>B<p>C",
        "<html><head><title>One</title><article><h1>A</h1><script>x</script><p>B</p></article></head><body>C</body></html>",
        "<main><h1>A</h1><p>B</p></main>C",
    ],
)
def test_a_page_without_the_tags_of_its_body_has_one(page):
    """They may be left out, as minifiers do; the parser knows no element younger than HTML 4 to begin a body with."""
    root, _ = parse(page)
    assert [stretch.text for stretch in stretches_of(root.find("body"))] == ["A", "B", "C"]


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table"])
def test_elements_nested_without_end_are_read(tag):
    """Fifty thousand open elements take neither the stack nor the day."""
    page = f"<{tag}>" * 50_000 + "words"
    outcome = document_of_bytes(page.encode(), "page.html")
    assert outcome.value is None or "words" in outcome.value.blocks[-1].text


def test_lines_of_blocks_count_up_from_the_first():
    """Each block has a line of its own, so that corrections and reports can name it."""
    root = etree.HTML("<body><p>One</p><p>Two<br><br>Three</p></body>")
    lines = [stretch.index for stretch in stretches_of(root.find("body"))]
    assert all(after == before + 1 for before, after in pairwise(lines))


def test_firefox_shows_in_its_reader_view_where_a_page_was_and_who_wrote_it():
    """What it saves of that has the address as a link over the title, and the names below it."""
    head = (
        '<a class="domain reader-domain" href="https://quay.example/light">quay.example</a>'
        '<h1 class="reader-title">One light</h1><div class="credits reader-credits">Nadia Ferrant</div>'
    )
    page = f"<html><head><title>One light</title></head><body><div>{head}</div><div>{f'<p>{PARAGRAPH}</p>' * 2}</div></body></html>"
    stated = read(page.encode(), "page.html").value.stated
    assert (stated["url"], stated["authors"]) == ("https://quay.example/light", "Nadia Ferrant")


def test_the_outlet_on_wechat_is_the_account():
    """The platform states its own name for machines."""
    head = '<meta property="og:site_name" content="微信公众平台">'
    root = _root(head, '<span><a id="js_name"> 港口观察 </a></span><p>Text</p>')
    assert outlet_of(headers_of(root)) == ("港口观察", "provider")
    assert outlet_of(headers_of(_root(head, "<p>Text</p>")))[0] != "港口观察"


def _kinds(body):
    """Return the kind of each line of a page that is kept."""
    blocks = document_of(read(f"<title>One light</title>{body}".encode(), "page.html").value).blocks
    return {block.text: str(block.kind) for block in blocks if block.kept}


_EDIT = "<span class='mw-editsection'>[<a href='/e'>edit</a>]</span>"


@pytest.mark.parametrize(
    "heading",
    [
        "<div class='widget'><div class='box'><h2>{}</h2></div></div>",
        "<h2>{}" + _EDIT + "</h2>",
        "<div class='mw-heading'><h2>{}</h2>" + _EDIT + "</div>",
    ],
)
def test_a_heading_in_a_box_of_its_own_or_with_a_link_to_edit_heads_the_text_below(heading):
    """Sites put together from parts have each in a box; a wiki has the link in the line of the heading or behind it."""
    part = "<div class='widget'><div class='box'><p>{}</p></div></div>"
    body = "".join(
        heading.format(name) + part.format(f"{PARAGRAPH} {name} are not asked.")
        for name in ("Towns", "Boats", "Coins")
    )
    kinds = _kinds(f"<main><h1>One light</h1>{part.format(OTHER)}{body}</main>")
    assert [kinds.get(name) for name in ("Towns", "Boats", "Coins")] == ["heading"] * 3
    assert "[edit]" not in " ".join(kinds)


def test_bold_lines_in_a_cell_of_an_old_page_are_headings():
    """Before there were style sheets, a page was a table and its headings bold lines between breaks."""
    text = "<br><br>".join((OTHER, "<b>The towns</b>", PARAGRAPH, "<b>The boats</b>", f"{OTHER} {PARAGRAPH}"))
    kinds = _kinds(f"<table><tr><td><h1>One light</h1><font size=2>{text}</font></td></tr></table>")
    assert [kinds.get(name) for name in ("The towns", "The boats")] == ["heading"] * 2


@pytest.mark.parametrize("ends", ["</html>", "</body></html>", "</BODY>\n</HTML >", "</html><html><body>"])
def test_what_stands_behind_the_end_of_a_page_is_part_of_it(ends):
    """Pages pasted together of a header, a text and a footer end once for each; browsers show all of them."""
    body = f"<div><a href='/'>Home</a></div>{ends}<!-- header --><div><h1>One light</h1><p>{PARAGRAPH}</p><p>{OTHER}</p></div></body></html>"
    document = document_of(read(f"<html><body>{body}".encode(), "page.html").value)
    assert [block.text for block in document.blocks if block.kept] == ["One light", PARAGRAPH, OTHER]


_LIGHT = "三座小镇的守灯人四十年从不迟到"


@pytest.mark.parametrize(
    ("window", "outlet"),
    [
        (f"{_LIGHT}_港口小镇灯塔管理处官方网站", "港口小镇灯塔管理处官方网站"),
        (f"{_LIGHT}-港口网", "港口网"),
        (f"{_LIGHT}--灯塔专题--港口网", "港口网"),
        (f"{_LIGHT}__灯塔公报_港口网", "港口网"),
        (f"{_LIGHT} 港口小镇灯塔管理处", "港口小镇灯塔管理处"),
        (f"{_LIGHT}-灯塔", ""),
        (f"灯塔新闻--{_LIGHT}", None),
    ],
)
def test_the_name_of_a_site_without_spaces_is_none_of_its_title(window, outlet):
    """Signs without spaces join it, or a space alone; each sign of such a name counts as a word. What the page shows is the title."""
    root = _root(f"<title>{window}</title>", f"<div>{_LIGHT}</div><p>{PARAGRAPH}</p>")
    title = titled(headers_of(root), stretches_of(root.find("body")))[0]
    assert title == _LIGHT
    assert outlet is None or outlet_of(headers_of(root), title)[0] == outlet


def test_a_hyphen_or_a_space_that_no_line_of_the_page_shows_parts_no_title():
    """A title may have both within it."""
    window = "守灯人-三座小镇 四十年从不迟到"
    root = _root(f"<title>{window}</title>", f"<p>{PARAGRAPH}</p>")
    assert titled(headers_of(root), stretches_of(root.find("body")))[0] == window


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2021-06-04 09:25 字号：A- A A+ 来源：港口通讯社 浏览：57", "2021-06-04"),
        ("（2021年6月4日港口小镇第三届灯塔代表大会第二次会议通过）", ""),
        ("港口发布首款会自己点火的灯塔三座小镇共用一座 2021-06-04", ""),
        ("灯塔开放日公告：三座小镇四十年来共用一座灯塔从不迟到 2021-06-04", ""),
        ("发布时间：2021-06-04", "2021-06-04"),
    ],
)
def test_in_scripts_without_spaces_a_headline_before_a_day_is_more_than_a_word(line, day):
    """Its signs stand in one run; what stands behind labels beside the day is none of its words."""
    assert day_of(headers_of(_root()), [line], "zh")[0] == day
    assert day_of(headers_of(_root()), [], "zh", [line])[0] == (day if line.startswith("发布") else "")


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ("var ct = '1622770200', title = 'x';", "2021-06-04"),
        ('window.page = {"publishTime":"2021-06-04 09:30:00"};', "2021-06-04"),
        ("pubdate = '2021/6/4'", "2021-06-04"),
        ("[{pubtime: '2021-06-04'}, {pubtime: '2021-06-05'}]", ""),
        ("var lastpublished = 1, direct = 1622770200;", ""),
    ],
)
def test_the_one_day_of_issue_that_the_scripts_of_a_page_set_down_is_its_day(script, day):
    """Where the page shows none, or only *yesterday*; of several each may be that of another article."""
    root = _root(f"<script>{script}</script>", f"<p>{PARAGRAPH}</p>")
    assert day_of(headers_of(root), ["昨天"], "zh") == ((day, "script") if day else ("", "htmldate"))


def test_a_chinese_text_with_commands_in_latin_letters_is_chinese():
    """A sign says as much as two letters and more."""
    text = "守灯人每晚爬两百级台阶，点灯之前先读一遍日志里的命令。 import lamp; light.turn(on=True); print(light.state)"
    page = (
        f"<html><head><title>点灯</title></head><body><h1>点灯</h1><p>{text}</p><p>{text}</p></body></html>"
    )
    assert read(page.encode(), "page.html").value.stated["language"] == "zh"


def test_a_bold_link_of_chinese_words_that_leads_away_is_none_of_the_text():
    """It has no spaces by which its words could be counted."""
    text = "港口灯塔的守灯人每天晚上要爬两百级台阶，四十年来她从来没有在天黑之前迟到过一次，镇上的人都知道这件事。"
    link = "点击进入港口小镇灯塔专题"
    lines = [
        f"<p>{text}</p>",
        f"<p><b><a href='/s'>{link}</a></b></p>",
        f"<p>{text[::-1]}</p>",
        f"<p>{text[9:]}</p>",
    ]
    page = f"<html><head><title>灯塔的灯</title></head><body><div><h1>灯塔的灯</h1>{''.join(lines)}</div></body></html>"
    blocks = document_of(read(page.encode(), "page.html").value).blocks
    assert link not in [block.text for block in blocks if block.kept]
