"""The steps of plain-text conversion, one by one."""

import base64
import io
import json
import random
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from diwan.cli import main
from diwan.documents import language, mixed
from diwan.documents.convert import document_of_bytes, read_document
from diwan.documents.encodings import Decoded, decode
from diwan.documents.flags import FLAGS
from diwan.documents.language import detect_language
from diwan.documents.lines.rules import RULES_BY_NAME, reason_of
from diwan.documents.names.bylines import credit_of
from diwan.documents.names.calendars import from_hijri, from_solar_hijri
from diwan.documents.names.dates import find_dates
from diwan.documents.pieces import Piece
from diwan.documents.shapes import WORD, key_of, measure
from diwan.documents.splitting import normalise, split
from diwan.model.block import BlockKind
from diwan.text.fold import fold
from diwan.text.words import count_words

ARABIC = "وقّع رؤساء بلديات أربعة موانئ صغيرة يوم الخميس وثيقة أعيدت صياغتها تسع عشرة مرة، تعد بدورية مشتركة."
SAMPLES = {
    "windows-1256": ARABIC,
    "iso-8859-6": "وقع رؤساء بلديات أربعة موانئ صغيرة يوم الخميس وثيقة أعيدت صياغتها تسع عشرة مرة، تعد بدورية مشتركة.",
    "windows-1251": "Мэры четырёх небольших портов подписали в четверг бумагу, которую переписывали девятнадцать раз.",
    "koi8-r": "Мэры четырех небольших портов подписали в четверг бумагу, которую переписывали девятнадцать раз.",
    "windows-1254": "Dört küçük limanın belediye başkanları perşembe günü, on dokuz kez yeniden yazılmış bir belgeyi imzaladı.",
    "windows-1255": "ראשי הערים של ארבעה נמלים קטנים חתמו ביום חמישי על מסמך שנוסח מחדש תשע עשרה פעמים.",
    "windows-1252": "Les maires de quatre petits ports ont signé jeudi un papier récrit dix-neuf fois, à l’hôtel des douanes.",
    "gb18030": "四座小港口的市长星期四签署了一份改写过十九次的文件。文件承诺共同巡逻，却几乎没有提到由谁来指挥。",
    "shift_jis": "四つの小さな港の市長は木曜日、十九回書き直された文書に署名した。共同の巡視を約束している。",
}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_text(encoding):
    """Marked files are read without a doubt."""
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    decoded = decode(marks.get(encoding, b"") + ARABIC.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.confidence) == (ARABIC, 1.0)


