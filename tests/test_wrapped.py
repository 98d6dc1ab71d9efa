"""Lines that were broken at a width become the paragraphs they were, and others stay as they are."""

import textwrap

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.splitting import split
from diwan.text.words import words_of

SHORT = [
    "The mayors of four small ports signed a paper on Thursday that had been redrafted nineteen times.",
    "It promises a joint patrol, but says very little about who should command it, and nothing at all on who would pay.",
    "Each town lends two boats and the wages of six sailors, and may call the others at night.",
    "Nobody expects a quick answer, since for forty years each harbour has guarded itself against its neighbour.",
    "The first patrol is to leave before the end of the summer, if the weather and the treasurer allow it.",
]
TELLING = {
    "fr": "Les maires de quatre petits ports ont signé jeudi un papier récrit dix-neuf fois, qui promet une patrouille commune mais dit fort peu de qui la commandera, et rien du tout de qui la paiera.",
    "ru": "Мэры четырёх небольших портов подписали в четверг бумагу, которую переписывали девятнадцать раз; она обещает общий дозор, но почти ничего не говорит о том, кто будет им командовать.",
    "ar": "وقّع رؤساء بلديات أربعة موانئ صغيرة يوم الخميس وثيقة أعيدت صياغتها تسع عشرة مرة، تعد بدورية مشتركة ولا تقول إلا القليل عمن يقودها ولا شيء عمن يدفع ثمن الوقود الذي تحتاج إليه.",
    "he": "ראשי הערים של ארבעה נמלים קטנים חתמו ביום חמישי על מסמך שנוסח מחדש תשע עשרה פעמים, שמבטיח סיור משותף אך אומר מעט מאוד על מי יפקד עליו ודבר לא על מי ישלם את הדלק שיידרש לו.",
    "hi": "चार छोटे बंदरगाहों के महापौरों ने गुरुवार को एक ऐसे काग़ज़ पर हस्ताक्षर किए जो उन्नीस बार लिखा गया था और जो साझा गश्त का वादा करता है पर यह नहीं बताता कि उसकी कमान किसके पास होगी।",
    "ko": "네 곳의 작은 항구 시장들은 목요일에 열아홉 번이나 고쳐 쓴 문서에 서명했는데 이 문서는 공동 순찰을 약속하지만 누가 지휘할지는 거의 말하지 않고 누가 연료비를 낼지는 전혀 말하지 않는다.",
}
UNSPACED = {
    "zh": "四座小港口的市长星期四签署了一份改写过十九次的文件，文件承诺共同巡逻，却几乎没有提到由谁来指挥，也完全没有说明巡逻所需要的燃料费用最后应当由哪一座城市来承担。",
    "ja": "四つの小さな港の市長は木曜日、十九回も書き直された文書に署名した。文書は共同の巡視を約束しているが、だれが指揮をとるのか、燃料の代金をだれが払うのかについてはほとんど触れていない。",
    "th": "นายกเทศมนตรีของท่าเรือเล็กสี่แห่งลงนามเมื่อวันพฤหัสบดีในเอกสารที่ร่างใหม่ถึงสิบเก้าครั้งซึ่งสัญญาว่าจะลาดตระเวนร่วมกันแต่แทบไม่ได้บอกว่าใครจะเป็นผู้บัญชาการและใครจะจ่ายค่าน้ำมัน",
}


def _texts(text):
    return [piece.text for piece in split(text)]


def _wrapped(paragraphs, width, between="\n\n", **options):
    return between.join(textwrap.fill(text, width, break_long_words=False, **options) for text in paragraphs)


@pytest.mark.parametrize("width", [60, 65, 72, 76, 80, 100])
def test_short_paragraphs_of_two_lines_tell_their_width_together(width):
    """No paragraph alone says at what width it was broken; all of an article do."""
    assert _texts(_wrapped(SHORT * 2, width)) == SHORT * 2


