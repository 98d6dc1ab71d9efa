"""The index of the search: how words are read, how numbers are written, what may stand in it."""

import json
import random
import zlib
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import edit, files_below
from diwan.search.batches import Cutter
from diwan.search.chunks import Records, encode, number, numbers, pack
from diwan.search.clitics import HABITS, Clitics
from diwan.search.entries import shared_starts
from diwan.search.lexicon import Lexicon, table_of
from diwan.search.parts import Part
from diwan.search.stems import stems_of
from diwan.search.streams import ROOM, counted_forms, positions_of
from diwan.search.vocabulary import VocabularyMaker
from diwan.search.words import WORD, forms_of, language_of_form

#: What an Arabic corpus attests, folded, with how often.
ARABIC = {
    form: count
    for count, forms in {
        9: "الامن امن الوزير الوحده وحده كانت القوات الاتفاق",
        3: "والامن بالامن للامن وامن وزير الوزير حده بمبادره المبادره مبادرات الالتزام التزام انت اتفاقيات",
        1: "وبالامن امنها الله التي وكالات ايران ايراني الايرانيه لبنان قانون قوات بقوات",
    }.items()
    for form in forms.split()
}


def arabic() -> Clitics:
    """Return what reads the forms of the Arabic corpus."""
    clitics = Clitics(HABITS["ar"])
    clitics.read(ARABIC)
    return clitics


@pytest.mark.parametrize(
    ("form", "bare"),
    [
        ("الامن", "امن"),
        ("والامن", "امن"),
        ("وبالامن", "امن"),
        ("للامن", "امن"),
        ("وامن", "امن"),
        ("بقوات", "قوات"),
        # What belongs to the word stays, though a shorter word is in the corpus.
        ("وزير", "وزير"),
        ("وحده", "وحده"),
        ("كانت", "كانت"),
        ("التزام", "التزام"),
        ("الالتزام", "التزام"),
        ("الله", "الله"),
        ("التي", "التي"),
        ("وكالات", "وكالات"),
        ("لبنان", "لبنان"),
    ],
)
def test_what_is_written_together_with_an_arabic_word_is_told_from_it(form, bare):
    """Article, conjunctions and prepositions are taken off where the corpus attests what remains."""
    assert arabic().readings(form)[0].bare == bare


def test_a_form_that_may_be_two_words_is_found_by_both():
    """وحدة is unity, or "and sharpness": the second reading is kept behind the first."""
    bares = [reading.bare for reading in arabic().readings("وحده")]
    assert bares == ["وحده", "حده"]


@given(
    st.text(
        st.sampled_from("ab.B'’\"؟،«»-_ \u00a0\u2028\t1٣éأَ\u200c\u00adא״北约คน😀")
        | st.characters(codec="utf-8"),
        max_size=60,
    ),
    st.sampled_from(["en", "ar", "fr", "tr", "he", "zh"]),
)
def test_a_text_looked_up_between_spaces_has_the_words_of_one_that_is_cut(text, language):
    """Whatever stands between two spaces, met before or not: the same words in the same order."""
    table = Cutter().words([[Part("passage", "p1", language, text)] * 2]).table
    lines = table.lines()
    forms = [lines[row].split("\t")[1] for row in table.rows]
    assert forms == 2 * [form for word in WORD.findall(text) for form in forms_of(word, language)]


@pytest.mark.parametrize(
    "forms",
    ["امنها الامن وامن", "مبادرات المبادره بمبادره", "ايراني الايرانيه ايران", "اتفاقيات الاتفاق"],
)
def test_forms_of_one_arabic_stem_meet(forms):
    """Plural, pronoun and adjective endings come off where the corpus attests the word without them."""
    clitics = arabic()
    assert len({clitics.readings(form)[0].stem for form in forms.split()}) == 1


@pytest.mark.parametrize("form", ["ايران", "قانون", "لبنان"])
def test_what_only_looks_like_an_ending_stays(form):
    """The ان of ايران is part of the name."""
    assert arabic().readings(form)[0].stem == form


def test_each_language_has_its_own_stems():
    """The same letters are stemmed by the rules of the language they stand in; numbers belong to none."""
    assert stems_of("en", ["alliances"], ["alliances"]) == ["allianc"]
    assert len(set(stems_of("tr", ["ulkeler", "ulke"], ["ülkeler", "ülke"]))) == 1
    assert language_of_form("2024", "ar") == ""
    assert language_of_form("nato", "ar") == "en"
    assert language_of_form("ناتو", "fa") == "fa"


def test_apostrophes_and_dots_do_not_hide_a_word():
    """Possessives, elisions, Turkish endings and abbreviations are looked up as the word they belong to."""
    assert [
        forms_of(word, language)
        for word, language in [("Iran’s", "en"), ("l'OTAN", "fr"), ("NATO'nun", "tr"), ("U.S", "en")]
    ] == [("iran",), ("otan",), ("nato",), ("us",)]
    assert forms_of("北约在", "zh") == ("北约", "约在", "在")


def test_an_umlaut_is_found_as_it_is_typed_elsewhere():
    """Tuerkei leads to the class of Türkei."""
    lexicon = Lexicon()
    lines = lexicon.lines_of(table_of(["de\tturkei\ttürkei"], np.zeros(2, np.int64)))
    counts = 2 * np.bincount(lines, minlength=len(lexicon))
    entries = VocabularyMaker(lexicon).make(counted_forms(counts, lexicon)).entries
    classes = dict(zip(entries.string.tolist(), entries.word_class.tolist(), strict=True))
    assert entries.strings == ["tuerkei", "turkei"]
    assert classes == {0: 0, 1: 0}


