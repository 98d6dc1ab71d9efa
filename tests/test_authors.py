"""Who wrote a plain text: names with and without a word such as *by*, and what only has the form of a name."""

import pytest

from diwan.adding.facts import facts_of
from diwan.documents.convert import document_of_bytes
from diwan.documents.names.bylines import credit_of
from diwan.documents.names.moments import without_moments
from diwan.documents.names.signatures import signed_in
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure

TITLE = "One light for three towns on the coast, and why it has burned for forty years in all weathers"
PARAGRAPH = "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late."
TEXT = tuple(PARAGRAPH.format(number) for number in ("ten", "twenty", "thirty", "forty", "fifty"))
DAY = "14 March 2024"
#: A line after a text with which the page goes on.
REST = ("Read more", "Three boats and a rope", "Small ports")


def _read(*lines):
    return document_of_bytes("\n".join(lines).encode(), "page.txt").value


def _opening(*lines):
    return _read(TITLE, *lines, "", *TEXT)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Nadia Ferrant", "Follow", DAY), ("Nadia Ferrant",)),
        (("Nadia Ferrant , Omar Bayly (Special correspondent)", "Quay of Lindhaven", DAY), ("Nadia Ferrant", "Omar Bayly")),
        (("Nadia Ferrant • 8h",), ("Nadia Ferrant",)),
        (("Nadia Ferrant 3 days ago", "Share"), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "18 hr ago"), ("Nadia Ferrant",)),
        (("Coast — Nadia Ferrant, yesterday, 18:06 910 0",), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "5 min read"), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "14/3/24 10:00AM"), ("Nadia Ferrant",)),
        (("Nadia Ferrant Editor", DAY), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "Senior Fellow, Kanmur House", DAY), ("Nadia Ferrant",)),
        (("Senior Correspondent, Nadia Ferrant", DAY), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "Mar 14"), ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_a_name_beside_a_day_or_a_time_from_now_is_who_wrote(lines, names):
    """A button, a place or a role may stand between; a time told from now stands beside names as a day does."""
    assert _opening(*lines).authors == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("By", "Nadia Ferrant", "3 Comments"), ("Nadia Ferrant",)),
        (("Opinion by", "Nadia Ferrant"), ("Nadia Ferrant",)),
        (("Author of the article:", "Nadia Ferrant"), ("Nadia Ferrant",)),
        (("By", "* Nadia Ferrant0,", "* Omar Bayly &", "* …", "* Tomas Velkey", "Show all"), ("Nadia Ferrant", "Omar Bayly", "Tomas Velkey")),
        (("By Nadia Ferrant @nadia_f 14 March 2024: 12:41",), ("Nadia Ferrant",)),
        (("By Nadia Ferrant (with Omar Bayly and Tomas Velkey)", DAY), ("Nadia Ferrant", "Omar Bayly", "Tomas Velkey")),
        (("Quay Courier | 14 March 2024 | By Nadia Ferrant",), ("Nadia Ferrant",)),
        (("By Nadia Ferrant - Harbour Union - Thursday, 14 March 2024",), ("Nadia Ferrant",)),
        (("By Nadia Ferrant", DAY, "Teilen Discussion"), ("Nadia Ferrant",)),
        (("Thu 14.03.24 | 14:07 Uhr | By Nadia Ferrant",), ("Nadia Ferrant",)),
        (("Kolumne von Nadia Ferrant - 14.03.2024 um 08:52 Uhr - 12 Kommentare",), ("Nadia Ferrant",)),
        (("By Quay Post Staff", DAY), ()),
        (("By Harbour Agency", DAY), ("Harbour Agency",)),
        (("By", "Most Read", DAY), ()),
        (("By Reuters", DAY), ("Reuters",)),
        (("By Nadia “Light” Ferrant March 14 at 3:57 PM Follow @nadia_f",), ("Nadia “Light” Ferrant",)),
        (("By Nadia Ferrant", "Quay reporter", "By Omar Bayly"), ("Nadia Ferrant", "Omar Bayly")),
        (("By Nadia Ferrant", "Share", "Small ports and what they cost", "By Omar Bayly"), ("Nadia Ferrant",)),
        (("By Staff", DAY), ()),
    ],
)  # fmt: skip
def test_a_line_that_says_by_names_who_wrote_on_it_or_below(lines, names):
    """Papers before it, agencies behind a bar, handles and buttons beside it are nobody who wrote."""
    assert _opening(*lines).authors == names


