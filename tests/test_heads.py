"""Articles alone: what somebody types or pastes, with title, name, day and outlet on lines of their own in any order."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines.structure import see
from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind

ENGLISH = (
    "The six ports of the southern shore have talked about a joint patrol for eleven years, and none has said who would lead it.",
    "A first exercise took place in the spring with nine boats, two of which had to be towed home because nobody could hear them.",
    "Captains say that they would rather have one radio that works than thirty boats that do not hear each other.",
)
ARABIC = (
    "تتحدث المرافئ الستة على الساحل الجنوبي منذ أحد عشر عاما عن دورية مشتركة، ولم يتفق أي منها حتى الآن على من يصدر الأوامر.",
    "جرى أول تمرين في الربيع بتسعة زوارق، عاد اثنان منها مقطورين لأن أجهزة اللاسلكي لم تصل إلى سفينة القيادة.",
    "يقول القباطنة إنهم يفضلون جهازا واحدا يعمل على ثلاثين زورقا لا يسمع بعضها بعضا في الليل.",
)
PERSIAN = (
    "شش بندر ساحل جنوبی یازده سال است که از گشت مشترک سخن می‌گویند و هنوز هیچ‌یک نپذیرفته است که چه کسی فرمان بدهد.",
    "نخستین رزمایش در بهار با نه شناور برگزار شد و دو تای آن‌ها را یدک کشیدند، زیرا بی‌سیم آن‌ها به ناو فرماندهی نمی‌رسید.",
    "ناخداها می‌گویند یک بی‌سیم سالم را به سی شناور که صدای هم را نمی‌شنوند ترجیح می‌دهند.",
)
GERMAN = (
    "Die sechs Häfen der Südküste reden seit elf Jahren von einer gemeinsamen Streife, und keiner hat gesagt, wer sie führt.",
    "Eine erste Übung fand im Frühjahr mit neun Booten statt, von denen zwei heimgeschleppt wurden, weil niemand sie hörte.",
    "Den Kapitänen ist ein Funkgerät, das geht, lieber als dreißig Boote, die einander nicht hören.",
)
TURKISH = (
    "Güney kıyısındaki altı iskele on bir yıldır ortak devriyeden söz ediyor ve hiçbiri emri kimin vereceği konusunda anlaşmadı.",
    "İlk tatbikat baharda dokuz tekneyle yapıldı; ikisi, telsizleri komuta gemisine ulaşmadığı için çekilerek getirildi.",
    "Kaptanlar birbirini duymayan otuz tekne yerine çalışan tek bir telsizi yeğliyor, dediler.",
)


def read(head, text, foot=(), gap="\n\n"):
    """Return the document of a pasted article."""
    document = document_of_bytes(gap.join([*head, *text, *foot]).encode(), "pasted.txt").value
    assert document
    return document


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["lines between", "no lines between"])
@pytest.mark.parametrize(
    ("head", "text", "title", "authors"),
    [
        (["Who sails?", "Lena Hart", "12 March 2021"], ENGLISH, "Who sails?", ["Lena Hart"]),
        (["A League Adrift", "Lena Hart", "12 March 2021"], ENGLISH, "A League Adrift", ["Lena Hart"]),
        (["12 March 2021", "A League Adrift", "Lena Hart"], ENGLISH, "A League Adrift", ["Lena Hart"]),
        (["Who sails?", "Lena Hart"], ENGLISH, "Who sails?", ["Lena Hart"]),
        (["Opinion", "Who sails?", "Lena Hart", "12 March 2021"], ENGLISH, "Who sails?", ["Lena Hart"]),
        (["https://example.org/ports", "Who sails?", "Lena Hart"], ENGLISH, "Who sails?", ["Lena Hart"]),
        (["Gulf News", "Who sails?", "Lena Hart", "12 March 2021"], ENGLISH, "Who sails?", ["Lena Hart"]),
        (["A League Adrift", "Small navies are learning to talk to each other", "Lena Hart", "12 March 2021"], ENGLISH, "A League Adrift", ["Lena Hart"]),
        (["Six ports and no admiral", "Small navies are learning to talk", "Lena Hart"], ENGLISH, "Six ports and no admiral", ["Lena Hart"]),
        (["ستة مرافئ بلا أميرال", "سالم نور", "12 مارس 2021"], ARABIC, "ستة مرافئ بلا أميرال", ["سالم نور"]),
        (["مرافئ الجنوب", "سالم نور"], ARABIC, "مرافئ الجنوب", ["سالم نور"]),
        (["سالم نور", "من يحرس المضيق؟", "12 مارس 2021"], ARABIC, "من يحرس المضيق؟", ["سالم نور"]),
        (["رأي", "من يحرس المضيق؟", "هالة البحري", "12 مارس 2021"], ARABIC, "من يحرس المضيق؟", ["هالة البحري"]),
        (["امنیت تنگه", "نرگس دریایی", "۲۲ اسفند ۱۳۹۹"], PERSIAN, "امنیت تنگه", ["نرگس دریایی"]),
        (["Ein Bund treibt ab", "Lena Ufer und Jonas Hafner", "12. März 2021"], GERMAN, "Ein Bund treibt ab", ["Lena Ufer", "Jonas Hafner"]),
        (["Kıyı Güvenliği", "Defne Kıyıcı ve Ayla Su", "12 Mart 2021"], TURKISH, "Kıyı Güvenliği", ["Defne Kıyıcı", "Ayla Su"]),
    ],
)  # fmt: skip
def test_the_title_of_a_pasted_article_is_no_name_and_the_name_no_title(head, text, title, authors, gap):
    """However short the title is, and whatever of who, when and where stands above or below it."""
    document = read(head, text, gap=gap)
    assert (document.title, list(document.authors)) == (title, authors)


def test_below_who_wrote_stands_no_title():
    """There stand captions of pictures, and buttons."""
    lines = ["Who sails?", "By Lena Hart", "The museum over the harbour", "12 March 2021"]
    assert read(lines, ENGLISH).title == "Who sails?"


def test_a_page_keeps_the_title_that_its_lines_tell():
    """With a menu above and teasers below, two lines above a name are a section and a title as often as a title and a lead."""
    menu, teasers = ["* Home", "* Ports", "* Weather"], ["Read also: The lamp that stayed lit", "Share"]
    title = "Six ports of the southern shore still have no admiral"
    assert read([*menu, "Middle East", title, "By Lena Hart"], ENGLISH, teasers).title == title


@pytest.mark.parametrize(
    ("head", "text", "foot", "outlet"),
    [
        (["Who sails?", "Lena Hart", "Gulf News", "12 March 2021"], ENGLISH, [], "Gulf News"),
        (["Who sails?", "Lena Hart, Gulf News, 12 March 2021"], ENGLISH, [], "Gulf News"),
        (["Who sails?", "Lena Hart | Gulf News | 12 March 2021"], ENGLISH, [], "Gulf News"),
        (["Who sails?", "12 March 2021"], ENGLISH, ["Gulf News"], "Gulf News"),
        (["من يحرس المضيق؟", "سالم نور", "صحيفة الشرق الأوسط"], ARABIC, [], "الشرق الأوسط"),
        (["امنیت تنگه", "نرگس دریایی"], PERSIAN, ["همشهری، ۲۲ اسفند ۱۳۹۹"], "همشهری"),
        # Sections, countries and authorities are called as papers are, and an agency beside a name is a source.
        (["Time", "Who sails?", "Lena Hart"], ENGLISH, [], None),
        (["الشرق الأوسط", "من يحرس المضيق؟", "سالم نور"], ARABIC, [], None),
        (["ایران", "امنیت تنگه", "نرگس دریایی"], PERSIAN, [], None),
        (["NATO", "Who sails?", "Lena Hart"], ENGLISH, [], None),
        (["Who sails?", "Lena Hart, The White House, 12 March 2021"], ENGLISH, [], None),
        (["Who sails?", "Lena Hart, Reuters, 12 March 2021"], ENGLISH, [], None),
    ],
)  # fmt: skip
def test_a_widely_known_outlet_is_told_by_a_line_that_names_it(head, text, foot, outlet):
    """On a line of its own around an article alone, or beside who wrote and when."""
    document = read(head, text, foot)
    assert document.outlet == outlet
    assert document.found.get("outlet") == ("known-outlet" if outlet else None)


def test_a_title_that_a_file_states_is_its_title():
    """Whatever the lines around it look like: of 84 prints of pages the models mended one such title and spoiled four."""
    lines = ["Police ask for help", "The harbour has a new lamp", "12 March 2021", *ENGLISH]
    kinds = [None, BlockKind.TITLE, *[None] * 4]
    pieces = [
        Piece(text, place, kind=kind) for place, (text, kind) in enumerate(zip(lines, kinds, strict=True))
    ]
    scene = see(pieces)
    assert (scene.title, scene.told_title) == (1, 1)
