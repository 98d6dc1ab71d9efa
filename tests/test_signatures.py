"""Who wrote: bylines as the press of many languages sets them, and what only looks like one."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.readers.html import read
from diwan.documents.web.authors import Line, authors_of
from diwan.documents.web.headers import headers_of
from diwan.documents.web.tree import parse

SIGNED = [
    ("ar", "بقلم: نادية فارس", ["نادية فارس"]),
    ("ar", "كتبت/ نادية فارس", ["نادية فارس"]),
    ("ar", "إعداد: سامي حداد ونادية فارس", ["سامي حداد", "نادية فارس"]),
    ("fa", "به قلم مریم کاوه", ["مریم کاوه"]),
    ("fa", "خبرنگار: مریم کاوه", ["مریم کاوه"]),
    ("ur", "تحریر: ندا فیروز", ["ندا فیروز"]),
    ("ur", "مصنف: ندا فیروز", ["ندا فیروز"]),
    ("ur", "تحریر: ندا فیروز تاریخ اشاعت: 4 مئی 2021 اپ ڈیٹ: 6 مئی 2021", ["ندا فیروز"]),
    ("ar", "بقلم: نادية فارس تاريخ النشر: 4/5/2021", ["نادية فارس"]),
    ("he", "מאת דנה לוי פורסם: 04.05.2021", ["דנה לוי"]),
    ("zh", "作者：林小梅", ["林小梅"]),
    ("zh", "本报记者 林小梅 王大山", ["林小梅", "王大山"]),
    ("zh", "文｜林小梅", ["林小梅"]),
    ("zh", "記者林小梅／台北報導", ["林小梅"]),
    ("zh", "来源：港口日报 作者：林小梅", ["林小梅"]),
    ("zh", "本报讯（记者林小梅 通讯员王大山）", ["林小梅", "王大山"]),
    ("zh", "（記者林小梅台北6日電）", ["林小梅"]),
    ("zh", "通讯员 林小梅 王大山", ["林小梅", "王大山"]),
    ("zh", "记者 林小梅 整理", ["林小梅"]),
    ("zh", "执笔/林小梅、王大山&李小云", ["林小梅", "王大山", "李小云"]),
    ("zh", "记者 林小梅 文/图", ["林小梅"]),
    ("zh", "记者 林小梅 摄影报道", ["林小梅"]),
    ("ja", "文＝山川花子", ["山川花子"]),
    ("ja", "山川花子記者", ["山川花子"]),
    ("ja", "【山川花子】", ["山川花子"]),
    ("ko", "김하나, 박둘리 기자", ["김하나", "박둘리"]),
    ("ko", "김하나 기자 hana@example.kr", ["김하나"]),
    ("ko", "[서울=김하나 특파원]", ["김하나"]),
    ("ru", "Корреспондент: Иван Лебедев", ["Иван Лебедев"]),
    ("tr", "Muhabir: Deniz Kaya", ["Deniz Kaya"]),
    ("hi", "द्वारा अनिता वर्मा", ["अनिता वर्मा"]),
    ("th", "โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
    ("he", "מאת דנה לוי", ["דנה לוי"]),
    ("fr", "Propos recueillis par Claire Aubin", ["Claire Aubin"]),
    ("es", "Texto: Ana Beltrán", ["Ana Beltrán"]),
    ("en", "By Nadia Ferrant, Senior Correspondent", ["Nadia Ferrant"]),
    ("en", "By Nadia Ferrant, Middle East Correspondent", ["Nadia Ferrant"]),
    ("en", "By Nadia Ferrant, Gulf Bureau Chief", ["Nadia Ferrant"]),
    ("en", "By Nadia Ferrant, Harbour Post", ["Nadia Ferrant"]),
    ("en", "By Professor Nadia Ferrant, Quay University", ["Nadia Ferrant"]),
    ("en", "By Foreign Affairs Correspondent Nadia Ferrant", ["Nadia Ferrant"]),
    (
        "en",
        "By Nadia Ferrant, Senior Staff Writer and Omar Bayly, Energy Correspondent",
        ["Nadia Ferrant", "Omar Bayly"],
    ),
    ("en", "By Nadia Ferrant Staff Writer, Omar Bayly Staff Writer", ["Nadia Ferrant", "Omar Bayly"]),
    ("en", "By Bo Lim and Ina Ray, Staff Writers", ["Bo Lim", "Ina Ray"]),
    ("de", "Von Nadia Ferrant, Leitende Redakteurin", ["Nadia Ferrant"]),
    ("en", "By Nadia Ferrant Monday, November 18, 2019, 06:48 am PT", ["Nadia Ferrant"]),
    ("de", "Von Nadia Ferrant Freitag, 3. Mai 2019", ["Nadia Ferrant"]),
    ("fr", "Par Nadia Ferrant lundi 3 mai 2021", ["Nadia Ferrant"]),
    ("es", "Por Nadia Ferrant el lunes 3 de mayo de 2021", ["Nadia Ferrant"]),
    ("ar", "بقلم: نادية فارس يوم الاثنين 3 مايو 2021", ["نادية فارس"]),
    ("ar", "إعداد وتحرير: نادية فارس", ["نادية فارس"]),
    ("ar", "كاتب المقال: سامي حداد", ["سامي حداد"]),
    ("en", "By Nadia Ferrant in Doha, Qatar | 3-May-2024", ["Nadia Ferrant"]),
    ("en", "Posted by: Nadia Ferrant on 05/03/2024", ["Nadia Ferrant"]),
    ("en", "Written by Nadia Ferrant, translation: Omar Bayly", ["Nadia Ferrant"]),
    ("it", "dal nostro inviato Nadia Ferrant", ["Nadia Ferrant"]),
    ("fr", "Une enquête de Nadia Ferrant", ["Nadia Ferrant"]),
    ("en", "By Nadia Ferrant Published on May 11, 2024", ["Nadia Ferrant"]),
    ("fr", "Par Nadia Ferrant Publié le 11 mai 2024 à 10h25 Mis à jour le 12 mai 2024", ["Nadia Ferrant"]),
    ("ru", "Автор: Надя Ферран Опубликовано 11 мая 2024", ["Надя Ферран"]),
    ("ar", "كتبت: نادية فارس نشر في 11 مايو 2024", ["نادية فارس"]),
    ("bn", "লেখা: নাদিয়া ফারুক প্রকাশ: ১১ মে ২০২৪", ["নাদিয়া ফারুক"]),
    ("my", "ရေးသားသူ - ဒေါ်နှင်းနှင်း", ["ဒေါ်နှင်းနှင်း"]),
    ("ps", "لیکوال: نادیه فاروق", ["نادیه فاروق"]),
    ("km", "ដោយ៖ សុខ សុភា", ["សុខ សុភា"]),
    ("ckb", "نووسینی: نادیە فاروق", ["نادیە فاروق"]),
    ("az", "Müəllif: Nadiyə Fərrux", ["Nadiyə Fərrux"]),
]
PARAGRAPH = "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late."


def _authors(line, language, head="", *, named=False):
    headers = headers_of(parse(f"<html><head>{head}</head><body><p>x</p></body></html>")[0])
    return list(authors_of(headers, [Line(line, named=named)], "Quay Courier", language)[0])


@pytest.mark.parametrize(("language", "line", "names"), SIGNED)
def test_a_line_that_says_who_wrote_names_them(language, line, names):
    """The words of each language for it, before or behind the name, whether or not the markup knows a byline."""
    assert _authors(line, language) == names
    assert _authors(line, language, named=True) == names


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "By Our Foreign Staff"), ("ar", "ترجمة: نادية فارس"), ("en", "Translated by Nadia Ferrant"), ("de", "Von und, 6. Mai 2024"),
     ("en", "By View All"), ("en", "Profile Follow Unfollow"), ("en", "By Staff Writer"), ("zh", "责任编辑：王大山"), ("fa", "مترجم: مریم کاوه"), ("en", "Nadia Ferrant reports from the quay"),
     ("ar", "الدوحة - سامي حداد"), ("ar", "فريق التحرير"), ("zh", "编辑"), ("zh", "作者： 责任编辑：王大山"), ("ja", "記者コラム"), ("ja", "文科省通知"),
     ("zh", "港口的灯。本报记者 林小梅 摄"), ("zh", "港口的灯 记者林小梅、王大山摄"), ("zh", "图片均为记者林小梅 图"), ("zh", "作者：佚名"),
     ("ja", "経済部記者。港湾と海運を担当。"), ("ko", "경제부 기자 nadia@quay.example"), ("bn", "নিজস্ব প্রতিবেদক"),
     ("zh", "张文：港口灯塔“亮了”"), ("zh", "扫一扫赞赏作者 赞赏")],
)  # fmt: skip
def test_desks_editors_translators_and_sentences_are_no_authors(language, line):
    """A role without a person, a person in another role, buttons and what is left between two names are not who wrote."""
    assert _authors(line, language) == []


@pytest.mark.parametrize(
    "line", ["Von und, 6. Mai 2024", "View All", "Profile Follow Unfollow", "ترجمة: نادية فارس"]
)
def test_what_stands_in_the_place_of_a_byline_is_not_always_a_name(line):
    """The markup calls it a byline, and it has buttons, nobody, or who translated."""
    assert _authors(line, "ar" if line.startswith("ت") else "de", named=True) == []


@pytest.mark.parametrize(
    ("byline", "aside", "authors", "outlet"),
    [
        ("By Nadia Ferrant\nThe Quay Gazette, 14 March 2024", "", ("Nadia Ferrant",), "The Quay Gazette"),
        ("By Nadia Ferrant and Emily Post\n14 March 2024", "", ("Nadia Ferrant", "Emily Post"), None),
        ("By Nadia Ferrant\n14 March 2024", "© IVAN LEBEDEV", ("Nadia Ferrant",), None),
        ("By Nadia Ferrant\n14 March 2024", "", ("Nadia Ferrant",), None),
    ],
)
def test_a_text_names_its_outlet_beside_its_author_and_not_below_a_picture(byline, aside, authors, outlet):
    """A paper in the line of the day is no second author, and who owns a picture is not who publishes the text."""
    text = "\n\n".join(PARAGRAPH.format(years) for years in ("forty", "fifty", "sixty", "seventy"))
    source = f"Forty years of light\n\n{byline}\n\n{aside}\n\n{text}\n"
    document = document_of_bytes(source.encode(), "x.txt").value
    assert (document.authors, document.outlet) == (authors, outlet)


def test_a_byline_of_a_script_without_capitals_is_read_where_the_markup_names_it():
    """Beside a city and a day the words are a name only if the page calls the place a byline."""
    assert _authors("نادية فارس - 12 مارس 2024", "ar", named=True) == ["نادية فارس"]
    assert _authors("نادية فارس - 12 مارس 2024", "ar") == []
    assert _authors("الدوحة - سامي حداد", "ar", named=True) == ["سامي حداد"]


def test_a_handle_or_a_role_for_machines_is_nobody_s_name():
    """One small word is what somebody is called on a site, and what follows a name may be what they do; the sign of an agency, and the site's own name, stay."""
    assert _authors("", "en", '<meta name="author" content="quayfan">') == []
    assert _authors("", "en", '<meta name="author" content="dpa">') == ["dpa"]
    role = '<meta name="author" content="Nadia Ferrant, National Political Writer, Omar Bayly">'
    assert _authors("", "en", role) == ["Nadia Ferrant", "Omar Bayly"]
    assert _authors("", "en", '<meta name="author" content="Quay Courier">') == ["Quay Courier"]