@pytest.mark.parametrize(
    "line",
    ["Latest News", "Lindhaven Light Harbour", "New Zealand", "Buenos Aires", "Quay Times", "#Coast #Light", "SHARE THIS", "Three Towns", "Evening Steps",
     "LHBC Radio Quay", "Senior Editor", "Photo Nadia", "Lindhaven.info Ferrant", "Share Tweet Submit", "Courtesy Ferrant", "Buy Photo", "Omar Bayly @bayly"],
)  # fmt: skip
def test_menus_places_papers_and_words_of_the_text_are_no_names(line):
    """Beside a day stands much that has capitals: what the text says in small letters or the title has is nobody's name."""
    filler = "The Lindhaven light, harbour and coast are seen from far when latest news of a share in the quay comes in the evening."
    document = _read(TITLE, line, DAY, "", *TEXT, filler)
    assert (document.authors, document.date) == ((), "2024-03-14")


def test_a_name_alone_between_title_and_text_may_be_who_wrote():
    """Without a day beside it the name counts if it is the only one, and the record says that it stood alone."""
    document = _opening("Nadia Ferrant")
    assert (document.authors, document.found["authors"]) == (("Nadia Ferrant",), "name-alone")
    assert (
        facts_of(document, "", {}, "page.txt").authors_basis
        == "inferred: from a name alone between title and text"
    )
    assert _opening("Nadia Ferrant", "Omar Bayly").authors == ()


def test_whom_the_text_is_about_did_not_write_it():
    """A name that the text speaks of, or that the title has, is no author's unless a line says so."""
    about = "On Monday the mayors asked Nadia Ferrant, who has kept the light for years, whether she would go on keeping it."
    assert _read(TITLE, "Nadia Ferrant", "", *TEXT, about).authors == ()
    assert _read(TITLE, "Nadia Ferrant", DAY, "", *TEXT, about).authors == ()
    assert _read(TITLE, "By Nadia Ferrant", DAY, "", *TEXT, about).authors == ("Nadia Ferrant",)
    credit = "The mayors of three towns at the foot of the light on Monday, before they went up the two hundred steps of it together in the rain that had fallen since dawn / Nadia Ferrant"
    assert _read(TITLE, credit, "Nadia Ferrant", DAY, "", *TEXT).authors == ("Nadia Ferrant",)
    assert _read("Nadia Ferrant keeps one light for three towns", "Nadia Ferrant", "", *TEXT).authors == ()


def test_a_name_below_the_text_is_who_wrote_where_nothing_above_says_so():
    """The first line below the text, a name over a note that begins with it, or the line below *Written by*."""
    last = _read(TITLE, "", *TEXT, "", "Nadia Ferrant", *REST)
    assert (last.authors, last.found["authors"]) == (("Nadia Ferrant",), "below-the-text")
    assert facts_of(last, "", {}, "page.txt").authors_basis == "inferred: from a name alone below the text"
    note = _read(
        TITLE, "", *TEXT, "", "Small ports", "About the author", "Nadia Ferrant", "Keeps bees.", *REST
    )
    assert (note.authors, note.found["authors"]) == (("Nadia Ferrant",), "over-a-note")
    written = _read(TITLE, "", *TEXT, "", "Written on Mar 17 by", "Nadia Ferrant", *REST)
    assert (written.authors, written.found["authors"]) == (("Nadia Ferrant",), "who")
    above = _read(TITLE, "By Omar Bayly", "", *TEXT, "", "Nadia Ferrant", *REST)
    assert above.authors == ("Omar Bayly",)


def test_a_person_named_again_below_the_text_is_no_outlet():
    """An author's name stands again over a note and below headlines; a paper's stands within lines of the page."""
    box = ("Nadia Ferrant", "Writes about ports", "Follow on: @nadia_ferrant")
    person = _read(TITLE, "Nadia Ferrant", DAY, "", *TEXT, "", *box)
    assert (person.authors, person.outlet) == (("Nadia Ferrant",), None)
    paper = _read(
        TITLE, "By Quay Courier", DAY, "", *TEXT, "", "Become a member of Quay Courier", "Small ports"
    )
    assert (paper.authors, paper.outlet) == ((), "Quay Courier")


def test_where_the_outlet_signs_no_name_alone_is_the_author():
    """A page that says its outlet wrote names nobody else by a line between buttons."""
    document = _read(
        TITLE, "By Quay Courier", DAY, "Omar Bayly", "", *TEXT, "", "About Quay Courier", "Small ports"
    )
    assert document.authors == ()


def test_a_paper_written_by_one_person_names_its_author():
    """Who holds the rights to a page and stands beside its day wrote it; words of the page about somebody are no such line."""
    document = _opening("Nadia Ferrant", DAY)
    rights = _read(
        TITLE, "Nadia Ferrant", DAY, "", *TEXT, "", "© 2024 Nadia Ferrant", "Small ports by Nadia Ferrant"
    )
    assert document.authors == rights.authors == ("Nadia Ferrant",)