@pytest.mark.parametrize("language", TELLING)
@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_width_is_told_in_scripts_with_and_without_capitals(language, width):
    """Letters are counted, whatever they are."""
    paragraphs = [TELLING[language]] * 4
    assert _texts(_wrapped(paragraphs, width)) == paragraphs


@pytest.mark.parametrize("language", UNSPACED)
def test_where_words_are_not_spaced_lines_end_anywhere_and_no_space_comes_in(language):
    """A Chinese character takes two columns, a Thai vowel sign none."""
    text = UNSPACED[language]
    lines = _thai(text, 50) if language == "th" else [text[at : at + 30] for at in range(0, len(text), 30)]
    assert _texts("\n".join(lines) + "\n\n" + "\n".join(lines)) == [text] * 2


def _thai(text, width):
    """Return the lines of *text*, signs without a column of their own beside their letters."""
    lines, taken = [""], 0
    for sign in text:
        over = sign in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        if taken == width and not over:
            lines.append("")
            taken = 0
        lines[-1] += sign
        taken += not over
    return lines


def test_a_text_set_in_as_a_whole_is_joined_and_so_are_paragraphs_told_by_indents_alone():
    """Text browsers set all lines in; typescripts set in the first of each paragraph, or all others."""
    for options in (
        {"initial_indent": "   ", "subsequent_indent": "   "},
        {"between": "\n", "initial_indent": "    "},
        {"between": "\n", "subsequent_indent": "    "},
    ):
        assert _texts(_wrapped(SHORT * 2, 72, **options)) == SHORT * 2, options


def test_quoted_mail_loses_its_marks_within_paragraphs_and_keeps_them_before():
    """An answer and what it answers are paragraphs each."""
    mail = (
        _wrapped(SHORT[:2], 70)
        + "\n\n"
        + _wrapped(SHORT, 72, "\n>\n", initial_indent="> ", subsequent_indent="> ")
    )
    assert _texts(mail) == [*SHORT[:2], *(f"> {text}" for text in SHORT)]


def test_a_short_mail_is_joined_below_its_head_and_what_it_quotes_of_a_quotation_with_it():
    """The lines of the head end early, and two lines quoted twice are too few to tell a width: that of the mail is theirs."""
    head = "From: Nadia Ferrant <nadia@harbour.example>\nSubject: Four harbours and one patrol\n\n"
    twice = {"initial_indent": "> > ", "subsequent_indent": "> > "}
    mail = head + _wrapped(SHORT[:3], 71) + "\n\n" + _wrapped(SHORT[3:4], 71, **twice)
    assert _texts(mail) == [*head.split("\n")[:2], *SHORT[:3], f"> > {SHORT[3]}"]


def test_items_of_a_list_are_joined_each_by_itself():
    """An item goes on where it hangs, and ends where the next mark stands, full as its last line may be."""
    items = _wrapped(SHORT, 64, "\n", initial_indent="  * ", subsequent_indent="    ")
    assert _texts(_wrapped(SHORT, 64) + "\n\n" + items) == [*SHORT, *(f"* {text}" for text in SHORT)]


def test_talk_that_begins_with_a_dash_goes_on_below_its_indent():
    """In Swedish, Polish or Greek a paragraph of talk begins as an item of a list does."""
    talk = [f"– {text}" for text in SHORT]
    assert _texts(_wrapped(talk, 72, "\n", initial_indent="    ")) == talk


def test_headings_underlined_bylines_and_lines_with_room_stay_lines():
    """What ends before the width ends there because it ends."""
    head = "Four Harbours and One Patrol\n============================\nBy Nadia Ferrant\n14 March 2024\n\n"
    assert _texts(head + _wrapped(SHORT, 72)) == [*head.split("\n")[:4], *SHORT]


def test_paragraphs_without_anything_between_end_where_a_line_had_room():
    """Copies of prints have neither empty lines nor indents."""
    assert _texts(_wrapped(SHORT, 72, "\n")) == SHORT


