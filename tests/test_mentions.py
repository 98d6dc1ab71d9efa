"""Concepts are found in every spelling, and nowhere else."""

import itertools
import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.library.mentions import _PROCLITICS, MentionFinder
from diwan.library.named import named_in, words_in
from diwan.library.renaming import Renaming, Vocabulary, of_named
from diwan.memory import Memory
from diwan.model.concept import Names
from diwan.text.fold import fold, fold_with_offsets, parts_words
from diwan.text.marks import marked


def concept(ident, kind="entity", **names):
    """Return a concept named by language: label first, then variants."""
    forms = {language: Names(label=found[0], variants=tuple(found[1:])) for language, found in names.items()}
    return Concept(ConceptKey(ConceptKind(kind), ident), forms)


FINDER = Vocabulary(
    [
        concept(
            "ici",
            "theme",
            en=["Istanbul Cooperation Initiative", "ICI"],
            ar=["مبادرة إسطنبول للتعاون", "مبادرة إسطنبول"],
        ),
        concept("islamic-nato", "theme", en=["Islamic NATO"], ar=["الناتو الإسلامي"], fa=["ناتوی اسلامی"]),
        concept(
            "nato", en=["NATO"], ar=["حلف شمال الأطلسي", "الناتو", "حلف الناتو"], fr=["OTAN"], he=["נאט״ו"]
        ),
        concept("turkiye", en=["Türkiye", "Turkey"], ar=["تركيا"]),
        concept("qatar", en=["Qatar"], ar=["قطر"]),
        concept("iran", en=["Iran"], ar=["إيران"], fa=["ایران"], tr=["İran"]),
        concept("dialogue", en=["Mediterranean Dialogue"], fa=["گفت‌وگوی مدیترانه"]),
        concept("dawn", "outlet", en=["Dawn"]),
        concept("arab-news", "outlet", en=["Arab News"]),
    ]
).finder


def found(text, language):
    """Return what is found in *text*: the words and the concept of each mention."""
    return [(text[m.start : m.end], m.concept.id) for m in FINDER.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The istanbul cooperation initiative of NATO",
            "en",
            [("istanbul cooperation initiative", "ici"), ("NATO", "nato")],
        ),
        ("NATO’s and Iran's", "en", [("NATO", "nato"), ("Iran", "iran")]),
        (
            "TURKEY, Turkiye and Türkiye",
            "en",
            [("TURKEY", "turkiye"), ("Turkiye", "turkiye"), ("Türkiye", "turkiye")],
        ),
        ("An Islamic NATO, not NATO", "en", [("Islamic NATO", "islamic-nato"), ("NATO", "nato")]),
        ("قال النّاتو", "ar", [("النّاتو", "nato")]),
        ("مبادرة اسطنبول للتعاون", "ar", [("مبادرة اسطنبول للتعاون", "ici")]),
        ("ومبادرة إسطنبـــول", "ar", [("ومبادرة إسطنبـــول", "ici")]),
        ("وبالناتو وللناتو كالناتو", "ar", [("وبالناتو", "nato"), ("وللناتو", "nato"), ("كالناتو", "nato")]),
        ("والناتو الاسلامي في ايران", "ar", [("والناتو الاسلامي", "islamic-nato"), ("ايران", "iran")]),
        ("في قطر وبقطر", "ar", [("قطر", "qatar"), ("وبقطر", "qatar")]),
        ("(ICI) في الكويت", "ar", [("ICI", "ici")]),
        ("ناتوي اسلامي", "fa", [("ناتوي اسلامي", "islamic-nato")]),
        (
            "گفت وگوی مدیترانه و گفت‌وگوی مدیترانه",
            "fa",
            [("گفت وگوی مدیترانه", "dialogue"), ("گفت‌وگوی مدیترانه", "dialogue")],
        ),
        ("IRAN ve İran'ın", "tr", [("IRAN", "iran"), ("İran", "iran")]),
        ('לנאט"ו', "he", [('לנאט"ו', "nato")]),
        ("ﺍﻟﻨﺎﺗﻮ", "ar", [("ﺍﻟﻨﺎﺗﻮ", "nato")]),
        ("reported by Arab News", "en", [("Arab News", "arab-news")]),
    ],
)
def test_a_concept_is_found_in_every_spelling(text, language, expected):
    """Case, accents, hamza, tatweel, vowel signs, letter shapes and proclitics do not hide a name."""
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On est ici, ICI même", "fr"),
        ("an ici in lower case", "en"),
        ("a turkey on the table", "en"),
        ("NATOs and pre-NATOism", "en"),
        ("القطر دائرة", "ar"),
        ("قطرة ماء", "ar"),
        ("إيرانية", "ar"),
        ("At dawn they left; Dawn broke", "en"),
        ("Iranian", "en"),
    ],
)
def test_a_word_of_another_meaning_is_left_alone(text, language):
    """Abbreviations keep their capitals and their language; names are whole words."""
    assert found(text, language) == []