def test_the_title_found_may_stand_below_who_and_when():
    """A name right beside a day above the line that looks most like a title counts if nothing below it names anybody."""
    above = ("Nadia Ferrant", "14 March 2024")
    assert _read("Small ports", *above, TITLE, "", *TEXT).authors == ("Nadia Ferrant",)
    assert _read("Small ports", *above, TITLE, "By Omar Bayly", "", *TEXT).authors == ("Omar Bayly",)


def test_a_signed_line_counts_wherever_it_is_the_only_one():
    """Far above the title, too; of lines that name different people each may be another article's."""
    menu = [f"Small ports {number}" for number in range(20)]
    signed = "Story by Nadia Ferrant"
    assert _read(signed, *menu, TITLE, "", *TEXT).authors == ("Nadia Ferrant",)
    assert _read(signed, "Story by Omar Bayly", *menu, TITLE, "", *TEXT).authors == ()


def test_below_a_text_the_first_signed_lines_count_and_no_teasers():
    """Names that stand together sign the text; farther down, in lists and among comments they sign other articles."""
    signed = ("By Nadia Ferrant", "By Tomas Velkey", "Small ports and what they cost", "By Omar Bayly")
    assert _read(TITLE, "", *TEXT, "", *signed).authors == ("Nadia Ferrant", "Tomas Velkey")
    assert (
        _read(
            TITLE, "", *TEXT, "", "More articles", "* By Omar Bayly", "Small ports", "* By Tomas Velkey"
        ).authors
        == ()
    )


ARABIC = "تصعد حارسة المنارة مئتي درجة كل مساء، ولم تتأخر مرة واحدة طوال {} عامًا من الخدمة على هذا الساحل البعيد عن المدن."
HINDI = "बंदरगाह की रखवाली करने वाली हर शाम दो सौ सीढ़ियाँ चढ़ती है, और {} वर्षों में उसने कभी एक बार भी देर नहीं की है।"


@pytest.mark.parametrize(
    ("title", "day", "text", "name"),
    [("منارة واحدة لثلاث مدن على الساحل الجنوبي ولماذا بقيت مضاءة أربعين عامًا", "14 مارس 2024", ARABIC, "وردية فارس"), ("तट के तीन नगरों के लिए एक ही दीपस्तंभ, और वह चालीस वर्षों से क्यों जल रहा है", "14 मार्च 2024", HINDI, "अनिता वर्मा")],
)  # fmt: skip
def test_without_capitals_a_name_beside_the_day_counts_if_it_stands_again_below_the_text(
    title, day, text, name
):
    """What a box on the author says again is no section, which stands in the menu above; once alone it may be anything."""
    body = [text.format(number) for number in range(11, 15)]
    assert _read(title, name, day, "", *body, "", name, "...").authors == (name,)
    assert _read(title, name, day, "", *body).authors == ()
    assert _read(name, title, name, day, "", *body, "", name, "...").authors == ()


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("نادية فارس", "14 مارس 2024"), ("نادية فارس",)),
        (("14 مارس 2024", "د. نادية فارس"), ("د. نادية فارس",)),
        (("عبد الله خليفة الشرقي", "الخميس 14/03/2024"), ("عبد الله خليفة الشرقي",)),
        (("نادية فارس – الدوحة",), ("نادية فارس",)),
        (("مریم کاوه، روزنامه‌نگار",), ("مریم کاوه",)),
        (("أخبار محلية", "14 مارس 2024"), ()),
        (("الشرق الأوسط", "14 مارس 2024"), ()),
        (("نادية فارس تكتب عن منارة قديمة في الجنوب", "14 مارس 2024"), ()),
    ],
)
def test_a_line_that_begins_with_a_given_name_is_who_wrote(lines, names):
    """In Arabic, Persian, Urdu and Hebrew nothing else tells a name from a section, a city or a headline."""
    title = "منارة واحدة لثلاث مدن على الساحل الجنوبي ولماذا بقيت مضاءة أربعين عامًا"
    body = [ARABIC.format(number) for number in range(11, 15)]
    assert _read(title, "", *lines, "", *body).authors == names


def test_a_chinese_signature_names_people_and_not_the_paper_beside_them():
    """Of words behind the sign for who wrote those are names that begin with a family's; a press conference is none."""
    assert signed_in("文｜港口 林小梅")[0] == ("林小梅",)
    assert signed_in("本报记者 林小梅 王大山")[0] == ("林小梅", "王大山")
    assert signed_in("港で記者会見")[0] == ()
    assert signed_in("【港口晚報╱記者林小梅/台北報導】")[0] == ("林小梅",)
    assert signed_in("作者： 责任编辑：王大山") == ((), " | ")