@given(st.lists(st.integers(0, 2**40), max_size=50))
def test_numbers_are_written_alike_one_by_one_and_all_at_once(values):
    """Both ways give the same bytes, and the places where each number begins."""
    data, starts = encode(np.array(values, np.int64))
    assert data == numbers(values)
    assert [data[a:b] for a, b in pairwise(starts)] == [number(v) for v in values]


@given(st.lists(st.binary(max_size=9000), max_size=12), st.integers(0, 3))
def test_records_come_back_from_their_chunks(records, marks):
    """Each record stands in the chunk that the table of contents names."""
    chunks, firsts = pack(Records.of(records), np.arange(len(records)) * marks)
    found = []
    for chunk, first in zip(chunks, firsts, strict=True):
        assert first == len(found)
        found += unpacked(chunk)
    assert found == records


def test_a_record_that_grows_changes_few_chunks():
    """Where chunks begin is told by the records themselves, so that those far behind stay as they are."""
    chance = random.Random(4)
    records = [chance.randbytes(chance.randint(20, 2000)) for _ in range(2000)]
    marks = np.array([chance.getrandbits(32) for _ in records])
    before, _ = pack(Records.of(records), marks)
    records[700] += b"more"
    after, _ = pack(Records.of(records), marks)
    assert len(set(after) - set(before)) <= 5 < len(before) / 10


@given(st.lists(st.text(alphabet="abé😀𐑀", min_size=1), min_size=1, max_size=20))
def test_letters_are_shared_as_browsers_count_them(strings):
    """What a string shares with the one before can be cut off by a browser, which counts some characters twice."""
    for before, string, shared in zip(
        strings, strings[1:], shared_starts(strings)[1:].tolist(), strict=False
    ):
        start = before.encode("utf-16-le")[: 2 * shared].decode("utf-16-le")
        assert string.startswith(start)
        assert len(start) == shared
        assert (
            shared == min(len(before), len(string))
            or before[shared] != string[shared]
            or before[shared] > "\uffff"
        )


def unpacked(data: bytes) -> list[bytes]:
    """Return the records of a chunk, read by the definition of LEB128."""
    values: list[int] = []
    place = 0
    while not values or len(values) <= values[0]:
        value = shift = 0
        while True:
            byte = data[place]
            place += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        values.append(value)
    records = []
    for length in values[1:]:
        records.append(data[place : place + length])
        place += length
    return records


def test_no_phrase_reaches_from_one_part_into_the_next():
    """Positions go on within a part, leave a gap between parts, and begin anew with each article."""
    found = positions_of(np.array([2, 3, 1, 2]), np.array([0, 0, 0, 0]), np.array([3, 1]))
    assert found.tolist() == [0, 1, 3, 4, 5, 7, 0, 1]


def test_a_word_more_in_a_digest_moves_no_word_of_the_title():
    """A section, the parts of one kind and language, begins where there was room enough before it."""
    sections, articles = np.array([0, 0, 1, 4]), np.array([0, 3, 0, 1, 0])
    before = positions_of(np.array([2, 3, 2, 1]), sections, articles)
    after = positions_of(np.array([2, 4, 2, 1]), sections, articles)
    assert before.tolist() == [0, 1, 3, 4, 5, ROOM, ROOM + 1, 0]
    assert after.tolist() == [0, 1, 3, 4, 5, 6, ROOM, ROOM + 1, 0]
    # The last word of a full section would stand right before the next.
    full = positions_of(np.array([ROOM - 1, 1]), np.array([0, 1]), np.array([2]))
    over = positions_of(np.array([ROOM, 1]), np.array([0, 1]), np.array([2]))
    assert (full[-1], over[-1]) == (ROOM, 2 * ROOM)


def inflated(site) -> dict[str, str]:
    """Return every file of the index as text, undone as the browser does."""
    return {
        path.relative_to(site).as_posix(): zlib.decompress(path.read_bytes(), -zlib.MAX_WBITS).decode(
            errors="replace"
        )
        for path in files_below(site / "search")
        if path.suffix == ".bin"
    }


def test_text_that_may_not_be_shown_is_not_in_the_index(project, diwan):
    """With access `record` neither the article's sentences nor its words can be found; its digest can."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")
    assert diwan("build")[0] == 0
    files = inflated(project / "site")
    assert any("calmer nights" in text for text in files.values())
    assert not any("nets were cut and lamps" in text for text in files.values())
    words = "".join(text for name, text in files.items() if "/words/" in name)
    assert "lamps" not in words


def test_what_is_withdrawn_cannot_be_found(project, diwan):
    """Of a withdrawn article not even the title is in the index."""
    withdrawn = "access: withdrawn\nwithdrawn: {date: 2026-03-04, why: {en: The owner asked.}}"
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", withdrawn)
    assert diwan("build")[0] == 0
    assert not any("harbour-2021-patrol" in text for text in inflated(project / "site").values())


def test_a_new_edition_never_mixes_with_an_old_one(project, diwan):
    """The folder of the index is named after its content: it changes with the corpus, and only then."""
    folders = []
    for change in ("Southport", "Southport", "Northhaven"):
        edit(
            project / "corpus/articles/undated-note.md",
            "A short note on Southport",
            f"A short note on {change}",
        )
        if change != "Southport":
            folders.append(folders[-1])
        assert diwan("build")[0] == 0
        folders.append(json.loads((project / "site/search/index.json").read_text())["folder"])
        assert [path.name for path in (project / "site/search").iterdir() if path.is_dir()] == folders[-1:]
    assert folders[0] == folders[1] != folders[-1]