def test_mentions_stand_in_order_and_never_overlap():
    """Of names within names the longest wins."""
    mentions = FINDER.find("حلف الناتو والناتو الإسلامي وحلف شمال الأطلسي", "ar")
    assert [m.concept.id for m in mentions] == ["nato", "islamic-nato", "nato"]
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_without_concepts_nothing_is_found():
    """An empty vocabulary is no error."""
    assert MentionFinder({}).find("NATO", "en") == ()


#: Names that begin, end and contain each other.
NESTED = ("sea", "deep sea", "sea port", "deep sea port", "port of call", "call", "port")
NESTED_FINDER = Vocabulary([concept(name.replace(" ", "-"), en=[name]) for name in NESTED]).finder


@given(st.lists(st.sampled_from(["deep", "sea", "port", "of", "call", "the", "ports", "é"]), max_size=14))
def test_of_names_within_and_across_names_the_longest_is_found(words):
    """The finder says what one gets by looking for each name alone and letting the longer of two oust the other."""
    text = " ".join(words)
    finds = sorted(
        ((m.start(), m.end()) for name in NESTED for m in re.finditer(rf"\b{name}\b", text)),
        key=lambda find: (find[0], -find[1]),
    )
    expected: list[tuple[int, int]] = []
    for start, end in finds:
        ousted = any(s < end and start < e and e - s > end - start for s, e in finds)
        if not ousted and (not expected or start >= expected[-1][1]):
            expected.append((start, end))
    assert [(m.start, m.end) for m in NESTED_FINDER.find(text, "en")] == expected


def test_however_many_names_overlap_the_longest_wins():
    """A dozen names of ten words, each beginning one word later: the last, which is longer, ousts all it overlaps."""
    words = [f"w{number:02}" for number in range(24)]
    names = [" ".join(words[start : start + 10]) for start in range(9)] + [" ".join(words[9:20])]
    finder = Vocabulary([concept(f"n{place}", en=[name]) for place, name in enumerate(names)]).finder
    text = " ".join(words)
    assert [mention.concept.id for mention in finder.find(text, "en")] == ["n9"]


@given(st.text(st.sampled_from("aB ßﬁİıéأـًؐ‌\u00ad\u200f①٣😀\ud800\x00") | st.characters(), max_size=40))
def test_a_folded_text_knows_where_each_letter_stood(text):
    """All letters folded at once are the letters folded one by one, and each leads back to the one it was."""
    folded = fold_with_offsets(text)
    one_by_one = [(fold(letter), place) for place, letter in enumerate(text)]
    assert folded.text == fold(text)
    assert fold(text * 20) == "".join(letters for letters, _ in one_by_one) * 20
    assert list(folded.starts) == [place for letters, place in one_by_one for _ in letters] + [len(text)]