def test_a_head_without_an_empty_line_below_it_does_not_keep_the_text_in_pieces():
    """Menus, title and day are more lines than the text right below them; where the rest tells the width, small letters go on."""
    head = [
        "Quay Courier",
        "Home » World",
        "Four Harbours and One Patrol",
        "Sailors Ask Who Will Command",
        "14 March 2024",
        "[p]",
        "The Old Quay. Photo: N. May",
    ]
    for texts in (SHORT, [TELLING["hi"], *SHORT]):
        assert _texts("\n".join([*head, _wrapped(texts[:1], 72)]) + "\n\n" + _wrapped(texts[1:], 72)) == [
            *head,
            *texts,
        ]


def test_long_lines_among_broken_ones_stay_lines():
    """A paragraph that nobody broke is one in a text that others broke."""
    long = " ".join(SHORT)
    assert _texts(_wrapped(SHORT, 72) + f"\n\n{long}\n{long}") == [*SHORT, long, long]


POEM = "The boats come in, the boats go out,\nand nobody on the quay would say\nwhat any of it is about,\nor who will pay.\n"
ADDRESS = (
    "The Harbour Office of the Four Towns\nThird Floor, Customs House\n12 Quay Street\nOld Harbour 1200\n"
)
TABLE = "Town            Boats     Sailors\nOld Harbour     2         6\nNew Harbour     2         6\nSalt Quay       2         6\n"
NAMES = "Nadia Ferrant, Customs House of the Old Harbour\nTomas Okell, Treasurer\nIda Brandt\nJon Reyes, Master of the Lights and Buoys\n"


@pytest.mark.parametrize("lines", [POEM, ADDRESS, TABLE, NAMES])
def test_poems_addresses_tables_and_names_stay_lines_even_in_a_text_that_was_broken(lines):
    """Their lines end where somebody wanted them to."""
    alone = [" ".join(line.split()) for line in lines.splitlines()]
    assert _texts(lines * 3) == alone * 3
    assert _texts(_wrapped(SHORT, 72) + "\n\n" + lines) == [*SHORT, *alone]


def test_headlines_and_entries_of_menus_are_no_broken_lines():
    """Many of about the same width, each with a capital: none goes on in the next."""
    shares = [
        f"Click to share on {name} (Opens in new window)"
        for name in ("Tern", "Gull", "Heron", "Plover", "Avocet")
    ]
    assert _texts("\n".join(shares)) == shares
    teasers = ["Fishermen Count the Cost of a Season in Which Hardly Anybody Sailed", "The Last Ferry Leaves",
               "A Keeper of the Light Who Was Never Late in All of Her Thirty Years", "One Market and Two Mayors",
               "What the Treasurer of the Old Harbour Would Not Say to the Others"]  # fmt: skip
    assert _texts("\n".join(teasers)) == teasers


def test_words_broken_by_hyphens_come_together_without_a_space_and_keep_the_hyphen():
    """The letters do not say whether the hyphen was written, so it stays; a soft one is not seen, *import- and* has a space."""
    lines = (
        "The mayors of all four of the small ports have at last asked the com-\n"
        "mittee to write to whoever buys and sells there, and also on the mat\u00ad\n"
        "ter of what is to be done with all that is paid each year for import-\n"
        "and export licences, which has been a long time in coming to them.\n"
    )
    (piece,) = _texts(lines)
    assert "com-mittee" in piece
    assert "mat\u00adter" in piece
    assert "import- and export" in piece


def test_an_article_of_short_broken_paragraphs_loses_nothing_and_gains_no_headings():
    """It is read as it is with a line a paragraph: half a sentence is no heading."""
    head = "Four Harbours and One Patrol\n\nBy Nadia Ferrant\n\n"
    whole, broken = (
        document_of_bytes((head + body).encode(), "ports.txt").value
        for body in ("\n\n".join(SHORT), _wrapped(SHORT, 72))
    )
    assert [(block.kind, block.text) for block in broken.blocks] == [
        (block.kind, block.text) for block in whole.blocks
    ]
    assert words_of(" ".join(SHORT)) == words_of(" ".join(block.text for block in broken.kept[1:]))