def test_lines_that_name_who_wrote_are_no_text():
    """A name that was found alone is set aside as a byline is, whatever the line looked like."""
    for lines in (("Nadia Ferrant",), ("Nadia Ferrant 7 hours",), ("By", "Nadia Ferrant", DAY)):
        document = _opening(*lines)
        assert ("byline", "who") in [
            (block.kind.value, block.rule) for block in document.blocks if "Nadia" in block.text
        ]
        assert all("Nadia" not in block.text for block in document.kept)


def test_a_day_that_calls_itself_one_of_issue_counts_where_no_title_is_found():
    """Above a text without a title, behind lines that no title is, a day alone may be today's, and one of issue is the text's."""
    notes = [
        f"Note on the {number} harbour:"
        for number in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    ]
    assert _read(f"Published: {DAY}", *notes, "", *TEXT).date == "2024-03-14"
    assert _read(DAY, *notes, "", *TEXT).date is None


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [("Nadia Ferrant 1 day ago", "en", "Nadia Ferrant  | "), ("vor 3 Stunden", "de", " | "), ("il y a 2 heures", "fr", " | "), ("قبل 3 ساعات", "ar", " | "),
     ("3小时前", "zh", " | "), ("18 de marzo", "es", " | "), ("on Mar 17 at noon", "en", "on  |  noon"), ("5 часов назад", "ru", " | "), ("Quay, hoy", "es", "Quay, | "), ("Quay Today", "en", None), ("Quay 7", "en", None)],
)  # fmt: skip
def test_times_from_now_are_told_in_each_language(text, language, left):
    """Numbers of hours and days with the words of the language, and its word for today where a part of the line begins."""
    assert without_moments(text, language) == left


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        ("تقرير: أزمة المياه في الخليج", "تقرير: أزمة المياه في الخليج", ()),
        ("تقرير: سامر النجار", "شح في الجزر", ("سامر النجار",)),
    ],
)
def test_a_sort_of_article_before_what_it_is_about_is_no_byline(line, title, authors):
    """The word names who wrote before a name, and opens a headline before the words of the text."""
    body = [
        f"قالت بلدية الجزيرة {number} إن أزمة المياه في مدن الخليج لم تنته بعد، وإن السفن ستحمل إليها ما يكفي السكان إلى آخر الصيف المقبل."
        for number in ("الأولى", "الثانية", "الثالثة", "الرابعة")
    ]
    head = [line] if not authors else [title, line]
    document = document_of_bytes("\n\n".join([*head, "12 مارس 2024", *body]).encode(), "note.txt").value
    assert (document.title, document.authors) == (title, authors)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2024年03月14日 08:31 来源：港口日报 作者：沈若岚 字号：大 中 小", ("沈若岚",)),
        ("作者：沈若岚 林晚 来源：港口日报 点击：312次", ("沈若岚", "林晚")),
        ("نویسنده: ناهید فرزانه منبع: فانوس", ("ناهید فرزانه",)),
        ("بقلم: سامر الكيلاني المصدر: الرصيف", ("سامر الكيلاني",)),
        ("Источник: Портовый вестник Автор: Вера Лужина Просмотров: 312", ("Вера Лужина",)),
        ("By: Nadia Ferrant Photo: Omar Bayly", ("Nadia Ferrant",)),
        ("Defne Karasu Giriş: 11.09.2024 - 06:30 Güncelleme: 11.09.2024 - 08:10", ("Defne Karasu",)),
        ("マスカット＝水野遥", ("水野遥",)),
    ],
)
def test_a_further_label_in_a_line_ends_the_name(line, names):
    """Sites set who, where from, how often read and the size of letters in one line, each behind a word with a colon."""
    credit = credit_of(measure(0, Piece(line, 1)), "zh")
    assert credit.names == names
    assert credit.is_byline


@pytest.mark.parametrize("line", ["1. Harbour Post, 14 March 2024.", "[3] Harbour Post, 14 March 2024."])
def test_a_note_with_a_day_says_nothing_of_the_article(line):
    """A number before a day is that of the day itself; before anything else it counts notes."""
    assert credit_of(measure(0, Piece(line, 1)), "en") is None
    assert credit_of(measure(0, Piece("14. März 2024", 1)), "de").dates == (("2024-03-14", "gregorian"),)


def test_who_wrote_is_no_part_of_the_title_and_no_outlet():
    """Pages of columnists end with their name, which phones share with the title; a dash before it in the byline is none of it."""
    named = f"{TITLE} | Nadia Ferrant"
    document = _read(named, "By Nadia Ferrant", DAY, "", *TEXT)
    assert (document.title, document.authors, document.outlet) == (TITLE, ("Nadia Ferrant",), None)
    assert _read(named, "By Omar Bayly", DAY, "", *TEXT).title == named
    assert _read(TITLE, f"{DAY} - Nadia Ferrant", "", *TEXT).authors == ("Nadia Ferrant",)