#: Names of few words, so that they meet, contain and oust each other; in three scripts, with article and abbreviation.
_NAMES = [
    "sea",
    "deep sea",
    "Deep",
    "sea port",
    "SEA",
    "PORT",
    "بحر",
    "البحر",
    "بحر عميق",
    "ميناء البحر",
    "ים",
    "ים עמוק",
]
#: Names that begin or end with a sign, are nothing else, or are one letter; letters that are alike in their last digits;
#: words that begin as proclitics do, and a sign of Arabic over letters of another script.
_ODD_NAMES = [
    "c++",
    "C",
    "+",
    "!نار",
    "نار!",
    "النار",
    "نار",
    "ب",
    "AB",
    "ab c",
    "Ab",
    "ﺍب",
    "丁",
    "七丁",
    "1",
    "ab 1",
    "كوب",
    "البلاك",
    "فلك",
    "،ab",
]
_ODD_TEXT = st.lists(
    st.sampled_from(
        [
            *_ODD_NAMES,
            "",
            "و",
            "ف",
            "ل",
            "لل",
            "وبال",
            "بنار",
            "نـار",
            "ولكوب",
            "كبلاك",
            "وفلك",
            "c 1",
            "½",
            "_",
            "é",
            "七",
            "三",
            "\ud800",
        ]
    ),
    max_size=9,
).flatmap(
    lambda parts: st.lists(
        st.sampled_from(["", "", " ", "!", "+", "ـ", "½", "\x1f"]), min_size=len(parts), max_size=len(parts)
    ).map(lambda between: "".join(part + sign for part, sign in zip(parts, between, strict=True)))
)


def _found_slowly(names, text):
    """Return what is found in an Arabic *text* by looking at each place for each of the *names*, which all are Arabic."""
    folded = fold_with_offsets(text)

    def fits(name, start, end, before):
        proclitics = "[وف]?(?:[بكل]?|[بك]?ال|لل)" if name.has_article else "[وف]?[بكل]?"
        return (
            re.fullmatch(proclitics, before)
            and (not name.is_abbreviation or text[start:end] == name.text)
            and (not name.is_capitalised or text[start].isupper())
        )

    finds = []
    for form, place in itertools.product(names, range(len(folded.text))):
        behind = folded.text[place + len(form) :]
        if folded.text.startswith(form, place) and not re.match(r"\w", behind):
            before = re.search(r"\w*\Z", folded.text[:place])[0]
            start, end = folded.original_span(place, place + len(form))
            finds += [
                (folded.starts[place - len(before)], end, len(form), name.concept)
                for name in names[form]
                if fits(name, start, end, before)
            ][:1]

    def inside(one, other):
        return other[0] <= one[0] and one[1] <= other[1] and (other[:2] != one[:2] or other[2] > one[2])

    def ousts(other, one):
        return other[0] < one[1] and one[0] < other[1] and other[1] - other[0] > one[1] - one[0]

    finds = [one for one in finds if not any(inside(one, other) for other in finds)]
    left = [one for one in finds if not any(ousts(other, one) for other in finds)]
    row = []
    for start, end, _, key in sorted(left, key=lambda find: find[:2]):
        if not row or start >= row[-1][1]:
            row.append((start, end, key))
    return row


@given(st.lists(st.sampled_from(_ODD_NAMES), max_size=6, unique=True), _ODD_TEXT)
@settings(max_examples=500)
def test_what_is_found_at_once_is_what_is_found_by_looking_for_each_name_at_each_place(words, text):
    """Whatever a name begins and ends with, and whatever stands around it."""
    names = Vocabulary([concept(str(place), ar=[word]) for place, word in enumerate(words)]).names
    assert [tuple(mention) for mention in MentionFinder(names).find(text, "ar")] == _found_slowly(names, text)


def test_every_proclitic_is_made_of_letters_behind_which_a_name_is_sought():
    """One that was not would never be looked at: names are sought only where nothing else stands before them."""
    for before in {one for proclitics in _PROCLITICS.values() for one in proclitics}:
        assert marked(f"{before}\u05d2")[0][len(before)] == marked("\u05d2")[0][0]
    assert marked("\u05d2\u05d2")[0][1] != marked("\u05d2")[0][0]


@given(
    st.lists(st.sampled_from(_ODD_NAMES), min_size=1, max_size=6, unique=True),
    st.lists(st.tuples(st.sampled_from(["ar", "he", "en"]), _ODD_TEXT), max_size=5),
)
def test_in_the_texts_of_an_article_at_once_is_found_what_is_found_in_each(words, texts):
    """A name does not reach from one text into the next, whatever the language of each."""
    finder = Vocabulary([concept(str(place), ar=[word]) for place, word in enumerate(words)]).finder
    passages = [(f"p{place}", language, text) for place, (language, text) in enumerate(texts)]
    each = {ident: found for ident, language, text in passages if (found := finder.find(text, language))}
    assert dict(named_in(passages, finder).mentions) == each


