"""Pages as text browsers print them: numbers of links, lists of addresses, and lines broken between menus."""

import textwrap

from diwan.documents.convert import document_of_bytes

PARAGRAPHS = [
    (
        "The mayors of four small [4]ports met on Thursday in a disused customs house to sign a paper that had been redrafted "
        "nineteen times before anybody could agree on it."
    ),
    (
        "Under the paper each harbour lends two boats and the wages of [5]six sailors to a patrol[1] of the strait, and may call on "
        "it by night, when most of the accidents happen."
    ),
    (
        "A retired pilot who helped to write the first draft thinks that the command of the boats will wander from [6]harbour to "
        "harbour with the seasons, as it did in his youth."
    ),
    (
        "Nobody in the harbours expects a quick answer from the mayors, and the boats of the patrol will sail in May whether or not "
        "the [7]paper has been signed again."
    ),
]
BARE = [
    text.replace("[1] of", "~")
    .replace("[4]", "")
    .replace("[5]", "")
    .replace("[6]", "")
    .replace("[7]", "")
    .replace("~", "[1] of")
    for text in PARAGRAPHS
]
ADDRESSES = "\n".join(
    f"{number:4}. https://quay.example/pages/{number}/a-very-long-name-of-a-page-that-is-as-wide-as-a-sentence"
    for number in range(1, 9)
)


def _dumped(menu, width=72):
    """A page as `lynx -dump` prints it: set in by three columns, 75 wide, with its links at the end."""
    texts = "\n\n".join(textwrap.fill(text, width) for text in PARAGRAPHS)
    page = textwrap.indent(f"{menu}\n\n[3]A patrol of four harbours\n\n{texts}\n\n[8]Contact", "   ")
    return f"{page}\n\nReferences\n\n   Visible links:\n{ADDRESSES}\n"


def _document(text):
    return document_of_bytes(text.encode(), "page.txt").value


def test_numbers_of_links_go_and_their_addresses_are_set_aside():
    """They stand within sentences; a note of the page's own is out of their order, and stays."""
    document = _document(_dumped("[1]Home\n[2]News"))
    kept = [block.text for block in document.blocks if block.kept]
    assert document.title == "A patrol of four harbours"
    assert kept[1:] == BARE
    (listed,) = [block for block in document.blocks if block.rule == "addresses-of-links"]
    assert listed.text.startswith("References")
    assert "pages/8/" in listed.text
    assert not listed.kept
    (flag,) = [flag for flag in document.flags if flag.kind == "link-numbers"]
    assert flag.detail == "8"


def test_a_text_without_such_a_list_keeps_its_numbers():
    """Notes in brackets are what an article says, and so is a list of references that are no addresses."""
    notes = "\n\n".join(PARAGRAPHS)
    for end in ("", "\n\nReferences\n\n 1. A. Pilot, The strait, 1912.\n 2. B. Mayor, The paper, 1931.\n"):
        document = _document(f"A patrol of four harbours\n\n{notes}{end}")
        assert "[4]ports" in " ".join(block.text for block in document.blocks if block.kept)
        assert not [flag for flag in document.flags if flag.kind == "link-numbers"]


def test_menus_do_not_hide_at_what_width_a_page_is_broken():
    """Lists of headlines end anywhere, and there are more of them than lines of the text."""
    heads = [
        f"The harbour of {town} asks for a longer pier"
        for town in ("Lindhaven", "Rossum", "Velk", "Port Osel", "Mirna", "Tor", "Quaymouth")
    ]
    for menu in ("\n".join(f"* {head}" for head in heads), "\n".join(heads * 3)):
        document = _document(_dumped(menu))
        assert set(BARE) <= {block.text for block in document.blocks if block.kept}


def test_an_address_is_no_sentence_however_long():
    """It has no words of the article, and weighs nothing where the text is sought."""
    text = "\n\n".join(BARE)
    links = "\n\n".join(f"https://quay.example/{'harbour-' * 25}{number}" for number in range(40))
    document = _document(f"A patrol of four harbours\n\n{text}\n\nShare\n\n{links}\n")
    kept = [block.text for block in document.blocks if block.kept]
    assert set(BARE) <= set(kept)
    assert not [line for line in kept if line.startswith("https")]


SHORT = [
    "The old lamp at the end of the pier will burn again before the month is over, says its keeper, who painted it.",
    "Nobody pays for the bulbs.",
    "Two villages took turns with the brush, a week each, but neither mayor wants to speak about the bill for the winter.",
]
THAI = [
    "นายท่าเรือเล่าว่าเรือประภาคารลำเก่าจะกลับมาจอดที่เดิมก่อนสิ้นเดือนหลังจากซ่อมอยู่ในอู่ต่อเรือของเมืองนานเกือบสองปี และคราวนี้จะไม่มีใครย้ายมันไปไหนอีก",
    "ชาวบ้านช่วยกันออกเงินค่าสีและค่าเชือก ส่วนเครื่องยนต์ได้มาจากเรือประมงที่เลิกใช้แล้ว ในหมู่บ้านข้าง ๆ ซึ่งอยู่ห่างออกไปครึ่งวัน",
]

PERSIAN = [
    "نگهبان فانوس می‌گوید که چراغ کهنه‌ی لنگرگاه پیش از پایان ماه دوباره روشن می‌شود و ماهی‌گیران دیگر با نور پنجره‌های نانوایی به خانه برنمی‌گردند، چنان‌که دو سال است.",
    "مردم روستا پول رنگ و طناب را روی هم گذاشته‌اند، اما هیچ‌کس حاضر نیست هزینه‌ی برق زمستان را بپردازد و شرکت نامه‌های بسیاری فرستاده است.",
]


def _screen(paragraph, width=72):
    """Lines as lynx breaks them: at spaces, and in the middle of what is wider than a line."""
    return textwrap.indent(textwrap.fill(paragraph, width, break_on_hyphens=False), "   ")


def test_a_short_text_between_long_lists_is_put_together_by_the_width_of_the_screen():
    """Where the list of addresses says that a text browser wrote it, a few broken lines are enough, and no empty ones are needed."""
    heads = "\n".join(
        f"   [{number}]The harbour of {town} asks for a longer pier, and gets none"
        for number, town in enumerate(("Velk", "Tor", "Mirna", "Osel", "Rossum"), 1)
    )
    for texts in (SHORT, THAI, PERSIAN):
        text = "\n".join(map(_screen, texts))
        document = _document(
            f"{heads}\n\n   [6]A lamp that burns again\n   4 May 2024\n\n{text}\n\n{heads}\n\nReferences\n\n   Visible links:\n{ADDRESSES}\n"
        )
        assert [block.text for block in document.blocks if block.text in texts] == texts