def test_a_name_below_the_text_signs_it_where_the_page_names_nobody_else():
    """The last line of the text, short and no link, is who wrote; a page that names its author keeps that one."""
    lines = "".join(
        f"<p>{PARAGRAPH.format(number)}</p>" for number in ("ten", "twenty", "thirty", "forty", "fifty")
    )
    page = "<html><head>{}</head><body><article><h1>One light</h1>{}<p><strong>Nadia Ferrant</strong></p></article></body></html>"
    assert read(page.format("", lines).encode(), "page.html").value.stated["authors"] == "Nadia Ferrant"
    head = '<meta name="author" content="Tomas Velkey">'
    assert read(page.format(head, lines).encode(), "page.html").value.stated["authors"] == "Tomas Velkey"


def _plain(*opening):
    text = "\n\n".join(PARAGRAPH.format(number) for number in ("ten", "twenty", "thirty", "forty", "fifty"))
    return document_of_bytes(("\n".join(opening) + "\n\n" + text).encode(), "page.txt").value


@pytest.mark.parametrize(
    ("opening", "names", "day"),
    [
        (["One light for three towns on the coast", "Nadia Ferrant", "Updated 15.59 | Published 14.14"], ("Nadia Ferrant",), None),
        (["By Nadia Ferrant", "Published 13 March 2024", "One light for three towns on the coast", ""], ("Nadia Ferrant",), "2024-03-13"),
        (["Thursday 14 March 2024", "News", "One light for three towns on the coast", ""], (), "2024-03-14"),
        (["One light for three towns on the coast", "A- A+", "14 March 2024"], (), "2024-03-14"),
    ],
)  # fmt: skip
def test_who_and_when_of_a_plain_page_stand_beside_or_above_its_title(opening, names, day):
    """A name beside a time of issue, a signed line and a day above the title count; letters of buttons are no name."""
    document = _plain(*opening)
    assert document.title == "One light for three towns on the coast"
    assert (document.authors, document.date) == (names, day)