_VOCABULARY = st.lists(
    st.builds(
        lambda names, language, ambiguous: (tuple(names), language, ambiguous),
        st.lists(st.sampled_from(_NAMES), min_size=1, max_size=3, unique=True),
        st.sampled_from(["en", "ar", "fa", "he", "fr"]),
        st.sampled_from([(), ("en",), ("fa",)]),
    ),
    max_size=4,
)
_TEXT = st.lists(st.sampled_from([*_NAMES, "the", "والبحر", "לים", "é", ",", "½sea"]), max_size=10).map(
    " ".join
)


def _concepts(vocabulary):
    return [
        Concept(
            ConceptKey(ConceptKind.ENTITY, str(number)),
            {language: Names(label=names[0], variants=names[1:])},
            apart,
        )
        for number, (names, language, apart) in enumerate(vocabulary)
    ]


@given(_VOCABULARY, _VOCABULARY, _TEXT, st.sampled_from(["en", "ar", "fa", "he", "fr"]))
@settings(max_examples=400)
def test_a_text_that_no_changed_name_touches_keeps_its_mentions(before, after, text, language):
    """Whatever came, went, moved or was declared ambiguous: where it does not stand, what is found is the same."""
    # What both have in common stands in both, as in an edit.
    old, new = (Vocabulary(_concepts(known)) for known in ([*before, *after[:1]], [*before[:1], *after]))
    renaming = Renaming(old, new)
    passages = [("p1", "en", "before"), ("p2", language, text), ("p3", "en", "after")]
    former, now = (named_in(passages, vocabulary.finder) for vocabulary in (old, new))
    assert renaming.known(former) in (None, now)
    assert renaming.named_in(passages, former) == now
    anew = renaming.find_anew(passages)
    if "p2" in anew:
        assert anew["p2"] == new.finder.find(text, language)
    else:
        assert old.finder.find(text, language) == new.finder.find(text, language)
        assert old.finder.find_nested(text, language) == new.finder.find_nested(text, language)


@given(_VOCABULARY, st.data(), _TEXT, st.sampled_from(["en", "ar", "fa", "he", "fr"]))
@settings(max_examples=300)
def test_a_word_that_is_no_name_any_more_is_taken_out_without_the_text(before, data, text, language):
    """What is named, and how it is written, is what is found in the text; whatever stands beside, within or around the word."""
    after = [
        (kept, *rest)
        for names, *rest in before
        if (kept := tuple(data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))))
    ]
    old, new = (Vocabulary(_concepts(known)) for known in (before, after))
    passages = [("p1", language, text), ("p2", "en", "SEA")]
    former, now = (named_in(passages, vocabulary.finder) for vocabulary in (old, new))
    known = Renaming(old, new).known(former)
    assert known is None or known == now
    assert known is None or known.mentions.written == now.mentions.written
    lost = set(old.names) - set(new.names)
    if "½" not in text and not any(" " in form for form in {*lost, *new.names, *old.names}):
        assert known is not None


@given(
    st.lists(st.sampled_from(_ODD_NAMES), max_size=5, unique=True),
    st.lists(st.sampled_from(_ODD_NAMES), min_size=1, max_size=2, unique=True),
    st.lists(st.tuples(st.sampled_from(["ar", "he", "en"]), _ODD_TEXT), min_size=1, max_size=4),
    st.integers(0, 5),
)
@settings(max_examples=500)
def test_a_word_that_becomes_a_name_is_found_as_if_all_were_looked_for(names, words, texts, lost):
    """Down to the last number, whatever holds the word, stands beside it, or was lost at once."""
    before = [concept(str(place), ar=[name]) for place, name in enumerate(names)]
    after = [concept(f"new{place}", ar=[word]) for place, word in enumerate(words)]
    after += before[:lost] + before[lost + 1 :]
    passages = [(f"p{place}", language, text) for place, (language, text) in enumerate(texts)]
    former, now = (named_in(passages, Vocabulary(concepts).finder) for concepts in (before, after))
    made = Renaming(Vocabulary(before), Vocabulary(after)).named_in(passages, former)
    assert made.mentions.__reduce__() == now.mentions.__reduce__()