@pytest.mark.parametrize("encoding", SAMPLES)
def test_old_code_pages_are_recognised_by_a_sentence_or_two(encoding):
    """A detected encoding gives exactly the text, and says that it was detected."""
    decoded = decode((SAMPLES[encoding] * 2).encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == SAMPLES[encoding] * 2
    assert decoded.confidence < 1


_SAVED = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n{}\n--x--\n'
_PAGE = "<html><body><article><h1>{0}</h1><p>{0}</p><p>{0}</p></article></body></html>"


@pytest.mark.parametrize(
    ("name", "frame"),
    [("note.txt", "{0}\n\n{0}"), ("note.md", "# {0}\n\n{0}"), ("page.html", _PAGE), ("page.mhtml", _SAVED)],
)
def test_whatever_the_format_a_detected_encoding_is_flagged(name, frame):
    """Who checks a record sees that the letters were guessed."""
    frame = frame.replace("{}", _PAGE)
    outcome = document_of_bytes(frame.format(ARABIC * 3).encode("windows-1256"), name)
    assert "encoding-detected" in {flag.kind for flag in outcome.value.flags}, outcome.problems
    assert ARABIC in " ".join(block.text for block in outcome.value.kept)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source-empty"),
        (b" \n\t\n", "source-empty"),
        (bytes(range(256)) * 8, "source-"),
        (b"\xff\xfe\x00", "source-damaged"),
        ("Ferrant wrote é".encode("latin-1") + bytes([0x81, 0x8D, 0x9D]) * 5, "source-"),
        (b"%PDF-1.7\n", "source-damaged"),
        (b"PK\x03\x04\x14\x00", "source-format-unknown"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason_and_never_mended_in_silence(data, code):
    """No byte is replaced or ignored; the problem names the file and says what to do."""
    outcome = document_of_bytes(data, "sources/harbour.txt")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code.startswith(code)
    assert problem.where.path == "sources/harbour.txt"
    assert problem.mend


@pytest.mark.parametrize("suffix", ["docx", "epub", "odt"])
@pytest.mark.parametrize("kept", [30, 200, 0.5, 0.99])
def test_an_archive_that_breaks_off_is_said_to_be_broken(suffix, kept):
    """Of a Word file or a book that is not whole the advice is another copy, and not another format."""
    source, *_ = sorted((Path(__file__).parent / "golden/documents").glob(f"*/source.{suffix}"))
    data = source.read_bytes()
    (problem,) = document_of_bytes(
        data[: kept if kept > 1 else int(len(data) * kept)], f"report.{suffix}"
    ).problems
    assert (problem.code, problem.message.split(":")[0]) == ("source-damaged", "the file is broken")
    assert problem.mend.startswith("copy or download it again")


@pytest.mark.parametrize("suffix", ["docx", "epub", "odt"])
def test_any_other_zip_that_is_named_like_a_word_file_or_a_book_is_refused_with_what_it_lacks(suffix):
    """A zip of notes that got the wrong name is a problem to read about, and no exception."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("notes.txt", "Tide tables for the harbour.")
    outcome = document_of_bytes(data.getvalue(), f"report.{suffix}")
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code == "source-damaged"
    lacks = {"docx": "no Word file", "epub": "no package document", "odt": "no ODT file"}
    assert lacks[suffix] in problem.message


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    """A wrong path is said, not raised."""
    (problem,) = read_document(tmp_path / "nowhere.txt").problems
    assert problem.code == "source-unreadable"


def test_controls_and_steering_characters_are_taken_out_and_named():
    """A word is never joined to the next, and the flags say what went and where."""
    text, flags = normalise("one\x00two\r\nthr\u202eee\ufeff\u2028four")
    assert text == "one two\nthree\nfour"
    assert [(flag.kind, flag.line, flag.detail) for flag in flags] == [
        ("control-character", 1, "U+0000"),
        ("steering-character", 2, "U+202E U+FEFF"),
    ]


def test_joiners_and_vowel_signs_are_spelling_and_stay():
    """Persian and Arabic words come through as they were written."""
    text = "می\u200cشود وَالسَّفينة \u200fقبل"
    assert normalise(text) == (text, ())


def test_lines_broken_at_a_width_are_joined_and_others_are_not():
    """A mail is paragraphs; a list of headlines is not."""
    mail = (
        "The mayors of four small ports signed a paper on Thursday that had\n"
        "been redrafted nineteen times. It promises a joint patrol, but says\n"
        "very little about who should command it, and nothing at all on who\n"
        "would have to pay for the fuel that such a patrol would need.\n\nShort end.\n"
    )
    assert [piece.line for piece in split(mail)] == [1, 6]
    assert "had been" in split(mail)[0].text
    headlines = (
        "Fishermen Count the Cost of a Quiet Season\nThe Last Ferry\nA Market\nLighthouse Keepers Learn\n"
    )
    assert len(split(headlines)) == 4


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Nadia Ferrant, October 10, 2025", "en", "2025-10-10"),
        ("10th of October 2025", "en", "2025-10-10"),
        ("4 Febbraio 2025 - 14:41", "it", "2025-02-04"),
        ("01. April 2025, 15:25", "de", "2025-04-01"),
        ("3 de enero de 2025", "es", "2025-01-03"),
        ("10 Ekim 2025", "tr", "2025-10-10"),
        ("7 июня 2020", "ru", "2020-06-07"),
        ("١٠ أكتوبر ٢٠٢٥", "ar", "2025-10-10"),
        ("10 تشرين الأول/أكتوبر 2025", "ar", "2025-10-10"),
        ("10 تشرين الأول 2025", "ar", "2025-10-10"),
        ("10 أكتوبر، 2025", "ar", "2025-10-10"),
        ("10 اکتوبر ، 2025", "ur", "2025-10-10"),
        ("10 באוקטובר 2025", "he", "2025-10-10"),
        ("2025年10月10日", "zh", "2025-10-10"),
        ("2025. 6. 4.", "ko", "2025-06-04"),
        ("10 ตุลาคม 2568", "th", "2025-10-10"),
        ("۱۸ مهر ۱۴۰۴", "fa", "2025-10-10"),
        ("1404/07/18", "fa", "2025-10-10"),
        ("18 ربيع الآخر 1447", "ar", "2025-10-10~"),
        ("13/01/2025 10:22", "es", "2025-01-13"),
        ("04/05/2024", "en", "2024-05-04?"),
        ("12/25/2024", "en", "2024-12-25"),
    ],
)
def test_dates_are_read_in_the_ways_the_press_writes_them(text, language, edtf):
    """Languages, digits and calendars differ; the date is one, and doubtful where it is."""
    assert [found.edtf for found in find_dates(text, language)] == [edtf]


@pytest.mark.parametrize(
    "text", ["July 7–8 (June 17–18)", "32 January 2024", "30/02/2024", "room 1404", "7117:2024"]
)
def test_what_is_no_full_date_is_none(text):
    """A day without a year, or a day that is not in the calendar, is not guessed at."""
    assert find_dates(text, "en") == []


def test_solar_hijri_days_are_exact_and_hijri_days_near():
    """New year, leap day and a day known from history."""
    assert from_solar_hijri(1404, 1, 1) == date(2025, 3, 21)
    assert from_solar_hijri(1403, 12, 30) == date(2025, 3, 20)
    assert from_solar_hijri(1357, 11, 22) == date(1979, 2, 11)
    assert abs((from_hijri(1445, 9, 1) - date(2024, 3, 11)).days) <= 1


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Nadia Ferrant, October 10, 2025", "en", ("Nadia Ferrant",)),
        ("By Nadia Ferrant and Omar Bayly", "en", ("Nadia Ferrant", "Omar Bayly")),
        ("Published 14 March 2024 by Ilse van der Maar", "en", ("Ilse van der Maar",)),
        ("بقلم: ليلى الحداد", "ar", ("ليلى الحداد",)),
        ("Автор: Нина Береговая", "ru", ("Нина Береговая",)),
        ("14 March 2024, 08:15 GMT", "en", ()),
        ("الخميس 14 مارس 2024", "ar", ()),
    ],
)
def test_names_in_bylines_are_those_the_line_states(line, language, names):
    """Who wrote is told by a label or by a name beside a date, never by a weekday or a place alone."""
    assert credit_of(measure(0, Piece(line, 1)), language).names == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARABIC, "ar"),
        ("شهرداران چهار بندر کوچک روز پنجشنبه سندی را امضا کردند که نوزده بار بازنویسی شده بود.", "fa"),
        (
            "چار چھوٹی بندرگاہوں کے میئروں نے جمعرات کو ایک کاغذ پر دستخط کیے جو انیس بار دوبارہ لکھا گیا تھا۔",
            "ur",
        ),
        (
            "Мери чотирьох невеликих портів підписали у четвер папір, який переписували дев'ятнадцять разів.",
            "uk",
        ),
        (SAMPLES["windows-1254"], "tr"),
        (SAMPLES["shift_jis"], "ja"),
        (SAMPLES["gb18030"], "zh"),
        ("네 개의 작은 항구", "ko"),
        ("จังหวัดท่าเรือเล็ก", "th"),
        ("12 345", None),
        ("Oslo", None),
    ],
)
def test_languages_are_told_by_script_and_then_by_letters(text, language):
    """Too little text is no language, and no guess is made."""
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Starostovia štyroch malých prístavov podpísali vo štvrtok na radnici papier, o ktorom sa hovorilo do noci a za ktorý sa nikto z nich nehanbil. Po podpise išli na obed a potom sa vrátili do svojich miest.", "sk"),
        ("Gradonačelnici četiriju malih luka potpisali su u četvrtak dokument o kojem se dugo govorilo i koji je na kraju bio kraći nego što su ribari htjeli, no nitko se na to nije žalio.", "hr"),
        ("Primarii a patru porturi mici au semnat joi o hârtie despre care se vorbise mult și care a fost scrisă din nou de mai multe ori, dar la sfârșit nu a fost nimeni mulțumit de ea.", "ro"),
        ("Négy kis kikötő polgármestere csütörtökön aláírta azt a papírt, amelyről sokat beszéltek, és amely végül rövidebb lett, mint azt a halászok akarták, de senki sem panaszkodott.", "hu"),
        ("Borgmestrene i fire små havne skrev torsdag under på et papir, som der havde været talt meget om, og som til sidst blev kortere, end fiskerne ville have det, men ingen klagede.", "da"),
        ("Els alcaldes de quatre ports petits van signar dijous un paper del qual s'havia parlat molt i que al final va ser més curt del que volien els pescadors, però ningú no es va queixar.", "ca"),
    ],
)  # fmt: skip
def test_relatives_of_the_languages_met_most_are_not_taken_for_them(text, language):
    """Slovak shares small words with Polish, Catalan with Spanish: neither alone nor at length do they pass as those."""
    assert detect_language(text) == language
    assert detect_language(" ".join([text] * 8)) == language


@pytest.mark.parametrize(
    ("paragraphs", "language"),
    [
        ([
            "Para perwira dari enam negara Teluk bertemu di Muskat pada hari Senin untuk membahas apakah angkatan laut mereka perlu berbagi informasi lalu lintas kapal di Selat Hormuz, kata tiga peserta pertemuan.",
            "Usulan yang pertama kali muncul musim gugur lalu itu menempatkan staf kecil di Duqm yang menerima data radar dari setiap negara. Pejabat NATO diberi tahu tetapi tidak diundang.",
            "“Tidak ada yang berbicara tentang aliansi,” kata Komodor Salim al-Harthi, yang memimpin delegasi Oman. “Kami berbicara agar tidak saling bertabrakan pada malam hari.”",
            "Kuwait dan Qatar telah bergabung dengan Prakarsa Kerja Sama Istanbul, dan para perwiranya menilai latihan-latihannya dapat menjadi contoh. Arab Saudi meminta naskah yang tidak menyebut namanya.",
            "Diplomat Barat bersikap hati-hati. Gambaran bersama, kata salah seorang, hanya sebaik kesediaan ibu kota yang paling lambat.",
        ], "id"),
        ([
            "Datuk bandar empat pelabuhan kecil bermesyuarat di gudang kastam pada hari Selasa bagi membincangkan sama ada bot mereka perlu berkawal bersama.",
            "Cadangan yang mula dibangkitkan pada musim hujan lalu itu akan menempatkan pasukan kecil di jeti utara yang menerima khabar dari setiap pelabuhan.",
            "“Tiada siapa bercakap tentang perang,” kata penjaga rumah api.",
            "“Kami mahu supaya tidak berlanggar antara satu sama lain pada waktu malam.”",
            "Dua pelabuhan sudah menyertainya sejak tahun lalu, dan nelayannya berpendapat latihan itu boleh menjadi contoh.",
            "Pelabuhan ketiga meminta dokumen yang tidak menyebut namanya.",
            "Mesyuarat kedua dirancang pada musim kemarau.",
            "Sehingga itu satu kumpulan kerja akan mengkaji kosnya.",
        ], "ms"),
    ],
)  # fmt: skip
def test_indonesian_and_malay_are_told_apart_by_more_than_the_opening(paragraphs, language):
    """The opening alone may be taken for the other; no paragraph of a document in one is said to be in the other."""
    document = document_of_bytes("\n\n".join(paragraphs).encode(), "news.txt").value
    assert document.language == language
    assert {block.language for block in document.blocks} == {None}


@pytest.mark.parametrize(
    ("told", "asked_about"),
    [(lambda _: None, 100), (lambda number: "fr" if number == 90 else None, 190), (lambda _: "fr", 500)],
)
def test_of_a_long_list_in_no_language_the_detector_is_asked_about_few_blocks(told, asked_about, monkeypatch):
    """Each block of invented words may be in another language: a hundred in vain, one after the other, or five hundred."""
    chance, asked = random.Random(3), []

    def ask(text, _, *, is_kin):
        assert not is_kin
        asked.append(text)
        return told(len(asked))

    monkeypatch.setattr(mixed, "clearly_other", ask)
    words = ["".join(chance.choices("abcdefghiklmnoprstuw", k=chance.randint(3, 9))) for _ in range(9000)]
    lines = [" ".join(chance.choices(words, k=22)).capitalize() + "." for _ in range(800)]
    assert document_of_bytes("\n\n".join(lines).encode(), "list.txt").value
    assert len(asked) == asked_about


def _long_text(block):
    """Return a long English text with a *block* in its middle."""
    subjects = (
        "harbour",
        "council",
        "lantern",
        "keeper",
        "ferry",
        "storm",
        "island",
        "bridge",
        "market",
        "school",
    )
    running = [
        f"The {one} of the {other} was opened by the mayor in {2000 + place}, and it is still the pride of the town"
        f" that the people of the coast had built with their own hands."
        for place, (one, other) in enumerate(zip(subjects * 3, subjects[1:] * 3, strict=False))
    ]
    half = len(running) // 2
    return "\n\n".join([*running[:half], block, *running[half:]]) + "\n"


def test_a_block_of_words_that_a_document_has_elsewhere_is_not_asked_for_its_language(monkeypatch):
    """A row of catchwords has few of the commonest words, but those it has are the document's, and its own language's."""
    monkeypatch.setattr(language, "_lingua", lambda _: pytest.fail("the detector was asked"))
    row = "Harbour council lantern keeper ferry storm island bridge market school sailors skippers pilots for boats."
    document = document_of_bytes(_long_text(row).encode(), "a.txt").value
    assert {block.language for block in document.blocks if block.kept} == {None}


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("Borgmestrene i fire små havne skrev torsdag under på et papir, som der havde været talt meget om, og som til sidst blev kortere, end fiskerne ville have det.", "da"),
        ("Neljän pienen sataman pormestarit allekirjoittivat torstaina paperin, josta on puhuttu paljon ja joka on lopulta lyhyempi kuin kalastajat halusivat.", "fi"),
        ("Harbour council: borgmestrene i fire små havne skrev torsdag under på et papir, som der havde været talt meget om, og som for mange blev for kort.", "da"),
    ],
)  # fmt: skip
def test_what_is_quoted_in_another_language_is_told_though_it_shares_words_with_the_document(quoted, told):
    """Finnish has the English `on`, Danish `for`, and names are the same: that makes no English of them."""
    document = document_of_bytes(_long_text(quoted).encode(), "a.txt").value
    (block,) = [block for block in document.blocks if block.text == quoted]
    assert (document.language, block.language) == ("en", told)


def test_words_of_keys_are_those_that_the_pattern_of_words_finds():
    """Keys are cut at spaces, after each character was folded alone; every character is tried between two letters."""
    every = "".join(f"a{chr(code)}b " for code in (*range(0xD800), *range(0xE000, 0x20000)))
    words = WORD.findall(fold(every))
    assert key_of(every).split() == words
    # Where no character becomes several, those of a text are looked up all at once.
    parts = [every[start : start + 200] for start in range(0, len(every), 200)]
    assert [word for part in parts for word in key_of(part).split()] == words


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("Nadia Ferrant, а pilot and a writer.", "homoglyph", "CYRILLIC SMALL LETTER A"),
        ("The pоrt is closed.", "homoglyph", "CYRILLIC SMALL LETTER O"),
        ("рaypal or the port", "homoglyph", ": U+0440 CYRILLIC SMALL LETTER ER"),
        ("раураl or the port", "homoglyph", "CYRILLIC SMALL LETTER U"),
        ("Aθηνών", "homoglyph", "Aθηνών: U+0041 LATIN CAPITAL LETTER A"),
        ("open \u2067port\u2069", "bidi-control", "U+2067 U+2069"),
        ("ﺍﻟﻤﻴﻨﺎﺀ", "presentation-form", "U+FE8D"),
        ("the portâ€™s crew", "mojibake", "â€™"),
        ("the por\ufffd", "replacement-character", "× 1"),
        ("an infor- mation desk for information", "broken-hyphenation", "infor- mation"),
    ],
)
def test_flags_name_what_is_suspicious_and_where(text, kind, detail):
    """A keeper sees the line and the characters."""
    document = document_of_bytes(f"\n\n{text}\n".encode(), "x.txt").value
    (flag,) = [flag for flag in document.flags if flag.kind == kind]
    assert flag.line == 3
    assert detail in flag.detail


def test_a_clean_text_has_no_flag_but_that_it_is_undated():
    """Accents, quotes, other scripts and dashes are nothing to flag."""
    text = (
        "Le café « du port » — naïve – رواية Наш мир, “quoted”, it’s, Ελλάδα, новостиnew, FrançaisРусский.\n"
    )
    assert [flag.kind for flag in document_of_bytes(text.encode(), "x.txt").value.flags] == ["undated"]


BODY = "The keepers of {} harbours counted the boats that came in before the storm, and wrote down which of them had no lamp."


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Home > News > Harbours > The keepers counted the boats before the storm", "path-of-sections"),
        ("الرئيسية » أخبار » موانئ", "path-of-sections"),
        ("首页 > 新闻 > 港口 > 正文", "path-of-sections"),
        ("Terms of Use / Privacy Policy / Manage Newsletters", "path-of-sections"),
        ("Home | News | Harbours", "menu-on-a-line"),
        ("Boats: with/without lamps, on/off shore", None),
        ("قال «نعم» و«لا» ثم «ربما» ثم «لا»", None),
        ("See https://harbours.example/lamps/lists/old", None),
    ],
)
def test_a_path_of_sections_is_told_before_the_text_and_no_slash_within_a_word_makes_a_menu(line, rule):
    """Sites name the sections that lead to a page in every language, with arrows or slashes between them."""
    text = "\n\n".join([line, *(BODY.format(word) for word in ("six", "seven", "eight", "nine"))])
    document = document_of_bytes(text.encode(), "note.txt").value
    told = next(block.rule for block in document.blocks if line in block.text)
    if rule:
        assert (told, document.title) == (rule, None)
    else:
        assert told not in ("path-of-sections", "menu-on-a-line")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("A website of the Harbour Group © 2024 Harbour Group", "rights-or-responsibility"),
        ("* © Harbour Broadcasting", "rights-or-responsibility"),
        ("2007-2009 © harbours.example", "rights-or-responsibility"),
        ("A lamp on the quay of the oldest harbour © Mara Lind", "caption"),
        ("[사진=항구신문]", "caption"),
        ("A lamp on the quay of the oldest harbour. Foto: Mara Lind", "caption"),
        ("A lamp on the quay of the oldest harbour (Ansa)", "caption"),
        ("Lampa na nabrzeżu najstarszego portu. Fot. Mara Lind", "caption"),
        ("ตะเกียงที่ปลายท่าเรือเก่า (ภาพ: เอเอฟพี)", "caption"),
    ],
)
def test_who_owns_a_page_is_no_credit_of_a_picture(line, rule):
    """A sign of rights at the beginning or beside a year speaks of the page; behind words it says who took a picture."""
    body = [BODY.format(word) for word in ("six", "seven", "eight", "nine")]
    text = "\n\n".join(["A night without lamps", *body, line])
    blocks = document_of_bytes(text.encode(), "note.txt").value.blocks
    assert next(block.rule for block in blocks if block.text == line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Fig. 3: Lamps by harbour",
        "Figure 4. Boats without lamps",
        "Abbildung 2",
        "الشكل 5: المصابيح في الموانئ",
        "شكل ٥",
        "图二十",
        "Рис. 1. Лампы",
        "Table IV – Lamps",
    ],
)
def test_a_figure_or_table_with_its_number_is_a_caption(line):
    """Alone or before what it shows; a sentence that goes on about a figure is text."""
    body = [BODY.format(word) for word in ("six", "seven", "eight", "nine", "ten", "eleven")]
    text = "\n\n".join(["A night without lamps", *body[:3], line, *body[3:]])
    blocks = document_of_bytes(text.encode(), "note.txt").value.blocks
    assert next(block.kind for block in blocks if block.text == line) is BlockKind.CAPTION
    sentence = "Figure 3 shows that boats without lamps come home later than all others, and table 4 says by how much."
    blocks = document_of_bytes(text.replace(line, sentence).encode(), "note.txt").value.blocks
    assert next(block.kind for block in blocks if block.text == sentence) is BlockKind.PARAGRAPH


def test_a_row_of_headlines_on_one_line_is_no_text_in_chinese():
    """Sites in Chinese and Japanese set headlines side by side, and text has commas and no spaces there."""
    row = "港口议会通过预算草案 渔民计算平静季节代价 灯塔看守人学习新字母 四座城镇共用一艘巡逻船 老船长谈六十年海上岁月 码头工人要求更长休息"
    body = "四座小港口的市长星期四签署了一份改写过十九次的文件，文件承诺共同巡逻，却几乎没有提到由谁来指挥，一切都留待下次会议再谈。"
    text = "\n\n".join(
        [
            row,
            "四座小港口筹建联合海岸警卫队",
            body,
            body.replace("十九", "二十"),
            body.replace("星期四", "星期五"),
        ]
    )
    document = document_of_bytes(text.encode(), "note.txt").value
    assert (document.blocks[0].rule, document.blocks[0].kept) == ("row-of-headlines", False)
    assert document.title == "四座小港口筹建联合海岸警卫队"
    assert next(block.text for block in document.kept if block.kind is BlockKind.PARAGRAPH) == body


def test_a_paragraph_in_thai_has_spaces_and_no_commas_and_is_text():
    """Spaces part its clauses, as commas do elsewhere."""
    body = "นายกเทศมนตรีของสี่เมืองท่าลงนามในเอกสาร ซึ่งถูกเขียนใหม่สิบเก้าครั้ง เอกสารสัญญาว่าจะลาดตระเวนร่วมกัน แต่แทบไม่ได้บอกว่าใครเป็นผู้สั่งการ ทุกอย่างจึงรอการประชุมครั้งหน้า และไม่มีใครรู้ว่าเมื่อใด"
    lines = ["สี่ท่าเรือเล็กตั้งหน่วยยามฝั่งร่วม", body, body.replace("สี่", "ห้า"), body.replace("สิบเก้า", "ยี่สิบ")]
    document = document_of_bytes("\n\n".join(lines).encode(), "note.txt").value
    assert [block.text for block in document.kept if block.kind is BlockKind.PARAGRAPH] == lines[1:]


SPOKEN = "Nobody sails without a lamp any more, the oldest of the keepers said"


@pytest.mark.parametrize(
    ("line", "far", "is_quote"),
    [
        (f"{SPOKEN}.", 1, True),
        (f"“{SPOKEN}”", 1, True),
        (SPOKEN, 1, False),
        (f"3. {SPOKEN}.", 1, False),
        (f"{SPOKEN} on the day when the last of the oil lamps was taken down", 1, True),
        (f"{SPOKEN}.", 30, False),
    ],
)
def test_a_pull_quote_says_part_of_a_paragraph_near_it_again(line, far, is_quote):
    """A sentence, or what is marked as speech; no item of a list, no headline, and not what stands far away."""
    words = line.removeprefix("3. ").strip("“”.")
    holder = f"{words}, and went on to count what every single lamp had cost the town since the year of the great storm, which none of the younger keepers has seen."
    between = [BODY.format(f"{number} and {number}") for number in range(far)]
    text = "\n\n".join(
        [
            "A night without lamps",
            BODY.format("six"),
            holder,
            *between,
            line,
            *map(BODY.format, ("seven", "eight")),
        ]
    )
    blocks = document_of_bytes(text.encode(), "note.txt").value.blocks
    told = next(block.rule for block in blocks if words in block.text and len(block.text) < len(words) + 6)
    assert (told == "said-elsewhere") == is_quote


def test_a_way_through_a_program_within_the_text_is_no_path_of_sections():
    """An article may say where to click."""
    way = "Settings > Harbour > Lamps"
    body = [BODY.format(word) for word in ("six", "seven", "eight", "nine", "ten", "eleven")]
    text = "\n\n".join([*body[:3], way, *body[3:]])
    assert way in [block.text for block in document_of_bytes(text.encode(), "note.txt").value.kept]


def test_every_rule_and_flag_says_its_reason_in_english_and_arabic():
    """Readers are told why; nobody reads a rule's name alone."""
    for name in RULES_BY_NAME:
        assert reason_of(name, "en").endswith(".")
        assert reason_of(name, "ar") != reason_of(name, "en")
    for english, arabic in FLAGS.values():
        assert english.endswith(".")
        assert any("\u0600" <= letter <= "\u06ff" for letter in arabic)


@pytest.mark.parametrize(
    "line",
    [
        "[",
        " ",
        "a ",
        "Read also\n",
        "Some Heading Of The Port\n",
        "14 March 2024 by Nadia Ferrant\n",
        "a | b | c\n",
        "1. item\n",
        "infor- mation ",
        "aа б ",
        "\u202e",
        "\n",
        "a\tb\tc\n",
        "12:30:45 ",
        "The port is shut again.\n",
    ],
)
def test_a_megabyte_of_anything_is_read_without_losing_a_word(line):
    """Whatever a hostile file repeats, every word of it is in a block (how fast, bench/ measures)."""
    text = f"x{line * (1_000_000 // len(line.encode()))}x"
    document = document_of_bytes(text.encode(), "x.txt").value
    found = sum(count_words(block.text) for block in document.blocks)
    expected = count_words(normalise(text)[0])
    assert found == expected


def test_the_verb_document_prints_one_json_object(capsys):
    """The keys are those that other programs rely on."""
    case = Path(__file__).parent / "golden" / "documents" / "english-page" / "source.txt"
    with pytest.raises(SystemExit) as ended:
        main(["document", str(case), "--json"])
    assert ended.value.code == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["title", "date", "author", "outlet", "language", "flags", "blocks"]
    assert printed["flags"] == []
    assert printed["author"] == "Nadia Ferrant; Omar Bayly"
    assert set(printed["blocks"][0]) == {"kind", "level", "line", "kept", "rule", "text"}


def test_the_verb_document_prints_a_table_for_people(capsys):
    """Facts with where they were found, then a line for each block."""
    case = Path(__file__).parent / "golden" / "documents" / "english-page" / "source.txt"
    with pytest.raises(SystemExit):
        main(["document", str(case)])
    printed = capsys.readouterr().out
    assert "title     Small Ports Weigh a Shared Coast Guard  [title]" in printed
    # A block is named by its line and the start of its checksum, as corrections name it.
    assert re.search(r"^8@[0-9a-f]{16} +[+] title 1 ", printed, re.MULTILINE)
    assert "14 blocks kept, 25 set aside" in printed


def test_the_verb_document_says_what_is_wrong_and_fails(tmp_path, capsys):
    """An unreadable source gives its problem on standard error and exit code 1."""
    (tmp_path / "x.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SystemExit) as ended:
        main(["document", str(tmp_path / "x.txt"), "--json"])
    assert ended.value.code == 1
    assert "source-damaged" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        "an infor- mation desk",
        "import- and export- or both, Vor- und Nachteile, Ein- oder Ausgang",
        "a long-term on-line plan, and what is online in the long term",
        "Abu- Dhabi and New- York",
        "Online-Abo, Print-Abo, Kombi-Abo: Onlineabo, Printabo, Kombiabo",
    ],
)
def test_single_slips_and_hyphens_that_somebody_wrote_raise_no_flag(line):
    """One word may be a slip; *and* behind a hyphen, a capital, and two ways to write a word are none."""
    flags = document_of_bytes(line.encode(), "a.txt").value.flags
    assert not [flag for flag in flags if flag.kind == "broken-hyphenation"]


def test_two_words_of_a_text_that_are_broken_raise_a_flag_each():
    """Copies of prints have them on every page, and hardly ever the same word unbroken."""
    line = "an infor- mation desk of a com- mittee"
    flags = document_of_bytes(line.encode(), "a.txt").value.flags
    found = [flag.detail for flag in flags if flag.kind == "broken-hyphenation"]
    assert found == ["infor- mation", "com- mittee"]


def test_words_whose_lines_came_together_raise_a_flag_where_three_stand_unbroken_elsewhere():
    """Of broken lines the hyphen stays, without a space."""
    line = "a com-mittee for infor-mation on har-bours: the committee has no information on harbours"
    flags = document_of_bytes(line.encode(), "a.txt").value.flags
    found = [flag.detail for flag in flags if flag.kind == "broken-hyphenation"]
    assert found == ["com-mittee", "infor-mation", "har-bours"]


@pytest.mark.parametrize(
    ("line", "numbered"),
    [
        ("• a lamp", False),
        ("- a lamp", False),
        ("o  a lamp", False),
        ("3. a lamp", True),
        ("b) a lamp", True),
    ],
)
def test_a_bullet_counts_nothing(line, numbered):
    """An item is numbered if its mark is a number or a letter that counts it."""
    shape = measure(0, Piece(line, 1))
    assert shape.marker
    assert shape.is_numbered is numbered


PAPER = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never once been late.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
)


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (("Summary", *PAPER), ["Summary"]),
        (("مقدمة", *PAPER), ["مقدمة"]),
        ((*PAPER, "Notes", "[1] Log of the tower, 12 September 2023."), ["Notes"]),
        ((*PAPER, "Notes", "Three boats and a rope"), []),
        (("Share", *PAPER), []),
    ],
)
def test_a_paper_s_first_part_and_its_notes_are_told_by_their_names(lines, headings):
    """By form and place such a word alone is a button of the page."""
    head = ("One light for three towns on the coast", "Nadia Ferrant", "14 March 2024")
    document = document_of_bytes("\n\n".join((*head, *lines)).encode(), "paper.txt").value
    assert [block.text for block in document.blocks if block.kind.value == "heading"] == headings


@pytest.mark.parametrize("label", ["iso-8859-1", "us-ascii", "windows-1252"])
def test_a_part_of_a_page_saved_whole_is_read_in_the_larger_encoding_of_that_name(label):
    """As browsers do: programs of Windows write its quotation marks and dashes, and call the encoding by the smaller name."""
    page = f"<html><body><h1>One light</h1>{'<p>“Nobody has asked” – says the keeper of the lamp, who has been there for years.</p>' * 3}</body></html>"
    head = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset={label}\n'
    body = base64.encodebytes(page.encode("cp1252")).decode()
    source = f"{head}Content-Transfer-Encoding: base64\n\n{body}\n--x--\n".encode()
    document = document_of_bytes(source, "page.mhtml").value
    assert document.blocks[1].text.startswith("“Nobody has asked” – says")
