"""Dossiers: a file of a press archive is taken apart into its articles, and none of its words is lost on the way."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presspapers as made
from diwan.documents.convert import document_of_bytes, read_apart
from diwan.documents.dossiers.cutting import bytes_of, cutting_in
from diwan.documents.dossiers.dossier import Dossier, dossier_of
from diwan.documents.pieces import Piece, Reading
from diwan.model.block import BlockKind, Provenance
from diwan.text.words import words_of
from presspapers import Paper

THREE = [Paper(number) for number in (1, 2, 3)]
CODED = [made.rows(paper) for paper in THREE]
GOLDEN = sorted((Path(__file__).parent / "golden" / "documents").glob("*/source.*"))
FORMS = {
    "nexis-uni.docx": made.docx(*made.uni(THREE), footer="Page 1 of 3"),
    "nexis-uni.rtf": made.rtf(*made.uni(THREE)),
    "nexis-uni.txt": "\n\n".join(made.uni(THREE)).encode(),
    "nexis-uni-without-cover.docx": made.docx(*made.uni(THREE, cover=False)),
    "lexisnexis.txt": made.old(THREE).encode(),
    "proquest.txt": "\n\n".join(made.proquest(THREE)).encode(),
    "proquest.docx": made.docx(*made.proquest(THREE)),
    "factiva-shown.docx": made.docx(*made.shown(THREE)),
    "factiva-shown.rtf": made.rtf(*made.shown(THREE, contents=False)),
    "factiva-shown.txt": "\n\n".join(made.shown(THREE)).encode(),
    "factiva-shown.html": made.page(THREE),
    "factiva-coded.docx": made.docx(*CODED),
    "factiva-coded.rtf": made.rtf(*CODED),
    "factiva-coded.html": made.page(THREE, coded=True),
    "factiva-coded.txt": "\n\n".join(
        line for rows in CODED for code, texts in rows for line in (code, *texts)
    ).encode(),
    "factiva-codes-in-line.txt": "\n\n".join(
        line for rows in CODED for code, (first, *others) in rows for line in (f"{code}   {first}", *others)
    ).encode(),
}


@pytest.fixture
def taken(tmp_path):
    """A function that takes the bytes of a file apart."""

    def take(data, name="papers.docx"):
        path = tmp_path / name
        path.write_bytes(data)
        return read_apart(path).value

    return take


def documents(dossier):
    """Return the document of each cutting of a dossier, as it is read from the bytes that are kept."""
    return [document_of_bytes(bytes_of(cutting), "a.cutting").value for cutting in dossier.cuttings]


def reading_of(lines):
    """Return the reading of a file of *lines*."""
    pieces = tuple(Piece(line, number) for number, line in enumerate(lines, start=1))
    provenance = Provenance(
        sha256="0" * 64, media_type="text/plain", encoding="utf-8", encoding_confidence=1, reader=""
    )
    return Reading(pieces=pieces, provenance=provenance)


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_each_article_with_the_facts_that_the_archive_states(name, taken):
    """Title, outlet, day, authors and language of three articles; the basis is the archive."""
    dossier = taken(FORMS[name], name)
    assert [(cutting.number, cutting.count) for cutting in dossier.cuttings] == [(1, 3), (2, 3), (3, 3)]
    assert dossier.headless == ()
    for document, paper in zip(documents(dossier), THREE, strict=True):
        assert document.title == paper.headline
        assert document.outlet == "The Harbour Post (Northport)"
        assert document.date == "2023-03-03"
        assert document.authors == ("Rim Example", "Omar Sample")
        assert document.language == "en"
        assert set(document.found.values()) == {"archive"}


@pytest.mark.parametrize("name", FORMS)
def test_the_text_of_each_article_is_clean_of_the_lines_of_the_archive(name, taken):
    """What is kept is the title, the words of the outlet beside the text, and the text, whole and in order."""
    for document, paper in zip(documents(taken(FORMS[name], name)), THREE, strict=True):
        kept = " ".join(block.text for block in document.kept if block.kind is BlockKind.PARAGRAPH)
        assert kept == " ".join(paper.paragraphs)
        others = [block.text for block in document.kept if block.kind is not BlockKind.PARAGRAPH]
        beside = ["Two hundred steps, and never late."] if "uni" in name else []
        caption = ["The lamp at dusk, seen from the quay."] if "nexis" in name else []
        assert others == [paper.headline, *beside, *caption]
        rights = [block.text for block in document.set_aside if block.kind is BlockKind.DISCLAIMER]
        assert " ".join(rights) == paper.rights


@pytest.mark.parametrize("name", FORMS)
def test_cover_contents_and_edges_stand_in_no_article(name, taken):
    """They are told, in their order."""
    aside = [piece.text for piece in taken(FORMS[name], name).aside]
    if name == "nexis-uni.docx":
        assert aside == [*made.uni(THREE)[:9], "Page 1 of 3"]
    elif name == "factiva-shown.docx":
        assert aside == ["A light in harbour 1 2", "A light in harbour 2 3", "A light in harbour 3 4"]
    elif name == "lexisnexis.txt":
        assert aside[0] == "Download Request: Selected Items: 1-9"
        assert len(aside) == 3
    elif "proquest" in name:
        assert aside == made.proquest(THREE)[-3:]
    elif "coded" in name or "without-cover" in name:
        assert aside == []


@pytest.mark.parametrize("name", FORMS)
def test_a_cutting_is_the_same_bytes_again_and_the_same_document(name, taken):
    """Whatever the file is called; what is read from a cutting is written as it was, and it is no dossier itself."""
    first, again = taken(FORMS[name], name), taken(FORMS[name], f"other-{name}")
    for cutting, other in zip(first.cuttings, again.cuttings, strict=True):
        data = bytes_of(cutting)
        assert data == bytes_of(other)
        assert bytes_of(cutting_in(data)) == data
        assert not isinstance(taken(data, "a.cutting"), Dossier)
        document = document_of_bytes(data, "a.cutting").value
        assert document.provenance.cut_from == f"{cutting.number}/3, SHA-256 {cutting.dossier}"


@pytest.mark.parametrize("name", ["coded.docx", "coded.rtf", "coded.html"])
def test_a_short_article_with_codes_is_taken_out_of_its_table(name, taken):
    """A reader delivers a table of short cells as one piece."""
    papers = [Paper(number, text=("Lit at {}.", "Out at {}.")) for number in (1, 2)]
    tables = [made.rows(paper) for paper in papers]
    data = {"docx": made.docx(*tables), "rtf": made.rtf(*tables), "html": made.page(papers, coded=True)}
    found = documents(taken(data[name.partition(".")[2]], name))
    assert [document.title for document in found] == [paper.headline for paper in papers]
    assert [[block.text for block in document.kept[1:]] for document in found] == [
        paper.paragraphs for paper in papers
    ]


def some_lines():
    """Return lines of files of archives, and others, in any order."""
    papers = [Paper(number, text=("Only the lamp, and the steps.",)) for number in (1, 2)]
    real = [
        *made.uni(papers),
        *made.shown(papers),
        *made.proquest(papers),
        *(f"{number} of 2 DOCUMENTS" for number in (1, 2)),
    ]
    coded = [line for code, texts in made.rows(papers[0]) for line in (code, *texts, f"{code} {texts[0]}")]
    return st.lists(
        st.sampled_from([*real, *coded, "Copyright 2023", "LENGTH: 12 words", "LOAD-DATE: 4 May 2021"])
    )


@given(some_lines())
def test_no_line_of_a_file_is_lost(lines):
    """Each is in exactly one article, or told as standing in none; and each word of an article is in its document, in order."""
    dossier = dossier_of(reading_of(lines))
    if dossier is None:
        return
    held = [piece for cutting in dossier.cuttings for piece in cutting.pieces]
    assert sorted((piece.line, piece.text) for piece in (*held, *dossier.aside)) == [
        *enumerate(lines, start=1)
    ]
    for cutting, document in zip(dossier.cuttings, documents(dossier), strict=True):
        words = words_of(" ".join(piece.text for piece in cutting.pieces))
        assert [word for block in document.blocks for word in words_of(block.text)] == words


@given(
    st.lists(
        st.lists(
            st.sampled_from(["HD", "TD", "AN", "LP", "IN", "a lamp", "medz : Sea"]), min_size=1, max_size=3
        )
    )
)
def test_no_word_of_a_table_is_lost(rows):
    """Also where it is a table of codes and words, which becomes a piece each."""
    table = Piece("\n".join("\t".join(row) for row in rows) or "HD", 1, kind=BlockKind.TABLE)
    article = [Piece(line, 2) for line in made.shown(THREE[:1], contents=False)]
    reading = replace(reading_of([]), pieces=(table, *article))
    dossier = dossier_of(reading)
    held = [*dossier.aside, *(piece for cutting in dossier.cuttings for piece in cutting.pieces)]
    assert sorted(words_of(" ".join(piece.text for piece in held))) == sorted(
        words_of(" ".join(piece.text for piece in reading.pieces))
    )


@pytest.mark.parametrize("source", GOLDEN, ids=lambda path: path.parent.name)
def test_no_other_file_is_taken_for_one_of_an_archive(source):
    """Of the pages and articles of all golden cases none is taken apart, and none seems to be one."""
    outcome = read_apart(source)
    assert not isinstance(outcome.value, Dossier)
    assert outcome.problems == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["A light in the harbour", "By Rim Example", "4 May 2021", *THREE[0].paragraphs, "End of Document"],
        ["Minutes of the harbour office", "3 of 10 documents", *THREE[0].paragraphs],
        ["HD", "What the letters on the buoys mean", "TD", *THREE[0].paragraphs],
    ],
)
def test_a_line_like_a_mark_alone_makes_no_dossier(lines):
    """Only an article with the head that an archive gives it does."""
    assert dossier_of(reading_of(lines)) is None


def test_a_pdf_in_which_the_marks_run_into_the_text_is_read_as_one_and_told(tmp_path):
    """Where an article ends cannot be seen in it: the person is asked for another form."""
    path = tmp_path / "papers.pdf"
    path.write_bytes(made.pdf(THREE))
    outcome = read_apart(path)
    assert not isinstance(outcome.value, Dossier)
    assert [problem.code for problem in outcome.problems] == ["dossier-unmarked"]


def test_an_article_without_a_title_is_an_article():
    """Nexis says so in the place of the title; Factiva leaves the line out, or the row."""
    untitled = Paper(title="No Headline In Original")
    (document,) = documents(dossier_of(reading_of(made.uni([untitled]))))
    assert (document.title, document.outlet, document.date) == (None, untitled.outlet, "2023-03-03")
    for lines in (
        made.shown([Paper(title="")], contents=False),
        made.shown([Paper(title="", byline="")], contents=False),
        [line for code, texts in made.rows(Paper()) if code != "HD" for line in (code, *texts)],
    ):
        (document,) = documents(dossier_of(reading_of(lines)))
        assert (document.title, document.outlet, document.date) == (None, untitled.outlet, "2023-03-03")


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (made.uni, "End of Document"),
        (lambda papers: made.shown(papers, contents=False), f"Document {Paper(9).accession}"),
    ],
)
def test_a_mark_of_the_end_within_a_text_parts_nothing(lines, mark):
    """What follows it has no head: it stays with the article that quotes the mark, and is told."""
    quoting = Paper(2, text=("The log ends with the words:", mark, "What was meant by them nobody knew."))
    dossier = dossier_of(reading_of(lines([THREE[0], quoting, THREE[2]])))
    assert [document.title for document in documents(dossier)] == [
        paper.headline for paper in (THREE[0], quoting, THREE[2])
    ]
    assert dossier.headless[0].text == "What was meant by them nobody knew."
    assert "What was meant by them nobody knew." in [piece.text for piece in dossier.cuttings[1].pieces]


@pytest.mark.parametrize(
    "line", ["_" * 60, "Database: a word for what nobody looks at", "Title: a word for a ship"]
)
def test_a_line_like_one_of_proquest_within_a_text_parts_nothing(line):
    """It sets strokes above each article and closes it with a field, and texts have such lines of their own."""
    quoting = Paper(2, text=("The log ends here.", line, "What follows is in another hand."))
    dossier = dossier_of(reading_of(made.proquest([THREE[0], quoting, THREE[2]])))
    assert len(dossier.cuttings) == 3
    kept = [block.text for block in documents(dossier)[1].kept]
    assert kept == [quoting.headline, "The log ends here.", line, "What follows is in another hand."]


def test_a_cover_in_words_that_nobody_knows_is_no_part_of_the_first_article():
    """It is longer than what stands above the day of an article; a list of contents may have its numbers in lines of their own."""
    cover = ["Datum un Tiet: Maandag", "Nummer: 1", "Artikels (3)"]
    listed = [line for paper in THREE for line in ("1.", paper.headline, "Klient: -Nüms-", "Söök: Licht")]
    dossier = dossier_of(reading_of([*cover, *listed, *made.uni(THREE, cover=False)]))
    assert [document.title for document in documents(dossier)] == [paper.headline for paper in THREE]
    assert [piece.text for piece in dossier.aside] == [*cover, *listed]


def test_a_count_of_documents_within_a_text_parts_nothing(taken):
    """The older form opens articles with a count, which a text may quote."""
    quoting = replace(
        THREE[0], text=(*THREE[0].text, "3 of 3 DOCUMENTS", "The log was {} pages long, of {} hands.")
    )
    dossier = taken(made.old([quoting, *THREE[1:]]).encode(), "old.txt")
    assert [document.title for document in documents(dossier)] == [paper.headline for paper in THREE]
    assert [piece.text for piece in dossier.headless][:2] == ["3 of 3 DOCUMENTS", quoting.paragraphs[-1]]


def test_two_archives_in_one_file_are_told_apart():
    """Somebody put two exports into one file."""
    lines = [*made.uni(THREE[:2]), *made.shown(THREE[2:], contents=False), *made.uni([Paper(4)], cover=False)]
    dossier = dossier_of(reading_of(lines))
    assert [cutting.archive for cutting in dossier.cuttings] == ["Nexis", "Nexis", "Factiva", "Nexis"]
    assert [document.title for document in documents(dossier)] == [
        f"A light in harbour {number}" for number in (1, 2, 3, 4)
    ]


def test_a_broken_article_does_not_stop_the_others():
    """One that lost its head is told; one that breaks off at the end of the file is an article, or told."""
    lines = made.uni(THREE, cover=False)
    start = lines.index("A light in harbour 2")
    broken = [*lines[:start], *lines[start + 9 :]]
    dossier = dossier_of(reading_of(broken))
    assert [document.title for document in documents(dossier)] == [
        "A light in harbour 1",
        "A light in harbour 3",
    ]
    assert dossier.headless
    cut = dossier_of(reading_of(made.shown(THREE)[:-2]))
    assert len(cut.cuttings) == 3


def test_five_hundred_articles_are_five_hundred_cuttings(taken):
    """As many as archives hand out in a file."""
    papers = [Paper(number) for number in range(1, 501)]
    dossier = taken(made.docx(*made.uni(papers)))
    assert [cutting.number for cutting in dossier.cuttings] == [*range(1, 501)]
    assert len({bytes_of(cutting) for cutting in dossier.cuttings}) == 500


@pytest.mark.parametrize(
    ("day", "fields", "language"),
    [
        (
            "3. März 2023 Freitag",
            ["Länge: 401 Wörter", "Autor: Von Rim Example", "Sprache: GERMAN; DEUTSCH"],
            "de",
        ),
        (
            "Freitag 3.März 2023",
            ["Rubrik: POLITIK; S. 4", "Länge: 401 Wörter", "Sprache: GERMAN; Deutsch"],
            "de",
        ),
        (
            "3 maart 2023 vrijdag 11:30 AM GMT",
            ["Length: 401 woorden", "Byline: Rim Example", "Language: DUTCH; NEDERLANDS"],
            "nl",
        ),
        (
            "vendredi 3 mars 2023",
            ["Longueur: 401 mots", "Auteur: Rim Example", "Langue: FRENCH; FRANÇAIS"],
            "fr",
        ),
        ("3 de marzo de 2023 viernes", ["Length: 401 palabras", "Language: SPANISH; ESPAÑOL"], "es"),
    ],
)
def test_nexis_speaks_the_language_of_whoever_searched(day, fields, language):
    """Fields and days in the languages of its interfaces."""
    lines = ["Ein Licht / Une lampe", "Harbour Post", day, "Copyright 2023 Harbour Press", *fields, "Body",
             *THREE[0].paragraphs, "Load-Date: March 4, 2023", "End of Document"]  # fmt: skip
    (document,) = documents(dossier_of(reading_of(lines)))
    assert (document.title, document.outlet, document.date) == (
        "Ein Licht / Une lampe",
        "Harbour Post",
        "2023-03-03",
    )
    assert document.language == language
    assert len(document.kept) == 4


@pytest.mark.parametrize(
    ("line", "month"), [("March 2023", "2023-03"), ("Mai 2021", "2021-05"), ("août 2019", "2019-08")]
)
def test_a_monthly_says_its_month(line, month):
    """The line of the day is then a month and a year; a title with a year is none."""
    papers = [Paper(1, title="Harbours 2023", day=line), Paper(2, day=line)]
    for lines in (made.uni(papers), made.shown(papers, contents=False)):
        found = documents(dossier_of(reading_of(lines)))
        assert [(document.title, document.date) for document in found] == [
            (paper.headline, month) for paper in papers
        ]


@pytest.mark.parametrize(
    ("words", "day", "document", "language", "tag"),
    [
        ("Wörter", "3 März 2023", "Dokument", "Englisch", "en"),
        ("mots", "3 mars 2023", "Document", "Français", "fr"),
        ("palabras", "3 marzo 2023", "Documento", "Alemán", "de"),
        ("字", "2023 年 3 月 3 日", "文件", "英文", "en"),
        ("語", "2023年3月3日", "文書", "英語", "en"),
        ("слов", "3 Март 2023", "Документ", "Русский", "ru"),
    ],
)
def test_factiva_speaks_the_language_of_whoever_searched(words, day, document, language, tag):
    """Its accession numbers are told by their form, its lengths by the day below them."""
    papers = [replace(paper, day=day) for paper in THREE]
    dossier = dossier_of(reading_of(made.shown(papers, words=words, document=document, language=language)))
    found = documents(dossier)
    assert [one.title for one in found] == [paper.headline for paper in papers]
    assert {one.date for one in found} == {"2023-03-03"}
    assert {one.language for one in found} == {tag}


@pytest.mark.parametrize(
    "start",
    [
        "IN A BOAT of her own",
        "RE the lamp",
        "CO operation",
        "PUB crawls",
        "AN evening on the quay",
        "BY and by",
    ],
)
def test_a_text_may_begin_a_line_with_letters_like_a_code(start):
    """In the form with codes a row of the text is not parted by them."""
    rows = made.rows(Paper(text=("She went up.", f"{start} she came down again.")))
    lines = [line for code, (first, *others) in rows for line in (f"{code} {first}", *others)]
    (document,) = documents(dossier_of(reading_of(lines)))
    assert f"{start} she came down again." in [block.text for block in document.kept]


@pytest.mark.parametrize(
    "line",
    ["PUB x", "TD", "NS a : b", "End of Document", "3 of 3 DOCUMENTS", "Length: 3 words", "Body", "Classification", "3 March 2023",
     "401 words", "Database: x", "Title: x", "_" * 60, "9" * 400, "Copyright 2023 " + "x " * 200, "Graphic", f"Document {Paper(9).accession}"],
)  # fmt: skip
@pytest.mark.parametrize(
    "around",
    [
        made.uni,
        made.shown,
        made.proquest,
        lambda papers: [f"{code} {texts[0]}" for code, texts in made.rows(papers[0])],
    ],
)
def test_hundreds_of_lines_like_marks_neither_stall_nor_break_anything(line, around):
    """Whatever stands in a file: it is taken apart or not, and nothing of it is lost."""
    lines = around(THREE[:1])
    lines = [*lines[:4], *[line] * 300, *lines[4:-1], *[line] * 300, lines[-1]]
    dossier = dossier_of(reading_of(lines))
    if dossier:
        held = [piece for cutting in dossier.cuttings for piece in cutting.pieces]
        assert len(held) + len(dossier.aside) == len(lines)
        assert len(documents(replace(dossier, cuttings=dossier.cuttings[:3]))) == min(
            len(dossier.cuttings), 3
        )


@pytest.mark.parametrize(
    "data",
    [
        b'{"cutting": 1}',
        b'{"cutting": 2, "archive": "Nexis"}',
        b'{"cutting": 1, "archive": "Nexis", "pieces": ' + b"[" * 100_000,
        bytes_of(cutting_in(bytes_of(dossier_of(reading_of(made.uni(THREE))).cuttings[0]))).replace(
            b"Nexis", b"Nowhere"
        ),
        b'{"cutting": 1, "archive": "Nexis"',
    ],
)
def test_a_damaged_cutting_is_a_problem_and_no_crash(data):
    """It says what to do."""
    outcome = document_of_bytes(data, "a.cutting")
    assert outcome.value is None
    assert [problem.code for problem in outcome.problems] == ["source-damaged"]


def test_signs_that_steer_do_not_come_through_a_cutting(taken):
    """A cutting that somebody changed is cleaned like any source."""
    cutting = taken(FORMS["nexis-uni.docx"]).cuttings[0]
    changed = json.loads(bytes_of(cutting))
    changed["pieces"][0]["text"] = "A li\u202eght\u0007 in <b>harbour</b> 1"
    document = document_of_bytes(json.dumps(changed).encode(), "a.cutting").value
    assert document.title == document.blocks[0].text == "A light in <b>harbour</b> 1"