def test_of_a_word_that_becomes_a_name_nothing_else_is_looked_for():
    """Not within a longer name; behind a proclitic it is found, and beside what is lost; another name of the word is no news."""
    known = [concept("deep", en=["deep sea", "ocean"], ar=["خليج"]), concept("port", en=["Port"])]
    old = Vocabulary(known)
    new = Vocabulary([*known[:1], concept("sea", en=["Sea"], ar=["البحر"]), concept("port", en=["Sea"])])
    passages = [
        ("p1", "en", "The deep sea, a sea, the Sea"),
        ("p2", "ar", "والبحر وخليج"),
        ("p3", "en", "the Port of the Ocean"),
    ]
    former = named_in(passages, old.finder)
    renaming = Renaming(old, new)
    renaming.find_anew = None
    now = renaming.named_in(passages, former)
    assert {
        passage: [(text[start:end], one.concept.id) for start, end, one in now.mentions.written_in(passage)]
        for passage, _, text in passages
    } == {
        "p1": [("deep sea", "deep"), ("Sea", "sea")],
        "p2": [("والبحر", "sea"), ("وخليج", "deep")],
        "p3": [("Ocean", "deep")],
    }
    renaming = Renaming(new, Vocabulary([*new.concepts, concept("also", en=["Sea"])]))
    assert renaming.named_in(passages, now) is now


def test_a_name_that_changed_touches_the_texts_it_stands_in_and_no_others():
    """Behind a proclitic, in another case: all count; names that stayed do not, and a word that is lost needs no text."""
    old = Vocabulary([concept("sea", en=["sea"], ar=["البحر"]), concept("nato", en=["NATO"])])
    renaming = Renaming(old, Vocabulary([concept("sea", en=["sea"], ar=["بحر", "مرفأ"])]))
    texts = ("والبحر", "مَرفأ", "a senator", "the SEA", "in NATO's", "port")
    before = [named_in([("p1", "en", text)], old.finder) for text in texts]
    known = [renaming.known(one) for one in before]
    assert known[:2] == [None, None]
    assert [one is former for one, former in zip(known, before, strict=True)][2:] == [True, True, False, True]
    assert before[4].mentions
    assert not known[4].mentions
    texts = ("والبحر", "مَرفأ", "a senator of NATO", "a senator", "port")
    assert renaming.find_anew([(text, "en", text) for text in texts]).keys() == set(texts[:3])


def test_the_words_of_a_text_are_its_runs_of_letters_whatever_stands_between():
    """Of all characters there are; each word is held once, in the order in which they come."""
    every = " a".join(map(chr, range(0x11000, sys.maxunicode, 7))) + "b".join(map(chr, range(0x11000)))
    for text in ("", "one two, one_two: one", "½…x", every):
        words = "\n".join(["", *dict.fromkeys(re.findall(r"\w+", text)), ""])
        assert words_in(text) == words.encode(errors="surrogatepass")


@given(_ODD_TEXT)
def test_a_character_that_folds_to_more_than_one_word_is_seen(text):
    """Wherever it stands, also beside what folds to nothing."""
    parts = [fold(character) for character in text]
    assert parts_words(fold_with_offsets(text)) == any(len(one) > 1 and not one.isalnum() for one in parts)


def test_a_name_that_is_given_again_is_looked_for_only_where_a_text_changed_meanwhile():
    """What was found under the vocabulary before the last one is known; what one of another time knew is not taken for it."""
    memory, asked = Memory(), []
    former, other, third = (Vocabulary([concept("nato", en=[name])]) for name in ("NATO", "Alliance", "Pact"))

    def found(vocabulary, *texts):
        def make(places, _known, _renaming):
            asked.append([texts[place] for place in places])
            return [(vocabulary.concepts, texts[place]) for place in places]

        made = of_named(memory, "test", vocabulary, dict(zip("abc", texts, strict=True)), make)
        assert made == [(vocabulary.concepts, text) for text in texts]
        return asked[-1]

    assert found(former, "one", "two", "three") == ["one", "two", "three"]
    assert found(other, "one", "two", "three") == ["one", "two", "three"]
    assert found(other, "one", "second", "three") == ["second"]
    # A vocabulary that is read again is another object.
    assert found(Vocabulary(former.concepts), "one", "second", "three") == ["second"]
    assert found(other, "one", "second", "third") == ["third"]
    assert found(third, "one", "second", "third") == ["one", "second", "third"]
    assert found(former, "one", "second", "third") == ["one", "second", "third"]
